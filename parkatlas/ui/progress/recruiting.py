"""The Recruiting page's switch: trips of the year or all."""

import streamlit as st

from parkatlas.messages import text
from parkatlas.sheets.recruiting import SPANS
from parkatlas.ui.kit import address


def span() -> str:
    """Return whose trips are shown, the year's or all: the span chosen, at first the one of the address."""
    address.recall("span", SPANS, SPANS[0])
    return str(st.session_state["span"])


def choose() -> None:
    """Draw the switch between the trips of the year and all."""
    st.segmented_control(
        text("recruiting.span"),
        SPANS,
        format_func=lambda span: text(f"recruiting.span_{span}"),
        key="span",
        required=True,
        label_visibility="collapsed",
    )
    address.publish("span", SPANS[0])
