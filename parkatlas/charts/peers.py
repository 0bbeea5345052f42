"""The chart of the peers: one indicator of all regions, from the first to the last, the own one marked."""

import pandas as pd
import plotly.graph_objects as go

from parkatlas import formats
from parkatlas.charts import style
from parkatlas.charts.labels import clipped, stacked
from parkatlas.charts.labels import text as door
from parkatlas.columns import column
from parkatlas.messages import text

_NAME_WIDTH = 26
_DECIMALS = 2


def place(rank: object, count: object) -> str:
    """Return a rank among so many, as people say it; "—" where there is none."""
    if formats.is_none(rank):
        return formats.NONE
    return text("peers.place", rank=formats.number(rank, decimals=0), count=formats.number(count, decimals=0))


def ranking(frame: pd.DataFrame, *, dark: bool = False, large: bool = False) -> go.Figure:
    """Draw one indicator's value of each region as a bar, highest first; ``frame``: its rows of peer_ranks."""
    look = style.Look(dark, large)
    rows = frame[frame["peer_value"].notna()].reset_index(drop=True)
    keys = [style.Key(look.ink.accent, text("peers.own")), style.Key(look.ink.no_data, text("peers.others"))]
    figure = style.figure(look, of_rows(frame), keys, look.row * max(len(rows), 1))
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
    style.name_rows(figure, look, names, [_said(row, _decimals(rows)) for row in rows.itertuples()])
    return figure


def of_rows(frame: pd.DataFrame) -> str:
    """Return where the own region stands by the indicator and by its growth, else who leads."""
    own = frame[frame["is_own"] & frame["peer_value"].notna()]
    row = own.iloc[0] if len(own) else frame.iloc[0]
    return text(
        "peers.stands",
        name=clipped(row["peer_name"], _NAME_WIDTH),
        indicator=clipped(_indicator(frame), _NAME_WIDTH),
        place=place(row["peer_rank"], row["peer_count"]),
        growth=place(row["growth_rank"], row["growth_count"]),
    )


def _indicator(frame: pd.DataFrame) -> str:
    return str(frame["indicator"].iloc[0])


def _decimals(rows: pd.DataFrame) -> int:
    """Return how many decimals the values bear: none where they count whole things."""
    return 0 if (rows["peer_value"] % 1 == 0).all() else _DECIMALS


def _said(row: object, decimals: int) -> str:
    value, growth = row.peer_value, row.growth_pct  # type: ignore[attr-defined]
    return door(f"{formats.number(float(value), decimals=decimals)}  {formats.quantity(growth, '%')}")


def _pointed_at(row: object) -> str:
    return stacked(
        str(row.peer_name),  # type: ignore[attr-defined]
        *(f"{column(name).label} {formats.cell(name, getattr(row, name))}" for name in ("peer_value", "growth_pct")),
    )
