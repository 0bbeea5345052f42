"""Clusters: which industries stand together, whether chance could do as much, and how it came about."""

import streamlit as st

from parkatlas import charts, words
from parkatlas.ui.clusters import answers, formation, panel
from parkatlas.ui.kit import data, panels

area = panel.area()
found = answers.checkup(area)
panels.heading("clusters", words.clusters.finding(found))

if found.industries.empty:
    panels.nothing_found("industry")
    st.stop()

look, shown = panel.choose(found)
parks = data.ask("specialisation", area="park")
panels.figures(words.clusters.figures(found, parks, look.industry, shown), is_compact=True)
left, right = st.columns([3, 2])
with left:
    panel.ground(look, shown)
with right:
    title = words.clusters.ranking_title(found.industries)
    panels.chart(charts.clusters.ranking, found.industries, "cluster_ranking", title)
panel.verdicts(found, look.industry)
formation.formed(look)
panel.evidence(found, look.industry)
panel.tables(found, look.industry, shown)
panels.table("industry_quotients", "cluster_quotients", panel.QUOTIENTS, area=area)
panel.specialisation()
panels.method("clusters")
