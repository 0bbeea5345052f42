"""Recruiting: where the recruiting teams went, and what each region and team brought in."""

import streamlit as st

from parkatlas import charts, words
from parkatlas.ui import panels, recruiting_panel

regions, teams = recruiting_panel.ask("recruiting_by_region"), recruiting_panel.ask("recruiting_by_team")
panels.heading("recruiting", words.recruiting.finding(regions, teams))

if recruiting_panel.is_empty():
    panels.nothing_found("recruiting")
    st.stop()

recruiting_panel.choose()
panels.figures(words.recruiting.figures(regions, teams))
panels.chart(charts.recruiting.by_region, regions, "recruiting_regions")
recruiting_panel.tables()
panels.method("recruiting")
