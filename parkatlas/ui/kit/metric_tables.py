"""Tables of units and metrics: a metric's unit in the headers, its decimals, ranks as ranks, lamps in their colours."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from parkatlas import colours, formats, sheets, terms, words
from parkatlas.columns import Column
from parkatlas.ui.kit import look

if TYPE_CHECKING:
    import pandas as pd
    from pandas.io.formats.style import Styler

_PLACES = ("place", "place_before", "place_year_ago")
_MOVES = ("places_risen", "places_risen_year")  # written with their sign
# Decimals of counts that are no whole projects.
_PACED = {"required_per_day_value": 2, "required_per_week_value": 1, "required_per_month_value": 1, "ahead_value": 1}
_MOST_UNSCROLLED = 40
_NAME_PX = 150


def of_metric(block: sheets.Table) -> None:
    """Draw the rows of a table whose values count in one metric."""
    config = {name: _configured(column, block.metric) for name, column in block.columns.items()}
    _draw(block, config | _pinned(block, "unit_label"))


def of_lamps(block: sheets.Table) -> None:
    """Draw units by metrics, each cell a lamp and a share."""
    config: dict[str, object] = {
        name: st.column_config.TextColumn(column.label) for name, column in block.columns.items()
    }
    _draw(block, config | _pinned(block, "unit_label"))


def of_words(block: sheets.Table) -> None:
    """Draw metrics by figures, each cell a figure with its unit."""
    config: dict[str, object] = {
        name: st.column_config.TextColumn(
            column.header, help=column.meaning, alignment="left" if name.endswith("lamp") else "right"
        )
        for name, column in block.columns.items()
    }
    _draw(block, config | _pinned(block, "metric"))


def _draw(block: sheets.Table, config: dict[str, object]) -> None:
    """Draw the rows, unscrolled as far as a county has units."""
    height = "content" if len(block.rows.index) <= _MOST_UNSCROLLED else "auto"
    how: Any = {"column_config": config, "hide_index": True, "placeholder": formats.NONE, "height": height}
    st.dataframe(_coloured(block.rows[list(block.columns)]), key=f"rows-{block.key}", **how)


def _pinned(block: sheets.Table, name: str) -> dict[str, object]:
    if name not in block.columns:
        return {}
    return {name: st.column_config.TextColumn(block.columns[name].label, width=_NAME_PX, pinned=True)}


def _coloured(rows: "pd.DataFrame") -> "Styler":
    """Return a table whose cells that begin with a lamp bear its colour."""
    inks = {words.lamps.mark(t.code): colours.LAMP_TEXT[look.is_dark()][t.code] for t in terms.LAMPS}
    return rows.style.map(lambda cell: f"color: {inks[cell[0]]}" if str(cell)[:1] in inks else "")


def _configured(column: Column, metric: str) -> object:
    """Return how a column looks: the metric's unit in its header, and that unit's decimals."""
    if column.name in _PLACES:
        return st.column_config.NumberColumn(column.header, help=column.meaning, alignment="right")
    if column.name in _MOVES:
        return st.column_config.TextColumn(column.header, help=column.meaning, alignment="right")
    if column.kind == "text":
        return st.column_config.TextColumn(column.header, help=column.meaning)
    unit = column.unit or formats.unit_of(metric)
    decimals = _PACED.get(column.name, 0) if unit == "个" else formats.DECIMALS[unit]
    header = replace(column, unit=unit).header
    return st.column_config.NumberColumn(header, help=column.meaning, format=f"%,.{decimals}f")
