"""The chart of the year so far: against last year, the even pace of its target, and where it is heading."""

import pandas as pd
import plotly.graph_objects as go

from parkatlas import formats, terms
from parkatlas.charts import style
from parkatlas.charts import trend_hover as hover
from parkatlas.charts.labels import text as door
from parkatlas.charts.scale import Scale
from parkatlas.charts.trend import PLOT_HEIGHT
from parkatlas.columns import column
from parkatlas.messages import text

_DECEMBER = 12
_BAND = 0.2


def curve(  # noqa: PLR0913 - what is drawn, and the three that every chart takes
    frame: pd.DataFrame,
    metric: str,
    path: pd.DataFrame,
    *,
    title: str = "",
    dark: bool = False,
    large: bool = False,
) -> go.Figure:
    """Draw the year so far month by month, against the even pace of its target, last year and the forecast's interval.

    ``frame``: rows of ``queries/cumulative_by_month``; ``path``: of a forecast (``analysis.forecast``), empty for none.
    """
    look = style.Look(dark, large)
    rows = frame[frame["metric"] == metric].sort_values("period_to")
    rows = rows.assign(month=rows["period_to"].map(lambda day: day.month))
    values = rows[["period_value", "last_year_value", "target_value"]].to_numpy(dtype=float).ravel()
    scale = Scale(metric, [*values, *(path["high_value"] if len(path) else ())])
    figure = style.figure(look, title, _line_keys(look, rows, path), PLOT_HEIGHT[look.large])
    _add_fan(figure, look, path, scale, metric)
    ink = look.ink
    _add_line(figure, rows, "last_year_value", scale, {"color": ink.no_data, "width": 3})
    _add_line(figure, rows, "even_pace_value", scale, {"color": ink.text, "width": 2, "dash": "dash"})
    _add_line(figure, rows, "period_value", scale, {"color": ink.accent, "width": 4})
    figure.data[-1].update(hovertext=[hover.of_month(row, metric) for row in rows.itertuples()], hoverinfo="text")
    _name_ends(figure, look, rows, path, scale)
    figure.update_xaxes(
        style.axis(look, text("trend.month_axis")),
        tickvals=rows["month"],
        ticktext=[str(month) for month in rows["month"]],
        range=[0.6, _DECEMBER + 0.9],
        overwrite=True,
    )
    figure.update_yaxes(scale.axis(look), overwrite=True)
    return figure


def _add_line(figure: go.Figure, rows: pd.DataFrame, name: str, scale: Scale, line: dict[str, object]) -> None:
    """Draw one curve of the year; a month that is not known leaves a gap."""
    mode = "lines+markers" if name == "period_value" else "lines"
    values = rows[name] / scale.divisor
    figure.add_scatter(x=rows["month"], y=values, mode=mode, line=line, marker={"size": 8}, hoverinfo="skip")


def _add_fan(figure: go.Figure, look: style.Look, path: pd.DataFrame, scale: Scale, metric: str) -> None:
    """Draw the forecast: the interval as a band from the newest ledger on, its middle dotted."""
    if path.empty:
        return
    months = [day.month for day in path["period_to"]]
    edge = {"x": months, "mode": "lines", "line": {"width": 0}, "hoverinfo": "skip"}
    figure.add_scatter(y=path["low_value"] / scale.divisor, **edge)
    figure.add_scatter(y=path["high_value"] / scale.divisor, fill="tonexty", fillcolor=_faded(look.ink.accent), **edge)
    figure.add_scatter(
        x=months,
        y=path["mid_value"] / scale.divisor,
        mode="lines",
        line={"color": look.ink.accent, "width": 3, "dash": "dot"},
        hovertext=[hover.of_foretold(row, metric) for row in path.itertuples()],
        hoverinfo="text",
    )


def _name_ends(figure: go.Figure, look: style.Look, rows: pd.DataFrame, path: pd.DataFrame, scale: Scale) -> None:
    """Write the figures that matter beside their points: the year so far, the target, the forecast's interval."""
    stated = rows[rows["period_value"].notna()]
    last = stated.tail(1)
    is_ahead = bool((last["period_value"] >= last["even_pace_value"]).any())
    anchor = "top left" if is_ahead else "bottom right"
    ends = [(row.month, row.period_value, anchor) for row in last.itertuples()]
    if len(path):
        ends += [
            (_DECEMBER, path["low_value"].iloc[-1], "bottom right"),
            (_DECEMBER, path["high_value"].iloc[-1], "top right"),
        ]
    target = rows["target_value"].iloc[-1]
    figure.add_scatter(
        x=[month for month, *_ in ends],
        y=[value / scale.divisor for _, value, _ in ends],
        mode="text",
        text=[door(scale.number(value)) for _, value, _ in ends],
        textposition=[anchor for *_, anchor in ends],
        textfont={"size": look.size, "color": look.ink.accent},
        cliponaxis=False,
        hoverinfo="skip",
    )
    if not formats.is_none(target):
        figure.add_scatter(
            x=[_DECEMBER],
            y=[target / scale.divisor],
            mode="markers",
            marker={"symbol": "diamond", "size": look.size * 0.8, "color": look.ink.text},
            hoverinfo="skip",
        )


def _line_keys(look: style.Look, rows: pd.DataFrame, path: pd.DataFrame) -> list[style.Key]:
    ink, last = look.ink, rows.iloc[-1]
    entries = [style.Key(ink.accent, str(last["period_to"].year), "━")]
    if rows["last_year_value"].notna().any():
        entries.append(style.Key(ink.no_data, str(last["period_to"].year - 1), "━"))
    if not formats.is_none(last["target_value"]):
        goal = formats.metric(str(last["metric"]), last["target_value"])
        entries.append(style.Key(ink.text, column("even_pace_value").label, "┅"))
        entries.append(style.Key(ink.text, f"{terms.label('target_tier', 'base')} {goal}", "◆"))
    if len(path):
        entries.append(style.Key(ink.accent, text("trend.fan"), "▒"))
    return entries


def _faded(colour: str) -> str:
    """Return a colour of six hexadecimal digits as one that the ground shows through."""
    red, green, blue = (int(colour[index : index + 2], 16) for index in (1, 3, 5))
    return f"rgba({red},{green},{blue},{_BAND})"
