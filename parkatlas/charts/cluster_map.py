"""The map of one industry's clusters, in kilometres: region and parks, every project, the clusters with their hulls."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from parkatlas import formats
from parkatlas.charts import style
from parkatlas.charts.labels import stacked
from parkatlas.charts.labels import text as door
from parkatlas.columns import column
from parkatlas.messages import text

if TYPE_CHECKING:
    from parkatlas.analysis.clustering.picture import Line, Picture

_HEIGHT, _SMALL = 17, 11  # of the plot, in rows
_NAMED = 6
_SIZES = (6.0, 22.0)  # diameter of a project, in px
_MARGIN = 0.04
_LEAST_KM = 0.4
_AWAY = 46  # of a label from its cluster, in px
_BARS_KM = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)


class View(NamedTuple):
    """What to show of a picture: under which title, near to which cluster (0: the whole region), small for a pair."""

    picture: "Picture"
    title: str
    focus: int = 0
    is_small: bool = False


def draw(frame: pd.DataFrame, view: View, *, dark: bool = False, large: bool = False) -> go.Figure:
    """Draw an industry's projects on the ground (``frame``: the picture's projects, x and y in km)."""
    look, picture = style.Look(dark, large), view.picture
    rows = _SMALL if view.is_small else _HEIGHT
    figure = style.figure(look, view.title, _keys(look, frame, picture), round(look.row * rows))
    ink = look.ink
    _outline(figure, picture.land, ink.secondary, _pale(ink.secondary, 0.06))
    _outline(figure, picture.parks, _pale(ink.secondary, 0.6), _pale(ink.secondary, 0.16))
    others, those = frame[~frame["is_of"]], frame[frame["is_of"]]
    figure.add_scatter(
        x=others["x"], y=others["y"], mode="markers", hoverinfo="skip", marker={"size": 4, "color": ink.no_data}
    )
    for number, hull in picture.hulls.items():
        _outline(figure, hull, ink.accent, _pale(ink.accent, 0.2), name=str(number))
    for is_in in (False, True):
        _projects(figure, look, those[(those["cluster_no"] > 0) == is_in], those["invested_wan"].max(), is_in=is_in)
    span = _span(picture, frame, view.focus)
    if not view.focus:
        _name(figure, look, picture, (span[0] + span[2]) / 2)
    _frame(figure, look, span)
    return figure


def _keys(look: style.Look, frame: pd.DataFrame, picture: "Picture") -> list[style.Key]:
    ink = look.ink
    found = [style.Key(ink.accent, text("clusters.key_in"), "●"), style.Key(ink.accent, text("clusters.key_out"), "○")]
    if not frame["is_of"].all():
        found.append(style.Key(ink.no_data, text("clusters.key_others"), "●"))
    if picture.parks.x:
        found.append(style.Key(ink.secondary, text("clusters.key_parks"), "▭"))
    return found


def _outline(figure: go.Figure, line: "Line", colour: str, fill: str, name: str = "") -> None:
    figure.add_scatter(
        x=line.x, y=line.y, mode="lines", fill="toself", fillcolor=fill, hoverinfo="skip", name=name,
        line={"color": colour, "width": 1},
    )  # fmt: skip


def _projects(figure: go.Figure, look: style.Look, rows: pd.DataFrame, most: float, *, is_in: bool) -> None:
    least, top = _SIZES
    share = np.sqrt((rows["invested_wan"].fillna(0).clip(lower=0) / most) if most > 0 else rows["x"] * 0)
    marker = {"size": least + (top - least) * share, "color": _pale(look.ink.accent, 0.75)}
    if not is_in:
        marker |= {"symbol": "circle-open", "color": look.ink.accent, "line": {"width": 1.5}}
    else:
        marker |= {"line": {"width": 1, "color": look.ink.ground}}
    figure.add_scatter(
        x=rows["x"],
        y=rows["y"],
        mode="markers",
        marker=marker,
        hovertext=[
            stacked(str(row.project_name), formats.money(row.invested_wan), _belongs(int(row.cluster_no)))
            for row in rows.itertuples()
        ],
        hoverinfo="text",
    )


def _belongs(number: int) -> str:
    return text("clusters.of_cluster", number=number) if number else text("clusters.key_out")


def _name(figure: go.Figure, look: style.Look, picture: "Picture", middle: float) -> None:
    """Ring the largest clusters and write beside each its number, how many, how much: inwards, in turn up and down."""
    rows = picture.groups.head(_NAMED)
    ring = {"size": 34, "color": "rgba(0,0,0,0)", "line": {"width": 2, "color": look.ink.accent}}
    figure.add_scatter(x=rows["x"], y=rows["y"], mode="markers", marker=ring, hoverinfo="skip")
    for place, row in enumerate(rows.itertuples()):
        words = f"{row.cluster_no}: {formats.quantity(int(row.project_count), '个')}, {formats.money(row.invested_wan)}"
        figure.add_annotation(
            x=row.x, y=row.y, text=door(words), ax=-_AWAY if row.x > middle else _AWAY, standoff=17, arrowhead=0,
            ay=(_AWAY // 2 + 12 * (place // 2)) * (1 if place % 2 else -1), arrowwidth=1, arrowcolor=look.ink.accent,
            xanchor="right" if row.x > middle else "left", bgcolor=look.ink.ground, borderpad=2, opacity=0.92,
            font={"size": look.size, "color": look.ink.text, "weight": 600},
        )  # fmt: skip


def _span(picture: "Picture", frame: pd.DataFrame, focus: int) -> tuple[float, float, float, float]:
    """Return west, south, east and north of what is to be seen, in km."""
    if focus in picture.hulls:
        x, y = picture.hulls[focus].x, picture.hulls[focus].y
    else:
        x = [*picture.land.x, *picture.parks.x, *frame["x"]]
        y = [*picture.land.y, *picture.parks.y, *frame["y"]]
    (west, east), (south, north) = ((float(np.nanmin(of)), float(np.nanmax(of))) for of in (x, y))
    margin = max(_MARGIN * max(east - west, north - south), _LEAST_KM)
    return west - margin, south - margin, east + margin, north + margin


def _frame(figure: go.Figure, look: style.Look, span: tuple[float, float, float, float]) -> None:
    """Set the map's window, as true to scale as the ground, with a bar of kilometres and no axes."""
    west, south, east, north = span
    hidden = {"visible": False, "fixedrange": False}
    figure.update_xaxes(hidden | {"range": [west, east], "constrain": "domain"})
    figure.update_yaxes(hidden | {"range": [south, north], "scaleanchor": "x", "constrain": "domain"})
    figure.update_layout(dragmode="zoom", margin={"b": 16})
    length = max([bar for bar in _BARS_KM if bar <= (east - west) / 4], default=_BARS_KM[0])
    height = south + 0.02 * (north - south)
    figure.add_shape(
        type="line", x0=west, x1=west + length, y0=height, y1=height, line={"color": look.ink.text, "width": 3}
    )
    said = formats.quantity(length, "公里", 1 if length < 1 else 0)
    figure.add_annotation(
        x=west, y=height, text=door(said), showarrow=False, xanchor="left", yanchor="bottom",
        font={"size": look.size, "color": look.ink.text},
    )  # fmt: skip


def _pale(colour: str, share: float) -> str:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share})"


def on_day(month: str, picture: "Picture") -> str:
    """Say in few words what a month's picture shows, for one of a pair."""
    groups = picture.groups
    if groups.empty:
        return text("clusters.none_on_day", month=month, count=picture.project_count)
    inside = int(groups["project_count"].sum())
    return text("clusters.on_day", month=month, groups=len(groups), inside=inside, count=picture.project_count)


def finding(industry: str, picture: "Picture") -> str:
    """Say how many clusters an industry forms and how much of it stands in them."""
    groups = picture.groups
    if groups.empty:
        return text("clusters.no_group", industry=industry, count=picture.project_count)
    inside = int(groups["project_count"].sum())
    return text(
        "clusters.grouped",
        industry=industry,
        groups=len(groups),
        inside=inside,
        count=picture.project_count,
        share=formats.quantity(100.0 * inside / picture.project_count, column("share_pct").unit),
    )
