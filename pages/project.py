"""Project: one project's facts and entry check, its stages against the plan, its history, and what holds it up."""

import streamlit as st

from parkatlas import words
from parkatlas.ui import data, panels, places_panel

place = st.container()
fact = places_panel.project()
if fact is None:
    with place:
        panels.heading("project")
    st.stop()

one = {"project_id": fact["project_id"]}
stages, obstacles = data.ask("project_stages", **one), data.ask("project_obstacles", **one)
with place:
    panels.heading("project", words.places.project(fact, stages, obstacles))
panels.figures(words.places.project_figures(fact))
places_panel.entry(fact)
left, right = st.columns([3, 2])
with left:
    places_panel.history(data.ask("project_history", **one))
    panels.table("project_obstacles", "project_obstacles", places_panel.OBSTACLES, **one)
    places_panel.changes(fact["project_id"])
with right:
    places_panel.stages(stages, fact["project_id"])
    places_panel.facts(fact)
places_panel.neighbours(fact["project_id"])
panels.method("project")
