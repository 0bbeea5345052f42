"""What is said of the pipeline, from the one row of its rates."""

import pandas as pd
import pytest

from parkatlas.words import pipeline

FULL = {
    "project_count": 12, "signed_count": 10, "started_count": 8, "producing_count": 2, "agreement_count": 2,
    "agreement_wan": 5_000.0, "signed_contract_wan": 100_000.0, "paired_count": 9, "paired_contract_wan": 80_000.0,
    "paired_in_place_wan": 20_000.0, "in_place_share_pct": 25.0, "started_share_pct": 80.0, "producing_share_pct": 25.0,
    "stuck_count": 3, "stuck_wan": 30_000.0,
}  # fmt: skip
NOTHING = {name: 0 if name.endswith("count") else None for name in FULL}


@pytest.fixture
def rates():
    """Make the row of pipeline_rates with these facts."""
    return lambda **facts: pd.DataFrame([FULL | facts])


def test_the_finding_keeps_agreed_money_apart_from_contracts(rates):
    assert pipeline.finding(rates()) == (
        "已签约 10 个、10.00 亿元，资金到位率 25.0%，开工率 80.0%；3 个项目停留超期，涉及 3.00 亿元；"
        "另有 2 个仅有协议（意向 5,000 万元），不计入合同额。"
    )


def test_nothing_stuck_and_nothing_agreed_is_said_or_left_out(rates):
    sentence = pipeline.finding(rates(stuck_count=0, agreement_count=0))
    assert sentence.endswith("没有项目超期停留。")


def test_without_contracts_the_finding_says_so(rates):
    sentence = pipeline.finding(rates(**NOTHING | {"project_count": 2}))
    assert sentence.startswith("2 个项目尚无一个签约")


def test_nothing_is_found_where_nothing_is(rates):
    assert pipeline.finding(rates(**NOTHING)) == ""


def test_every_rate_names_its_base(rates):
    compared = {figure.label: figure.compared for figure in pipeline.figures(rates())}
    assert compared["到位率"] == "到位 2.00 亿元 ÷ 合同 8.00 亿元（9 个项目）"
    assert compared["开工率"] == "开工 8 个 ÷ 签约 10 个"
    assert compared["投产率"] == "投产 2 个 ÷ 开工 8 个"
    assert compared["合同投资额"] == "已签约 10 个；另有 2 个仅有协议，意向 5,000 万元"


def test_there_are_five_figures_and_a_rate_without_base_is_a_dash(rates):
    figures = pipeline.figures(rates(**NOTHING))
    assert len(figures) == 5
    assert [figure.value for figure in figures[:4]] == ["—"] * 4
    assert [figure.unit for figure in figures[1:4]] == [""] * 3


@pytest.mark.parametrize(("count", "is_good"), [(0, True), (1, False)])
def test_what_is_stuck_is_coloured(rates, count, is_good):
    assert pipeline.figures(rates(stuck_count=count))[-1].is_good is is_good


@pytest.fixture
def obstacles():
    """Make the first row of obstacles_open with these facts."""
    usual = {"obstacle_kind": "permit", "description": "路未通", "unit_name": "县交通局", "project_count": 7}
    return lambda **facts: pd.DataFrame([usual | {"overdue_days": None} | facts])


def test_the_obstacle_that_holds_up_most_is_said_with_who_answers(obstacles):
    assert pipeline.obstacle(obstacles()) == "路未通：影响 7 个项目（责任单位 县交通局）"
    assert pipeline.obstacle(obstacles(overdue_days=31)) == "路未通：影响 7 个项目，已逾期 31 天（责任单位 县交通局）"


def test_an_obstacle_without_words_or_unit_is_called_by_its_kind(obstacles):
    assert pipeline.obstacle(obstacles(description=None, unit_name=None)) == "审批手续：影响 7 个项目（责任单位 —）"


def test_nothing_is_said_of_obstacles_that_hold_up_nothing(obstacles):
    assert pipeline.obstacle(obstacles(project_count=0)) == ""
    assert pipeline.obstacle(obstacles().iloc[:0]) == ""
