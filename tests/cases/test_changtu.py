"""昌图县, January to September 2007: each sentence of the speech, asked of the ledger."""

import pandas as pd
import pytest

from tests.parkatlas.demo.conftest import PROJECT, features, table

CASE = "changtu-2007"


def test_126_projects_of_500_wan_and_more(projects):
    """500 万元以上项目 126 个."""
    assert len(projects) == 126
    assert projects["planned_fai_wan"].min() >= 500


def test_five_tiers_hold_12_12_16_41_and_45(structure):
    """亿元以上 12 个, 5000 万至 1 亿 12 个, 3000 至 5000 万 16 个, 1000 至 3000 万 41 个, 500 至 1000 万 45 个."""
    assert [row["project_count"] for row in structure("scale_tier").values()] == [12, 12, 16, 41, 45]


def test_81_of_1000_wan_and_more_are_64_3_percent(structure):
    """1000 万元以上 81 个, 占 64.3 %."""
    row = structure("scale_tier")["1000_3000wan"]
    assert (row["cumulative_count"], round(row["cumulative_share_pct"], 1)) == (81, 64.3)


def test_those_of_1_yi_and_more_are_9_5_percent(structure):
    """亿元以上项目占 9.5 %."""
    assert round(structure("scale_tier")["ge_1yi"]["count_share_pct"], 1) == 9.5


def test_68_8_yi_came_from_outside_the_county(case):
    """引进县外资金 68.8 亿元."""
    assert case.ask("overview_totals")["outside_in_place_wan"].item() == 688_000


def test_17_5_of_20_yi_of_fixed_assets_are_87_5_percent(targets):
    """完成固定资产投资 17.5 亿元, 占计划 20 亿元的 87.5 %."""
    row = targets["done_fai_wan", "base"]
    assert (row["done_value"], row["target_value"], row["completion_pct"]) == (175_000, 200_000, 87.5)


def test_95_percent_can_be_built_and_producing_within_the_year(projects):
    """95 % 的项目年内可建成投产."""
    within = projects["planned_production_on"] <= pd.Timestamp("2007-12-31")
    assert round(100 * within.mean()) == 95


def test_10_of_12_new_projects_in_siping_started_by_april(projects):
    """老四平工业园区新上项目 12 个, 4 月末前开工 10 个."""
    new_projects = projects[projects["park_name"] == "老四平工业园区"]
    assert len(new_projects) == 12
    assert (new_projects["started_on"] <= pd.Timestamp("2007-04-30")).sum() == 10


@pytest.mark.parametrize(
    ("product", "place"),
    [
        ("专用汽车制造", "老四平工业园区"),
        ("氯化胆碱", "昌图工业园区"),
        ("生物质发电", "昌图工业园区"),
        ("生猪屠宰", "八面城工业园区"),
        ("重型热处理", "老四平工业园区"),
    ],
)
def test_the_named_projects_stand_in_their_parks(case, product, place):
    assert place in set(case.ask("projects", search=product)["park_name"])


def test_the_wind_farm_stands_in_the_open_country(case):
    """风力发电."""
    row = case.ask("projects", search="风力发电").iloc[0]
    assert (row["park_name"], row["host_unit_name"]) == (None, "曲家店镇")


def test_the_slaughterhouse_started_in_march_and_its_main_works_in_june(case):
    """生猪屠宰项目 3 月下旬开工, 6 月下旬主体施工."""
    assert case.ask("projects", search="生猪屠宰")["started_on"].item() == pd.Timestamp("2007-03-26")
    rows = table(PROJECT / "data" / "cases" / CASE / "ledgers" / "2007-09.csv", "ledger")
    assert [row["building_on"] for row in rows if "生猪屠宰" in row["project_name"]] == ["2007-06-25"]


def test_the_heat_treatment_started_in_mid_march_and_produces_while_building(case):
    """重型热处理项目 3 月中旬开工, 边建设边生产."""
    row = case.ask("projects", search="重型热处理").sort_values("started_on").iloc[0]
    assert row["started_on"] == pd.Timestamp("2007-03-15")
    assert row["stage"] == "producing"
    assert pd.isna(row["completed_on"])


def test_departments_and_townships_place_projects_in_parks(projects):
    away = projects[projects["is_enclave"].astype("boolean").fillna(value=False)]
    assert len(away) > 30
    assert away["unit_name"].str.endswith("局").any()
    assert away["unit_name"].str.endswith("镇").any()


def test_who_enters_a_park_reaches_100_wan_per_mu(case):
    """进园项目每亩投资 100 万元以上."""
    rows = case.ask("intensity_by_project")
    in_parks = rows[rows["park_name"].notna()]
    assert set(in_parks["verdict"]) == {"pass"}


def test_every_point_lies_in_its_park(case):
    issues = case.ask("place_issues")
    assert not set(issues["place_issue"]) & {"outside", "several"}
    parks = features(PROJECT / "data" / "cases" / CASE / "parks.geojson", "park_name")
    assert len(parks) == 3
