"""What recruiting trips brought, by team and by source region: only what the table of trips links, nothing by guess."""

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.queries.toy import County, project

DAY = "2026-06-30"


def on(text):
    return dt.date.fromisoformat(text)


def trip(team, region, first, **facts):
    return {"team_name": team, "trip_region": region, "first_on": on(first)} | facts


def signed(name, day, region="pearl", **facts):
    """Return a project signed on a day for 5000 万元, of which 100 are in place."""
    usual = {"source_region": region, "signed_on": on(day), "contract_wan": 5000.0, "in_place_wan": 100.0}
    return project(name, **(usual | facts))


def records(name, rows, trips, **params):
    """Return the answer of one of the three questions as records, after a ledger of June and a table of trips."""
    county = County()
    county.ledger("2026-06", *rows)
    if trips:
        county.trips(*trips)
    answer = county.ask(name, DAY, **params)
    return answer.astype(object).where(answer.notna(), None).to_dict("records")


def region(code, rows, trips, **params):
    (row,) = [row for row in records("recruiting_by_region", rows, trips, **params) if row["trip_region"] == code]
    return row


def test_a_project_counts_for_a_team_only_if_a_trip_names_it():
    rows = [signed("一", "2026-03-10"), signed("二", "2026-03-10")]
    trips = [trip("甲队", "pearl", "2026-03-01", brought=("一",)), trip("乙队", "pearl", "2026-03-01")]
    first, second = records("recruiting_by_team", rows, trips)
    assert (first["team_name"], first["brought_signed_count"], first["brought_contract_wan"]) == ("甲队", 1, 5000)
    assert (second["team_name"], second["brought_count"], second["has_result"]) == ("乙队", 0, False)


def test_by_region_results_of_trips_stand_beside_all_contracts():
    rows = [signed("一", "2026-03-10"), signed("二", "2026-02-10"), signed("三", "2026-03-10", "hmt")]
    row = region("pearl", rows, [trip("甲队", "pearl", "2026-03-01", brought=("一",))])
    assert (row["brought_count"], row["region_signed_count"], row["signed_since_count"]) == (1, 2, 1)
    assert (row["brought_contract_wan"], row["region_contract_wan"], row["region_in_place_wan"]) == (5000, 10_000, 200)


def test_every_region_has_its_row_without_a_trip_too():
    rows = records("recruiting_by_region", [signed("一", "2026-03-10", "hmt")], [trip("甲队", "pearl", "2026-03-01")])
    assert len(rows) == 7
    (row,) = [row for row in rows if row["trip_region"] == "hmt"]
    assert (row["trip_count"], row["trip_days"], row["signed_since_count"]) == (0, None, None)
    assert row["region_signed_count"] == 1


def test_what_was_signed_before_the_trip_is_not_brought_by_it():
    trips = [trip("甲队", "pearl", "2026-03-01", brought=("一", "二"))]
    (row,) = records("recruiting_by_team", [signed("一", "2026-02-28"), signed("二", "2026-03-01")], trips)
    assert (row["brought_count"], row["early_count"], row["brought_contract_wan"]) == (1, 1, 5000)


def test_a_project_on_two_trips_counts_once_and_for_each_team():
    rows = [signed("一", "2026-03-10")]
    days = ("2026-03-01", "2026-03-05")
    trips = [trip(team, "pearl", day, brought=("一",)) for team in ("甲队", "乙队") for day in days]
    assert [row["brought_count"] for row in records("recruiting_by_team", rows, trips)] == [1, 1]
    assert region("pearl", rows, trips)["brought_count"] == 1


@pytest.mark.parametrize(
    ("facts", "brought", "with_contract", "money"),
    [
        ({"stage": "agreement", "signed_on": None}, 1, 0, None),
        ({"stage": "dropped"}, 0, 0, None),
        ({"signed_on": None}, 1, 1, 5000),
        ({"contract_wan": None}, 1, 1, None),
    ],
)
def test_only_a_contract_has_contract_money_and_a_dropped_project_none(facts, brought, with_contract, money):
    trips = [trip("甲队", "pearl", "2026-03-01", brought=("一",))]
    (row,) = records("recruiting_by_team", [signed("一", "2026-03-10", **facts)], trips)
    assert (row["brought_count"], row["brought_signed_count"], row["brought_contract_wan"]) == (
        brought,
        with_contract,
        money,
    )


def test_trip_days_count_both_ends_and_end_at_the_day_asked():
    trips = [
        trip("甲队", "pearl", "2026-03-01", last_on=on("2026-03-04")),
        trip("乙队", "pearl", "2026-06-21"),
        trip("丙队", "pearl", "2026-06-29", last_on=on("2026-07-09")),
        trip("丁队", "pearl", "2026-07-01"),
    ]
    days = {
        row["team_name"]: row["trip_days"] for row in records("recruiting_trips", [signed("一", "2026-01-01")], trips)
    }
    assert days == {"丙队": 2, "乙队": 10, "甲队": 4}


def test_a_table_that_names_no_project_leaves_results_open():
    (row,) = records("recruiting_by_team", [signed("一", "2026-03-10")], [trip("甲队", "pearl", "2026-03-01")])
    assert [row[name] for name in ("brought_count", "early_count", "lead_count", "has_result")] == [None] * 4
    (row,) = records("recruiting_by_team", [], [trip("甲队", "pearl", "2026-03-01", lead_count=2)])
    assert (row["brought_count"], row["has_result"]) == (None, True)


def test_a_span_takes_the_trips_begun_and_contracts_signed_in_it():
    rows = [signed("一", "2025-12-31"), signed("二", "2026-01-02")]
    trips = [trip("甲队", "pearl", day, brought=("二",)) for day in ("2025-12-31", "2026-01-01")]
    row = region("pearl", rows, trips, since=on("2026-01-01"))
    assert (row["trip_count"], row["brought_count"], row["region_signed_count"]) == (1, 1, 1)


def test_a_unit_keeps_what_its_teams_brought_whoever_introduced_it():
    rows = [signed("一", "2026-03-10", unit_name="乙局")]
    trips = [
        trip("甲队", "pearl", "2026-03-01", unit_name="甲局", brought=("一",)),
        trip("乙队", "pearl", "2026-03-01", unit_name="乙局"),
    ]
    (row,) = records("recruiting_by_team", rows, trips, units=["甲局"])
    assert (row["team_name"], row["brought_count"]) == ("甲队", 1)
    assert region("pearl", rows, trips, units=["甲局"])["region_signed_count"] == 0


def test_parks_industries_and_stages_choose_projects_not_trips():
    rows = [signed("一", "2026-03-10", industry_name="玻璃"), signed("二", "2026-03-10", industry_name="钢")]
    row = region("pearl", rows, [trip("甲队", "pearl", "2026-03-01", brought=("一", "二"))], industries=["钢"])
    assert (row["trip_count"], row["brought_count"], row["region_signed_count"]) == (1, 1, 1)


def test_the_newest_table_holds_until_it_is_undone():
    county = County()
    county.trips(trip("甲队", "pearl", "2026-03-01"))
    second = county.trips(trip("乙队", "pearl", "2026-03-01"))
    assert county.one("recruiting_trips", DAY)["team_name"] == "乙队"
    county.undo(second)
    assert county.one("recruiting_trips", DAY)["team_name"] == "甲队"


TEAMS, NAMES, REGIONS = ("甲队", "乙队"), ("一", "二", "三"), ("pearl", "hmt")
TRIP = st.tuples(st.sampled_from(TEAMS), st.sampled_from(REGIONS), st.integers(1, 9), st.sets(st.sampled_from(NAMES)))


@settings(max_examples=12)
@given(
    st.lists(TRIP, max_size=5, unique_by=lambda row: row[:3]),
    st.dictionaries(st.sampled_from(NAMES), st.integers(1, 9), min_size=1),
)
def test_teams_bring_what_plain_python_counts(trips, days):
    """Each is signed on its day of March and counts for a team and region with a trip no later that names it."""
    expected = {}
    for team, place, first, named in trips:
        brought = {name for name in named if name in days and days[name] >= first}
        expected[team, place] = expected.get((team, place), set()) | brought
    rows = [signed(name, f"2026-03-{day:02d}") for name, day in days.items()]
    trip_rows = [trip(team, place, f"2026-03-{first:02d}", brought=named) for team, place, first, named in trips]
    answer = pd.DataFrame(records("recruiting_by_team", rows, trip_rows) if trip_rows else [])
    counted = {(row.team_name, row.trip_region): row.brought_count or 0 for row in answer.itertuples()}
    assert counted == {key: len(names) for key, names in expected.items()}
