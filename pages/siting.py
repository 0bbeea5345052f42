"""Siting: which park suits a proposed project, what it fails where, and where the reserve library goes."""

import streamlit as st

from parkatlas import words
from parkatlas.ui.kit import data, panels
from parkatlas.ui.siting import panel

place = st.container()
if data.ask("siting_parks").empty:
    with place:
        panels.heading("siting")
        panels.nothing_found("park")
    st.stop()

left, right = st.columns([2, 5])
with left:
    asked, found = panel.ask()
with place:
    panels.heading("siting", words.siting.finding(found))
    panels.figures(words.siting.figures(found))
table = words.siting.table(found)
with right:
    panel.ranking(asked, found, table, panel.chosen(found))
panel.conditions(asked, found, table)
panel.reserve(asked, found)
panels.method("siting")
