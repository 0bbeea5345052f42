"""Charts of the structure: what share of the projects and what share of the money each value of a cut has."""

from typing import TYPE_CHECKING, Any

import pandas as pd
import plotly.graph_objects as go

from parkatlas import formats
from parkatlas.charts import style
from parkatlas.charts.labels import stacked
from parkatlas.charts.labels import text as door
from parkatlas.columns import column
from parkatlas.words import structure
from parkatlas.words.widths import clipped

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAME_WIDTH = 26
_BAR = 0.32
_FULL = 100.0
_SHARES = ("count_share_pct", "invested_share_pct")
_POINTED = ("project_count", "invested_wan", *_SHARES)


def by_cut(frame: pd.DataFrame, cut: str, *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Draw for each value of the cut its share of the projects over its share of the money (%).

    ``frame``: rows of ``queries/structure``. Beyond sixteen values the smaller ones are summed into one pair of bars.
    """
    look = style.Look(dark, large)
    rows = structure.parts(frame, cut)
    rows = rows.assign(slot=range(len(rows)))
    tones = dict(zip(_SHARES, _tones(look), strict=True))
    keys = [style.Key(tones[name], column(name).label) for name in _SHARES]
    figure = style.figure(look, title, keys, round(look.row * 1.9 * max(len(rows), 1)))
    for name, side in zip(_SHARES, (-1, 1), strict=True):
        figure.add_bar(
            orientation="h",
            x=rows[name],
            y=rows["slot"] + side * _BAR / 2,
            width=_BAR,
            marker={"color": tones[name]},
            hovertext=[_pointed_at(row) for row in rows.itertuples()],
            hoverinfo="text",
        )
    longest = float(rows[list(_SHARES)].max().max()) if len(rows) else _FULL
    figure.update_xaxes(
        style.axis(look, column("share_pct").header, grid=True), range=[0, min(longest * 1.06, _FULL)], overwrite=True
    )
    figure.update_layout(barmode="overlay")
    style.name_rows(figure, look, [door(clipped(name, _NAME_WIDTH)) for name in rows["name"]], _figures(rows, tones))
    slots = list(rows["slot"])
    figure.update_layout(yaxis={"tickvals": slots, "range": _span(slots)}, yaxis2={"tickvals": slots})
    figure.update_layout(yaxis2={"range": _span(slots)})
    return figure


def _tones(look: style.Look) -> tuple[str, str]:
    """Return the colours of count and money: a quiet one and the accent."""
    return look.ink.no_data, look.ink.accent


def _span(slots: "Iterable[int]") -> list[float]:
    return [max([0, *slots]) + 0.5, -0.5]


def _figures(rows: pd.DataFrame, tones: dict[str, str]) -> list[str]:
    """Return the figures beside each pair of bars: how many over how much, with their shares."""
    return [
        f"{_figure(row.project_count, '个', row.count_share_pct)}<br>"
        f"{style.coloured(tones['invested_share_pct'], _money(row))}"
        for row in rows.itertuples()
    ]


def _figure(count: Any, unit: str, share: Any) -> str:
    return door(f"{formats.quantity(int(count), unit)}  {formats.quantity(float(share), '%')}")


def _money(row: Any) -> str:
    if formats.is_none(row.invested_share_pct):
        return formats.money(row.invested_wan)
    return f"{formats.money(row.invested_wan)}  {formats.quantity(row.invested_share_pct, '%')}"


def _pointed_at(row: Any) -> str:
    return stacked(
        str(row.name),
        *(f"{column(name).label} {formats.cell(name, getattr(row, name))}" for name in _POINTED),
    )
