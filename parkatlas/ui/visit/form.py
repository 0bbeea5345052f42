"""What is chosen of a site visit, by form or on the map: which projects, from where, and how."""

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from parkatlas import sheets, terms
from parkatlas.analysis import tour
from parkatlas.messages import text
from parkatlas.sheets.visit import BEGIN, CLOCKS, PLACE, USUAL, minute_of
from parkatlas.ui.kit import address, drafts, look
from parkatlas.ui.kit.listing import Listed

if TYPE_CHECKING:
    from parkatlas.sheets import Asking
    from parkatlas.sheets.visit import Tour

_STOPS = "stop"
_KEYS = (_STOPS, "start", "begin", "minutes", "speed", "detour", "returns")
_MOST_OFFERED = 1000
_NUMBERS: dict[str, tuple[float, float, float, float]] = {  # lowest, highest, at first, step
    "minutes": (5, 240, USUAL.stop_minutes, 5),
    "speed": (10, 120, int(USUAL.speed_kmh), 5),
    "detour": (1.0, 3.0, USUAL.detour, 0.1),
}


def planned(ask: "Asking") -> "Tour | None":
    """Return the tour that is chosen, at first the address's; None where nothing with a point is."""
    drafts.bring_back("tour", _KEYS)
    _recall_stops(ask)
    parks = ask("parks")["park_id"].tolist()
    start = st.session_state.get("start", st.query_params.get("start")) or ""
    st.session_state["start"] = start if start in parks or PLACE.fullmatch(start) else ""
    address.recall("begin", CLOCKS, BEGIN)
    for key, (low, top, usual, _) in _NUMBERS.items():
        address.recall_number(key, low, top, usual)
        st.session_state[key] = type(usual)(st.session_state[key] or usual)  # whole minutes stay whole
    address.recall_flag("returns")
    state = st.session_state
    pace = tour.Pace(state["detour"], state["speed"], state["minutes"], minute_of(state["begin"]))
    return sheets.visit.planned(ask, chosen(), state["start"], pace, returns=state["returns"])


def choose(ask: "Asking") -> None:
    """Draw what is to be visited and how."""
    with look.card("tour", gap="small"):
        names, lists, back = st.columns([6, 3, 2], vertical_alignment="bottom")
        _stops(ask, names, lists)
        start, begin, *numbers = st.columns([3, 2, 2, 2, 2], vertical_alignment="bottom")
        with start:
            _start(ask)
        begin.selectbox(text("tour.begin"), CLOCKS, key="begin")
        address.publish("begin", BEGIN)
        for slot, (key, (low, top, usual, step)) in zip(numbers, _NUMBERS.items(), strict=True):
            slot.number_input(
                text(f"tour.{key}"), low, top, key=key, step=step,
                help=text("tour.detour_help") if key == "detour" else None,
            )  # fmt: skip
            address.publish(key, usual)
        back.toggle(text("tour.returns"), key="returns")
        address.publish("returns")
    drafts.keep_address("tour", _KEYS)


def _recall_stops(ask: "Asking") -> None:
    """Take over the projects chosen, at first the address's, as far as there are such."""
    if _STOPS not in st.session_state:
        st.session_state[_STOPS] = list(dict.fromkeys(st.query_params.get_all(_STOPS)))[: tour.MOST_STOPS]
    names = _offered(ask)
    st.session_state[_STOPS] = [name for name in st.session_state[_STOPS] if name in names]


def _offered(ask: "Asking") -> dict[str, str]:
    """Return the names of the projects to choose from by their ids, first those chosen."""
    only = st.session_state[_STOPS]
    named = ask("projects", only=only) if only else ask("projects", most=0)
    rows = pd.concat([named, ask("project_choices", most=_MOST_OFFERED)])
    return dict(zip(rows["project_id"], rows["project_name"], strict=True))


def _stops(
    ask: "Asking", left: "st.delta_generator.DeltaGenerator", right: "st.delta_generator.DeltaGenerator"
) -> None:
    """Draw the choice of projects: one by one, or a whole list at once."""
    names = _offered(ask)
    left.multiselect(
        text("tour.projects"),
        list(names),
        format_func=lambda project_id: names.get(project_id, project_id),
        key=_STOPS,
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
    address.publish(_STOPS)


def _add_list() -> None:
    """Add the projects of the list chosen, the largest first, as far as there is room."""
    chosen = Listed.read(st.session_state.get("add_list"))
    st.session_state["add_list"] = None
    if chosen:
        more = chosen.rows(tour.MOST_STOPS)["project_id"].tolist()
        st.session_state[_STOPS] = list(dict.fromkeys([*st.session_state[_STOPS], *more]))[: tour.MOST_STOPS]
        _look_anew()


def _look_anew() -> None:
    """Let the map go to the whole tour: after a choice by the form, where what was chosen may be out of sight."""
    st.session_state["tour_turn"] = " ".join(st.session_state[_STOPS])


def chosen() -> list[str]:
    """Return the ids of the projects to visit, in the order in which they were chosen."""
    return list(st.session_state[_STOPS])


def is_full() -> bool:
    """Tell whether no further project fits into the tour."""
    return len(chosen()) >= tour.MOST_STOPS


def switch(project_id: str) -> None:
    """Add a project to the tour, or take it out."""
    kept = [name for name in chosen() if name != project_id]
    st.session_state[_STOPS] = [*kept, project_id] if kept == chosen() else kept


def start_from(start: str) -> None:
    """Let the tour start at a park (its id) or at a place ("longitude,latitude")."""
    st.session_state["start"] = start


def _start(ask: "Asking") -> None:
    """Draw where the tour starts: the first project, a park, or a place typed as longitude and latitude."""
    parks, typed = ask("parks"), st.session_state["start"]
    names = {"": text("tour.first_stop")} | dict(zip(parks["park_id"], parks["park_name"], strict=True))
    st.selectbox(
        text("tour.start"),
        [*names, *([typed] if typed not in names else [])],
        key="start",
        format_func=lambda name: names.get(name, name),
        accept_new_options=True,
        help=text("tour.start_help"),
    )
    address.publish("start", "")
