"""Below the map: what the drawn shape holds, its projects by what colours them, and their list; ticks go to the map."""

from functools import partial

import pandas as pd
import streamlit as st

from parkatlas import sheets
from parkatlas.messages import text
from parkatlas.sheets.park_map import Selection, Shape
from parkatlas.ui.kit import data, panels, sheet
from parkatlas.ui.kit.markdown import plain
from parkatlas.ui.map import scenes, selection

_TABLE = "table-map"
_MOST_STOPS = 30


def draw(attribute: str) -> None:
    """Draw totals, chart and list of what shape and bar leave."""
    chosen = _selection(attribute)
    map_sheet = sheets.park_map.of_selection(data.asking(), attribute, chosen)
    if chosen.shape is None:
        st.caption(f":material/draw: {text('inside.hint')}")
    else:
        _shape(map_sheet)
    own = {"map_parts": partial(_chart, attribute), "map": partial(_list, chosen.project_ids)}
    sheet.blocks(map_sheet.blocks, own)


def _selection(attribute: str) -> Selection:
    """Return what is set apart on the map, as the page's sheet names it."""
    drawn, ids = selection.drawn(), selection.ids_inside(attribute)
    shape = None
    if drawn:
        inside = selection.ids_inside(attribute, of_any_part=True) or []
        shape = Shape(drawn.kind, drawn.fault, drawn.area_m2, inside)
    return Selection(shape, selection.part(attribute), ids, apart(attribute))


def _shape(map_sheet: sheets.Sheet) -> None:
    """Draw what the shape is and holds, in figures, and the way to let it go."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="inside-shape"):
        st.markdown(f"##### {plain(map_sheet.finding)}")
        st.button(text("inside.clear"), icon=":material/close:", type="tertiary", on_click=selection.draw, args=("",))
    if map_sheet.figures:
        panels.figures(map_sheet.figures)


def _chart(attribute: str, block: sheets.Chart) -> None:
    """Draw how many projects fall to each value of what colours them; a click on a bar sets its projects apart."""
    panels.draw_chart(block, on_select=partial(_clicked, attribute), selection_mode="points")


def _list(ids: list[str] | None, block: sheets.Table) -> None:
    """Draw the list of projects with a tick for each that is set apart, the one chosen on the map first."""
    chosen = _chosen_project()
    rows = _rows(block.rows, ids, chosen)
    st.subheader(plain(block.caption.title), anchor=False)
    if rows.empty:
        st.caption(text("pages.no_rows"))
        return
    is_cut = len(rows) >= data.MOST_ROWS
    st.caption(text("pages.first_rows" if is_cut else "inside.tick", count=len(rows)))
    listed = rows["project_id"].tolist()
    marked = {*selection.ticked(), chosen}
    indices = [index for index, name in enumerate(listed) if name in marked]
    st.session_state[_TABLE] = {"selection": {"rows": indices, "columns": [], "cells": []}}
    panels.rows_table(
        rows[list(block.columns)], _TABLE, on_select=partial(_ticked, listed, chosen), selection_mode="multi-row"
    )
    panels.downloads(block.key, block.caption, block.whole)
    _to_tour(indices, listed)


def _to_tour(indices: list[int], listed: list[str]) -> None:
    """Draw the way to a tour of the projects ticked, else of the first of the list."""
    stops = [listed[index] for index in indices] or listed
    st.page_link(
        "pages/visit.py",
        label=text("inside.tour", count=len(stops[:_MOST_STOPS])),
        icon=":material/route:",
        query_params={"stop": stops[:_MOST_STOPS]},
        width="content",
    )


def _rows(rows: pd.DataFrame, ids: list[str] | None, chosen: str | None) -> pd.DataFrame:
    """Return the rows of the list, the largest first, before them the project chosen on the map."""
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


def _ticked(listed: list[str], chosen: str | None) -> None:
    """Set apart what is ticked now; without its tick the chosen project is let go."""
    names = [listed[index] for index in st.session_state[_TABLE]["selection"]["rows"] if index < len(listed)]
    selection.tick([name for name in names if name != chosen])
    if chosen in listed and chosen not in names:
        scenes.choose(None)


def _clicked(attribute: str) -> None:
    """Set the projects of the bar apart whose mark was clicked; a second click lets go."""
    points = st.session_state["chart-map_parts"]["selection"]["points"]
    customdata = points[0].get("customdata") if points else None
    key = customdata[0] if isinstance(customdata, list) else customdata
    selection.choose_part(None if key is None or key == selection.part(attribute) else f"{attribute}:{key}")
