"""One industry on the ground at one day: its projects, their groups with hulls and figures, and all others."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from parkatlas.analysis.clustering import groups

if TYPE_CHECKING:
    from parkatlas.analysis.clustering.ground import Ground

# Of more points than these a page draws so many at random; the groups are made of what ``groups.MOST`` allows.
MOST_DRAWN = 1_500
SEED = 20260731
_MARGIN_M = 150
_SHOWN = [
    "project_id", "project_name", "lon", "lat", "invested_wan", "industry_name", "area_name", "is_of", "cluster_no",
]  # fmt: skip


@dataclass(frozen=True)
class Picture:
    """What to draw of an industry, and its groups in figures.

    ``projects``: rows of ``queries/cluster_projects`` with is_of the industry and cluster_no (0: none), at most
    ``MOST_DRAWN`` of the industry and as many others. ``groups``: rows of ``groups.summed`` with the hulls as geometry,
    EPSG:4326. ``project_count`` projects of the industry and ``other_count`` of others have a point; ``looked_at`` of
    the industry's made the groups.
    """

    projects: pd.DataFrame
    groups: gpd.GeoDataFrame
    project_count: int
    looked_at: int
    other_count: int


def drawn(projects: pd.DataFrame, industry: str, rule: groups.Rule, plane: "Ground") -> Picture:
    """Group an industry's projects (rows of ``queries/cluster_projects``) by a rule, laid on the plane."""
    located = projects[projects["lon"].notna() & projects["lat"].notna()]
    points = plane.metres(located["lon"], located["lat"]) if len(located) else np.empty((0, 2))
    laid = located.assign(x=points[:, 0], y=points[:, 1], is_of=(located["industry_name"] == industry).to_numpy())
    those, others = laid[laid["is_of"]].copy(), laid[~laid["is_of"]]
    times = pd.Series(groups.counted(those["invested_wan"], rule), those.index)
    taken = those.loc[_within_limit(times)]
    at = taken[["x", "y"]].to_numpy()
    labels = groups.grouped(at, rule, times[taken.index].to_numpy())
    numbers = np.unique(labels[labels != groups.OUTLIER])
    hulls = [groups.hull(at[labels == number], _MARGIN_M) for number in numbers]
    those["cluster_no"] = labels if len(taken) == len(those) else _numbers_by_hull(those, numbers, hulls)
    drawn_rows = pd.concat([_some(others, MOST_DRAWN).assign(cluster_no=groups.OUTLIER), _some(those, MOST_DRAWN)])
    outlines = gpd.GeoSeries(plane.degrees(hulls), index=numbers, crs=4326)
    summed = groups.summed(those)
    return Picture(
        projects=drawn_rows[_SHOWN],
        groups=gpd.GeoDataFrame(summed, geometry=outlines.reindex(summed["cluster_no"]).to_numpy(), crs=4326),
        project_count=len(those),
        looked_at=len(taken),
        other_count=len(others),
    )


def _within_limit(times: "pd.Series[int]") -> "pd.Index[int]":
    """Return which projects make the groups: all, or so many at random as count ``groups.MOST`` together."""
    if times.sum() <= groups.MOST:
        return times.index
    mixed = times.sample(frac=1, random_state=SEED)
    return mixed[mixed.cumsum() <= groups.MOST].index.sort_values()


def _some(rows: pd.DataFrame, most: int) -> pd.DataFrame:
    return rows if len(rows) <= most else rows.sample(most, random_state=SEED).sort_index()


def _numbers_by_hull(
    rows: pd.DataFrame, numbers: "np.typing.NDArray[np.int64]", hulls: list[shapely.Geometry]
) -> "np.typing.NDArray[np.int64]":
    """Return the group of every project where only some made the groups: that whose hull holds it."""
    labels = np.full(len(rows), groups.OUTLIER, dtype=np.int64)
    for number, shape in zip(numbers, hulls, strict=True):
        labels[shapely.intersects_xy(shape, rows["x"], rows["y"])] = number
    return labels
