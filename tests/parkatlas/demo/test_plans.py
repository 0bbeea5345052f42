"""Targets, campaigns and obstacles speak of the ledgers' projects and units, and tell the story they promise."""

from collections import Counter
from datetime import date

import pytest

from parkatlas import terms

METRICS = {term.labels[0] for term in terms.TARGET_METRICS}


def total(targets, metric, year="2026"):
    of_units = [row for row in targets if row["unit_name"] and row["target_tier"] == "确定目标"]
    return sum(float(row["target_value"]) for row in of_units if (row["year"], row["metric"]) == (year, metric))


@pytest.fixture(scope="module")
def signed(newest):
    return [row for row in newest if (row["signed_on"] or "").startswith("2026")]


def test_the_region_lags_on_projects_and_leads_on_money(plans, signed):
    pace = (date(2026, 10, 31) - date(2025, 12, 31)).days / 365
    count = len(signed) / total(plans["targets"], "项目个数")
    money = sum(float(row["contract_wan"]) for row in signed) / total(plans["targets"], "合同投资额")
    assert pace - 0.1 < count < pace - 0.04
    assert pace + 0.02 < money < pace + 0.07


def test_every_unit_and_park_with_a_target_is_in_the_registers(plans, units, parks):
    named = [row["unit_name"] or row["park_name"] for row in [*plans["targets"], *plans["obstacles"]]]
    assert set(named) <= {*units, *parks}
    assert {row["unit_name"] for row in plans["targets"]} - {None} == set(units)


def test_every_metric_has_targets_in_both_years_all_above_zero(plans):
    for year in ("2025", "2026"):
        assert {row["metric"] for row in plans["targets"] if row["year"] == year} == METRICS
    assert all(float(row["target_value"]) > 0 for row in [*plans["targets"], *plans["campaigns"]])


def test_no_target_is_stated_twice(plans):
    names = ("year", "metric", "target_tier", "unit_name", "park_name")
    assert max(Counter(tuple(row[name] for name in names) for row in plans["targets"]).values()) == 1


def test_what_is_striven_for_lies_above_what_is_owed(plans):
    values = {(row["year"], row["metric"], row["unit_name"], row["target_tier"]): row for row in plans["targets"]}
    striven = [(key, row) for key, row in values.items() if key[3] == "力争目标"]
    assert len(striven) == 186
    assert all(float(row["target_value"]) > float(values[*key[:3], "确定目标"]["target_value"]) for key, row in striven)


def test_one_campaign_of_a_hundred_days_is_running_and_one_over(plans):
    spans = {(row["campaign_name"], row["first_on"], row["last_on"]) for row in plans["campaigns"]}
    assert spans == {("百日攻坚", "2026-09-01", "2026-12-09"), ("2025年末季冲刺", "2025-10-01", "2025-12-31")}
    assert (date(2026, 12, 9) - date(2026, 9, 1)).days + 1 == 100


def test_obstacles_of_every_kind_hold_projects_of_the_ledger(plans, newest):
    names = {row["project_name"] for row in newest}
    assert {row["obstacle_kind"] for row in plans["obstacles"]} == {term.labels[0] for term in terms.OBSTACLE_KINDS}
    assert all(set(row["project_names"].split("、")) <= names for row in plans["obstacles"])


def test_two_obstacles_hold_several_projects_and_have_a_place_of_their_own(plans):
    shared = [row for row in plans["obstacles"] if "、" in row["project_names"]]
    assert [row for row in plans["obstacles"] if row["lon"]] == shared
    assert sorted(len(row["project_names"].split("、")) for row in shared) == [4, 7]


def test_some_obstacles_are_solved_and_some_overdue(plans):
    open_ones = [row for row in plans["obstacles"] if not row["resolved_on"]]
    assert len(plans["obstacles"]) - len(open_ones) >= 6
    assert sum(row["due_on"] < "2026-10-31" for row in open_ones) >= 5
    assert all(row["raised_on"] < (row["resolved_on"] or row["due_on"]) for row in plans["obstacles"])


def test_the_third_quarter_of_2026_slumps(newest):
    days = [row["signed_on"] for row in newest if row["signed_on"]]
    quarters = Counter((day[:4], (int(day[5:7]) + 2) // 3) for day in days)
    assert quarters["2026", 3] <= 0.7 * min(quarters["2026", 2], quarters["2025", 3])


def test_the_county_s_figures_among_its_peers_are_those_of_its_ledgers(ledgers, plans):
    own = {row["indicator"]: float(row["peer_value"]) for row in plans["peers"] if row["peer_name"] == "云川县"}
    going = [row for row in ledgers["2026-10"] if row["stage"] != "终止"]
    before = {row["project_id"]: row for row in ledgers["2025-12"]}
    added = [
        float(row["in_place_wan"] or 0) - float(before.get(row["project_id"], {}).get("in_place_wan") or 0)
        for row in going
    ]
    signed = [row for row in going if (row["signed_on"] or "") >= "2026-01-01"]
    assert own["到位资金（亿元）"] == round(sum(added) / 10_000, 2)
    assert own["签约项目（个）"] == len(signed)
    assert own["合同投资额（亿元）"] == round(sum(float(row["contract_wan"]) for row in signed) / 10_000, 2)


def test_the_county_s_growth_among_its_peers_is_on_what_was_published(ledgers, plans):
    growth = {row["indicator"]: float(row["growth_pct"]) for row in plans["peers"] if row["peer_name"] == "云川县"}
    signed = {
        year: [
            float(row["contract_wan"])
            for row in ledgers[f"{year}-10"]
            if row["stage"] != "终止" and f"{year}-01-01" <= (row["signed_on"] or "")
        ]
        for year in (2025, 2026)
    }
    assert growth["签约项目（个）"] == round(100 * (len(signed[2026]) / len(signed[2025]) - 1), 1)
    assert growth["合同投资额（亿元）"] == round(100 * (sum(signed[2026]) / sum(signed[2025]) - 1), 1)


def test_a_parks_last_threshold_is_what_its_register_or_the_default_says(parks, plans):
    last = {row["park_name"]: float(row["threshold_wan_per_mu"]) for row in plans["thresholds"]}
    stated = {name: parks[name][0]["park_threshold_wan_per_mu"] or 100 for name in last}
    assert last == stated


def test_no_team_is_in_two_places_and_its_contracts_follow_trips(newest, plans):
    signed = {row["project_name"]: row["signed_on"] for row in newest}
    back = {}
    for row in plans["trips"]:
        assert back.get(row["team_name"], "") < row["first_on"]
        back[row["team_name"]] = row["last_on"]
        assert all(
            (signed[name] or "9") >= row["first_on"] for name in (row["brought_names"] or "").split("、") if name
        )
