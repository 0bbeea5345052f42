"""Charts of the investment intensity: parks against their threshold, projects by class, share by threshold."""

import pandas as pd
import plotly.graph_objects as go

from parkatlas import formats, terms
from parkatlas.charts import classes, hover, style
from parkatlas.charts.labels import text as door
from parkatlas.charts.ranking import Ranking, rank
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words import intensity
from parkatlas.words.widths import clipped

# As wide as a digit, to align numbers of several lengths at the right.
_FIGURE_SPACE = "\u2007"
# With fewer projects in the largest class the axis would be ticked at halves.
_FEW = 6
_PLOT_HEIGHT = 320
_PLOT_HEIGHT_LARGE = 480


def by_park(frame: pd.DataFrame, *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Rank the parks by investment intensity (万元/亩) against the threshold of each.

    ``frame``: rows of ``queries/intensity_by_park``. Above 30 parks the first and the last twelve are drawn and a
    sentence tells of the rest; a park without a figure is a hatched stub.
    """
    look = style.Look(dark, large)
    ranking = rank(frame, "intensity_wan_per_mu")
    figure = style.figure(look, title, _verdict_keys(look, frame), look.row * ranking.height)
    top = float(frame[["intensity_wan_per_mu", "threshold_wan_per_mu"]].max().max()) if len(frame) else 1.0
    _add_park_bars(figure, look, ranking.drawn, stub=top * 0.03)
    _add_park_thresholds(figure, look, ranking)
    if ranking.gap is not None:
        words = door(intensity.left_out(ranking.left_out))
        figure.add_annotation(
            x=0, y=ranking.gap, text=words, showarrow=False, xanchor="left", font={"color": look.ink.secondary}
        )
    figure.update_xaxes(
        style.axis(look, column("intensity_wan_per_mu").header, grid=True), range=[0, top * 1.04], overwrite=True
    )
    names = [door(clipped(name, 24)) for name in ranking.drawn["park_name"]]
    style.name_rows(figure, look, names, _values(ranking.drawn))
    figure.update_yaxes(range=[ranking.height - 0.5, -0.5])
    return figure


def distribution(
    frame: pd.DataFrame, threshold: float | None = None, *, title: str = "", dark: bool = False, large: bool = False
) -> go.Figure:
    """Count the projects in each class of investment intensity (万元/亩), coloured by verdict.

    ``frame``: rows of ``queries/intensity_distribution``. ``threshold`` is drawn where one holds for all parks.
    """
    look = style.Look(dark, large)
    counts = frame.groupby("verdict")["project_count"].sum()
    entries = [_counted(look, code, int(counts[code])) for code in ("pass", "short") if code in counts]
    if threshold is not None:
        entries.append(_threshold_key(look, threshold))
    figure = style.figure(look, title, entries, _plot_height(look))
    width = classes.width(frame)
    for code, rows in frame.groupby("verdict", sort=False):
        figure.add_bar(
            x=rows["bin_from_wan_per_mu"] + width / 2,
            y=rows["project_count"],
            width=width * 0.94,
            marker={"color": look.ink.verdict(str(code)), "line": {"width": 0}},
            hovertext=[hover.of_class(row) for row in rows.itertuples()],
            hoverinfo="text",
        )
    _count_over_bars(figure, look, frame, width)
    if threshold is not None:
        _add_line(figure, look, threshold)
    figure.update_layout(barmode="stack")
    figure.update_xaxes(
        style.axis(look, column("intensity_wan_per_mu").header), **classes.ticks(frame, width), overwrite=True
    )
    y_axis = style.axis(look, column("project_count").header, grid=True)
    figure.update_yaxes(y_axis, rangemode="tozero", dtick=1 if counts.max() < _FEW else None)
    return figure


def sensitivity(
    frame: pd.DataFrame, threshold: float, *, title: str = "", dark: bool = False, large: bool = False
) -> go.Figure:
    """Draw the share of projects (%) that would reach each threshold (万元/亩), the chosen one marked.

    ``frame``: rows of ``queries/threshold_sensitivity``. A threshold between two rows is marked on the nearer row.
    """
    look = style.Look(dark, large)
    figure = style.figure(look, title, [_threshold_key(look, threshold)], _plot_height(look))
    rows = frame[frame["trial_reached_share_pct"].notna()]
    figure.add_scatter(
        x=rows["trial_threshold_wan_per_mu"],
        y=rows["trial_reached_share_pct"],
        mode="lines",
        line={"color": look.ink.accent, "width": 3},
        hovertext=[hover.of_threshold(row) for row in rows.itertuples()],
        hoverinfo="text",
    )
    if len(rows):
        _mark_chosen(figure, look, intensity.nearest(rows, threshold))
    _add_line(figure, look, threshold)
    figure.update_xaxes(style.axis(look, column("trial_threshold_wan_per_mu").header), overwrite=True)
    figure.update_yaxes(
        style.axis(look, column("trial_reached_share_pct").header, grid=True),
        range=[0, 105],
        tick0=0,
        dtick=25,
        overwrite=True,
    )
    return figure


def _plot_height(look: style.Look) -> int:
    return _PLOT_HEIGHT_LARGE if look.large else _PLOT_HEIGHT


def _counted(look: style.Look, code: str, count: int) -> style.Key:
    label = f"{terms.label('verdict', code)} {formats.quantity(count, '个')}"
    return style.Key(look.ink.verdict(code), label, "▨" if code == "missing" else "■")


def _verdict_keys(look: style.Look, frame: pd.DataFrame) -> list[style.Key]:
    """Return the legend of the parks' bars: each verdict that occurs with its count, and the threshold's mark."""
    counts = frame["verdict"].value_counts()
    entries = [_counted(look, code, int(counts[code])) for code in ("pass", "short", "missing") if code in counts]
    return [*entries, style.Key(look.ink.text, column("threshold_wan_per_mu").label, "┃")]


def _add_park_bars(figure: go.Figure, look: style.Look, rows: pd.DataFrame, stub: float) -> None:
    """Add one bar a park; a park without a figure gets a hatched stub of length ``stub``."""
    missing = rows["intensity_wan_per_mu"].isna()
    figure.add_bar(
        orientation="h",
        x=rows["intensity_wan_per_mu"].fillna(stub),
        y=rows["slot"],
        marker={
            "color": [look.ink.verdict(code) for code in rows["verdict"]],
            "pattern": {"shape": ["/" if gap else "" for gap in missing], "bgcolor": look.ink.ground, "size": 6},
        },
        hovertext=[hover.of_park(row) for row in rows.itertuples()],
        hoverinfo="text",
    )


def _values(rows: pd.DataFrame) -> list[str]:
    """Return the figures of the bars, their points one under the other; in words where there is none."""
    numbers = [formats.number(float(value), "万元/亩") for value in rows["intensity_wan_per_mu"]]
    width = max(map(len, numbers), default=0)
    missing = terms.label("verdict", "missing")
    return [door(missing if words == formats.NONE else words.rjust(width, _FIGURE_SPACE)) for words in numbers]


def _add_park_thresholds(figure: go.Figure, look: style.Look, ranking: Ranking) -> None:
    """Mark the threshold on every park's bar, since a park may have its own."""
    figure.add_scatter(
        x=ranking.drawn["threshold_wan_per_mu"],
        y=ranking.drawn["slot"],
        mode="markers",
        marker={
            "symbol": "line-ns",
            "size": look.row * 0.42,
            "line": {"width": 2, "color": look.ink.text},
        },
        hoverinfo="skip",
    )


def _add_line(figure: go.Figure, look: style.Look, threshold: float) -> None:
    figure.add_vline(x=threshold, line={"color": look.ink.text, "width": 2, "dash": "dash"})


def _threshold_key(look: style.Look, threshold: float) -> style.Key:
    label = f"{column('threshold_wan_per_mu').label} {formats.plain(threshold)}"
    return style.Key(look.ink.text, label, "┆")


def _count_over_bars(figure: go.Figure, look: style.Look, frame: pd.DataFrame, width: float) -> None:
    totals = frame.groupby("bin_from_wan_per_mu")["project_count"].sum()
    figure.add_scatter(
        x=totals.index + width / 2,
        y=totals,
        mode="text",
        text=[formats.number(int(count)) for count in totals],
        textposition="top center",
        textfont={"color": look.ink.secondary},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _mark_chosen(figure: go.Figure, look: style.Look, row: pd.Series) -> None:
    words = text(
        "charts.reached_at",
        share=formats.quantity(float(row["trial_reached_share_pct"]), "%"),
        reached=formats.quantity(int(row["trial_reached_count"]), "个"),
    )
    figure.add_scatter(
        x=[row["trial_threshold_wan_per_mu"]],
        y=[row["trial_reached_share_pct"]],
        mode="markers+text",
        marker={"color": look.ink.accent, "size": look.size, "line": {"color": look.ink.ground, "width": 2}},
        text=[f"\u2002{door(words)}"],
        textposition="top right",
        cliponaxis=False,
        hoverinfo="skip",
    )
