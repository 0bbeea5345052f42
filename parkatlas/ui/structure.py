"""The Structure page's switches: by what to divide, and which contracts to count."""

from typing import Any

import streamlit as st

from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.sheets.structure import CUTS, SPANS
from parkatlas.ui.kit.choice import Choice
from parkatlas.ui.kit.markdown import plain

_CUT, _SPAN = Choice("structure", "cut"), Choice("structure", "span")


def chosen() -> tuple[str, str]:
    """Return the column to divide by and the span: those chosen, at first those of the address."""
    return _CUT.among(CUTS), _SPAN.among(SPANS)


def choose() -> None:
    """Draw the switches: by what to divide, and whether all contracts or those of the year count."""
    with st.container(horizontal=True, key="structure-switches"):
        how: dict[str, Any] = {"required": True, "width": "content"}
        _CUT.draw(st.segmented_control, text("structure.cut"), CUTS, _cut_name, **how)
        _SPAN.draw(st.segmented_control, text("structure.span"), SPANS, _span_name, **how)


def _cut_name(by: str) -> str:
    return plain(column(by).label)


def _span_name(span: str) -> str:
    return plain(text(f"structure.span_{span}"))
