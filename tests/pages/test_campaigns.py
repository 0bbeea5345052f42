"""The Campaigns page on a county to be counted in the head: a push of 60 days, half of which have passed on 30 June.

In June 甲镇 signed 新厂 for 3000 万元, 乙局 nothing.
"""

import pytest

from parkatlas.workspace import settings
from tests.pages import making, toy

NEW = {**toy.ONE, "项目名称": "新厂", "签约日期": "2026-06-10", "合同投资额(万元)": 3000}


def push(unit, metric, value, first="2026-06-01"):
    row = {"专项行动": "大干六十天", "开始日期": first, "结束日期": "2026-07-30", "指标": metric, "目标值": value}
    return row | ({"责任单位": unit} if unit else {})


def workspace(folder, *rows, ledgers=(("2026-05", toy.JUNE), ("2026-06", (*toy.JUNE, NEW)))):
    """Make the toy county with these campaigns and ledgers."""
    imports = [("units", making.table(folder / "责任单位.csv", *toy.UNITS), None)]
    imports += [("ledger", making.table(folder / f"{month}.csv", *ledger), month) for month, ledger in ledgers]
    if rows:
        imports.append(("campaigns", making.table(folder / "行动.csv", *rows), None))
    return making.workspace(folder / "workspace", *imports)


@pytest.fixture(scope="module")
def pushed(tmp_path_factory):
    rows = [push("甲镇", "项目个数", 4), push("乙局", "项目个数", 1), push(None, "合同投资额", 4000)]
    return workspace(tmp_path_factory.mktemp("push"), *rows)


def test_the_finding_names_day_progress_and_who_brought_nothing(show, pushed):
    finding = next(words for words in show(pushed, "campaigns").words if words.startswith("#####"))
    assert "大干六十天第 30 天（共 60 天）" in finding
    assert "引进项目 1 个，完成行动目标的 20\\.0\\%，比时序进度落后 30\\.0 个百分点" in finding
    assert "合同投资额 3\\,000 万元，完成行动目标的 75\\.0\\%，比时序进度快 25\\.0 个百分点" in finding
    assert "乙局既无到位资金、也无签约项目" in finding


def test_figures_show_the_clock_the_progress_and_what_each_week_needs(show, pushed):
    figures = show(pushed, "campaigns").figures
    assert figures["行动时钟"] == ("30 / 60 天", "剩余 30 天，2026-07-30 结束")
    assert figures["项目个数"] == ("1 个", "目标 5 个，比时序进度落后 30.0 个百分点")
    assert figures["项目个数每周还需"] == ("1 个", "尚差 4 个")


def test_who_brought_nothing_stands_with_the_step_that_the_settings_prescribe(show, pushed):
    table = show(pushed, "campaigns").table("既无到位资金、也无签约项目的单位")
    assert table[["unit_label", "campaign_step"]].to_dict("records") == [
        {"unit_label": "乙局", "campaign_step": "约谈主要负责人"}
    ]


def test_a_campaign_that_has_not_begun_shows_its_targets_and_blames_nobody(show, tmp_path):
    page = show(workspace(tmp_path, push("甲镇", "项目个数", 4, first="2026-07-01")), "campaigns")
    assert any("大干六十天尚未开始，2026\\-07\\-01启动，共 30 天" in words for words in page.words)
    assert page.figures["项目个数"] == ("—", "目标 4 个")
    assert not any("既无到位资金" in words for words in page.words if words.startswith("#####"))


def test_without_campaigns_the_page_says_where_to_get_them(show, tmp_path):
    assert any("还没有专项行动" in words for words in show(workspace(tmp_path), "campaigns").words)


def test_the_last_step_that_is_due_for_a_group_is_taken():
    steps = settings.Campaigns(
        steps=[{"from_pct": 0, "step": "提醒"}, {"from_pct": 50, "unit_group": "department", "step": "约谈"}]
    )
    assert [steps.due("department", pct) for pct in (0, 49, 50)] == ["提醒", "提醒", "约谈"]
    assert steps.due("territory", 90) == "提醒"
    assert settings.Campaigns(steps=()).due("territory", 90) is None
