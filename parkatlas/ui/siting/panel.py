"""The Siting page's panel: parks ranked for one project, its conditions in each, and the reserve library assigned."""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from parkatlas import analysis, charts, exports, terms, words
from parkatlas.analysis import siting
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.ui.kit import address, data, look, panels
from parkatlas.ui.kit.markdown import plain
from parkatlas.ui.map import drawing
from parkatlas.ui.siting import form

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from parkatlas.ui.siting.form import Asked

_MAP_PX = 500
_MOST_CHANGES = 6
_PARK, _LIST = "site_park", "siting-list"
_IN_LIST = ("park_name", "siting_score", "siting_verdict")
_RANKING = ("siting_place", "siting_move", "park_name", "siting_score", *words.siting.SCORES)
_LEFT = ("park_name", "assigned_count", "assigned_mu", "left_mu")


def ask() -> "tuple[Asked, siting.Comparison]":
    """Draw the form and hold what it asks against all parks."""
    parks, industries = data.ask("siting_parks"), data.ask("siting_industries")
    asked = form.draw(parks, industries)
    return asked, siting.compare(asked.need, parks, industries, (asked.weights, asked.usual), _overlaps())


def chosen(found: siting.Comparison) -> str:
    """Return the park chosen on the map, in the ranking or by its name, which the address keeps; "" for none."""
    address.follow(_PARK)
    if st.session_state[_PARK] not in found.ranked.index:
        st.session_state[_PARK] = ""
    address.keep(_PARK)
    return str(st.session_state[_PARK])


def ranking(asked: "Asked", found: siting.Comparison, table: "pd.DataFrame", park_id: str) -> None:
    """Draw the map beside the ranking, how scores come about, the park chosen, and what would have to change."""
    place, beside = st.columns(2)
    with place:
        shown = table[["park_id", "park_name", "siting_verdict", "siting_place", "siting_score"]]
        drawing.to_choose("siting-map", shown, _MAP_PX, park_id, _choose)
    with beside:
        _list(table, park_id)
    meeting, lacking = found.meeting, words.siting.lacking(found)
    parts = siting.contributions(found.scored, asked.weights).reindex(meeting.index)
    names = found.parks.set_index("park_id")["park_name"]
    rows = parts.assign(park_name=names.reindex(meeting.index), total=meeting["total"])
    if rows["total"].notna().any():
        panels.chart(charts.siting.ranking, rows, "siting_ranking", words.siting_words.ranking_title(rows))
    elif meeting.empty and not lacking:
        with look.card("siting-none"):
            st.markdown(f":material/block: {plain(text('siting.none_meets'))}")
    _one(found, table, park_id or table["park_id"].iloc[0])
    if not lacking:  # else no park can be told what it fails
        _changes(table)


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


def conditions(asked: "Asked", found: siting.Comparison, table: "pd.DataFrame") -> None:
    """Draw the ranking and the conditions of every park, and the sheet to print."""
    _table(table, "ranking", text("siting.ranking_table"), _RANKING)
    checks = [name for name in table.columns if name.endswith("_check")]
    export = ("siting_verdict", "needed_change")
    _table(table, "conditions", text("siting.conditions_table"), ("park_name", *checks), export)
    if "layers_check" not in checks:
        st.caption(text("siting.no_layers"))
    caption = panels.caption_of(text("siting.sheet_title"))
    st.download_button(
        text("siting.save_sheet"),
        partial(exports.siting.to_xlsx, found, asked.name, asked.weights, caption),
        file_name=exports.file_name(caption, "xlsx"),
        key="siting-sheet",
        icon=":material/print:",
        on_click="ignore",
    )


def reserve(asked: "Asked", found: siting.Comparison) -> None:
    """Draw the reserve library assigned to the parks under the same weights: the finding, projects, map and parks."""
    st.header(text("siting.reserve"), anchor=False, divider="gray")
    everybody = data.ask("siting_reserve", most=data.MOST_ROWS)
    if everybody.empty:
        st.caption(text("siting.reserve_none"))
        return
    chosen = _chosen(everybody)
    if chosen.empty:
        st.caption(text("siting.reserve_nobody"))
        return
    industries = data.ask("siting_industries")
    done = analysis.assignment.assign(chosen, found.parks, industries, asked.weights, _overlaps())
    st.markdown(f"##### {plain(words.assignment.finding(done, chosen))}")
    if not done.is_proven:
        st.caption(text("siting.reserve_unproven"))
    projects = words.assignment.projects(done, chosen, found.parks)
    _table(projects, "reserve", text("siting.reserve_projects"), words.assignment.PROJECTS)
    by_park = words.assignment.by_park(done, found.parks)
    left, right = st.columns(2)
    with left:
        shown = by_park[["park_id", "park_name", "assigned_mu", "assigned_count", "left_mu"]]
        drawing.of_parks("reserve-map", shown, _MAP_PX)
    with right:
        _table(by_park, "left", text("siting.reserve_parks"), _LEFT, ("available_mu", "held_mu"))


def _overlaps() -> "pd.DataFrame | None":
    """Return what each drawn park shares with layers that forbid building; None where no such layer is in force."""
    kinds = data.ask("layers")["layer_kind"]
    if not kinds.isin(terms.FORBIDDING_LAYERS).any():
        return None
    shared = data.overlaps()
    forbidden = shared.loc[shared["layer_kind"].isin(terms.FORBIDDING_LAYERS)]
    return (
        data.boundaries()[["park_id"]].merge(forbidden[["park_id", "overlap_mu"]], how="left").fillna({"overlap_mu": 0})
    )


def _one(found: siting.Comparison, table: "pd.DataFrame", park_id: str) -> None:
    """Draw one park: how it stands, each condition with its margin, and a sentence for each of its scores."""
    names = dict(zip(table["park_id"], table["park_name"], strict=True))
    row = table[table["park_id"] == park_id].iloc[0]
    checks = [name for name in table.columns if name.endswith("_check")]
    with look.card("siting-one", gap="small"):
        st.selectbox(
            text("siting.of_park"),
            ["", *names],
            key=_PARK,
            format_func=lambda one: names.get(one) or text("siting.first_in_list", name=names[park_id]),
        )
        st.markdown(f"##### {plain(words.siting.standing(row))}")
        left, right = st.columns(2)
        with left:
            st.markdown(f"**{text('siting.conditions_table')}**")
            for name in checks:
                st.markdown(f"**{column(name).label}** {plain(row[name])}")
        with right:
            st.markdown(f"**{text('siting.why')}**")
            for criterion, said in words.siting.explained(found, park_id):
                st.markdown(f"**{plain(criterion)}** {plain(said)}")


def _changes(table: "pd.DataFrame") -> None:
    """Draw what the project would have to change in each park where it fails."""
    failing = table[table["needed_change"] != ""]
    if failing.empty:
        return
    with look.card("siting-changes", gap="small"):
        st.markdown(f"**{text('siting.changes')}**")
        for _, row in failing.head(_MOST_CHANGES).iterrows():
            st.markdown(f"**{plain(row['park_name'])}**　{plain(row['needed_change'])}")
        if len(failing) > _MOST_CHANGES:
            st.caption(text("siting.more_changes", count=len(failing) - _MOST_CHANGES))


def _table(rows: "pd.DataFrame", key: str, title: str, columns: "Sequence[str]", export: "Sequence[str]" = ()) -> None:
    """Draw a table of columns and its exports, which hold the columns of ``export`` too."""
    caption = panels.caption_of(title)
    st.subheader(plain(caption.title), anchor=False)
    panels.rows_table(rows[list(columns)], f"table-siting-{key}")
    panels.downloads(f"siting-{key}", caption, lambda: rows[[*columns, *export]])


def _chosen(everybody: "pd.DataFrame") -> "pd.DataFrame":
    """Draw which projects to assign; return those."""
    without = everybody[everybody["park_id"].isna()]
    labels = {
        "open": text("siting.reserve_open", count=len(without)),
        "all": text("siting.reserve_all", count=len(everybody)),
        "chosen": text("siting.reserve_chosen"),
    }
    which = form.choice("site_which", list(labels), labels, text("siting.reserve_which"))
    if len(everybody) == data.MOST_ROWS:
        st.caption(plain(text("siting.reserve_cut", count=data.MOST_ROWS)))
    if which != "chosen":
        return without if which == "open" else everybody
    names = dict(zip(everybody["project_id"], everybody["project_name"], strict=True))
    return everybody[everybody["project_id"].isin(form.picks("site_picked", names, text("siting.reserve_pick")))]
