"""What the map shows now: the shared filters, the chosen colours and the window, as one scene."""

import math
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import streamlit as st

from parkatlas import exports, maps, terms
from parkatlas.errors import SettingsWrong
from parkatlas.messages import text
from parkatlas.ui.kit import address, data, filters, look, store
from parkatlas.ui.map import obstacles

if TYPE_CHECKING:
    import pandas as pd

# What parks can be filled by; the first is where a map begins.
MEASURES = ("verdict", "intensity_wan_per_mu", "measured_wan", "project_count", "planned_area_mu", "free_area_mu")

# Projects set apart on the map at once: those ticked, or those of a part of the chart.
MOST_PICKED = 500

_PARK_FACTS = ["intensity_wan_per_mu", "threshold_wan_per_mu", "project_count", "measured_wan", "planned_area_mu"]
# Vertices of constraint layers in one view: they share it with parks and projects.
_PATCH_VERTICES = 10_000
# Degrees around a place that is moved to, some kilometre.
_NEAR = (0.008, 0.006)
_PROJECT_FACTS = ["park_name", "unit_name", "industry_name", "stage", "land_mu", "intensity_wan_per_mu"]


@dataclass(frozen=True)
class Sight:
    """What one map is to show: the parks' measure, the projects' attribute, the day, and what is set apart.

    ``lit`` are the ids of projects highlighted while the others stay pale, None for no such list; ``picked`` those with
    a ring; ``beside`` what the map at its side shows, so that both share classes and colours.
    """

    measure: str
    attribute: str
    day: date
    lit: tuple[str, ...] | None = None
    picked: tuple[str, ...] = ()
    drawn: maps.Drawn | None = None
    beside: "Sight | None" = None


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
    shapes, lines = _shapes("parks", filters.as_of()), _shapes("units", filters.as_of())
    return (lines.extent or shapes.extent) or _extent_of_points()


def bounds_of(place: maps.Place) -> maps.Bounds | None:
    """Return a window around a park (its bounds), a project or an obstacle with what it holds up, and a little more."""
    shapes = _shapes("parks", filters.as_of())
    if place.kind == "park" and place.id in shapes.ids:
        west, south, east, north = (float(side) for side in shapes.bounds[shapes.ids.index(place.id)])
        return west, south, east, north
    points = data.project(place.id) if place.kind == "project" else obstacles.points(place)
    located = points[points["lon"].notna() & points["lat"].notna()]
    if located.empty:
        return None
    lon, lat = located["lon"].astype(float), located["lat"].astype(float)
    return lon.min() - _NEAR[0], lat.min() - _NEAR[1], lon.max() + _NEAR[0], lat.max() + _NEAR[1]


def chosen() -> maps.Place | None:
    """Return the place that is chosen on the map; None for none."""
    return maps.Place.read(st.session_state.get("chosen"))


def choose(place: maps.Place | None) -> None:
    """Choose a place on the map, None for none; the address names it."""
    st.session_state["chosen"] = place.words if place else None
    address.publish("chosen")


def compose(view: maps.View, sight: Sight) -> dict[str, maps.Layer]:
    """Return the layers for a window: outlines, parks by measure, projects by attribute or in cells, the picked."""
    ids = list(sight.picked)
    layers = grounds(view, sight)
    layers["projects"] = _projects(view, sight) if sight.lit is None else _lit(sight, list(sight.lit))
    if sight.drawn:
        layers["drawn"] = sight.drawn.layer(basemap().is_shifted)
    if ids:
        rows = shining(ids, sight.day)[["project_id", "project_name", "lon", "lat", "invested_wan", *_PROJECT_FACTS]]
        layers["picked"] = maps.picked(rows, is_shifted=basemap().is_shifted)
    return layers


def grounds(view: maps.View, sight: Sight) -> dict[str, maps.Layer]:
    """Return the layers below all others: outlines and parks."""
    return {"outlines": outlines(view, sight.day), "parks": _parks_of(view, sight)}


def outlines(view: maps.View, day: date | None = None) -> maps.Layer:
    """Return the region's own lines within a window, on the day of the page where none is given."""
    return maps.outlines(_shapes("units", day or filters.as_of()), view)


def constraints(view: maps.View, day: date | None = None) -> maps.Layer:
    """Return the constraint layers within a window, on the day of the page where none is given."""
    chosen = day or filters.as_of()
    return maps.constraints(_shapes("layers", chosen), data.layers(chosen), view)


def parks(view: maps.View, rows: "pd.DataFrame") -> maps.Layer:
    """Return the parks of ``rows`` within a window, filled by the third column: id, name and that come first."""
    return maps.parks(_shapes("parks", filters.as_of()), rows, str(rows.columns[2]), view)


def pale_parks(view: maps.View, day: date) -> maps.Layer:
    """Return the parks of a day within a window as pale ground, with what they are meant for."""
    rows = data.ask("parks", as_of=day)[["park_id", "park_name", "park_industries", "planned_area_mu"]]
    return maps.pale_parks(_shapes("parks", day), rows, view)


def _parks_of(view: maps.View, sight: Sight) -> maps.Layer:
    """Return the parks by the measure of a sight, its classes made of the map beside it too."""
    by_park = _by_park(sight.day)
    facts = dict.fromkeys(["park_id", "park_name", sight.measure, *_PARK_FACTS])
    other = sight.beside
    more = _by_park(other.day)[sight.measure] if other and other.measure == sight.measure else None
    return maps.parks(_shapes("parks", sight.day), by_park[list(facts)], sight.measure, view, beside=more)


def _by_park(day: date) -> "pd.DataFrame":
    rows = data.ask("intensity_by_park", as_of=day)
    return rows.sort_values("measured_wan", ascending=False, na_position="last")


def _projects(view: maps.View, sight: Sight) -> maps.Layer:
    """Return single projects where few are in reach, else cells that the query sums."""
    is_shifted, attribute, day = basemap().is_shifted, sight.attribute, sight.day
    facts = list(
        dict.fromkeys(["project_id", "project_name", "lon", "lat", "invested_wan", attribute, *_PROJECT_FACTS])
    )
    if _are_few(day):
        rows = data.ask("projects_in_view", as_of=day)[facts]
        others = data.ask("projects_in_view", as_of=sight.beside.day)[attribute] if sight.beside else None
        return maps.projects(rows, attribute, is_shifted=is_shifted, beside=others)
    cells = data.ask("project_cells", as_of=day, **_reach(view), **_cell_size(view))
    if int(cells["project_count"].sum()) > maps.MOST_SINGLES:
        return maps.cells(cells, is_shifted=is_shifted)
    rows = data.ask("projects_in_view", as_of=day, **_reach(view))
    return maps.projects(rows[facts], attribute, is_shifted=is_shifted, is_complete=False)


def shining(ids: list[str] | None, day: date) -> "pd.DataFrame":
    """Return rows of ``projects_in_view``, dropped projects too: those of a list, or all for None."""
    chosen = filters.current().stages
    stages = chosen or [*(term.code for term in terms.STAGES), ""]
    return data.ask("projects_in_view", as_of=day, stages=stages, only=ids)


def _lit(sight: Sight, ids: list[str]) -> maps.Layer:
    """Return the projects with those of a list apart and on top; where there are too many to draw, these alone."""
    rows = shining(None if _are_few(sight.day) else ids, sight.day)
    rows = rows.assign(is_lit=rows["project_id"].isin(ids))
    drawn_rows = rows[rows["is_lit"] | (rows["stage"].fillna("") != "dropped")]
    facts = ["project_id", "project_name", "lon", "lat", "invested_wan", "is_lit", *_PROJECT_FACTS]
    return maps.projects(drawn_rows[facts], "is_lit", is_shifted=basemap().is_shifted)


def _are_few(day: date) -> bool:
    return int(data.ask("overview_totals", as_of=day)["project_count"].iloc[0]) <= maps.MOST_SINGLES


def _reach(view: maps.View) -> dict[str, float]:
    return {side: round(value, 4) for side, value in zip(("west", "south", "east", "north"), view.reach, strict=True)}


def _cell_size(view: maps.View) -> dict[str, float]:
    middle = math.radians((view.south + view.north) / 2)
    return {"cell_lon": view.cell_degrees, "cell_lat": view.cell_degrees * round(math.cos(middle), 2)}


def _shapes(kind: str, day: date) -> maps.Shapes:
    return _prepared(store.workspace().revision, day, kind, basemap().is_shifted)


@st.cache_resource(max_entries=12, show_spinner=False)
def _prepared(revision: int, day: date, kind: str, is_shifted: bool) -> maps.Shapes:  # noqa: ARG001 - in the key
    if kind == "layers":
        return maps.Shapes(data.layers(day).reset_index(names="row"), "row", is_shifted, _PATCH_VERTICES)
    read, id_column = {"parks": (data.boundaries, "park_id"), "units": (data.outlines, "unit_id")}[kind]
    return maps.Shapes(read(day), id_column, is_shifted)


def _extent_of_points() -> maps.Bounds | None:
    """Return the window that holds nearly all projects: a few points in another country must not push them aside."""
    cells: pd.DataFrame = data.ask("project_cells", cell_lon=0.1, cell_lat=0.1)
    if cells.empty:
        return None
    west, east = _span(cells["lon"], cells["project_count"])
    south, north = _span(cells["lat"], cells["project_count"])
    return west - 0.1, south - 0.1, east + 0.1, north + 0.1


def _span(degrees: "pd.Series[float]", counts: "pd.Series[int]") -> tuple[float, float]:
    """Return from where to where the middle nine tenths lie, half as much more on each side as far as anything does."""
    low, high = np.quantile(degrees, [0.05, 0.95], weights=counts, method="inverted_cdf")
    more = (high - low) / 2
    return max(float(degrees.min()), low - more), min(float(degrees.max()), high + more)


def scene(layers: dict[str, maps.Layer], whole: maps.Bounds, view: maps.View, **more: Any) -> maps.Scene:
    """Return the scene of ``layers`` with what is chosen; it moves to a place newly chosen.

    ``more`` are fields of the scene that differ from that.
    """
    place, turn = chosen(), st.session_state.get("focus_turn", "")
    usual = {
        "selected": place.words if place else None,
        "focus": bounds_of(place) if place and turn else None,
        "focus_turn": turn,
        "picture": picture(),
        "is_dark": look.is_dark(),
        "is_large": look.is_large(),
    }
    return maps.Scene(whole, view, layers, **(usual | more))


def picture() -> maps.Picture:
    """Return what a map of this page carries when it is saved as a picture."""
    caption = data.asking().captioned(text(f"pages.{st.session_state['page']}"))
    return maps.Picture(caption.title, caption.line, exports.file_name(caption, "png"))
