"""Where a project stands: its stated park, else the one that holds its point; and whether it is an enclave."""

import math

import pytest

from tests.queries.toy import SIDE, County, park, project


@pytest.fixture
def county():
    """Two squares that share a corner region: 西 at 120.0, 东 half a side further, and 远 far away."""
    made = County()
    made.parks(park("西", at=(120.0, 40.0)), park("东", at=(120.0 + SIDE / 2, 40.0)), park("远", at=(121.0, 40.0)))
    return made


CASES = {
    "outside": ("西", 121.0005, "西"),
    "several": (None, 120.00075, "东"),
    "nowhere": (None, 125.0, None),
    "unplaced": (None, None, None),
    None: ("西", 120.0001, "西"),
}


@pytest.mark.parametrize("issue", CASES)
def test_a_project_that_does_not_stand_where_it_says_is_listed(county, issue):
    stated, lon, expected = CASES[issue]
    county.ledger("2026-01", project("甲", stated, lon=lon, lat=None if lon is None else 40.0005))
    rows = county.ask("place_issues")
    assert rows["place_issue"].tolist() == ([issue] if issue else [])
    assert county.one("projects")["park_id"] in ({expected} if expected or issue != "several" else {"东", "西"})


def test_a_point_in_its_stated_park_and_in_another_is_in_several(county):
    county.ledger("2026-01", project("甲", "西", lon=120.00075, lat=40.0005))
    row = county.one("place_issues")
    assert (row["place_issue"], row["located_count"]) == ("several", 2)


def test_a_point_outside_says_which_park_holds_it(county):
    county.ledger("2026-01", project("甲", "西", lon=121.0005, lat=40.0005))
    assert county.one("place_issues")["located_park_name"] == "远"


def test_a_point_on_the_boundary_belongs_to_the_park(county):
    county.ledger("2026-01", project("甲", lon=121.0, lat=40.0))
    assert county.one("projects")["park_id"] == "远"
    assert county.ask("place_issues").empty


def test_a_lead_without_a_place_is_no_issue(county):
    county.ledger("2026-01", project("线索", stage="lead"))
    assert county.ask("place_issues").empty


def test_an_enclave_is_introduced_by_another_unit_than_the_parks_host():
    county = County()
    county.units("甲镇", "乙镇")
    county.parks(park("园", host_unit_name="甲镇"))
    county.ledger("2026-01", project("自", "园", unit_name="甲镇"), project("飞", "园", unit_name="乙镇"))
    enclave = county.ask("projects").set_index("project_id")["is_enclave"]
    assert enclave.to_dict() == {"自": False, "飞": True}
    assert county.one("overview_totals")["enclave_count"] == 1


def test_without_a_park_a_host_or_an_introducer_nobody_can_say_enclave():
    county = County()
    county.parks(park("无主"))
    county.ledger("2026-01", project("甲", "无主", unit_name="甲镇"), project("乙", unit_name="甲镇"))
    assert county.ask("projects")["is_enclave"].isna().all()
    assert county.one("overview_totals")["enclave_count"] == 0


def test_the_ledgers_host_counts_where_the_register_names_none():
    county = County()
    county.parks(park("园"))
    county.ledger("2026-01", project("甲", "园", unit_name="甲镇", host_unit_name="乙镇"))
    assert county.one("projects")["is_enclave"]


def test_a_project_without_a_point_has_none(county):
    county.ledger("2026-01", project("甲", "西"))
    assert math.isnan(county.one("projects")["lon"])


@pytest.mark.parametrize(("code", "is_listed"), [("A0141", False), ("5211", False), ("C3360", True), (None, True)])
def test_an_industry_that_enters_no_park_is_not_blamed_for_standing_outside(county, code, is_listed):
    county.ledger("2026-01", project("甲", lon=125.0, lat=40.0005, industry_code=code))
    assert county.ask("place_issues")["place_issue"].tolist() == (["nowhere"] if is_listed else [])
