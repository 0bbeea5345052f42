"""清城区, January to September 2004: each sentence of the speech, asked of the ledger."""

from datetime import date

import pandas as pd
import pytest

CASE = "qingcheng-2004"


@pytest.fixture
def signed_from(projects):
    """A function: the projects signed between two days."""
    return lambda first, last: projects[projects["signed_on"].between(pd.Timestamp(first), pd.Timestamp(last))]


def test_74_projects_are_74_percent_of_the_year_s_target(targets):
    """引进项目 74 个, 完成全年目标的 74 %."""
    row = targets["project_count", "base"]
    assert (row["target_value"], row["done_value"], row["completion_pct"]) == (100, 74, 74)


def test_77_64_yi_are_77_64_percent_of_the_year_s_target(targets):
    """合同投资额 77.64 亿元, 完成全年目标的 77.64 %."""
    row = targets["contract_wan", "base"]
    assert (row["target_value"], row["done_value"]) == (1_000_000, 776_400)
    assert row["completion_pct"] == pytest.approx(77.64)


def test_count_is_behind_the_calendar_while_money_is_ahead(targets):
    assert targets["project_count", "base"]["ahead_points"] == pytest.approx(74 - 100 * 274 / 366)
    assert targets["project_count", "base"]["ahead_points"] < 0 < targets["contract_wan", "base"]["ahead_points"]


def test_59_industrial_projects_are_79_7_percent_and_bring_45_89_yi(structure):
    """工业项目 59 个, 占 79.7 %, 投资 45.89 亿元."""
    row = structure("industry_sector", basis="contract")["industry"]
    assert (row["project_count"], row["contract_wan"]) == (59, 458_900)
    assert round(row["count_share_pct"], 1) == 79.7


def test_industry_brings_59_1_percent_not_the_59_2_printed(structure):
    """占投资额的 59.1 % (printed: 59.2)."""
    share = structure("industry_sector", basis="contract")["industry"]["invested_share_pct"]
    assert share == pytest.approx(100 * 45.89 / 77.64)
    assert round(share, 1) == 59.1


def test_longtang_leads_with_31_projects(structure):
    """龙塘镇 31 个."""
    units = structure("unit_name")
    assert next(iter(units.values()))["cut_value"] == "龙塘镇"
    assert units["龙塘镇"]["project_count"] == 31


def test_henghe_signed_4_projects_of_nearly_6_yi_in_september(signed_from):
    """横荷街道九月份签约 4 个, 投资近 6 亿元."""
    september = signed_from("2004-09-01", "2004-09-30")
    signed = september[(september["unit_name"] == "横荷街道")]
    assert (len(signed), signed["contract_wan"].sum()) == (4, 59_600)


def test_the_third_quarter_slumped_to_21_projects_and_11_49_yi(case):
    """第三季度 21 个, 11.49 亿元."""
    rows = case.ask("progress_by_month", grain="quarter")
    quarters = {metric: rows.loc[rows["metric"] == metric, "period_value"].tolist() for metric in set(rows["metric"])}
    assert quarters["project_count"] == [24, 29, 21]
    assert quarters["contract_wan"] == [281_500, 380_000, 114_900]


def test_longtang_is_first_by_its_projects(case):
    """龙塘镇第一."""
    first = case.ask("ranks", metrics=["project_count"]).query("ranked_group == 'territory'").iloc[0]
    assert (first["ranked_name"], first["done_value"], first["place"]) == ("龙塘镇", 31, 1)


def test_one_town_gathers_ceramics_and_another_metals(case):
    """源潭镇陶瓷, 石角镇金属加工."""
    for unit, industry in (("源潭镇", "陶瓷"), ("石角镇", "金属加工")):
        industries = case.ask("structure", cut="industry_name", units=[unit])
        assert industries["cut_value"].iloc[0] == industry
        assert industries["count_share_pct"].iloc[0] > 80


def test_some_towns_brought_only_projects_under_1000_wan_or_none(structure, case):
    small = case.ask("structure", cut="scale_tier", basis="contract", units=["飞来峡镇"])
    assert set(small["cut_key"]) <= {"500_1000wan", "lt_500wan"}
    assert {"凤城街道", "升平镇"}.isdisjoint(structure("unit_name"))


def test_the_campaign_is_a_hundred_days_for_what_is_left(case, push, targets):
    assert push[["day_count", "day_number", "days_left"]].tolist() == [100, 8, 92]
    left = {metric: row["target_value"] - row["done_value"] for (metric, _), row in targets.items()}
    aims = case.ask("campaign_progress", campaign_id=push["campaign_id"]).set_index("metric")
    assert aims["target_value"].to_dict() == left == {"project_count": 26, "contract_wan": 223_600}
    assert aims["left_value"].to_dict() == left  # nothing was signed in its first week


def test_the_weeks_of_the_campaign_bring_just_what_is_left(case, push):
    weeks = case.ask("campaign_weeks", campaign_id=push["campaign_id"])
    assert weeks.groupby("metric")["planned_value"].sum().round(6).to_dict() == {
        "project_count": 26,
        "contract_wan": 223_600,
    }


def test_every_contract_of_the_year_counts_in_the_structure(case, structure):
    assert sum(row["project_count"] for row in structure("unit_name", signed_from=date(2004, 1, 1)).values()) == 74
    assert case.ask("overview_totals")["project_count"].item() == 74
