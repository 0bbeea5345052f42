"""The map of an industry's clusters: what a picture holds, on one map or on two side by side."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from parkatlas import maps
from parkatlas.ui.kit import data
from parkatlas.ui.map import card, folium_map, scenes

if TYPE_CHECKING:
    from datetime import date

    from parkatlas.analysis.clustering import Picture

_FACTS = ["project_id", "project_name", "lon", "lat", "invested_wan"]


@dataclass(frozen=True)
class Look:
    """What is looked at: an industry on a day, near to one of its clusters (bounds in degrees, EPSG:4326) or whole.

    The map goes there once for every new ``turn``.
    """

    industry: str
    day: "date"
    near: maps.Bounds | None = None
    turn: str = ""


def bounds_of(picture: "Picture", number: int) -> maps.Bounds:
    """Return the window that holds a cluster, in degrees (EPSG:4326)."""
    west, south, east, north = picture.groups.loc[picture.groups["cluster_no"] == number].total_bounds.tolist()
    return west, south, east, north


def draw(key: str, picture: "Picture", look: Look, height: int, *, has_twin: bool = False) -> None:
    """Draw a picture on the map, and below it the way to the project or park that was clicked; nothing without a place.

    ``key`` is the map's own on the page.
    """
    whole = scenes.extent()
    if whole is None:
        return
    answer = st.session_state.get(key) or {}
    basemap = scenes.basemap()
    view = maps.reported(answer.get("view"), basemap.is_shifted) or maps.around(whole)
    layers = _layers(picture, look, view, is_shifted=basemap.is_shifted)
    moved = {"selected": answer.get("selected"), "focus": look.near or whole, "focus_turn": look.turn}
    scene = scenes.scene(layers, whole, view, has_twin=has_twin, **moved)
    folium_map.draw(basemap, scene, height, key=key)
    _way(maps.Place.read(answer.get("selected")))


def _layers(picture: "Picture", look: Look, view: maps.View, *, is_shifted: bool) -> dict[str, maps.Layer]:
    inside = int(picture.groups["project_count"].sum())
    is_of = picture.projects["is_of"]
    those, others = picture.projects[is_of], picture.projects[~is_of]
    counts = inside, picture.project_count - inside
    return {
        "outlines": scenes.outlines(view, look.day),
        "parks": scenes.pale_parks(view, look.day),
        "hulls": maps.hulls(picture.groups, view, is_shifted=is_shifted),
        "others": maps.others(others[[*_FACTS, "industry_name"]], picture.other_count, is_shifted=is_shifted),
        "projects": maps.gathered(
            those[[*_FACTS, "cluster_no", "area_name"]], look.industry, counts, is_shifted=is_shifted
        ),
    }


def _way(place: maps.Place | None) -> None:
    """Draw the way to the page of the project or park chosen; one that is not known any more has none."""
    if place and place.kind == "project":
        rows = data.project(place.id)
        if len(rows):
            card.more(place, rows["project_name"].iloc[0])
    elif place and place.kind == "park":
        park = data.park("parks", place.id)
        if park is not None:
            card.more(place, park["park_name"])
