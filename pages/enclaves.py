"""Enclaves: who brings projects to whose parks, whether they may enter, and who is credited with them."""

import streamlit as st

from parkatlas import charts, words
from parkatlas.ui import data, enclaves_panel, panels

place = st.container()
year = enclaves_panel.choose_year()
flows = data.ask("enclave_flows", year=year)
with place:
    panels.heading("enclaves", words.enclaves.finding(flows))

if flows.empty:
    panels.nothing_found("enclaves")
    st.stop()

panels.figures(words.enclaves.figures(flows))
enclaves_panel.flows_map(flows)
panels.chart(charts.enclaves.matrix, flows, "enclaves_matrix")
panels.table("enclave_flows", "enclaves_flows", enclaves_panel.FLOWS, year=year)
enclaves_panel.entries(year)
enclaves_panel.books(year)
panels.method("enclaves")
