"""The map on a page: what colours it, the map itself, the card of what is chosen; a click reruns only this part."""

from dataclasses import astuple, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from parkatlas import maps, sheets
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.sheets.park_map import ATTRIBUTES
from parkatlas.ui.kit import filters, fragments, look, panels
from parkatlas.ui.kit.choice import Choice
from parkatlas.ui.kit.listing import Listed
from parkatlas.ui.kit.markdown import plain
from parkatlas.ui.map import beside, card, folium_map, list_below, obstacles, scenes, search, selection
from parkatlas.ui.map.scenes import Sight

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pandas as pd

_HEIGHT, _HEIGHT_SMALL = 620, 500
_MEASURE, _ATTRIBUTE = Choice("map", "measure"), Choice("map", "attribute")
_TOOLS = ("polygon", "circle", "measure")


@fragments.fragment
def large() -> None:
    """Draw the map page: search and colours on top, the map or two, the card of what is chosen, below them the list."""
    if scenes.extent() is None:
        panels.nothing_found("map")
        return
    begin_from_address()
    selection.recall()
    listed = _lit()
    delayed_ids = obstacles.project_ids(scenes.chosen())
    lit = listed if delayed_ids is None else tuple(delayed_ids)
    for_search, left, right, *further = st.columns([5, 3, 3, 3, *([3] if beside.is_on() else [])])
    with for_search:
        search.draw(_go)
    measure = _MEASURE.draw(left.selectbox, text("maps_panel.measure"), scenes.MEASURES, _label)
    attribute = _ATTRIBUTE.draw(
        right.selectbox, text("maps_panel.attribute"), ATTRIBUTES, _label, disabled=lit is not None
    )
    picked = tuple(list_below.apart(attribute)[: scenes.MOST_PICKED])
    sight = Sight(measure, attribute, filters.as_of(), lit, picked, selection.drawn())
    other = beside.choose(further, sight)
    if other is None:
        _with_card(sight)
    else:
        _two(sight, other)
    list_below.draw(attribute)


@fragments.fragment
def small(_: sheets.Scene) -> None:
    """Draw the overview's map: parks against the threshold, projects by stage."""
    sight = Sight(scenes.MEASURES[0], ATTRIBUTES[0], filters.as_of())
    region("map-small", sight, _HEIGHT_SMALL)


@fragments.fragment
def of_parks(key: str, rows: "pd.DataFrame", height: int) -> None:
    """Draw a map of parks alone, as ``scenes.parks`` fills ``rows``; nothing where there is no outline."""
    answer = st.session_state.get(key) or {}
    _parks(key, rows, height, answer.get("selected"))


def to_choose(key: str, rows: "pd.DataFrame", height: int, park_id: str, choose: "Callable[[str], None]") -> None:
    """Draw a map of parks as ``of_parks`` does, on which a click chooses one, the ground none (""); the page reruns."""
    selected = maps.Place("park", park_id).words if park_id else None
    _parks(key, rows, height, selected, on_change=partial(_hear_park, key, choose))


def _parks(key: str, rows: "pd.DataFrame", height: int, selected: str | None, **how: "Callable[[], None]") -> None:
    whole = scenes.extent()
    if whole is None:
        return
    basemap = scenes.basemap()
    answer = st.session_state.get(key) or {}
    view = maps.reported(answer.get("view"), basemap.is_shifted) or maps.around(whole)
    layers = {
        "outlines": scenes.outlines(view),
        "parks": scenes.parks(view, rows),
        "constraints": scenes.constraints(view),
    }
    scene = scenes.scene(layers, whole, view, selected=selected, focus_turn="")
    folium_map.draw(basemap, scene, height, key=key, **how)


def _hear_park(key: str, choose: "Callable[[str], None]") -> None:
    place = maps.Place.read((st.session_state.get(key) or {}).get("selected"))
    choose(place.id if place and place.kind == "park" else "")


def _with_card(sight: Sight) -> None:
    slot, beside = st.columns([5, 3])
    with slot:
        region("map", sight, _HEIGHT, tools=_TOOLS)
    with beside, look.card("place", height=_HEIGHT):
        card.draw(scenes.chosen())


def _two(sight: Sight, other: Sight) -> None:
    """Draw two maps that move together and share their classes, below them the card of what is chosen."""
    pair = (("map", replace(sight, beside=other)), ("map-beside", replace(other, beside=sight)))
    for slot, (key, one) in zip(st.columns(2), pair, strict=True):
        with slot:
            st.markdown(f"**{plain(beside.title(one))}**")
            region(key, one, _HEIGHT_SMALL, tools=_TOOLS, has_twin=True)
    if scenes.chosen():
        with look.card("place"):
            card.draw(scenes.chosen())


def region(
    key: str,
    sight: Sight,
    height: int,
    *,
    above: "Mapping[str, maps.Layer] | None" = None,
    on_drawn: "Callable[[str], None] | None" = None,
    **more: Any,
) -> None:
    """Draw a map of the region: what ``sight`` says, in the window that the map or the address last had.

    Says so where there is nothing to draw.
    ``above`` are layers over the usual ones, ``on_drawn`` takes what a tool hands over (else it sets projects apart),
    ``more`` are fields of the scene.
    """
    whole = scenes.extent()
    if whole is None:
        panels.nothing_found("map")
        return
    basemap = scenes.basemap()
    answer = st.session_state.get(key) or {}
    linked = linked_view()
    view = maps.reported(answer.get("view"), basemap.is_shifted) or linked or maps.around(whole)
    layers = scenes.compose(view, sight)
    if more:  # not on the small map
        layers["constraints"] = scenes.constraints(view, sight.day)
        layers["obstacles"] = obstacles.layer(sight.day, is_shifted=basemap.is_shifted)
    scene = scenes.scene(layers | dict(above or {}), whole, view, start=linked, **more)
    folium_map.draw(basemap, scene, height, key=key, on_change=partial(_heard, key, on_drawn))


def _lit() -> tuple[str, ...] | None:
    """Draw the name of the list of projects that the address highlights, with a button to end that; return its ids."""
    shining = Listed.read(st.query_params.get("lit"))
    # Drawn empty too: what stands below keeps its place, or the browser would make the map anew.
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="lit"):
        if shining is None:
            return None
        ids = list(shining.rows(maps.MOST_SINGLES)["project_id"])
        placed = len(scenes.shining(ids, filters.as_of())) if ids else 0
        sentence = text("maps_panel.lit", name=shining.label, count=len(ids), placed=placed)
        st.markdown(f":material/lightbulb: **{plain(sentence)}**", width="content")
        st.button(text("maps_panel.unlit"), icon=":material/close:", type="tertiary", key="unlit", on_click=_let_go)
        st.page_link(
            "pages/pipeline.py",
            label=text("maps_panel.back_to_list"),
            icon=":material/filter_alt:",
            query_params={"listed": shining.words},
            width="content",
        )
        return tuple(ids)


def _let_go() -> None:
    st.query_params.pop("lit", None)


def _heard(key: str, on_drawn: "Callable[[str], None] | None") -> None:
    """Take over what was clicked or drawn on the map and the window it shows; the map does not move."""
    answer = st.session_state.get(key) or {}
    is_shifted = scenes.basemap().is_shifted
    scenes.choose(maps.Place.read(answer.get("selected")))
    if "drawn" in answer:
        (on_drawn or partial(selection.draw, is_shifted=is_shifted))(answer["drawn"])
    st.session_state["focus_turn"] = ""
    view = maps.reported(answer.get("view"), is_shifted)
    if view:
        st.query_params["at"] = ",".join(f"{part:.4f}".rstrip("0").rstrip(".") for part in astuple(view))


def linked_view() -> maps.View | None:
    """Return the window that the address names; None where it names none or nonsense."""
    try:
        return maps.reported([float(part) for part in st.query_params.get("at", "").split(",")])
    except ValueError:
        return None


def _go(place: maps.Place | None) -> None:
    """Choose the place found and move the map to it."""
    scenes.choose(place)
    st.session_state["focus_turn"] = f"{place} {st.session_state.get('search')}"


def begin_from_address() -> None:
    """Let a link choose a place; a link to a place that does not exist chooses none."""
    if "chosen" in st.session_state:
        return
    linked = maps.Place.read(st.query_params.get("chosen"))
    scenes.choose(linked if linked and scenes.bounds_of(linked) else None)
    st.session_state["focus_turn"] = linked.words if linked else ""


def _label(name: str) -> str:
    return column(name).label
