"""The Ranks page's choices: who is ranked and by which metric."""

import streamlit as st

from parkatlas import sheets
from parkatlas.ui.kit import data
from parkatlas.ui.progress import targets

_GROUP, _METRIC = "ranked_group", "rank_metric"


def chosen(ask: sheets.Asking) -> tuple[str, str]:
    """Return the group and the metric chosen, at first those of the address; "" where nothing is ranked."""
    rows = sheets.ranks.ranked(ask)
    group = targets.recalled(_GROUP, sheets.ranks.groups(rows))
    return group, targets.recalled(_METRIC, sheets.ranks.metrics(rows, group))


def choose() -> None:
    """Draw the choices of a group and of a metric that ranks it; nothing where nothing is ranked."""
    rows = sheets.ranks.ranked(data.asking())
    if rows.empty:
        return
    with st.container(horizontal=True):
        targets.choose_one("ranked_group", sheets.ranks.groups(rows), _GROUP)
        targets.choose_one("metric", sheets.ranks.metrics(rows, st.session_state[_GROUP]), _METRIC)
