"""The structure in words: sentences and key figures of 昌图县 2007 and 清城区 2004."""

import pandas as pd
import pytest

from parkatlas import messages
from parkatlas.words import structure

NAMES = ("cut_key", "cut_value", "project_count", "invested_wan", "no_money_count")


def rows(*parts):
    """Return rows of the query from (key, count, money); the empty key is not stated."""
    full = [(key, key or None, count, wan, 0 if wan is not None else count) for key, count, wan in parts]
    return pd.DataFrame(full, columns=NAMES).astype({"invested_wan": float})


TIERS = rows(
    ("ge_1yi", 12, 560_000), ("5000wan_1yi", 28, 138_000), ("1000_3000wan", 41, 71_000), ("500_1000wan", 45, 31_000)
)
SECTORS = rows(("industry", 59, 458_900), ("service", 15, 317_500))


def test_tiers_are_told_from_the_top():
    assert structure.finding("scale_tier", TIERS) == (
        "126 个签约项目中，1000 万元以上 81 个，占 64.3%；亿元以上 12 个，占 9.5%，投资额占 70.0%。"
    )


def test_another_cut_is_told_by_its_largest_part():
    sentence = structure.finding("industry_sector", SECTORS)
    assert sentence == "74 个签约项目中，工业最多：59 个，占 79.7%；投资额 45.89 亿元，占 59.1%。"


def test_what_is_not_stated_never_leads():
    sentence = structure.finding("unit_name", rows(("甲镇", 1, 100), ("", 3, 300)))
    assert "甲镇最多：1 个，占 25.0%" in sentence


@pytest.mark.parametrize(("language", "word"), [("zh_CN", "都没有填写责任单位"), ("en", "states this: Unit")])
def test_a_cut_that_nobody_states_is_said_to_be_so(language, word):
    with messages.speaking(language):
        assert word in structure.finding("unit_name", rows(("", 3, 300)))


def test_nothing_signed_has_no_finding():
    assert structure.finding("scale_tier", rows()) == ""


def test_five_figures_stand_on_top():
    figures = [(figure.value, figure.compared) for figure in structure.figures(TIERS, SECTORS)]
    assert figures == [
        ("126", "签约及以后各阶段"), ("80.00", "全部项目都有投资额"), ("12", "占个数 9.5%，占投资 70.0%"),
        ("81", "占个数 64.3%，占投资 96.1%"), ("59", "占个数 79.7%，占投资 59.1%"),
    ]  # fmt: skip


def test_without_codes_and_money_there_are_no_shares_but_words():
    bare = rows(("", 3, None))
    values = [(figure.value, figure.compared) for figure in structure.figures(bare, bare)]
    assert values[1] == ("—", "3 个缺所选口径投资额")
    assert values[4] == ("—", "未填写")
