"""The Enclaves page's panel: which year, the map of flows, the conditions of entry, and the two books."""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from parkatlas import maps, sheets, terms, words
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.ui.kit import data, fragments, metric_tables, panels, sheet
from parkatlas.ui.kit.choice import Choice
from parkatlas.ui.kit.markdown import plain
from parkatlas.ui.map import folium_map, scenes

if TYPE_CHECKING:
    import pandas as pd

_HEIGHT = 620
_KEY = "map-flows"
# How many of the largest flows the map can be asked to draw.
_MOST, _ALL = (20, 50), "all"
_YEAR, _METRIC = Choice("enclaves", "year"), Choice("enclaves", "book_metric")
_FLOW_COUNT = Choice("enclaves", "flow_count")


def year() -> int | None:
    """Return the year signed, None for all and those not signed yet: the one chosen, at first the address's."""
    chosen = _YEAR.among(["", *_counts()])
    return int(chosen) if chosen else None


def choose_year() -> None:
    """Draw the choice of the year signed."""
    counts = _counts()
    _YEAR.draw(
        st.segmented_control,
        text("enclaves.year"),
        ["", *counts],
        lambda one: plain(text("enclaves.year_count", year=str(one), count=counts[one])) if one else text("pages.all"),
        required=True,
        help=text("enclaves.year_help"),
    )


def _counts() -> dict[str, int]:
    rows = data.ask("enclave_years")
    return {str(year): count for year, count in zip(rows["year"], rows["enclave_count"], strict=True)}


def _flows_map(block: sheets.Scene) -> None:
    """Draw the largest flows on the map, and under it what it leaves off."""
    whole = scenes.extent()
    if whole is None:
        return
    drawn = block.rows.head(_choose_most(len(block.rows)))
    _draw_map(block.rows, drawn, whole)
    if len(drawn) < len(block.rows):
        st.caption(plain(words.enclaves.left_off(block.rows, len(drawn))))


@fragments.fragment
def _draw_map(flows: "pd.DataFrame", drawn: "pd.DataFrame", whole: maps.Bounds) -> None:
    answer = st.session_state.get(_KEY) or {}
    basemap = scenes.basemap()
    view = maps.reported(answer.get("view"), basemap.is_shifted) or maps.around(whole)
    layers = {
        "outlines": scenes.outlines(view),
        "parks": scenes.parks(view, _parks(flows)),
        "arcs": maps.flows(drawn, is_shifted=basemap.is_shifted),
        "seats": maps.seats(flows, is_shifted=basemap.is_shifted),
    }
    scene = scenes.scene(layers, whole, view, selected=answer.get("selected"), focus_turn="")
    folium_map.draw(basemap, scene, _HEIGHT, key=_KEY)


def _choose_most(count: int) -> int:
    """Draw the choice of how many of ``count`` flows the map draws, where there are more than the fewest offered."""
    fewer = [str(most) for most in _MOST if most < count]
    if not fewer:
        return count
    chosen = _FLOW_COUNT.draw(
        st.segmented_control,
        text("enclaves.drawn"),
        [*fewer, _ALL],
        lambda most: _how_many(most, count),
        required=True,
        label_visibility="collapsed",
    )
    return count if chosen == _ALL else int(chosen)


def _how_many(most: str, count: int) -> str:
    return text("enclaves.all_flows", count=count) if most == _ALL else text("enclaves.top_flows", count=plain(most))


def _parks(flows: "pd.DataFrame") -> "pd.DataFrame":
    """Return all parks, those that take enclaves first, with how many."""
    parks = data.ask("intensity_by_park")[["park_id", "park_name", "project_count"]]
    counts = parks["park_id"].map(flows.groupby("park_id")["project_count"].sum()).fillna(0).astype(int)
    counted = parks.assign(enclave_count=counts, is_host=counts > 0)
    ordered = counted.sort_values("enclave_count", ascending=False, kind="stable")
    return ordered[["park_id", "park_name", "is_host", "enclave_count", "project_count"]]


def metric(ask: sheets.Asking, of_year: int | None) -> str:
    """Return the metric that the books count: the one chosen, at first the address's; "" where there are no books."""
    return _METRIC.among(sheets.enclaves.metrics(ask, of_year))


def _choose_metric(_: sheets.Choice) -> None:
    """Draw the books' title, stamped, and the choice of the metric that they count."""
    title, stamp = text("pages.enclaves_books"), terms.label("stamp", "internal")
    st.subheader(f"{title} :red-badge[{stamp}]", anchor=False)
    offered = sheets.enclaves.metrics(data.asking(), year())
    _METRIC.draw(
        st.segmented_control,
        column("metric").label,
        terms.present("metric", offered),
        partial(terms.label, "metric"),
        usual=offered[0],
        required=True,
        wrap=True,
    )


def _books(block: sheets.Table) -> None:
    """Draw the books; their title stands above the choice of the metric where there are any."""
    if block.rows.empty:
        panels.draw_table(block)
        return
    metric_tables.of_metric(block)
    panels.downloads(block.key, block.caption, block.whole)


# What this page draws in a way of its own, by the blocks' keys.
OWN: dict[str, sheet.Drawer] = {"flows_map": _flows_map, "books": _choose_metric, "enclave_books": _books}
