"""The chart of a park's building: for each project when it was to be built and when it is."""

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from parkatlas import formats, terms
from parkatlas.charts import style
from parkatlas.charts.labels import stacked
from parkatlas.charts.labels import text as door
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words.place_charts import MOST_BARS
from parkatlas.words.widths import clipped

_NAME_WIDTH = 26
_PLANNED, _REAL = 0.62, 0.26  # of a row
_DATES = ("due_start_on", "due_completion_on", "begun_on", "finished_on")


def gantt(frame: pd.DataFrame, as_of: date, *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Draw the largest projects as bars in time: pale what was planned, solid what is real, up to ``as_of``.

    ``frame``: rows of ``queries/park_schedule``, the largest first. One end of a plan alone is drawn as a mark; what
    is late is coloured and told at the right.
    """
    look = style.Look(dark, large)
    rows = frame.head(MOST_BARS)
    rows = rows.assign(first_on=rows[list(_DATES)].min(axis=1)).sort_values(["first_on", "project_id"])
    rows = rows.reset_index(drop=True)
    figure = style.figure(look, title, _keys(look, rows, as_of), round(look.row * 0.95 * len(rows)))
    day = pd.Timestamp(as_of)
    planned = rows[rows["due_start_on"].le(rows["due_completion_on"])]
    _add_bars(figure, planned, ("due_start_on", "due_completion_on"), look.ink.no_data, _PLANNED)
    real = rows[rows["begun_on"].notna()].assign(finished_on=rows["finished_on"].fillna(day))
    for is_late, colour in ((False, look.ink.accent), (True, look.ink.short)):
        own = real[real["schedule_days_late"].notna() == is_late]
        _add_bars(figure, own, ("begun_on", "finished_on"), colour, _REAL)
    _add_marks(figure, look, rows.drop(planned.index))
    _add_ends(figure, look, rows)
    _name(figure, look, rows)
    figure.add_vline(x=as_of.isoformat(), line={"color": look.ink.text, "width": 1.5, "dash": "dot"})
    figure.update_layout(barmode="overlay")
    figure.update_xaxes(style.axis(look, "", grid=True), type="date", tickformat="%Y-%m", nticks=9, overwrite=True)
    return figure


def _add_bars(figure: go.Figure, rows: pd.DataFrame, ends: tuple[str, str], colour: str, width: float) -> None:
    """Draw the spans between two dates; a span that ends before it begins has no length."""
    first, last = rows[ends[0]], rows[ends[1]]
    figure.add_bar(
        orientation="h",
        base=[formats.day(day) for day in first],
        x=[max((end - begin).days, 0) * 86_400_000.0 for begin, end in zip(first, last, strict=True)],
        y=rows.index,
        width=width,
        marker={"color": colour},
        hovertext=[_hover(row) for _, row in rows.iterrows()],
        hoverinfo="text",
    )


def _add_marks(figure: go.Figure, look: style.Look, rows: pd.DataFrame) -> None:
    """Mark each planned date of the projects that state one end of their plan only, or both the wrong way round."""
    marks = [
        (row[name], index, _hover(row))
        for index, row in rows.iterrows()
        for name in _DATES[:2]
        if not formats.is_none(row[name])
    ]
    _add_points(figure, marks, {"symbol": "diamond-open", "size": look.size * 0.7, "color": look.ink.secondary})


def _add_ends(figure: go.Figure, look: style.Look, rows: pd.DataFrame) -> None:
    """Mark the day each project was completed: a bar without the mark still runs."""
    ends = [(row["finished_on"], index, _hover(row)) for index, row in rows.iterrows()]
    completed = [end for end in ends if not formats.is_none(end[0])]
    _add_points(figure, completed, {"symbol": "circle", "size": look.size * 0.75, "color": look.ink.text})


def _add_points(figure: go.Figure, points: list[tuple[Any, Any, str]], marker: dict[str, object]) -> None:
    figure.add_scatter(
        x=[formats.day(day) for day, *_ in points],
        y=[index for _, index, _ in points],
        mode="markers",
        marker=marker,
        hovertext=[hover for *_, hover in points],
        hoverinfo="text",
    )


def _name(figure: go.Figure, look: style.Look, rows: pd.DataFrame) -> None:
    """Name the projects at the left; at the right say how late they are, else their stage."""
    names = [door(clipped(name, _NAME_WIDTH)) for name in rows["project_name"]]
    late = [
        terms.label("stage", row["stage"])
        if formats.is_none(row["schedule_days_late"])
        else text("places.late", days=formats.quantity(int(row["schedule_days_late"]), "天"))
        for _, row in rows.iterrows()
    ]
    # The ticks are the rows of all traces together; the first trace alone has only those with a whole plan.
    shared = {**style.axis(look, ""), "range": [len(rows) - 0.5, -0.5], "tickvals": list(rows.index)}
    figure.update_layout(
        yaxis={**shared, "ticktext": names},
        yaxis2={**shared, "ticktext": [door(sentence) for sentence in late], "overlaying": "y", "side": "right",
                "showline": False},
        overwrite=True,
    )  # fmt: skip
    figure.add_scatter(x=[None], y=[None], yaxis="y2", hoverinfo="skip")


def _hover(row: "pd.Series[Any]") -> str:
    dates = (f"{column(name).label} {formats.day(row[name])}" for name in _DATES if not formats.is_none(row[name]))
    return stacked(str(row["project_name"]), *dates)


def _keys(look: style.Look, rows: pd.DataFrame, as_of: date) -> list[style.Key]:
    ink = look.ink
    keys = [style.Key(ink.no_data, text("places.planned")), style.Key(ink.accent, text("places.real"), "━")]
    if rows["schedule_days_late"].notna().any():
        keys.append(style.Key(ink.short, text("places.real_late"), "━"))
    if rows["finished_on"].notna().any():
        keys.append(style.Key(ink.text, text("places.completed"), "●"))
    return [*keys, style.Key(ink.text, text("pages.as_of_day", day=formats.day(as_of)), "┊")]
