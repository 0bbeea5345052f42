"""Constraint layers on a page: which are in force, and which parks and projects they touch."""

import streamlit as st

from parkatlas import sheets, words
from parkatlas.messages import text
from parkatlas.ui.kit import data, panels
from parkatlas.ui.kit.markdown import plain
from parkatlas.ui.map import drawing

OVERLAPS = ("layer_name", "park_name", "overlap_mu", "overlap_pct", "layer_kind")
TOUCHED = ("project_name", "layer_name", "layer_touch", "layer_distance_m", "land_mu", "stage", "unit_name")
_ON_MAP = ("park_id", "park_name", "free_area_mu", "ready_free_area_mu", "planned_area_mu")
_MAP_PX = 460
_LAYERS = ("layer_name", "layer_kind", "patch_count", "patch_area_mu", "nearest_park_km", "file_name")


def in_force() -> None:
    """Draw the layers in force, and name those so far from every park that their coordinates must be wrong."""
    layers = data.ask("layers")
    st.subheader(text("layers.in_force"), anchor=False)
    if layers.empty:
        st.caption(text("layers.none"))
        return
    rows = layers.merge(data.nearest_parks(), on="layer_name", how="left")
    if distant := words.layers.far(rows):
        st.warning(plain(distant), icon=":material/wrong_location:")
    panels.rows_table(rows[list(_LAYERS)], "table-layers")


def of_park(_: sheets.Choice) -> None:
    """Draw which layers a park's land reaches into and which of its projects they touch."""
    park_id = st.session_state["park"]
    layers, shared = data.ask("layers"), data.overlaps()
    st.subheader(text("pages.park_layers"), anchor=False)
    if layers.empty:
        st.caption(text("layers.none"))
        return
    own = shared[shared["park_id"] == park_id]
    st.markdown(plain(words.layers.overlaps(own) or text("layers.clear", count=len(layers))))
    if len(own):
        columns = [name for name in OVERLAPS if name != "park_name"]
        panels.rows_table(own[columns], f"table-park_layers-{park_id}")
        panels.downloads("park_layers", panels.caption_of(text("pages.park_layers")), own.copy)
    touched = data.touched([park_id])
    if len(touched):
        panels.frame_table(touched, "park_layer_projects", TOUCHED)


def of_all(_: sheets.Choice) -> None:
    """Draw the parks in scope that layers cover, beside them both on a map, below them the projects that they touch."""
    land = data.ask("land_by_park")
    if data.ask("layers").empty:
        st.subheader(text("pages.land_layers"), anchor=False)
        st.caption(text("layers.none"))
        return
    shared, parks = data.overlaps(), data.ask("parks")["park_id"]
    left, right = st.columns(2)
    with left:
        panels.frame_table(shared[shared["park_id"].isin(parks)], "land_layers", OVERLAPS)
    with right:
        drawing.of_parks("land-map", land[list(_ON_MAP)], _MAP_PX)
    panels.frame_table(data.touched(), "land_layer_projects", TOUCHED)
