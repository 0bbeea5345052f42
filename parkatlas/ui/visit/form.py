"""What is chosen of a site visit, by form or on the map: which projects, from where, and how."""

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from parkatlas import sheets, terms
from parkatlas.analysis import tour
from parkatlas.messages import text
from parkatlas.sheets.visit import BEGIN, CLOCKS, PLACE, USUAL, minute_of
from parkatlas.ui.kit import drafts, look
from parkatlas.ui.kit.choice import Choice, Number, Several, Switch
from parkatlas.ui.kit.listing import Listed

if TYPE_CHECKING:
    from parkatlas.sheets import Asking
    from parkatlas.sheets.visit import Tour

_STOPS = Several("visit", "stop")
_MOST_OFFERED = 1000
_START, _BEGIN, _RETURNS = Choice("visit", "start"), Choice("visit", "begin"), Switch("visit", "returns")
_MINUTES = Number("visit", "minutes", 5, 240, USUAL.stop_minutes)
_SPEED = Number("visit", "speed", 10, 120, int(USUAL.speed_kmh))
_DETOUR = Number("visit", "detour", 1.0, 3.0, USUAL.detour)
_STEPS: dict[Number, float] = {_MINUTES: 5, _SPEED: 5, _DETOUR: 0.1}
_FIELDS = (_STOPS, _START, _BEGIN, *_STEPS, _RETURNS)


def planned(ask: "Asking") -> "Tour | None":
    """Return the tour that is chosen, at first the address's; None where nothing with a point is."""
    drafts.bring_back("tour", _FIELDS)
    _recall_stops(ask)
    begin = minute_of(_BEGIN.among(CLOCKS, BEGIN))
    pace = tour.Pace(_DETOUR.value(), _SPEED.value(), _MINUTES.value(), begin)
    return sheets.visit.planned(ask, chosen(), _started(ask), pace, returns=_RETURNS.is_on())


def choose(ask: "Asking") -> None:
    """Draw what is to be visited and how."""
    with look.card("tour", gap="small"):
        names, lists, back = st.columns([6, 3, 2], vertical_alignment="bottom")
        _stops(ask, names, lists)
        start, begin, *numbers = st.columns([3, 2, 2, 2, 2], vertical_alignment="bottom")
        with start:
            _start(ask)
        _BEGIN.draw(begin.selectbox, text("tour.begin"), CLOCKS, usual=BEGIN)
        for slot, (number, step) in zip(numbers, _STEPS.items(), strict=True):
            about = text("tour.detour_help") if number == _DETOUR else None
            number.draw(slot.number_input, text(f"tour.{number.name}"), step=step, help=about)
        with back:
            _RETURNS.draw(text("tour.returns"))
    drafts.keep_address("tour", _FIELDS)


def _recall_stops(ask: "Asking") -> None:
    """Take over the projects chosen, at first the address's, as far as there are such."""
    if _STOPS.key not in st.session_state:
        _STOPS.set(list(dict.fromkeys(st.query_params.get_all(_STOPS.name)))[: tour.MOST_STOPS])
    _STOPS.among(list(_offered(ask)))


def _offered(ask: "Asking") -> dict[str, str]:
    """Return the names of the projects to choose from by their ids, first those chosen."""
    only = chosen()
    named = ask("projects", only=only) if only else ask("projects", most=0)
    rows = pd.concat([named, ask("project_choices", most=_MOST_OFFERED)])
    return dict(zip(rows["project_id"], rows["project_name"], strict=True))


def _stops(
    ask: "Asking", left: "st.delta_generator.DeltaGenerator", right: "st.delta_generator.DeltaGenerator"
) -> None:
    """Draw the choice of projects: one by one, or a whole list at once."""
    names = _offered(ask)
    _STOPS.draw(
        left.multiselect,
        text("tour.projects"),
        list(names),
        lambda project_id: names.get(project_id, project_id),
        max_selections=tour.MOST_STOPS,
        placeholder=text("tour.choose"),
        select_all=False,
        on_change=_look_anew,
    )
    lists = [Listed("gap", term.code) for term in terms.PIPELINE_GAPS]
    right.selectbox(
        text("tour.add_list"),
        [one.words for one in lists],
        index=None,
        key="add_list",
        format_func=lambda words: Listed.read(words).label,  # type: ignore[union-attr]
        placeholder=text("tour.no_list"),
        on_change=_add_list,
    )


def _add_list() -> None:
    """Add the projects of the list chosen, the largest first, as far as there is room."""
    listed = Listed.read(st.session_state.get("add_list"))
    st.session_state["add_list"] = None
    if listed:
        more = listed.rows(tour.MOST_STOPS)["project_id"].tolist()
        _STOPS.set(list(dict.fromkeys([*chosen(), *more]))[: tour.MOST_STOPS])
        _look_anew()


def _look_anew() -> None:
    """Let the map go to the whole tour: after a choice by the form, where what was chosen may be out of sight."""
    st.session_state["tour_turn"] = " ".join(chosen())


def chosen() -> list[str]:
    """Return the ids of the projects to visit, in the order in which they were chosen."""
    return list(st.session_state[_STOPS.key])


def is_full() -> bool:
    """Tell whether no further project fits into the tour."""
    return len(chosen()) >= tour.MOST_STOPS


def switch(project_id: str) -> None:
    """Add a project to the tour, or take it out."""
    kept = [name for name in chosen() if name != project_id]
    _STOPS.set([*kept, project_id] if kept == chosen() else kept)


def start_from(start: str) -> None:
    """Let the tour start at a park (its id) or at a place ("longitude,latitude")."""
    _START.set(start)


def _started(ask: "Asking") -> str:
    """Return where the tour starts: a park, a place typed, or "" for the first project."""
    candidate = str(st.session_state.get(_START.key, st.query_params.get(_START.name)) or "")
    return _START.among([*ask("parks")["park_id"], *([candidate] if PLACE.fullmatch(candidate) else [])], "")


def _start(ask: "Asking") -> None:
    """Draw where the tour starts: the first project, a park, or a place typed as longitude and latitude."""
    parks, typed = ask("parks"), _started(ask)
    names = {"": text("tour.first_stop")} | dict(zip(parks["park_id"], parks["park_name"], strict=True))
    _START.draw(
        st.selectbox,
        text("tour.start"),
        [*names, *([typed] if typed not in names else [])],
        lambda name: names.get(name, name),
        "",
        accept_new_options=True,
        help=text("tour.start_help"),
    )
