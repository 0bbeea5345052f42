"""The card of one park, project or obstacle beside the map."""

from typing import TYPE_CHECKING, Any

import streamlit as st

from parkatlas import direction, formats, sheets, terms, words
from parkatlas.columns import column
from parkatlas.maps import Place
from parkatlas.messages import text
from parkatlas.ui.kit import data, look, panels
from parkatlas.ui.kit.markdown import plain
from parkatlas.ui.map import obstacles

if TYPE_CHECKING:
    import pandas as pd

_PROJECT_FACTS = (
    "park_name", "unit_name", "host_unit_name", "investor_name", "source_region", "industry_name", "capital_type",
    "stage", "land_mu", "contract_wan", "intended_wan", "planned_fai_wan", "done_fai_wan", "in_place_wan",
    "foreign_usd_wan", "signed_on", "started_on", "planned_completion_on", "leader_name", "officer_name", "place_issue",
    "period",
)  # fmt: skip
_OBSTACLE_FACTS = ("unit_name", "raised_on", "open_days", "due_on", "project_count", "held_wan")
_MOST_PROJECTS = 8
_MOST_HELD = 20


def draw(place: Place | None) -> None:
    """Draw what is known of a place; a hint where none is chosen."""
    if place is None:
        st.markdown(f":material/ads_click: {text('card.hint')}")
    elif place.kind == "obstacle":
        _obstacle(place)
    else:
        {"park": park, "project": _project}[place.kind](place.id)
        more(place, text("card.more"))


def of_park(block: sheets.Facts) -> None:
    """Draw the card of a park on its own page."""
    with look.card("place"):
        park(str(block.row["park_id"]))


def park(park_id: str) -> None:
    """Draw what the register knows of a park and how much its projects invest per mu."""
    fact, figure = data.park("parks", park_id), data.park("intensity_by_park", park_id)
    if fact is None or figure is None:
        st.caption(text("card.gone"))
        return
    st.markdown(f"#### {plain(fact['park_name'])}")
    _verdict(figure)
    counted = text(
        "card.projects", count=figure["project_count"], reached=figure["reached_count"], missing=figure["missing_count"]
    )
    st.caption(plain(counted))
    marks = [
        f":{'green' if _is_yes(fact[term.code]) else 'gray'}-badge[{plain(term.label)}]"
        for term in terms.INFRASTRUCTURE
    ]
    st.markdown(" ".join(marks))
    panels.facts(fact, [name for name in sheets.park.FACTS if not formats.is_none(fact[name])])
    projects = data.ask("projects", parks=[park_id], most=_MOST_PROJECTS)
    if not projects.empty:
        st.caption(text("card.largest"))
        for _, project in projects.iterrows():
            st.text(f"{direction.isolated(project['project_name'])}　{words.pipeline.money(project)}")


def _project(project_id: str) -> None:
    rows = data.project(project_id)
    if rows.empty:
        st.caption(text("card.gone"))
        return
    fact = rows.iloc[0]
    st.markdown(f"#### {plain(fact['project_name'])}")
    _verdict(fact)
    if _is_yes(fact["is_enclave"]):
        st.markdown(f":violet-badge[{plain(column('is_enclave').label)}]")
    panels.facts(fact, [name for name in _PROJECT_FACTS if not formats.is_none(fact[name])])


def _obstacle(place: Place) -> None:
    fact = obstacles.find(place)
    if fact is None:
        st.caption(text("card.gone"))
        return
    kind = plain(terms.label("obstacle_kind", fact["obstacle_kind"]))
    description = fact["description"]
    st.markdown(f"#### {kind if formats.is_none(description) else plain(description)}")
    late = fact["overdue_days"]
    badges = [f":orange-badge[{kind}]"]
    if not formats.is_none(late):
        badges.append(f":red-badge[{plain(text('card.late', days=int(late)))}]")
    st.markdown(" ".join(badges))
    panels.facts(fact, [name for name in _OBSTACLE_FACTS if not formats.is_none(fact[name])])
    if not fact["is_own_place"]:
        st.caption(text("card.place_of_projects"))
    projects = obstacles.projects(str(fact["obstacle_id"]))
    st.caption(text("card.held_projects", count=len(projects)))
    for _, project in projects.head(_MOST_HELD).iterrows():
        label = f"{plain(project['project_name'])}　:gray[{plain(formats.money(project['held_wan']))}]"
        st.page_link("pages/project.py", label=label, query_params={"project": project["project_id"]}, width="content")


def more(place: Place, label: str) -> None:
    """Draw the way to the page that tells all of a park or project."""
    st.page_link(
        f"pages/{place.kind}.py",
        label=plain(label),
        icon=":material/arrow_forward:",
        query_params={str(place.kind): place.id},
        width="content",
    )


def _is_yes(value: object) -> bool:
    """Tell yes from no and from not stated."""
    return not formats.is_none(value) and bool(value)


def _verdict(fact: "pd.Series[Any]") -> None:
    verdict = str(fact["verdict"])
    colour = {"pass": "green", "short": "orange", "missing": "gray", "exempt": "gray"}[verdict]
    st.markdown(
        f"**{plain(formats.quantity(fact['intensity_wan_per_mu'], '万元/亩'))}**　"
        f":{colour}-badge[{plain(terms.label('verdict', verdict))}]　"
        f":gray[{plain(words.places.asked(fact))}]"
    )
