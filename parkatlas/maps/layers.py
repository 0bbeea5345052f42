"""Frames to what the browser draws: outlines, parks, constraint layers, projects, obstacles; plain data, never code."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
from babel.numbers import format_compact_decimal
from numpy.typing import NDArray

from parkatlas import colours, datum, formats, terms
from parkatlas.columns import column
from parkatlas.maps import colouring, payload
from parkatlas.maps.colouring import Colouring
from parkatlas.maps.place import Kind
from parkatlas.maps.shapes import UNITS_PER_DEGREE, Shapes
from parkatlas.maps.view import View
from parkatlas.messages import language, locale, text

# Above so many projects a view shows cells, which the queries make.
MOST_SINGLES = 1_000
# Values written out in tooltips and popups of one layer; with very many items only the first line stays.
_MOST_FACTS = 4_000

# What the popup says of a patch of a constraint layer, under the layer's name.
_PATCH_FACTS = ("drawn_area_mu", "layer_kind", "patch_name")

_SMALLEST_PX, _LARGEST_PX = 4.0, 18.0
_PX_PER_ROOT_YI = 3.2
_CELL_PX = (30, 58)
# Measures of parks that are terms, not numbers.
_TERMS = {"verdict": colours.VERDICT, "siting_verdict": colours.VERDICT}
# How wide the arcs of the smallest class of money are, and of the largest; beyond so many, wide ones hide each other.
_THINNEST_ARC_PX, _WIDEST_ARC_PX, _WIDEST_IN_CROWD_PX = 1.2, 9.0, 4.0
_CROWD = 50

_SMALLEST_OBSTACLE_PX = 7.0
_LONGEST_NAME = 60


@dataclass(frozen=True)
class Layer:
    """One layer as data for the browser; ``suits_every_view`` tells whether panning and zooming need it anew."""

    content: payload.Content
    suits_every_view: bool = True


def outlines(shapes: Shapes, view: View) -> Layer:
    """Return the region's own lines (townships and the like), pale, without names."""
    _, drawn, suits = shapes.drawn(view)
    return Layer({"shapes": [shape for shape in drawn if shape]}, suits)


def parks(
    shapes: Shapes, frame: pd.DataFrame, measure: str, view: View, *, beside: "pd.Series[Any] | None" = None
) -> Layer:
    """Return the parks of ``frame`` (park_id, park_name and ``measure``) filled by a measure or by their verdict.

    ``measure`` is a column of the catalogue; "verdict" fills by reaching the threshold, "siting_verdict" by meeting a
    project's conditions. Every further column of the frame becomes a line of the popup, in the frame's order. The order
    of rows is the order of importance of the names. ``beside`` are the values of a map at this one's side,
    which shares its classes.
    """
    content, suits = _parks(shapes, frame, view, _colour_parks(frame, measure, beside), measure)
    if measure not in (*_TERMS, "is_host"):
        content["line"] = colours.MEASURE_LINE
    return Layer(content, suits)


def pale_parks(shapes: Shapes, frame: pd.DataFrame, view: View) -> Layer:
    """Return the parks of ``frame`` (park_id, park_name and facts) as pale ground for what else the map shows."""
    chosen = colouring.alone(text("maps.parks"), colours.PALE, len(frame))
    return Layer(*_parks(shapes, frame, view, chosen, str(frame.columns[2])))


def _parks(
    shapes: Shapes, frame: pd.DataFrame, view: View, chosen: Colouring, first: str
) -> tuple[payload.Parks, bool]:
    """Return the content of a layer of parks and whether it suits every view."""
    drawn_rows, drawn, suits = shapes.drawn(view)
    by_id = dict(zip(frame["park_id"].astype(str), range(len(frame)), strict=True))
    pairs = [
        (by_id[shapes.ids[row]], row, shape)
        for row, shape in zip(drawn_rows, drawn, strict=True)
        if shapes.ids[row] in by_id
    ]
    pairs.sort(key=lambda pair: pair[0])
    rows = frame.iloc[[index for index, _, _ in pairs]]
    content: payload.Parks = {
        **items(rows, replace(chosen, index=chosen.index[[index for index, _, _ in pairs]]), "park", first),
        "shapes": [shape for _, _, shape in pairs],
        "points": shapes.points[[row for _, row, _ in pairs]].ravel().tolist(),
        "line": None,
    }
    return content, suits


def constraints(shapes: Shapes, patches: pd.DataFrame, view: View) -> Layer:
    """Return the patches of constraint layers, coloured by the layer's kind; those too small to see are left out.

    ``patches`` are rows of ``Workspace.layers``; ``shapes`` was made of them with their row numbers as ids.
    """
    keys = ["layer_kind", "layer_name"]
    counts = patches.groupby(keys).size()
    drawn_rows, drawn, suits = shapes.drawn(view)
    pairs = [(int(shapes.ids[row]), shape) for row, shape in zip(drawn_rows, drawn, strict=True) if shape]
    rows = patches.iloc[[row for row, _ in pairs]]
    facts = _PATCH_FACTS[: max(1, _MOST_FACTS // max(1, len(rows)))]
    content: payload.Patches = {
        "kind": "constraint",
        "title": column("patch_count").label,
        "entries": [
            {"label": name, "colour": colours.CONSTRAINT[kind], "count": count}
            for (kind, name), count in zip(counts.index, counts.tolist(), strict=True)
        ],
        "shapes": [shape for _, shape in pairs],
        "names": rows["layer_name"].tolist(),
        "labels": [column(name).label for name in facts],
        "facts": facts_of(rows, facts),
        "of": counts.index.get_indexer(pd.MultiIndex.from_frame(rows[keys])).tolist(),
    }
    return Layer(content, suits)


def projects(
    frame: pd.DataFrame,
    attribute: str,
    *,
    is_shifted: bool = False,
    is_complete: bool = True,
    beside: "pd.Series[Any] | None" = None,
) -> Layer:
    """Return one circle for each project with a point: area by invested_wan, colour by ``attribute``.

    ``frame`` has project_id, project_name, lon, lat, invested_wan, the attribute (stage, verdict, industry_name,
    capital_type, is_enclave or is_lit) and what else the popup shall say. ``is_complete`` tells that it holds all
    projects chosen, not only those within reach. ``beside`` are the attribute's values on a map at this one's side,
    which shares its colours.
    """
    rows = frame[frame["lon"].notna() & frame["lat"].notna()]
    content = circles(rows, _colour_projects(rows, attribute, beside), radii_of(rows["invested_wan"]), is_shifted)
    if attribute == "is_lit":
        content["front"] = 0
    return Layer(content, is_complete)


def picked(frame: pd.DataFrame, *, is_shifted: bool = False) -> Layer:
    """Return a ring around each project set apart: project_id, project_name, lon, lat, invested_wan and facts."""
    rows = frame[frame["lon"].notna() & frame["lat"].notna()]
    only = colouring.alone(text("maps.picked"), colours.LIT, len(rows))
    return Layer(circles(rows, only, radii_of(rows["invested_wan"]), is_shifted))


def circles(rows: pd.DataFrame, chosen: Colouring, radii: list[float], is_shifted: bool) -> payload.Circles:
    """Return a circle for each project of ``rows``, the money first in what its popup says."""
    return {
        **items(rows, chosen, "project", first="invested_wan"),
        "points": points_of(rows, is_shifted),
        "radii": radii,
        "front": None,
    }


def obstacles(frame: pd.DataFrame, *, is_shifted: bool = False) -> Layer:
    """Return one triangle for each obstacle with a place: area by held_wan, colour by obstacle_kind.

    ``frame`` has obstacle_id, obstacle_kind, description, lon, lat, held_wan and what else the popup shall say. An
    obstacle is called by its description, cut short, or by its kind where there is none.
    """
    rows = frame[frame["lon"].notna() & frame["lat"].notna()]
    names = [_obstacle_name(row.description, row.obstacle_kind) for row in rows.itertuples()]
    chosen = colouring.by_term(rows["obstacle_kind"], "obstacle_kind", colours.OBSTACLE)
    named = rows.drop(columns="description").assign(obstacle_name=names)
    content: payload.Circles = {
        **items(named, chosen, "obstacle", "project_count"),
        "points": points_of(rows, is_shifted),
        "radii": [max(radius, _SMALLEST_OBSTACLE_PX) for radius in radii_of(rows["held_wan"])],
        "front": None,
    }
    return Layer(content)


def cells(frame: pd.DataFrame, *, is_shifted: bool = False) -> Layer:
    """Return a number in a ring for each cell: lon, lat, project_count, invested_wan, reached_share_pct."""
    counts = frame["project_count"].to_numpy(dtype=float)
    largest = math.sqrt(counts.max()) if len(counts) else 1.0
    sizes = _CELL_PX[0] + (_CELL_PX[1] - _CELL_PX[0]) * np.sqrt(counts) / largest
    facts = ("project_count", "invested_wan", "reached_share_pct")
    shares = frame["reached_share_pct"].to_numpy(dtype=float, na_value=np.nan)
    content: payload.Cells = {
        "kind": "cell",
        "title": text("maps.projects_in_cells"),
        "entries": [
            {"label": text("maps.share_reached"), "colour": colours.REACHED},
            {"label": text("maps.share_short"), "colour": colours.SHORT},
            {"label": text("maps.share_unknown"), "colour": colours.NO_DATA},
        ],
        "count": int(counts.sum()),
        "labels": [column(name).label for name in facts],
        "facts": facts_of(frame, facts),
        "names": [_short_count(int(count)) for count in counts],
        "points": points_of(frame, is_shifted),
        "sizes": sizes.round().astype(int).tolist(),
        "shares": [None if math.isnan(share) else round(share, 1) for share in shares.tolist()],
    }
    return Layer(content, suits_every_view=False)


def flows(frame: pd.DataFrame, *, is_shifted: bool = False) -> Layer:
    """Return an arc from each unit's seat to the park that it brought projects to, as wide as its class of money.

    ``frame``: rows of ``queries/enclave_flows``; those without a seat or a park's point are left out.
    """
    rows = frame.dropna(subset=["unit_lon", "unit_lat", "park_lon", "park_lat"])
    chosen = colouring.by_measure(rows["invested_wan"], "invested_wan")
    widths = _arc_widths(len(chosen.entries) - 1, _WIDEST_IN_CROWD_PX if len(rows) > _CROWD else _WIDEST_ARC_PX)
    facts = ("invested_wan", "project_count", "failing_count", "unjudged_count")
    names = [text("maps.flow", unit=row.unit_label, park=row.park_label) for row in rows.itertuples()]
    content: payload.Flows = {
        "kind": "flow",
        "title": text("maps.flows"),
        "entries": [
            {
                "label": entry.label,
                "colour": colours.ENCLAVE,
                "count": entry.count,
                "width": width,
            }
            for entry, width in zip(chosen.entries, widths.tolist(), strict=True)
        ],
        "widths": widths[chosen.index].tolist(),
        "names": names,
        "unit_ids": rows["unit_id"].astype(str).tolist(),
        "labels": [column(name).label for name in facts],
        "facts": facts_of(rows, facts),
        "of": chosen.index.tolist(),
        "starts": points_of(rows, is_shifted, "unit_"),
        "ends": points_of(rows, is_shifted, "park_"),
    }
    return Layer(content)


def seats(frame: pd.DataFrame, *, is_shifted: bool = False) -> Layer:
    """Return a dot for each unit with a seat that brought anything to a park of another, the most money first.

    ``frame``: rows of ``queries/enclave_flows``.
    """
    sums = frame.groupby("unit_id", sort=False)[["invested_wan", "project_count"]].sum(min_count=1)
    rows = frame.drop(columns=list(sums.columns)).join(sums, on="unit_id").drop_duplicates("unit_id")
    rows = rows.dropna(subset=["unit_lon", "unit_lat"]).sort_values("invested_wan", ascending=False, kind="stable")
    facts = ("invested_wan", "project_count")
    content: payload.Seats = {
        "kind": "seat",
        "title": "",
        "names": rows["unit_label"].astype(str).tolist(),
        "unit_ids": rows["unit_id"].astype(str).tolist(),
        "labels": [column(name).label for name in facts],
        "facts": facts_of(rows, facts),
        "points": points_of(rows, is_shifted, "unit_"),
    }
    return Layer(content)


def _arc_widths(classes: int, widest: float) -> NDArray[np.float64]:
    """Return the width in pixels of each class of money, each wider by the same factor, and of flows without money."""
    falling = np.geomspace(widest, _THINNEST_ARC_PX, classes)
    return np.append(falling[::-1], _THINNEST_ARC_PX).round(1)


def _obstacle_name(description: object, kind: str) -> str:
    """Return what an obstacle is called on the map."""
    name = description if isinstance(description, str) else terms.label("obstacle_kind", kind)
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"


def _colour_parks(frame: pd.DataFrame, measure: str, beside: "pd.Series[Any] | None") -> Colouring:
    if measure == "is_host":
        return colouring.by_flag(frame[measure], measure)
    if measure in _TERMS:
        return colouring.by_term(frame[measure], measure, _TERMS[measure])
    return colouring.by_measure(frame[measure], measure, beside)


def _colour_projects(frame: pd.DataFrame, attribute: str, beside: "pd.Series[Any] | None") -> Colouring:
    if attribute in ("is_enclave", "is_lit"):
        return colouring.by_flag(frame[attribute], attribute)
    palettes = {"stage": colours.STAGE, "verdict": colours.VERDICT, "capital_type": colours.CAPITAL}
    if attribute in palettes:
        return colouring.by_term(frame[attribute], attribute, palettes[attribute])
    return colouring.by_name(frame[attribute], attribute, beside)


def items(frame: pd.DataFrame, chosen: Colouring, kind: Kind, first: str) -> payload.Identified:
    """Return what parks, projects and obstacles share: legend, ids, names and the lines of tooltip and popup."""
    left_out = {f"{kind}_id", f"{kind}_name", "lon", "lat", first}
    facts = [first, *(name for name in frame.columns if name not in left_out)]
    facts = facts[: max(1, _MOST_FACTS // max(1, len(frame)))]
    return {
        "kind": kind,
        "title": chosen.title,
        "entries": [
            {
                "label": entry.label,
                "colour": entry.colour,
                "count": entry.count,
                "hatched": entry.is_hatched,
                "hollow": entry.is_hollow,
            }
            for entry in chosen.entries
        ],
        "count": sum(entry.count for entry in chosen.entries),
        "ids": frame[f"{kind}_id"].astype(str).tolist(),
        "names": frame[f"{kind}_name"].astype(str).tolist(),
        "labels": [column(name).label for name in facts],
        "facts": facts_of(frame, facts),
        "of": chosen.index.tolist(),
    }


def facts_of(frame: pd.DataFrame, names: Sequence[str]) -> list[list[str]]:
    """Return the values of each row as people read them, unit included."""
    cells = [[_cell_text(language(), name, value) for value in frame[name].astype(object)] for name in names]
    return [list(row) for row in zip(*cells, strict=True)]


@lru_cache(maxsize=100_000, typed=True)  # 120 and 120.0 are the same key else, and not the same words
def _cell_text(_language: str, name: str, value: object) -> str:
    """Return one value with its unit; kept, because most values are the same from one drawing to the next."""
    return formats.cell(name, value)


def points_of(frame: pd.DataFrame, is_shifted: bool, whose: str = "") -> list[int]:
    """Return ``[x, y, x, y, …]`` in 1e-5 degrees, of ``<whose>lon`` and ``<whose>lat``."""
    lon, lat = frame[f"{whose}lon"].to_numpy(dtype=float), frame[f"{whose}lat"].to_numpy(dtype=float)
    if is_shifted:
        lon, lat = datum.wgs84_to_gcj02(lon, lat)
    return np.round(np.column_stack([lon, lat]) * UNITS_PER_DEGREE).astype(int).ravel().tolist()


def radii_of(invested_wan: "pd.Series[float]") -> list[float]:
    """Return radii in pixels: the area grows with the money, from a smallest one that can still be hit."""
    wan = invested_wan.to_numpy(dtype=float, na_value=0.0)
    radii = np.sqrt(_SMALLEST_PX**2 + np.maximum(wan, 0) / formats.WAN_PER_YI * _PX_PER_ROOT_YI**2)
    return np.minimum(radii, _LARGEST_PX).round(1).tolist()  # type: ignore[no-any-return]


def _short_count(count: int) -> str:
    """Return a count that fits a circle: 8, 950, 1.2万 or 12K."""
    return format_compact_decimal(count, locale=locale(), fraction_digits=1)
