"""The Glossary page's panel: every column with its meaning, unit and other names, and every vocabulary."""

from functools import partial

import pandas as pd
import streamlit as st

from parkatlas import terms
from parkatlas.columns import CATALOGUE, column
from parkatlas.messages import text
from parkatlas.ui import panels
from parkatlas.ui.markdown import plain


def draw() -> None:
    """Draw the search and the two tables: figures and words."""
    wanted = st.text_input(text("glossary.search"), key="glossary_search", icon=":material/search:").strip().lower()
    _table("columns", text("glossary.columns"), _columns(), wanted)
    _table("vocabularies", text("glossary.vocabularies"), _vocabularies(), wanted)


def _table(key: str, title: str, rows: pd.DataFrame, wanted: str) -> None:
    st.subheader(plain(title), anchor=False)
    found = rows[rows.apply(lambda row: wanted in " ".join(row).lower(), axis=1)]
    if found.empty:
        st.caption(text("glossary.nothing"))
        return
    panels.rows_table(found, f"glossary-{key}")
    panels.downloads(f"glossary-{key}", panels.caption_of(title), partial(pd.DataFrame, found))


def _columns() -> pd.DataFrame:
    rows = [
        (known.label, known.unit_label, known.meaning, _listed(known.aliases), known.name)
        for known in CATALOGUE.values()
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
