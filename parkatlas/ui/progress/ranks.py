"""The Ranks page's choices: who is ranked and by which metric."""

import streamlit as st

from parkatlas import sheets
from parkatlas.ui.kit import data
from parkatlas.ui.kit.choice import Choice
from parkatlas.ui.progress import targets

_GROUP, _METRIC = Choice("ranks", "ranked_group"), Choice("ranks", "rank_metric")


def chosen(ask: sheets.Asking) -> tuple[str, str]:
    """Return the group and the metric chosen, at first those of the address; "" where nothing is ranked."""
    rows = sheets.ranks.ranked(ask)
    group = _GROUP.among(sheets.ranks.groups(rows))
    return group, _METRIC.among(sheets.ranks.metrics(rows, group))


def choose() -> None:
    """Draw the choices of a group and of a metric that ranks it; nothing where nothing is ranked."""
    rows = sheets.ranks.ranked(data.asking())
    if rows.empty:
        return
    with st.container(horizontal=True):
        group = targets.choose_one(_GROUP, "ranked_group", sheets.ranks.groups(rows))
        targets.choose_one(_METRIC, "metric", sheets.ranks.metrics(rows, group))
