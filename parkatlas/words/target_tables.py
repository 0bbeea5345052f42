"""Tables of targets in words: their cells, the columns of two tiers side by side, and what their figures lack."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from parkatlas import formats, terms
from parkatlas.columns import Column, column
from parkatlas.messages import text
from parkatlas.words import lamps

if TYPE_CHECKING:
    from collections.abc import Sequence


def lit_cell(row: Any) -> str:
    """Return a cell of the table of lamps: shape and completion; what was done where there is no target."""
    if lamps.lit(row.lamp):
        return f"{lamps.mark(row.lamp)} {formats.quantity(row.completion_pct, '%')}"
    if formats.is_none(row.target_value):
        return text("targets.without_target", done=formats.metric(row.metric, row.done_value))
    return terms.label("verdict", "missing")


def figure(metric: str, name: str, value: object) -> str | None:
    """Return a figure of a metric in words; points with their sign."""
    if formats.is_none(value):
        return None
    if name.endswith(("_pct", "_points")):
        return formats.quantity(value, "%")
    if name.endswith("per_day_value") and formats.unit_of(metric) == "个":
        return formats.quantity(value, "个", decimals=2)
    return formats.metric(metric, float(value))  # type: ignore[arg-type]


def missing_ledgers(days: "Sequence[date]", as_of: date, *, is_cumulative: bool) -> list[str]:
    """Say which months of the year have no ledger and, for cumulative figures, that the year before has none.

    ``days``: those of all ledgers.
    """
    months = {day.month for day in days if day.year == as_of.year}
    if not months:
        return []
    last = (as_of + timedelta(days=1)).month - 1 or 12
    lacking = [formats.month(date(as_of.year, month, 1)) for month in range(1, last + 1) if month not in months]
    sentences = [text("targets.missing_ledgers", months=text("targets.list_comma").join(lacking))] if lacking else []
    if is_cumulative and not any(day.year < as_of.year for day in days):
        sentences.append(text("targets.no_year_before", year=str(as_of.year - 1)))
    return sentences


def of_metric(metric: str) -> Column:
    """Return the column of a metric whose cells are words."""
    return Column(metric, "text", titled=terms.label("metric", metric))


def of_tier(name: str) -> Column:
    """Return the column ``<tier>.<name>``; the stretch target's says so in its label."""
    tier, _, bare = name.rpartition(".")
    entry = column(bare)
    return replace(entry, titled=text("targets.of_stretch", column=entry.label)) if tier == "stretch" else entry
