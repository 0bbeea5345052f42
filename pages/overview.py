"""Overview: how the region stands against its targets, where its parks are, and what needs attention."""

import streamlit as st

from parkatlas import charts, words
from parkatlas.ui import attention_panel, data, map_panel, panels

totals = data.ask("overview_totals")
targets = data.ask("target_progress")
panels.heading("overview", words.sentences.overview(totals, targets))

if panels.is_empty(totals):
    panels.nothing_found("region")
    st.stop()

panels.figures(words.sentences.overview_figures(totals, targets))
left, right = st.columns([3, 2])
with left:
    map_panel.small()
with right:
    attention_panel.draw(data.ask("attention", most=10))
panels.chart(charts.overview.targets, targets, "overview_targets")
if totals["park_count"].iloc[0]:
    panels.table("intensity_by_park", "overview_parks", panels.BY_PARK)
panels.method("overview")
