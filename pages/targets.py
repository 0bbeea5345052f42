"""Targets: how far the region and its units are against the year's targets and against the calendar."""

import streamlit as st

from parkatlas import charts, words
from parkatlas.ui import data, panels, targets_panel, targets_tables

progress = data.ask("target_progress")
by_unit = data.ask("targets_by_unit")
panels.heading("targets", words.targets.finding(progress, by_unit))

if progress.empty:
    panels.nothing_found("targets")
    st.stop()

panels.figures(words.targets.figures(progress, by_unit))
targets_panel.notes(progress)
if not by_unit.empty:
    group, metric = targets_panel.choose(by_unit)
    rows = targets_panel.of_group(by_unit, group)
    panels.chart(charts.targets.units, targets_panel.targeted(rows, metric), "targets_units", metric)
    targets_tables.lamps(progress, rows, metric, group)
    targets_tables.required(rows, metric, group)
targets_tables.region(progress)
panels.method("targets")
