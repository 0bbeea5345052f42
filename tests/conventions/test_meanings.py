"""A column means one thing: whichever questions return it, one expression defines it."""

import re
from collections import defaultdict

import pytest

from tests.conventions import lineage

# Sums, counts and the like of a column at a coarser grain are no second meaning here; neither is a literal.
_ROLLED_UP = re.compile(
    r"\b(SUM|COUNT|MIN|MAX|AVG|BOOL_OR|BOOL_AND|ANY_VALUE|ARG_MAX|STRING_AGG|QUANTILE_CONT|RANK|ROW_NUMBER|LAG)\("
)
_LITERAL = re.compile(r"'[^']*'|[\d.]+|NULL|TRUE|FALSE")
_OF_A_TABLE = re.compile(r"\w*\.\w+")


@pytest.fixture(scope="module")
def meanings():
    """Of every column that questions return: its defining expressions, each with the questions that have it."""
    expressions = defaultdict(lambda: defaultdict(list))
    for question, statement in lineage.questions().items():
        for column in statement.named_selects:
            for text in lineage.definitions(statement, column):
                expressions[column][text].append(question)
    return expressions


def rival(texts):
    """Return the defining expressions of one name that contradict each other."""
    own = {text for text in texts if not _ROLLED_UP.search(text) and not _LITERAL.fullmatch(text)}
    derived = {text for text in own if not _OF_A_TABLE.fullmatch(text)}
    return own if len(own) > 1 and derived else set()


def test_a_column_is_defined_once(meanings):
    rivals = [
        f"{column}: {text} in {', '.join(texts[text])}"
        for column, texts in sorted(meanings.items())
        for text in sorted(rival(texts))
    ]
    assert not rivals, "one name, two meanings:\n" + "\n".join(rivals)


@pytest.mark.parametrize(
    ("column", "places"),
    [("free_area_mu", ["intensity_by_park", "land_by_park", "park_profiles", "parks", "siting_parks"])],
)
def test_a_definition_is_followed_through_the_macros(meanings, column, places):
    (text,) = rival(meanings[column]) or {text for text in meanings[column] if not _ROLLED_UP.search(text)}
    assert text.startswith("CASE WHEN supplied_area_mu <= planned_area_mu")
    assert meanings[column][text] == places


def test_the_same_name_from_two_expressions_is_seen():
    one, other = (lineage._parsed(sql) for sql in ("select a - b as c from t", "select c from (select a as c from t)"))
    assert lineage.definitions(one, "c") | lineage.definitions(other, "c") == {"a - b", "t.a"}
    assert rival({"a - b", "t.a"}) == {"a - b", "t.a"}
    assert rival({"SUM(c)", "t.c", "'x'"}) == set()
