"""The Glossary page's search."""

import streamlit as st

from parkatlas import sheets
from parkatlas.messages import text

_SEARCH = "glossary_search"


def searched() -> str:
    """Return what was searched for."""
    return str(st.session_state.get(_SEARCH, ""))


def search(_: sheets.Choice) -> None:
    """Draw the search."""
    st.text_input(text("glossary.search"), key=_SEARCH, icon=":material/search:")
