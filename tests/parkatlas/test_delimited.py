"""Rows as CSV: quoted throughout, numbers numbers, and with no separator does a cell begin a formula."""

import csv
import io
import math
from datetime import datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkatlas import delimited
from tests import hostile

SEPARATORS = ",;\t|"
SIGNS = "=+-@＝＋－＠"
# Texts made of what matters here, so that chance soon finds a way through if there is one.
TEXTS = st.text(st.sampled_from([*SIGNS, *SEPARATORS, *"\"' \r\n甲1A\u3000"]), max_size=12)
NUMBERS = st.one_of(st.integers(-999, 999), st.floats(-9.5, 9.5), st.none())
ROWS = st.lists(st.tuples(TEXTS, NUMBERS, TEXTS, TEXTS, NUMBERS, TEXTS), max_size=4)


def cells(content, separator=","):
    """Return all cells as a spreadsheet sees them that opens the file with ``separator``."""
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator)
    return [cell for row in rows for cell in row]


def is_number(cell):
    try:
        return math.isfinite(float(cell))
    except ValueError:
        return False


def begins(cell):
    """Return the first sign of a cell that is neither a space nor a quote; "" where there is none."""
    return cell.strip(' \u3000\t\r\n"')[:1]


def live(content):
    """Return the cells that one or another separator makes a formula."""
    every = {cell for separator in SEPARATORS for cell in cells(content, separator)}
    return [cell for cell in every if begins(cell) in set(SIGNS) and not is_number(cell)]


@given(ROWS)
def test_no_separator_makes_a_text_a_formula(rows):
    assert live(delimited.to_csv(["名称", "数", "=甲", "a;=b", "数", "c"], rows)) == []


@pytest.mark.parametrize("name", hostile.NAMES)
def test_no_hostile_name_is_a_formula(name):
    assert live(delimited.to_csv(["a", "b"], [(name, name), (1, name)])) == []


@given(ROWS)
def test_only_apostrophes_are_added(rows):
    values = ["" if cell is None else cell for row in rows for cell in row]
    texts = cells(delimited.to_csv("abcdef", rows))[6:]
    for before, after in zip(values, texts, strict=True):
        assert str(before).replace("'", "") == after.replace("'", "") or float(after) == pytest.approx(before)


@pytest.mark.parametrize(
    "name", ['=HYPERLINK("x")', "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", " =1", '"=1', "\rx", "＝1+1"]
)
def test_a_text_that_begins_like_a_formula_bears_an_apostrophe_before_all(name):
    assert cells(delimited.to_csv(["a"], [[name]]))[1] == f"'{name}"


def test_a_sign_after_a_separator_within_a_text_bears_one_too():
    assert cells(delimited.to_csv(["a"], [['甲;=1|"+2\t-3, -4']]))[1] == "甲;'=1|\"'+2\t'-3, -4"


def test_numbers_stay_numbers_without_binary_noise():
    assert cells(delimited.to_csv("abcde", [[-2, 0.1 + 0.2, -1e-9, "-3", "+4.5"]]))[5:] == [
        "-2", "0.3", "-1e-09", "-3", "+4.5",
    ]  # fmt: skip


def test_no_value_is_empty_and_a_time_is_exact_to_the_second():
    row = [None, math.nan, pd.NA, math.inf, datetime(2026, 10, 31, 8, 5, 1, 7)]  # noqa: DTZ001 - as tables hold it
    assert cells(delimited.to_csv("abcde", [row]))[5:] == ["", "", "", "", "2026-10-31 08:05:01"]


def test_every_cell_is_quoted_after_the_mark_that_tells_excel_of_chinese():
    assert delimited.to_csv(["甲", "b"], [(1, None)]) == b'\xef\xbb\xbf"\xe7\x94\xb2","b"\r\n"1",""\r\n'
