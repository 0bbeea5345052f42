"""Glossary: what every figure means, its unit and what ledgers call it."""

from typing import TYPE_CHECKING

import pandas as pd

from parkatlas import terms
from parkatlas.columns import CATALOGUE, column
from parkatlas.messages import text
from parkatlas.sheets.asking import catalogued
from parkatlas.sheets.model import Choice, Sheet, Table

if TYPE_CHECKING:
    from parkatlas.sheets.asking import Asking


def sheet(ask: "Asking", search: str = "") -> Sheet:
    """Return every column and every term of a vocabulary whose words hold what is searched for."""
    wanted = search.strip().lower()
    tables = [
        _table(ask, "columns", _columns(), wanted),
        _table(ask, "vocabularies", _vocabularies(), wanted),
    ]
    return ask.sheet("glossary", blocks=[Choice("search"), *tables])


def _table(ask: "Asking", name: str, rows: pd.DataFrame, wanted: str) -> Table:
    matches = rows[rows.apply(lambda row: wanted in " ".join(row).lower(), axis=1)]
    return Table(
        f"glossary-{name}",
        ask.captioned(text(f"glossary.{name}")),
        matches,
        catalogued(list(rows.columns)),
        matches.copy,
        nothing=text("glossary.nothing"),
    )


def _columns() -> pd.DataFrame:
    rows = [
        (entry.label, entry.unit_label, entry.meaning, _listed(entry.aliases), entry.name)
        for entry in CATALOGUE.values()
    ]
    return pd.DataFrame(rows, columns=["word", "word_unit", "word_meaning", "word_aliases", "word_code"])


def _vocabularies() -> pd.DataFrame:
    rows = [
        (_vocabulary_label(name), term.label, _listed(term.aliases), term.code)
        for name, vocabulary in terms.VOCABULARIES.items()
        for term in vocabulary
    ]
    return pd.DataFrame(rows, columns=["vocabulary", "word", "word_aliases", "word_code"])


def _vocabulary_label(name: str) -> str:
    if name == "infrastructure":
        return text("glossary.infrastructure")
    return column(name).label if name in CATALOGUE else text("glossary.other")


def _listed(names: tuple[str, ...]) -> str:
    return text("pages.list_comma").join(names)
