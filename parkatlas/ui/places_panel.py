"""One park or one project on a page: which one, its entry check, its stages, what changed, who answers for it."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from parkatlas import charts, formats, terms, words
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.ui import address, data, filters, frame, panels
from parkatlas.ui.markdown import plain

OBSTACLES = ("description", "overdue_days", "unit_name", "open_days", "obstacle_kind", "due_on", "project_count")
OFFICERS = ("leader_name", "officer_name", "project_count", "contract_wan", "project_names")
SCHEDULE = (
    "project_name", "stage", "schedule_days_late", "due_start_on", "begun_on", "due_completion_on", "finished_on",
    "contract_wan", "leader_name", "officer_name",
)  # fmt: skip
_NEIGHBOURS = (
    "project_name",
    "distance_m",
    "industry_name",
    "stage",
    "land_mu",
    "contract_wan",
    "intended_wan",
    "unit_name",
)
_CHANGES = ("period", "changed_field", "before_text", "after_text", "earlier_period")
_STAGES = ("stage", "reached_on", "planned_on", "days_late", "is_reached")
_TARGETS = ("metric", "target_value", "done_value", "completion_pct", "lamp", "ahead_points")
# What a project's page tells of ``queries/project_facts`` in its figures or its entry check; all else are facts.
_TOLD_ABOVE = {
    "project_name", "park_id", "stage", "land_mu", "contract_wan", "intended_wan", "done_fai_wan", "in_place_wan",
    "signed_on", "park_industries", "is_industry_fit", "invested_wan", "intensity_wan_per_mu", "threshold_wan_per_mu",
    "threshold_origin", "valid_from_on", "threshold_source", "shortfall_wan_per_mu", "shortfall_wan", "verdict",
}  # fmt: skip
# More names than these make a list that no browser likes; a search narrows them.
_MOST_OFFERED = 1000
_COLOURS = {"pass": "green", "short": "orange", "missing": "gray"}
_ICONS = {"pass": "check_circle", "short": "cancel", "missing": "help"}


def project() -> "pd.Series[Any] | None":
    """Draw the choice of a project and the ways to its map and park; return its row of ``project_facts``.

    None where there is no project, or none of the address's id, and that is said.
    """
    address.follow("project")
    chosen = st.session_state["project"]
    offered = _offered()
    facts = data.ask("project_facts", project_id=chosen or (offered[0][0] if offered else ""))
    if facts.empty and not offered and not chosen:
        panels.nothing_found("project")
        return None
    if chosen and facts.empty:
        st.warning(text("places.unknown_project"), icon=":material/search_off:")
        st.session_state["project"] = None
    names = dict(offered)
    if not facts.empty:
        names.setdefault(facts["project_id"].iloc[0], facts["project_name"].iloc[0])
        st.session_state["project"] = facts["project_id"].iloc[0]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _select("project", names)
        if not facts.empty:
            _ways(facts.iloc[0])
    return None if facts.empty else facts.iloc[0]


def park() -> "tuple[pd.Series[Any], pd.Series[Any]] | None":
    """Draw the choice of a park; return its rows of ``parks`` and ``intensity_by_park``.

    None where there is no park, or none of the address's id, and that is said.
    """
    address.follow("park")
    parks = data.ask("parks")
    chosen = st.session_state["park"] or (parks["park_id"].iloc[0] if len(parks) else "")
    fact, figure = data.park("parks", chosen), data.park("intensity_by_park", chosen)
    if parks.empty and fact is None and not st.session_state["park"]:
        panels.nothing_found("park")
        return None
    names = dict(zip(parks["park_id"], parks["park_name"], strict=True))
    if fact is None:
        st.warning(text("places.unknown_park"), icon=":material/search_off:")
        st.session_state["park"] = None
    else:
        names.setdefault(chosen, fact["park_name"])
        st.session_state["park"] = chosen
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _select("park", names)
        if fact is not None:
            _way("pages/park_map.py", "on_map", ":material/map:", chosen=f"park:{chosen}")
    return None if fact is None or figure is None else (fact, figure)


def entry(fact: "pd.Series[Any]") -> None:
    """Draw both conditions of entry, each with its verdict and what is missing."""
    with frame.card("entry", gap="small", height="stretch"):
        st.markdown(f"**{text('places.entry')}**", help=text("places.entry_help"))
        for condition in words.places.entry(fact):
            label = plain(text(f"places.is_{condition.verdict}"))
            badge = f":{_COLOURS[condition.verdict]}-badge[:material/{_ICONS[condition.verdict]}: {label}]"
            st.markdown(f"{badge}　{plain(condition.said)}")


def facts(fact: "pd.Series[Any]") -> None:
    """Draw every fact that is stated of a project, in the order of its query."""
    stated = [name for name in fact.index if name not in _TOLD_ABOVE and not formats.is_none(fact[name])]
    with frame.card("facts", gap="small"):
        st.markdown(f"**{text('places.facts')}**")
        panels.facts(fact, stated)


def history(rows: pd.DataFrame) -> None:
    """Draw a project's money over the ledgers; say so where none states any."""
    if len(rows) and charts.places.has_money(rows):
        panels.chart(charts.places.history, rows, "project_history")
    else:
        st.caption(text("places.no_money"))


def stages(rows: pd.DataFrame, project_id: str) -> None:
    """Draw when a project reached each stage beside when it was to."""
    caption = panels.caption_of(text("pages.project_stages"))
    st.subheader(plain(caption.title), anchor=False)
    panels.rows_table(rows[list(_STAGES)], f"table-stages-{project_id}")
    panels.downloads("project_stages", caption, partial(data.ask_whole, "project_stages", project_id=project_id))


def changes(project_id: str) -> None:
    """Draw what changed of a project from ledger to ledger, the newest first."""
    caption = panels.caption_of(text("pages.project_changes"))
    st.subheader(plain(caption.title), anchor=False)
    rows = data.ask("project_changes", project_id=project_id, most=data.MOST_ROWS)
    if rows.empty:
        st.caption(text("places.no_changes"))
        return
    panels.rows_table(words.places.changes(rows)[list(_CHANGES)], f"table-changes-{project_id}")
    panels.downloads(
        "project_changes",
        caption,
        lambda: words.places.changes(data.ask_whole("project_changes", project_id=project_id)),
    )


def neighbours(project_id: str) -> None:
    """Draw the other projects of a project's park, the nearest first."""
    caption = panels.caption_of(text("pages.project_neighbours"))
    # A key for each project: a tick that led here must not lead on.
    panels.titled_table("project_neighbours", caption, f"neighbours-{project_id}", _NEIGHBOURS, project_id=project_id)


def targets(rows: pd.DataFrame, park_id: str) -> None:
    """Draw a park's own targets with their lamps; "—" where it has none."""
    caption = panels.caption_of(text("pages.park_targets"))
    st.subheader(plain(caption.title), anchor=False)
    if rows.empty:
        st.caption(text("places.no_targets"))
        return
    said = [
        [formats.metric(row["metric"], float(row[name])) if not formats.is_none(row[name]) else None for name in
         ("target_value", "done_value")]
        for _, row in rows.iterrows()
    ]  # fmt: skip
    shown = rows.assign(
        metric=[_metric(row) for _, row in rows.iterrows()],
        target_value=[goal for goal, _ in said],
        done_value=[done for _, done in said],
        completion_pct=[formats.quantity(value, "%") for value in rows["completion_pct"]],
        ahead_points=[formats.quantity(value, "%") for value in rows["ahead_points"]],
        lamp=[charts.lamps.word(code) if charts.lamps.lit(code) else None for code in rows["lamp"]],
    )[list(_TARGETS)]
    config = {
        name: st.column_config.TextColumn(
            column(name).label, help=column(name).meaning, alignment="left" if name in ("metric", "lamp") else "right"
        )
        for name in _TARGETS
    }
    st.dataframe(shown, key=f"table-targets-{park_id}", column_config=config, hide_index=True, placeholder=formats.NONE)
    panels.downloads("park_targets", caption, partial(data.ask_whole, "park_targets", park_id=park_id))


def schedule(park_id: str) -> None:
    """Draw when a park's projects were to be built and when they are; the largest as bars, all in the table."""
    rows = data.ask("park_schedule", park_id=park_id)
    panels.chart(charts.schedule.gantt, rows, "park_gantt", filters.as_of())
    panels.frame_table(rows, "park_schedule", SCHEDULE)


def land(fact: "pd.Series[Any]") -> None:
    """Draw how a park's land divides; say so where the register does not state it."""
    if charts.places.has_land(fact):
        panels.chart(charts.places.land, fact.to_frame().T, "park_land")
    else:
        st.caption(text("places.no_land"))


def money(months: pd.DataFrame, name: str = "park_money") -> None:
    """Draw a park's money by month; say so where no ledger states any."""
    if len(months) and charts.places.has_money(months):
        panels.chart(charts.places.money, months, name)
    else:
        st.caption(text("places.no_park_money"))


def funnel(stages: pd.DataFrame) -> None:
    """Draw the stages of a park's projects, where any has reached one."""
    if stages["reached_stage_count"].fillna(0).any():
        panels.chart(charts.pipeline.funnel, stages, "park_stages")
    else:
        st.caption(text("pipeline.no_stages"))


def _metric(row: "pd.Series[Any]") -> str:
    metric = terms.label("metric", row["metric"])
    if row["target_tier"] == "base":
        return metric
    return text("places.of_tier", metric=metric, tier=terms.label("target_tier", row["target_tier"]))


def _offered() -> list[tuple[str, str]]:
    """Return ids and names of the projects to choose from, the largest first; with a search where they are too many."""
    rows = data.ask("project_choices", most=_MOST_OFFERED)
    if len(rows) == _MOST_OFFERED:
        words = st.text_input(text("places.search"), key="find", icon=":material/search:", max_chars=60).strip()[:60]
        rows = data.ask("project_choices", search=words, most=_MOST_OFFERED) if words else rows
    return list(zip(rows["project_id"], rows["project_name"], strict=True))


def _select(key: str, names: dict[str, str]) -> None:
    """Draw the choice among ``names`` by id; an empty one asks for a choice."""
    st.selectbox(
        text(f"places.choose_{key}"),
        list(names),
        index=None,
        key=key,
        format_func=lambda one: names.get(one, one),
        placeholder=text(f"places.choose_{key}"),
        width=520,
    )
    address.keep(key)


def _ways(fact: "pd.Series[Any]") -> None:
    if not formats.is_none(fact["lon"]):
        _way("pages/park_map.py", "on_map", ":material/map:", chosen=f"project:{fact['project_id']}")
    if not formats.is_none(fact["park_id"]):
        _way("pages/park.py", "its_park", ":material/factory:", park=fact["park_id"])


def _way(page: str, name: str, icon: str, **query: str) -> None:
    st.page_link(page, label=text(f"places.{name}"), icon=icon, query_params=query, width="content")
