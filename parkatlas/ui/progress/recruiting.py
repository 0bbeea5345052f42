"""The Recruiting page's switch: trips of the year or all."""

import streamlit as st

from parkatlas.messages import text
from parkatlas.sheets.recruiting import SPANS
from parkatlas.ui.kit.choice import Choice

_SPAN = Choice("recruiting", "span")


def span() -> str:
    """Return whose trips are shown, the year's or all: the span chosen, at first the one of the address."""
    return _SPAN.among(SPANS)


def choose() -> None:
    """Draw the switch between the trips of the year and all."""
    _SPAN.draw(
        st.segmented_control,
        text("recruiting.span"),
        SPANS,
        lambda span: text(f"recruiting.span_{span}"),
        required=True,
        label_visibility="collapsed",
    )
