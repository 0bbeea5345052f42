"""The chart below the map: how many projects fall to each value of what colours them, those set apart in front."""

from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from parkatlas import colours, formats
from parkatlas.charts import style
from parkatlas.charts.labels import stacked
from parkatlas.charts.labels import text as door
from parkatlas.columns import column
from parkatlas.words.inside import MOST_PARTS
from parkatlas.words.widths import clipped

if TYPE_CHECKING:
    import pandas as pd

_FEW = 5
_NAME_WIDTH = 20


def by_part(frame: "pd.DataFrame", *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Draw a bar per value (rows of ``project_parts`` with their ``name``), beyond fourteen left to words."""
    look = style.Look(dark, large)
    rows = frame.iloc[:MOST_PARTS]
    tones = (look.ink.no_data, colours.LIT)
    keys = [style.Key(tones[1], column("picked_count").label)] if frame["picked_count"].any() else []
    figure = style.figure(look, title, keys, look.row * max(len(rows), 1))
    for name, tone in zip(("project_count", "picked_count"), tones, strict=True):
        figure.add_bar(
            orientation="h",
            x=rows[name],
            y=list(range(len(rows))),
            customdata=rows["attribute_key"],
            marker={"color": tone},
            # The part clicked is told by its colour; Plotly would fade the others a second time.
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
            hovertext=[_pointed_at(row) for row in rows.itertuples()],
            hoverinfo="text",
        )
    figure.update_layout(barmode="overlay", clickmode="event+select")
    figure.update_xaxes(style.axis(look, column("project_count").header, grid=True), rangemode="tozero", overwrite=True)
    if rows["project_count"].max() < _FEW:
        figure.update_xaxes(dtick=1)  # there is no half a project
    names = [door(clipped(name, _NAME_WIDTH)) for name in rows["name"]]
    style.name_rows(figure, look, names, [door(formats.number(int(count))) for count in rows["project_count"]])
    return figure


def _pointed_at(row: Any) -> str:
    return stacked(
        str(row.name),
        *(
            f"{column(name).label} {formats.cell(name, getattr(row, name))}"
            for name in ("project_count", "invested_wan")
        ),
    )
