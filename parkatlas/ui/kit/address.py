"""The address of a view: what a person chose, as plain words behind the "?", checked when read; a link reopens it."""

from typing import Any

import streamlit as st


def publish(key: str, default: object = None) -> None:
    """Write what is chosen under ``key`` into the address; the default needs no words there."""
    name(key, st.session_state.get(key), default)


def name(word: str, chosen: Any, usual: object = None) -> None:
    """Write what is chosen into the address under ``word``; the usual choice needs none there."""
    if not chosen or chosen == usual:
        st.query_params.pop(word, None)
    else:
        st.query_params[word] = "1" if chosen is True else chosen


def follow(key: str) -> None:
    """Give the widget ``key`` its value: what a link names, else what was chosen, on an earlier visit of the page too.

    A link tells itself from one's own choice by not being what ``keep`` last wrote.
    """
    linked, kept = st.query_params.get(key), st.session_state.get(_kept(key))
    if linked and linked != kept:
        st.session_state[key] = linked
    elif key not in st.session_state:
        st.session_state[key] = kept


def keep(key: str) -> None:
    """Write what is chosen under ``key`` into the address, and remember it for the next visit of the page."""
    publish(key)
    st.session_state[_kept(key)] = st.session_state.get(key)


def _kept(key: str) -> str:
    return f"{key}_kept"
