"""The Clusters page's panel: what is chosen, the map, the verdicts in their colours, and how a cluster formed."""

from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from parkatlas import sheets
from parkatlas.messages import text
from parkatlas.sheets.clusters import AREAS, RULES, USUAL, WEIGHTS, usual_area
from parkatlas.ui.clusters import answers, formation, map_view
from parkatlas.ui.clusters.map_view import Look
from parkatlas.ui.kit import data, filters, fragments, look, sheet
from parkatlas.ui.kit.choice import Choice, Number
from parkatlas.ui.kit.markdown import plain

if TYPE_CHECKING:
    from datetime import date

    from parkatlas.analysis.clustering import Picture
    from parkatlas.sheets import Asking

_ICONS = {
    "clustered": ("check_circle", "green"), "fragile": ("warning", "orange"), "random": ("shuffle", "gray"),
    "untested": ("help", "gray"), "few": ("help", "gray"),
}  # fmt: skip
_AREA, _INDUSTRY, _WEIGHT = (Choice("clusters", name) for name in ("area", "industry", "weight"))
_RULE = {name: Number("clusters", name, span[0], span[-1], round(getattr(USUAL, name))) for name, span in RULES.items()}
_LOOK = Choice("clusters", "look")
_STEPS = {"least": 1, "near_m": 100, "far_m": 500}
_MOST_NAMED = 6
_HEIGHT = 560


def asking() -> "Asking":
    """Return the questions within the shared filters, which compute as this page does."""
    return data.asking(answers.Kept)


def chosen(ask: "Asking") -> dict[str, Any]:
    """Return what is chosen, at first what the address says, as the page's sheet names it."""
    names = _industries(ask)
    if not names:
        return {"area": _area(ask)}
    return {"area": _area(ask), "industry": _INDUSTRY.among(names)} | _rule() | formation.chosen(ask)


def _area(ask: "Asking") -> str:
    return _AREA.among(AREAS, usual_area(ask))


def choose(ask: "Asking") -> None:
    """Draw the choices: areas, industry, what makes a cluster, which one to look at; none without industries."""
    names = _industries(ask)
    if not names:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _AREA.draw(
            st.segmented_control, text("clusters.area"), AREAS, lambda kind: text(f"clusters.area_{kind}_choice"),
            usual_area(ask), required=True, width="content",
        )  # fmt: skip
        _INDUSTRY.draw(st.selectbox, text("clusters.industry"), names, width=260, on_change=_look_at_all)
        _choose_rule()
        _choose_cluster(picture(ask))


def own(ask: "Asking") -> dict[str, sheet.Drawer]:
    """Return what the page draws in a way of its own, by the blocks' keys."""
    return {
        "cluster_map": partial(_ground, ask),
        "clusters_industries": _sentences,
        "clusters_areas": _sentences,
        "cluster_time": partial(formation.formed, ask),
    }


def picture(ask: "Asking", as_of: "date | None" = None) -> "Picture":
    """Return the clusters of the industry by the rule, as both are chosen, as of another day where one is given."""
    rule = sheets.clusters.rule_of(**_rule())
    return ask.computed.picture(_area(ask), _INDUSTRY.among(_industries(ask)), rule, as_of)


def _rule() -> dict[str, Any]:
    """Return what makes a cluster, as it is chosen."""
    return {name: number.value() for name, number in _RULE.items()} | {"weight": _WEIGHT.among(WEIGHTS)}


def _industries(ask: "Asking") -> list[str]:
    return list(sheets.clusters.checkup(ask, _area(ask)).industries["industry_name"])


def _choose_rule() -> None:
    with st.popover(text("clusters.rule"), icon=":material/tune:"):
        for name, number in _RULE.items():
            number.draw(st.slider, text(f"clusters.{name}"), step=_STEPS[name], help=text(f"clusters.{name}_help"))
        _WEIGHT.draw(
            st.radio, text("clusters.weight"), WEIGHTS, lambda kind: text(f"clusters.weight_{kind}"),
            captions=[text(f"clusters.weight_{kind}_help") for kind in WEIGHTS],
        )  # fmt: skip


def _choose_cluster(picture: "Picture") -> None:
    """Draw which cluster to look at: its number, "" for the whole region."""
    numbers = ["", *map(str, picture.groups["cluster_no"].head(_MOST_NAMED))]
    _LOOK.draw(
        st.segmented_control, text("clusters.look_at"), numbers,
        lambda number: text("clusters.one", number=plain(number)) if number else text("clusters.region"),
        required=True, width="content",
    )  # fmt: skip


def _look_at_all() -> None:
    _LOOK.set("")


def looked_at(ask: "Asking") -> Look:
    """Return what the maps look at: the industry, near to the cluster chosen or whole."""
    industry, number = _INDUSTRY.among(_industries(ask)), int(st.session_state[_LOOK.key] or 0)
    near = map_view.bounds_of(picture(ask), number) if number else None
    return Look(industry, filters.as_of(), near, f"{industry} {number}")


def _ground(ask: "Asking", block: sheets.Scene) -> None:
    """Draw the map of the industry's clusters under what it shows."""
    st.markdown(f"**{plain(block.caption.title)}**")
    _map(picture(ask), looked_at(ask))


@fragments.fragment
def _map(picture: "Picture", look: Look) -> None:
    map_view.draw("map-clusters", picture, look, _HEIGHT)


def _sentences(block: sheets.Listing) -> None:
    """Draw the verdicts, each with its mark, under how they were reached."""
    with look.card(block.key, gap="small", height="stretch"):
        st.markdown(f"**{plain(block.caption.title)}**")
        st.caption(plain(block.note))
        if not block.sentences:
            st.caption(text("pages.no_rows"))
        for verdict, sentence in zip(block.rows["cluster_verdict"], block.sentences, strict=True):
            icon, colour = _ICONS[verdict]
            st.markdown(f":{colour}[:material/{icon}:] {plain(sentence)}")
