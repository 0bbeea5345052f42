"""The choices of the page of time: what is followed, and how finely."""

from functools import partial

import streamlit as st

from parkatlas import sheets, terms, words
from parkatlas.columns import column
from parkatlas.sheets.trend import GRAINS
from parkatlas.ui.kit import address

_CHOICES = (("followed", words.trend.METRICS, "metric"), ("grain", GRAINS, "grain"))


def chosen() -> tuple[str, str]:
    """Return the metric that is followed and the grain: those chosen, at first the address's."""
    for key, offered, _ in _CHOICES:
        address.recall(key, offered, offered[0])
    return str(st.session_state["followed"]), str(st.session_state["grain"])


def choose(_: sheets.Choice) -> None:
    """Draw the choice of metric and grain."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for key, offered, vocabulary in _CHOICES:
            st.segmented_control(
                column(vocabulary).label,
                offered,
                key=key,
                format_func=partial(terms.label, vocabulary),
                required=True,
                width="content",
            )
            address.publish(key, offered[0])
