"""The choices of the page of time: what is followed, and how finely."""

from functools import partial

import streamlit as st

from parkatlas import sheets, terms, words
from parkatlas.columns import column
from parkatlas.sheets.trend import GRAINS
from parkatlas.ui.kit.choice import Choice

_FOLLOWED, _GRAIN = Choice("trend", "followed"), Choice("trend", "grain")


def chosen() -> tuple[str, str]:
    """Return the metric that is followed and the grain: those chosen, at first the address's."""
    return _FOLLOWED.among(words.trend.METRICS), _GRAIN.among(GRAINS)


def choose(_: sheets.Choice) -> None:
    """Draw the choice of metric and grain."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for choice, offered, vocabulary in ((_FOLLOWED, words.trend.METRICS, "metric"), (_GRAIN, GRAINS, "grain")):
            say = partial(terms.label, vocabulary)
            choice.draw(st.segmented_control, column(vocabulary).label, offered, say, required=True, width="content")
