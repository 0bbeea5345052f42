"""The Siting page's panel: the form, the park chosen on map, list or by name, and the projects to assign."""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from parkatlas import exports, sheets
from parkatlas.messages import text
from parkatlas.sheets.siting import RESERVES
from parkatlas.ui.kit import address, data, look, panels, sheet
from parkatlas.ui.kit.choice import Choice, Several
from parkatlas.ui.kit.markdown import plain
from parkatlas.ui.map import drawing
from parkatlas.ui.siting import form

if TYPE_CHECKING:
    import pandas as pd

    from parkatlas.analysis.siting import Comparison
    from parkatlas.sheets import Asking
    from parkatlas.sheets.siting import Proposal

_MAP_PX = 500
_CHOSEN = "chosen"
_PARK, _LIST = "site_park", "siting-list"
_WHICH, _PICKED = Choice("siting", "site_which"), Several("siting", "site_picked")
_IN_LIST = ("park_name", "siting_score", "siting_verdict")
_ON_MAP = ["park_id", "park_name", "siting_verdict", "siting_place", "siting_score"]
_LEFT_ON_MAP = ["park_id", "park_name", "assigned_mu", "assigned_count", "left_mu"]


def chosen(comparison: "Comparison") -> str:
    """Return the park chosen on the map, in the ranking or by its name, which the address keeps; "" for none."""
    address.follow(_PARK)
    if st.session_state[_PARK] not in comparison.ranked.index:
        st.session_state[_PARK] = ""
    address.keep(_PARK)
    return str(st.session_state[_PARK])


def reserve(ask: "Asking") -> "pd.DataFrame":
    """Return the projects to assign: those of no park, all, or those picked."""
    everybody = sheets.siting.reserved(ask, "all")
    picked = _PICKED.among(everybody["project_id"].tolist())
    return sheets.siting.reserved(ask, _WHICH.among([*RESERVES, _CHOSEN]), picked)


def own(ask: "Asking", proposal: "Proposal", comparison: "Comparison") -> dict[str, sheet.Drawer]:
    """Return what the page draws in a way of its own, by the blocks' keys."""
    return {
        "form": lambda _: form.draw(ask),
        "siting_map": _map_and_list,
        "none": _none,
        "one": partial(_one, comparison),
        "changes": _changes,
        "print": lambda _: _print(ask, proposal, comparison),
        "reserve": lambda _: _choose_reserve(ask),
        "reserve_map": lambda block: drawing.of_parks("reserve-map", block.rows[_LEFT_ON_MAP], _MAP_PX),
    }


def _map_and_list(block: sheets.Scene) -> None:
    """Draw the parks on a map, beside it in the order of the ranking; on both one can be chosen."""
    park_id = st.session_state[_PARK]
    slot, beside = st.columns(2)
    with slot:
        drawing.to_choose("siting-map", block.rows[_ON_MAP], _MAP_PX, park_id, _choose)
    with beside:
        _list(block.rows, park_id)


def _list(table: "pd.DataFrame", park_id: str) -> None:
    """Draw all parks in the order of the ranking, the one chosen ticked."""
    ids = table["park_id"].tolist()
    ticked = [ids.index(park_id)] if park_id else []
    st.session_state[_LIST] = {"selection": {"rows": ticked, "columns": [], "cells": []}}
    st.caption(text("siting.tick"))
    panels.rows_table(table[list(_IN_LIST)], _LIST, on_select=partial(_ticked, ids), selection_mode="single-row")


def _ticked(ids: list[str]) -> None:
    rows = st.session_state[_LIST]["selection"]["rows"]
    _choose(ids[rows[0]] if rows else "")


def _choose(park_id: str) -> None:
    st.session_state[_PARK] = park_id


def _none(block: sheets.Text) -> None:
    """Draw in a card that no park meets all conditions."""
    with look.card("siting-none"):
        st.markdown(f":material/{block.icon}: {plain(block.words)}")


def _one(comparison: "Comparison", block: sheets.Group) -> None:
    """Draw one park in a card, with the choice of another."""
    names = comparison.parks.set_index("park_id")["park_name"].reindex(comparison.ranked.index).to_dict()
    first_name = names[st.session_state[_PARK] or comparison.ranked.index[0]]
    with look.card("siting-one", gap="small"):
        st.selectbox(
            text("siting.of_park"),
            ["", *names],
            key=_PARK,
            format_func=lambda one: names.get(one) or text("siting.first_in_list", name=first_name),
        )
        sheet.blocks(block.blocks, {"one_conditions": _facts, "one_scores": _facts})


def _facts(block: sheets.Facts) -> None:
    st.markdown(f"**{plain(block.caption.title)}**")
    for label, value in block.pairs:
        st.markdown(f"**{plain(label)}** {plain(value)}")


def _changes(block: sheets.Listing) -> None:
    """Draw what the project would have to change in each park where it fails."""
    with look.card("siting-changes", gap="small"):
        st.markdown(f"**{plain(block.caption.title)}**")
        for park, change in zip(block.rows["park_name"], block.rows["needed_change"], strict=True):
            st.markdown(f"**{plain(park)}**　{plain(change)}")
        if block.note:
            st.caption(plain(block.note))


def _print(ask: "Asking", proposal: "Proposal", comparison: "Comparison") -> None:
    """Draw the way to the comparison on one sheet of paper."""
    caption = ask.captioned(text("siting.sheet_title"))
    st.download_button(
        text("siting.save_sheet"),
        partial(exports.siting.to_xlsx, comparison, proposal.name, proposal.weights, caption),
        file_name=exports.file_name(caption, "xlsx"),
        key="siting-sheet",
        icon=":material/print:",
        on_click="ignore",
    )


def _choose_reserve(ask: "Asking") -> None:
    """Draw which projects of the library to assign."""
    everybody = sheets.siting.reserved(ask, "all")
    labels = {
        "open": text("siting.reserve_open", count=len(sheets.siting.reserved(ask, "open"))),
        "all": text("siting.reserve_all", count=len(everybody)),
        _CHOSEN: text("siting.reserve_chosen"),
    }
    which = _WHICH.draw(
        st.segmented_control, text("siting.reserve_which"), list(labels), lambda one: plain(labels[one]), required=True
    )
    if len(everybody) == data.MOST_ROWS:
        st.caption(plain(text("siting.reserve_cut", count=data.MOST_ROWS)))
    if which == _CHOSEN:
        names = dict(zip(everybody["project_id"], everybody["project_name"], strict=True))
        _PICKED.draw(st.multiselect, text("siting.reserve_pick"), list(names), lambda one: names.get(one, one))
