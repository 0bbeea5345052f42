"""The closed vocabularies: every word finds its term, none finds two, both languages have labels."""

import pytest

from parkatlas import terms
from parkatlas.messages import LANGUAGES, speaking

# Nobody writes the name of a group or class where a word is asked for; there are nearly two thousand of them.
STANDARD = ("industry_group", "industry_class")
SPOKEN = {vocabulary: entries for vocabulary, entries in terms.VOCABULARIES.items() if vocabulary not in STANDARD}
ALL = [(vocabulary, term) for vocabulary, entries in SPOKEN.items() for term in entries]


@pytest.mark.parametrize(("vocabulary", "term"), ALL, ids=lambda part: getattr(part, "code", part))
def test_every_word_finds_its_term(vocabulary, term):
    for word in (term.code, *term.labels, *term.aliases):
        assert terms.find(vocabulary, f" {word.upper()} ") is term


@pytest.mark.parametrize(("vocabulary", "term"), ALL, ids=lambda part: getattr(part, "code", part))
def test_every_term_has_a_label_in_both_languages(vocabulary, term):
    for language in LANGUAGES:
        with speaking(language):
            assert terms.label(vocabulary, term.code) == term.label != ""


def test_an_unknown_word_finds_no_term():
    assert terms.find("stage", "飞了") is None
    assert terms.find("stage", "") is None


def test_an_unknown_code_shows_itself_and_none_a_dash():
    assert [terms.label("stage", code) for code in ("strange", None, float("nan"))] == ["strange", "—", "—"]


def test_the_standard_holds_its_sections_divisions_groups_and_classes():
    levels = (terms.INDUSTRY_SECTIONS, terms.INDUSTRY_DIVISIONS, terms.INDUSTRY_GROUPS, terms.INDUSTRY_CLASSES)
    assert [len(level) for level in levels] == [20, 97, 473, 1381]
    codes = set(terms.INDUSTRY_CODES)
    assert {code[: {2: 1}.get(len(code) - 1, len(code) - 1)] for code in codes if len(code) > 1} <= codes
    assert all(len({term.label for term in level}) == len(level) for level in levels)


@pytest.mark.parametrize(
    ("vocabulary", "code", "zh", "en"),
    [
        ("industry_section", "C", "制造业", "Manufacturing"),
        ("industry_division", "05", "农、林、牧、渔专业及辅助性活动", "Services to farming"),
        ("industry_group", "336", "金属表面处理及热处理加工", "336 金属表面处理及热处理加工"),
        ("industry_class", "3071", "建筑陶瓷制品制造", "3071 建筑陶瓷制品制造"),
    ],
)
def test_an_industry_of_each_level_has_its_official_name(vocabulary, code, zh, en):
    for language, label in zip(LANGUAGES, (zh, en), strict=True):
        with speaking(language):
            assert terms.label(vocabulary, code) == label


def test_the_stages_stand_in_their_order():
    assert [term.labels[0] for term in terms.STAGES[:5]] == ["线索", "在谈", "意向", "协议", "签约"]
    assert terms.STAGES[-1].code == "dropped"
