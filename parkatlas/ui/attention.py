"""The matters to ask about today on a page: one sentence each, with what stands behind it and a link."""

import streamlit as st

from parkatlas import sheets, words
from parkatlas.messages import text
from parkatlas.ui.kit import look
from parkatlas.ui.kit.markdown import plain

_HEIGHT = 500


def draw(matters: sheets.Listing) -> None:
    """Draw the matters, the weightiest first: a project links to its page, an obstacle to the pipeline."""
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
                st.page_link("pages/pipeline.py", label=sentence)
