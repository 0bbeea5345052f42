"""The chart of the ranks: what each unit or park of a group brought, from the first on, with who rose and who fell."""

import pandas as pd
import plotly.graph_objects as go

from parkatlas import formats
from parkatlas.charts import style
from parkatlas.charts.labels import stacked
from parkatlas.charts.labels import text as door
from parkatlas.charts.ranking import rank
from parkatlas.charts.scale import Scale
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words.ranks import risen
from parkatlas.words.widths import clipped

_NAME_WIDTH = 26


def league(frame: pd.DataFrame, *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Draw what each of a group brought of one metric as a bar, the most first, and how many places it rose or fell.

    ``frame``: rows of ``queries/ranks`` of one group and metric. Above 30 the leaders and the last are drawn.
    """
    look = style.Look(dark, large)
    ranking = rank(frame, "done_value")
    rows, scale = ranking.drawn, Scale(str(frame["metric"].iloc[0]), frame["done_value"])
    figure = style.figure(look, title, _keys(look, frame), look.row * ranking.height)
    figure.add_bar(
        orientation="h",
        x=rows["done_value"] / scale.divisor,
        y=rows["slot"],
        marker={"color": look.ink.accent},
        hovertext=[_pointed_at(row) for row in rows.itertuples()],
        hoverinfo="text",
    )
    if ranking.gap is not None:
        words = door(text("ranks.untold", count=len(ranking.left_out)))
        figure.add_annotation(
            x=0, y=ranking.gap, text=words, showarrow=False, xanchor="left", font={"color": look.ink.secondary}
        )
    figure.update_xaxes(scale.axis(look), overwrite=True)
    names = [door(_named(row)) for row in rows.itertuples()]
    style.name_rows(figure, look, names, [_figures(look, scale, row) for row in rows.itertuples()])
    figure.update_yaxes(range=[ranking.height - 0.5, -0.5])
    return figure


def _named(row: object) -> str:
    """Return a row's name behind its rank, shared or not."""
    rank_text = formats.number(row.place, decimals=0)  # type: ignore[attr-defined]
    return f"{rank_text}  {clipped(row.ranked_name, _NAME_WIDTH)}"  # type: ignore[attr-defined]


def _figures(look: style.Look, scale: Scale, row: object) -> str:
    """Return what stands right of a bar: what was brought, and how many ranks it rose or fell in its colour."""
    done = scale.number(row.done_value) or formats.NONE  # type: ignore[attr-defined]
    moved = row.places_risen  # type: ignore[attr-defined]
    if formats.is_none(moved) or not moved:
        return door(done)
    colour = look.ink.reached if moved > 0 else look.ink.short
    return f"{door(done)}  {style.coloured(colour, str(risen(moved)))}"


def _keys(look: style.Look, frame: pd.DataFrame) -> list[style.Key]:
    """Return the legend: how many rose and how many fell since the month before, none where there is none."""
    moved = frame["places_risen"].dropna()
    if moved.empty:
        return []
    return [
        style.Key(look.ink.reached, text("ranks.rose", count=int((moved > 0).sum())), "↑"),
        style.Key(look.ink.short, text("ranks.fell", count=int((moved < 0).sum())), "↓"),
    ]


def _pointed_at(row: object) -> str:
    names = ("place_before", "place_year_ago")
    return stacked(
        str(row.ranked_name),  # type: ignore[attr-defined]
        f"{column('place').label} {formats.number(row.place, decimals=0)}",  # type: ignore[attr-defined]
        formats.metric(row.metric, row.done_value),  # type: ignore[attr-defined]
        *(f"{column(name).label} {formats.number(getattr(row, name), decimals=0)}" for name in names),
    )
