"""Site visit: in which order to see the chosen projects, when each is reached, and what to ask there."""

import streamlit as st

from parkatlas.ui import data, panels, tour_form, tour_panel

panels.heading("visit")

if not data.ask("overview_totals")["project_count"].iloc[0]:
    panels.nothing_found("project")
    st.stop()

planned = tour_form.choose()
tour_panel.summary(planned)
tour_panel.ground(planned)
if planned:
    tour_panel.cards(planned)
panels.method("visit")
