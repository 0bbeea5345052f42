"""The matters to ask about, in words."""

import pandas as pd
import pytest

from parkatlas import messages
from parkatlas.words import attention

USUAL = {
    "attention": "stuck", "project_name": "一厂", "park_name": "东园", "unit_name": "甲镇", "leader_name": "张书记",
    "obstacle_id": None, "obstacle_kind": None, "description": None, "stage": "signed", "project_count": 1,
    "stake_wan": 8600.0, "shortfall_wan_per_mu": None, "delay_days": 40, "other_reason_count": 2,
}  # fmt: skip
ROAD = {
    "attention": "obstacle", "obstacle_id": "W06", "description": "此路未通", "project_name": None, "park_name": None,
    "leader_name": None, "unit_name": "县交通局", "project_count": 7, "stake_wan": 111_800.0, "other_reason_count": 0,
}  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({}, "一厂（东园）停在签约阶段，超期 40 天"),
        ({"attention": "short", "shortfall_wan_per_mu": 12.3}, "一厂（东园）投资强度低于门槛 12.3 万元/亩"),
        ({"attention": "not_paid"}, "一厂（东园）开工 40 天，资金分文未到"),
        ({"attention": "not_paid", "delay_days": None}, "一厂（东园）已开工，资金分文未到"),
        ({"park_name": None}, "一厂（甲镇）停在签约阶段，超期 40 天"),
        (ROAD, "此路未通：影响 7 个项目，逾期 40 天未决"),
        (ROAD | {"description": None, "obstacle_kind": "funds"}, "资金：影响 7 个项目，逾期 40 天未决"),
    ],
)
def test_a_matter_says_what_it_is_with_its_figure(facts, sentence):
    assert attention.matter(pd.Series(USUAL | facts)) == sentence


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "8,600 万元，包保 张书记，另有 2 项"),
        ({"leader_name": None, "other_reason_count": 0}, "8,600 万元，责任 甲镇"),
        ({"stake_wan": None, "leader_name": None, "unit_name": None}, "金额未填，另有 2 项"),
    ],
)
def test_behind_a_matter_stand_its_money_and_who_answers(facts, words):
    assert attention.behind(pd.Series(USUAL | facts)) == words


def test_english_says_the_same():
    with messages.speaking("en"):
        assert attention.matter(pd.Series(USUAL | ROAD)) == "此路未通 (projects held up: 7): 40 days overdue"
