"""One truth of thresholds: by park and signing date, of a park by the day asked for, the same in every query."""

import datetime as dt
import math

import pytest

from tests.queries.toy import County, park, project

TABLE = (("东园", "2024-01-01", 90.0, "县发1号"), ("东园", "2026-03-01", 120.0, "县发2号"))


@pytest.fixture
def county():
    """甲镇 hosts 东园, for 陶瓷, and 西园, which asks 80 of its own; 乙局 brings projects there."""
    made = County()
    made.units("甲镇", "乙局")
    parks = (park("东园", host_unit_name="甲镇", park_industries="陶瓷"), park("西园", park_threshold_wan_per_mu=80))
    made.parks(*parks, park("北园"))
    return made


def signed(name, park_name="东园", day="2026-03-01", **facts):
    """Return a ledger row of what 乙局 brought: 1000 万元 on 10 mu, exactly 100 万元/亩."""
    on = day and dt.date.fromisoformat(day)
    return project(name, park_name, unit_name="乙局", industry_name="陶瓷", signed_on=on) | facts


ON_SIGNING = {
    "2023-12-31": (100, "default", None, None, "pass"),
    "2024-01-01": (90, "table", "2024-01-01", "县发1号", "pass"),
    "2026-02-28": (90, "table", "2024-01-01", "县发1号", "pass"),
    "2026-03-01": (120, "table", "2026-03-01", "县发2号", "short"),
    None: (120, "table", "2026-03-01", "县发2号", "short"),
}


@pytest.mark.parametrize("day", ON_SIGNING)
def test_a_project_is_judged_by_the_threshold_of_its_signing_date(county, day):
    county.thresholds(*TABLE)
    county.ledger("2026-06", signed("一", day=day))
    row = county.one("project_facts", project_id="一")
    threshold, origin, since, source, verdict = ON_SIGNING[day]
    assert (row["threshold_wan_per_mu"], row["threshold_origin"], row["verdict"]) == (threshold, origin, verdict)
    named = (f"{row['valid_from_on']:%F}", row["threshold_source"]) if origin == "table" else (None, None)
    assert named == (since, source)


def test_a_project_not_signed_is_judged_by_the_day_asked_for(county):
    county.thresholds(*TABLE)
    county.ledger("2025-06", signed("一", day=None))
    days = ("2026-02-28", "2026-03-01")
    assert [county.one("intensity_by_project", day)["threshold_wan_per_mu"] for day in days] == [90, 120]


def test_without_a_line_the_parks_own_holds_and_without_that_the_default(county):
    county.thresholds(*TABLE, ("西园", "2026-06-01", 200.0, "县发2号"))
    county.ledger("2026-06", *(signed(place, place) for place in ("东园", "西园", "北园")))
    rows = county.ask("intensity_by_project").set_index("project_id")
    assert rows["threshold_origin"].to_dict() == {"东园": "table", "西园": "park", "北园": "default"}
    assert rows["threshold_wan_per_mu"].to_dict() == {"东园": 120, "西园": 80, "北园": 100}


@pytest.mark.parametrize(("judged", "verdict"), [("parks", "exempt"), ("all", "short"), (None, "exempt")])
def test_outside_all_parks_the_threshold_judges_where_settings_say(county, judged, verdict):
    county.ledger("2026-06", signed("园内", "北园"), signed("园外", None) | {"planned_fai_wan": 10.0})
    verdicts = county.ask("intensity_by_project", judged=judged).set_index("project_id")["verdict"]
    assert verdicts.to_dict() == {"园内": "pass", "园外": verdict}
    total = county.one("overview_totals", judged=judged)
    is_judged = judged == "all"
    assert (total["measured_count"], total["judged_count"], total["reached_count"]) == (2, 1 + is_judged, 1)
    assert (total["exempt_count"], total["short_count"]) == (not is_judged, is_judged)


def test_without_parks_nothing_is_judged_and_the_intensity_is_told():
    county = County()
    county.ledger("2026-06", project("甲", planned_fai_wan=880), project("乙", land_mu=None))
    total = county.one("overview_totals")
    assert (total["intensity_wan_per_mu"], total["measured_count"], total["missing_count"]) == (88, 1, 1)
    assert (total["judged_count"], total["exempt_count"], math.isnan(total["reached_share_pct"])) == (0, 2, True)
    assert county.ask("attention")["attention"].tolist() == []


TODAY = {"2023-12-31": 100, "2024-01-01": 90, "2026-03-01": 120}


@pytest.mark.parametrize("query", ["intensity_by_park", "park_profiles", "land_by_park", "siting_parks"])
@pytest.mark.parametrize("day", TODAY)
def test_a_park_asks_what_is_in_force_on_the_day(county, query, day):
    county.thresholds(*TABLE)
    thresholds = county.ask(query, day).set_index("park_id")["threshold_wan_per_mu"].to_dict()
    assert thresholds == {"东园": TODAY[day], "西园": 80, "北园": 100}


def test_a_park_is_short_by_todays_threshold_though_its_projects_reached_theirs(county):
    county.thresholds(*TABLE)
    county.ledger("2026-06", signed("旧", day="2024-01-01"), signed("新"))
    row = county.one("intensity_by_park", parks=["东园"])
    assert (row["verdict"], row["shortfall_wan_per_mu"]) == ("short", 20)
    assert (row["reached_count"], row["short_count"], row["reached_share_pct"]) == (1, 1, 50)
    assert county.one("overview_totals")["reached_count"] == 1


def test_every_query_judges_a_project_by_the_same_threshold(county):
    county.thresholds(*TABLE, ("西园", "2025-01-01", 110.0, "县发3号"))
    days = ("2023-06-01", "2024-06-01", "2025-06-01", "2026-06-01", None)
    rows = [signed(f"{place}{day}", place, day, host_unit_name="甲镇") for place in ("东园", "西园") for day in days]
    county.ledger("2026-06", *rows)
    names = ["threshold_wan_per_mu", "threshold_origin", "threshold_source"]
    truth = county.ask("intensity_by_project").set_index("project_id").sort_index()
    entries = county.ask("enclave_entries").set_index("project_id").sort_index()
    assert entries[names].equals(truth[names])
    unfit = entries["intensity_wan_per_mu"] < entries["threshold_wan_per_mu"]
    assert unfit.equals(truth["verdict"] == "short")
    assert unfit.sum() == 5
    for name, row in truth.iterrows():
        fact = county.one("project_facts", project_id=name)
        assert (fact["threshold_wan_per_mu"], fact["verdict"]) == (row["threshold_wan_per_mu"], row["verdict"])
    mapped = county.ask("projects").set_index("project_id").sort_index()
    assert mapped["verdict"].equals(truth["verdict"])
    by_park = county.ask("intensity_by_park").set_index("park_id")["short_count"]
    assert by_park.to_dict() == truth[truth["verdict"] == "short"].groupby("park_id").size().to_dict() | {"北园": 0}
    offered = county.ask("siting_parks").set_index("park_id")["threshold_wan_per_mu"]
    unsigned = truth[truth.index.str.endswith("None")].set_index("park_id")["threshold_wan_per_mu"]
    assert unsigned.to_dict() == offered.drop("北园").to_dict()


def test_an_undone_table_no_longer_counts_and_a_newer_one_replaces(county):
    first = county.thresholds(*TABLE)
    second = county.thresholds(("东园", "2024-01-01", 150.0, "县发9号"))
    county.ledger("2026-06", signed("一"))
    thresholds = []
    for undone in (None, second, first):
        if undone:
            county.undo(undone)
        thresholds.append(county.one("intensity_by_project")["threshold_wan_per_mu"])
    assert thresholds == [150, 120, 100]


def test_a_table_that_comes_before_the_register_is_understood_with_it():
    county = County()
    county.thresholds(("东区产业园", "2024-01-01", 150.0, "县发1号"))
    county.parks({"park_name": "东区产业园"})
    county.ledger("2026-06", signed("一", "东区产业园"))
    assert county.one("intensity_by_project")["threshold_wan_per_mu"] == 150


@pytest.mark.parametrize(("lines", "threshold"), [((), 150), ((("新园", "2024-01-01", 120.0, "县发2号"),), 120)])
def test_thresholds_of_a_merged_park_hold_for_an_heir_without_any(lines, threshold):
    county = County()
    county.thresholds(("老园", "2020-01-01", 150.0, "县发1号"), *lines)
    merged = {"merged_into_name": "新园", "merged_on": dt.date(2025, 1, 1)}
    county.parks(park("老园", **merged), park("新园"))
    assert county.one("siting_parks")["threshold_wan_per_mu"] == threshold
    before = county.ask("siting_parks", "2024-12-31").set_index("park_id")["threshold_wan_per_mu"]
    assert before["老园"] == 150
