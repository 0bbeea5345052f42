"""Time: what each month and quarter brought, which of them slumped, and where the year is heading."""

import streamlit as st

from parkatlas import words
from parkatlas.ui import data, panels, trend_panel

metric = trend_panel.metric()
progress = data.ask("progress_by_month")
to_date = data.ask("cumulative_by_month")
panels.heading("trend", words.trend.finding(progress, to_date, metric))

if not trend_panel.has_any(progress):
    panels.nothing_found("trend")
    st.stop()

panels.figures(words.trend.figures(progress, to_date))
grain = trend_panel.choose()
trend_panel.bars(progress, metric, grain)
trend_panel.year(progress, to_date, metric)
trend_panel.table(progress, metric, grain)
trend_panel.falls()
panels.method("trend")
