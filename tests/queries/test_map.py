"""What the map page asks: the parts of an attribute, the points in bounds, places by name, initials and people."""

import pytest

from parkatlas.analysis import initials
from tests.queries.toy import County, park, project


@pytest.fixture(scope="module")
def county():
    made = County()
    made.parks(park("清源园", lon=117.0, lat=31.0))
    made.ledger(
        "2026-01",
        project("清源陶瓷", stage="signed", lon=117.0, lat=31.0, officer_name="王强", leader_name="张书记"),
        project("玻璃厂", stage="started", lon=117.5, lat=31.0, planned_fai_wan=None),
        project("无坐标", stage="signed"),
        project("无阶段", stage=None, lon=117.0, lat=31.5),
    )
    return made


def keys_and_people(county, typed):
    rows = county.ask("find_places", search=typed, initials=initials.pattern(typed))
    return rows["place_key"].tolist(), rows["found_person_name"].fillna("").tolist()


def test_parts_count_projects_and_those_picked_and_stand_by_number(county):
    rows = county.ask("project_parts", attribute="stage", picked=["清源陶瓷", "玻璃厂"])
    assert rows[["attribute_key", "project_count", "picked_count"]].to_numpy().tolist() == [
        ["signed", 2, 1], ["started", 1, 1], ["", 1, 0],
    ]  # fmt: skip


def test_parts_of_some_projects_only(county):
    rows = county.ask("project_parts", attribute="verdict", only=["玻璃厂"])
    assert rows[["attribute_key", "project_count", "picked_count"]].to_numpy().tolist() == [["exempt", 1, 0]]


def test_points_are_those_in_bounds_and_without_bounds_all(county):
    near = county.ask("project_points", attribute="stage", west=116.9, south=30.9, east=117.1, north=31.1)
    assert near[["project_id", "attribute_key"]].to_numpy().tolist() == [["清源陶瓷", "signed"]]
    assert len(county.ask("project_points", attribute="stage")) == 4


def test_totals_and_lists_of_some_projects_only(county):
    assert county.one("overview_totals", only=["清源陶瓷", "玻璃厂"])["land_mu"] == 20
    assert county.one("overview_totals", only=[])["project_count"] == 0
    assert county.ask("projects", only=["玻璃厂", "没有的"])["project_id"].tolist() == ["玻璃厂"]


def test_a_search_finds_names_then_initials_then_people(county):
    assert keys_and_people(county, "清源") == (["park:清源园", "project:清源陶瓷"], ["", ""])
    assert keys_and_people(county, "qytc") == (["project:清源陶瓷"], [""])
    assert keys_and_people(county, "王") == (["project:清源陶瓷"], ["王强"])
    assert keys_and_people(county, "wq") == (["project:清源陶瓷"], ["王强"])
    assert keys_and_people(county, "张书") == (["project:清源陶瓷"], ["张书记"])
    assert keys_and_people(county, "[") == ([], [])
