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

# Steps on the way to a park, in the order in which a project that gets none is told where it failed.
_STEPS = ("industry", "threshold", "land", "layers")
_SECONDS = 10.0
_SAME_MONEY = 1e-7  # of all planned investment; what solvers take for the same


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
    tries = [_tried(project, parks, industries, weights, overlaps) for _, project in reserve.iterrows()]
    shape = (len(reserve), len(parks))
    land = np.array([one.land for one in tries], dtype=float).reshape(shape)
    score = np.array([one.score for one in tries], dtype=float).reshape(shape)
    fits = np.array([one.fits for one in tries], dtype=bool).reshape(shape)
    held = _held(reserve, parks)
    room = parks["available_mu"].astype(float) - conditions.overlap(parks, overlaps) - held
    capacity = room.fillna(0).clip(lower=0).to_numpy()
    money = reserve["planned_fai_wan"].to_numpy(dtype=float, na_value=0.0)
    chosen, is_proven = _solved(fits, land, np.nan_to_num(score), money, capacity)
    left = capacity - np.where(chosen, land, 0).sum(axis=0)
    told = zip(reserve.iterrows(), tries, chosen, strict=True)
    outcomes = [_outcome(project, tried, mine, left, parks["park_id"]) for (_, project), tried, mine in told]
    by_park = {
        "park_id": parks["park_id"],
        "capacity_mu": capacity,
        "held_mu": held,
        "assigned_count": chosen.sum(axis=0),
        "assigned_mu": np.where(chosen, land, 0).sum(axis=0),
        "left_mu": left,
    }
    return Assignment(pd.DataFrame(outcomes, columns=list(_COLUMNS)), pd.DataFrame(by_park), is_proven)


_COLUMNS = ("project_id", "park_id", "required_land_mu", "score", "fit_count", "reason", "other_park_id", "gap")


@dataclass(frozen=True)
class _Tried:
    """One project against all parks: land needed, score, whether it fits; ``checked``: of ``conditions.checks``."""

    land: "npt.NDArray[np.float64]"
    score: "npt.NDArray[np.float64]"
    fits: "npt.NDArray[np.bool_]"
    checked: pd.DataFrame


def _tried(
    project: "pd.Series[Any]",
    parks: pd.DataFrame,
    industries: pd.DataFrame,
    weights: Mapping[str, float],
    overlaps: pd.DataFrame | None,
) -> _Tried:
    name, money, stated = (project[key] for key in ("industry_name", "planned_fai_wan", "land_mu"))
    known = None if pd.isna(money) else float(money)
    limit = (np.nan if known is None else known) / parks["threshold_wan_per_mu"].astype(float)
    land = limit if pd.isna(stated) else pd.Series(float(stated), parks.index)
    need = conditions.Need(() if pd.isna(name) else (str(name),), known, land)
    checked = conditions.checks(need, parks, overlaps)
    score = siting.total(siting.scores(siting.values(need, parks, industries)), weights)
    fits = conditions.verdicts(checked).reindex(parks["park_id"]).eq(conditions.PASS).to_numpy()
    return _Tried(land.to_numpy(), score.to_numpy(), fits, checked)


def _held(reserve: pd.DataFrame, parks: pd.DataFrame) -> "pd.Series[float]":
    """Return the land that projects not to be assigned ask for in each park."""
    own = reserve.groupby("park_id")["land_mu"].sum().reindex(parks["park_id"]).fillna(0).to_numpy(dtype=float)
    return (parks["held_mu"].astype(float) - own).clip(lower=0).round(6)


def _solved(
    fits: "npt.NDArray[np.bool_]",
    land: "npt.NDArray[np.float64]",
    score: "npt.NDArray[np.float64]",
    money: "npt.NDArray[np.float64]",
    capacity: "npt.NDArray[np.float64]",
) -> "tuple[npt.NDArray[np.bool_], bool]":
    """Return which project goes to which park, and whether that is proven best."""
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 - other pages never wait for it
    from scipy.sparse import coo_array  # noqa: PLC0415 - as above

    chosen = np.zeros(fits.shape, dtype=bool)
    rows, columns = np.nonzero(fits)
    if not len(rows):
        return chosen, True
    pairs, ones = np.arange(len(rows)), np.ones(len(rows))
    once = coo_array((ones, (rows, pairs)), shape=(fits.shape[0], len(rows)))
    used = coo_array((land[rows, columns], (columns, pairs)), shape=(fits.shape[1], len(rows)))
    worth = money[rows] / money.sum()
    how = {"integrality": ones, "bounds": Bounds(0, 1), "options": {"time_limit": _SECONDS, "mip_rel_gap": 0}}
    rules = [LinearConstraint(once, ub=1), LinearConstraint(used, ub=capacity)]
    first = milp(-worth, constraints=rules, **how)
    if first.x is None:
        return chosen, False
    rules.append(LinearConstraint(worth, lb=worth @ np.round(first.x) - _SAME_MONEY))
    second = milp(-score[rows, columns] / 100, constraints=rules, **how)
    taken = np.round(first.x if second.x is None else second.x).astype(bool)
    chosen[rows[taken], columns[taken]] = True
    return chosen, first.status == 0 and second.status == 0


def _outcome(
    project: "pd.Series[Any]",
    tried: _Tried,
    chosen: "npt.NDArray[np.bool_]",
    left: "npt.NDArray[np.float64]",
    ids: "pd.Series[str]",
) -> tuple[Any, ...]:
    """Return one project's row of outcomes."""
    count = int(tried.fits.sum())
    if not chosen.any():
        reason, other, gap = _refused(tried, left, ids, project)
        return project["project_id"], None, project["land_mu"], np.nan, count, reason, other, gap
    place = int(chosen.argmax())
    ranked = np.where(tried.fits, np.nan_to_num(tried.score), -1)
    better = int(ranked.argmax())
    is_best = ranked[place] >= ranked[better]
    reason = "second" if not is_best else "only" if count == 1 else "best"
    other = None if is_best else ids.iloc[better]
    return project["project_id"], ids.iloc[place], tried.land[place], tried.score[place], count, reason, other, np.nan


def _refused(
    tried: _Tried, left: "npt.NDArray[np.float64]", ids: "pd.Series[str]", project: "pd.Series[Any]"
) -> tuple[str, str | None, float]:
    """Return why a project gets no park, the park that comes nearest and what is missing there."""
    if pd.isna(project["industry_name"]) or not project["planned_fai_wan"] > 0:
        return "no_facts", None, np.nan
    open_ = np.ones(len(ids), dtype=bool)
    for step in _STEPS:
        of_step = tried.checked[tried.checked["condition"] == step]
        if of_step.empty:
            continue
        passed = open_ & of_step["verdict"].eq(conditions.PASS).to_numpy()
        if not passed.any():
            return step, *_nearest(of_step["margin"].to_numpy(dtype=float), open_, ids)
        open_ = passed
    return "full", *_nearest(left - tried.land, open_, ids)


def _nearest(
    margin: "npt.NDArray[np.float64]", open_: "npt.NDArray[np.bool_]", ids: "pd.Series[str]"
) -> tuple[str | None, float]:
    """Return the park with the smallest gap among those still open, and the gap; none where none can be told."""
    told = np.where(open_, margin, np.nan)
    if np.isnan(told).all():
        return None, np.nan
    place = int(np.nanargmax(told))
    return ids.iloc[place], -float(told[place])
