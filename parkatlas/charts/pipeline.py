"""Charts of the pipeline: how far projects came and where they stand, and how long each stage takes."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from parkatlas import colours, formats, terms
from parkatlas.charts import style
from parkatlas.charts.labels import stacked
from parkatlas.charts.labels import text as door
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words import pipeline

_CONTRACT = pipeline.STAGES.index("signed")
_ROW = 1.45
_PASSED = 0.38  # the opacity of the projects that have moved on
_LIMIT = "line-ns"


def funnel(frame: pd.DataFrame, *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Draw for each stage the projects that reached it: those in it now, and paler those moved on or dropped.

    ``frame``: rows of ``queries/pipeline_stages``. At the right how many stand in it and with how much money; before
    the contract that is intended money. Each bar carries its stage as custom data.
    """
    look = style.Look(dark, large)
    rows = pipeline.stages(frame)
    rows = rows.assign(slot=range(len(rows)))
    figure = style.figure(look, title, _funnel_keys(look), round(look.row * _ROW * len(pipeline.STAGES)))
    passed = rows["reached_stage_count"] - rows["project_count"].clip(upper=rows["reached_stage_count"])
    for counts, opacity in ((rows["project_count"], 1.0), (passed, _PASSED)):
        figure.add_bar(
            orientation="h",
            x=counts,
            y=rows["slot"],
            customdata=rows["stage"],
            marker={
                "color": [colours.STAGE[stage] for stage in rows["stage"]],
                "opacity": opacity,
                "line": {"width": 1, "color": look.ink.secondary},
            },
            hovertext=[_stage_hover(row) for row in rows.itertuples()],
            hoverinfo="text",
            unselected={"marker": {"opacity": opacity}},
        )
    _label_ends(figure, look, rows)
    most = max(1, int(rows["reached_stage_count"].max()))
    figure.update_layout(barmode="stack", bargap=0.28)
    figure.update_xaxes(
        style.axis(look, ""), range=[0, most * 1.22], showticklabels=False, showline=False, overwrite=True
    )
    style.name_rows(figure, look, _named_stages(look, rows), [_stage_figures(look, row) for row in rows.itertuples()])
    return figure


def durations(frame: pd.DataFrame, *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Draw for each stage that anybody has left the median and p90 of the days spent in it, with the stage's limit.

    ``frame``: rows of ``queries/pipeline_stages``.
    """
    look = style.Look(dark, large)
    rows = pipeline.left_stages(frame)
    rows = rows.assign(slot=range(len(rows)))
    figure = style.figure(look, title, _duration_keys(look), round(look.row * 1.3 * max(len(rows), 1)))
    for name, symbol in (("median_days", "circle"), ("p90_days", "circle-open")):
        figure.add_scatter(
            x=rows[name],
            y=rows["slot"],
            mode="markers",
            marker={"symbol": symbol, "size": look.size, "color": look.ink.accent, "line": {"width": 2}},
            hovertext=[_duration_hover(row) for row in rows.itertuples()],
            hoverinfo="text",
        )
    _add_spans(figure, look, rows)
    limited = rows[rows["limit_days"].notna()]
    figure.add_scatter(
        x=limited["limit_days"].astype(float),
        y=limited["slot"],
        mode="markers",
        marker={"symbol": _LIMIT, "size": look.row * 0.6, "line": {"width": 3, "color": look.ink.short}},
        hoverinfo="skip",
    )
    figure.update_xaxes(style.axis(look, text("pipeline.axis_days"), grid=True), rangemode="tozero", overwrite=True)
    names = [door(terms.label("stage", stage)) for stage in rows["stage"]]
    figures = [door(text("pipeline.median_p90", **_days(row))) for row in rows.itertuples()]
    style.name_rows(figure, look, names, figures)
    return figure


def _funnel_keys(look: style.Look) -> list[style.Key]:
    ramp = colours.STAGE["building"]
    return [
        style.Key(ramp, text("pipeline.key_now")),
        style.Key(look.ink.secondary, text("pipeline.key_passed"), "□"),
        style.Key(look.ink.secondary, text("pipeline.key_right"), "→"),
    ]


def _label_ends(figure: go.Figure, look: style.Look, rows: pd.DataFrame) -> None:
    """Say at the end of each bar how many ever reached the stage."""
    figure.add_scatter(
        x=rows["reached_stage_count"],
        y=rows["slot"],
        mode="text",
        text=[f"\u2002{formats.number(int(count))}" for count in rows["reached_stage_count"]],
        textposition="middle right",
        textfont={"color": look.ink.secondary},
        unselected={"textfont": {"color": look.ink.secondary}},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _named_stages(look: style.Look, rows: pd.DataFrame) -> list[str]:
    """Return each stage's name with its conversion from the stage before."""
    return [
        door(terms.label("stage", row.stage))
        + ("" if formats.is_none(row.conversion_pct) else f"<br>{style.coloured(look.ink.secondary, _converted(row))}")
        for row in rows.itertuples()
    ]


def _converted(row: Any) -> str:
    return text("pipeline.converted", share=formats.quantity(float(row.conversion_pct), "%"))


def _stage_figures(look: style.Look, row: Any) -> str:
    """Return how many stand in a stage over their money, intended money said to be that."""
    count = style.coloured(look.ink.text, formats.quantity(int(row.project_count), "个"))
    return f"{count}<br>{style.coloured(look.ink.secondary, _money(row))}"


def _money(row: Any) -> str:
    if row.slot >= _CONTRACT:
        return formats.money(row.contract_wan)
    if formats.is_none(row.intended_wan):
        return formats.NONE
    return text("pipeline.intended", money=formats.money(row.intended_wan))


def _stage_hover(row: Any) -> str:
    names = ("project_count", "reached_stage_count", "conversion_pct", "stuck_count", "undated_count")
    return stacked(terms.label("stage", row.stage), *(_stated(name, row) for name in names), _money(row))


def _stated(name: str, row: Any) -> str:
    return f"{column(name).label} {formats.cell(name, getattr(row, name))}"


def _duration_keys(look: style.Look) -> list[style.Key]:
    return [
        style.Key(look.ink.accent, column("median_days").label, "●"),
        style.Key(look.ink.accent, column("p90_days").label, "○"),
        style.Key(look.ink.short, column("limit_days").label, "┃"),
    ]


def _duration_hover(row: Any) -> str:
    names = ("median_days", "p90_days", "limit_days", "left_count", "misdated_count")
    return stacked(terms.label("stage", row.stage), *(_stated(name, row) for name in names))


def _days(row: Any) -> dict[str, str]:
    return {
        "median": formats.number(float(row.median_days), "天"),
        "p90": formats.number(float(row.p90_days), "天"),
        "count": formats.number(int(row.left_count)),
    }


def _add_spans(figure: go.Figure, look: style.Look, rows: pd.DataFrame) -> None:
    """Join median and p90 of each stage by a line."""
    for row in rows.itertuples():
        figure.add_shape(
            type="line",
            x0=row.median_days,
            x1=row.p90_days,
            y0=row.slot,
            y1=row.slot,
            line={"color": look.ink.accent, "width": 2},
            layer="below",
        )
