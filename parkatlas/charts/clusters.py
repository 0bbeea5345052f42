"""Charts of clustering: which industries gather, how L runs against chance, how specialised areas became."""

import pandas as pd
import plotly.graph_objects as go

from parkatlas import colours, formats, terms
from parkatlas.charts import style
from parkatlas.charts.labels import stacked
from parkatlas.charts.labels import text as door
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words.clusters import largest_areas
from parkatlas.words.widths import clipped

_MOST = 14
_NAME_WIDTH = 18
_CURVE_ROWS, _TREND_ROWS = 10, 11
_FULL = 100.0


def verdict_ink(look: style.Look, code: str) -> str:
    """Return the colour of a verdict: what holds, what hangs on one project, and what is not told from chance."""
    ink = look.ink
    return {"clustered": ink.reached, "fragile": ink.short, "random": ink.secondary}.get(code, ink.no_data)


def ranking(frame: pd.DataFrame, *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Draw for each industry the share of its projects in its first park or township, coloured by the verdict.

    ``frame``: rows of ``analysis.clustering.Checkup.industries`` in their order.
    """
    look = style.Look(dark, large)
    rows = frame.head(_MOST).assign(slot=range(min(len(frame), _MOST)))
    rows["share"] = _FULL * rows["gathered_count"] / rows["project_count"]
    keys = [
        style.Key(verdict_ink(look, code), terms.label("cluster_verdict", code))
        for code in (term.code for term in terms.CLUSTER_VERDICTS)
        if (rows["cluster_verdict"] == code).any()
    ]
    figure = style.figure(look, title, keys, round(look.row * max(len(rows), 1)))
    figure.add_bar(
        orientation="h",
        x=rows["share"],
        y=rows["slot"],
        marker={"color": [verdict_ink(look, code) for code in rows["cluster_verdict"]]},
        hovertext=[
            stacked(
                row.industry_name,
                terms.label("cluster_verdict", row.cluster_verdict),
                f"{column('area_name').label} {formats.cell('area_name', row.area_name)}",
                f"{column('count_quotient').label} {formats.cell('count_quotient', row.count_quotient)}",
            )
            for row in rows.itertuples()
        ],
        hoverinfo="text",
    )
    figure.update_xaxes(
        style.axis(look, text("clusters.share_axis"), grid=True), range=[0, _FULL * 1.03], nticks=6, overwrite=True
    )
    names = [door(clipped(name, _NAME_WIDTH)) for name in rows["industry_name"]]
    figures = [door(f"{row.gathered_count}/{row.project_count}") for row in rows.itertuples()]
    style.name_rows(figure, look, names, figures)
    return figure


def curve(frame: pd.DataFrame, industry: str, *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Draw L of an industry against distance, with what random relabelling gives and its envelope.

    ``frame``: rows of ``analysis.clustering.Checkup.curves`` of the industry, in metres.
    """
    look = style.Look(dark, large)
    ink = look.ink
    keys = [
        style.Key(ink.accent, industry, "━"),
        style.Key(ink.secondary, text("clusters.chance_mean"), "╌"),
        style.Key(ink.no_data, text("clusters.envelope")),
    ]
    figure = style.figure(look, title, keys, round(look.row * _CURVE_ROWS))
    km = frame[["radius_m", "observed_m", "mean_m", "upper_m"]] / 1000
    hover = [
        stacked(
            text("clusters.within", radius=formats.quantity(row.radius_m, "公里")),
            f"{industry} {formats.number(row.observed_m, decimals=2)}",
            f"{text('clusters.envelope')} {formats.number(row.upper_m, decimals=2)}",
        )
        for row in km.itertuples()
    ]
    figure.add_scatter(x=km["radius_m"], y=km["upper_m"], mode="lines", line={"width": 0}, hoverinfo="skip")
    figure.add_scatter(
        x=km["radius_m"], y=[0.0] * len(km), mode="lines", line={"width": 0}, fill="tonexty", hoverinfo="skip",
        fillcolor="rgba(150,160,170,0.25)",
    )  # fmt: skip
    figure.add_scatter(
        x=km["radius_m"], y=km["mean_m"], mode="lines", line={"color": ink.secondary, "dash": "dash"}, hoverinfo="skip"
    )
    figure.add_scatter(
        x=km["radius_m"], y=km["observed_m"], mode="lines+markers", line={"color": ink.accent, "width": 3},
        marker={"size": 5}, hovertext=hover, hoverinfo="text",
    )  # fmt: skip
    figure.update_xaxes(style.axis(look, text("clusters.radius_axis"), grid=True), rangemode="tozero", overwrite=True)
    figure.update_yaxes(style.axis(look, text("clusters.l_axis"), grid=True), rangemode="tozero", overwrite=True)
    return figure


def trend(frame: pd.DataFrame, *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Draw how specialised the largest areas were at the end of each year (rows of ``specialisation_by_year``)."""
    look = style.Look(dark, large)
    newest = largest_areas(frame)
    figure = style.figure(look, title, [], round(look.row * _TREND_ROWS))
    days = sorted(frame["period"].unique())
    palette = _palette(look)
    ends = _spread(newest["count_hhi"].tolist())
    for (_, area), colour, end in zip(newest.iterrows(), palette, ends, strict=False):
        rows = frame[frame["area_id"] == area["area_id"]]
        figure.add_scatter(
            x=[days.index(day) for day in rows["period"]],
            y=rows["count_hhi"],
            mode="lines+markers",
            line={"color": colour, "width": 2.5},
            hovertext=[
                stacked(
                    area["area_name"],
                    f"{row.period.year}　{row.leading_industry}",
                    f"{column('count_hhi').label} {formats.number(row.count_hhi, '')}",
                    f"{column('project_count').label} {formats.quantity(row.project_count, '个')}",
                )
                for row in rows.itertuples()
            ],
            hoverinfo="text",
        )
        figure.add_annotation(
            x=len(days) - 1, y=end, text=style.coloured(colour, clipped(area["area_name"], 20)), showarrow=False,
            xanchor="left", xshift=10, font={"size": look.size},
        )  # fmt: skip
    figure.update_xaxes(
        style.axis(look, ""), tickvals=list(range(len(days))), ticktext=[formats.month(day) for day in days],
        range=[-0.15, len(days) - 1 + max(0.45 * (len(days) - 1), 0.5)], overwrite=True)  # fmt: skip
    figure.update_yaxes(style.axis(look, column("count_hhi").header, grid=True), range=[0, 1.06], overwrite=True)
    return figure


def _palette(look: style.Look) -> list[str]:
    ink = look.ink
    return [ink.accent, ink.reached, ink.short, *colours.MORE_LINES, ink.secondary]


def _spread(values: list[float], room: float = 0.07) -> list[float]:
    """Return where names stand beside the ends of lines: as near as they can without touching."""
    order = sorted(range(len(values)), key=values.__getitem__)
    heights, floor = [0.0] * len(values), 0.0
    for index in order:
        heights[index] = max(values[index], floor)
        floor = heights[index] + room
    over = max(0.0, floor - room - 1.02)
    return [max(height - over, 0.0) for height in heights]
