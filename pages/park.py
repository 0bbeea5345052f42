"""Park: one park's land and facts, its own targets, its projects against their plans, and who answers for them."""

import streamlit as st

from parkatlas import words
from parkatlas.ui import card, data, frame, layers_panel, panels, park_panel, places_panel

place = st.container()
found = places_panel.park()
if found is None:
    with place:
        panels.heading("park")
    st.stop()

fact, figure = found
one, within = {"park_id": fact["park_id"]}, {"parks": [fact["park_id"]]}
targets, months = data.ask("park_targets", **one), data.ask("park_money_by_month", **one)
obstacles = data.ask("obstacles_open", **within)
with place:
    panels.heading("park", words.places.park(fact, figure, targets, obstacles))
panels.figures(words.places.park_figures(fact, figure, months, obstacles))
left, right = st.columns([3, 2])
with left:
    places_panel.targets(targets, fact["park_id"])
    places_panel.land(fact)
    places_panel.money(months)
with right, frame.card("place"):
    card.park(fact["park_id"])
left, right = st.columns([3, 2])
with left:
    places_panel.funnel(data.ask("pipeline_stages", **within))
with right:
    panels.frame_table(obstacles, "park_obstacles", places_panel.OBSTACLES)
park_panel.beside(fact)
places_panel.schedule(fact["park_id"])
park_panel.parts(fact["park_id"])
layers_panel.of_park(fact["park_id"])
panels.table("park_officers", "park_officers", places_panel.OFFICERS, **one)
panels.method("park")
