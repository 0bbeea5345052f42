"""Numbers, money and dates as people read them, in both languages and from every library's numbers."""

import datetime as dt
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkatlas import formats, messages
from parkatlas.columns import CATALOGUE

NOTHING = [None, math.nan, np.nan, np.float64("nan"), pd.NA, pd.NaT]
ENDLESS = [math.inf, -math.inf, np.float64("inf")]


@pytest.mark.parametrize("value", NOTHING)
def test_no_value_is_a_dash_everywhere(value):
    assert formats.is_none(value)
    texts = {formats.number(value), formats.quantity(value, "亩"), formats.money(value), formats.day(value)}
    assert texts == {"—"}


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_column_shows_no_value_as_a_dash(name):
    assert {formats.cell(name, value) for value in NOTHING} == {"—"}


@pytest.mark.parametrize("value", [*ENDLESS, "12", object()])
def test_what_is_no_finite_number_is_a_dash(value):
    assert (formats.number(value), formats.quantity(value, "%"), formats.money(value)) == ("—", "—", "—")


@pytest.mark.parametrize(
    ("wan", "text"),
    [
        (0, "0 万元"), (0.4, "0 万元"), (-0.4, "0 万元"), (8600, "8,600 万元"), (9999.4, "9,999 万元"),
        (9999.5, "1.00 亿元"), (10_000, "1.00 亿元"), (776_400, "77.64 亿元"), (-776_400, "-77.64 亿元"),
        (12_345_678, "1,234.57 亿元"),
    ],
)  # fmt: skip
def test_money_is_said_in_yi_from_one_yi_on(wan, text):
    assert formats.money(wan) == text


@pytest.mark.parametrize("kind", [int, float, np.int64, np.int32, np.float64, np.float32])
def test_numbers_of_every_library_look_alike(kind):
    assert formats.money(kind(8600)) == "8,600 万元"
    assert formats.quantity(kind(12), "个") == "12 个"


def test_a_whole_number_bears_no_decimals_whoever_counts_it():
    assert [formats.number(value) for value in (5, np.int64(5), 5.0)] == ["5", "5", "5.00"]


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (98.44, "万元/亩", "98.4 万元/亩"), (74.0, "%", "74.0%"), (59.15, "%", "59.2%"), (12.25, "亩", "12.3 亩"),
        (1234.56, "亩", "1,235 亩"), (999.96, "亩", "1,000.0 亩"), (-0.04, "%", "0.0%"),
        (116.925144, "度", "116.92514 度"),
    ],
)  # fmt: skip
def test_a_quantity_bears_its_units_decimals_and_rounds_as_people_do(value, unit, text):
    assert formats.quantity(value, unit) == text


@given(st.floats(-1e9, 1e9))
def test_nothing_is_ever_shown_as_minus_zero(value):
    text = formats.number(value, "万元")
    assert text.strip("-0") or text == "0"


@given(st.floats(0, 1e8))
def test_money_is_never_said_as_ten_thousand_wan(value):
    assert not formats.money(value).startswith("10,000 万元")


def test_english_counts_money_in_millions():
    with messages.speaking("en"):
        assert formats.money(776_400) == "7,764.0 m CNY"


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("stage", "signed", "签约"), ("stage", "strange", "strange"), ("has_road", True, "是"),
        ("has_road", np.False_, "否"),
        ("signed_on", pd.Timestamp(2026, 1, 2), "2026-01-02"), ("signed_on", dt.date(2026, 1, 2), "2026-01-02"),
        ("year", 2026, "2026"), ("year", 2026.0, "2026"), ("contract_wan", 776_400, "77.64 亿元"),
        ("project_count", np.int64(1234), "1,234 个"), ("project_count", 12.0, "12 个"), ("project_name", "甲", "甲"),
        ("metric", "contract_wan", "合同投资额"),
    ],
)  # fmt: skip
def test_a_cell_shows_a_value_as_its_column_means_it(name, value, text):
    assert formats.cell(name, value) == text


@pytest.mark.parametrize(
    ("text", "end"),
    [("2026-02", "2026-02-28"), ("2024-02", "2024-02-29"), (" 2026-1 ", "2026-01-31"), ("2026-12", "2026-12-31")],
)
def test_a_period_ends_on_the_last_day_of_its_month(text, end):
    assert formats.period_end(text) == dt.date.fromisoformat(end)


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-13", "2026-00", "0000-01", "26-01", "2026-01-31", "2026/01", "一月", "-"]
)
def test_what_is_no_month_has_no_end(text):
    assert formats.period_end(text) is None


def test_a_months_name_and_its_end_agree():
    assert formats.month(formats.period_end("2026-10")) == "2026-10"


def test_half_a_project_shows_a_decimal_and_a_whole_one_none():
    assert [formats.metric("project_count", value) for value in (7.5, 74.0, 0)] == ["7.5 个", "74 个", "0 个"]


def test_amounts_side_by_side_are_told_in_the_unit_of_the_largest():
    large, small = formats.Amount("contract_wan", 20_000.0), formats.Amount("contract_wan", 5000.0)
    assert (large.unit, large.number(500.0), large.number(None)) == ("亿元", "0.05", "—")
    assert (small.unit, small.number(500.0)) == ("万元", "500")
    assert formats.Amount("foreign_usd_wan", 90_000.0).number(500.0) == "500"


def test_projects_foretold_or_asked_for_are_whole():
    assert [formats.whole("project_count", value) for value in (66.2, 4.5)] == [66, 5]
    assert formats.whole("project_count", 4.1, is_required=True) == 5
    assert formats.whole("project_count", 3.0000000001, is_required=True) == 3
    assert formats.whole("contract_wan", 66.2) == 66.2
    assert math.isnan(formats.whole("project_count", math.nan))
