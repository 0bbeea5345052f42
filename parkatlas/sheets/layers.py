"""Constraint layers on a page: which are in force, and which parks and projects they touch."""

from typing import TYPE_CHECKING

from parkatlas import words
from parkatlas.messages import text
from parkatlas.sheets.asking import catalogued
from parkatlas.sheets.model import Block, Pair, Scene, Table, Text

if TYPE_CHECKING:
    import pandas as pd

    from parkatlas.sheets.asking import Asking

_OVERLAPS = ("layer_name", "park_name", "overlap_mu", "overlap_pct", "layer_kind")
_TOUCHED = ("project_name", "layer_name", "layer_touch", "layer_distance_m", "land_mu", "stage", "unit_name")
_ON_MAP = ("park_name", "free_area_mu", "ready_free_area_mu", "planned_area_mu")
_LAYERS = ("layer_name", "layer_kind", "patch_count", "patch_area_mu", "nearest_park_km", "file_name")


def in_force(ask: "Asking") -> Table:
    """Return the layers in force; those so far from every park that their coordinates must be wrong are named."""
    rows, caption = ask("layers"), ask.captioned(text("layers.in_force"))
    far = ""
    if len(rows):
        rows = rows.merge(ask.computed.nearest_parks(), on="layer_name", how="left")
        far = words.layers.far(rows)
    columns = catalogued([name for name in _LAYERS if name in rows])
    nothing, question = text("layers.none"), ask.question("layers")
    return Table("layers", caption, rows, columns, rows.copy, note=far, question=question, nothing=nothing)


def of_park(ask: "Asking", park: str) -> list[Block]:
    """Return which layers a park's land reaches into and which of its projects they touch."""
    layers, caption = ask("layers"), ask.captioned(text("pages.park_layers"))
    if layers.empty:
        return [Text(caption.title, "heading"), Text(text("layers.none"))]
    shared = ask.computed.overlaps()
    own = shared[shared["park_id"] == park]
    blocks: list[Block] = [
        Text(caption.title, "heading"),
        Text(text("layers.clear", count=len(layers)), "prose"),
    ]
    if len(own):
        columns = catalogued([name for name in _OVERLAPS if name != "park_name"])
        blocks = [Table("park_layers", caption, own, columns, own.copy, sentence=words.layers.overlaps(own))]
    touched = ask.computed.touched([park])
    return [*blocks, ask.rows_table(touched, "park_layer_projects", _TOUCHED)] if len(touched) else blocks


def of_all(ask: "Asking", land: "pd.DataFrame") -> list[Block]:
    """Return the parks in scope that layers cover, beside them all on a map, below them the projects that they touch.

    ``land`` are rows of ``land_by_park``.
    """
    if ask("layers").empty:
        return [Text(text("pages.land_layers"), "heading"), Text(text("layers.none"))]
    shared, parks = ask.computed.overlaps(), ask("parks")["park_id"]
    caption, question = ask.captioned(text("pages.land_by_park")), ask.question("land_by_park")
    map_ = Scene("land_map", caption, land, catalogued(_ON_MAP), question)
    return [
        Pair((ask.rows_table(shared[shared["park_id"].isin(parks)], "land_layers", _OVERLAPS),), (map_,)),
        ask.rows_table(ask.computed.touched(), "land_layer_projects", _TOUCHED),
    ]
