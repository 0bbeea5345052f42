"""What parks offer a new project and who waits for one, by examples to be counted in the head."""

import datetime as dt

import pandas as pd
import pytest

from tests.queries.toy import County, park, project

DAY = "2026-06-30"


def offered(*rows, **facts):
    """Return the row of one park with these projects."""
    county = County()
    county.parks(park("园", **facts))
    county.ledger("2026-06", *(project(f"{n}", "园", **row) for n, row in enumerate(rows)))
    return county.one("siting_parks", DAY)


@pytest.mark.parametrize(
    ("planned", "supplied", "free", "available"),
    [(100.0, 30.0, 70, 60), (100.0, 95.0, 5, 0), (100.0, 120.0, None, None), (None, 30.0, None, None)],
)
def test_land_promised_to_who_signed_is_no_longer_available(planned, supplied, free, available):
    row = offered({"stage": "signed"}, planned_area_mu=planned, supplied_area_mu=supplied)
    assert row["promised_mu"] == 10
    for name, value in (("free_area_mu", free), ("available_mu", available)):
        assert pd.isna(row[name]) if value is None else row[name] == value


def test_only_signed_projects_still_without_land_have_a_promise():
    supplied = {"stage": "signed", "supplied_on": dt.date(2026, 6, 1)}
    later = {"stage": "signed", "supplied_on": dt.date(2026, 7, 1)}
    unstated = {"stage": None}
    assert offered(supplied, later, unstated, {"stage": "building"}, {"stage": "dropped"})["promised_mu"] == 10


def test_land_that_projects_before_their_contract_ask_for_is_held():
    row = offered({"stage": "lead"}, {"stage": "agreement", "land_mu": 5}, {"stage": "intent", "land_mu": None}, {})
    assert row["held_mu"] == 15


def test_progress_is_half_the_share_started_and_half_the_share_producing():
    row = offered({"stage": "signed"}, {"stage": "started"}, {"stage": "producing"}, {"stage": "lead"}, {"stage": None})
    assert (row["contract_count"], row["started_count"], row["producing_count"]) == (4, 2, 1)
    assert row["progress_pct"] == pytest.approx(37.5)
    assert pd.isna(offered({"stage": "lead"})["progress_pct"])


def test_a_park_has_a_threshold_a_price_and_its_largest_piece():
    row = offered(park_threshold_wan_per_mu=80.0, land_price_wan_per_mu=12.5, largest_free_mu=40.0)
    assert (row["threshold_wan_per_mu"], row["land_price_wan_per_mu"], row["largest_free_mu"]) == (80, 12.5, 40)
    assert offered()["threshold_wan_per_mu"] == 100


def test_a_threshold_of_the_table_holds_from_its_first_day():
    county = County()
    county.parks(park("园", park_threshold_wan_per_mu=80.0))
    county.thresholds(("园", "2026-01-01", 120.0, "文"), ("园", "2026-07-01", 150.0, "文"))
    for day, threshold in (("2025-12-31", 80), (DAY, 120), ("2026-07-01", 150)):
        assert county.one("siting_parks", day)["threshold_wan_per_mu"] == threshold


def test_industries_count_signed_projects_by_park_and_code():
    county = County()
    county.parks(park("园"))
    stone = {"industry_name": "陶瓷", "industry_code": "C3071"}
    rows = [project("一", "园", **stone), project("二", "园", **stone), project("三", **stone)]
    rows += [project("四", "园", **stone | {"stage": "lead"}), project("五", "园")]
    county.ledger("2026-06", *rows)
    counts = county.ask("siting_industries", DAY)
    assert counts["project_count"].tolist() == [2, 1]
    assert counts["park_id"].fillna("").tolist() == ["园", ""]


def test_the_reserve_is_what_has_not_signed_the_most_investment_first():
    county = County()
    county.parks(park("园"))
    rows = [
        project("意", "园", stage="intent", planned_fai_wan=None, contract_wan=9.0),
        project("线", stage="lead", planned_fai_wan=5.0),
        project("约", stage="signed"),
        project("终", stage="dropped"),
        project("无", stage=None),
    ]
    county.ledger("2026-06", *rows)
    reserve = county.ask("siting_reserve", DAY)
    assert reserve["project_id"].tolist() == ["线", "意"]
    assert reserve["park_name"].fillna("").tolist() == ["", "园"]
    assert county.ask("siting_reserve", DAY, most=1)["project_id"].tolist() == ["线"]
