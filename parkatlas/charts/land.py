"""Charts of the land: what each park and each industry has left, how long land lies idle, how the grades divide."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from parkatlas import formats, terms
from parkatlas.charts import style
from parkatlas.charts.labels import clipped, stacked
from parkatlas.charts.labels import text as door
from parkatlas.columns import column
from parkatlas.messages import text

MOST = 16
_NAME_WIDTH = 26
_MARKS = {365: "idle", 730: "reclaim"}
_GRADED = ("a", "b", "c", "d")
_STACK = ("built_area_mu", "unbuilt_area_mu", "ready_free_area_mu", "later_area_mu")


def by_park(frame: pd.DataFrame, *, dark: bool = False, large: bool = False) -> go.Figure:
    """Draw each park's land as built, supplied and not built, ready, and free later (rows of ``land_by_park``)."""
    known = frame[frame["free_area_mu"].notna()]
    most = known.iloc[0]
    finding = text("land.most_free", park=most["park_name"], area=formats.quantity(most["free_area_mu"], "亩")) + _cut(
        known
    )
    return _bars(style.Look(dark, large), finding, _parted(known.head(MOST)), "park_name", _STACK)


def by_industry(frame: pd.DataFrame, *, dark: bool = False, large: bool = False) -> go.Figure:
    """Draw the free land open to each leading industry (rows of ``land_by_industry``)."""
    known = frame[frame["free_area_mu"].notna()]
    least = known.iloc[-1]
    finding = text(
        "land.least_free", industry=least["park_industry"], area=formats.quantity(least["free_area_mu"], "亩")
    ) + _cut(known)
    return _bars(style.Look(dark, large), finding, _parted(known.head(MOST)), "park_industry", _STACK[2:])


def idle(frame: pd.DataFrame, *, dark: bool = False, large: bool = False) -> go.Figure:
    """Draw how many days each project's agreed start is past, against one year and two (rows of ``idle_land``)."""
    look = style.Look(dark, large)
    rows = frame.head(MOST)
    tones = {"running": look.ink.no_data, "idle": look.ink.idle, "reclaim": look.ink.short}
    keys = [style.Key(tones[term.code], term.label) for term in terms.IDLE_STATES]
    figure = style.figure(look, _of_idle(frame), keys, round(look.row * max(len(rows), 2)))
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
    said = [door(formats.cell("land_mu", mu)) for mu in rows["land_mu"]]
    style.name_rows(figure, look, [door(clipped(name, _NAME_WIDTH)) for name in rows["project_name"]], said)
    return figure


def grades(frame: pd.DataFrame, *, dark: bool = False, large: bool = False) -> go.Figure:
    """Draw how many projects have each grade, and how many none and why (rows of ``grades``)."""
    look = style.Look(dark, large)
    counts = frame["grade"].value_counts()
    codes = [term.code for term in terms.GRADES if term.code in _GRADED or term.code in counts.index]
    numbers = [int(counts.get(code, 0)) for code in codes]
    tones = dict(zip(_GRADED, (look.ink.reached, look.ink.accent, look.ink.no_data, look.ink.short), strict=True))
    figure = style.figure(look, _of_grades(counts), [], round(look.row * len(codes)))
    figure.add_bar(
        orientation="h",
        x=numbers,
        y=list(range(len(codes))),
        marker={"color": [tones.get(code, look.ink.hairline) for code in codes]},
        hoverinfo="skip",
    )
    figure.update_xaxes(style.axis(look, column("project_count").header, grid=True), overwrite=True)
    said = [door(formats.quantity(number, "个")) for number in numbers]
    style.name_rows(figure, look, [door(terms.label("grade", code)) for code in codes], said)
    return figure


def _bars(look: style.Look, finding: str, rows: pd.DataFrame, name: str, parts: tuple[str, ...]) -> go.Figure:
    """Draw rows as bars of their parts, with the free land at the right."""
    drawn = [part for part in parts if rows[part].fillna(0).any()]
    tones = dict(zip(_STACK, (look.ink.accent, look.ink.idle, look.ink.reached, look.ink.no_data), strict=True))
    keys = [style.Key(tones[part], _label(part, rows)) for part in drawn]
    figure = style.figure(look, finding, keys, round(look.row * max(len(rows), 2)))
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
    said = [door(text("land.free", area=_mu(free))) for free in rows["free_area_mu"]]
    style.name_rows(figure, look, [door(clipped(one, _NAME_WIDTH)) for one in rows[name]], said)
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


def _cut(rows: pd.DataFrame) -> str:
    return text("land.first", count=MOST) if len(rows) > MOST else ""


def _of_idle(frame: pd.DataFrame) -> str:
    idle_ones = frame[frame["idle_state"] != "running"]
    if idle_ones.empty:
        return text("land.only_running", count=len(frame)) + _cut(frame)
    mu = idle_ones["land_mu"].sum(min_count=1)
    reclaim = int((idle_ones["idle_state"] == "reclaim").sum())
    return text("land.idle", count=len(idle_ones), area=_mu(mu), reclaim=reclaim) + _cut(frame)


def _of_grades(counts: "pd.Series[int]") -> str:
    graded = {code: int(counts.get(code, 0)) for code in _GRADED}
    rest = int(counts.sum()) - sum(graded.values())
    if not sum(graded.values()):
        return text("land.none_graded", count=rest)
    return text("land.graded", **graded) + (text("land.not_graded", count=rest) if rest else "")
