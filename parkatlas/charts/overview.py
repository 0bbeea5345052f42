"""Charts of the overview: the year's targets against the calendar."""

import pandas as pd
import plotly.graph_objects as go

from parkatlas import colours, formats, terms
from parkatlas.charts import hover, style
from parkatlas.charts.labels import text as door
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words.sentences import points
from parkatlas.words.targets import by_metric

_FULL = 100.0
# A bar that runs far past its target ends here; its words give the figure.
_LONGEST = 200.0


def targets(frame: pd.DataFrame, *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Draw how much of each metric's target is done (%), against the calendar and the stretch target.

    ``frame``: rows of ``queries/target_progress``. 100 % is the base target, or the stretch one where it stands alone.
    """
    look = style.Look(dark, large)
    rows = _by_metric(frame)
    ink = look.ink
    colours = [_tone(ink, ahead) for ahead in rows["ahead_points"]]
    figure = style.figure(look, title, _keys(look, rows), round(look.row * 1.9 * max(len(rows), 1)))
    figure.add_bar(
        orientation="h",
        x=rows["completion_pct"],
        y=rows["slot"],
        marker={"color": colours},
        width=0.44,
        hovertext=[hover.of_target(row) for row in rows.itertuples()],
        hoverinfo="text",
    )
    _add_marks(figure, look, rows.assign(at=_FULL), "line-ns")
    _add_marks(figure, look, rows.assign(at=rows["stretch_pct"]), "diamond")
    if len(rows):
        figure.add_vline(x=float(rows["pace_pct"].iloc[0]), line={"color": ink.text, "width": 2, "dash": "dash"})
    longest = float(rows[["completion_pct", "stretch_pct"]].max().max()) if len(rows) else _FULL
    figure.update_xaxes(
        style.axis(look, column("completion_pct").header, grid=True),
        range=[0, min(max(longest, _FULL), _LONGEST) + 4],
        dtick=25,
        overwrite=True,
    )
    pace = [style.coloured(*pair) for pair in zip(colours, map(points, rows["ahead_points"]), strict=True)]
    style.name_rows(figure, look, _names(look, rows), pace)
    return figure


def _tone(ink: colours.Ink, ahead: float) -> str:
    """Return the colour of a metric: behind the calendar, not behind, or with nothing to say so."""
    if formats.is_none(ahead):
        return ink.secondary
    return ink.short if ahead < 0 else ink.reached


def _by_metric(frame: pd.DataFrame) -> pd.DataFrame:
    """Return one row per metric in the vocabulary's order, with ``slot`` and ``stretch_pct`` of its 100 %."""
    rows = by_metric(frame)
    stretch = frame[frame["target_tier"] == "stretch"].set_index("metric")["target_value"]
    is_base = rows["target_tier"] == "base"
    share = _FULL * rows["metric"].map(stretch) / rows["target_value"]
    return rows.assign(slot=range(len(rows)), stretch_pct=share.where(is_base).astype(float))


def _add_marks(figure: go.Figure, look: style.Look, rows: pd.DataFrame, symbol: str) -> None:
    """Mark a target on every bar at the column ``at`` (%)."""
    line = {"width": 3, "color": look.ink.text} if symbol == "line-ns" else {"width": 2, "color": look.ink.ground}
    figure.add_scatter(
        x=rows["at"],
        y=rows["slot"],
        mode="markers",
        marker={"symbol": symbol, "size": look.row * 0.5, "color": look.ink.text, "line": line},
        hoverinfo="skip",
    )


def _names(look: style.Look, rows: pd.DataFrame) -> list[str]:
    """Return each metric's name over what is done of how much."""
    return [
        f"{door(terms.label('metric', row.metric))}<br>{style.coloured(look.ink.secondary, _done_of_target(row))}"
        for row in rows.itertuples()
    ]


def _done_of_target(row: object) -> str:
    return text(
        "charts.done_of_target",
        done=formats.metric(row.metric, row.done_value),  # type: ignore[attr-defined]
        target=formats.metric(row.metric, row.target_value),  # type: ignore[attr-defined]
    )


def _keys(look: style.Look, rows: pd.DataFrame) -> list[style.Key]:
    """Return the legend: colours of ahead and behind, the calendar with its share, the marks of the targets."""
    if rows.empty:
        return []
    pace = f"{column('pace_pct').label} {formats.quantity(float(rows['pace_pct'].iloc[0]), '%')}"
    entries = [
        style.Key(look.ink.reached, text("charts.ahead")),
        style.Key(look.ink.short, text("charts.behind")),
        style.Key(look.ink.text, pace, "┆"),
        style.Key(look.ink.text, terms.label("target_tier", "base"), "┃"),
    ]
    if rows["stretch_pct"].notna().any():
        entries.append(style.Key(look.ink.text, terms.label("target_tier", "stretch"), "◆"))
    return entries
