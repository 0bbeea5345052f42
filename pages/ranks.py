"""Ranks: who leads among units and among parks by any metric, who rose and who fell."""

import streamlit as st

from parkatlas import charts, words
from parkatlas.ui import panels, ranks_panel

ranks = ranks_panel.ask()
panels.heading("ranks", words.ranks.finding(ranks))

if ranks.empty:
    panels.nothing_found("ranks")
    st.stop()

rows = ranks_panel.choose(ranks)
panels.figures(words.ranks.figures(rows))
panels.chart(charts.ranks.league, rows, "ranks_league")
ranks_panel.table(rows)
panels.method("ranks")
