"""Time in sentences and key figures: the finding on top of the page, the forecast's method, what the data lack."""

from typing import TYPE_CHECKING

from parkatlas import formats, terms
from parkatlas.charts import trend_findings as findings
from parkatlas.messages import text
from parkatlas.words.sentences import KeyFigure

if TYPE_CHECKING:
    import pandas as pd

    from parkatlas.analysis.forecast import Forecast

METRICS = ("project_count", "contract_wan", "in_place_wan", "started_count", "done_fai_wan")


def finding(progress: "pd.DataFrame", to_date: "pd.DataFrame", metric: str) -> str:
    """Say which quarter slumped, what the running one has brought, and how the year stands."""
    said = (
        findings.of_quarters(progress, metric),
        findings.of_running(progress, metric),
        findings.of_year(to_date, metric),
    )
    clauses = text("trend.clause").join(filter(None, said))
    return text("trend.end", said=clauses) if clauses else ""


def figures(progress: "pd.DataFrame", to_date: "pd.DataFrame") -> list[KeyFigure]:
    """Return the year so far of each metric, with its growth on last year and that of the newest month on the last."""
    told = to_date[to_date["is_told"]].sort_values("period_to").groupby("metric").tail(1).set_index("metric")
    months = progress[progress["grain"] == "month"].sort_values("period_from")
    newest = months.groupby("metric").tail(1).set_index("metric")
    return [_figure(metric, told.loc[metric], newest.loc[metric]) for metric in METRICS if metric in told.index]


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
    said = []
    if len(missing):
        is_dated = bool(rows.loc[missing.index, "period_value"].notna().any())
        months = comma.join(map(formats.month, missing))
        said.append(text("trend.missing_dated" if is_dated else "trend.missing_added", months=months))
    held = rows[rows["has_ledger"] & rows["months_covered"].gt(1).fillna(value=False)]
    said += [
        text("trend.held_together", month=formats.month(row.period_to), months=int(row.months_covered))
        for row in held.itertuples()
    ]
    undated = int(rows["monthless_count"].max()) if len(rows) else 0
    if undated:
        said.append(text("trend.undated", count=undated, metric=terms.label("metric", metric)))
    return said


def _figure(metric: str, year: "pd.Series[object]", month: "pd.Series[object]") -> KeyFigure:
    compared = text("trend.compared", yoy=findings.change(year["yoy_pct"]), pop=findings.change(month["pop_pct"]))
    growth = year["yoy_pct"]
    grown = None if formats.is_none(growth) or not round(float(growth), 1) else float(growth) > 0
    label = text("sentences.this_year", metric=terms.label("metric", metric))
    if formats.is_none(year["period_value"]):
        return KeyFigure(label, formats.NONE, "", compared)
    return KeyFigure(label, *formats.metric_parts(metric, float(year["period_value"])), compared, is_good=grown)
