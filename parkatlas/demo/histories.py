"""Stage histories: for every project the day on which it reached each stage, in the order of the stages."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import numpy as np

from parkatlas.demo.calendar import LAST_DAY
from parkatlas.terms import STAGES

ORDER = tuple(term.code for term in STAGES)
# Days from the stage before, as (shortest, longest), for an ordinary project.
_STEPS = {
    "negotiating": (10, 55), "intent": (15, 70), "agreement": (15, 75), "signed": (20, 100), "supplied": (20, 110),
    "started": (15, 120), "building": (20, 80), "completed": (220, 620), "producing": (25, 150),
    "at_capacity": (240, 560),
}  # fmt: skip
_SKIPPED = {"intent": 0.25, "agreement": 0.3}
_OLD_SHARE = 0.2
OPEN_STAGES = ("lead", "negotiating", "intent", "agreement")
_DROPPED_AFTER = ("negotiating", "negotiating", "intent", "intent", "agreement", "signed")
REASONS = (
    "投资方资金链紧张",
    "用地指标未落实",
    "投资方转投外地",
    "环评准入不符",
    "市场需求变化，投资方放弃",
    "股东意见不一致",
)


@dataclass(frozen=True)
class History:
    """The day of each stage (also those still to come, by the plan of the one who draws them) and of the land contract.

    ``falls_back`` holds the first day on which the ledger no longer has the stages from ``fallen`` on.
    """

    reached: dict[str, date]
    supplied: date | None = None
    agreed_start: date | None = None
    reason: str = ""
    falls_back: date | None = None
    fallen: tuple[str, ...] = field(default=())

    def reached_by(self, day: date) -> dict[str, date]:
        """Return the stages that the ledger of ``day`` shows, with their dates."""
        lost = self.fallen if self.falls_back and day >= self.falls_back else ()
        return {stage: on for stage, on in self.reached.items() if on <= day and stage not in lost}

    def stage(self, day: date) -> str | None:
        """Return the stage at the end of ``day``, None before the lead."""
        reached = self.reached_by(day)
        return max(reached, key=ORDER.index) if reached else None


def _days(rng: np.random.Generator, step: str, pace: float) -> timedelta:
    shortest, longest = _STEPS[step]
    return timedelta(days=int(pace * (shortest + (longest - shortest) * rng.beta(1.4, 2.4))) + 1)


def _before(rng: np.random.Generator, last: str, day: date) -> dict[str, date]:
    """Return the days of the stages that led to ``last``, reached on ``day``; some projects skip one."""
    days = {last: day}
    for index in range(ORDER.index(last), 0, -1):
        day -= _days(rng, ORDER[index], 1.0)
        if rng.random() >= _SKIPPED.get(ORDER[index - 1], 0.0):
            days[ORDER[index - 1]] = day
    return {stage: days[stage] for stage in ORDER if stage in days}


def signed_project(rng: np.random.Generator, signed: date) -> History:
    """Return the history of a project whose contract was signed on that day."""
    pace = float(rng.lognormal(0.0, 0.3))
    supplied = signed + _days(rng, "supplied", pace)
    agreed = supplied + timedelta(days=int(rng.integers(60, 150)))
    reached = _before(rng, "signed", signed)
    day = supplied
    for stage in ORDER[5:10]:
        day += _days(rng, stage, pace)
        reached[stage] = day
    return History(reached, supplied, agreed)


def held_up(history: History, before: str) -> History:
    """Return the history of a project that has not come to the stage ``before`` and stands still."""
    reached = {stage: day for stage, day in history.reached.items() if ORDER.index(stage) < ORDER.index(before)}
    return replace(history, reached=reached)


def open_project(rng: np.random.Generator, stage: str) -> History:
    """Return the history of a project that stands before its contract today; a few have stood for long."""
    age = int(rng.integers(240, 420)) if rng.random() < _OLD_SHARE else int(rng.integers(3, 130))
    return History(_before(rng, stage, LAST_DAY - timedelta(days=age)))


def dropped_project(rng: np.random.Generator, dropped: date) -> History:
    """Return the history of a project that was given up on that day, with the reason."""
    last = _DROPPED_AFTER[int(rng.integers(len(_DROPPED_AFTER)))]
    reached = _before(rng, last, dropped - timedelta(days=int(rng.integers(40, 160))))
    reason = REASONS[int(rng.integers(len(REASONS)))]
    return History({**reached, "dropped": dropped}, reason=reason)


def fallen_back(history: History, stage: str, after_days: int) -> History:
    """Return the history of a project that loses ``stage`` and all later ones some days after reaching it."""
    lost = ORDER[ORDER.index(stage) : -1]
    day = history.reached[stage] + timedelta(days=after_days)
    kept = {name: on for name, on in history.reached.items() if name not in lost or name == stage}
    return replace(history, reached=kept, falls_back=day, fallen=lost)
