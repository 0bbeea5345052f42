"""The Peers page's choice: which indicator is drawn."""

import streamlit as st

from parkatlas import sheets
from parkatlas.messages import text
from parkatlas.ui.kit import data
from parkatlas.ui.kit.choice import Choice

_INDICATOR = Choice("peers", "indicator")


def indicator(ask: sheets.Asking) -> str:
    """Return the indicator chosen, at first the one of the address, else the first; "" where there is none."""
    return _INDICATOR.among(_offered(ask))


def choose(_: sheets.Choice) -> None:
    """Draw the choice of an indicator."""
    _INDICATOR.draw(st.selectbox, text("peers.indicator"), _offered(data.asking()), str, width=420)


def _offered(ask: sheets.Asking) -> list[str]:
    return [str(one) for one in sheets.peers.offers(ask)["indicator"]]
