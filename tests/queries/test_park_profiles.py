"""Parks beside each other, their zone and pieces, and parks that merged: examples to be counted in the head."""

import pandas as pd
import pytest

from tests.queries.toy import County, park, project

BEFORE, AFTER = "2026-01-31", "2026-06-30"


def day(text):
    return pd.Timestamp(text).date()


def merged(name, into, on, **facts):
    return park(name, merged_into_name=into, merged_on=day(on), **facts)


def test_a_park_has_three_intensities_and_its_yield_per_mu():
    county = County()
    county.parks(park("甲园", planned_area_mu=100.0, supplied_area_mu=40.0, has_gas=True))
    money = {"done_fai_wan": 500.0, "contract_wan": 2000.0, "output_wan": 300.0, "tax_wan": 20.0}
    bare = project("二", "甲园", land_mu=30.0, planned_fai_wan=None)
    county.ledger("2026-06", project("一", "甲园", **money), bare, project("三", "甲园", land_mu=None))
    row = county.one("park_profiles", AFTER)
    assert [row[f"{name}_wan_per_mu"] for name in ("planned", "done", "contract", "output", "tax")] == [
        100, 50, 200, 30, 2,
    ]  # fmt: skip
    assert (row["project_count"], row["started_count"], row["producing_count"]) == (3, 3, 0)
    assert (row["free_area_mu"], row["has_gas"]) == (60, True)


def test_a_park_without_projects_or_land_has_gaps_and_no_figures():
    county = County()
    county.parks(park("甲园"))
    row = county.one("park_profiles")
    assert row["project_count"] == 0
    names = [name for name in row if name.endswith(("_mu", "_pct", "_km"))]
    assert {name for name in names if not pd.isna(row[name])} == {"threshold_wan_per_mu"}


def test_a_zone_lists_its_parks_and_a_lone_park_itself():
    county = County()
    county.parks(park("乙园", zone_name="区", at=(117, 31)), park("甲园", zone_name="区"), park("丙园", at=(118, 31)))
    rows = county.ask("park_parcels", park_id="甲园")
    assert rows["park_name"].tolist() == ["甲园", "乙园"]
    assert rows["parcel_no"].isna().tolist() == [True, False]
    assert county.ask("park_parcels", park_id="丙园")["drawn_area_mu"].tolist() == [15.0]


def test_a_merged_park_stands_alone_until_the_day_of_the_merger():
    county = County()
    county.parks(park("新园"), merged("老园", "新园", "2026-03-01", planned_area_mu=300.0))
    assert county.ask("parks", BEFORE)["park_id"].tolist() == ["新园", "老园"]
    assert county.ask("parks", AFTER)["park_id"].tolist() == ["新园"]
    assert county.ask("park_mergers", BEFORE, park_id="新园").empty
    row = county.one("park_mergers", AFTER, park_id="新园")
    assert (row["park_id"], row["planned_area_mu"], row["merged_on"]) == ("老园", 300, pd.Timestamp("2026-03-01"))


def test_the_old_name_means_the_heir_in_later_ledgers_only():
    county = County()
    county.parks(park("新园"), merged("老园", "新园", "2026-03-01"))
    county.ledger("2026-01", project("一", "老园"))
    assert county.one("projects", BEFORE)["park_id"] == "老园"
    county.ledger("2026-06", project("一", "老园"))
    assert county.one("projects", AFTER)["park_id"] == "新园"
    assert county.one("projects", BEFORE)["park_id"] == "老园"


def test_mergers_are_followed_to_the_park_that_stands():
    county = County()
    county.parks(park("丙园"), merged("乙园", "丙园", "2026-04-01"), merged("甲园", "乙园", "2026-02-15"))
    assert county.ask("park_mergers", AFTER, park_id="丙园")["park_id"].tolist() == ["乙园", "甲园"]
    assert county.ask("park_mergers", "2026-03-31", park_id="乙园")["park_id"].tolist() == ["甲园"]
    county.ledger("2026-06", project("一", "甲园"))
    assert county.one("projects", AFTER)["park_id"] == "丙园"


def test_a_merged_parks_drawing_holds_no_point_any_more():
    county = County()
    county.parks(merged("老园", "新园", "2026-03-01", at=(117, 31)), park("新园", at=(118, 31)))
    inside = {"lon": 117.0005, "lat": 31.0005, "stated_park_name": None}
    county.ledger("2026-01", project("一") | inside)
    county.ledger("2026-06", project("一") | inside)
    assert county.one("projects", BEFORE)["park_id"] == "老园"
    assert county.ask("projects", AFTER)["park_id"].isna().all()


@pytest.mark.parametrize("heir", ["没有的园", "老园"])
def test_a_park_merged_into_nothing_that_stands_has_no_heir(heir):
    county = County()
    county.parks(merged("老园", heir, "2026-03-01"), park("新园"))
    assert county.ask("park_mergers", AFTER, park_id="新园").empty
    assert county.ask("parks", AFTER)["park_id"].tolist() == ["新园"]


def test_a_project_that_still_names_the_merged_park_belongs_to_its_heir():
    county = County()
    county.parks(
        park("新园", park_threshold_wan_per_mu=200.0),
        merged("老园", "新园", "2026-03-01", park_threshold_wan_per_mu=100.0),
    )
    sized = {"land_mu": 10.0, "planned_fai_wan": 1500.0}  # 150 万元/亩
    county.ledger(
        "2026-02",
        project("早", "老园", signed_on=day("2026-02-01"), **sized),
        project("晚", "老园", signed_on=day("2026-03-15"), **sized),
        project("本", "新园", signed_on=day("2026-02-01"), **sized),
    )
    measured = {"basis": "planned", "threshold": 50.0}
    rows = county.ask("projects", AFTER, **measured).set_index("project_id")
    assert rows["park_id"].tolist() == ["新园"] * 3
    assert rows["verdict"].to_dict() == {"早": "pass", "晚": "short", "本": "short"}
    assert county.one("overview_totals", AFTER, **measured)["project_count"] == 3
    assert county.ask("intensity_by_park", AFTER, **measured).set_index("park_id")["project_count"].to_dict() == {
        "新园": 3
    }
    assert county.one("park_money_by_month", AFTER, park_id="新园")["project_count"] == 3


def test_a_park_merged_twice_lives_on_in_the_last():
    county = County()
    county.parks(park("丙园"), merged("乙园", "丙园", "2026-04-01"), merged("甲园", "乙园", "2026-02-15"))
    county.ledger("2026-01", project("一", "甲园"))
    at = {when: county.one("projects", when)["park_id"] for when in ("2026-02-14", "2026-02-15", "2026-04-01")}
    assert at == {"2026-02-14": "甲园", "2026-02-15": "乙园", "2026-04-01": "丙园"}
