"""The Clusters page's panel: what is chosen, the map, the verdicts, the evidence, and how a cluster formed."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from parkatlas import charts, words
from parkatlas.analysis.clustering import Rule
from parkatlas.analysis.clustering.picture import MOST_DRAWN
from parkatlas.messages import text
from parkatlas.ui.clusters import answers, map_view
from parkatlas.ui.clusters.map_view import Look
from parkatlas.ui.kit import address, data, filters, fragments, look, panels
from parkatlas.ui.kit.markdown import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from parkatlas.analysis.clustering import Checkup, Picture

AREAS = ("park", "unit")
QUOTIENTS = (
    "area_name", "industry_name", "project_count", "area_share_pct", "count_quotient", "invested_wan",
    "invested_quotient", "land_mu", "land_quotient", "is_industry_fit",
)  # fmt: skip
SPECIALISATION = (
    "area_name", "project_count", "leading_industry", "leading_share_pct", "count_hhi", "fit_share_pct", "firm_name",
    "firm_share_pct", "rest_industry", "rest_hhi", "rest_count", "rest_invested_wan", "invested_hhi",
)  # fmt: skip
_GROUPS = (
    "cluster_no", "area_name", "project_count", "share_pct", "invested_wan", "invested_share_pct", "largest_project",
    "spread_m",
)  # fmt: skip
_NEIGHBOURS = ("area_name", "project_count", "all_count", "share_pct", "neighbourhood", "p_value")
_ICONS = {
    "clustered": ("check_circle", "green"), "fragile": ("warning", "orange"), "random": ("shuffle", "gray"),
    "untested": ("help", "gray"), "few": ("help", "gray"),
}  # fmt: skip
_USUAL = Rule()
# What makes a cluster: lowest, highest and step.
_RULES = {"least": (3, 20, 1), "near_m": (0, 2000, 100), "far_m": (500, 10000, 500)}
_WEIGHTS = ("once", "money")
_SENTENCES = 6
_MOST_NAMED = 6
_HEIGHT = 560


def area() -> str:
    """Return by which areas is told: park or unit; the one chosen, at first the one of the address."""
    address.recall("area", AREAS, AREAS[0])
    return _area()


def choose(found: "Checkup") -> "tuple[Look, Picture]":
    """Draw the choices: areas, industry, what makes a cluster, which to look at; at first the clearest industry, whole.

    Return what is looked at, and the picture of it.
    """
    names = found.industries["industry_name"].tolist()
    address.recall("industry", names, names[0])
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.segmented_control(
            text("clusters.area"), AREAS, key="area", required=True, width="content",
            format_func=lambda kind: text(f"clusters.area_{kind}_choice"),
        )  # fmt: skip
        address.publish("area", AREAS[0])
        st.selectbox(text("clusters.industry"), names, key="industry", width=260, on_change=_look_at_all)
        address.publish("industry", names[0])
        _choose_rule()
        industry = str(st.session_state["industry"])
        shown = picture(industry)
        number = _choose_cluster(shown)
    near = map_view.bounds_of(shown, number) if number else None
    return Look(industry, filters.as_of(), near, f"{industry} {number}"), shown


def _choose_rule() -> None:
    with st.popover(text("clusters.rule"), icon=":material/tune:"):
        for name, (low, top, step) in _RULES.items():
            usual = round(getattr(_USUAL, name))
            address.recall_number(name, low, top, usual)
            st.session_state[name] = int(st.session_state[name])
            said = text(f"clusters.{name}")
            st.slider(said, low, top, step=step, key=name, help=text(f"clusters.{name}_help"))
            address.publish_number(name, usual)
        address.recall("weight", _WEIGHTS, _WEIGHTS[0])
        st.radio(
            text("clusters.weight"), _WEIGHTS, key="weight",
            format_func=lambda kind: text(f"clusters.weight_{kind}"),
            captions=[text(f"clusters.weight_{kind}_help") for kind in _WEIGHTS],
        )  # fmt: skip
        address.publish("weight", _WEIGHTS[0])


def _choose_cluster(shown: "Picture") -> int:
    """Draw which cluster to look at; return its number, 0 for the whole region."""
    numbers = ["", *map(str, shown.groups["cluster_no"].head(_MOST_NAMED))]
    address.recall("look", numbers, "")
    st.segmented_control(
        text("clusters.look_at"), numbers, key="look", required=True, width="content",
        format_func=lambda number: text("clusters.one", number=plain(number)) if number else text("clusters.region"),
    )  # fmt: skip
    address.publish("look", "")
    return int(st.session_state["look"] or 0)


def _look_at_all() -> None:
    st.session_state["look"] = ""


def picture(industry: str, as_of: date | None = None) -> "Picture":
    """Return the industry's clusters by the rule chosen, as of another day where one is given."""
    chosen = st.session_state
    rule = Rule(
        least=chosen["least"],
        near_m=float(chosen["near_m"]),
        far_m=float(max(chosen["near_m"], chosen["far_m"])),
        is_weighted=chosen["weight"] == "money",
    )
    return answers.picture(_area(), industry, rule, as_of)


def ground(look: Look, shown: "Picture") -> None:
    """Draw the map of the industry's clusters under what it shows, and say what was left out of it for speed."""
    st.markdown(f"**{plain(words.clusters.grouped(look.industry, shown))}**")
    _map(shown, look)
    if shown.looked_at < shown.project_count:
        st.caption(plain(text("clusters.sampled_groups", taken=shown.looked_at, count=shown.project_count)))
    if max(shown.project_count, shown.other_count) > MOST_DRAWN:
        st.caption(plain(text("clusters.sampled_drawn", most=MOST_DRAWN)))


@fragments.fragment
def _map(shown: "Picture", look: Look) -> None:
    map_view.draw("map-clusters", shown, look, _HEIGHT)


def verdicts(found: "Checkup", industry: str) -> None:
    """Draw the check-up in sentences: of the industry chosen, of the others that were tested, of the areas."""
    rows = found.industries
    first = rows[rows["industry_name"] == industry]
    others = rows[(rows["industry_name"] != industry) & (rows["cluster_verdict"] != "few")]
    said = [(row, words.clusters.industry(row, found)) for _, row in pd.concat([first, others]).iterrows()]
    left, right = st.columns(2)
    with left:
        _sentences("clusters_industries", said, words.clusters.industry_test(found))
    with right:
        tested = found.areas[found.areas["cluster_verdict"] != "few"]
        told = tested if len(tested) else found.areas
        said = [(row, words.clusters.area(row, found)) for _, row in told.iterrows()]
        _sentences("clusters_areas", said, words.clusters.area_test(found))
    with st.container():  # drawn empty too: what stands below keeps its place, or the browser would make the maps anew
        if 0 < found.looked_at < found.located_count:
            st.caption(plain(text("clusters.sampled_tests", taken=found.looked_at, count=found.located_count)))
        unplaced = found.all_count - found.located_count
        if unplaced:
            st.caption(plain(text("clusters.unplaced", count=unplaced)))


def _sentences(key: str, said: "list[tuple[pd.Series[Any], str]]", test: str) -> None:
    with look.card(key, gap="small", height="stretch"):
        st.markdown(f"**{text(f'pages.{key}')}**")
        st.caption(plain(test))
        if not said:
            st.caption(text("pages.no_rows"))
        for row, sentence in said[:_SENTENCES]:
            icon, colour = _ICONS[row["cluster_verdict"]]
            st.markdown(f":{colour}[:material/{icon}:] {plain(sentence)}")


def evidence(found: "Checkup", industry: str) -> None:
    """Draw what the verdict on an industry rests on: L against chance, and whether neighbours are alike."""
    alike, names = answers.likeness(_area(), industry)
    kind = "unit" if _area() == "unit" and _are_drawn() else "hexagon"
    left, right = st.columns(2)
    with left:
        if _is_tested(found, industry):
            curve = found.curves[found.curves["industry_name"] == industry]
            panels.chart(charts.clusters.curve, curve, "cluster_curve", words.clusters.curve_title(curve), industry)
    with right:
        st.subheader(text("pages.cluster_neighbours"), anchor=False)
        st.markdown(plain(words.clusters.likeness(alike, industry, kind)))
        if len(alike.areas) and (alike.areas["neighbourhood"] == "none").all():
            st.caption(text("clusters.none_told"))
        elif len(alike.areas):
            rows = alike.areas.assign(area_name=names, p_value=alike.areas["p_value"].map(words.clusters.p_value))
            told = rows.assign(is_none=rows["neighbourhood"] == "none").sort_values(
                ["is_none", "share_pct", "all_count"], ascending=[True, False, False]
            )[list(_NEIGHBOURS)]
            _table("cluster_neighbours", told, heading=False)


def tables(found: "Checkup", industry: str, shown: "Picture") -> None:
    """Draw the figures behind: the industry's clusters, every industry's and every area's check-up."""
    if len(shown.groups):
        _table("cluster_groups", shown.groups[list(_GROUPS)], industry=industry)
    _table("cluster_industries", words.clusters.industry_table(found))
    _table("cluster_areas", words.clusters.area_table(found))


def _table(name: str, rows: pd.DataFrame, *, heading: bool = True, **values: object) -> None:
    caption = panels.caption_of(text(f"pages.{name}", **values) if values else text(f"pages.{name}"))
    if heading:
        st.subheader(plain(caption.title), anchor=False)
    if rows.empty:
        st.caption(text("pages.no_rows"))
        return
    panels.rows_table(rows, f"table-{name}")
    read: Callable[[], pd.DataFrame] = partial(pd.DataFrame.copy, rows)
    panels.downloads(name, caption, read)


def specialisation() -> None:
    """Draw what each area lives on, with its trend over the years."""
    panels.table("specialisation", "cluster_specialisation", SPECIALISATION, area=_area())
    years = data.ask("specialisation_by_year", area=_area())
    panels.chart(charts.clusters.trend, years, "cluster_trend", words.clusters.trend_title(years))


def _is_tested(found: "Checkup", industry: str) -> bool:
    rows = found.industries
    return bool(rows.loc[rows["industry_name"] == industry, "p_value"].notna().any())


def _area() -> str:
    return str(st.session_state["area"])


def _are_drawn() -> bool:
    return len(data.outlines()) > 0
