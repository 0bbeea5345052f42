"""What every export carries, and the names of downloads."""

from datetime import date

import pytest

from parkatlas import messages
from parkatlas.exports import file_name
from parkatlas.words import Caption
from tests import hostile


def test_the_line_says_date_basis_scope_source_and_that_data_are_invented(caption):
    assert caption.line == "截至 2026-10-31 · 计划口径 · 全部园区 · 来源：清河县 · 示例数据"


def test_what_does_not_apply_is_left_out():
    assert Caption("目标", date(2026, 10, 31)).line == "截至 2026-10-31"


def test_the_line_speaks_english(caption):
    with messages.speaking("en"):
        assert caption.line.startswith("As of 2026-10-31 · ")
        assert caption.line.endswith("Invented example data")


def test_a_download_is_named_by_title_date_and_basis():
    caption = Caption("投资强度", date(2026, 10, 31), "计划口径")
    assert file_name(caption, "xlsx") == "投资强度_2026-10-31_计划口径.xlsx"


def test_the_name_of_a_download_says_that_data_are_invented(caption):
    assert file_name(caption, "csv") == "投资强度_2026-10-31_计划口径_示例数据.csv"


def test_internal_comes_first_in_the_caption_and_in_the_name():
    caption = Caption("两本账", date(2026, 10, 31), is_internal=True)
    assert caption.line == "内部 · 截至 2026-10-31"
    assert file_name(caption, "csv") == "内部_两本账_2026-10-31.csv"


@pytest.mark.parametrize("title", hostile.NAMES)
def test_no_title_makes_a_file_name_that_a_system_refuses(title):
    name = file_name(Caption(title, date(2026, 10, 31)), "png")
    assert not set('\\/:*?"<>|%#\n\r\t\u2028\u202e') & set(name)
    assert not name.startswith(("_", ".", " ", "-"))
    assert name.endswith("2026-10-31.png")


def test_a_long_title_makes_a_name_that_fits_every_file_system():
    name = file_name(Caption("长" * 300, date(2026, 10, 31), "计划口径"), "xlsx")
    assert len(name.encode()) < 255
