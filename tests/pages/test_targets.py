"""The Targets page on a county to be counted in the head: 甲镇 ahead on money and behind on count, 乙局 nothing done.

Up to June 2026 (181 of 365 days, 49.6 %) 甲镇 signed 一厂 (2000 万元), 乙局 二厂 (4000 万元).
"""

import pandas as pd
import pytest

from parkatlas import sheets
from parkatlas.ui.kit import data
from parkatlas.workspace import settings
from tests.pages import making, toy


def goal(unit, metric, value, tier="确定目标"):
    return {"年度": 2026, "指标": metric, "目标值": value, "目标档次": tier} | ({"单位": unit} if unit else {})


GOALS = (
    goal("甲镇", "项目个数", 4), goal("甲镇", "项目个数", 5, "力争目标"), goal("甲镇", "合同投资额", 2500),
    goal("乙局", "项目个数", 1), goal("乙局", "合同投资额", 40_000),
)  # fmt: skip


def workspace(folder, *goals, ledgers=(("2026-05", toy.MAY), ("2026-06", toy.JUNE))):
    """Make the toy county with these targets and ledgers."""
    imports = [("units", making.table(folder / "责任单位.csv", *toy.UNITS), None)]
    imports += [("ledger", making.table(folder / f"{month}.csv", *rows), month) for month, rows in ledgers]
    return making.workspace(
        folder / "workspace", *imports, ("targets", making.table(folder / "目标.csv", *goals), None)
    )


@pytest.fixture(scope="module")
def goals(tmp_path_factory):
    return workspace(tmp_path_factory.mktemp("goals"), *GOALS)


def test_the_finding_says_count_and_money_and_who_lags(show, goals):
    finding = next(words for words in show(goals, "targets").words if words.startswith("#####"))
    assert "引进项目 2 个，完成全年目标的 40\\.0\\%，比时序进度落后 9\\.6 个百分点" in finding
    assert "2 个有项目个数目标的单位中 1 个滞后，甲镇落后最多" in finding


def test_figures_on_top_are_at_most_five_each_compared(show, goals):
    figures = show(goals, "targets").figures
    assert figures["本年项目个数"] == ("2 个", "完成 40.0%，比时序进度落后 9.6 个百分点；力争目标 40.0%")
    assert figures["项目个数滞后单位"] == ("1 个", "有目标的 2 个：正常 1，预警 0")
    assert figures["项目个数每月还需"] == ("1 个", "按全年均衡为每月 0.4 个")
    assert len(figures) <= 5


def test_the_table_of_lamps_sets_units_against_metrics_with_shape_and_share(show, goals):
    table = show(goals, "targets").table("各单位各指标完成情况").set_index("unit_label")
    assert table.loc["甲镇"].to_dict() == {"project_count": "■ 25.0%", "contract_wan": "● 80.0%"}
    assert table.loc["全域"].to_dict() == {"project_count": "■ 40.0%", "contract_wan": "■ 14.1%"}


def test_departments_are_looked_at_apart_from_townships(show, goals):
    page = show(goals, "targets", unit_group="department")
    assert list(page.table("各单位各指标完成情况")["unit_label"]) == ["全域", "乙局"]


def test_what_is_required_stands_beside_both_targets_with_the_rank(show, goals):
    (row,) = show(goals, "targets").table("项目个数：倒排进度").to_dict("records")
    assert (row["unit_label"], row["place"], row["done_value"], row["base.lamp"]) == ("甲镇", 1, 1, "■ 滞后")
    assert (row["base.target_value"], row["base.required_per_month_value"]) == (4, 0.5)
    assert (row["stretch.target_value"], row["stretch.completion_pct"]) == (5, 20)


def test_the_metric_chosen_decides_what_the_table_asks(show, goals):
    page = show(goals, "targets", goal_metric="contract_wan")
    assert page.table("合同投资额：倒排进度")["base.ahead_value"].round(1).tolist() == [760.3]


def test_the_region_has_a_row_per_metric_in_words(show, goals):
    rows = show(goals, "targets").table("全域目标与倒排进度").set_index("metric")
    assert rows.loc["合同投资额", ["done_value", "base.target_value", "base.lamp"]].tolist() == [
        "6,000 万元", "4.25 亿元", "■ 滞后",
    ]  # fmt: skip


def test_a_unit_without_a_target_shows_what_it_did_in_brackets(show, tmp_path):
    page = show(workspace(tmp_path, goal("甲镇", "项目个数", 4)), "targets", unit_group="department")
    assert page.table("各单位各指标完成情况")["project_count"].tolist() == ["● 50.0%", "—（1 个）"]


def test_targets_of_the_region_alone_list_the_units_by_what_they_did(show, county):
    page = show(county, "targets")
    assert page.figures["本年项目个数"][0] == "2 个"
    assert "各单位都没有项目个数目标，只列完成数" in page.text


def test_missing_months_are_named(show, tmp_path):
    page = show(workspace(tmp_path, *GOALS, ledgers=(("2026-01", toy.MAY), ("2026-04", toy.JUNE))), "targets")
    assert "缺 2026\\-02、2026\\-03 台账" in page.text


def test_without_a_ledger_before_the_year_cumulative_money_counts_whole(show, tmp_path, goals):
    page = show(workspace(tmp_path, goal("甲镇", "到位资金", 4), ledgers=(("2026-01", toy.JUNE),)), "targets")
    assert "没有 2025 年的台账" in page.text
    assert "年的台账" not in show(goals, "targets").text


def test_only_a_filter_of_units_changes_the_targets(show, goals):
    page = show(goals, "targets").choose("industries", "化工")
    assert "筛选不影响本页" in page.text
    assert page.figures["本年项目个数"][0] == "2 个"
    assert list(show(goals, "targets", units="乙局").table("各单位各指标完成情况")["unit_label"]) == ["全域", "乙局"]


def test_pace_and_lamps_follow_the_settings(show, tmp_path):
    directory = workspace(tmp_path, *GOALS)
    lines = '[pace]\nby = "months"\n[lamps]\nyellow_below = 20\nred_below = 25'
    (directory / settings.FILE).write_text(lines, encoding="utf-8")
    page = show(directory, "targets")
    assert "比时序进度落后 10\\.0 个百分点" in page.text  # six months of twelve
    assert page.table("各单位各指标完成情况")["project_count"].tolist() == ["● 40.0%", "▲ 25.0%"]


def test_projects_without_a_unit_stand_last_and_after_the_region(show, tmp_path):
    nobody = {**toy.TWO, "引进单位": ""}
    directory = workspace(tmp_path, goal("甲镇", "项目个数", 4), ledgers=(("2026-06", (toy.ONE, nobody)),))
    page = show(directory, "targets", unit_group="unsorted")
    assert list(page.table("各单位各指标完成情况")["unit_label"]) == ["全域", "未填引进单位"]
    assert list(page.table("项目个数：倒排进度")["place"].isna()) == [True]


def test_the_export_of_what_is_required_holds_the_ranks_as_whole_numbers(show, goals):
    show(goals, "targets")
    ask = data.asking()
    towns, bureaus = (
        next(block for block in sheets.targets.sheet(ask, group).blocks if getattr(block, "metric", "")).whole()
        for group in sheets.paced.groups(ask("targets_by_unit"))
    )
    rows = pd.concat([towns, bureaus])
    assert rows["unit_label"].tolist() == ["甲镇", "甲镇", "乙局", "乙局"]  # the latter without a stretch target
    assert rows["place"].isna().tolist() == [False, False, False, True]
    assert [str(rows[name].dtype) for name in ("place", "places_risen")] == ["Int64", "Int64"]
