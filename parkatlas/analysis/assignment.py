"""The reserve library assigned to parks: each project to one park that meets its conditions, no land given twice.

Of all such assignments the one that brings most planned investment, among those the one with the highest sum of scores:
two mixed-integer programs, solved by HiGHS through ``scipy.optimize.milp``. A project that states no land is given the
most it may take at the park's threshold, its planned investment ÷ threshold.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from parkatlas.analysis import conditions, siting

if TYPE_CHECKING:
    import numpy.typing as npt

    Matrix = npt.NDArray[np.float64]

# Steps on the way to a park, in the order in which the reason is sought for a project that gets no park.
_STEPS = ("industry", "threshold", "land", "layers")
_SECONDS = 10.0
_SAME_MONEY = 1e-7  # of all planned investment: the solver's tolerance


@dataclass(frozen=True)
class Assignment:
    """Who goes where and why.

    ``outcomes``: one row per project in the order given: project_id, park_id (none: not placed), required_land_mu,
    score, fit_count (parks that meet its conditions), reason, other_park_id and gap. Reasons: best (of several the
    highest score), only (the one park that fits), second (the land of the better other_park_id went to others);
    no_facts; industry, threshold, land, layers (where all parks fail it, other_park_id by least gap); full (parks
    would fit, the land went to others). ``parks``: one row per park: park_id, capacity_mu, held_mu, assigned_count,
    assigned_mu, left_mu. ``is_proven`` tells that no better assignment exists.
    """

    outcomes: pd.DataFrame
    parks: pd.DataFrame
    is_proven: bool


def assign(
    reserve: pd.DataFrame,
    parks: pd.DataFrame,
    industries: pd.DataFrame,
    weights: Mapping[str, float],
    overlaps: pd.DataFrame | None = None,
) -> Assignment:
    """Assign the projects ``reserve`` (rows of ``queries/siting_reserve``) to ``parks`` (of ``queries/siting_parks``).

    Land that other reserve projects ask for in a park stays theirs; that of the projects given is free to go elsewhere.
    """
    parks, reserve = parks.reset_index(drop=True), reserve.reset_index(drop=True)
    matrices = _matrices(reserve, parks, industries, weights, overlaps)
    others_mu = _land_of_others(reserve, parks)
    room = parks["available_mu"].astype(float) - conditions.overlap(parks, overlaps) - others_mu
    capacity = room.fillna(0).clip(lower=0).to_numpy()
    money = reserve["planned_fai_wan"].to_numpy(dtype=float, na_value=0.0)
    chosen, is_proven = _solution(matrices, money, capacity)
    assigned_mu = np.where(chosen, matrices.land, 0).sum(axis=0)
    left_mu = capacity - assigned_mu
    outcomes = [_outcome(row, chosen[row], matrices, left_mu, parks["park_id"], reserve) for row in reserve.index]
    by_park = {
        "park_id": parks["park_id"],
        "capacity_mu": capacity,
        "held_mu": others_mu,
        "assigned_count": chosen.sum(axis=0),
        "assigned_mu": assigned_mu,
        "left_mu": left_mu,
    }
    return Assignment(pd.DataFrame(outcomes, columns=list(_COLUMNS)), pd.DataFrame(by_park), is_proven)


_COLUMNS = ("project_id", "park_id", "required_land_mu", "score", "fit_count", "reason", "other_park_id", "gap")


@dataclass(frozen=True)
class _Matrices:
    """All projects (rows) against all parks (columns): land needed, score, whether it fits, and step by step."""

    land: "Matrix"
    score: "Matrix"
    fits: "npt.NDArray[np.bool_]"
    passed: "dict[str, npt.NDArray[np.bool_]]"
    margin: "dict[str, Matrix]"


def _matrices(
    reserve: pd.DataFrame,
    parks: pd.DataFrame,
    industries: pd.DataFrame,
    weights: Mapping[str, float],
    overlaps: pd.DataFrame | None,
) -> _Matrices:
    """Check all projects of an industry against all parks at once: one row of a frame for each pair."""
    steps = [step for step in _STEPS if step != "layers" or overlaps is not None]
    shape = (len(reserve), len(parks))
    matrices = _Matrices(
        np.full(shape, np.nan), np.zeros(shape), np.zeros(shape, dtype=bool),
        {step: np.zeros(shape, dtype=bool) for step in steps}, {step: np.full(shape, np.nan) for step in steps},
    )  # fmt: skip
    for name, group in reserve.groupby(reserve["industry_name"].fillna("")):
        rows, size = group.index.to_numpy(), (len(group), len(parks))
        pairs, money, land = _pairs(group, parks)
        need = conditions.Need((str(name),) if name else (), money, land)
        over = pairs.assign(overlap_mu=np.tile(conditions.overlap(parks, overlaps), len(group))).dropna(
            subset="overlap_mu"
        )
        checked = conditions.checks(need, pairs, None if overlaps is None else over)
        verdicts = conditions.verdicts(checked).reindex(pairs["park_id"])
        score = siting.total(siting.scores(siting.values(need, parks, industries)), weights)
        matrices.land[rows], matrices.score[rows] = land.to_numpy().reshape(size), score.to_numpy()
        matrices.fits[rows] = verdicts.eq(conditions.PASS).to_numpy().reshape(size)
        for step in steps:
            of_step = checked[checked["condition"] == step]
            matrices.passed[step][rows] = of_step["verdict"].eq(conditions.PASS).to_numpy().reshape(size)
            matrices.margin[step][rows] = of_step["margin"].to_numpy(dtype=float).reshape(size)
    return matrices


def _pairs(group: pd.DataFrame, parks: pd.DataFrame) -> "tuple[pd.DataFrame, pd.Series[float], pd.Series[float]]":
    """Return one row per pair of project and park, with an id of its own as park_id, and each pair's money and land."""
    count = len(group) * len(parks)
    pairs = parks.iloc[np.tile(parks.index, len(group))].assign(park_id=range(count)).reset_index(drop=True)
    money, stated = (
        pd.Series(np.repeat(group[name].to_numpy(dtype=float, na_value=np.nan), len(parks)))
        for name in ("planned_fai_wan", "land_mu")
    )
    return pairs, money, stated.fillna(money / pairs["threshold_wan_per_mu"].astype(float))


def _land_of_others(reserve: pd.DataFrame, parks: pd.DataFrame) -> "pd.Series[float]":
    """Return the land that projects not to be assigned ask for in each park."""
    own = reserve.groupby("park_id")["land_mu"].sum().reindex(parks["park_id"]).fillna(0).to_numpy(dtype=float)
    return (parks["held_mu"].astype(float) - own).clip(lower=0).round(6)


def _solution(matrices: _Matrices, money: "Matrix", capacity: "Matrix") -> "tuple[npt.NDArray[np.bool_], bool]":
    """Return which project goes to which park, and whether that is proven best."""
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 - other pages never wait for it
    from scipy.sparse import coo_array  # noqa: PLC0415 - as above

    chosen = np.zeros(matrices.fits.shape, dtype=bool)
    rows, columns = np.nonzero(matrices.fits)
    if not len(rows):
        return chosen, True
    pairs, ones = np.arange(len(rows)), np.ones(len(rows))
    once = coo_array((ones, (rows, pairs)), shape=(len(matrices.fits), len(rows)))
    used = coo_array((matrices.land[rows, columns], (columns, pairs)), shape=(len(capacity), len(rows)))
    worth = money[rows] / money.sum()
    settings = {"integrality": ones, "bounds": Bounds(0, 1), "options": {"time_limit": _SECONDS, "mip_rel_gap": 0}}
    rules = [LinearConstraint(once, ub=1), LinearConstraint(used, ub=capacity)]
    first = milp(-worth, constraints=rules, **settings)
    if first.x is None:
        return chosen, False
    rules.append(LinearConstraint(worth, lb=worth @ np.round(first.x) - _SAME_MONEY))
    second = milp(-np.nan_to_num(matrices.score[rows, columns]) / 100, constraints=rules, **settings)
    taken = np.round(first.x if second.x is None else second.x).astype(bool)
    chosen[rows[taken], columns[taken]] = True
    return chosen, first.status == 0 and second.status == 0


def _outcome(  # noqa: PLR0913, PLR0917 - all that one row of outcomes is made of
    row: int,
    chosen: "npt.NDArray[np.bool_]",
    matrices: _Matrices,
    left: "Matrix",
    ids: "pd.Series[str]",
    reserve: pd.DataFrame,
) -> tuple[Any, ...]:
    """Return one project's row of outcomes."""
    project, fits, score = reserve.iloc[row], matrices.fits[row], matrices.score[row]
    count = int(fits.sum())
    if not chosen.any():
        reason, other, gap = _refusal(row, matrices, left, ids, project)
        return project["project_id"], None, project["land_mu"], np.nan, count, reason, other, gap
    index, ranked = int(chosen.argmax()), np.where(fits, np.nan_to_num(score), -1)
    better = int(ranked.argmax())
    is_best = ranked[index] >= ranked[better]
    reason = "second" if not is_best else "only" if count == 1 else "best"
    other = None if is_best else ids.iloc[better]
    return project["project_id"], ids.iloc[index], matrices.land[row, index], score[index], count, reason, other, np.nan


def _refusal(
    row: int, matrices: _Matrices, left: "Matrix", ids: "pd.Series[str]", project: "pd.Series[Any]"
) -> tuple[str, str | None, float]:
    """Return why a project gets no park, the park that comes nearest and what is missing there."""
    if pd.isna(project["industry_name"]) or not project["planned_fai_wan"] > 0:
        return "no_facts", None, np.nan
    open_ = np.ones(len(ids), dtype=bool)
    for step, passed in matrices.passed.items():
        if not (open_ & passed[row]).any():
            return step, *_nearest(matrices.margin[step][row], open_, ids)
        open_ &= passed[row]
    return "full", *_nearest(left - matrices.land[row], open_, ids)


def _nearest(margin: "Matrix", open_: "npt.NDArray[np.bool_]", ids: "pd.Series[str]") -> tuple[str | None, float]:
    """Return the park with the smallest gap among those still open, and the gap; none where none can be told."""
    margins = np.where(open_, margin, np.nan)
    if np.isnan(margins).all():
        return None, np.nan
    index = int(np.nanargmax(margins))
    return ids.iloc[index], -float(margins[index])
