"""The matters to ask about today on a page: one sentence each, with what stands behind it and a link."""

import streamlit as st

from parkatlas import sheets, words
from parkatlas.messages import text
from parkatlas.ui.kit import look
from parkatlas.ui.kit.markdown import plain

_HEIGHT = 500


def draw(matters: sheets.Listing) -> None:
    """Draw the matters, the weightiest first: each links to the page of its project, to the pipeline or to Data."""
    with look.card("attention", height=_HEIGHT, gap=None):
        st.markdown(f"**{text('pages.attention')}**", help=text("attention.help"))
        if matters.rows.empty:
            st.caption(text("pages.attention_none"))
        for number, (_, row) in enumerate(matters.rows.iterrows(), start=1):
            matter, behind = plain(words.attention.matter(row)), plain(words.attention.behind(row))
            sentence = f"{number}. {matter}{text('attention.comma')}:gray[{behind}]"
            if isinstance(row["project_id"], str):
                st.page_link("pages/project.py", label=sentence, query_params={"project": row["project_id"]})
            else:
                page = "imports" if row["attention"] == "unreported" else "pipeline"
                st.page_link(f"pages/{page}.py", label=sentence)
