"""The choice of a group of units and of the metric that ranks them, which Targets and Campaigns share."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from parkatlas import terms
from parkatlas.columns import column
from parkatlas.sheets import paced
from parkatlas.ui.kit import metric_tables, panels, sheet
from parkatlas.ui.kit.choice import Choice

if TYPE_CHECKING:
    import pandas as pd

# One choice for both pages: who goes on from one to the other means the same group.
_GROUP, _METRIC = Choice("targets", "unit_group"), Choice("targets", "goal_metric")


def chosen(by_unit: "pd.DataFrame") -> tuple[str, str]:
    """Return the group of units, "" where there is only one, and the metric: those chosen, at first the address's."""
    groups = paced.groups(by_unit)
    group = _GROUP.among(groups)
    return group, _METRIC.among(paced.metrics(by_unit, group))


def choose(by_unit: "pd.DataFrame") -> None:
    """Draw both choices."""
    groups = paced.groups(by_unit)
    with st.container(horizontal=True):
        group = choose_one(_GROUP, "unit_group", groups) if groups else ""
        choose_one(_METRIC, "metric", paced.metrics(by_unit, group))


def choose_one(choice: Choice, vocabulary: str, offered: Sequence[str]) -> str:
    """Draw the choice of one of a vocabulary's terms; return the one chosen."""
    words = partial(terms.label, vocabulary)
    return choice.draw(st.segmented_control, column(vocabulary).label, offered, words, required=True, wrap=True)


# What the Targets page draws in a way of its own, by the blocks' keys.
OWN: dict[str, sheet.Drawer] = {
    "targets_lamps": partial(panels.draw_table, rows=metric_tables.of_lamps),
    "target_progress": partial(panels.draw_table, rows=metric_tables.of_words),
}
