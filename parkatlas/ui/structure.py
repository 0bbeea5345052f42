"""The Structure page's switches: by what to divide, and which contracts to count."""

import streamlit as st

from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.sheets.structure import CUTS, SPANS
from parkatlas.ui.kit import address
from parkatlas.ui.kit.markdown import plain


def chosen() -> tuple[str, str]:
    """Return the column to divide by and the span: those chosen, at first those of the address."""
    address.recall("cut", CUTS, CUTS[0])
    address.recall("span", SPANS, SPANS[0])
    return str(st.session_state["cut"]), str(st.session_state["span"])


def choose() -> None:
    """Draw the switches: by what to divide, and whether all contracts or those of the year count."""
    with st.container(horizontal=True, key="structure-switches"):
        for key, offered, say in (("cut", CUTS, _cut_name), ("span", SPANS, _span_name)):
            st.segmented_control(
                text(f"structure.{key}"),
                offered,
                format_func=lambda one, say=say: plain(say(one)),
                key=key,
                required=True,
                width="content",
            )
            address.publish(key, offered[0])


def _cut_name(by: str) -> str:
    return column(by).label


def _span_name(span: str) -> str:
    return text(f"structure.span_{span}")
