"""The Peers page's choice: which indicator is drawn."""

import streamlit as st

from parkatlas import sheets
from parkatlas.messages import text
from parkatlas.ui.kit import address, data


def indicator(ask: sheets.Asking) -> str:
    """Return the indicator chosen, at first the one of the address, else the first; "" where there is none."""
    offered = _offered(ask)
    address.recall("indicator", offered, offered[0] if offered else "")
    return str(st.session_state["indicator"])


def choose(_: sheets.Choice) -> None:
    """Draw the choice of an indicator."""
    offered = _offered(data.asking())
    st.selectbox(text("peers.indicator"), offered, key="indicator", width=420)
    address.publish("indicator", offered[0])


def _offered(ask: sheets.Asking) -> list[str]:
    return list(dict.fromkeys(sheets.peers.ranks(ask)["indicator"]))
