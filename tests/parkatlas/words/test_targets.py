"""What is said of targets, from rows as the queries return them."""

import pandas as pd
import pytest

from parkatlas.messages import speaking
from parkatlas.words import sentences, targets


@pytest.fixture
def progress():
    """清城区 by September 2004: 74 of 100 projects, 77.64 of 100 亿元, at 274 days of 366; a stretch target of 120."""
    rows = [("project_count", "base", 100.0, 74.0), ("project_count", "stretch", 120.0, 74.0)]
    rows.append(("contract_wan", "base", 1_000_000.0, 776_400.0))
    frame = pd.DataFrame(rows, columns=["metric", "target_tier", "target_value", "done_value"])
    done = 100 * frame["done_value"] / frame["target_value"]
    return frame.assign(
        completion_pct=done, ahead_points=done - 100 * 274 / 366,
        required_per_month_value=(frame["target_value"] - frame["done_value"]) / 3,
    )  # fmt: skip


def units(*rows):
    """Return rows of targets_by_unit of project counts: (unit, points ahead, lamp)."""
    frame = pd.DataFrame(rows, columns=["unit_label", "ahead_points", "lamp"])
    return frame.assign(metric="project_count", target_tier="base", ahead_value=frame["ahead_points"])


def test_projects_behind_and_money_ahead_are_said_in_one_breath(progress):
    sentence = targets.finding(progress, units())
    assert sentence == (
        "引进项目 74 个，完成全年目标的 74.0%，比时序进度落后 0.9 个百分点；"
        "合同投资额 77.64 亿元，完成全年目标的 77.6%，比时序进度快 2.8 个百分点。"
    )


def test_targets_of_other_metrics_are_spoken_of_in_their_order(progress):
    base = progress[progress["target_tier"] == "base"]
    others = base.assign(metric=["foreign_usd_wan", "in_place_wan"])
    sentence = targets.finding(others, units())
    assert sentence.startswith("到位资金 77.64 亿元")
    assert "；实际利用外资 74 万美元" in sentence
    assert [figure.label for figure in targets.figures(others, units())][:2] == ["本年到位资金", "本年实际利用外资"]


def test_the_units_furthest_behind_are_named_at_most_three(progress):
    rows = units(
        *((name, -lag, "red") for name, lag in zip("甲乙丙丁", (40, 30, 20, 50), strict=True)), ("戊", 1, "green")
    )
    assert targets.finding(progress, rows).endswith("5 个有项目个数目标的单位中 4 个滞后，丁、甲、乙落后最多。")


def test_no_unit_behind_is_said_too(progress):
    assert targets.finding(progress, units(("甲", 3, "green"))).endswith("1 个有项目个数目标的单位没有滞后的。")


def test_figures_are_five_each_with_what_it_is_compared_with(progress):
    figures = targets.figures(progress, units(("甲", -20, "red"), ("乙", 3, "green")))
    assert [(figure.value, figure.unit, figure.is_good) for figure in figures] == [
        ("74", "个", False), ("77.64", "亿元", True), ("1", "个", False), ("9", "个", None),
    ]  # fmt: skip
    assert [figure.compared for figure in figures] == [
        "完成 74.0%，比时序进度落后 0.9 个百分点；力争目标 61.7%", "完成 77.6%，比时序进度快 2.8 个百分点",
        "有目标的 2 个：正常 1，预警 0",
        "按全年均衡为每月 8.3 个",
    ]  # fmt: skip


def test_after_the_years_end_nothing_is_required_any_more(progress):
    figures = targets.figures(progress.assign(required_per_month_value=float("nan")), units())
    assert figures[-1].value == "—"


def test_without_a_figure_there_is_nothing_to_say(progress):
    bare = progress.assign(ahead_points=float("nan"))
    assert (targets.finding(bare, units()), targets.figures(bare, units())) == ("", [])


def test_the_finding_speaks_english(progress):
    with speaking("en"):
        assert targets.finding(progress, units(("甲", -20, "red"))).endswith("most of all 甲.")


@pytest.mark.parametrize(
    ("points", "said", "is_good"),
    [
        (2.84, "比时序进度快 2.8 个百分点", True), (-7.1, "比时序进度落后 7.1 个百分点", False),
        (0.04, "与时序进度持平", None), (-0.04, "与时序进度持平", None),
    ],
)  # fmt: skip
def test_nothing_is_behind_by_nought(points, said, is_good):
    assert (sentences.against_pace(points), sentences.is_ahead(points)) == (said, is_good)
