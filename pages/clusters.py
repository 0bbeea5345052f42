"""Clusters: which industries stand together, whether chance could do as much, and how it came about."""

import streamlit as st

from parkatlas import charts, words
from parkatlas.ui import clusters_answers, clusters_panel, clusters_time, data, panels

area = clusters_panel.area()
found = clusters_answers.checkup(area)
panels.heading("clusters", words.clusters.finding(found))

if found.industries.empty:
    panels.nothing_found("industry")
    st.stop()

look, shown = clusters_panel.choose(found)
parks = data.ask("specialisation", area="park")
panels.figures(words.clusters.figures(found, parks, look.industry, shown), is_compact=True)
left, right = st.columns([3, 2])
with left:
    clusters_panel.ground(look, shown)
with right:
    panels.chart(charts.clusters.ranking, found.industries, "cluster_ranking")
clusters_panel.verdicts(found, look.industry)
clusters_time.formed(look)
clusters_panel.evidence(found, look.industry)
clusters_panel.tables(found, look.industry, shown)
panels.table("industry_quotients", "cluster_quotients", clusters_panel.QUOTIENTS, area=area)
clusters_panel.specialisation()
panels.method("clusters")
