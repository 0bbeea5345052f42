"""The choices and the notes of the Targets page: which units by which metric, and what the figures lack."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

import pandas as pd
import streamlit as st

from parkatlas import formats, terms
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.ui import address, filters
from parkatlas.ui.markdown import plain

_CUMULATIVE = ("done_fai_wan", "in_place_wan", "outside_in_place_wan", "foreign_usd_wan")
# Filters of projects: a target is of all that a unit does.
_NOT_OF_TARGETS = ("parks", "industries", "stages")


def notes(progress: pd.DataFrame) -> None:
    """Say what the figures lack: ledgers that are missing, a year before, filters that do not apply."""
    said = _missing_ledgers(is_cumulative=progress["metric"].isin(_CUMULATIVE).any())
    if any(st.session_state.get(name) for name in _NOT_OF_TARGETS):
        said.append(text("targets.not_filtered"))
    for sentence in said:
        st.caption(f":material/info: {plain(sentence)}")


def choose(by_unit: pd.DataFrame) -> tuple[str | None, str]:
    """Draw the choices of a group of units, none where there is only one, and of the metric that ranks them."""
    groups = [term.code for term in terms.UNIT_GROUPS if (by_unit["unit_group"] == term.code).any()]
    with st.container(horizontal=True):
        group = choose_one("unit_group", groups, "unit_group") if len(groups) > 1 else None
        rows = of_group(by_unit, group)
        metrics = [term.code for term in terms.TARGET_METRICS if (rows["metric"] == term.code).any()]
        return group, choose_one("metric", metrics, "goal_metric")


def of_group(by_unit: pd.DataFrame, group: str | None) -> pd.DataFrame:
    """Return the rows of a group, all where none is chosen."""
    return by_unit if group is None else by_unit[by_unit["unit_group"] == group]


def targeted(rows: pd.DataFrame, metric: str) -> pd.DataFrame:
    """Return the rows to draw: none, with a word on it, where no unit has a target of the metric to be held against."""
    if rows.loc[rows["metric"] == metric, "target_value"].notna().any():
        return rows
    st.caption(f":material/info: {text('targets.no_unit_targets', metric=terms.label('metric', metric))}")
    return rows.iloc[:0]


def choose_one(vocabulary: str, offered: Sequence[str], key: str) -> str:
    """Draw the choice of one of a vocabulary's terms; it stands in the address under ``key``."""
    address.recall(key, offered, offered[0])
    words = partial(terms.label, vocabulary)
    chosen = st.segmented_control(
        column(vocabulary).label, offered, key=key, format_func=words, required=True, wrap=True
    )
    address.publish(key, offered[0])
    return str(chosen)


def _missing_ledgers(*, is_cumulative: bool) -> list[str]:
    """Return sentences on months of the year without a ledger and, for cumulative figures, a year before without."""
    days = [date.fromisoformat(day) for day in filters.periods()]
    as_of = filters.as_of()
    there = {day.month for day in days if day.year == as_of.year}
    if not there:
        return []
    last = (as_of + timedelta(days=1)).month - 1 or 12
    lacking = [formats.month(date(as_of.year, month, 1)) for month in range(1, last + 1) if month not in there]
    said = [text("targets.missing_ledgers", months=text("targets.list_comma").join(lacking))] if lacking else []
    if is_cumulative and not any(day.year < as_of.year for day in days):
        said.append(text("targets.no_year_before", year=str(as_of.year - 1)))
    return said
