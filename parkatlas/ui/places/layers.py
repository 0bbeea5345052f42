"""Constraint layers on a page: the list of those in force, and the map of the parks that they cover."""

from typing import TYPE_CHECKING

import streamlit as st

from parkatlas.ui.kit import panels
from parkatlas.ui.kit.markdown import plain
from parkatlas.ui.map import drawing

if TYPE_CHECKING:
    from parkatlas import sheets

_ON_MAP = ["park_id", "park_name", "free_area_mu", "ready_free_area_mu", "planned_area_mu"]
_MAP_PX = 460


def in_force(block: "sheets.Table") -> None:
    """Draw the layers in force, and name those that lie too far from every park."""
    st.subheader(plain(block.caption.title), anchor=False)
    if block.rows.empty:
        st.caption(plain(block.nothing))
        return
    if block.note:
        st.warning(plain(block.note), icon=":material/wrong_location:")
    panels.rows_table(block.rows[list(block.columns)], "table-layers")


def on_map(block: "sheets.Scene") -> None:
    """Draw the parks and the layers on a map."""
    drawing.of_parks("land-map", block.rows[_ON_MAP], _MAP_PX)
