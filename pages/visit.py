"""Site visit: in which order to see the chosen projects, when each is reached, and what to ask there."""

import streamlit as st

from parkatlas.ui.kit import data, panels
from parkatlas.ui.visit import form, panel

panels.heading("visit")

if not data.ask("overview_totals")["project_count"].iloc[0]:
    panels.nothing_found("project")
    st.stop()

planned = form.choose()
panel.summary(planned)
panel.ground(planned)
if planned:
    panel.cards(planned)
panels.method("visit")
