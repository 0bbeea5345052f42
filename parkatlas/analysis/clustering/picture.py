"""One industry on the ground at one day: its projects, their groups with hulls, and what lies around, in kilometres."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely

from parkatlas.analysis.clustering import groups

if TYPE_CHECKING:
    from collections.abc import Iterable

    from parkatlas.analysis.clustering.ground import Ground

# Of more points than these a page draws so many at random; the groups are made of what ``groups.MOST`` allows.
MOST_DRAWN = 1_500
SEED = 20260731
_METRES = 1000.0
# Outlines are drawn to this many metres.
_DETAIL_M = 30.0


@dataclass(frozen=True)
class Line:
    """A line on the map: kilometres to the east and north, parts divided by NaN."""

    x: list[float] = field(default_factory=list)
    y: list[float] = field(default_factory=list)


@dataclass(frozen=True)
class Picture:
    """What to draw of an industry, and its groups in figures.

    ``projects``: x, y (km), project_name, invested_wan, is_of the industry, cluster_no (0: none). ``groups``: rows of
    ``groups.summed`` with x, y of the middle, weighted by money where all state it. ``hulls`` by group.
    ``project_count`` projects of the industry have a point; ``looked_at`` of them made the groups.
    """

    projects: pd.DataFrame
    groups: pd.DataFrame
    hulls: dict[int, Line]
    land: Line
    parks: Line
    project_count: int
    looked_at: int


def drawn(
    projects: pd.DataFrame, industry: str, rule: groups.Rule, plane: "Ground", around: "tuple[Line, Line]"
) -> Picture:
    """Group an industry's projects (rows of ``queries/cluster_projects``) and lay all of them on the plane."""
    located = projects[projects["lon"].notna() & projects["lat"].notna()]
    points = plane.metres(located["lon"], located["lat"]) if len(located) else np.empty((0, 2))
    laid = located.assign(x=points[:, 0], y=points[:, 1], is_of=(located["industry_name"] == industry).to_numpy())
    those, others = laid[laid["is_of"]].copy(), laid[~laid["is_of"]]
    taken = _some(those, groups.MOST)
    found = groups.grouped(taken[["x", "y"]].to_numpy(), rule)
    hulls = {
        int(number): groups.hull(taken[["x", "y"]].to_numpy()[found == number], rule.near_m / 3)
        for number in np.unique(found[found != groups.OUTLIER])
    }
    those["cluster_no"] = found if len(taken) == len(those) else _held(those, hulls)
    shown = pd.concat([_some(others, MOST_DRAWN).assign(cluster_no=groups.OUTLIER), _some(those, MOST_DRAWN)])
    return Picture(
        projects=_in_km(shown)[["x", "y", "project_name", "invested_wan", "is_of", "cluster_no"]],
        groups=_in_km(_middles(groups.summed(those), those)),
        hulls={number: line([shape]) for number, shape in hulls.items()},
        land=around[0],
        parks=around[1],
        project_count=len(those),
        looked_at=len(taken),
    )


def line(shapes: "Iterable[shapely.Geometry]") -> Line:
    """Return the borders of shapes in metres as one line in kilometres."""
    parts = shapely.get_parts(shapely.simplify(np.array(list(shapes), object), _DETAIL_M))
    rings = shapely.get_rings(parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON])
    if not len(rings):
        return Line()
    gap = np.full((1, 2), np.nan)
    path = np.vstack([piece for ring in rings for piece in (shapely.get_coordinates(ring) / _METRES, gap)])
    return Line(path[:, 0].tolist(), path[:, 1].tolist())


def _some(rows: pd.DataFrame, most: int) -> pd.DataFrame:
    return rows if len(rows) <= most else rows.sample(most, random_state=SEED).sort_index()


def _held(rows: pd.DataFrame, hulls: "dict[int, shapely.Geometry]") -> "np.typing.NDArray[np.int64]":
    """Return the group of every project where only some made the groups: that whose hull holds it."""
    numbers = np.full(len(rows), groups.OUTLIER, dtype=np.int64)
    for number, shape in hulls.items():
        numbers[shapely.intersects_xy(shape, rows["x"], rows["y"])] = number
    return numbers


def _middles(summed: pd.DataFrame, those: pd.DataFrame) -> pd.DataFrame:
    if summed.empty:
        return pd.DataFrame(columns=[*groups.SUMMED, "x", "y"])
    places = []
    for number in summed["cluster_no"]:
        group = those[those["cluster_no"] == number]
        money = group["invested_wan"]
        weights = money if money.notna().all() and money.sum() > 0 else None
        places.append([np.average(group[axis], weights=weights) for axis in ("x", "y")])
    return summed.assign(**dict(zip("xy", np.array(places).T, strict=True)))


def _in_km(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(x=rows["x"] / _METRES, y=rows["y"] / _METRES)
