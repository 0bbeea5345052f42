"""Peers: where the region stands among others, by each indicator and by its growth."""

import streamlit as st

from parkatlas import charts, words
from parkatlas.ui import panels, peers_panel

ranks = peers_panel.ask()
panels.heading("peers", words.peers.finding(ranks, peers_panel.region()))

if ranks.empty:
    panels.nothing_found("peers")
    st.stop()

panels.figures(words.peers.figures(ranks))
panels.chart(charts.peers.ranking, peers_panel.choose(ranks), "peers_ranking")
peers_panel.table(ranks)
panels.method("peers")
