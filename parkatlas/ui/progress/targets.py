"""The choice of a group of units and of the metric that ranks them, which Targets and Campaigns share."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from parkatlas import terms
from parkatlas.columns import column
from parkatlas.sheets import paced
from parkatlas.ui.kit import address, metric_tables, panels, sheet

if TYPE_CHECKING:
    import pandas as pd

_GROUP, _METRIC = "unit_group", "goal_metric"


def chosen(by_unit: "pd.DataFrame") -> tuple[str, str]:
    """Return the group of units, "" where there is only one, and the metric: those chosen, at first the address's."""
    groups = paced.groups(by_unit)
    group = recalled(_GROUP, groups)
    return group, recalled(_METRIC, paced.metrics(by_unit, group))


def choose(by_unit: "pd.DataFrame") -> None:
    """Draw both choices."""
    groups = paced.groups(by_unit)
    with st.container(horizontal=True):
        if groups:
            choose_one("unit_group", groups, _GROUP)
        choose_one("metric", paced.metrics(by_unit, st.session_state[_GROUP] or ""), _METRIC)


def recalled(key: str, offered: Sequence[str]) -> str:
    """Return what is chosen of those offered, at first what the address names, else the first; "" of none."""
    address.recall(key, offered, offered[0] if offered else "")
    return str(st.session_state[key])


def choose_one(vocabulary: str, offered: Sequence[str], key: str) -> None:
    """Draw the choice of one of a vocabulary's terms; it stands in the address under ``key``."""
    words = partial(terms.label, vocabulary)
    st.segmented_control(column(vocabulary).label, offered, key=key, format_func=words, required=True, wrap=True)
    address.publish(key, offered[0])


# What the Targets page draws in a way of its own, by the blocks' keys.
OWN: dict[str, sheet.Drawer] = {
    "targets_lamps": partial(panels.draw_table, rows=metric_tables.of_lamps),
    "target_progress": partial(panels.draw_table, rows=metric_tables.of_words),
}
