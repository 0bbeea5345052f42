"""The check-up: which industries cluster, which parks depend on one industry, and whether chance explains either.

Two tests of one null hypothesis, that industries are spread over the given points of projects at random: of an industry
``relabelling`` (distances, without any borders), of a park the exact one: of N projects, n of the industry, K in the
park, the number of the industry in the park is hypergeometric. Each family of tests is adjusted by Holm's rule. Each is
done again without the firm of the largest project: all that it has of the industry. What one firm has of one industry
on one spot, in phases, is one place. Below ``LEAST`` projects there is no verdict.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from parkatlas.analysis.clustering import ground, groups, relabelling
from parkatlas.analysis.clustering.relabelling import LEVEL, holm

if TYPE_CHECKING:
    from collections.abc import Sequence

    import shapely

LEAST = 10
_AREAS = (
    "area_id", "area_name", "project_count", "industry_name", "industry_count", "gathered_count", "count_quotient",
    "largest_project", "p_value", "adjusted_p", "rest_adjusted_p",
)  # fmt: skip
# What one firm has of one industry within this is one place, in phases.
PHASES_M = 200.0
# A study area narrower than this allows no test: all projects stand on one spot or in one line.
LEAST_REACH_M = 1.0


@dataclass(frozen=True)
class Checkup:
    """The verdicts: ``industries`` (a row each), ``areas`` (a row per park or township), ``curves`` of L by industry.

    ``all_count`` projects state an industry, ``located_count`` of them have a point, ``looked_at`` of these were taken:
    fewer where all would be too many. ``industry_tests`` and ``area_tests`` were made at once.
    """

    industries: pd.DataFrame
    areas: pd.DataFrame
    curves: pd.DataFrame
    all_count: int
    located_count: int
    looked_at: int
    industry_tests: int
    area_tests: int
    simulations: int = relabelling.LEAST_SIMULATIONS
    least: int = LEAST


def checked(projects: pd.DataFrame, territories: "Sequence[shapely.Geometry]" = ()) -> Checkup:
    """Check up on rows of ``queries/cluster_projects``; ``territories`` (degrees) bound the study if they hold all."""
    projects = projects.assign(firm=_firms(projects))
    located = _places(projects[projects["lon"].notna() & projects["lat"].notna()])
    industries = _gathered(projects)
    counts = located["industry_name"].value_counts()
    industries["located_count"] = industries["industry_name"].map(counts).fillna(0).astype(int)
    curves, looked_at, simulations = pd.DataFrame(), 0, relabelling.LEAST_SIMULATIONS
    patterns = _patterns(located, territories) if len(counts) > 1 and counts.max() >= LEAST else None
    if patterns:
        whole, without = patterns
        looked_at, simulations = whole.point_count, whole.simulations
        industries = _with_tests(industries, whole, without)
        curves = _curves(whole)
    areas, area_tests = _areas(projects)
    tested = int(industries["p_value"].notna().sum()) if "p_value" in industries else 0
    return Checkup(
        _judged(industries), areas, curves, len(projects), len(located), looked_at, tested, area_tests, simulations
    )  # fmt: skip


def _firms(projects: pd.DataFrame) -> "pd.Series[str]":
    """Return the investor of each project; one that states none is a firm of its own."""
    own = pd.Series([f"#{place}" for place in range(len(projects))], projects.index, dtype=object)
    return projects["investor_name"].where(projects["investor_name"].notna(), own)


def _places(located: pd.DataFrame) -> pd.DataFrame:
    """Return the projects with a point, of a firm's in one industry within ``PHASES_M`` only the largest."""
    if located.empty:
        return located
    plane = ground.Ground(located["lon"], located["lat"])
    x, y = plane.metres(located["lon"], located["lat"]).T
    places = located.assign(x=x, y=y).sort_values("invested_wan", ascending=False, kind="stable")
    several = places[places.duplicated(["firm", "industry_name"], keep=False)]  # most firms have one, and none to drop
    phases: list[object] = []
    for _, rows in several.groupby(["firm", "industry_name"], sort=False):
        kept: list[tuple[float, float]] = []
        for row in rows.itertuples():
            if any(np.hypot(row.x - x, row.y - y) <= PHASES_M for x, y in kept):
                phases.append(row.Index)
            else:
                kept.append((row.x, row.y))
    return located.drop(index=phases)


def _gathered(projects: pd.DataFrame) -> pd.DataFrame:
    """Return per industry its count, the area with most of it, how many there, the quotient, and Ellison's index."""
    rows = []
    in_area = projects["area_name"].value_counts()
    for name, those in projects.groupby("industry_name", sort=True):
        placed = those["area_name"].value_counts()
        area = min(placed[placed == placed.max()].index) if len(placed) else None
        here = int(placed.max()) if area else 0
        usual = len(those) / len(projects)
        rows.append(
            {
                "industry_name": name,
                "project_count": len(those),
                "area_name": area,
                "gathered_count": here,
                "count_quotient": here / in_area[area] / usual if area else np.nan,
                "largest_project": groups.largest(those),
                "glaeser": ellison_glaeser(projects, str(name)),
            }
        )
    names = ["industry_name", "project_count", "area_name", "gathered_count", "count_quotient", "largest_project"]
    return pd.DataFrame(rows, columns=[*names, "glaeser"])


def ellison_glaeser(projects: pd.DataFrame, industry: str) -> float:
    """Return Ellison and Glaeser's index of an industry by investment over the areas; NaN where it is not defined.

    (G / (1 - sum x²) - H) / (1 - H): G = sum (s - x)² over the areas, s their shares of the industry, x of all, H the
    Herfindahl index of the industry's projects. 0 is what chance alone would give, over 0.05 is much ("Geographic
    concentration in U.S. manufacturing industries", Journal of Political Economy 105 (1997), 889-927).
    """
    stated = projects[(projects["invested_wan"] > 0) & projects["area_id"].notna()]
    money = stated["invested_wan"].to_numpy(dtype=float)
    of = stated["industry_name"].to_numpy() == industry
    if not of.any():
        return np.nan
    area = stated["area_id"].astype("category").cat.codes.to_numpy()
    x = np.bincount(area, money) / money.sum()
    s = np.bincount(area[of], money[of], len(x)) / money[of].sum()
    h = float(((money[of] / money[of].sum()) ** 2).sum())
    spread = 1 - float((x**2).sum())
    if spread <= 0 or h >= 1:
        return np.nan
    return (float(((s - x) ** 2).sum()) / spread - h) / (1 - h)


def _patterns(
    located: pd.DataFrame, territories: "Sequence[shapely.Geometry]"
) -> tuple[relabelling.Outcome, relabelling.Outcome] | None:
    """Return the test of all, and that without the firm of each industry's largest; None where all stand in a line."""
    plane = ground.Ground(located["lon"], located["lat"])
    points = plane.metres(located["lon"], located["lat"])
    study = ground.study(points, list(plane.shapes(territories)) if len(territories) else ())
    if study.reach < LEAST_REACH_M:
        return None
    taken = relabelling.sample(points, study.reach)
    rows = located.iloc[taken]
    names = rows["industry_name"].to_numpy()
    rest = ~_is_of_largest_firm(located)[taken]
    simulations = relabelling.enough_for(int((rows["industry_name"].value_counts() >= LEAST).sum()))
    return (
        relabelling.outcome(points[taken], names, study, simulations),
        relabelling.outcome(points[taken][rest], names[rest], study, simulations),
    )


def _is_of_largest_firm(projects: pd.DataFrame) -> "np.typing.NDArray[np.bool_]":
    """Tell of each project whether its firm has the largest of its industry."""
    stated = projects[projects["invested_wan"] > 0]
    largest = stated.loc[stated.groupby("industry_name")["invested_wan"].idxmax()].set_index("industry_name")["firm"]
    return np.asarray(projects["industry_name"].map(largest) == projects["firm"], dtype=np.bool_)


def _with_tests(
    industries: pd.DataFrame, whole: relabelling.Outcome, without: relabelling.Outcome
) -> pd.DataFrame:  # fmt: skip
    rows = industries.set_index("industry_name")
    # Where a sample is taken, it too must hold enough of the industry.
    enough = (pd.Series(whole.counts, whole.labels).reindex(rows.index) >= LEAST) & (rows["located_count"] >= LEAST)
    for outcome, prefix in ((whole, ""), (without, "rest_")):
        p_values = pd.Series(outcome.p_values, outcome.labels).reindex(rows.index).where(enough)
        rows[f"{prefix}p_value"] = p_values
        rows[f"{prefix}adjusted_p"] = holm(p_values.to_numpy(dtype=float))
    rows["beyond_count"] = pd.Series(whole.beyond, whole.labels).reindex(rows.index).where(enough)
    return rows.reset_index()


def _judged(rows: pd.DataFrame) -> pd.DataFrame:
    """Add the verdict: few, untested, random, fragile (gone without the largest project) or clustered."""
    for name in ("p_value", "adjusted_p", "rest_adjusted_p", "beyond_count"):
        if name not in rows:
            rows[name] = np.nan
    is_beyond, still = rows["adjusted_p"] <= LEVEL, rows["rest_adjusted_p"] <= LEVEL
    is_known = rows["largest_project"].notna()
    sizes = ["project_count", "located_count" if "located_count" in rows else "industry_count"]
    verdicts = np.select(
        [(rows[sizes] < LEAST).any(axis=1), rows["adjusted_p"].isna(), ~is_beyond, is_known & ~still],
        ["few", "untested", "random", "fragile"],
        "clustered",
    )
    rows = rows.assign(cluster_verdict=verdicts)
    order = {"clustered": 0, "fragile": 1, "random": 2, "untested": 3, "few": 4}
    keys = rows.assign(rank=rows["cluster_verdict"].map(order))
    return keys.sort_values(
        ["rank", "gathered_count", "count_quotient", "industry_name"], ascending=[True, False, False, True]
    ).drop(columns="rank")  # fmt: skip


def _curves(outcome: relabelling.Outcome) -> pd.DataFrame:
    parts = [
        pd.DataFrame(
            {
                "industry_name": name,
                "radius_m": outcome.radii,
                "observed_m": outcome.observed[index],
                "mean_m": outcome.mean[index],
                "upper_m": outcome.upper[index],
            }
        )
        for index, name in enumerate(outcome.labels)
    ]
    return pd.concat(parts, ignore_index=True)


def _areas(projects: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """Return one row per area with its leading industry and the exact test of it, and how many tests were made."""
    table = pd.crosstab(projects["area_id"], projects["industry_name"])
    if table.empty:
        return _judged(pd.DataFrame(columns=_AREAS)), 0
    counts, k = table.to_numpy(), table.sum(axis=1).to_numpy()
    n = projects["industry_name"].value_counts().reindex(table.columns).to_numpy()
    p = np.full(counts.shape, np.nan)
    able = np.ix_(k >= LEAST, n >= LEAST)
    p[able] = tail(counts[able], len(projects), k[k >= LEAST][:, None], n[n >= LEAST][None, :])
    adjusted, tests = holm(p.ravel()).reshape(p.shape), int((~np.isnan(p)).sum())
    # The leading industry has most projects; of equals, the less likely one.
    lead = np.where(counts == counts.max(axis=1, keepdims=True), np.nan_to_num(p, nan=2.0), 3.0).argmin(axis=1)
    every, of = np.arange(len(table)), n[lead]
    here = counts[every, lead]
    led = pd.MultiIndex.from_arrays([table.index, table.columns[lead]])
    firm_here, firm_all = _of_largest_firm(projects, led)
    rest = tail(here - firm_here, len(projects) - firm_all, k - firm_here, of - firm_all)
    without = np.minimum(rest * tests, 1.0)
    largest = _largest(projects)["project_name"].reindex(led).to_numpy()
    columns = [
        table.index, projects.groupby("area_id")["area_name"].first().reindex(table.index), k, table.columns[lead], of,
        here, here / k / (of / len(projects)), largest, p[every, lead], adjusted[every, lead],
        np.where(pd.notna(largest), without, np.nan),
    ]  # fmt: skip
    named = {name: np.asarray(values) for name, values in zip(_AREAS, columns, strict=True)}
    return _judged(pd.DataFrame(named)), tests


def _largest(projects: pd.DataFrame) -> pd.DataFrame:
    """Return the name and the firm of the project of the largest investment by area and industry."""
    ranked = projects[projects["invested_wan"] > 0].sort_values("invested_wan", ascending=False, kind="stable")
    return ranked.groupby(["area_id", "industry_name"])[["project_name", "firm"]].first()


def _of_largest_firm(
    projects: pd.DataFrame, led: pd.MultiIndex
) -> tuple["np.typing.NDArray[np.int64]", "np.typing.NDArray[np.int64]"]:
    """Return how many projects of its industry the largest's firm has in each area, and in all; 0 without money."""
    firms = _largest(projects)["firm"].reindex(led).to_numpy()
    areas, industries = led.get_level_values(0), led.get_level_values(1)
    in_area = projects.groupby(["area_id", "industry_name", "firm"]).size()
    in_all = projects.groupby(["industry_name", "firm"]).size()
    here = in_area.reindex(pd.MultiIndex.from_arrays([areas, industries, firms])).fillna(0).to_numpy(dtype=np.int64)
    everywhere = in_all.reindex(pd.MultiIndex.from_arrays([industries, firms])).fillna(0).to_numpy(dtype=np.int64)
    return here, everywhere


def tail(here: object, whole: object, in_area: object, of_industry: object) -> "np.typing.NDArray[np.float64]":
    """Return how likely at least ``here`` of the industry stand in the area, were the industries spread at random."""
    from scipy.stats import hypergeom  # noqa: PLC0415 - heavy, and only this page needs it

    return np.asarray(hypergeom.sf(np.asarray(here) - 1, whole, in_area, of_industry), dtype=np.float64)
