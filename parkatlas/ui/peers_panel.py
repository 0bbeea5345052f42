"""The Peers page's panel: which indicator is drawn, and the table of all regions."""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from parkatlas.messages import text
from parkatlas.ui import address, data, panels, store
from parkatlas.ui.markdown import plain

if TYPE_CHECKING:
    import pandas as pd

_COLUMNS = ("indicator", "peer_name", "peer_value", "peer_rank", "growth_pct", "growth_rank")


def region() -> str:
    """Return the name of the workspace's own region."""
    return store.workspace().settings.region.name


def ask() -> "pd.DataFrame":
    """Ask where each region stands by each indicator."""
    return data.ask("peer_ranks", region=region())


def choose(rows: "pd.DataFrame") -> "pd.DataFrame":
    """Draw the choice of an indicator and return its rows."""
    offered = list(dict.fromkeys(rows["indicator"]))
    address.recall("indicator", offered, offered[0])
    chosen = st.selectbox(text("peers.indicator"), offered, key="indicator", width=420)
    address.publish("indicator", offered[0])
    return rows[rows["indicator"] == chosen]


def table(rows: "pd.DataFrame") -> None:
    """Draw all regions by all indicators; exports hold how many were ranked too."""
    caption = panels.caption_of(text("peers.all"))
    st.subheader(plain(caption.title), anchor=False)
    panels.rows_table(rows[list(_COLUMNS)], "table-peers")
    panels.downloads("peers", caption, partial(data.ask_whole, "peer_ranks", region=region()))
