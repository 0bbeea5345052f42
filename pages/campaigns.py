"""Campaigns: how far a push is against its clock, what each week left has to bring, and who brought nothing."""

import streamlit as st

from parkatlas import charts, words
from parkatlas.ui import campaigns_panel, data, panels, targets_panel

campaigns = data.ask("campaigns")
if campaigns.empty:
    panels.heading("campaigns")
    panels.nothing_found("campaigns")
    st.stop()

place = st.container()
campaign = campaigns_panel.choose(campaigns)
chosen = {"campaign_id": campaign["campaign_id"]}
progress, idle = data.ask("campaign_progress", **chosen), data.ask("campaign_without_result", **chosen)
with place:
    panels.heading("campaigns", words.campaigns.finding(campaign, progress, idle))
panels.figures(words.campaigns.figures(campaign, progress, idle))
by_unit = data.ask("campaign_by_unit", **chosen)
if not by_unit.empty:
    group, metric = targets_panel.choose(by_unit)
    rows = targets_panel.of_group(by_unit, group)
    panels.chart(charts.targets.units, rows, "campaigns_units", metric)
    campaigns_panel.rest(campaign, metric)
    campaigns_panel.units(rows, metric, campaign["campaign_id"])
panels.method("campaigns")
