"""What the charts of time find, in sentences made from their rows, and what their marks say when pointed at."""

from datetime import date
from typing import Any

import pandas as pd

from parkatlas import formats, terms
from parkatlas.charts.labels import stacked
from parkatlas.charts.quarters import Pace, pace
from parkatlas.columns import column
from parkatlas.messages import text

# Signatures are told by number and money together.
_TOLD_TOGETHER = ("project_count", "contract_wan")
_MONTHS_OF_A_QUARTER = 3


def of_quarters(progress: pd.DataFrame, metric: str) -> str:
    """Return which quarter of the newest year slumped, or that none stands out; empty with fewer than two whole ones.

    ``progress``: rows of ``queries/progress_by_month`` of all metrics.
    """
    found = pace(progress, metric)
    if found.lowest is None:
        return _even(found, metric)
    also = [name for name in _TOLD_TOGETHER if metric in _TOLD_TOGETHER and pace(progress, name).lowest == found.lowest]
    said = text("trend.and").join(_of_quarter(progress, name, found.lowest) for name in also or [metric])
    is_first = found.lowest == found.whole["period_from"].iloc[0]
    return text(
        "trend.slow_begin" if is_first else "trend.slump",
        quarter=quarter(found.lowest),
        said=said if also else f"{terms.label('metric', metric)} {said}",
    )


def of_running(progress: pd.DataFrame, metric: str) -> str:
    """Return what the running quarter has brought so far, told apart from whole ones; empty where none runs."""
    rows = progress[(progress["grain"] == "quarter") & (progress["metric"] == metric) & progress["is_partial"]]
    rows = rows[rows["period_value"].notna()]
    if rows.empty:
        return ""
    row = rows.iloc[-1]
    months = row["period_to"].month - row["period_from"].month + 1
    return text(
        "trend.running",
        quarter=quarter(row["period_from"]),
        months=months,
        value=formats.metric(metric, row["period_value"]),
    )


def of_year(to_date: pd.DataFrame, metric: str) -> str:
    """Return the year so far against the even pace of its target and last year (rows of cumulative_by_month)."""
    told = to_date[(to_date["metric"] == metric) & to_date["is_told"]]
    if told.empty:
        return ""
    row = told.iloc[-1]
    said = {"months": months(row["period_to"]), "metric": terms.label("metric", metric)}
    if formats.is_none(row["period_value"]):
        return text("trend.year_unknown", **said)
    said |= {"value": formats.metric(metric, row["period_value"]), "on_year": _on_year(row["yoy_pct"])}
    if formats.is_none(row["even_pace_value"]):
        return text("trend.year", **said)
    gap = float(row["period_value"] - row["even_pace_value"])
    key = "trend.year_ahead" if gap >= 0 else "trend.year_behind"
    return text(key, **said, gap=formats.metric(metric, abs(gap)))


def of_forecast(to_date: pd.DataFrame, metric: str, path: pd.DataFrame) -> str:
    """Return where the year is heading, against its target (``path`` of a forecast); empty where none is made."""
    if path.empty:
        return ""
    last = path.iloc[-1]
    target = to_date.loc[to_date["metric"] == metric, "target_value"].iloc[-1]
    said = {
        "low": formats.metric_parts(metric, last["low_value"])[0],
        "high": formats.metric(metric, last["high_value"]),
        "middle": formats.metric(metric, last["mid_value"]),
    }
    if formats.is_none(target):
        return text("trend.forecast", **said)
    place = "above" if target > last["high_value"] else "below" if target < last["low_value"] else "within"
    return text(f"trend.forecast_target_{place}", **said, target=formats.metric(metric, target))


def of_period(row: Any, metric: str) -> str:
    """Return what the bar of a month or quarter says when pointed at (a row of progress_by_month)."""
    return stacked(
        period(row),
        f"{terms.label('metric', metric)} {amount(metric, row.period_value)}",
        f"{column('last_year_value').label} {amount(metric, row.last_year_value)}",
        f"{column('yoy_pct').label} {change(row.yoy_pct)}",
        f"{column('pop_pct').label} {change(row.pop_pct)}",
        *_notes(row),
    )


def of_month(row: Any, metric: str) -> str:
    """Return what a point of the cumulative curve says when pointed at (a row of cumulative_by_month)."""
    return stacked(
        f"{row.period_to.year} · {months(row.period_to)}",
        f"{terms.label('metric', metric)} {amount(metric, row.period_value)}",
        f"{column('last_year_value').label} {amount(metric, row.last_year_value)}",
        f"{column('yoy_pct').label} {change(row.yoy_pct)}",
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


def quarter(first_day: date) -> str:
    """Return the name of the quarter that begins on this day, without its year."""
    return text(f"trend.quarter_{(first_day.month + 2) // _MONTHS_OF_A_QUARTER}")


def months(last_day: date) -> str:
    """Return the months of the year up to this day."""
    return text("trend.january" if last_day.month == 1 else "trend.months", last=last_day.month)


def change(pct: float) -> str:
    """Return a growth in per cent with its sign; "—" without a base."""
    shown = formats.quantity(pct, "%")
    return f"+{shown}" if not formats.is_none(pct) and shown.strip("0.%") and pct > 0 else shown


def _on_year(pct: float) -> str:
    """Return the clause on last year, none where there is nothing to compare with."""
    return "" if formats.is_none(pct) else text("trend.on_year", change=change(pct))


def period(row: Any) -> str:
    """Return the name of a month or quarter with its year."""
    if row.grain == "month":
        return formats.month(row.period_from)
    return f"{row.period_from.year} · {quarter(row.period_from)}"


def _even(found: Pace, metric: str) -> str:
    if len(found.whole) < 2:  # noqa: PLR2004 - one quarter has nothing to be compared with
        return ""
    values = found.whole["period_value"]
    return text(
        "trend.even",
        metric=terms.label("metric", metric),
        first=quarter(found.whole["period_from"].iloc[0]),
        last=quarter(found.whole["period_from"].iloc[-1]),
        low=formats.metric(metric, values.min()),
        high=formats.metric(metric, values.max()),
    )


def _of_quarter(progress: pd.DataFrame, metric: str, first_day: date) -> str:
    rows = progress[(progress["grain"] == "quarter") & (progress["metric"] == metric)]
    value = float(rows.loc[rows["period_from"] == first_day, "period_value"].iloc[0])
    shown = formats.metric(metric, value)
    return text("trend.projects", count=shown) if metric == "project_count" else shown


def _notes(row: Any) -> list[str]:
    if formats.is_none(row.period_value) and not row.has_ledger:
        return [text("trend.no_ledger", month=formats.month(row.period_to))]
    usual = 1 if row.grain == "month" else row.period_to.month - row.period_from.month + 1
    if not formats.is_none(row.months_covered) and row.months_covered > usual:
        return [text("trend.holds_months", months=int(row.months_covered))]
    return [text("trend.partial")] if row.is_partial else []
