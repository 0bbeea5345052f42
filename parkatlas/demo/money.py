"""A project's money: what was agreed, and how much is spent and in place at a month's end; all in 万元."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from parkatlas.demo.calendar import work_between
from parkatlas.demo.histories import History
from parkatlas.demo.register import Park

DEFAULT_THRESHOLD = 100.0  # 万元/亩
YUAN_PER_DOLLAR = 7.1
_TYPICAL = 1.23  # intensity of a project beside its threshold
_SPREAD = 0.33
_FACTOR = {"现代农业": 0.32, "清洁能源": 0.6, "现代物流": 0.92, "循环经济": 0.92, "生物医药": 1.08, "电子信息": 1.05}
_LONGEST_BUILD = timedelta(days=620)
_STANDSTILL_SHARE = 0.6
_IDLE_SHARE = 0.16


@dataclass(frozen=True)
class Money:
    """Agreed and final amounts in 万元; shares are of the funds in place; output and tax of a full year."""

    contract: int
    planned: int
    done_total: int
    in_total: int
    outside_share: float
    foreign_share: float
    output: int
    tax: int


def money_of(rng: np.random.Generator, region: str, park: Park | None, industry: str, land_mu: float) -> Money:
    """Draw a project's money from its land, around the entry threshold of its park."""
    threshold = park.threshold if park and park.threshold else DEFAULT_THRESHOLD
    intensity = (
        threshold * _FACTOR.get(industry, 1.0) * _TYPICAL * float(np.exp(_SPREAD * np.clip(rng.normal(), -2.4, 2.4)))
    )
    planned = max(10, round(land_mu * intensity, -1))
    contract = round(planned * rng.uniform(1.06, 1.42), -2) + 100
    overrun = rng.random() < 0.07  # noqa: PLR2004 - some seven of a hundred cost more than planned
    done = planned * (rng.uniform(1.03, 1.12) if overrun else rng.uniform(0.88, 1.0))
    in_total = min(contract, done * rng.uniform(0.98, 1.1))
    from_abroad = region in ("港澳台", "境外")
    outside = rng.uniform(0.75, 1.0) if region != "本省" else rng.choice([0.0, rng.uniform(0.4, 0.9)])
    foreign = rng.uniform(0.3, 0.75) if from_abroad else 0.0
    output = round(planned * rng.uniform(0.7, 1.9), -1)
    tax = round(output * rng.uniform(0.018, 0.05))
    return Money(
        int(contract), int(planned), round(done), round(in_total), max(outside, foreign), foreign, int(output), tax
    )


def _share(first: date, last: date, day: date) -> float:
    """Return the share done of a work from ``first`` to ``last``: slow, fast, slow, and slower in slack months."""
    passed = min(1.0, work_between(first, day) / work_between(first, last))
    return passed * passed * (3 - 2 * passed)


def done_wan(money: Money, history: History, day: date) -> int | None:
    """Return the fixed-asset investment done at the end of ``day``, None before the start."""
    if "started" not in history.reached_by(day):
        return None
    start = history.reached["started"]
    if "completed" in history.reached:
        share = _share(start, history.reached["completed"], day)
    else:
        share = _STANDSTILL_SHARE * _share(start, start + _LONGEST_BUILD, day)
    return round(money.done_total * (0.02 + 0.98 * share)) or None


def in_place_wan(money: Money, history: History, day: date) -> int | None:
    """Return the funds in place at the end of ``day``; None without contract, where given up or fallen back."""
    if "signed" not in history.reached_by(day) or "signed" in history.fallen or "dropped" in history.reached:
        return None
    signed = history.reached["signed"]
    if "started" not in history.reached:
        share = _IDLE_SHARE * _share(signed, signed + _LONGEST_BUILD, day)
    elif "completed" not in history.reached:
        share = _STANDSTILL_SHARE * _share(signed, history.reached["started"] + _LONGEST_BUILD, day)
    else:
        share = _share(signed, history.reached["completed"], day)
    return round(money.in_total * share) or None


def last_year(full_year: int, history: History, day: date) -> int | None:
    """Return the figure of the calendar year before ``day`` for a producing project, by the days it produced in it."""
    producing = history.reached_by(day).get("producing")
    if producing is None or producing.year >= day.year:
        return None
    days = (date(day.year, 1, 1) - max(producing, date(day.year - 1, 1, 1))).days
    return round(full_year * min(1.0, days / 365) * (1 + 0.04 * (day.year - 1 - producing.year))) or None
