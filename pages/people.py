"""People: what each leader and each officer answers for, what moved, what is due and what is late."""

import streamlit as st

from parkatlas import words
from parkatlas.ui import data, panels, people_panel

role = people_panel.role()
everybody = data.ask("people")
own = everybody[everybody["role"] == role]
panels.heading("people", words.people.finding(role, own))

if own.empty:
    panels.nothing_found("region")
    st.stop()

people_panel.choose()
panels.figures(words.people.figures(role, own))
people_panel.people(own, role)
people_panel.projects(own, role)
panels.method("people")
