"""What the Clusters page computes beyond its queries, kept until data, day, filters or rule change.

Computing takes seconds of processor time in this process: it is done for one visitor after the other, so that other
pages go on answering.
"""

from dataclasses import astuple
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
import pandas as pd
import streamlit as st

from parkatlas import measures, turns
from parkatlas.analysis import clustering
from parkatlas.messages import text
from parkatlas.ui.kit import data, filters, store
from parkatlas.ui.kit.markdown import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    import geopandas as gpd

    from parkatlas.analysis.clustering import Checkup, Ground, Picture, Rule
    from parkatlas.analysis.clustering.neighbours import Likeness

    Ahead = Callable[[], int]

Key = tuple[tuple[str, Any], ...]
Answer = TypeVar("Answer")
_AT_ONCE = 1
_TURNS = turns.Turns(_AT_ONCE)


class _NotYet(Exception):  # noqa: N818 - it says what is the matter
    """An answer is not ready, and it is not this visitor's turn to compute it."""


def checkup(area: str) -> "Checkup":
    """Test every industry and every area (park | unit) against chance; the industries filtered for are shown."""
    found = _answered("testing", partial(_checkup, *_asked(area)))
    shown = filters.current().industries
    if not shown:
        return found
    of = {name: rows[rows["industry_name"].isin(shown)] for name, rows in vars(found).items() if name in _BY_INDUSTRY}
    return clustering.Checkup(**vars(found) | of)


def picture(area: str, industry: str, rule: "Rule", as_of: date | None = None) -> "Picture":
    """Lay an industry's projects and clusters on the ground, as of another day where one is given."""
    return _answered("grouping", partial(_picture, *_asked(area, as_of), industry, astuple(rule)))


def likeness(area: str, industry: str) -> "tuple[Likeness, list[str]]":
    """Compare an industry's share among neighbours: townships of units, hexagons else; with the areas' names."""
    return _answered("comparing", partial(_likeness, *_asked(area), industry, area))


def _answered(doing: str, ask: "Callable[[Ahead], Answer]") -> "Answer":
    """Return an answer that is ready; else compute it when it is this visitor's turn, and say how many come first."""
    with _TURNS.queued() as ahead, st.spinner(text(f"clusters.{doing}")):
        try:
            return ask(ahead)
        except _NotYet:
            place = st.empty()
            turns.wait(ahead, lambda number: place.caption(plain(text("clusters.waiting", ahead=number))))
            place.empty()
        return ask(ahead)


def _begin(ahead: "Ahead") -> None:
    if ahead():
        raise _NotYet


_BY_INDUSTRY = ("industries", "areas")


def _asked(area: str, as_of: date | None = None) -> tuple[int, Key]:
    chosen = data.within("cluster_projects") | {"area": area} | ({"as_of": as_of} if as_of else {})
    return store.workspace().revision, store.keyed(chosen)


# Frames of any length: shared, never copied and never changed.
@st.cache_resource(max_entries=6, show_spinner=False)
def _projects(revision: int, key: Key) -> "pd.DataFrame":  # noqa: ARG001 - in the key
    return store.workspace().ask("cluster_projects", **store.unkeyed(key))


@st.cache_data(max_entries=20, show_spinner=False)
def _checkup(revision: int, key: Key, _ahead: "Ahead") -> "Checkup":
    _begin(_ahead)
    return clustering.checked(_projects(revision, key), list(_territories(key).geometry))


@st.cache_data(max_entries=60, show_spinner=False)
def _picture(revision: int, key: Key, industry: str, rule: tuple[Any, ...], _ahead: "Ahead") -> "Picture":
    _begin(_ahead)
    projects, plane = _projects(revision, key), _ground(revision, key)
    return clustering.picture.drawn(projects, industry, clustering.Rule(*rule), plane)


@st.cache_data(max_entries=60, show_spinner=False)
def _likeness(revision: int, key: Key, industry: str, area: str, _ahead: "Ahead") -> "tuple[Likeness, list[str]]":
    _begin(_ahead)
    projects = _projects(revision, key)
    located = projects[projects["lon"].notna() & projects["lat"].notna()]
    if located.empty:
        return clustering.neighbours.Likeness(), []
    plane = clustering.Ground(located["lon"], located["lat"])
    points = plane.metres(located["lon"], located["lat"])
    is_of = (located["industry_name"] == industry).to_numpy()
    units = _territories(key)
    if area == "unit" and len(units):
        found = clustering.neighbours.compared(points, is_of, plane.shapes(list(units.geometry)))
        return found, [str(units["unit_name"].iloc[place]) for place in found.areas.get("area_no", ())]
    grid = clustering.neighbours.hexagons(points)
    found = clustering.neighbours.compared(points, is_of, grid)
    names = clustering.neighbours.called(grid, points, _places(located, units))
    return found, [names[place] for place in found.areas.get("area_no", ())]


def _places(located: "pd.DataFrame", units: "gpd.GeoDataFrame") -> "pd.Series[str]":
    """Return where each project stands in words: its park or unit, else the territory that holds its point."""
    names = located["area_name"].reset_index(drop=True)
    if len(units):
        place, _ = measures.parks_of_points(located["lon"], located["lat"], list(units.geometry))
        names = names.fillna(pd.Series(units["unit_name"].to_numpy()[place]).where(place >= 0))
    return names.fillna(text("clusters.elsewhere"))


@st.cache_resource(max_entries=6, show_spinner=False)
def _ground(revision: int, key: Key) -> "Ground":
    """Return the plane around region and parks, else around the projects."""
    units, parks = _territories(key), store.workspace().boundaries(dict(key)["as_of"])
    shapes = [*units.geometry, *parks.geometry]
    if shapes:
        bounds = np.array([shape.bounds for shape in shapes])
        return clustering.Ground(bounds[:, [0, 2]].ravel(), bounds[:, [1, 3]].ravel())
    located = _projects(revision, key).dropna(subset=["lon", "lat"])
    return clustering.Ground(located["lon"], located["lat"]) if len(located) else clustering.Ground([0.0], [0.0])


def _territories(key: Key) -> "gpd.GeoDataFrame":
    return store.workspace().outlines(dict(key)["as_of"])
