"""Intensity: which parks and projects reach the entry threshold per mu."""

import streamlit as st

from parkatlas import charts, words
from parkatlas.ui import data, panels

totals = data.ask("overview_totals")
panels.heading("intensity", words.sentences.intensity(totals))

if panels.is_empty(totals):
    panels.nothing_found("region")
    st.stop()

panels.figures(words.sentences.intensity_figures(totals))
panels.chart(charts.intensity.by_park, data.ask("intensity_by_park"), "intensity_by_park")
left, right = st.columns(2)
with left:
    distribution = data.ask("intensity_distribution", bin_width=20.0, bin_top=300.0)
    panels.chart(charts.intensity.distribution, distribution, "intensity_distribution")
with right:
    sensitivity = data.ask("threshold_sensitivity")
    panels.chart(charts.intensity.sensitivity, sensitivity, "intensity_sensitivity", data.threshold())
panels.table("intensity_by_project", "intensity_below", panels.BELOW, verdict="short")
panels.table("data_gaps", "intensity_gaps", panels.GAPS)
panels.table("place_issues", "intensity_places", panels.PLACES)
panels.method("intensity")
