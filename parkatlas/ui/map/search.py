"""The map's search: by part of a name, by pinyin initials, by who answers for a project."""

from typing import TYPE_CHECKING, Any

import streamlit as st

from parkatlas.analysis import initials
from parkatlas.maps import Place
from parkatlas.messages import text
from parkatlas.ui.kit import data
from parkatlas.ui.kit.markdown import plain

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST_FOUND = 12
_LONGEST = 60


def draw(go: "Callable[[Place | None], None]") -> None:
    """Draw the search and what it finds; ``go`` is called with the place chosen."""
    words = st.text_input(
        text("maps_panel.search"),
        key="search",
        icon=":material/search:",
        max_chars=_LONGEST,
        placeholder=text("maps_panel.search_example"),
    ).strip()[:_LONGEST]  # a browser keeps to the limit, other clients need not
    if not words:
        return
    rows = data.ask("find_places", search=words, initials=initials.pattern(words), most=_MOST_FOUND)
    if rows.empty:
        st.caption(text("maps_panel.not_found", words=plain(words)))
        return
    names = {row.place_key: _name(row) for row in rows.itertuples()}
    st.pills(
        text("maps_panel.found"),
        list(names),
        format_func=lambda place_key: plain(names.get(place_key, place_key)),
        key="found",
        label_visibility="collapsed",
        on_change=lambda: go(Place.read(st.session_state.get("found"))),
    )


def _name(row: Any) -> str:
    """Return a place's name, with who answers for it where that is what was searched for."""
    if not isinstance(row.found_person_name, str):
        return str(row.place_name)
    return text("maps_panel.found_by_person", place=row.place_name, person=row.found_person_name)
