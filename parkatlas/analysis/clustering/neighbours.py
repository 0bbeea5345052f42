"""Whether neighbouring areas have like shares of an industry: Moran's I, global and local, on empirical Bayes rates.

An area's value is the share of the industry in its projects, standardised for how few they are (Assuncao and Reis, "A
new proposal to adjust Moran's I for population density", Statistics in Medicine 18 (1999), 2147-2162): so all projects
are the control here, too. Areas are townships where they are drawn, else hexagons; those without a project have no
share, those without a neighbour that has one ("islands") no neighbourhood: both are left out and counted. esda
computes; p-values are (r + 1) / (n + 1) over exchanges of the values among the areas, one-sided of the whole, two-sided
of the single areas, which are held to a false discovery rate of 5 % (Benjamini and Hochberg).
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely

from parkatlas import measures
from parkatlas.analysis.clustering.ground import Ground

if TYPE_CHECKING:
    import geopandas as gpd
    from libpysal.weights import W
    from numpy.typing import NDArray

    Values = NDArray[np.float64]

SIMULATIONS = 999
SEED = 20260731
LEVEL = 0.05
LEAST_AREAS = 8
# Outlines nearer to each other than this share of the study area's size are taken to touch.
_TOUCH = 0.001
_HEXAGONS_ACROSS = 20
_QUADRANTS = {1: "high_high", 2: "low_high", 3: "low_low", 4: "high_low"}


@dataclass(frozen=True)
class Likeness:
    """Moran's I of an industry's shares with its p-value; NaN where fewer than ``LEAST_AREAS`` areas can be compared.

    ``areas``: one row per area compared: area_no (its index among those given), project_count of the industry,
    all_count, share_pct, neighbourhood (high_high … or ``none`` where it is not told from chance), p_value.
    """

    index: float = np.nan
    expected: float = np.nan
    p_value: float = np.nan
    beyond: int = 0
    area_count: int = 0
    island_count: int = 0
    areas: pd.DataFrame = field(default_factory=pd.DataFrame)


def of_units(projects: pd.DataFrame, industry: str, units: "gpd.GeoDataFrame") -> tuple[Likeness, list[str]]:
    """Compare an industry's share in the units' territories; return with it the names of the areas compared.

    ``projects`` are rows of ``queries/cluster_projects``, ``units`` of ``Workspace.outlines``.
    """
    located, plane, points = _laid(projects)
    if plane is None:
        return Likeness(), []
    is_of = (located["industry_name"] == industry).to_numpy()
    alike = compared(points, is_of, plane.shapes(list(units.geometry)))
    return alike, [str(units["unit_name"].iloc[row]) for row in alike.areas.get("area_no", ())]


def of_hexagons(
    projects: pd.DataFrame, industry: str, units: "gpd.GeoDataFrame", elsewhere: str
) -> tuple[Likeness, list[str]]:
    """Compare as ``of_units`` does, in the hexagons of a grid, each named after where most of its projects stand.

    That is their park or unit, else the territory that holds their point, else ``elsewhere``.
    """
    located, plane, points = _laid(projects)
    if plane is None:
        return Likeness(), []
    grid = hexagons(points)
    alike = compared(points, (located["industry_name"] == industry).to_numpy(), grid)
    names = area_names(grid, points, _locations(located, units).fillna(elsewhere))
    return alike, [names[area] for area in alike.areas.get("area_no", ())]


def _laid(projects: pd.DataFrame) -> "tuple[pd.DataFrame, Ground | None, Values]":
    """Return the projects that have a point, and those points in metres on a plane around them; none without any."""
    located = projects[projects["lon"].notna() & projects["lat"].notna()]
    if located.empty:
        return located, None, np.empty((0, 2))
    plane = Ground(located["lon"], located["lat"])
    return located, plane, plane.metres(located["lon"], located["lat"])


def _locations(located: pd.DataFrame, units: "gpd.GeoDataFrame") -> "pd.Series[str]":
    """Return the name of where each project stands: its park or unit, else the territory that holds its point."""
    names = located["area_name"].reset_index(drop=True)
    if units.empty:
        return names
    unit, _ = measures.parks_of_points(located["lon"], located["lat"], list(units.geometry))
    return names.fillna(pd.Series(units["unit_name"].to_numpy()[unit]).where(unit >= 0))


def hexagons(points: "Values") -> "NDArray[np.object_]":
    """Return the hexagons of a grid that hold a point, the longer side of their extent taking some twenty."""
    low, high = points.min(axis=0), points.max(axis=0)
    side = max(float((high - low).max()), 1.0) / _HEXAGONS_ACROSS / np.sqrt(3)
    axial = ((points - low) / side) @ np.array([[np.sqrt(3) / 3, 0.0], [-1 / 3, 2 / 3]])
    q, r = np.unique(_nearest(axial), axis=0).T
    middle = low + side * np.column_stack([np.sqrt(3) * (q + r / 2), 1.5 * r])
    corners = np.pi * (np.arange(6) / 3 + 1 / 6)
    ring = side * np.column_stack([np.cos(corners), np.sin(corners)])
    grid: NDArray[np.object_] = shapely.polygons(middle[:, None, :] + ring[None, :, :])
    return grid


def area_names(shapes: "NDArray[np.object_]", points: "Values", names: "pd.Series[str]") -> list[str]:
    """Return names for areas: the name most of their points have, numbered where several areas have the same."""
    point, area = shapely.STRtree(shapes).query(shapely.points(points), predicate="intersects")
    modes = (
        pd.Series(names.to_numpy()[point]).groupby(area).agg(lambda of: of.mode().iloc[0] if of.notna().any() else "")
    )
    words = modes.reindex(range(len(shapes)), fill_value="").astype(str)
    again = words.groupby(words).cumcount() + 1
    often = words.map(words.value_counts())
    return [
        f"{word} {number}".strip() if many > 1 or not word else word
        for word, number, many in zip(words, again, often, strict=True)
    ]


def _nearest(axial: "Values") -> "NDArray[np.int64]":
    """Round axial coordinates to the hexagon that holds them."""
    cube = np.column_stack([axial, -axial.sum(axis=1)])
    whole = np.round(cube)
    worst = np.abs(whole - cube).argmax(axis=1)
    rows = np.arange(len(cube))
    whole[rows, worst] -= whole.sum(axis=1)
    return whole[:, :2].astype(np.int64)


def compared(
    points: "Values",
    is_of: "NDArray[np.bool_]",
    shapes: "NDArray[np.object_]",
    simulations: int = SIMULATIONS,
    seed: int = SEED,
) -> Likeness:
    """Compare the shares of an industry (the points ``is_of``) in the areas ``shapes``, all in metres."""
    matches = shapely.STRtree(shapes).query(shapely.points(points), predicate="intersects")
    area_of = np.full(len(points), -1)
    area_of[matches[0][::-1]] = matches[1][::-1]  # on a border: the first area
    everywhere, here = (
        np.bincount(area_of[chosen], minlength=len(shapes)) for chosen in (area_of >= 0, (area_of >= 0) & is_of)
    )
    kept, weights = _linked(shapes, np.flatnonzero(everywhere > 0))
    islands = int((everywhere > 0).sum()) - len(kept)
    counts = here[kept]
    if len(kept) < LEAST_AREAS or not 0 < counts.sum() < everywhere[kept].sum():
        return Likeness(area_count=len(kept), island_count=islands)
    from esda.smoothing import assuncao_rate  # noqa: PLC0415 - seconds that only this page needs

    rates = np.asarray(assuncao_rate(counts, everywhere[kept])).ravel()
    if not np.isfinite(rates).all() or np.ptp(rates) == 0:
        return Likeness(area_count=len(kept), island_count=islands)
    index, expected, beyond = moran(rates, weights, simulations, seed)
    rows = pd.DataFrame(
        {
            "area_no": kept,
            "project_count": counts,
            "all_count": everywhere[kept],
            "share_pct": 100.0 * counts / everywhere[kept],
        }
    )
    rows[["neighbourhood", "p_value"]] = _local(rates, weights, simulations, seed)
    return Likeness(index, expected, (beyond + 1) / (simulations + 1), beyond, len(kept), islands, rows)


def moran(values: "Values", weights: "W", simulations: int, seed: int) -> tuple[float, float, int]:
    """Return Moran's I, what chance expects of it, and how many exchanges of the values reach it."""
    from esda import Moran  # noqa: PLC0415 - as above

    observed = Moran(values, weights, permutations=0)
    apart = np.asarray(values, float) - np.mean(values)
    exchanged = np.random.default_rng(seed).permuted(np.tile(apart, (simulations, 1)), axis=1)
    lagged = (weights.sparse @ exchanged.T).T
    indices = len(apart) / weights.s0 * (exchanged * lagged).sum(axis=1) / (apart @ apart)
    return float(observed.I), float(observed.EI), int((indices >= observed.I - 1e-12).sum())


def _linked(shapes: "NDArray[np.object_]", occupied: "NDArray[np.intp]") -> "tuple[NDArray[np.intp], W]":
    """Return the areas of ``there`` that touch another of them, and their row-standardised weights."""
    from libpysal.weights import W  # noqa: PLC0415 - as above

    size = np.sqrt(shapely.area(shapely.box(*shapely.total_bounds(shapes))))
    outlines = shapes[occupied]
    first, second = shapely.STRtree(outlines).query(outlines, predicate="dwithin", distance=_TOUCH * size)
    apart = first != second
    linked = np.unique(first[apart])
    touching = pd.Series(second[apart]).groupby(first[apart]).agg(list)
    weights = W({int(one): sorted(touching[one]) for one in linked}, id_order=linked.tolist(), silence_warnings=True)
    weights.transform = "r"
    return occupied[linked], weights


def _local(rates: "Values", weights: "W", simulations: int, seed: int) -> pd.DataFrame:
    from esda import Moran_Local, fdr  # noqa: PLC0415 - as above

    local = Moran_Local(rates, weights, permutations=simulations, seed=seed, n_jobs=1)
    # esda counts on the side that each area lies on; chosen after the fact, that is half of a p-value.
    p_values = np.minimum(2 * local.p_sim, 1.0)
    significant = p_values <= min(fdr(p_values, LEVEL), LEVEL)
    names = [
        _QUADRANTS[int(quadrant)] if is_significant else "none"
        for quadrant, is_significant in zip(local.q, significant, strict=True)
    ]
    return pd.DataFrame({"neighbourhood": names, "p_value": p_values})
