"""Charts of one park or one project: its money over the ledgers, its land."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from parkatlas import formats
from parkatlas.charts import style
from parkatlas.charts.labels import stacked
from parkatlas.charts.scale import Scale
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words import place_charts

_HEIGHT = 9.0  # of the plot of a history, in rows
_ROOM = 1.15
# What grows from month to month; the rest is drawn without a mark for each.
_MOVING = ("done_fai_wan", "in_place_wan")


def history(frame: pd.DataFrame, *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Draw a project's money as its ledgers state it (rows of ``queries/project_history``)."""
    names = ("contract_wan", "intended_wan", "in_place_wan", "done_fai_wan")
    return _lines(style.Look(dark, large), frame, title, names)


def money(frame: pd.DataFrame, *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Draw what a park's projects were to invest and had invested (rows of ``queries/park_money_by_month``)."""
    names = ("planned_fai_wan", "in_place_wan", "done_fai_wan")
    return _lines(style.Look(dark, large), frame, title, names)


def has_money(frame: pd.DataFrame) -> bool:
    """Tell whether any month of a history states any money."""
    names = [name for name in frame.columns if name.endswith("_wan")]
    return bool(frame[names].notna().to_numpy().any())


def land(frame: pd.DataFrame, *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Draw a park's planned land as built, supplied and not built, free (one row of ``queries/parks``)."""
    look = style.Look(dark, large)
    parts = place_charts.land_parts(frame.iloc[0])
    keys = [style.Key(_ink(look, name), f"{_label(name)} {formats.quantity(parts[name], '亩')}") for name in parts]
    figure = style.figure(look, title, keys, round(look.row * 2.2))
    for name, mu in parts.items():
        hover = stacked(_label(name), formats.quantity(mu, "亩"))
        figure.add_bar(
            orientation="h", x=[mu], y=[0], marker={"color": _ink(look, name)}, hovertext=[hover], hoverinfo="text"
        )
    figure.update_layout(barmode="stack")
    figure.update_xaxes(style.axis(look, column("planned_area_mu").header, grid=True), overwrite=True)
    figure.update_yaxes(style.axis(look, ""), showticklabels=False, showline=False, overwrite=True)
    return figure


def has_land(park: "pd.Series[Any]") -> bool:
    """Tell whether a park states both its planned and its supplied land, so that there is something to divide."""
    stated = [park["planned_area_mu"], park["supplied_area_mu"]]
    return not any(map(formats.is_none, stated)) and 0 <= stated[1] <= stated[0] and stated[0] > 0


def _label(name: str) -> str:
    return text("places.idle") if name == "idle_area_mu" else column(name).label


def _ink(look: style.Look, name: str) -> str:
    if name == "idle_area_mu":
        return look.ink.idle
    return look.ink.no_data if name == "free_area_mu" else look.ink.accent


def _lines(look: style.Look, frame: pd.DataFrame, title: str, names: tuple[str, ...]) -> go.Figure:
    """Draw columns of money month by month; a month that does not state one leaves a gap, and is named."""
    drawn = [name for name in names if frame[name].notna().any()]
    scale = Scale("done_fai_wan", frame[drawn])
    keys = [style.Key(_line(look, name)["color"], _key(frame, name), "━") for name in reversed(drawn)]
    figure = style.figure(look, title, keys, round(look.row * _HEIGHT))
    days = [formats.day(day) for day in frame["period_to"]]
    hover = [_of_month(row, drawn) for _, row in frame.iterrows()]
    for name in drawn:
        figure.add_scatter(
            x=days,
            y=frame[name] / scale.divisor,
            mode="lines+markers" if name in _MOVING or frame[name].count() == 1 else "lines",
            line=_line(look, name),
            marker={"size": 6},
            connectgaps=False,
            hovertext=hover,
            hoverinfo="text",
        )
    figure.update_xaxes(style.axis(look, ""), type="date", tickformat="%Y-%m", nticks=8, overwrite=True)
    axis = text("places.money_axis", unit=scale.unit)
    figure.update_yaxes(
        style.axis(look, axis, grid=True), range=[0, max(scale.top * _ROOM, 1.0) / scale.divisor], overwrite=True
    )
    return figure


def _line(look: style.Look, name: str) -> dict[str, Any]:
    ink = look.ink
    return {
        "done_fai_wan": {"color": ink.accent, "width": 4},
        "in_place_wan": {"color": ink.reached, "width": 3},
        "intended_wan": {"color": ink.no_data, "width": 2, "dash": "dot"},
    }.get(name, {"color": ink.secondary, "width": 2, "dash": "dash"})


def _key(frame: pd.DataFrame, name: str) -> str:
    """Return a line's name with its newest figure."""
    return text("places.named", name=column(name).label, value=formats.money(frame[name].dropna().iloc[-1]))


def _of_month(row: "pd.Series[Any]", names: list[str]) -> str:
    figures = (f"{column(name).label} {formats.money(row[name])}" for name in names if not formats.is_none(row[name]))
    return stacked(formats.month(row["period_to"]), *figures)
