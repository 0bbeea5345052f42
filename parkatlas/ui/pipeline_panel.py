"""The pipeline on a page: the funnel, work groups and lists as numbers to click, and the list that was clicked."""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from parkatlas import briefing, charts, formats, terms
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.ui import address, data, frame, panels
from parkatlas.ui.listing import Listed
from parkatlas.ui.markdown import plain

if TYPE_CHECKING:
    import pandas as pd

STUCK = (
    "project_name", "stage", "stage_days", "over_days", "leader_name", "officer_name", "contract_wan", "obstacle_kind",
    "description", "unit_name", "park_name", "intended_wan", "limit_days", "obstacle_count",
)  # fmt: skip
FALLEN = (
    "project_name", "earlier_stage", "earlier_period", "stage", "stage_on", "leader_name", "officer_name",
    "contract_wan", "intended_wan", "unit_name", "park_name",
)  # fmt: skip
DROPPED = (
    "project_name", "drop_reason", "stage_on", "contract_wan", "intended_wan", "unit_name", "park_name", "leader_name",
    "officer_name",
)  # fmt: skip
COHORTS = (
    "cohort_year", "project_count", "ever_signed_share_pct", "ever_started_share_pct", "ever_producing_share_pct",
)  # fmt: skip
_LISTED = (
    "project_name", "stage", "stage_on", "stage_days", "over_days", "contract_wan", "intended_wan", "in_place_wan",
    "park_name", "unit_name", "leader_name", "officer_name",
)  # fmt: skip
_OBSTACLES = (
    "description", "project_count", "overdue_days", "unit_name", "open_days", "obstacle_kind", "contract_wan",
    "intended_wan", "due_on",
)  # fmt: skip
_KINDS = ("obstacle_kind", "obstacle_count", "overdue_count", "project_count", "contract_wan", "intended_wan")
_FUNNEL = "pipeline_funnel"


def stages(cohorts: "pd.DataFrame") -> "pd.DataFrame":
    """Draw the choice of the year begun and its funnel; return the rows of ``pipeline_stages`` behind it."""
    years = [str(year) for year in cohorts["cohort_year"].dropna().astype(int)]
    address.recall("cohort", ["", *years], "")
    year = st.segmented_control(
        column("cohort_year").label,
        ["", *years],
        format_func=lambda choice: plain(choice) or text("pages.all"),
        key="cohort",
        required=True,
        help=text("pipeline.cohort_help"),
    )
    address.publish("cohort", "")
    rows = data.ask("pipeline_stages", cohort_year=int(year) if year else None)
    if rows["reached_stage_count"].fillna(0).any():
        clicked = partial(_clicked, int(year) if year else None)
        panels.chart(charts.pipeline.funnel, rows, _FUNNEL, on_select=clicked, selection_mode="points")
    else:
        st.caption(text("pipeline.no_stages"))
    return rows


def durations(rows: "pd.DataFrame") -> None:
    """Draw how long the stages take, where anybody has left one."""
    if rows["left_count"].any():
        panels.chart(charts.pipeline.durations, rows, "pipeline_durations")


def obstacles(weightiest: "pd.DataFrame") -> None:
    """Draw what stands in the way: the obstacle that holds up most in a sentence, every one, and their kinds."""
    said = briefing.pipeline.obstacle(weightiest)
    if said:
        st.markdown(f"##### {plain(said)}")
        left, right = st.columns([3, 2])
        with left:
            panels.table("obstacles_open", "pipeline_obstacles", _OBSTACLES)
        with right:
            panels.table("obstacles_by_kind", "pipeline_kinds", _KINDS)


def groups(by_group: "pd.DataFrame", gaps: "pd.DataFrame") -> None:
    """Draw the work groups and the lists that call for action, each a button that lists its projects."""
    with frame.card("groups", gap="small"):
        st.markdown(f"**{text('pipeline.groups')}**", help=text("pipeline.groups_help"))
        for _, row in by_group.iterrows():
            code = row["work_group"] if isinstance(row["work_group"], str) else ""
            _number(Listed("group", code), row, terms.label("work_group", code) if code else text("pipeline.unstated"))
        st.markdown(f"**{text('pipeline.lists')}**", help=text("pipeline.lists_help"))
        for _, row in gaps.iterrows():
            _number(Listed("gap", row["pipeline_gap"]), row, terms.label("pipeline_gap", row["pipeline_gap"]))


def listed() -> None:
    """Draw the list that was clicked, with the way to see it on the map; a hint where none was."""
    chosen = _chosen()
    with st.container(key="listed"):
        if chosen is None:
            st.caption(f":material/ads_click: {text('pipeline.hint')}")
            return
        panels.titled_table(
            "pipeline_projects", panels.caption_of(chosen.label), "pipeline_listed", _LISTED, **chosen.params
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            st.page_link(
                "pages/park_map.py",
                label=text("pipeline.light_up"),
                icon=":material/map:",
                query_params={"lit": chosen.words},
                width="content",
            )
            st.button(text("pipeline.close"), icon=":material/close:", type="tertiary", on_click=_choose, args=("",))


def recall() -> None:
    """Take over the list that the address names, if there is such a list, and write it there again."""
    said = st.session_state.get("listed", st.query_params.get("listed"))
    st.session_state["listed"] = said if Listed.read(said) else ""
    address.publish("listed")


def _chosen() -> Listed | None:
    return Listed.read(st.session_state.get("listed"))


def _choose(words: str) -> None:
    st.session_state["listed"] = words
    address.publish("listed")


def _clicked(year: int | None) -> None:
    """List the stage whose bar was clicked."""
    points = st.session_state[f"chart-{_FUNNEL}"]["selection"]["points"]
    stage = points[0].get("customdata") if points else None
    if stage:
        _choose(Listed("stage", stage[0] if isinstance(stage, list) else stage, year).words)


def _number(which: Listed, row: "pd.Series[object]", name: str) -> None:
    """Draw one number to click: the list's name, how many, how much money; a second click closes the list."""
    is_chosen = _chosen() == which
    count = int(row["project_count"])
    # Each piece an element of its own, which static/frame.css puts into columns.
    pieces = [
        f"**{plain(name)}**",
        f":primary[{plain(formats.quantity(count, '个'))}]",
        f":gray[{plain(briefing.pipeline.money(row))}]",
    ]
    if row.get("stuck_count"):
        pieces.append(f":orange[{plain(text('pipeline.stuck_of', count=row['stuck_count']))}]")
    st.button(
        " ".join(pieces),
        key=f"number-{which.words}",
        width="stretch",
        type="primary" if is_chosen else "secondary",
        disabled=not count,
        on_click=_choose,
        args=("" if is_chosen else which.words,),
    )
