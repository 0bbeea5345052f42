"""The Glossary page's panel: every column with its meaning, unit and other names, and every vocabulary."""

import pandas as pd
import streamlit as st

from parkatlas import terms
from parkatlas.columns import CATALOGUE
from parkatlas.messages import text


def draw() -> None:
    """Draw the search and the two tables: figures and words."""
    wanted = st.text_input(text("glossary.search"), key="glossary_search", icon=":material/search:").strip().lower()
    st.subheader(text("glossary.columns"), anchor=False)
    _table(_columns(), wanted, "columns")
    st.subheader(text("glossary.vocabularies"), anchor=False)
    _table(_vocabularies(), wanted, "vocabularies")


def _table(rows: pd.DataFrame, wanted: str, key: str) -> None:
    found = rows[rows.apply(lambda row: wanted in " ".join(row).lower(), axis=1)]
    if found.empty:
        st.caption(text("glossary.nothing"))
        return
    st.dataframe(found, hide_index=True, key=f"glossary-{key}", height="auto")


def _columns() -> pd.DataFrame:
    rows = [(c.label, c.unit_label, c.meaning, "、".join(c.aliases), c.name) for c in CATALOGUE.values()]
    return pd.DataFrame(
        rows, columns=[text(f"glossary.{name}") for name in ("label", "unit", "meaning", "aliases", "code")]
    )


def _vocabularies() -> pd.DataFrame:
    rows = [
        (_vocabulary_label(name), term.label, "、".join(term.aliases), term.code)
        for name, vocabulary in terms.VOCABULARIES.items()
        for term in vocabulary
    ]
    return pd.DataFrame(rows, columns=[text(f"glossary.{name}") for name in ("vocabulary", "label", "aliases", "code")])


def _vocabulary_label(name: str) -> str:
    if name == "infrastructure":
        return text("glossary.infrastructure")
    return CATALOGUE[name].label if name in CATALOGUE else text("glossary.other")
