"""The chart of what each month or quarter brought."""

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from parkatlas import formats
from parkatlas.charts import style
from parkatlas.charts import trend_hover as hover
from parkatlas.charts.labels import text as door
from parkatlas.charts.scale import Scale
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words import quarters
from parkatlas.words.trend import quarter

PLOT_HEIGHT = {False: 330, True: 460}
_MONTHS_OF_A_QUARTER = 3
# How much of the axis a figure over its bar takes.
_LABEL_SHARE = 0.08


def bars(  # noqa: PLR0913 - what is drawn, and the three that every chart takes
    frame: pd.DataFrame, metric: str, grain: str, *, title: str = "", dark: bool = False, large: bool = False
) -> go.Figure:
    """Draw what each month or quarter brought, each beside the same months a year before.

    ``frame``: rows of ``queries/progress_by_month`` of all metrics. The quarter that slumped is coloured, one that
    still runs is hatched, a period without its ledger bears a cross; earlier years are pale.
    """
    look = style.Look(dark, large)
    rows = frame[(frame["grain"] == grain) & (frame["metric"] == metric)].sort_values("period_from")
    rows = rows.assign(slot=range(len(rows)), year=rows["period_from"].map(lambda day: day.year))
    scale = Scale(metric, rows[["period_value", "last_year_value"]])
    lowest = quarters.pace(frame, metric).lowest
    figure = style.figure(look, title, _bar_keys(look, rows, lowest), PLOT_HEIGHT[look.large])
    newest = rows["year"].max()
    figure.add_bar(
        x=rows["slot"],
        y=rows["period_value"] / scale.divisor,
        marker={
            "color": [_tone(look, row, lowest) for row in rows.itertuples()],
            "opacity": [1.0 if year == newest else 0.4 for year in rows["year"]],
            "pattern": {"shape": ["/" if part else "" for part in rows["is_partial"]], "bgcolor": look.ink.ground},
        },
        hovertext=[hover.of_period(row, metric) for row in rows.itertuples()],
        hoverinfo="text",
    )
    _add_last_year(figure, look, rows, scale)
    _name_bars(figure, look, rows if grain == "quarter" else rows[rows["year"] == newest], scale)
    _add_unknown(figure, look, rows)
    figure.update_xaxes(
        style.axis(look, ""),
        tickvals=rows["slot"],
        ticktext=_ticks(rows),
        range=[-0.6, len(rows) - 0.4],
        overwrite=True,
    )
    figure.update_yaxes(scale.axis(look), overwrite=True)
    return figure


def _is_of(row: Any, lowest: date | None) -> bool:
    """Tell whether a month or quarter lies in the quarter that begins on ``lowest``."""
    if lowest is None or row.period_from.year != lowest.year:
        return False
    return bool(0 <= row.period_from.month - lowest.month < _MONTHS_OF_A_QUARTER)


def _tone(look: style.Look, row: Any, lowest: date | None) -> str:
    return look.ink.short if _is_of(row, lowest) else look.ink.accent


def _bar_keys(look: style.Look, rows: pd.DataFrame, lowest: date | None) -> list[style.Key]:
    ink = look.ink
    years = sorted(set(rows["year"]))
    entries = [style.Key(ink.accent, str(years[-1]))]
    if len(years) > 1:
        entries.append(style.Key(ink.accent, text("trend.years_before"), "▒"))
    if lowest is not None:
        entries.append(style.Key(ink.short, text("trend.lowest", quarter=quarter(lowest))))
    if rows["last_year_value"].notna().any():
        entries.append(style.Key(ink.text, column("last_year_value").label, "━"))
    if rows["is_partial"].any():
        entries.append(style.Key(ink.accent, text("trend.partial"), "▨"))
    if _unknown(rows).any():
        entries.append(style.Key(ink.secondary, text("trend.unknown"), "×"))
    return entries


def _unknown(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Tell which periods have no value after one that has: those whose ledgers are missing."""
    return rows["period_value"].isna() & rows["period_value"].notna().cummax()


def _add_last_year(figure: go.Figure, look: style.Look, rows: pd.DataFrame, scale: Scale) -> None:
    """Mark on every bar what the same months of the year before brought."""
    figure.add_scatter(
        x=rows["slot"],
        y=rows["last_year_value"] / scale.divisor,
        mode="markers",
        marker={"symbol": "line-ew", "size": look.size, "line": {"width": 3, "color": look.ink.text}},
        hoverinfo="skip",
    )


def _name_bars(figure: go.Figure, look: style.Look, rows: pd.DataFrame, scale: Scale) -> None:
    """Write the figures over the bars, and over the mark of last year where that would strike them through."""
    room = scale.top * _LABEL_SHARE
    gap = rows["last_year_value"] - rows["period_value"]
    height = rows["period_value"].where(
        ~gap.between(-room / 2, room), rows[["period_value", "last_year_value"]].max(axis=1)
    )
    is_month = bool((rows["grain"] == "month").any())
    figure.add_scatter(
        x=rows["slot"],
        y=height / scale.divisor,
        mode="text",
        text=[door(scale.number(value, is_short=is_month)) for value in rows["period_value"]],
        textposition="top center",
        textfont={"size": look.size - 2 if is_month else look.size, "color": look.ink.text},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _add_unknown(figure: go.Figure, look: style.Look, rows: pd.DataFrame) -> None:
    """Put a cross where a period's value is not known for want of a ledger."""
    unknown = rows[_unknown(rows)]
    figure.add_scatter(
        x=unknown["slot"],
        y=[0.0] * len(unknown),
        mode="markers",
        marker={"symbol": "x-thin", "size": look.size * 0.8, "line": {"width": 3, "color": look.ink.secondary}},
        hovertext=[door(text("trend.no_ledger", month=formats.month(day))) for day in unknown["period_to"]],
        hoverinfo="text",
        cliponaxis=False,
    )


def _ticks(rows: pd.DataFrame) -> list[str]:
    """Return the names of months or quarters, the year under the first of each."""
    firsts = ~rows["year"].duplicated()
    names = [
        str(row.period_from.month) if row.grain == "month" else quarter(row.period_from) for row in rows.itertuples()
    ]
    return [
        f"{door(name)}<br>{year if is_first else ''}"
        for name, year, is_first in zip(names, rows["year"], firsts, strict=True)
    ]
