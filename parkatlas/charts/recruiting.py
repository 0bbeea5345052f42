"""The chart of recruiting: for each source region what trips there brought, within all that was signed from there."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from parkatlas import formats, terms
from parkatlas.charts import style
from parkatlas.charts.labels import stacked
from parkatlas.charts.labels import text as door
from parkatlas.charts.scale import Scale
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words.recruiting import NOT_AWAY

_ROW = 1.7
_WIDTHS = (0.62, 0.3)
_MONEY = ("region_contract_wan", "brought_contract_wan")
_POINTED = (
    "trip_count", "trip_days", "visited_count", "lead_count", "brought_signed_count", "brought_contract_wan",
    "region_signed_count", "region_contract_wan",
)  # fmt: skip


def by_region(frame: pd.DataFrame, *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Draw each region's contracts (rows of ``queries/recruiting_by_region``), what trips brought as the inner bar."""
    look = style.Look(dark, large)
    rows = frame.assign(slot=range(len(frame)))
    tones = (look.ink.no_data, look.ink.accent)
    keys = [style.Key(tone, column(name).label) for name, tone in zip(_MONEY, tones, strict=True)]
    scale = Scale("contract_wan", rows[list(_MONEY)])
    figure = style.figure(look, title, keys, round(look.row * _ROW * len(rows)))
    for name, tone, width in zip(_MONEY, tones, _WIDTHS, strict=True):
        figure.add_bar(
            orientation="h",
            x=rows[name] / scale.divisor,
            y=rows["slot"],
            width=width,
            marker={"color": tone},
            hovertext=[_pointed_at(row) for row in rows.itertuples()],
            hoverinfo="text",
        )
    figure.update_layout(barmode="overlay")
    figure.update_xaxes(scale.axis(look), overwrite=True)
    names = [door(terms.label("source_region", code)) for code in rows["trip_region"]]
    style.name_rows(figure, look, names, [_figures(look, row) for row in rows.itertuples()])
    return figure


def _figures(look: style.Look, row: Any) -> str:
    """Return what stands beside a region's bars: trips and what they brought, over all that was signed from there."""
    if not row.trip_count:
        ink = look.ink.secondary if row.trip_region in NOT_AWAY else look.ink.short
        went = style.coloured(ink, text("recruiting.no_trip"))
    else:
        parts = [text("recruiting.times", trips=int(row.trip_count)), formats.quantity(int(row.trip_days), "天")]
        went = style.coloured(look.ink.accent, "  ".join([*parts, *_of(row, "brought")]))
    return f"{went}<br>{style.coloured(look.ink.secondary, '  '.join(_of(row, 'region')))}"


def _of(row: Any, which: str) -> list[str]:
    """Return how many were signed, brought or of the region, and with how much; without money where none is stated."""
    count, wan = getattr(row, f"{which}_signed_count"), getattr(row, f"{which}_contract_wan")
    signed = text(f"recruiting.signed_{which}", count=formats.number(count, decimals=0))
    return [signed] if formats.is_none(wan) else [signed, formats.money(wan)]


def _pointed_at(row: Any) -> str:
    return stacked(
        terms.label("source_region", row.trip_region),
        *(f"{column(name).label} {formats.cell(name, getattr(row, name))}" for name in _POINTED),
    )
