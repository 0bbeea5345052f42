"""A page of Streamlit's elements, one kind at a time (``?kind=``), each text of the corpus in one of its own."""

import streamlit as st

from parkatlas import direction
from parkatlas.ui.kit.markdown import html, plain
from tests.hostile import NAMES, TURNING, UNSEEN

TEXTS = (*NAMES, *UNSEEN, *TURNING)
DRAWN = {
    "markdown": lambda name: st.markdown(plain(name)),
    "strong": lambda name: st.markdown(f"**{plain(name)}**"),
    "grey": lambda name: st.markdown(f":gray[{plain(name)}]"),
    "badge": lambda name: st.markdown(f":red-badge[{plain(name)}]"),
    "finding": lambda name: st.markdown(f"##### {plain(name)}"),
    "caption": lambda name: st.caption(plain(name)),
    "subheader": lambda name: st.subheader(plain(name), anchor=False),
    "warning": lambda name: st.warning(plain(name)),
    "button": lambda name: st.button(plain(name)),
    "link": lambda name: st.page_link("https://here.test", label=plain(name)),
    "pills": lambda name: st.pills(" ", [name], format_func=plain, key=name, label_visibility="collapsed"),
    "text": lambda name: st.text(direction.isolated(name)),
    "error": lambda name: st.error(plain(name)),
    "html": lambda name: st.html(f"<p>{html(name)}</p>"),
}

if __name__ == "__main__":
    for number, text in enumerate(TEXTS):
        with st.container(key=f"text-{number}"):
            DRAWN[st.query_params["kind"]](text)
