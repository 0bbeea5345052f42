"""Ranks of units: ties shared, groups apart, risen and fallen since the month before and since a year ago."""

from datetime import date

import pytest

from tests.queries.toy import County, project


def signed(**counts):
    """Return so many projects of each unit, signed on 9 January 2026."""
    return [
        project(f"{unit}{i}", unit_name=unit, signed_on=date(2026, 1, 9))
        for unit, n in counts.items()
        for i in range(n)
    ]


def goals(county, **targets):
    county.targets(*((unit, 2026, "project_count", float(value)) for unit, value in targets.items()))


def places(rows, name="place"):
    return rows.set_index("unit_id")[name].to_dict()


def test_units_rank_by_share_of_their_target_and_ties_share_a_place():
    county = County()
    goals(county, 甲=10, 乙=2, 丙=4, 丁=4)
    county.ledger("2026-01", *signed(甲=5, 乙=2, 丙=2))
    rows = county.ask("unit_ranks", "2026-01-31")
    assert places(rows) == {"乙": 1, "丙": 2, "甲": 2, "丁": 4}
    assert rows["place_count"].tolist() == [4] * 4


def test_departments_and_territories_rank_apart():
    county = County()
    county.units(甲="township", 乙="department", 丙="zone")
    goals(county, 甲=10, 乙=10, 丙=10)
    county.ledger("2026-01", *signed(甲=5, 乙=1, 丙=9))
    assert places(county.ask("unit_ranks", "2026-01-31")) == {"甲": 2, "乙": 1, "丙": 1}
    assert places(county.ask("unit_ranks", "2026-01-31", unit_group="department")) == {"乙": 1}


@pytest.mark.parametrize("before", ["2026-04", "2026-02"])
def test_a_unit_s_rise_is_measured_from_the_month_before(before):
    county = County()
    goals(county, 甲=10, 乙=10)
    county.ledger(before, *signed(甲=5, 乙=1))
    county.ledger("2026-05", *signed(甲=5, 乙=9))
    rows = county.ask("unit_ranks", "2026-05-31")
    assert places(rows, "place_before") == {"甲": 1, "乙": 2}
    assert places(rows, "places_risen") == {"乙": 1, "甲": -1}


def test_the_first_ledger_of_a_year_has_no_place_before():
    county = County()
    goals(county, 甲=10)
    county.ledger("2025-12", project("旧", unit_name="甲"))
    county.ledger("2026-01", *signed(甲=5))
    row = county.ask("unit_ranks", "2026-01-31")
    assert row[["place_before", "places_risen", "place_year_ago", "places_risen_year"]].isna().all(axis=None)


def test_a_unit_is_compared_with_the_same_day_of_last_year():
    county = County()
    county.targets(*((unit, year, "project_count", 10.0) for unit in "甲乙" for year in (2025, 2026)))
    old = [project(f"旧{i}", unit_name="甲", signed_on=date(2025, 1, 9)) for i in range(3)]
    late = [project("晚", unit_name="乙", signed_on=date(2025, 2, 20)) | {"stage": "signed"}]
    county.ledger("2025-01", *old)
    county.ledger("2025-02", *old, *late)
    county.ledger("2026-01", *old, *late, *signed(乙=1))
    rows = county.ask("unit_ranks", "2026-01-31")
    assert places(rows, "place_year_ago") == {"乙": 2, "甲": 1}
    assert places(rows, "places_risen_year") == {"乙": 1, "甲": -1}
