"""The catalogue of columns: complete in both languages, and no header that could mean two things."""

import pytest

from parkatlas import columns, terms
from parkatlas.columns import CATALOGUE
from parkatlas.filetypes import KINDS
from parkatlas.messages import LANGUAGES, speaking


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_column_has_label_meaning_and_unit_in_both_languages(name):
    column = columns.column(name)
    for language in LANGUAGES:
        with speaking(language):
            assert column.label.strip()
            assert column.meaning.strip()
            assert column.label in column.header
            assert column.unit_label in column.header
    assert column.unit in columns.UNITS
    assert column.sql_type in columns.SQL_TYPES.values()


@pytest.mark.parametrize("kind", KINDS)
def test_a_header_means_one_column_of_a_kind_of_file(kind):
    meanings = {}
    for name in KINDS[kind].columns:
        column = columns.column(name)
        for header in {name, *column.labels, *column.aliases}:
            meanings.setdefault(header.lower(), set()).add(name)
    assert {header: names for header, names in meanings.items() if len(names) > 1} == {}


def test_a_vocabulary_named_by_a_column_exists():
    named = [(column.name, column.vocabulary) for column in CATALOGUE.values() if column.vocabulary]
    assert [(name, vocabulary) for name, vocabulary in named if vocabulary not in terms.VOCABULARIES] == []


ENDINGS = {"_wan_per_mu": "万元/亩", "_usd_wan": "万美元", "_wan": "万元", "_mu": "亩", "_pct": "%", "_km": "公里"}


@pytest.mark.parametrize("column", CATALOGUE.values(), ids=lambda column: column.name)
def test_a_name_carries_its_unit(column):
    ending = next((ending for ending in ENDINGS if column.name.endswith(ending)), None)
    assert ending is None or column.unit == ENDINGS[ending]


def test_a_stage_has_the_column_of_its_date():
    assert [name.removesuffix("_on") for name in columns.STAGE_DATES] == [term.code for term in terms.STAGES]


def test_a_name_stands_in_the_catalogue_once():
    names = [column.name for column in columns._ALL]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_an_unknown_column_is_a_key_error():
    with pytest.raises(KeyError):
        columns.column("land_sqm")
