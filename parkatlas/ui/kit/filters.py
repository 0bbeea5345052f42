"""The filters that all pages share: drawn in the sidebar, kept in the address, read by every query."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from parkatlas import formats, terms
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.sheets import LISTS, Scope
from parkatlas.sheets.asking import labels, unique_labels
from parkatlas.ui.kit import look, store
from parkatlas.ui.kit.choice import Choice, Several
from parkatlas.ui.kit.markdown import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

_BASES = tuple(term.code for term in terms.INVESTMENT_BASES)
_AS_OF, _BASIS = Choice("", "as_of"), Choice("", "basis")


def draw() -> None:
    """Draw the filters in the sidebar."""
    with st.sidebar:
        st.markdown(f"### {text('pages.product')}")
        _draw_time_and_basis()
        choices = _choices()
        for name, labelled_by in LISTS.items():
            _draw_list(name, column(labelled_by).label, choices.get(name, {}))
        st.divider()
        look.choose_language()
        look.choose_type_size()


def as_of() -> date:
    """Return the day up to which ledgers count: the one chosen, else the workspace's default."""
    chosen = st.session_state.get("as_of")
    return date.fromisoformat(chosen) if chosen else store.workspace().default_day


def periods() -> list[str]:
    """Return the days of the ledgers, ISO dates, the oldest first."""
    return sorted(_choices().get("periods", ()))


def current() -> Scope:
    """Return what is chosen, as the queries' parameters name it; None for a filter that is empty."""
    return Scope(
        as_of=as_of(),
        basis=st.session_state.get("basis") or _BASES[0],
        threshold=store.workspace().settings.entry.threshold_wan_per_mu,
        **{name: st.session_state.get(name) or None for name in LISTS},
    )


def chips() -> None:
    """Draw what is filtered as chips with one reset; nothing where nothing is."""
    chosen = [
        (column(labelled_by).label, label)
        for name, labelled_by in LISTS.items()
        for label in labels(name, st.session_state.get(name) or (), _choices().get(name, {}))
    ]
    # Drawn empty too: what stands below keeps its place, or the browser would make the map anew.
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="chips"):
        if not chosen:
            return
        st.markdown(" ".join(f":blue-badge[{plain(kind)}：{plain(label)}]" for kind, label in chosen), width="content")
        st.button(text("pages.reset_filters"), icon=":material/close:", type="tertiary", on_click=reset)


def reset() -> None:
    """Empty all filters of lists."""
    for name in LISTS:
        st.session_state[name] = []


def scope_words() -> str:
    """Return the scope in words: all, or what is chosen."""
    return current().words(_choices())


def basis_label() -> str:
    """Return the basis in words."""
    return terms.label("basis", current().basis)


def _draw_time_and_basis() -> None:
    days = periods()[::-1]
    label = text("pages.as_of")
    if days:
        _follow_newest(days[0])
        _AS_OF.draw(st.selectbox, label, days, lambda day: formats.month(date.fromisoformat(day)))
    else:
        st.selectbox(label, days, placeholder=text("pages.no_ledger"))
    basis = column("basis")
    _BASIS.draw(st.selectbox, basis.label, _BASES, partial(terms.label, "basis"), help=basis.meaning)


def _follow_newest(newest: str) -> None:
    """Move the page on to a newly taken in ledger where it shows the newest one before it."""
    if st.session_state.get("as_of") == st.session_state.get("newest_period", newest):
        st.session_state["as_of"] = newest
    st.session_state["newest_period"] = newest


def _draw_list(name: str, label: str, choices: "Mapping[str, str]") -> None:
    label_of = unique_labels(name, choices)
    Several("", name).draw(
        st.multiselect,
        label,
        list(label_of),
        lambda choice: label_of.get(choice, choice),
        placeholder=text("pages.all"),
        select_all=False,
    )


def _choices() -> "Mapping[str, Mapping[str, str]]":
    return store.choices(as_of())
