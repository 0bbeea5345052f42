"""Names are found by the first letters of their pinyin, by any frequent reading of a character."""

import re

import pytest

from parkatlas.analysis import initials


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("qytc", "清源陶瓷"), ("QYTC", "清源陶瓷有限公司"), ("tc", "清源陶瓷"), ("cqc", "重庆厂"), ("zqc", "重庆厂"),
        ("a3c", "A3厂"), ("xm", "厦门"),
    ],
)  # fmt: skip
def test_initials_fit_a_name(typed, name):
    assert re.search(initials.pattern(typed), name)


@pytest.mark.parametrize(("typed", "name"), [("qytc", "清源钢铁"), ("tq", "清源陶瓷"), ("yqtc", "清源陶瓷")])
def test_other_initials_do_not(typed, name):
    assert not re.search(initials.pattern(typed), name)


@pytest.mark.parametrize("typed", ["", "q", "陶瓷", "q.", "q[", "12", "(a+)+b", "ab cd", "q" * 21])
def test_what_is_no_row_of_letters_is_no_pattern(typed):
    assert initials.pattern(typed) is None
