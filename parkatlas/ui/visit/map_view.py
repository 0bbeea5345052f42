"""The map of a site visit: every project to choose from, the tour above them, and what one does with a click."""

from typing import TYPE_CHECKING

import streamlit as st

from parkatlas import maps
from parkatlas.messages import text
from parkatlas.sheets.park_map import ATTRIBUTES
from parkatlas.ui.kit import filters, look
from parkatlas.ui.map import card, drawing, scenes
from parkatlas.ui.map.scenes import Sight
from parkatlas.ui.visit import form

if TYPE_CHECKING:
    from parkatlas.sheets.visit import Tour

_HEIGHT, _CARD_HEIGHT = 560, 300
_TOOLS = ("point", "measure")


def ground(planned: "Tour | None") -> None:
    """Draw the region's projects, and the tour where there is one."""
    if st.session_state.pop("tour_changed", False):
        st.rerun()  # a place clicked changes the form and the figures too
    drawing.begin_from_address()
    is_shifted = scenes.basemap().is_shifted
    above, more = {}, {}
    if planned:
        lon, lat = zip(*planned.points, strict=True)
        above = {
            "route": maps.route(planned.points, is_shifted=is_shifted),
            "stops": maps.stops(planned.stops.reset_index(drop=True), is_shifted=is_shifted),
            "departure": maps.departure(planned.start, planned.lon, planned.lat, is_shifted=is_shifted),
        }
        turn = st.session_state.get("tour_turn") or ("" if drawing.linked_view() else "first")
        more = {"focus": maps.margin((min(lon), min(lat), max(lon), max(lat))) if turn else None, "focus_turn": turn}
    sight = Sight(scenes.MEASURES[0], ATTRIBUTES[0], filters.as_of())
    drawing.region("map-tour", sight, _HEIGHT, above=above, on_drawn=_start_at, tools=_TOOLS, **more)


def chosen() -> None:
    """Draw the card of what was clicked, with what the tour may do with it; nothing where nothing was."""
    place = scenes.chosen()
    if place is None:
        return
    with look.card("place", height=_CARD_HEIGHT):
        if place.kind == "project":
            is_in = place.id in form.chosen()
            st.button(
                text("tour.leave_out" if is_in else "tour.take_in"),
                icon=":material/remove:" if is_in else ":material/add:",
                type="secondary" if is_in else "primary",
                disabled=not is_in and form.is_full(),
                help=text("tour.choose") if form.is_full() and not is_in else None,
                on_click=_switch,
                args=(place.id,),
            )
        if place.kind == "park":
            st.button(text("tour.start_here"), icon=":material/flag:", on_click=_start, args=(place.id,))
        card.draw(place)


def _switch(project_id: str) -> None:
    form.switch(project_id)
    st.session_state["tour_changed"] = True


def _start(start: str) -> None:
    form.start_from(start)
    st.session_state["tour_changed"] = True


def _start_at(drawn: str) -> None:
    """Let the tour start at the place clicked with the pin."""
    point = maps.point_of(drawn, scenes.basemap().is_shifted)
    if point:
        _start(f"{point[0]},{point[1]}")
