"""Land: how much is left and for whom, what lies idle, and how much each mu yields."""

import streamlit as st

from parkatlas import words
from parkatlas.ui import data, land_panel, layers_panel, panels

totals = data.ask("land_totals")
parks = data.ask("land_by_park")
panels.heading("land", words.land.finding(totals))

if parks.empty:
    panels.nothing_found("park")
    st.stop()

panels.figures(words.land.figures(totals))
left, right = st.columns(2)
with left:
    land_panel.by_park(parks)
with right:
    land_panel.by_industry(data.ask("land_by_industry"))
panels.table("land_by_park", "land_by_park", land_panel.BY_PARK)
panels.table("land_by_industry", "land_by_industry", land_panel.BY_INDUSTRY)
left, right = st.columns(2)
with left:
    land_panel.idle()
with right:
    land_panel.grades()
panels.table("idle_land", "idle_land", land_panel.IDLE)
panels.table("grades", "grades", land_panel.GRADES)
layers_panel.of_all(parks)
panels.method("land")
