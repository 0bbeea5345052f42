"""Time in sentences and key figures: the finding on top of the page, the forecast's method, what the data lack."""

from typing import TYPE_CHECKING, Any

from parkatlas import formats, terms
from parkatlas.messages import text
from parkatlas.words.quarters import Pace, pace
from parkatlas.words.sentences import KeyFigure

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from parkatlas.analysis.forecast import Forecast

# Contracts are named by number and money together.
_SAID_TOGETHER = ("project_count", "contract_wan")
_MONTHS_OF_A_QUARTER = 3
# Above this a growth says how low its base was, and nothing of the year.
_TEN_FOLD_PCT = 900.0
METRICS = ("project_count", "contract_wan", "in_place_wan", "started_count", "done_fai_wan")


def finding(progress: "pd.DataFrame", to_date: "pd.DataFrame", metric: str) -> str:
    """Say which quarter slumped, what the running one has brought, and how the year stands."""
    parts = (
        of_quarters(progress, metric),
        of_running(progress, metric),
        of_year(to_date, metric),
    )
    clauses = text("trend.clause").join(filter(None, parts))
    return text("trend.end", said=clauses) if clauses else ""


def figures(progress: "pd.DataFrame", to_date: "pd.DataFrame") -> list[KeyFigure]:
    """Return the year so far of each metric, with its growth on last year and that of the newest month on the last."""
    totals = to_date[to_date["is_told"]].sort_values("period_to").groupby("metric").tail(1).set_index("metric")
    months = progress[progress["grain"] == "month"].sort_values("period_from")
    newest = months.groupby("metric").tail(1).set_index("metric")
    return [_figure(metric, totals.loc[metric], newest.loc[metric]) for metric in METRICS if metric in totals.index]


def method(forecast: "Forecast", metric: str) -> str:
    """Say how the forecast was made and how often its intervals held, or why there is none."""
    if forecast.refusal == "few_months":
        return text("trend.refused_few_months", count=forecast.month_count, needed=forecast.needed_count)
    if forecast.refusal:
        return text(f"trend.refused_{forecast.refusal}", metric=terms.label("metric", metric))
    made = text("trend.method_forecast", years=forecast.year_count, errors=forecast.error_count)
    if not forecast.checked_count:
        return made + text("trend.unchecked")
    share = formats.quantity(100 * forecast.held_count / forecast.checked_count, "%", 0)
    return made + text("trend.checked", checked=forecast.checked_count, held=forecast.held_count, share=share)


def lacks(progress: "pd.DataFrame", metric: str) -> list[str]:
    """Say what the data of a metric lack: ledgers missing between others, months told together, projects undated."""
    rows = progress[(progress["grain"] == "month") & (progress["metric"] == metric)].sort_values("period_from")
    comma = text("trend.list_comma")
    missing = rows.loc[~rows["has_ledger"] & rows["has_ledger"].cummax(), "period_to"]
    sentences = []
    if len(missing):
        is_dated = bool(rows.loc[missing.index, "period_value"].notna().any())
        months = comma.join(map(formats.month, missing))
        sentences.append(text("trend.missing_dated" if is_dated else "trend.missing_added", months=months))
    merged = rows[rows["has_ledger"] & rows["months_covered"].gt(1).fillna(value=False)]
    sentences += [
        text("trend.held_together", month=formats.month(row.period_to), months=int(row.months_covered))
        for row in merged.itertuples()
    ]
    undated = int(rows["monthless_count"].max()) if len(rows) else 0
    if undated:
        sentences.append(text("trend.undated", count=undated, metric=terms.label("metric", metric)))
    return sentences


def _figure(metric: str, year: "pd.Series[object]", month: "pd.Series[object]") -> KeyFigure:
    compared = text("trend.compared", yoy=on_year(year), pop=change(month["pop_pct"]))
    growth = year["yoy_pct"]
    grown = None if formats.is_none(growth) or not round(float(growth), 1) else float(growth) > 0
    label = text("sentences.this_year", metric=terms.label("metric", metric))
    if formats.is_none(year["period_value"]):
        return KeyFigure(label, formats.NONE, "", compared)
    return KeyFigure(label, *formats.metric_parts(metric, float(year["period_value"])), compared, is_good=grown)


def bars_title(progress: "pd.DataFrame", metric: str) -> str:
    """Return which quarter slumped, else what the running one has brought, else the metric alone."""
    return of_quarters(progress, metric) or of_running(progress, metric) or terms.label("metric", metric)


def curve_title(to_date: "pd.DataFrame", metric: str, path: "pd.DataFrame") -> str:
    """Return how the year stands and where it is heading (``path`` of a forecast, empty for none)."""
    parts = (of_year(to_date, metric), of_forecast(to_date, metric, path))
    return text("trend.clause").join(filter(None, parts))


def of_quarters(progress: "pd.DataFrame", metric: str) -> str:
    """Return which quarter of the newest year slumped, or that none stands out; empty with fewer than two whole ones.

    ``progress``: rows of ``queries/progress_by_month`` of all metrics.
    """
    year = pace(progress, metric)
    if year.lowest is None:
        return _even(year, metric)
    also = [name for name in _SAID_TOGETHER if metric in _SAID_TOGETHER and pace(progress, name).lowest == year.lowest]
    values = text("trend.and").join(_of_quarter(progress, name, year.lowest) for name in also or [metric])
    is_first = year.lowest == year.whole["period_from"].iloc[0]
    return text(
        "trend.slow_begin" if is_first else "trend.slump",
        quarter=quarter(year.lowest),
        span=_span(year.whole),
        said=values if also else f"{terms.label('metric', metric)} {values}",
    )


def of_running(progress: "pd.DataFrame", metric: str) -> str:
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


def of_year(to_date: "pd.DataFrame", metric: str) -> str:
    """Return the year so far against the even pace of its target and last year (rows of cumulative_by_month)."""
    rows = to_date[(to_date["metric"] == metric) & to_date["is_told"]]
    if rows.empty:
        return ""
    row = rows.iloc[-1]
    facts = {"months": months(row["period_to"]), "metric": terms.label("metric", metric)}
    if formats.is_none(row["period_value"]):
        return text("trend.year_unknown", **facts)
    facts |= {"value": formats.metric(metric, row["period_value"]), "on_year": _on_year(row)}
    if formats.is_none(row["even_pace_value"]):
        return text("trend.year", **facts)
    ahead = float(row["period_value"] - row["even_pace_value"])
    gap = formats.metric(metric, formats.whole(metric, abs(ahead)))
    if gap == formats.metric(metric, 0.0):
        return text("trend.year_even", **facts)
    return text("trend.year_ahead" if ahead > 0 else "trend.year_behind", **facts, gap=gap)


def of_forecast(to_date: "pd.DataFrame", metric: str, path: "pd.DataFrame") -> str:
    """Return where the year is heading, against its target (``path`` of a forecast); empty where none is made."""
    if path.empty:
        return ""
    last = path.iloc[-1]
    target = to_date.loc[to_date["metric"] == metric, "target_value"].iloc[-1]
    low, high, middle = (formats.whole(metric, last[f"{name}_value"]) for name in ("low", "high", "mid"))
    facts = {
        "low": formats.metric_parts(metric, low)[0],
        "high": formats.metric(metric, high),
        "middle": formats.metric(metric, middle),
    }
    if formats.is_none(target):
        return text("trend.forecast", **facts)
    side = "above" if target > last["high_value"] else "below" if target < last["low_value"] else "within"
    return text(f"trend.forecast_target_{side}", **facts, target=formats.metric(metric, target))


def quarter(first_day: "date") -> str:
    """Return the name of the quarter that begins on this day, without its year."""
    return text(f"trend.quarter_{(first_day.month + 2) // _MONTHS_OF_A_QUARTER}")


def months(last_day: "date") -> str:
    """Return the months of the year up to this day."""
    return text("trend.january" if last_day.month == 1 else "trend.months", last=last_day.month)


def change(pct: float) -> str:
    """Return a growth in per cent with its sign; "—" without a base, words for one of more than ten-fold."""
    if not formats.is_none(pct) and pct > _TEN_FOLD_PCT:
        return text("trend.low_base")
    share = formats.quantity(pct, "%")
    return f"+{share}" if not formats.is_none(pct) and share.strip("0.%") and pct > 0 else share


def on_year(row: Any) -> str:
    """Return the growth on what was published a year ago, with that on today's count of it where the two differ."""
    published, recounted = change(row["yoy_pct"]), change(row["recounted_yoy_pct"])
    if published == recounted:
        return published
    return text("trend.recounted", change=published, recounted=recounted)


def _on_year(row: Any) -> str:
    """Return the clause on last year, none where there is nothing to compare with."""
    is_unknown = formats.is_none(row["yoy_pct"]) and formats.is_none(row["recounted_yoy_pct"])
    return "" if is_unknown else text("trend.on_year", change=on_year(row))


def _span(whole: "pd.DataFrame") -> str:
    """Name the whole quarters that a lowest one is the lowest of."""
    count = len(whole)
    is_from_first = whole["period_from"].iloc[-1].month == _MONTHS_OF_A_QUARTER * (count - 1) + 1
    return text(f"trend.span_{count}" if is_from_first else "trend.span_some")


def _even(year: Pace, metric: str) -> str:
    if len(year.whole) < 2:  # noqa: PLR2004 - one quarter has nothing to be compared with
        return ""
    values = year.whole["period_value"]
    return text(
        "trend.even",
        metric=terms.label("metric", metric),
        first=quarter(year.whole["period_from"].iloc[0]),
        last=quarter(year.whole["period_from"].iloc[-1]),
        low=formats.metric(metric, values.min()),
        high=formats.metric(metric, values.max()),
    )


def _of_quarter(progress: "pd.DataFrame", metric: str, first_day: "date") -> str:
    rows = progress[(progress["grain"] == "quarter") & (progress["metric"] == metric)]
    value = float(rows.loc[rows["period_from"] == first_day, "period_value"].iloc[0])
    amount = formats.metric(metric, value)
    return text("trend.projects", count=amount) if metric == "project_count" else amount
