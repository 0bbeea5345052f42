"""Pieces of the page of time: what is followed and how finely, its charts, its table, what its data lack."""

from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from parkatlas import briefing, charts, formats, terms
from parkatlas.analysis import forecast
from parkatlas.columns import Column, column
from parkatlas.messages import text
from parkatlas.ui import address, data, panels
from parkatlas.ui.markdown import plain

_GRAINS = ("quarter", "month")
_ROWS_UNSCROLLED = 16
_COUNTED = ("period_value", "last_year_value", "previous_value")
_TABLE = ("period_from", "period_to", "period_value", "last_year_value", "yoy_pct", "previous_value", "pop_pct")
_FALLS = ("metric", "period", "project_name", "unit_name", "before_wan", "now_wan", "fallen_wan")


def metric() -> str:
    """Return the metric that is followed: the one chosen, at first the address's."""
    address.recall("followed", briefing.trend.METRICS, briefing.trend.METRICS[0])
    return str(st.session_state["followed"])


def choose() -> str:
    """Draw the choice of metric and grain; returns the grain."""
    address.recall("grain", _GRAINS, _GRAINS[0])
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for key, offered, vocabulary in (("followed", briefing.trend.METRICS, "metric"), ("grain", _GRAINS, "grain")):
            st.segmented_control(
                column(vocabulary).label,
                offered,
                key=key,
                format_func=partial(terms.label, vocabulary),
                required=True,
                width="content",
            )
            address.publish(key, offered[0])
    return str(st.session_state["grain"])


def has_any(progress: pd.DataFrame) -> bool:
    """Tell whether any period of any metric brought anything."""
    return bool((progress["period_value"].fillna(0.0) != 0).any())


def bars(progress: pd.DataFrame, followed: str, grain: str) -> None:
    """Draw what each period brought and what its data lack; in words where nothing is known of the metric."""
    known = progress[(progress["metric"] == followed) & progress["period_value"].notna()]
    if known.empty:
        st.caption(plain(text("trend.nothing_known", metric=terms.label("metric", followed))))
    else:
        panels.chart(charts.trend.bars, progress, "trend_bars", followed, grain)
    for said in briefing.trend.lacks(progress, followed):
        st.caption(f":material/event_busy: {plain(said)}")


def year(progress: pd.DataFrame, to_date: pd.DataFrame, followed: str) -> None:
    """Draw the year so far and where it is heading, and say how the forecast was made or why there is none."""
    rows = to_date[to_date["metric"] == followed]
    months = progress[(progress["grain"] == "month") & (progress["metric"] == followed)]
    made = forecast.year_end(months, rows)
    if rows[["period_value", "last_year_value"]].notna().to_numpy().any():
        panels.chart(charts.year.curve, rows, "trend_year", followed, made.path)
    st.caption(f":material/query_stats: {plain(briefing.trend.method(made, followed))}")


def table(progress: pd.DataFrame, followed: str, grain: str) -> None:
    """Draw the periods as a table, the newest first, with the metric's unit in the headers, and its exports."""
    rows = progress[(progress["metric"] == followed) & (progress["grain"] == grain)].iloc[::-1]
    label = terms.label("metric", followed)
    caption = panels.caption_of(text("trend.table", metric=label, grain=terms.label("grain", grain)))
    st.subheader(plain(caption.title), anchor=False)
    config: dict[Any, Any] = {name: panels.configured(_counted(name, followed)) for name in _TABLE}
    st.dataframe(
        rows[list(_TABLE)],
        key="table-trend",
        hide_index=True,
        column_config=config,
        placeholder=formats.NONE,
        height="content" if len(rows) <= _ROWS_UNSCROLLED else "auto",
    )
    panels.exports("trend", caption, partial(data.ask_whole, "progress_by_month", metric=followed, grain=grain))


def falls() -> None:
    """Draw whose cumulative money the year's ledgers state lower than before, if any."""
    if not data.ask("money_falls", most=data.MOST_ROWS).empty:
        panels.table("money_falls", "trend_falls", _FALLS)


def _counted(name: str, followed: str) -> Column:
    """Return a column of the table; one that counts in the metric's unit bears it."""
    known = column(name)
    return replace(known, unit=column(followed).unit) if name in _COUNTED else known
