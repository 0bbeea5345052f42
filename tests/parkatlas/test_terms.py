"""The closed vocabularies: every word finds its term, none finds two, both languages have labels."""

import pytest

from parkatlas import terms
from parkatlas.messages import LANGUAGES, speaking

ALL = [(vocabulary, term) for vocabulary, found in terms.VOCABULARIES.items() for term in found]


@pytest.mark.parametrize(("vocabulary", "term"), ALL, ids=lambda part: getattr(part, "code", part))
def test_every_word_finds_its_term(vocabulary, term):
    for word in (term.code, term.zh, term.en, *term.aliases):
        assert terms.find(vocabulary, f" {word.upper()} ") is term


@pytest.mark.parametrize(("vocabulary", "term"), ALL, ids=lambda part: getattr(part, "code", part))
def test_every_term_has_a_label_in_both_languages(vocabulary, term):
    for language in LANGUAGES:
        with speaking(language):
            assert terms.label(vocabulary, term.code) == term.label != ""


def test_a_word_that_is_none_finds_nothing():
    assert terms.find("stage", "飞了") is None
    assert terms.find("stage", "") is None


def test_an_unknown_code_shows_itself_and_none_a_dash():
    assert [terms.label("stage", code) for code in ("strange", None, float("nan"))] == ["strange", "—", "—"]


def test_the_stages_stand_in_their_order():
    assert [term.zh for term in terms.STAGES[:5]] == ["线索", "在谈", "意向", "协议", "签约"]
    assert terms.STAGES[-1].code == "dropped"
