"""The People page's choices: leaders or officers, and one of them, by name or by a click on the table."""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from parkatlas import sheets, terms
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.sheets.people import ROLES
from parkatlas.ui.kit import data, panels
from parkatlas.ui.kit.choice import Choice
from parkatlas.ui.kit.markdown import plain

if TYPE_CHECKING:
    import pandas as pd

_CHOICE_PX = 320
_ROLE, _PERSON = Choice("people", "role"), Choice("people", "person")


def chosen(ask: sheets.Asking) -> tuple[str, str]:
    """Return whose lists to show, leaders' or officers', and the person, "" for all: at first those of the address."""
    return _role(), _PERSON.among(_names(ask))


def choose() -> None:
    """Draw the switch between leaders and officers."""
    _ROLE.draw(
        st.segmented_control,
        column("role").label,
        ROLES,
        partial(terms.label, "role"),
        required=True,
        label_visibility="collapsed",
    )


def people(block: sheets.Table) -> None:
    """Draw the people of a role; a click on one opens the list."""
    st.subheader(plain(block.caption.title), anchor=False)
    st.caption(f":material/ads_click: {text('people.hint')}")
    key = f"table-people-{_role()}"
    clicked = partial(_clicked, key, sheets.people.of_role(data.asking(), _role())["person_name"])
    panels.rows_table(block.rows[list(block.columns)], key, on_select=clicked, selection_mode="single-row")
    panels.downloads("people", block.caption, block.whole)


def choose_person(_: sheets.Choice) -> None:
    """Draw the choice of a person."""
    names = _names(data.asking())
    _PERSON.draw(
        st.selectbox, terms.label("role", _role()), names, lambda name: name or text("pages.all"), width=_CHOICE_PX
    )


def _role() -> str:
    return _ROLE.among(ROLES)


def _names(ask: sheets.Asking) -> list[str]:
    return [str(name) for name in sheets.people.offers(ask, _role())["person"]]


def _clicked(key: str, names: "pd.Series[str]") -> None:
    """Choose the person whose row was clicked; nobody where a row was left or names nobody."""
    rows = st.session_state[key]["selection"]["rows"]
    name = names.iloc[rows[0]] if rows else None
    _PERSON.set(name if isinstance(name, str) else "")
