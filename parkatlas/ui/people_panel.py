"""The People page's panel: leaders or officers, the table of them to click, and the list of the one chosen."""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from parkatlas import terms
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.ui import address, data, panels
from parkatlas.ui.markdown import plain

if TYPE_CHECKING:
    import pandas as pd

_CHOICE_PX = 320
_ROLES = tuple(term.code for term in terms.ROLES)
_PEOPLE = (
    "person_name", "person_lamp", "project_count", "contract_wan", "late_count", "late_wan", "due_count", "stuck_count",
    "moved_count",
)  # fmt: skip
_PROJECTS = (
    "project_name", "state_lamp", "next_step", "next_on", "days_to_next", "previous_stage", "stage", "over_days",
    "in_place_added_wan", "done_added_wan", "contract_wan", "intended_wan", "park_name", "unit_name",
)  # fmt: skip


def role() -> str:
    """Return whose lists to show, leaders' or officers': the role chosen, at first the one of the address."""
    address.recall("role", _ROLES, _ROLES[0])
    return str(st.session_state["role"])


def choose() -> None:
    """Draw the switch between leaders and officers."""
    st.segmented_control(
        column("role").label,
        _ROLES,
        format_func=partial(terms.label, "role"),
        key="role",
        required=True,
        label_visibility="collapsed",
    )
    address.publish("role", _ROLES[0])


def people(rows: "pd.DataFrame", of_role: str) -> None:
    """Draw the people of a role (rows of ``people``), those with most late first; a click on one opens the list."""
    caption = panels.caption_of(text("people.table", role=terms.label("role", of_role)))
    st.subheader(plain(caption.title), anchor=False)
    st.caption(f":material/ads_click: {text('people.hint')}")
    key = f"table-people-{of_role}"
    panels.rows_table(
        _named(rows)[list(_PEOPLE)], key, on_select=partial(_clicked, key, rows), selection_mode="single-row"
    )
    panels.exports("people", caption, partial(_whole, of_role))


def projects(rows: "pd.DataFrame", of_role: str) -> None:
    """Draw the choice of a person and that person's projects, all of the role's where nobody is chosen."""
    names = ["", *rows["person_name"].dropna()]
    address.recall("person", names, "")
    chosen = st.session_state["person"]
    title = text("people.list_of", name=chosen) if chosen else text("people.list_all")
    caption = panels.caption_of(title)
    st.selectbox(
        terms.label("role", of_role),
        names,
        key="person",
        format_func=lambda name: name or text("pages.all"),
        width=_CHOICE_PX,
    )
    address.publish("person", "")
    columns = _PROJECTS if chosen else ("project_name", "person_name", *_PROJECTS[1:])
    panels.titled_table("person_projects", caption, "person_projects", columns, role=of_role, person=chosen or None)


def _clicked(key: str, rows: "pd.DataFrame") -> None:
    """Choose the person whose row was clicked; nobody where a row was left or names nobody."""
    places = st.session_state[key]["selection"]["rows"]
    name = rows["person_name"].iloc[places[0]] if places else None
    st.session_state["person"] = name if isinstance(name, str) else ""


def _whole(of_role: str) -> "pd.DataFrame":
    whole = data.ask_whole("people")
    return _named(whole[whole["role"] == of_role])


def _named(rows: "pd.DataFrame") -> "pd.DataFrame":
    """Return the rows with a word for those that name nobody."""
    return rows.assign(person_name=rows["person_name"].fillna(text("people.unnamed")))
