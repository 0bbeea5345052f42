"""The direction of writing: what turns it is told by its code, and what runs from right to left stands for itself."""

import pytest

from parkatlas import direction, messages
from tests import hostile


@pytest.mark.parametrize("name", hostile.NAMES)
def test_a_text_that_turns_nothing_stays_as_it_is(name):
    assert direction.straight(name) == name
    assert hostile.verbatim(direction.isolated(name)) == name


def test_what_turns_the_direction_is_told_by_its_code():
    assert [direction.straight(name) for name in hostile.TURNING] == [
        r"左\u202e右", r"\u202dgpj.exe", r"a\u2066b\u2069c", r"甲\u2069乙\u2068", r"\u202b丙\u202c", r"\u2067丁\u2069",
    ]  # fmt: skip


def test_only_what_runs_from_right_to_left_is_isolated():
    assert direction.isolated("园区 שלום") == "\u2068园区 שלום\u2069"
    assert direction.isolated("园区 A (1)") == "园区 A (1)"


def test_an_isolated_text_may_stand_in_another():
    assert direction.isolated("甲 \u2068שלום\u2069 乙") == "\u2068甲 \u2068שלום\u2069 乙\u2069"


def test_words_within_a_sentence_are_isolated():
    with messages.speaking("en"):
        assert messages.text("exports.source", source="שלום").endswith("\u2068שלום\u2069")
        assert "\u202e" not in messages.text("exports.source", source="\u202e")
