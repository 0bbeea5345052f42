"""What the marks of the charts of time say when pointed at."""

from typing import Any

from parkatlas import formats, terms
from parkatlas.charts.labels import stacked
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words.trend import change, months, on_year, quarter


def of_period(row: Any, metric: str) -> str:
    """Return what the bar of a month or quarter says when pointed at (a row of progress_by_month)."""
    return stacked(
        period(row),
        f"{terms.label('metric', metric)} {amount(metric, row.period_value)}",
        f"{column('last_year_value').label} {amount(metric, row.last_year_value)}",
        f"{column('yoy_pct').label} {on_year(row._asdict())}",
        f"{column('pop_pct').label} {change(row.pop_pct)}",
        *_notes(row),
    )


def of_month(row: Any, metric: str) -> str:
    """Return what a point of the cumulative curve says when pointed at (a row of cumulative_by_month)."""
    return stacked(
        f"{row.period_to.year} · {months(row.period_to)}",
        f"{terms.label('metric', metric)} {amount(metric, row.period_value)}",
        f"{column('last_year_value').label} {amount(metric, row.last_year_value)}",
        f"{column('yoy_pct').label} {on_year(row._asdict())}",
        f"{column('even_pace_value').label} {amount(metric, row.even_pace_value)}",
    )


def of_foretold(row: Any, metric: str) -> str:
    """Return what a month of the forecast says when pointed at (a row of its path)."""
    return stacked(
        f"{row.period_to.year} · {months(row.period_to)}",
        text(
            "trend.forecast",
            low=formats.metric_parts(metric, row.low_value)[0],
            high=formats.metric(metric, row.high_value),
            middle=formats.metric(metric, row.mid_value),
        ),
    )


def amount(metric: str, value: float) -> str:
    """Return a value of a metric as people say it; "—" alone where it is not known."""
    return formats.NONE if formats.is_none(value) else formats.metric(metric, value)


def period(row: Any) -> str:
    """Return the name of a month or quarter with its year."""
    if row.grain == "month":
        return formats.month(row.period_from)
    return f"{row.period_from.year} · {quarter(row.period_from)}"


def _notes(row: Any) -> list[str]:
    if formats.is_none(row.period_value) and not row.has_ledger:
        return [text("trend.no_ledger", month=formats.month(row.period_to))]
    usual = 1 if row.grain == "month" else row.period_to.month - row.period_from.month + 1
    if not formats.is_none(row.months_covered) and row.months_covered > usual:
        return [text("trend.holds_months", months=int(row.months_covered))]
    return [text("trend.partial")] if row.is_partial else []
