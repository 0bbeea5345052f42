"""The chart of siting: what each criterion adds to the score of the parks that meet a project's conditions."""

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from parkatlas import colours, formats, terms
from parkatlas.charts import style
from parkatlas.charts.labels import stacked
from parkatlas.charts.labels import text as door
from parkatlas.messages import text
from parkatlas.words.widths import clipped

if TYPE_CHECKING:
    import pandas as pd

_NAME_WIDTH = 26
_MOST = 16
_FULL = 100
_ROOM = 1.6  # rows are this much higher than those of a plain ranking: a bar of many parts wants weight


def ranking(frame: "pd.DataFrame", *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Draw the score of each park in its parts, the first on top; at most sixteen parks.

    ``frame``: park_name, total and a column of ``analysis.siting.contributions`` for each criterion that counts.
    """
    look = style.Look(dark, large)
    rows = frame.head(_MOST).reset_index(drop=True)
    counted = [term for term in terms.SITING_CRITERIA if term.code in rows]
    keys = [style.Key(colours.CRITERION[term.code], term.label) for term in counted]
    figure = style.figure(look, title, keys, round(look.row * _ROOM * len(rows)))
    for term in counted:
        figure.add_bar(
            orientation="h",
            x=rows[term.code],
            y=list(range(len(rows))),
            marker={"color": colours.CRITERION[term.code], "line": {"color": look.ink.ground, "width": 1}},
            hovertext=[
                stacked(name, f"{term.label} {formats.number(part, decimals=1)}")
                for name, part in zip(rows["park_name"], rows[term.code], strict=True)
            ],
            hoverinfo="text",
        )
    figure.update_xaxes(style.axis(look, text("siting.chart_axis"), grid=True), range=[0, _FULL], overwrite=True)
    figure.update_layout(barmode="stack")
    names = [door(clipped(name, _NAME_WIDTH)) for name in rows["park_name"]]
    style.name_rows(figure, look, names, [door(formats.number(score, decimals=0)) for score in rows["total"]])
    return figure
