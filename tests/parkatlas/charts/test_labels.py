"""The door to Plotly: what it could read as code goes through as entities, and lines break where people would."""

import html

import pytest

from parkatlas.charts import labels
from parkatlas.words.widths import clipped
from tests import hostile


@pytest.mark.parametrize("name", hostile.NAMES)
def test_no_character_that_plotly_reads_as_code_passes(name):
    passed = labels.text(name)
    assert hostile.verbatim(html.unescape(passed)) == name
    assert not set("<>$%{}\\`\"'") & set(passed)


def test_a_plain_name_passes_unchanged():
    assert labels.text("清河经济开发区 A-1（一期）") == "清河经济开发区 A-1（一期）"


def test_a_long_name_is_cut_at_the_width_it_takes_on_screen():
    assert clipped("园" * 60, 10) == "园园园园…"
    assert clipped("a" * 60, 10) == "aaaaaaaaa…"


def test_a_name_that_just_fits_is_whole():
    assert clipped("五个汉字宽", 10) == "五个汉字宽"


def test_a_sentence_breaks_after_a_clause():
    assert labels.lines("甲园最高，乙园最低", 12) == ["甲园最高，", "乙园最低"]


def test_a_long_clause_breaks_between_words_never_within_a_number():
    assert labels.lines("甲园投资强度最高为 400.3 万元", 20) == ["甲园投资强度最高为", "400.3 万元"]


def test_lines_go_through_the_door_after_they_are_broken():
    assert labels.lines("<a>", 40) == ["&#60;a&#62;"]
