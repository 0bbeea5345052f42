"""The demo's calendar: its ledger months, and how much work each month of the year sees."""

from datetime import date, timedelta

import numpy as np

SEED = 20261031
LAST_DAY = date(2026, 10, 31)
FIRST_MONTH = (2024, 5)
LEDGER_COUNT = 30

# A quarter starts slowly and ends busily, the spring festival empties February, the year's end is a rush.
_MONTH_WEIGHTS = (0.6, 0.4, 1.0, 0.8, 1.0, 1.4, 0.7, 0.8, 1.3, 0.8, 1.1, 1.9)
_SLUMP = {(2026, 7): 0.35, (2026, 8): 0.4, (2026, 9): 0.45}
_CLOCK_FROM = date(2020, 1, 1)


def generator(purpose: int) -> np.random.Generator:
    """Return the random numbers of one purpose: a change in one part leaves the others as they were."""
    return np.random.default_rng([SEED, purpose])


def month_weight(year: int, month: int) -> float:
    """Return how busy a month is beside an average one (1.0)."""
    return _MONTH_WEIGHTS[month - 1] * _SLUMP.get((year, month), 1.0)


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def ledger_months() -> list[date]:
    """Return the last day of every ledger month, oldest first."""
    first = FIRST_MONTH[0] * 12 + FIRST_MONTH[1] - 1
    return [month_end(index // 12, index % 12 + 1) for index in range(first, first + LEDGER_COUNT)]


def _clock() -> np.ndarray:
    days = (_CLOCK_FROM + timedelta(days=index) for index in range(4000))
    return np.cumsum([month_weight(day.year, day.month) for day in days])


_CLOCK = _clock()


def work_between(first: date, last: date) -> float:
    """Return the work done between two days, in days of an average month; never negative."""
    start, end = ((day - _CLOCK_FROM).days for day in (first, last))
    return float(_CLOCK[end] - _CLOCK[start]) if end > start else 0.0


def random_day(rng: np.random.Generator, months: list[tuple[int, int]]) -> date:
    """Return a working day within ``months``, busy months more often, the second half of a month more often."""
    weights = np.array([month_weight(*month) for month in months])
    year, month = months[int(rng.choice(len(months), p=weights / weights.sum()))]
    length = month_end(year, month).day
    day = date(year, month, 1 + int(length * rng.beta(1.6, 1.1) * 0.999))
    return day - timedelta(days=max(0, day.weekday() - 4)) if day.day > 2 else day  # noqa: PLR2004 - stay in the month
