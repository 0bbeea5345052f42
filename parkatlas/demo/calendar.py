"""The demo's calendar: its ledger months, and how much work each month of the year sees."""

from datetime import date, timedelta

import numpy as np

SEED = 20261031
LAST_DAY = date(2026, 10, 31)
FIRST_MONTH = (2024, 5)

# A quarter starts slowly and ends busily, the spring festival empties February, the year's end is a rush.
_MONTH_WEIGHTS = (0.6, 0.4, 1.0, 0.8, 1.0, 1.4, 0.7, 0.8, 1.3, 0.8, 1.1, 1.9)
_SLUMP = {(2026, 7): 0.6, (2026, 8): 0.5, (2026, 9): 0.6}
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
    return [month_end(*month) for month in months_between(FIRST_MONTH, (LAST_DAY.year, LAST_DAY.month))]


def _clock() -> np.ndarray:
    days = (_CLOCK_FROM + timedelta(days=index) for index in range(4000))
    return np.cumsum([month_weight(day.year, day.month) for day in days])


_CLOCK = _clock()


def work_between(first: date, last: date) -> float:
    """Return the work done between two days, in days of an average month; never negative."""
    start, end = ((day - _CLOCK_FROM).days for day in (first, last))
    return float(_CLOCK[end] - _CLOCK[start]) if end > start else 0.0


def months_between(first: tuple[int, int], last: tuple[int, int]) -> list[tuple[int, int]]:
    """Return year and month of every month from the first to the last."""
    start, end = (year * 12 + month - 1 for year, month in (first, last))
    return [(index // 12, index % 12 + 1) for index in range(start, end + 1)]


def busy_days(rng: np.random.Generator, count: int, months: list[tuple[int, int]]) -> list[date]:
    """Return ``count`` working days, shared out over the months by their weight."""
    shares = np.cumsum([month_weight(*month) for month in months])
    offsets = (np.arange(count) + rng.uniform(0, 1, count)) / count * shares[-1]
    return [_day_of(rng, *months[int(index)]) for index in np.searchsorted(shares, offsets)]


def _day_of(rng: np.random.Generator, year: int, month: int) -> date:
    length = month_end(year, month).day
    day = date(year, month, 1 + int(length * rng.beta(1.6, 1.1) * 0.999))
    return day - timedelta(days=max(0, day.weekday() - 4)) if day.day > 2 else day  # noqa: PLR2004 - stay in the month
