"""Structure: how contracts divide by scale, industry, source, park and unit, in number and in money."""

import streamlit as st

from parkatlas import charts, words
from parkatlas.ui import panels, structure_panel

cut = structure_panel.cut()
parts = structure_panel.ask(cut)
panels.heading("structure", words.structure.finding(cut, parts))
structure_panel.choose()

if parts.empty:
    panels.nothing_found("region")
    st.stop()

tiers, sectors = structure_panel.ask("scale_tier"), structure_panel.ask("industry_sector")
panels.figures(words.structure.figures(tiers, sectors))
panels.chart(charts.structure.by_cut, parts, "structure_parts", cut)
structure_panel.table(parts, cut)
panels.method("structure")
