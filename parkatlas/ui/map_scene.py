"""What the map shows now: the shared filters, the chosen colours and the window, as one scene."""

import math
from typing import TYPE_CHECKING

import streamlit as st

from parkatlas import maps, terms
from parkatlas.errors import SettingsWrong
from parkatlas.ui import data, filters, frame, obstacles, store

if TYPE_CHECKING:
    import pandas as pd

# What parks can be filled by and projects coloured by; the first is where a map begins.
MEASURES = ("verdict", "intensity_wan_per_mu", "invested_wan", "project_count", "planned_area_mu", "free_area_mu")
ATTRIBUTES = ("stage", "industry_name", "verdict", "capital_type", "is_enclave")

_PARK_FACTS = ["intensity_wan_per_mu", "threshold_wan_per_mu", "project_count", "invested_wan", "planned_area_mu"]
# Degrees around a place that is moved to, some kilometre.
_NEAR = (0.008, 0.006)
_PROJECT_FACTS = ["park_name", "unit_name", "industry_name", "stage", "land_mu", "intensity_wan_per_mu"]


def basemap() -> maps.Basemap:
    """Return the basemap that the workspace's settings name."""
    workspace = store.workspace()
    chosen = workspace.settings.basemap
    try:
        return maps.Basemap(chosen.kind, chosen.url, chosen.key, chosen.attribution)
    except ValueError as error:
        raise SettingsWrong(str(workspace.directory), str(error)) from error


def extent() -> maps.Bounds | None:
    """Return the window that holds the chosen parks, else the region, else the projects; None where nothing is."""
    shapes, lines = _shapes("parks"), _shapes("units")
    return (lines.extent or shapes.extent) or _extent_of_points()


def bounds_of(place_key: str) -> maps.Bounds | None:
    """Return a window around a park (its bounds), a project or an obstacle with what it holds up, and a little more."""
    kind, _, name = place_key.partition(":")
    shapes = _shapes("parks")
    if kind == "park" and name in shapes.ids:
        west, south, east, north = (float(side) for side in shapes.bounds[shapes.ids.index(name)])
        return west, south, east, north
    points = data.project(name) if kind == "project" else obstacles.points(place_key)
    known = points[points["lon"].notna() & points["lat"].notna()]
    if known.empty:
        return None
    lon, lat = known["lon"].astype(float), known["lat"].astype(float)
    return lon.min() - _NEAR[0], lat.min() - _NEAR[1], lon.max() + _NEAR[0], lat.max() + _NEAR[1]


def compose(view: maps.View, measure: str, attribute: str, lit: list[str] | None = None) -> dict[str, maps.Layer]:
    """Return the layers for a window: outlines, parks by ``measure``, projects by ``attribute`` or in cells.

    ``lit`` are the ids of projects that shine while the others stay pale; None for no such list.
    """
    by_park = data.ask("intensity_by_park").sort_values("invested_wan", ascending=False, na_position="last")
    facts = dict.fromkeys(["park_id", "park_name", measure, *_PARK_FACTS])
    return {
        "outlines": outlines(view),
        "parks": parks(view, by_park[list(facts)]),
        "projects": _projects(view, attribute) if lit is None else _lit(lit),
    }


def outlines(view: maps.View) -> maps.Layer:
    """Return the region's own lines within a window."""
    return maps.outlines(_shapes("units"), view)


def parks(view: maps.View, rows: "pd.DataFrame") -> maps.Layer:
    """Return the parks of ``rows`` within a window, filled by the third column: id, name and that come first."""
    return maps.parks(_shapes("parks"), rows, str(rows.columns[2]), view)


def _projects(view: maps.View, attribute: str) -> maps.Layer:
    """Return single projects where few are in reach, else cells that the query sums."""
    is_shifted = basemap().is_shifted
    facts = list(
        dict.fromkeys(["project_id", "project_name", "lon", "lat", "invested_wan", attribute, *_PROJECT_FACTS])
    )
    if _are_few():
        return maps.projects(data.ask("projects_in_view")[facts], attribute, is_shifted=is_shifted)
    cells = data.ask("project_cells", **_reach(view), **_cell_size(view))
    if int(cells["project_count"].sum()) > maps.MOST_SINGLES:
        return maps.cells(cells, is_shifted=is_shifted)
    rows = data.ask("projects_in_view", **_reach(view))
    return maps.projects(rows[facts], attribute, is_shifted=is_shifted, is_complete=False)


def shining(ids: list[str] | None) -> "pd.DataFrame":
    """Return rows of ``projects_in_view``, dropped projects too: those of a list, or all for None."""
    chosen = filters.current()["stages"]
    return data.ask("projects_in_view", stages=chosen or [*(term.code for term in terms.STAGES), ""], only=ids)


def _lit(ids: list[str]) -> maps.Layer:
    """Return the projects with those of a list apart and on top; where there are too many to draw, these alone."""
    rows = shining(None if _are_few() else ids)
    rows = rows.assign(is_lit=rows["project_id"].isin(ids))
    shown = rows[rows["is_lit"] | (rows["stage"].fillna("") != "dropped")]
    facts = ["project_id", "project_name", "lon", "lat", "invested_wan", "is_lit", *_PROJECT_FACTS]
    return maps.projects(shown[facts], "is_lit", is_shifted=basemap().is_shifted)


def _are_few() -> bool:
    return int(data.ask("overview_totals")["project_count"].iloc[0]) <= maps.MOST_SINGLES


def _reach(view: maps.View) -> dict[str, float]:
    return {side: round(value, 4) for side, value in zip(("west", "south", "east", "north"), view.reach, strict=True)}


def _cell_size(view: maps.View) -> dict[str, float]:
    middle = math.radians((view.south + view.north) / 2)
    return {"cell_lon": view.cell_degrees, "cell_lat": view.cell_degrees * round(math.cos(middle), 2)}


def _shapes(kind: str) -> maps.Shapes:
    return _prepared(store.workspace().revision, str(filters.as_of()), kind, basemap().is_shifted)


@st.cache_resource(max_entries=8, show_spinner=False)
def _prepared(revision: int, as_of: str, kind: str, is_shifted: bool) -> maps.Shapes:  # noqa: ARG001 - in the key
    frame_of = {"parks": (data.boundaries, "park_id"), "units": (data.outlines, "unit_id")}
    read, id_column = frame_of[kind]
    return maps.Shapes(read(), id_column, is_shifted)


def _extent_of_points() -> maps.Bounds | None:
    cells: pd.DataFrame = data.ask("project_cells", cell_lon=1.0, cell_lat=1.0)
    if cells.empty:
        return None
    lon, lat = cells["lon"], cells["lat"]
    return float(lon.min()) - 0.1, float(lat.min()) - 0.1, float(lon.max()) + 0.1, float(lat.max()) + 0.1


def scene(layers: dict[str, maps.Layer], whole: maps.Bounds, view: maps.View, start: maps.View | None) -> maps.Scene:
    """Return the scene of ``layers`` with what is chosen; a newly chosen place is moved to."""
    chosen, turn = st.session_state.get("chosen"), st.session_state.get("focus_turn", "")
    return maps.Scene(
        extent=whole,
        view=view,
        layers=layers,
        selected=chosen,
        start=start,
        focus=bounds_of(chosen) if chosen and turn else None,
        focus_turn=turn,
        is_dark=frame.is_dark(),
        is_large=frame.is_large(),
    )
