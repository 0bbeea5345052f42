"""The Enclaves page's panel: which year, the map of flows, the conditions of entry, and the two books."""

from typing import TYPE_CHECKING

import streamlit as st
from streamlit_folium import _component_func as component

from parkatlas import briefing, charts, formats, maps, terms
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.ui import address, data, filters, frame, map_scene, panels, targets_tables
from parkatlas.ui.markdown import plain

if TYPE_CHECKING:
    import pandas as pd

FLOWS = (
    "unit_label", "park_label", "host_unit_name", "project_count", "invested_wan", "land_mu", "failing_count",
    "unjudged_count",
)  # fmt: skip
ENTRIES = (
    "project_name", "unit_label", "park_label", "entry_verdict", "entry_lack", "intensity_wan_per_mu",
    "threshold_wan_per_mu", "signed_on", "threshold_origin", "threshold_source", "industry_name",
)  # fmt: skip
_BOOK = ("unit_label", "local_value", "credited_value", "gained_value")
_HEIGHT = 620
_KEY = "map-flows"
# How many of the largest flows the map can be asked to draw.
_MOST, _ALL = (20, 50), "all"


def choose_year() -> int | None:
    """Draw the choice of the year signed; None for all, and those not signed yet."""
    rows = data.ask("enclave_years")
    counts = {str(year): count for year, count in zip(rows["year"], rows["enclave_count"], strict=True)}
    address.recall("year", ["", *counts], "")
    year = st.segmented_control(
        text("enclaves.year"),
        ["", *counts],
        format_func=lambda one: (
            plain(text("enclaves.year_count", year=str(one), count=counts[one])) if one else text("pages.all")
        ),
        key="year",
        required=True,
        help=text("enclaves.year_help"),
    )
    address.publish("year", "")
    return int(year) if year else None


def flows_map(flows: "pd.DataFrame") -> None:
    """Draw the largest flows on the map, beside it their ranking and under it what the map does not show."""
    whole = map_scene.extent()
    place, beside = st.columns([13, 7])
    with place:
        if whole is not None:
            drawn = flows.head(_choose_most(len(flows)))
            _draw_map(flows, drawn, whole)
            if len(drawn) < len(flows):
                st.caption(plain(briefing.enclaves.left_off(flows, len(drawn))))
        for said in briefing.enclaves.without_place(flows):
            st.caption(f":material/location_off: {plain(said)}")
    with beside:
        panels.chart(charts.enclaves.largest, flows, "enclaves_largest")


@frame.fragment
def _draw_map(flows: "pd.DataFrame", drawn: "pd.DataFrame", whole: maps.Bounds) -> None:
    answer = st.session_state.get(_KEY) or {}
    basemap = map_scene.basemap()
    view = maps.reported(answer.get("view"), basemap.is_shifted) or maps.around(whole)
    layers = {
        "outlines": map_scene.outlines(view),
        "parks": map_scene.parks(view, _parks(flows)),
        "arcs": maps.flows(drawn, is_shifted=basemap.is_shifted),
        "seats": maps.seats(flows, is_shifted=basemap.is_shifted),
    }
    scene = map_scene.scene(layers, whole, view, selected=answer.get("selected"), focus_turn="")
    component(**maps.arguments(basemap, scene, _HEIGHT), key=_KEY)


def _choose_most(count: int) -> int:
    """Draw the choice of how many of ``count`` flows the map draws, where there are more than the fewest offered."""
    fewer = [str(most) for most in _MOST if most < count]
    if not fewer:
        return count
    address.recall("flow_count", [*fewer, _ALL], fewer[0])
    chosen = st.segmented_control(
        text("enclaves.drawn"),
        [*fewer, _ALL],
        format_func=lambda most: _how_many(most, count),
        key="flow_count",
        required=True,
        label_visibility="collapsed",
    )
    address.publish("flow_count", fewer[0])
    return count if chosen == _ALL else int(str(chosen))


def _how_many(most: str, count: int) -> str:
    return text("enclaves.all_flows", count=count) if most == _ALL else text("enclaves.top_flows", count=plain(most))


def _parks(flows: "pd.DataFrame") -> "pd.DataFrame":
    """Return all parks, those that take enclaves first, with how many."""
    parks = data.ask("intensity_by_park")[["park_id", "park_name", "project_count"]]
    counts = parks["park_id"].map(flows.groupby("park_id")["project_count"].sum()).fillna(0).astype(int)
    counted = parks.assign(enclave_count=counts, is_host=counts > 0)
    ordered = counted.sort_values("enclave_count", ascending=False, kind="stable")
    return ordered[["park_id", "park_name", "is_host", "enclave_count", "project_count"]]


def entries(year: int | None) -> None:
    """Draw whether each enclave meets both conditions of entry, with what it lacks."""
    caption = panels.caption_of(text("pages.enclaves_entries"))
    st.subheader(plain(caption.title), anchor=False)
    rows = data.ask("enclave_entries", year=year, most=data.MOST_ROWS)
    if len(rows) == data.MOST_ROWS:
        st.caption(text("pages.first_rows", count=len(rows)))
    panels.projects_table(briefing.enclaves.with_lack(rows), ENTRIES, "table-enclaves_entries")
    panels.exports(
        "enclaves_entries",
        caption,
        lambda: briefing.enclaves.with_lack(data.ask_whole("enclave_entries", year=year)),
    )


def books(year: int | None) -> None:
    """Draw the two books of a year, stamped, with the line that proves that they add up."""
    totals = data.ask("enclave_reconciliation", year=year)
    caption = panels.caption_of(text("pages.enclaves_books"), is_internal=True)
    st.subheader(f"{plain(caption.title)} :red-badge[{terms.label('stamp', 'internal')}]", anchor=False)
    if totals.empty:
        st.caption(text("pages.no_rows"))
        return
    metric = _choose_metric(list(totals["metric"]))
    total = totals[totals["metric"] == metric].iloc[0]
    icon = ":material/check_circle:" if total["is_balanced"] else ":material/error:"
    st.markdown(f"{icon} {plain(briefing.enclaves.reconciliation(total, _span(year)))}")
    rows = data.ask("enclave_books", year=year, metrics=[metric])
    panels.chart(charts.enclaves.books, rows, "enclaves_two_books", metric, is_internal=True)
    shown = rows[list(_BOOK)].assign(unit_label=rows["unit_label"].map(charts.enclaves.named))
    targets_tables.table(shown, {name: targets_tables.configured(name, metric) for name in _BOOK}, "books")
    panels.exports("enclave_books", caption, lambda: data.ask_whole("enclave_books", year=year))


def _choose_metric(offered: list[str]) -> str:
    ordered = [term.code for term in terms.TARGET_METRICS if term.code in offered]
    usual = "contract_wan" if "contract_wan" in ordered else ordered[0]
    address.recall("book_metric", ordered, usual)
    chosen = st.segmented_control(
        column("metric").label,
        ordered,
        key="book_metric",
        format_func=lambda code: terms.label("metric", code),
        required=True,
        wrap=True,
    )
    address.publish("book_metric", usual)
    return str(chosen)


def _span(year: int | None) -> str:
    """Return the days that the books cover, in words."""
    as_of = filters.as_of()
    last = as_of if year in (None, as_of.year) else as_of.replace(year=year, month=12, day=31)
    return text("enclaves.span", first=formats.day(last.replace(month=1, day=1)), last=formats.day(last))
