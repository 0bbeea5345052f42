"""Pipeline: how far projects came, where they are stuck, and who has to push them on."""

import streamlit as st

from parkatlas import words
from parkatlas.ui import data, panels, pipeline_panel

rates = data.ask("pipeline_rates")
cohorts = data.ask("pipeline_cohorts")
panels.heading("pipeline", words.pipeline.finding(rates))

if cohorts.empty:
    panels.nothing_found("region")
    st.stop()

panels.figures(words.pipeline.figures(rates))
pipeline_panel.recall()
left, right = st.columns([3, 2])
with left:
    stages = pipeline_panel.stages(cohorts)
with right:
    pipeline_panel.groups(data.ask("work_groups"), data.ask("pipeline_gap_totals"))
pipeline_panel.listed()
panels.table("stuck_projects", "pipeline_stuck", pipeline_panel.STUCK)
pipeline_panel.obstacles(data.ask("obstacles_open", most=data.MOST_ROWS))
left, right = st.columns([3, 2])
with left:
    pipeline_panel.durations(stages)
with right:
    panels.table("pipeline_cohorts", "pipeline_cohorts", pipeline_panel.COHORTS)
panels.table("pipeline_gaps", "pipeline_fallen", pipeline_panel.FALLEN, pipeline_gap="fallen_back")
panels.table("pipeline_gaps", "pipeline_dropped", pipeline_panel.DROPPED, pipeline_gap="dropped")
panels.method("pipeline")
