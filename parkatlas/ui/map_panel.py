"""The map on a page: what colours it, the map itself, and the card of what is chosen; a click reruns only this part."""

from dataclasses import astuple
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st
from streamlit_folium import _component_func as component

from parkatlas import maps
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.ui import address, card, data, frame, map_scene, obstacles, panels
from parkatlas.ui.listing import Listed
from parkatlas.ui.markdown import plain

if TYPE_CHECKING:
    import pandas as pd

_HEIGHT, _HEIGHT_SMALL = 620, 500
_MOST_FOUND = 8


@frame.fragment
def large() -> None:
    """Draw the map page: search and colours on top, the map, beside it the card of the chosen park or project."""
    whole = map_scene.extent()
    if whole is None:
        panels.nothing_found("map")
        return
    _begin_from_address()
    listed = _lit()
    held = obstacles.held_ids(st.session_state.get("chosen"))
    lit = listed if held is None else held
    search, left, right = st.columns([2, 1, 1])
    with search:
        _search()
    measure = _choose(left, "measure", text("maps_panel.measure"), map_scene.MEASURES)
    attribute = _choose(right, "attribute", text("maps_panel.attribute"), map_scene.ATTRIBUTES, is_moot=lit is not None)
    place, beside = st.columns([5, 3])
    with place:
        _draw("map", whole, (measure, attribute, lit), _HEIGHT, has_obstacles=True)
    with beside, frame.card("place", height=_HEIGHT):
        card.draw(st.session_state.get("chosen"))


@frame.fragment
def small() -> None:
    """Draw the overview's map: parks against the threshold, projects by stage."""
    whole = map_scene.extent()
    if whole is None:
        panels.nothing_found("map")
        return
    _draw("map-small", whole, (map_scene.MEASURES[0], map_scene.ATTRIBUTES[0], None), _HEIGHT_SMALL)


@frame.fragment
def of_parks(key: str, rows: "pd.DataFrame", height: int) -> None:
    """Draw a map of parks alone, as ``map_scene.parks`` fills ``rows``; nothing where there is no outline."""
    whole = map_scene.extent()
    if whole is None:
        return
    basemap = map_scene.basemap()
    answer = st.session_state.get(key) or {}
    view = maps.reported(answer.get("view"), basemap.is_shifted) or maps.around(whole)
    layers = {"outlines": map_scene.outlines(view), "parks": map_scene.parks(view, rows)}
    component(**maps.arguments(basemap, map_scene.scene(layers, whole, view, None), height), key=key)


def _draw(
    key: str,
    whole: maps.Bounds,
    colours: tuple[str, str, list[str] | None],
    height: int,
    *,
    has_obstacles: bool = False,
) -> None:
    """Draw a map of the region; ``colours`` are the parks' measure, the projects' attribute and the ids that shine."""
    basemap = map_scene.basemap()
    answer = st.session_state.get(key) or {}
    linked = _linked_view()
    view = maps.reported(answer.get("view"), basemap.is_shifted) or linked or maps.around(whole)
    layers = map_scene.compose(view, *colours)
    if has_obstacles:
        layers["obstacles"] = obstacles.layer(is_shifted=basemap.is_shifted)
    scene = map_scene.scene(layers, whole, view, linked)
    component(**maps.arguments(basemap, scene, height), key=key, on_change=partial(_heard, key))


def _lit() -> list[str] | None:
    """Draw which list of projects the address lets shine, with the way to let it go; return its ids."""
    shining = Listed.read(st.query_params.get("lit"))
    # Drawn empty too: what stands below keeps its place, or the browser would make the map anew.
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="lit"):
        if shining is None:
            return None
        ids = list(shining.rows(maps.MOST_SINGLES)["project_id"])
        placed = len(map_scene.shining(ids)) if ids else 0
        said = text("maps_panel.lit", name=shining.label, count=len(ids), placed=placed)
        st.markdown(f":material/lightbulb: **{plain(said)}**", width="content")
        st.button(text("maps_panel.unlit"), icon=":material/close:", type="tertiary", key="unlit", on_click=_let_go)
        st.page_link(
            "pages/pipeline.py",
            label=text("maps_panel.back_to_list"),
            icon=":material/filter_alt:",
            query_params={"listed": shining.words},
            width="content",
        )
        return ids


def _let_go() -> None:
    st.query_params.pop("lit", None)


def _heard(key: str) -> None:
    """Take over what was clicked on the map and the window it shows; the map stands where it is."""
    answer = st.session_state.get(key) or {}
    _choose_place(answer.get("selected"))
    st.session_state["focus_turn"] = ""
    view = maps.reported(answer.get("view"), map_scene.basemap().is_shifted)
    if view:
        st.query_params["at"] = ",".join(f"{part:.4f}".rstrip("0").rstrip(".") for part in astuple(view))


def _linked_view() -> maps.View | None:
    """Return the window that the address names; None where it names none or nonsense."""
    try:
        return maps.reported([float(part) for part in st.query_params.get("at", "").split(",")])
    except ValueError:
        return None


def _search() -> None:
    words = st.text_input(text("maps_panel.search"), key="search", icon=":material/search:", max_chars=60).strip()
    if not words:
        return
    found = data.ask("find_places", search=words, most=_MOST_FOUND)
    if found.empty:
        st.caption(text("maps_panel.not_found", words=plain(words)))
        return
    names = dict(zip(found["place_key"], found["place_name"], strict=True))
    st.pills(
        text("maps_panel.found"),
        list(names),
        format_func=lambda place_key: plain(names.get(place_key, place_key)),
        key="found",
        label_visibility="collapsed",
        on_change=_go,
    )


def _go() -> None:
    """Choose the place found and move the map to it."""
    _choose_place(st.session_state.get("found"))
    st.session_state["focus_turn"] = f"{st.session_state.get('found')} {st.session_state.get('search')}"


def _choose_place(place_key: str | None) -> None:
    st.session_state["chosen"] = place_key
    if place_key:
        st.query_params["chosen"] = place_key
    else:
        st.query_params.pop("chosen", None)


def _begin_from_address() -> None:
    """Let a link choose a place; a link to a place that does not exist chooses none."""
    if "chosen" in st.session_state:
        return
    linked = st.query_params.get("chosen")
    st.session_state["chosen"] = linked if linked and map_scene.bounds_of(linked) else None
    st.session_state["focus_turn"] = linked or ""


def _choose(
    place: "st.delta_generator.DeltaGenerator", key: str, label: str, names: tuple[str, ...], *, is_moot: bool = False
) -> str:
    address.recall(key, names, names[0])
    chosen: str = place.selectbox(label, names, key=key, format_func=lambda name: column(name).label, disabled=is_moot)
    address.publish(key, names[0])
    return chosen
