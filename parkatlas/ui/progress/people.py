"""The People page's choices: leaders or officers, and one of them, by name or by a click on the table."""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from parkatlas import sheets, terms
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.sheets.people import ROLES
from parkatlas.ui.kit import address, data, panels
from parkatlas.ui.kit.markdown import plain

if TYPE_CHECKING:
    import pandas as pd

_CHOICE_PX = 320


def chosen(ask: sheets.Asking) -> tuple[str, str]:
    """Return whose lists to show, leaders' or officers', and the person, "" for all: at first those of the address."""
    address.recall("role", ROLES, ROLES[0])
    address.recall("person", _names(ask), "")
    return str(st.session_state["role"]), str(st.session_state["person"])


def choose() -> None:
    """Draw the switch between leaders and officers."""
    st.segmented_control(
        column("role").label,
        ROLES,
        format_func=partial(terms.label, "role"),
        key="role",
        required=True,
        label_visibility="collapsed",
    )
    address.publish("role", ROLES[0])


def people(block: sheets.Table) -> None:
    """Draw the people of a role; a click on one opens the list."""
    st.subheader(plain(block.caption.title), anchor=False)
    st.caption(f":material/ads_click: {text('people.hint')}")
    key = f"table-people-{st.session_state['role']}"
    clicked = partial(_clicked, key, sheets.people.of_role(data.asking(), st.session_state["role"])["person_name"])
    panels.rows_table(block.rows[list(block.columns)], key, on_select=clicked, selection_mode="single-row")
    panels.downloads("people", block.caption, block.whole)


def choose_person(_: sheets.Choice) -> None:
    """Draw the choice of a person."""
    st.selectbox(
        terms.label("role", st.session_state["role"]),
        _names(data.asking()),
        key="person",
        format_func=lambda name: name or text("pages.all"),
        width=_CHOICE_PX,
    )
    address.publish("person", "")


def _names(ask: sheets.Asking) -> list[str]:
    return ["", *sheets.people.of_role(ask, st.session_state["role"])["person_name"].dropna()]


def _clicked(key: str, names: "pd.Series[str]") -> None:
    """Choose the person whose row was clicked; nobody where a row was left or names nobody."""
    rows = st.session_state[key]["selection"]["rows"]
    name = names.iloc[rows[0]] if rows else None
    st.session_state["person"] = name if isinstance(name, str) else ""
