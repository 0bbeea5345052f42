"""Below the map: what the drawn shape holds, its projects by what colours them, and their list; ticks go to the map."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from parkatlas import charts, terms, words
from parkatlas.messages import text
from parkatlas.ui.kit import data, panels
from parkatlas.ui.kit.markdown import plain
from parkatlas.ui.map import scenes, selection

_COLUMNS = (
    "project_name", "stage", "park_name", "unit_name", "industry_name", "invested_wan", "contract_wan",
    "intended_wan", "land_mu", "intensity_wan_per_mu", "verdict", "officer_name",
)  # fmt: skip
_CHART = "map_parts"
_TABLE = "table-map"
_MOST_STOPS = 30


def draw(attribute: str) -> None:
    """Draw totals, chart and list of what shape and bar leave."""
    shape, ids = selection.drawn(), selection.ids_inside(attribute)
    if shape is None:
        st.caption(f":material/draw: {text('inside.hint')}")
    else:
        _shape(shape, ids or [])
        if shape.fault or not ids:
            return
    left, right = st.columns(2)
    with left:
        _chart(attribute)
    with right:
        _list(attribute, ids)


def _shape(shape: Any, ids: list[str]) -> None:
    """Draw what the shape is and holds, in figures, and the way to let it go."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="inside-shape"):
        st.markdown(f"##### {plain(words.inside.finding(shape.kind, shape.fault, shape.area_m2, len(ids)))}")
        st.button(text("inside.clear"), icon=":material/close:", type="tertiary", on_click=selection.draw, args=("",))
    if not shape.fault and ids:
        totals = data.ask("overview_totals", only=ids)
        panels.figures(words.inside.figures(totals))
    placed = int(data.ask("project_cells", cell_lon=360.0, cell_lat=360.0)["project_count"].sum())
    lost = int(data.ask("overview_totals")["project_count"].iloc[0]) - placed
    if lost:
        st.caption(text("inside.without_point", count=lost))


def _chart(attribute: str) -> None:
    """Draw how many projects fall to each value of what colours them; a click on a bar sets its projects apart."""
    only = selection.ids_inside(attribute, of_any_part=True)
    rows = data.ask("project_parts", attribute=attribute, only=only, picked=apart(attribute))
    said = rows.assign(name=[selection.part_label(attribute, key) for key in rows["attribute_key"]])
    order = {term.code: place for place, term in enumerate(terms.STAGES)}
    if attribute == "stage":  # stages follow each other; the other values stand by their number
        said = said.sort_values("attribute_key", key=lambda keys: keys.map(order), na_position="last", kind="stable")
    title, clicked = words.inside.by_part_title(said, attribute), partial(_clicked, attribute)
    panels.chart(charts.parts.by_part, said, _CHART, title, on_select=clicked, selection_mode="points")


def _list(attribute: str, ids: list[str] | None) -> None:
    """Draw the list of projects with a tick for each that is set apart, the one chosen on the map first."""
    chosen = _chosen_project()
    rows = _rows(ids, chosen)
    part = selection.part(attribute)
    place = text("inside.list" if selection.drawn() else "inside.list_all")
    name = None if part is None else selection.part_label(attribute, part)
    caption = panels.caption_of(text("inside.list_part", place=place, name=name) if name else place)
    st.subheader(plain(caption.title), anchor=False)
    if rows.empty:
        st.caption(text("pages.no_rows"))
        return
    is_cut = len(rows) >= data.MOST_ROWS
    st.caption(text("pages.first_rows" if is_cut else "inside.tick", count=len(rows)))
    shown = rows["project_id"].tolist()
    marked = {*selection.ticked(), chosen}
    places = [place for place, name in enumerate(shown) if name in marked]
    st.session_state[_TABLE] = {"selection": {"rows": places, "columns": [], "cells": []}}
    panels.rows_table(
        rows[list(_COLUMNS)], _TABLE, on_select=partial(_ticked, shown, chosen), selection_mode="multi-row"
    )
    panels.downloads("map", caption, partial(data.ask_whole, "projects", only=ids))
    _to_tour(places, shown)


def _to_tour(places: list[int], shown: list[str]) -> None:
    """Draw the way to a tour of the projects ticked, else of the first of the list."""
    stops = [shown[place] for place in places] or shown
    st.page_link(
        "pages/visit.py",
        label=text("inside.tour", count=len(stops[:_MOST_STOPS])),
        icon=":material/route:",
        query_params={"stop": stops[:_MOST_STOPS]},
        width="content",
    )


def _rows(ids: list[str] | None, chosen: str | None) -> pd.DataFrame:
    """Return the rows of the list, the largest first, before them the project chosen on the map."""
    rows = data.ask("projects", only=ids, most=data.MOST_ROWS)
    own = data.project(chosen) if chosen and (ids is None or chosen in ids) else rows.iloc[:0]
    return rows if own.empty else pd.concat([own, rows[rows["project_id"] != chosen]], ignore_index=True)


def apart(attribute: str) -> list[str]:
    """Return the ids of the projects set apart on the map: those ticked, else those of the bar clicked."""
    ticked = selection.ticked()
    if ticked or selection.part(attribute) is None:
        return ticked
    return selection.ids_inside(attribute) or []


def _chosen_project() -> str | None:
    place = scenes.chosen()
    return place.id if place and place.kind == "project" else None


def _ticked(shown: list[str], chosen: str | None) -> None:
    """Set apart what is ticked now; without its tick the chosen project is let go."""
    names = [shown[place] for place in st.session_state[_TABLE]["selection"]["rows"] if place < len(shown)]
    selection.tick([name for name in names if name != chosen])
    if chosen in shown and chosen not in names:
        scenes.choose(None)


def _clicked(attribute: str) -> None:
    """Set the projects of the bar apart whose mark was clicked; a second click lets go."""
    points = st.session_state[f"chart-{_CHART}"]["selection"]["points"]
    said = points[0].get("customdata") if points else None
    key = said[0] if isinstance(said, list) else said
    selection.choose_part(None if key is None or key == selection.part(attribute) else f"{attribute}:{key}")
