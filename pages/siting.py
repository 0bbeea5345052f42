"""Siting: which park suits a proposed project, what it fails where, and where the reserve library goes."""

import streamlit as st

from parkatlas import words
from parkatlas.ui import data, panels, siting_panel

place = st.container()
if data.ask("siting_parks").empty:
    with place:
        panels.heading("siting")
        panels.nothing_found("park")
    st.stop()

left, right = st.columns([2, 5])
with left:
    asked, found = siting_panel.ask()
with place:
    panels.heading("siting", words.siting.finding(found))
    panels.figures(words.siting.figures(found))
table = words.siting.table(found)
with right:
    siting_panel.ranking(asked, found, table, siting_panel.chosen(found))
siting_panel.conditions(asked, found, table)
siting_panel.reserve(asked, found)
panels.method("siting")
