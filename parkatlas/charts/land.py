"""Charts of the land: what each park and each industry has left, how long land lies idle, how the grades divide."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from parkatlas import formats, terms
from parkatlas.charts import style
from parkatlas.charts.labels import stacked
from parkatlas.charts.labels import text as door
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words.land import GRADED, MOST
from parkatlas.words.widths import clipped

_NAME_WIDTH = 26
_MARKS = {365: "idle", 730: "reclaim"}
_STACK = ("built_area_mu", "unbuilt_area_mu", "ready_free_area_mu", "later_area_mu")


def by_park(frame: pd.DataFrame, *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Draw each park's land as built, supplied and not built, ready, and free later (rows of ``land_by_park``)."""
    rows = frame[frame["free_area_mu"].notna()]
    return _bars(style.Look(dark, large), title, _parted(rows.head(MOST)), "park_name", _STACK)


def by_industry(frame: pd.DataFrame, *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Draw the free land open to each leading industry (rows of ``land_by_industry``)."""
    rows = frame[frame["free_area_mu"].notna()]
    return _bars(style.Look(dark, large), title, _parted(rows.head(MOST)), "park_industry", _STACK[2:])


def idle(frame: pd.DataFrame, *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Draw how many days each project's agreed start is past, against one year and two (rows of ``idle_land``)."""
    look = style.Look(dark, large)
    rows = frame.head(MOST)
    tones = {"running": look.ink.no_data, "idle": look.ink.idle, "reclaim": look.ink.short}
    keys = [style.Key(tones[term.code], term.label) for term in terms.IDLE_STATES]
    figure = style.figure(look, title, keys, round(look.row * max(len(rows), 2)))
    figure.add_bar(
        orientation="h",
        x=rows["idle_days"],
        y=list(range(len(rows))),
        marker={"color": [tones[state] for state in rows["idle_state"]]},
        hovertext=[_pointed_at(row, ("idle_days", "land_mu", "agreed_start_on")) for _, row in rows.iterrows()],
        hoverinfo="text",
    )
    for days in _MARKS:
        figure.add_vline(days, line={"color": look.ink.secondary, "width": 1, "dash": "dot"})
    figure.update_xaxes(
        style.axis(look, column("idle_days").header, grid=True), tickvals=[0, *_MARKS, 1095, 1460], overwrite=True
    )
    figures = [door(formats.cell("land_mu", mu)) for mu in rows["land_mu"]]
    style.name_rows(figure, look, [door(clipped(name, _NAME_WIDTH)) for name in rows["project_name"]], figures)
    return figure


def grades(frame: pd.DataFrame, *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Draw how many projects have each grade, and how many none and why (rows of ``grades``)."""
    look = style.Look(dark, large)
    counts = frame["grade"].value_counts()
    codes = [term.code for term in terms.GRADES if term.code in GRADED or term.code in counts.index]
    numbers = [int(counts.get(code, 0)) for code in codes]
    tones = dict(zip(GRADED, (look.ink.reached, look.ink.accent, look.ink.no_data, look.ink.short), strict=True))
    figure = style.figure(look, title, [], round(look.row * len(codes)))
    figure.add_bar(
        orientation="h",
        x=numbers,
        y=list(range(len(codes))),
        marker={"color": [tones.get(code, look.ink.hairline) for code in codes]},
        hoverinfo="skip",
    )
    figure.update_xaxes(style.axis(look, column("project_count").header, grid=True), overwrite=True)
    figures = [door(formats.quantity(number, "个")) for number in numbers]
    style.name_rows(figure, look, [door(terms.label("grade", code)) for code in codes], figures)
    return figure


def _bars(look: style.Look, title: str, rows: pd.DataFrame, name: str, parts: tuple[str, ...]) -> go.Figure:
    """Draw rows as bars of their parts, with the free land at the right."""
    drawn = [part for part in parts if rows[part].fillna(0).any()]
    tones = dict(zip(_STACK, (look.ink.accent, look.ink.idle, look.ink.reached, look.ink.no_data), strict=True))
    keys = [style.Key(tones[part], _label(part, rows)) for part in drawn]
    figure = style.figure(look, title, keys, round(look.row * max(len(rows), 2)))
    for part in drawn or parts[:1]:
        figure.add_bar(
            orientation="h",
            x=rows[part],
            y=list(range(len(rows))),
            marker={"color": tones[part]},
            hovertext=[stacked(row[name], f"{_label(part, rows)} {_mu(row[part])}") for _, row in rows.iterrows()],
            hoverinfo="text",
        )
    figure.update_layout(barmode="stack")
    figure.update_xaxes(style.axis(look, text("land.axis"), grid=True), overwrite=True)
    figures = [door(text("land.free", area=_mu(free))) for free in rows["free_area_mu"]]
    style.name_rows(figure, look, [door(clipped(one, _NAME_WIDTH)) for one in rows[name]], figures)
    return figure


def _parted(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows with the free land that is not ready yet; all of it where a park does not say what is ready."""
    return rows.assign(later_area_mu=(rows["free_area_mu"] - rows["ready_free_area_mu"].fillna(0)).clip(lower=0))


def _label(part: str, rows: pd.DataFrame) -> str:
    if part != "later_area_mu":
        return column(part).label
    return text("land.later") if rows["ready_free_area_mu"].notna().any() else column("free_area_mu").label


def _mu(value: object) -> str:
    return formats.quantity(value, "亩")


def _pointed_at(row: "pd.Series[Any]", names: tuple[str, ...]) -> str:
    return stacked(row["project_name"], *(f"{column(name).label} {formats.cell(name, row[name])}" for name in names))
