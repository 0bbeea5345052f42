"""Charts of the structure: what share of the projects and what share of the money each value of a cut has."""

from typing import TYPE_CHECKING, Any

import pandas as pd
import plotly.graph_objects as go

from parkatlas import formats, terms
from parkatlas.charts import style
from parkatlas.charts.labels import clipped, stacked
from parkatlas.charts.labels import text as door
from parkatlas.columns import column
from parkatlas.messages import text

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST = 16
_NAME_WIDTH = 26
_BAR = 0.32
_FULL = 100.0
_SHARES = ("count_share_pct", "invested_share_pct")
_SUMMED = ("project_count", "invested_wan", *_SHARES)


def label(cut: str, value: object) -> str:
    """Return what a value of the cut (the name of a column) is called; what no ledger states is said so."""
    if formats.is_none(value):
        return text("structure.no_park") if cut == "park_name" else text("structure.unstated")
    vocabulary = column(cut).vocabulary
    return terms.label(vocabulary, str(value)) if vocabulary else str(value)


def by_cut(frame: pd.DataFrame, cut: str, *, dark: bool = False, large: bool = False) -> go.Figure:
    """Draw for each value of the cut its share of the projects over its share of the money (%).

    ``frame``: rows of ``queries/structure``. Beyond sixteen values the smaller ones are summed into one pair of bars.
    """
    look = style.Look(dark, large)
    rows = _folded(frame.assign(name=[label(cut, value) for value in frame["cut_value"]]))
    tones = dict(zip(_SHARES, _tones(look), strict=True))
    keys = [style.Key(tones[name], column(name).label) for name in _SHARES]
    figure = style.figure(look, of_parts(rows), keys, round(look.row * 1.9 * max(len(rows), 1)))
    for name, side in zip(_SHARES, (-1, 1), strict=True):
        figure.add_bar(
            orientation="h",
            x=rows[name],
            y=rows["place"] + side * _BAR / 2,
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
    style.name_rows(figure, look, [door(clipped(name, _NAME_WIDTH)) for name in rows["name"]], _said(rows, tones))
    places = list(rows["place"])
    figure.update_layout(yaxis={"tickvals": places, "range": _span(places)}, yaxis2={"tickvals": places})
    figure.update_layout(yaxis2={"range": _span(places)})
    return figure


def of_parts(rows: pd.DataFrame) -> str:
    """Return where the share of the projects and that of the money lie furthest apart (rows with their ``name``)."""
    if rows.empty:
        return text("structure.nothing")
    both = rows[rows["invested_share_pct"].notna()]
    first = rows.iloc[0]
    if both.empty:
        return text("structure.no_money", name=_short(first), share=formats.quantity(first["count_share_pct"], "%"))
    gap = (both["invested_share_pct"] - both["count_share_pct"]).abs()
    widest = both.loc[gap.round(6).idxmax()]  # of two that differ alike, the first
    return text(
        "structure.widest",
        name=_short(widest),
        count_share=formats.quantity(widest["count_share_pct"], "%"),
        money_share=formats.quantity(widest["invested_share_pct"], "%"),
    )


def _short(row: "pd.Series[Any]") -> str:
    return clipped(row["name"], _NAME_WIDTH)


def _tones(look: style.Look) -> tuple[str, str]:
    """Return the colours of count and money: a quiet one and the accent."""
    return look.ink.no_data, look.ink.accent


def _span(places: "Iterable[int]") -> list[float]:
    return [max([0, *places]) + 0.5, -0.5]


def _folded(rows: pd.DataFrame) -> pd.DataFrame:
    """Return at most sixteen rows with their ``place``, the smaller values summed into the last one."""
    if len(rows) > _MOST:
        rest = rows.iloc[_MOST - 1 :]
        summed = {name: rest[name].sum(min_count=1) for name in _SUMMED}
        summed["name"] = text("structure.rest", count=len(rest))
        rows = pd.concat([rows.iloc[: _MOST - 1], pd.DataFrame([summed])], ignore_index=True)
    return rows.assign(place=range(len(rows)))


def _said(rows: pd.DataFrame, tones: dict[str, str]) -> list[str]:
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
        *(f"{column(name).label} {formats.cell(name, getattr(row, name))}" for name in _SUMMED),
    )
