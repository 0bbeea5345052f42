"""Ranks by what was brought: units and parks among their like, ties shared, risen and fallen; plain Python agrees."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.queries.test_target_properties import COUNTS, DAYS, MONEY, done
from tests.queries.toy import County, park, project


def signed(unit, park_name, day, count=1):
    """Return so many projects of a unit in a park, signed on a day."""
    return [
        project(f"{unit}{park_name}{day}{i}", park_name, unit_name=unit, signed_on=day, contract_wan=1000.0)
        for i in range(count)
    ]


def of(county, group, day="2026-02-28", metric="project_count"):
    """Return the rows of a group by one metric, by name."""
    return county.ask("ranks", day, ranked_group=group, metrics=[metric]).set_index("ranked_name")


@pytest.fixture
def county():
    """甲 signs in 东园, 乙 in 西园, nobody in 空园; in 2025 东园 alone; in January 2026 it leads, in February 西园."""
    made = County()
    made.units(甲="township", 乙="zone", 丙局="department")
    made.parks(park("东园"), park("西园"), park("空园"))
    old = signed("甲", "东园", date(2025, 2, 1))
    january = [*signed("甲", "东园", date(2026, 1, 5), 2), *signed("乙", "西园", date(2026, 1, 6))]
    made.ledger("2025-02", *old)
    made.ledger("2026-01", *old, *january)
    made.ledger("2026-02", *old, *january, *signed("乙", "西园", date(2026, 2, 6), 3))
    return made


def test_parks_rank_by_the_year_s_results_and_empty_ones_last(county):
    assert of(county, "park")[["done_value", "place"]].to_dict("index") == {
        "西园": {"done_value": 4, "place": 1},
        "东园": {"done_value": 2, "place": 2},
        "空园": {"done_value": 0, "place": 3},
    }


def test_parks_rise_since_the_month_before_and_since_last_year(county):
    rows = of(county, "park")
    assert rows["place_before"].to_dict() == {"西园": 2, "东园": 1, "空园": 3}
    assert rows["places_risen"].to_dict() == {"西园": 1, "东园": -1, "空园": 0}
    # In February 2025 only 东园 had any: the two without share the second place.
    assert rows["place_year_ago"].to_dict() == {"西园": 2, "东园": 1, "空园": 2}
    assert rows["places_risen_year"].to_dict() == {"西园": 1, "东园": -1, "空园": -1}


def test_units_rank_without_any_target_departments_apart(county):
    assert of(county, "territory")["place"].to_dict() == {"乙": 1, "甲": 2}
    assert of(county, "department")["place"].isna().all()  # nothing brought: no rank of naughts


def test_ties_share_a_place():
    county = County()
    county.ledger("2026-01", *signed("甲", "东园", date(2026, 1, 5)), *signed("乙", "西园", date(2026, 1, 5)))
    assert of(county, "park", "2026-01-31")["place"].to_dict() == {"东园": 1, "西园": 1}


def test_a_first_ledger_has_no_places_to_compare_with():
    county = County()
    county.ledger("2026-01", *signed("甲", "东园", date(2026, 1, 5)))
    row = of(county, "park", "2026-01-31")
    assert row[["place_before", "places_risen", "place_year_ago", "places_risen_year"]].isna().all(axis=None)


def test_a_park_whose_projects_state_no_money_has_no_place():
    county = County()
    county.ledger("2026-01", *signed("甲", "东园", date(2026, 1, 5)), project("无", "西园", signed_on=date(2026, 1, 7)))
    rows = of(county, "park", "2026-01-31", "contract_wan")
    assert rows.loc["东园", ["place", "place_count"]].tolist() == [1, 1]
    assert rows.loc["西园", ["done_value", "place"]].isna().all()


def test_a_filter_shows_fewer_parks_and_leaves_their_places(county):
    assert county.ask("ranks", parks=["东园"], ranked_group="park", metrics=["project_count"])["place"].tolist() == [2]


PROJECT = st.fixed_dictionaries(
    {
        "unit_name": st.sampled_from(["甲", "乙", None]),
        "stated_park_name": st.sampled_from(["东园", "西园", None]),
        "stage": st.sampled_from(["started", "dropped"]),
        **dict.fromkeys(("signed_on", "started_on", "producing_on"), DAYS),
        **dict.fromkeys(MONEY, st.sampled_from([None, 0.5, 40.0, 10_000.0])),
    }
)


@settings(max_examples=8, deadline=None)
@given(st.lists(PROJECT, max_size=10))
def test_every_place_is_one_more_than_those_who_brought_more(rows):
    county = County()
    county.ledger("2026-04", *(project(f"{i}") | row for i, row in enumerate(rows)))
    answers = county.ask("ranks", "2026-04-30")
    for key, group, names in (("unit_name", "unsorted", "甲乙"), ("stated_park_name", "park", ("东园", "西园"))):
        present = [name for name in names if any(row[key] == name and row["stage"] != "dropped" for row in rows)]
        for metric in (*COUNTS, *MONEY):
            values = {name: done([row for row in rows if row[key] == name], metric) for name in present}
            part = answers[(answers["ranked_group"] == group) & (answers["metric"] == metric)]
            assert _places(part) == _expected(values)


def _places(rows):
    """Return the places that SQL gives, by name, those without one left out."""
    return rows.dropna(subset="place").set_index("ranked_id")["place"].to_dict()


def _expected(values):
    stated = {name: value for name, value in values.items() if value is not None}
    if not any(stated.values()):
        return {}
    return {name: 1 + sum(other > value for other in stated.values()) for name, value in stated.items()}
