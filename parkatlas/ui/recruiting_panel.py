"""The Recruiting page's panel: trips of the year or all, and the tables of teams, regions and trips."""

from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from parkatlas.messages import text
from parkatlas.ui import address, data, filters, panels

if TYPE_CHECKING:
    import pandas as pd

_SPANS = ("year", "all")
_TEAMS = (
    "team_name", "trip_region", "trip_count", "trip_days", "visited_count", "lead_count", "brought_count",
    "brought_signed_count", "brought_contract_wan", "brought_in_place_wan", "has_result", "unit_name", "last_trip_on",
)  # fmt: skip
_REGIONS = (
    "trip_region", "trip_count", "team_count", "trip_days", "visited_count", "lead_count", "brought_count",
    "brought_signed_count", "brought_contract_wan", "brought_in_place_wan", "region_signed_count", "signed_since_count",
    "region_contract_wan", "region_in_place_wan",
)  # fmt: skip
_TRIPS = (
    "first_on", "team_name", "trip_region", "trip_days", "visited_count", "lead_count", "brought_names",
    "brought_contract_wan", "trip_leader_name", "traveller_count", "unit_name", "trip_notes",
)  # fmt: skip


def ask(query: str) -> "pd.DataFrame":
    """Ask a question about the trips of the span chosen."""
    address.recall("span", _SPANS, _SPANS[0])
    return data.ask(query, since=_since())


def is_empty() -> bool:
    """Tell whether no trip is known at all, of whatever span and unit."""
    return not len(data.ask("recruiting_trips", since=None, units=None, most=1))


def choose() -> None:
    """Draw the switch between the trips of the year and all."""
    st.segmented_control(
        text("recruiting.span"),
        _SPANS,
        format_func=lambda span: text(f"recruiting.span_{span}"),
        key="span",
        required=True,
        label_visibility="collapsed",
    )
    address.publish("span", _SPANS[0])


def tables() -> None:
    """Draw the teams, the regions and every trip; exports hold every row and column."""
    for query, title, columns in (
        ("recruiting_by_team", "recruiting_teams", _TEAMS),
        ("recruiting_by_region", "recruiting_regions", _REGIONS),
        ("recruiting_trips", "recruiting_trips", _TRIPS),
    ):
        panels.table(query, title, columns, since=_since())


def _since() -> date | None:
    return filters.as_of().replace(month=1, day=1) if st.session_state["span"] == "year" else None
