"""Charts of a campaign: what each week that is left has to bring."""

import pandas as pd
import plotly.graph_objects as go

from parkatlas import formats
from parkatlas.charts import style
from parkatlas.charts.labels import stacked
from parkatlas.columns import column
from parkatlas.messages import text

_HEIGHT = 9.0  # of the plot, in rows


def weeks(frame: pd.DataFrame, metric: str, *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Draw what each week left has to bring of ``metric`` (rows of ``queries/campaign_weeks``)."""
    look = style.Look(dark, large)
    rows = frame[frame["metric"] == metric]
    amount = formats.Amount(metric, float(rows["planned_total_value"].max()))
    figure = style.figure(look, title, [], round(look.row * _HEIGHT))
    figure.add_bar(
        x=[_span(row) for row in rows.itertuples()],
        y=rows["planned_value"],
        marker={"color": look.ink.accent},
        width=0.6,
        text=[amount.number(value) for value in rows["planned_value"]],
        textposition="outside",
        cliponaxis=False,
        hovertext=[_of_week(row, metric) for row in rows.itertuples()],
        hoverinfo="text",
    )
    figure.update_xaxes(style.axis(look, text("campaigns.weeks")), type="category", overwrite=True)
    header = text("targets.panel", metric=column("planned_value").label, unit=amount.unit)
    top = float(rows["planned_value"].max())
    figure.update_yaxes(
        style.axis(look, header if amount.unit else column("planned_value").label, grid=True),
        range=[0, 1.2 * top if top else 1],
        showticklabels=False,
        overwrite=True,
    )
    return figure


def _span(row: object) -> str:
    """Return a week's days as month.day, in two lines."""
    first, last = row.week_first_on, row.week_last_on  # type: ignore[attr-defined]
    return f"{first.month}.{first.day}<br>–{last.month}.{last.day}"


def _of_week(row: object, metric: str) -> str:
    names = ("planned_value", "planned_total_value")
    figures = (f"{column(name).label} {formats.metric(metric, getattr(row, name))}" for name in names)
    return stacked(f"{formats.day(row.week_first_on)} – {formats.day(row.week_last_on)}", *figures)  # type: ignore[attr-defined]
