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

_HEIGHT = 9.0  # of the plot of a history, in rows
_ROOM = 1.15
_NAMED_MONTHS = 3
# What grows from month to month; the rest is drawn without a mark for each.
_MOVING = ("done_fai_wan", "in_place_wan")


def history(frame: pd.DataFrame, *, dark: bool = False, large: bool = False) -> go.Figure:
    """Draw a project's money as its ledgers state it (rows of ``queries/project_history``)."""
    names = ("contract_wan", "intended_wan", "in_place_wan", "done_fai_wan")
    return _lines(style.Look(dark, large), frame, _of_money(frame, "done_fai_wan", "planned_fai_wan"), names)


def money(frame: pd.DataFrame, *, dark: bool = False, large: bool = False) -> go.Figure:
    """Draw what a park's projects were to invest and had invested (rows of ``queries/park_money_by_month``)."""
    names = ("planned_fai_wan", "in_place_wan", "done_fai_wan")
    return _lines(style.Look(dark, large), frame, _of_money(frame, "done_fai_wan", "planned_fai_wan"), names)


def has_money(frame: pd.DataFrame) -> bool:
    """Tell whether any month of a history states any money."""
    names = [name for name in frame.columns if name.endswith("_wan")]
    return bool(frame[names].notna().to_numpy().any())


def land(frame: pd.DataFrame, *, dark: bool = False, large: bool = False) -> go.Figure:
    """Draw a park's planned land as built, supplied and not built, free (one row of ``queries/parks``)."""
    look = style.Look(dark, large)
    row = frame.iloc[0]
    parts = _parts(row)
    keys = [style.Key(_ink(look, name), f"{_label(name)} {formats.quantity(parts[name], '亩')}") for name in parts]
    figure = style.figure(look, _of_land(row, parts), keys, round(look.row * 2.2))
    for name, mu in parts.items():
        said = stacked(_label(name), formats.quantity(mu, "亩"))
        figure.add_bar(
            orientation="h", x=[mu], y=[0], marker={"color": _ink(look, name)}, hovertext=[said], hoverinfo="text"
        )
    figure.update_layout(barmode="stack")
    figure.update_xaxes(style.axis(look, column("planned_area_mu").header, grid=True), overwrite=True)
    figure.update_yaxes(style.axis(look, ""), showticklabels=False, showline=False, overwrite=True)
    return figure


def has_land(park: "pd.Series[Any]") -> bool:
    """Tell whether a park states both its planned and its supplied land, so that there is something to divide."""
    stated = [park["planned_area_mu"], park["supplied_area_mu"]]
    return not any(map(formats.is_none, stated)) and 0 <= stated[1] <= stated[0] and stated[0] > 0


def _parts(row: "pd.Series[Any]") -> dict[str, float]:
    """Return the parts of the planned land, mu; where built land is not stated, supplied land is one part."""
    supplied, built = float(row["supplied_area_mu"]), row["built_area_mu"]
    free = {"free_area_mu": float(row["free_area_mu"])}
    if formats.is_none(built) or not 0 <= built <= supplied:
        return {"supplied_area_mu": supplied} | free
    return {"built_area_mu": float(built), "idle_area_mu": supplied - float(built)} | free


def _label(name: str) -> str:
    return text("places.idle") if name == "idle_area_mu" else column(name).label


def _ink(look: style.Look, name: str) -> str:
    if name == "idle_area_mu":
        return look.ink.idle
    return look.ink.no_data if name == "free_area_mu" else look.ink.accent


def _of_land(row: "pd.Series[Any]", parts: dict[str, float]) -> str:
    planned = float(row["planned_area_mu"])
    said = text(
        "places.land_supplied",
        planned=formats.quantity(planned, "亩"),
        share=formats.quantity(100 * float(row["supplied_area_mu"]) / planned, "%"),
        free=formats.quantity(parts["free_area_mu"], "亩"),
    )
    if not parts.get("idle_area_mu"):
        return said
    return said + text("places.land_idle", idle=formats.quantity(parts["idle_area_mu"], "亩"))


def _lines(look: style.Look, frame: pd.DataFrame, finding: str, names: tuple[str, ...]) -> go.Figure:
    """Draw columns of money month by month; a month that does not state one leaves a gap, and is named."""
    known = [name for name in names if frame[name].notna().any()]
    scale = Scale("done_fai_wan", frame[known])
    keys = [style.Key(_line(look, name)["color"], _key(frame, name), "━") for name in reversed(known)]
    figure = style.figure(look, finding, keys, round(look.row * _HEIGHT))
    days = [formats.day(day) for day in frame["period_to"]]
    hover = [_of_month(row, known) for _, row in frame.iterrows()]
    for name in known:
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
    title = text("places.money_axis", unit=scale.unit)
    figure.update_yaxes(
        style.axis(look, title, grid=True), range=[0, max(scale.top * _ROOM, 1.0) / scale.divisor], overwrite=True
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


def _of_money(frame: pd.DataFrame, done: str, planned: str) -> str:
    """Return how far the newest ledger's investment is of what was planned, and which ledgers are missing."""
    newest = frame[frame["has_ledger"]].iloc[-1]
    values = {name: newest[name] for name in (done, planned)}
    if formats.is_none(values[done]):
        said = text("places.nothing_done", month=formats.month(newest["period_to"]))
    elif formats.is_none(values[planned]) or not values[planned]:
        said = text("places.done", done=formats.money(values[done]))
    else:
        share = formats.quantity(100 * values[done] / values[planned], "%")
        said = text("places.done_of_plan", done=formats.money(values[done]), share=share)
    return said + _lacks(frame)


def _lacks(frame: pd.DataFrame) -> str:
    missing = [formats.month(day) for day in frame.loc[~frame["has_ledger"], "period_to"]]
    if not missing:
        return ""
    months = text("places.list_comma").join(missing[:_NAMED_MONTHS])
    return text("places.missing" if len(missing) <= _NAMED_MONTHS else "places.many_missing",
                months=months, count=len(missing))  # fmt: skip
