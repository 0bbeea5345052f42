"""Where the projects of one industry stand close together: HDBSCAN on metres, with each group's hull, size and money.

Method: Campello, Moulavi and Sander, "Density-based clustering based on hierarchical density estimates", PAKDD 2013,
as scikit-learn has it. A group counts ``least`` at least, is not split at a gap narrower than ``near_m``, and always at
one wider than ``far_m``. What belongs to no group is an outlier, and stays one.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely

if TYPE_CHECKING:
    from numpy.typing import NDArray

OUTLIER = 0
LEAST, NEAR_M, FAR_M = 5, 500, 2000
# HDBSCAN's time grows with the square of the number.
MOST = 3_000
SUMMED = (
    "cluster_no", "area_name", "project_count", "share_pct", "invested_wan", "invested_share_pct", "largest_project",
    "spread_m",
)  # fmt: skip


@dataclass(frozen=True)
class Rule:
    """What makes a group: how much it counts at least, the gap that never parts it, the gap that always does.

    Each project counts once, or, where ``is_weighted``, by its investment.
    """

    least: int = LEAST
    near_m: float = NEAR_M
    far_m: float = FAR_M
    is_weighted: bool = False


def counted(invested_wan: "pd.Series[float]", rule: Rule) -> "NDArray[np.int64]":
    """Return how many times each project of an industry counts by a rule, once at least.

    By investment: as many times as the median of the known ones goes into it, halves up, but fewer than ``least``, so
    that no project makes a group by itself; once where it is not known.
    """
    usual = invested_wan.median()
    if not rule.is_weighted or not usual > 0:
        return np.ones(len(invested_wan), dtype=np.int64)
    times = np.floor(invested_wan.to_numpy(dtype=float, na_value=0.0) / usual + 0.5)
    fit: NDArray[np.int64] = np.clip(times, 1, rule.least - 1).astype(np.int64)
    return fit


def grouped(points: "NDArray[np.float64]", rule: Rule, times: "NDArray[np.int64] | None" = None) -> "NDArray[np.int64]":
    """Return the number of each point's group, 1 the one that counts most; ``OUTLIER`` for points that stand alone.

    ``points``: metres; ``times``: how many times each counts (None: once), ``MOST`` in all at most.
    """
    if times is None:
        return _numbered(points, rule)
    # HDBSCAN takes no weights: a point that counts twice is repeated, and takes the number of its first copy.
    numbers: NDArray[np.int64] = _numbered(np.repeat(points, times, axis=0), rule)[np.cumsum(times) - times]
    return numbers


def _numbered(points: "NDArray[np.float64]", rule: Rule) -> "NDArray[np.int64]":
    if len(points) < rule.least:
        return np.full(len(points), OUTLIER)
    from sklearn.cluster import DBSCAN  # noqa: PLC0415 - half a second that only this page needs

    parts = DBSCAN(eps=rule.far_m, min_samples=1).fit_predict(points)
    labels, used = np.full(len(points), -1), 0
    for part in np.unique(parts):
        inside = np.flatnonzero(parts == part)
        if len(inside) >= rule.least:
            of = _within(points[inside], rule)
            labels[inside[of >= 0]] = of[of >= 0] + used
            used += int(of.max()) + 1
    numbers, counts = np.unique(labels[labels >= 0], return_counts=True)
    middles = [points[labels == number].mean(axis=0) for number in numbers]
    order = sorted(range(len(numbers)), key=lambda index: (-counts[index], *middles[index]))
    rank_of = {int(numbers[index]): rank + 1 for rank, index in enumerate(order)}
    return np.array([rank_of.get(int(number), OUTLIER) for number in labels], dtype=np.int64)


def _within(points: "NDArray[np.float64]", rule: Rule) -> "NDArray[np.int64]":
    """Return the groups of points without a wide gap, -1 for outliers."""
    from sklearn.cluster import HDBSCAN  # noqa: PLC0415 - as above

    labels: NDArray[np.int64] = HDBSCAN(
        min_cluster_size=rule.least,
        min_samples=max(rule.least // 2, 1),
        cluster_selection_epsilon=float(rule.near_m),
        allow_single_cluster=True,
        copy=True,
    ).fit_predict(points)
    return labels


def hull(points: "NDArray[np.float64]", margin_m: float) -> shapely.Geometry:
    """Return the outline around a group: its convex hull with a margin, so that one on a single spot is seen too."""
    return shapely.buffer(shapely.convex_hull(shapely.multipoints(points)), margin_m)


def summed(projects: pd.DataFrame) -> pd.DataFrame:
    """Return one row per group of ``projects`` (x, y in metres, project_name, invested_wan, area_name, cluster_no).

    cluster_no, area_name (where most of it stands), project_count, share_pct of the industry's projects, invested_wan,
    invested_share_pct, largest_project, spread_m (half of its projects stand within so many metres of its middle).
    """
    whole_wan = projects["invested_wan"].sum(min_count=1)
    rows = []
    for number, group in projects[projects["cluster_no"] != OUTLIER].groupby("cluster_no"):
        money = group["invested_wan"].sum(min_count=1)
        from_middle = np.hypot(group["x"] - group["x"].median(), group["y"] - group["y"].median())
        rows.append(
            {
                "cluster_no": int(number),
                "area_name": _most_common(group["area_name"]),
                "project_count": len(group),
                "share_pct": 100.0 * len(group) / len(projects),
                "invested_wan": money,
                "invested_share_pct": 100.0 * money / whole_wan if whole_wan > 0 else np.nan,
                "largest_project": largest(group),
                "spread_m": float(np.round(np.median(from_middle))),
            }
        )
    return pd.DataFrame(rows, columns=SUMMED)


def largest(projects: pd.DataFrame) -> str | None:
    """Return the name of the project with the most money, None where none states any."""
    stated = projects[projects["invested_wan"] > 0]
    return None if stated.empty else str(stated.loc[stated["invested_wan"].idxmax(), "project_name"])


def _most_common(names: "pd.Series[str]") -> str | None:
    counts = names.dropna().value_counts()
    return None if counts.empty else str(counts.index[0])
