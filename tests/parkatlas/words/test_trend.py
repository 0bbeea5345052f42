"""Time in sentences: what is compared, what a forecast says of itself, what the data lack."""

import math

import pandas as pd
import pytest

from parkatlas.analysis.forecast import Forecast
from parkatlas.words import trend

NAN = math.nan


def month_rows(values, *, covered=None, has_ledger=None, undated=0):
    """Return rows of progress_by_month for the funds in place, the months of 2026 from January on."""
    count = len(values)
    return pd.DataFrame(
        {
            "grain": "month", "metric": "in_place_wan",
            "period_from": [pd.Timestamp(2026, place + 1, 1) for place in range(count)],
            "period_to": [pd.Timestamp(2026, place + 1, 28) for place in range(count)],
            "period_value": values, "months_covered": covered or [1] * count, "pop_pct": -12.0,
            "has_ledger": has_ledger or [True] * count, "monthless_count": undated,
        }
    )  # fmt: skip


def year_rows(growth, recounted=None):
    return pd.DataFrame(
        [{"metric": "in_place_wan", "period_to": pd.Timestamp(2026, 2, 28), "is_told": True, "period_value": 12_000.0,
          "yoy_pct": growth, "recounted_yoy_pct": growth if recounted is None else recounted}]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("growth", "growth_text", "is_good"), [(8.0, "+8.0%", True), (-3.0, "-3.0%", False), (NAN, "—", None)]
)
def test_a_figure_says_its_growth_and_whether_that_is_good(growth, growth_text, is_good):
    (figure,) = trend.figures(month_rows([1.0, 2.0]), year_rows(growth))
    assert (figure.value, figure.unit) == ("1.20", "亿元")
    assert figure.compared == f"同比 {growth_text}，本月环比 -12.0%"
    assert figure.is_good is is_good


@pytest.mark.parametrize(
    ("recounted", "said"), [(11.5, "+8.0%（可比口径 +11.5%）"), (NAN, "+8.0%（可比口径 —）"), (8.04, "+8.0%")]
)
def test_growth_on_todays_count_of_last_year_is_named_where_it_differs(recounted, said):
    (figure,) = trend.figures(month_rows([1.0, 2.0]), year_rows(8.0, recounted))
    assert figure.compared == f"同比 {said}，本月环比 -12.0%"


def test_no_growth_is_neither_good_nor_bad():
    assert trend.figures(month_rows([1.0]), year_rows(0.0))[0].is_good is None


def test_a_forecast_names_its_method_and_how_often_it_held():
    sentence = trend.method(Forecast(month_count=34, error_count=21, checked_count=11, held_count=7), "project_count")
    assert "季节均值法（以最近 2 个整年的各月占比推算" in sentence
    assert "11 次历史预测中 7 次落入当时的区间（64%，应约 80%）" in sentence


def test_a_forecast_that_nothing_could_check_says_so():
    assert "还无法回测" in trend.method(Forecast(month_count=22, error_count=9), "project_count")


@pytest.mark.parametrize("refusal", ["few_months", "year_over", "no_base", "idle"])
def test_every_refusal_is_a_sentence(refusal):
    sentence = trend.method(Forecast(refusal=refusal, month_count=8, needed_count=22), "in_place_wan")
    assert sentence.endswith("。")
    assert ("22 个月的数据，现有 8 个月" in sentence) is (refusal == "few_months")


def test_missing_ledgers_are_named_only_between_others():
    rows = month_rows([NAN, NAN, NAN, 5.0], covered=[NAN, NAN, NAN, 2], has_ledger=[False, True, False, True])
    missing, summed = trend.lacks(rows, "in_place_wan")
    assert missing.startswith("缺 2026-03 台账")
    assert summed == "2026-04 的新增为 2 个月合计，不作同比、环比。"


def test_complete_data_lack_nothing():
    assert trend.lacks(month_rows([1.0, 2.0]), "in_place_wan") == []


@pytest.mark.parametrize(
    ("pct", "said"), [(12.34, "+12.3%"), (-3.0, "-3.0%"), (900.0, "+900.0%"), (900.1, "基数低，不作比较"), (None, "—")]
)
def test_a_growth_of_more_than_ten_fold_is_not_compared(pct, said):
    assert trend.change(pct) == said
