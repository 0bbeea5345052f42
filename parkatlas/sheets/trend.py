"""Time: what each month and quarter brought, which of them slumped, and where the year is heading."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from parkatlas import charts, terms, words
from parkatlas.analysis import forecast
from parkatlas.columns import Column, column
from parkatlas.messages import text
from parkatlas.sheets.asking import MOST_ROWS
from parkatlas.sheets.model import Block, Choice, Offers, Sheet, Table, Text

if TYPE_CHECKING:
    import pandas as pd

    from parkatlas.sheets.asking import Asking

GRAINS = ("quarter", "month")
_COUNTED = ("period_value", "last_year_value", "recounted_value", "previous_value")
_TABLE = (
    "period_from", "period_to", "period_value", "last_year_value", "yoy_pct", "recounted_value", "recounted_yoy_pct",
    "previous_value", "pop_pct",
)  # fmt: skip
_FALLS = ("metric", "period", "project_name", "unit_name", "before_wan", "now_wan", "fallen_wan")


def offers(_: "Asking", **__: object) -> Offers:
    """Return what may be chosen."""
    return {"metric": words.trend.METRICS, "grain": GRAINS}


def sheet(ask: "Asking", metric: str = words.trend.METRICS[0], grain: str = GRAINS[0]) -> Sheet:
    """Return what the page says of one metric, by quarter or month."""
    progress, to_date = ask("progress_by_month"), ask("cumulative_by_month")
    finding = words.trend.finding(progress, to_date, metric)
    if not (progress["period_value"].fillna(0.0) != 0).any():
        return ask.lacking("trend", "trend", finding)
    return ask.sheet(
        "trend",
        finding,
        words.trend.figures(progress, to_date),
        [
            Choice("followed"),
            *_bars(ask, progress, metric, grain),
            *_year(ask, progress, to_date, metric),
            _table(ask, progress, metric, grain),
            *_falls(ask),
        ],
    )


def _bars(ask: "Asking", progress: "pd.DataFrame", metric: str, grain: str) -> list[Block]:
    """Return what each period brought and what its data lack; in words where nothing is known of the metric."""
    stated = progress[(progress["metric"] == metric) & progress["period_value"].notna()]
    question = ask.question("progress_by_month")
    title = words.trend.bars_title(progress, metric)
    drawn: Block = ask.chart("trend_bars", charts.trend.bars, progress, title, metric, grain, question=question)
    if stated.empty:
        drawn = Text(text("trend.nothing_known", metric=terms.label("metric", metric)))
    lacks = (Text(sentence, icon="event_busy") for sentence in words.trend.lacks(progress, metric))
    return [drawn, *lacks, Text(text("trend.bases"), icon="history")]


def _year(ask: "Asking", progress: "pd.DataFrame", to_date: "pd.DataFrame", metric: str) -> list[Block]:
    """Return the year so far and where it is heading, and how the forecast was made or why there is none."""
    rows = to_date[to_date["metric"] == metric]
    months = progress[(progress["grain"] == "month") & (progress["metric"] == metric)]
    made = forecast.year_end(months, rows)
    method = Text(words.trend.method(made, metric), icon="query_stats")
    if not rows[["period_value", "last_year_value"]].notna().to_numpy().any():
        return [method]
    question = ask.question("cumulative_by_month")
    title = words.trend.curve_title(rows, metric, made.path)
    return [ask.chart("trend_year", charts.year.curve, rows, title, metric, made.path, question=question), method]


def _table(ask: "Asking", progress: "pd.DataFrame", metric: str, grain: str) -> Table:
    """Return the periods as a table, the newest first, with the metric's unit in the headers."""
    title = text("trend.table", metric=terms.label("metric", metric), grain=terms.label("grain", grain))
    rows = progress[(progress["metric"] == metric) & (progress["grain"] == grain)].iloc[::-1]
    return Table(
        "trend",
        ask.captioned(title),
        rows,
        {name: _counted(name, metric) for name in _TABLE},
        partial(ask.whole, "progress_by_month", metric=metric, grain=grain),
        question=ask.question("progress_by_month", metric=metric, grain=grain),
    )


def _falls(ask: "Asking") -> list[Block]:
    """Return whose cumulative money the year's ledgers state lower than before, if any."""
    if ask("money_falls", most=MOST_ROWS).empty:
        return []
    return [ask.table("money_falls", "trend_falls", _FALLS)]


def _counted(name: str, metric: str) -> Column:
    """Return a column of the table; one that counts in the metric's unit bears it."""
    entry = column(name)
    return replace(entry, unit=column(metric).unit) if name in _COUNTED else entry
