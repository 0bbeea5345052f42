"""One park or one project on a page: which one, its entry check, its stages, what changed, who answers for it."""

from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from parkatlas import formats, sheets, words
from parkatlas.maps import Place
from parkatlas.messages import text
from parkatlas.ui.kit import address, data, look, metric_tables, panels, sheet
from parkatlas.ui.kit.markdown import plain
from parkatlas.ui.map import card
from parkatlas.ui.places import other_park

if TYPE_CHECKING:
    import pandas as pd

# More names than these make a list that no browser likes; a search narrows them.
_MOST_OFFERED = 1000
_COLOURS = {"pass": "green", "short": "orange", "missing": "gray", "exempt": "gray"}
_ICONS = {"pass": "check_circle", "short": "cancel", "missing": "help", "exempt": "remove"}


def project() -> str:
    """Return the id of the project chosen, at first the address's, else the largest; "" where there is none."""
    address.follow("project")
    offered = _offered()
    st.session_state["project"] = st.session_state["project"] or (offered[0][0] if offered else None)
    return st.session_state["project"] or ""


def choose_project() -> None:
    """Draw the choice of a project and the ways to its map and park; says so where there is none of the id."""
    chosen, offered = st.session_state["project"], dict(_offered())
    facts = data.ask("project_facts", project_id=chosen or "")
    if chosen and facts.empty:
        st.warning(text("places.unknown_project"), icon=":material/search_off:")
        st.session_state["project"] = None
    elif not facts.empty:
        offered.setdefault(chosen, facts["project_name"].iloc[0])
    if not offered:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _select("project", offered)
        if not facts.empty:
            _ways(facts.iloc[0])


def park() -> str:
    """Return the id of the park chosen, at first the address's, else the first; "" where there is none."""
    address.follow("park")
    parks = data.ask("parks")["park_id"]
    st.session_state["park"] = st.session_state["park"] or (parks.iloc[0] if len(parks) else None)
    return st.session_state["park"] or ""


def choose_park() -> None:
    """Draw the choice of a park and the way to the map; says so where there is none of the id."""
    chosen, parks = st.session_state["park"], data.ask("parks")
    fact = data.park("parks", chosen or "")
    names = dict(zip(parks["park_id"], parks["park_name"], strict=True))
    if chosen and fact is None:
        st.warning(text("places.unknown_park"), icon=":material/search_off:")
        st.session_state["park"] = None
    elif fact is not None:
        names.setdefault(chosen, fact["park_name"])
    if not names:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _select("park", names)
        if fact is not None:
            _way("pages/park_map.py", "on_map", ":material/map:", chosen=Place("park", chosen).words)


def _entry(block: sheets.Listing) -> None:
    """Draw both conditions of entry, each with its verdict and what is missing."""
    with look.card("entry", gap="small", height="stretch"):
        st.markdown(f"**{plain(block.caption.title)}**", help=text("places.entry_help"))
        for condition in words.places.entry(block.rows.iloc[0]):
            label = plain(text(f"places.is_{condition.verdict}"))
            badge = f":{_COLOURS[condition.verdict]}-badge[:material/{_ICONS[condition.verdict]}: {label}]"
            st.markdown(f"{badge}　{plain(condition.sentence)}")


def _offered() -> list[tuple[str, str]]:
    """Return ids and names of the projects to choose from, the largest first; with a search where they are too many."""
    rows = data.ask("project_choices", most=_MOST_OFFERED)
    if len(rows) == _MOST_OFFERED:
        words = st.text_input(text("places.search"), key="find", icon=":material/search:", max_chars=60).strip()[:60]
        rows = data.ask("project_choices", search=words, most=_MOST_OFFERED) if words else rows
    return list(zip(rows["project_id"], rows["project_name"], strict=True))


def _select(key: str, names: dict[str, str]) -> None:
    """Draw the choice among ``names`` by id; an empty one asks for a choice."""
    st.selectbox(
        text(f"places.choose_{key}"),
        list(names),
        index=None,
        key=key,
        format_func=lambda one: names.get(one, one),
        placeholder=text(f"places.choose_{key}"),
        width=520,
    )
    address.keep(key)


def _ways(fact: "pd.Series[Any]") -> None:
    if not formats.is_none(fact["lon"]):
        _way("pages/park_map.py", "on_map", ":material/map:", chosen=Place("project", fact["project_id"]).words)
    if not formats.is_none(fact["park_id"]):
        _way("pages/park.py", "its_park", ":material/factory:", park=fact["park_id"])


def _way(page: str, name: str, icon: str, **query: str) -> None:
    st.page_link(page, label=text(f"places.{name}"), icon=icon, query_params=query, width="content")


# What these pages draw in a way of their own, by the blocks' keys.
OF_PROJECT: dict[str, sheet.Drawer] = {"entry": _entry}
OF_PARK: dict[str, sheet.Drawer] = {
    "park_targets": partial(panels.draw_table, rows=metric_tables.of_words),
    "place": card.of_park,
    "park_profiles": other_park.choose,
}
