"""A project of a case: how far it has come by the last ledger, and what the ledger of each month says of it."""

from datetime import date, timedelta

import numpy as np

from parkatlas.columns import STAGE_DATES
from parkatlas.terms import STAGES

Row = dict[str, object]
Weights = dict[tuple[int, int], float]
_LABELS = {f"{term.code}_on": term.labels[0] for term in STAGES}
# What grows from month to month, and from which day on.
_GROWING = {
    "in_place_wan": "signed_on",
    "outside_in_place_wan": "signed_on",
    "foreign_usd_wan": "signed_on",
    "done_fai_wan": "started_on",
}
_OF_CONTRACT = ("land_mu", "planned_start_on", "planned_completion_on", "planned_production_on")
_PRICED = ("intent_on", "agreement_on", "signed_on")
# Days from each stage to the next one.
_STEPS = {"started_on": (25, 95), "building_on": (18, 50), "completed_on": (110, 260), "producing_on": (12, 60)}


def onward(rng: np.random.Generator, signed: date, last: date) -> Row:
    """Draw the stages after a contract as far as they are reached by ``last``."""
    reached: Row = {"signed_on": signed}
    day = signed
    for name, (least, most) in _STEPS.items():
        day += timedelta(days=int(rng.integers(least, most)))
        if day > last:
            break
        reached[name] = day
    return reached


def paid(rng: np.random.Generator, project: Row) -> Row:
    """Draw funds in place and investment done, in 万元, by how far a project has come."""
    contract, planned = (float(str(project[name])) for name in ("contract_wan", "planned_fai_wan"))
    low, high = next(
        share
        for name, share in (
            ("producing_on", (0.88, 0.98)),
            ("building_on", (0.4, 0.7)),
            ("started_on", (0.22, 0.4)),
            ("signed_on", (0.06, 0.18)),
        )
        if name in project
    )
    share = rng.uniform(low, high)
    return {
        "in_place_wan": round(contract * share),
        "done_fai_wan": round(planned * share * 0.94) if "started_on" in project else None,
    }


def ledger_row(project: Row, day: date, last: date, weights: Weights) -> Row | None:
    """Return what the ledger of ``day`` says of a project, all of it on ``last``; None before it was known."""
    dates = {name: project[name] for name in STAGE_DATES if name in project and _day(project, name) <= day}
    if not dates:
        return None
    row = {name: value for name, value in project.items() if name not in STAGE_DATES and value is not None}
    for name, since in _GROWING.items():
        if name in row:
            row[name] = _grown(project, name, since, day, last, weights)
    unknown = [] if "signed_on" in dates else [*_OF_CONTRACT]
    unknown += [] if dates.keys() & set(_PRICED) else ["contract_wan", "planned_fai_wan"]
    kept = {name: value for name, value in row.items() if name not in unknown and value is not None}
    return {**kept, **dates, "stage": _LABELS[list(dates)[-1]]}


def _grown(project: Row, name: str, since: str, day: date, last: date, weights: Weights) -> int | None:  # noqa: PLR0913, PLR0917 - one amount between two days
    """Return a cumulative amount at the end of ``day``: a part of the final one, by the work of the days between."""
    if since not in project or _day(project, since) > day:
        return None
    first = _day(project, since)
    share = _work(first, day, weights) / _work(first, last, weights)
    return round(float(str(project[name])) * share) or None


def _work(first: date, last: date, weights: Weights) -> float:
    days = (first + timedelta(days=count) for count in range((last - first).days + 1))
    return sum(weights.get((day.year, day.month), 1.0) for day in days)


def _day(project: Row, name: str) -> date:
    day = project[name]
    if not isinstance(day, date):
        raise TypeError(f"{name} is a date")
    return day
