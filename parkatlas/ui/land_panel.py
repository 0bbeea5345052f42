"""The Land page's panels: land left by park and industry, the idle land clock, the grades per mu."""

import pandas as pd
import streamlit as st

from parkatlas import charts
from parkatlas.messages import text
from parkatlas.ui import data, panels, store
from parkatlas.ui.markdown import plain

BY_PARK = (
    "park_name", "free_area_mu", "ready_free_area_mu", "developed_pct", "supplied_pct", "built_pct", "idle_land_mu",
    "land_per_project_mu", "room_count", "capacity_wan", "planned_area_mu", "supplied_area_mu", "built_area_mu",
)  # fmt: skip
BY_INDUSTRY = ("park_industry", "free_area_mu", "ready_free_area_mu", "capacity_wan", "park_count", "park_names")
IDLE = (
    "project_name", "park_name", "idle_state", "idle_days", "land_mu", "agreed_start_on", "idle_on", "reclaim_on",
    "contract_wan", "unit_name", "leader_name",
)  # fmt: skip
GRADES = (
    "project_name", "park_name", "grade", "grade_score", "grade_place", "tax_wan_per_mu", "output_wan_per_mu",
    "done_wan_per_mu", "land_mu", "producing_on",
)  # fmt: skip


def by_park(parks: pd.DataFrame) -> None:
    """Draw what each park has left; name the parks whose areas contradict each other."""
    if parks["free_area_mu"].notna().any():
        panels.chart(charts.land.by_park, parks, "land_by_park_chart")
    else:
        st.caption(text("places.no_land"))
    wrong = parks.loc[parks["is_contradictory"].astype(bool), "park_name"]
    if len(wrong):
        names = text("pages.list_comma").join(wrong.head(10))
        st.warning(plain(text("land.contradictory", count=len(wrong), names=names)), icon=":material/warning:")


def by_industry(rows: pd.DataFrame) -> None:
    """Draw the free land open to each leading industry, where any park states both."""
    if rows["free_area_mu"].notna().any():
        panels.chart(charts.land.by_industry, rows, "land_by_industry_chart")
    else:
        st.caption(text("land.no_industry"))


def idle() -> None:
    """Draw the clock of the land whose agreed start has passed; say so where none is."""
    rows = data.ask("idle_land", most=data.MOST_ROWS)
    if rows.empty:
        st.caption(text("land.no_clock"))
    else:
        panels.chart(charts.land.idle, rows, "idle_land_chart")


def grades() -> None:
    """Draw how the grades divide and the rule that made them; say so where no project produces."""
    rows = data.ask_whole("grades")
    if rows.empty:
        st.caption(text("land.no_producing"))
        return
    panels.chart(charts.land.grades, rows, "grades_chart")
    rule = store.workspace().settings.grades.model_dump()
    said = {name: f"{value:g}" for name, value in rule.items()}
    st.caption(plain(text("land.rule", **said)))
