"""Charts of the targets: each unit against even pace, a count and its money side by side."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from parkatlas import colours, formats, terms
from parkatlas.charts import style
from parkatlas.charts.labels import stacked
from parkatlas.charts.labels import text as door
from parkatlas.charts.ranking import Ranking, rank
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words import lamps, targets
from parkatlas.words.targets import unit_name
from parkatlas.words.widths import clipped

_FIGURE_SPACE = "\u2007"
_FULL, _LONGEST = 100.0, 150.0
_NAME_WIDTH = 22
_REQUIRED = ("required_per_month_value", "required_per_week_value")  # of a year, of a campaign
# Where each panel's bars lie across the picture; its figures stand right of them.
_DOMAINS = {1: ((0.0, 0.62),), 2: ((0.0, 0.25), (0.525, 0.775))}


@dataclass(frozen=True)
class _Panel:
    """One metric's bars: which axes they lie on, and the rows by unit."""

    metric: str
    axis: str
    domain: tuple[float, float]
    rows: pd.DataFrame

    @property
    def amount(self) -> formats.Amount:
        """The unit in which all its figures are told: that of the largest target."""
        return formats.Amount(self.metric, float(self.rows[["target_value", "done_value"]].max().max()))

    @property
    def title(self) -> str:
        """The metric with its unit, if it has one in this language."""
        label, unit = terms.label("metric", self.metric), self.amount.unit
        return text("targets.panel", metric=label, unit=unit) if unit else label


def units(frame: pd.DataFrame, metric: str, *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Draw the units' completion (%) against even pace, ranked by how far ahead ``metric`` is, its partner beside it.

    ``frame``: rows of ``queries/targets_by_unit``. 100 % is the base target, or the stretch one where it stands alone;
    a bar beyond 150 % ends there and its figure tells. Above 30 units the leaders and the last are drawn.
    """
    look = style.Look(dark, large)
    first_tier = targets.first_tier(frame)
    ranking = rank(first_tier[first_tier["metric"] == metric], "ahead_points")
    chosen = targets.drawn_metrics(frame, metric)
    panels = [
        _Panel(name, "" if index == 0 else str(index + 1), domain, _placed(frame, first_tier, name, ranking))
        for index, (name, domain) in enumerate(zip(chosen, _DOMAINS[len(chosen)], strict=True))
    ]
    keys = _keys(look, panels, metric)
    figure = style.figure(look, title, keys, look.row * ranking.height)
    for panel in panels:
        _add_panel(figure, look, panel)
    _name_units(figure, look, ranking)
    # Room for the panels' names over the bars.
    room = round(look.size * 1.9)
    figure.update_layout(height=figure.layout.height + room, margin={"t": figure.layout.margin.t + room})
    return figure


def of_unit(row: Any) -> str:
    """Return what a unit's bar says when pointed at: done, target, pace, what is required."""
    values = ("done_value", "target_value", "even_pace_value", "ahead_value", *_REQUIRED)
    return stacked(
        unit_name(row.unit_label),
        terms.label("metric", row.metric),
        *(
            f"{column(name).label} {formats.metric(row.metric, getattr(row, name))}"
            for name in values
            if hasattr(row, name)
        ),
        f"{column('completion_pct').label} {formats.quantity(row.completion_pct, '%')}",
    )


def _placed(frame: pd.DataFrame, first_tier: pd.DataFrame, metric: str, ranking: Ranking) -> pd.DataFrame:
    """Return a metric's rows in the slots of the ranking, with ``stretch_pct``: the stretch target on its 100 %."""
    slots = ranking.drawn.set_index("unit_id")["slot"]
    rows = first_tier[(first_tier["metric"] == metric) & first_tier["unit_id"].isin(slots.index)]
    is_stretch = (frame["metric"] == metric) & (frame["target_tier"] == "stretch")
    stretch = frame[is_stretch].drop_duplicates("unit_id").set_index("unit_id")["target_value"]
    share = _FULL * rows["unit_id"].map(stretch).astype(float) / rows["target_value"]
    return rows.assign(
        slot=rows["unit_id"].map(slots), stretch_pct=share.where(rows["target_tier"] == "base").astype(float)
    )


def _add_panel(figure: go.Figure, look: style.Look, panel: _Panel) -> None:
    rows, on = panel.rows, {"xaxis": f"x{panel.axis}", "yaxis": f"y{panel.axis}"}
    figure.add_bar(
        orientation="h",
        x=rows["completion_pct"].clip(0, _LONGEST),
        y=rows["slot"],
        marker={"color": [colours.LAMP[code] if lamps.lit(code) else look.ink.no_data for code in rows["lamp"]]},
        width=0.5,
        hovertext=[of_unit(row) for row in rows.itertuples()],
        hoverinfo="text",
        **on,
    )
    figure.add_scatter(
        x=rows["stretch_pct"].where(rows["stretch_pct"] < _LONGEST),
        y=rows["slot"],
        mode="markers",
        marker={"symbol": "diamond", "size": look.row * 0.3, "color": look.ink.text},
        hoverinfo="skip",
        **on,
    )
    figure.add_scatter(
        x=[_LONGEST] * len(rows),
        y=rows["slot"],
        mode="text",
        text=_figures(look, panel),
        textposition="middle right",
        cliponaxis=False,
        hoverinfo="skip",
        **on,
    )
    _add_axis(figure, look, panel)


def _add_axis(figure: go.Figure, look: style.Look, panel: _Panel) -> None:
    axis = style.axis(look, column("completion_pct").header, grid=True)
    axis |= {"domain": panel.domain, "range": [0, _LONGEST], "tickvals": [0, 50, 100], "anchor": f"y{panel.axis}"}
    figure.update_layout({f"xaxis{panel.axis}": axis}, overwrite=True)
    # A target's full measure as a thin line, the calendar dashed over the bars.
    _add_line(figure, panel, _FULL, {"color": look.ink.secondary, "width": 1})
    for pace in panel.rows["pace_pct"].head(1):
        _add_line(figure, panel, pace, {"color": look.ink.text, "width": 2, "dash": "dash"})
    figure.add_annotation(
        x=panel.domain[0],
        y=1,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        text=f"<b>{door(panel.title)}</b>",
        showarrow=False,
    )


def _add_line(figure: go.Figure, panel: _Panel, at: float, line: dict[str, object]) -> None:
    figure.add_shape(type="line", x0=at, x1=at, y0=0, y1=1, xref=f"x{panel.axis}", yref="paper", line=line)


def _name_units(figure: go.Figure, look: style.Look, ranking: Ranking) -> None:
    names = [door(clipped(unit_name(name), _NAME_WIDTH)) for name in ranking.drawn["unit_label"]]
    shared = {**style.axis(look, ""), "range": [ranking.height - 0.5, -0.5], "tickvals": list(ranking.drawn["slot"])}
    # The second panel has the same rows as the first, so its names are not repeated.
    second = {**shared, "anchor": "x2", "showticklabels": False}
    figure.update_layout(yaxis={**shared, "ticktext": names}, yaxis2=second, overwrite=True)
    if ranking.gap is not None:
        words = door(text("targets.untold", count=len(ranking.left_out)))
        figure.add_annotation(
            x=0, y=ranking.gap, text=words, showarrow=False, xanchor="left", font={"color": look.ink.secondary}
        )


def _figures(look: style.Look, panel: _Panel) -> list[str]:
    """Return what stands right of each bar: lamp and points ahead, then done of target in the panel's unit."""
    points = [_signed(value) for value in panel.rows["ahead_points"]]
    width, amount = max(map(len, points), default=0), panel.amount
    return [
        " " + _figure(look, row, signed.rjust(width, _FIGURE_SPACE), amount)
        for row, signed in zip(panel.rows.itertuples(), points, strict=True)
    ]


def _figure(look: style.Look, row: Any, points: str, amount: formats.Amount) -> str:
    done = amount.number(row.done_value)
    if formats.is_none(row.target_value):
        return style.coloured(look.ink.secondary, text("targets.without_target", done=done))
    of_target = text("targets.done_of_target", done=done, target=amount.number(row.target_value))
    if not lamps.lit(row.lamp):
        return style.coloured(look.ink.secondary, f"{terms.label('verdict', 'missing')} {of_target}")
    lamp = style.coloured(colours.LAMP_TEXT[look.dark][row.lamp], f"{lamps.mark(row.lamp)} {points}")
    return f"{lamp}\u2002{style.coloured(look.ink.secondary, of_target)}"


def _signed(value: object) -> str:
    """Return points ahead with their sign, a true minus where behind."""
    number = formats.number(value, "%")
    if number == formats.NONE or formats.number(0.0, "%") == number:
        return number
    return number.replace("-", "−") if number.startswith("-") else f"+{number}"


def _keys(look: style.Look, panels: list[_Panel], metric: str) -> list[style.Key]:
    """Return the legend: each lamp with its count on the metric chosen, the calendar, the marks of the targets."""
    rows = next(panel.rows for panel in panels if panel.metric == metric)
    counts = rows["lamp"].value_counts()
    entries = [
        style.Key(colours.LAMP[term.code], f"{term.label} {int(counts.get(term.code, 0))}", lamps.mark(term.code))
        for term in terms.LAMPS
    ]
    entries += [
        style.Key(look.ink.text, f"{column('pace_pct').label} {formats.quantity(pace, '%')}", "┆")
        for pace in rows["pace_pct"].head(1)
    ]
    if any(panel.rows["stretch_pct"].notna().any() for panel in panels):
        entries.append(style.Key(look.ink.text, terms.label("target_tier", "stretch"), "◆"))
    return [*entries, style.Key(look.ink.text, text("targets.points_key"), "±")]
