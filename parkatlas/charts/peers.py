"""The chart of the peers: one indicator of all regions, from the first to the last, the own one marked."""

import pandas as pd
import plotly.graph_objects as go

from parkatlas import formats
from parkatlas.charts import style
from parkatlas.charts.labels import stacked
from parkatlas.charts.labels import text as door
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words.widths import clipped

_NAME_WIDTH = 26
_DECIMALS = 2


def ranking(frame: pd.DataFrame, *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Draw one indicator's value of each region as a bar, highest first; ``frame``: its rows of peer_ranks."""
    look = style.Look(dark, large)
    rows = frame[frame["peer_value"].notna()].reset_index(drop=True)
    keys = [style.Key(look.ink.accent, text("peers.own")), style.Key(look.ink.no_data, text("peers.others"))]
    figure = style.figure(look, title, keys, look.row * max(len(rows), 1))
    figure.add_bar(
        orientation="h",
        x=rows["peer_value"],
        y=list(range(len(rows))),
        marker={"color": [look.ink.accent if own else look.ink.no_data for own in rows["is_own"]]},
        hovertext=[_pointed_at(row) for row in rows.itertuples()],
        hoverinfo="text",
    )
    figure.update_xaxes(style.axis(look, _indicator(frame), grid=True), rangemode="tozero", overwrite=True)
    names = [door(clipped(name, _NAME_WIDTH)) for name in rows["peer_name"]]
    style.name_rows(figure, look, names, [_figures(row, _decimals(rows)) for row in rows.itertuples()])
    return figure


def _indicator(frame: pd.DataFrame) -> str:
    return str(frame["indicator"].iloc[0])


def _decimals(rows: pd.DataFrame) -> int:
    """Return how many decimals to show: none where all values are whole."""
    return 0 if (rows["peer_value"] % 1 == 0).all() else _DECIMALS


def _figures(row: object, decimals: int) -> str:
    value, growth = row.peer_value, row.growth_pct  # type: ignore[attr-defined]
    return door(f"{formats.number(float(value), decimals=decimals)}  {formats.quantity(growth, '%')}")


def _pointed_at(row: object) -> str:
    return stacked(
        str(row.peer_name),  # type: ignore[attr-defined]
        *(f"{column(name).label} {formats.cell(name, getattr(row, name))}" for name in ("peer_value", "growth_pct")),
    )
