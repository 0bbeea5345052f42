"""Recruiting: where the recruiting teams went, and what each region and team brought in."""

from typing import TYPE_CHECKING

from parkatlas import charts, words
from parkatlas.sheets.model import Offers, Sheet

if TYPE_CHECKING:
    from parkatlas.sheets.asking import Asking

SPANS = ("year", "all")
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


def offers(_: "Asking", **__: object) -> Offers:
    """Return what may be chosen."""
    return {"span": SPANS}


def sheet(ask: "Asking", span: str = SPANS[0]) -> Sheet:
    """Return what the page says of the trips of the year, or of all (``span``)."""
    since = ask.scope.as_of.replace(month=1, day=1) if span == "year" else None
    regions, teams = ask("recruiting_by_region", since=since), ask("recruiting_by_team", since=since)
    finding = words.recruiting.finding(regions, teams)
    if ask("recruiting_trips", since=None, units=None, most=1).empty:  # of whatever span and unit
        return ask.lacking("recruiting", "recruiting", finding)
    question, title = ask.question("recruiting_by_region", since=since), words.recruiting.by_region_title(regions)
    return ask.sheet(
        "recruiting",
        finding,
        words.recruiting.figures(regions, teams),
        [
            ask.chart("recruiting_regions", charts.recruiting.by_region, regions, title, question=question),
            ask.table("recruiting_by_team", "recruiting_teams", _TEAMS, since=since),
            ask.table("recruiting_by_region", "recruiting_regions", _REGIONS, since=since),
            ask.table("recruiting_trips", "recruiting_trips", _TRIPS, since=since),
        ],
    )
