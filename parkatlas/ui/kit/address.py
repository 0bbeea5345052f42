"""The address of a view: what a person chose, as plain words behind the "?", checked when read; a link reopens it."""

from collections.abc import Sequence
from typing import Any

import streamlit as st


def recall(key: str, offered: Sequence[str], default: str) -> None:
    """Give the widget ``key`` its value: what was chosen, at first what the address says, if that is offered."""
    chosen = st.session_state.get(key, st.query_params.get(key))
    st.session_state[key] = chosen if chosen in offered else default


def recall_many(key: str, offered: Sequence[str]) -> None:
    """Give the widget ``key`` its values: those chosen, at first those of the address, as far as they are offered."""
    chosen = st.session_state.get(key)
    allowed = set(offered)
    st.session_state[key] = [
        value for value in (st.query_params.get_all(key) if chosen is None else chosen) if value in allowed
    ]


def recall_flag(key: str) -> None:
    """Give the switch ``key`` its position: as it was left, at first as the address says."""
    st.session_state[key] = bool(st.session_state.get(key, st.query_params.get(key) == "1"))


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


def recall_number(key: str, lowest: float, highest: float, default: float | None) -> None:
    """Give the number field ``key`` its value: what was typed, at first what the address says, if that may be."""
    value = st.session_state.get(key, st.query_params.get(key, default))
    try:
        number = None if value is None else float(value)
    except ValueError:
        number = default
    is_fit = number is None or lowest <= number <= highest
    st.session_state[key] = number if is_fit else default


def publish_number(key: str, default: float | None = None) -> None:
    """Write the number under ``key`` into the address, 0 too; the default needs no words there."""
    number = st.session_state.get(key)
    if number is None or number == default:
        st.query_params.pop(key, None)
    else:
        st.query_params[key] = f"{number:.2f}".rstrip("0").rstrip(".")


def recall_text(key: str, longest: int) -> None:
    """Give the text field ``key`` its words: those typed, at first those of the address, as far as there is room."""
    st.session_state[key] = str(st.session_state.get(key, st.query_params.get(key, "")))[:longest]
