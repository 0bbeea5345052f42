"""Enclaves in words: what is brought, what is missing to enter, whether the books add up, whom the map cannot show."""

import pandas as pd

from parkatlas import messages
from parkatlas.words import enclaves

FLOWS = pd.DataFrame(
    [
        ("甲", "甲镇", "东", "东园", 2, 12_000.0, 30.0, 1, 0, 117.0, 31.0, 117.1, 31.1),
        ("乙", "乙局", "东", "东园", 1, 3_000.0, None, 0, 1, None, None, 117.1, 31.1),
        ("乙", "乙局", "西", "西园", 3, None, 20.0, 0, 3, None, None, None, None),
    ],
    columns=[
        "unit_id", "unit_label", "park_id", "park_label", "project_count", "invested_wan", "land_mu", "failing_count",
        "unjudged_count", "unit_lon", "unit_lat", "park_lon", "park_lat",
    ],
)  # fmt: skip
FIT = {
    "industry_name": "陶瓷", "park_industries": "陶瓷、建材", "is_industry_fit": True, "land_mu": 10.0,
    "invested_wan": 1000.0, "intensity_wan_per_mu": 100.0, "shortfall_wan_per_mu": None, "shortfall_wan": None,
}  # fmt: skip
SHORT = {"intensity_wan_per_mu": 88.0, "shortfall_wan_per_mu": 12.0, "shortfall_wan": 120.0}


def test_the_finding_counts_enclaves_units_parks_and_those_not_fit():
    sentence = enclaves.finding(FLOWS)
    assert sentence == "飞地项目 6 个、投资 1.50 亿元，由 2 个单位引进到其他属地的 2 个园区；1 个不符合准入条件。"
    assert enclaves.finding(FLOWS[:0]) == ""


def test_the_figures_name_the_largest_flow_and_the_shares():
    figures = {figure.label: (figure.value, figure.compared) for figure in enclaves.figures(FLOWS)}
    assert figures["最大流向"] == ("1.20", "甲镇 → 东园")
    assert figures["投资额"] == ("1.50", "用地 50.0 亩")
    assert figures["不符合准入"] == ("1", "占 16.7%")


def test_flows_left_off_the_map_are_reported_with_the_share_shown():
    assert enclaves.left_off(FLOWS, 1) == "图上为投资额最大的 1 条流向，占 80.0%；其余 2 条见下方矩阵和表格。"


def test_without_any_money_there_is_a_dash():
    figures = {figure.label: figure.value for figure in enclaves.figures(FLOWS[2:])}
    assert (figures["投资额"], figures["最大流向"]) == ("—", "—")


def test_what_is_short_is_told_per_mu_and_in_all():
    assert enclaves.lack(FIT | SHORT) == "差 12.0 万元/亩（共 120 万元）"


def test_an_industry_that_does_not_fit_stands_before_what_is_short():
    misfit = FIT | SHORT | {"industry_name": "机械", "is_industry_fit": False}
    assert enclaves.lack(misfit) == "产业不符（机械）；差 12.0 万元/亩（共 120 万元）"


def test_what_nobody_can_judge_names_the_field_that_is_missing():
    nan = float("nan")
    assert enclaves.lack(FIT | {"intensity_wan_per_mu": nan, "land_mu": nan}) == "缺用地面积"
    assert enclaves.lack(FIT | {"is_industry_fit": None, "industry_name": None}) == "缺产业"
    assert enclaves.lack(FIT | {"is_industry_fit": None, "park_industries": None}) == "缺主导产业"


def test_who_is_fit_lacks_nothing():
    assert enclaves.lack(FIT) is None


def total(**changed):
    row = {"metric": "contract_wan", "project_count": 48, "region_value": 30_000.0, "local_total_value": 30_000.0}
    row |= {"credited_total_value": 30_000.0, "shared_value": 20_000.0, "host_share_value": 8_000.0}
    return pd.Series(row | {"is_balanced": True} | changed)


def test_the_reconciliation_says_all_three_sums_and_what_is_shared():
    sentence = enclaves.reconciliation(total(), "2026 年")
    assert "在地合计 3.00 亿元 = 考核合计 3.00 亿元 = 全域合计 3.00 亿元，48 个项目各计一次" in sentence
    assert "飞地 2.00 亿元，按规则划给属地 8,000 万元" in sentence


def test_books_that_do_not_add_up_are_told_so():
    sentence = enclaves.reconciliation(total(credited_total_value=40_000.0, is_balanced=False), "")
    assert "不符" in sentence
    assert "=" not in sentence


def test_units_and_parks_without_a_place_are_named_with_their_enclaves():
    units, parks = enclaves.without_place(FLOWS)
    assert "乙局（4 个）" in units
    assert "西园（3 个）" in parks
    assert enclaves.without_place(FLOWS[:1]) == []


def test_english_says_what_is_short():
    with messages.speaking("en"):
        assert enclaves.lack(FIT | SHORT) == "short by 12.0 10k CNY/mu (1.2 m CNY in all)"
