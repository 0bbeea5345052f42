"""What is chosen of a site visit, by form or on the map: which projects, from where, how; and the tour that makes."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from parkatlas import formats, terms
from parkatlas.analysis import tour
from parkatlas.messages import text
from parkatlas.ui.kit import address, data, drafts, look
from parkatlas.ui.kit.listing import Listed
from parkatlas.ui.kit.markdown import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

_STOPS = "stop"
_KEYS = (_STOPS, "start", "begin", "minutes", "speed", "detour", "returns")
_MOST_OFFERED = 1000
_CLOCKS = tuple(f"{hour:02}:{minute:02}" for hour in range(6, 21) for minute in (0, 30))
_BEGIN = "08:30"
_PLACE = re.compile(r"\s*(-?\d{1,3}(?:\.\d+)?)\s*[,，]\s*(-?\d{1,2}(?:\.\d+)?)\s*")


@dataclass(frozen=True)
class Tour:
    """A tour worked out: where it starts, its stops in their order (rows of ``projects``) and its legs."""

    start: str
    lon: float
    lat: float
    pace: tour.Pace
    stops: pd.DataFrame
    legs: list[tour.Leg] = field(default_factory=list)

    @property
    def points(self) -> list[tuple[float, float]]:
        """All places in their order, the start first, and last where the tour returns."""
        found = [(self.lon, self.lat), *zip(self.stops["lon"], self.stops["lat"], strict=True)]
        return [*found, found[0]] if len(self.legs) > len(self.stops) else found


def choose() -> Tour | None:
    """Draw what is to be visited and how; return the tour, None where nothing with a point is chosen."""
    drafts.bring_back("tour", _KEYS)
    with look.card("tour", gap="small"):
        names, lists, back = st.columns([6, 3, 2], vertical_alignment="bottom")
        ids = _stops(names, lists)
        start, begin, minutes, speed, detour = st.columns([3, 2, 2, 2, 2], vertical_alignment="bottom")
        with start:
            chosen_start = _start()
        pace = _pace(begin, minutes, speed, detour)
        returns = _returns(back)
    drafts.keep_address("tour", _KEYS)
    rows = data.ask("projects", only=ids)
    stops = rows[rows["lon"].notna() & rows["lat"].notna()]
    _say_left_out(ids, rows, stops)
    if stops.empty:
        return None
    chosen = stops.set_index("project_id", drop=False).loc[_kept(ids, stops)]
    return _worked_out(chosen_start, chosen, pace, returns=returns)


def _stops(left: "st.delta_generator.DeltaGenerator", right: "st.delta_generator.DeltaGenerator") -> list[str]:
    """Draw the choice of projects: one by one, or a whole list at once; return their ids."""
    if _STOPS not in st.session_state:
        st.session_state[_STOPS] = list(dict.fromkeys(st.query_params.get_all(_STOPS)))[: tour.MOST_STOPS]
    chosen = st.session_state[_STOPS]
    named = data.ask("projects", only=chosen) if chosen else data.ask("projects", most=0)
    offered = pd.concat([named, data.ask("project_choices", most=_MOST_OFFERED)])[["project_id", "project_name"]]
    names = dict(zip(offered["project_id"], offered["project_name"], strict=True))
    st.session_state[_STOPS] = [name for name in chosen if name in names]
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
    return list(st.session_state[_STOPS])


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


def start_from(said: str) -> None:
    """Let the tour start at a park (its id) or at a place ("longitude,latitude")."""
    st.session_state["start"] = said


def _start() -> str:
    """Draw where the tour starts: the first project, a park, or a place typed as longitude and latitude."""
    parks = data.ask("parks")
    names = {"": text("tour.first_stop")} | dict(zip(parks["park_id"], parks["park_name"], strict=True))
    said = st.session_state.get("start", st.query_params.get("start")) or ""
    st.session_state["start"] = said if said in names or _PLACE.fullmatch(said) else ""
    st.selectbox(
        text("tour.start"),
        [*names, *([st.session_state["start"]] if st.session_state["start"] not in names else [])],
        key="start",
        format_func=lambda name: names.get(name, name),
        accept_new_options=True,
        help=text("tour.start_help"),
    )
    address.publish("start", "")
    return st.session_state["start"] or ""


def _pace(*places: "st.delta_generator.DeltaGenerator") -> tour.Pace:
    begin, minutes, speed, detour = places
    address.recall("begin", _CLOCKS, _BEGIN)
    said = begin.selectbox(text("tour.begin"), _CLOCKS, key="begin")
    address.publish("begin", _BEGIN)
    hour, minute = map(int, said.split(":"))
    return tour.Pace(
        stop_minutes=int(_number(minutes, "minutes", (5, 240), 30, 5)),
        speed_kmh=_number(speed, "speed", (10, 120), 40, 5),
        detour=_number(detour, "detour", (1.0, 3.0), 1.3, 0.1),
        start_minute=60 * hour + minute,
    )


def _number(
    place: "st.delta_generator.DeltaGenerator", key: str, span: "tuple[float, float]", usual: float, step: float
) -> float:
    address.recall_number(key, *span, usual)
    st.session_state[key] = type(usual)(st.session_state[key] or usual)  # whole minutes stay whole
    chosen: float = place.number_input(
        text(f"tour.{key}"), *span, key=key, step=step, help=text("tour.detour_help") if key == "detour" else None
    )
    address.publish(key, usual)
    return chosen


def _returns(place: "st.delta_generator.DeltaGenerator") -> bool:
    address.recall_flag("returns")
    chosen: bool = place.toggle(text("tour.returns"), key="returns")
    address.publish("returns")
    return chosen


def _say_left_out(ids: "Sequence[str]", rows: pd.DataFrame, stops: pd.DataFrame) -> None:
    """Say which of the projects chosen cannot be visited, and why."""
    pointless = rows[~rows["project_id"].isin(stops["project_id"])]["project_name"]
    if len(pointless):
        names = text("pages.list_comma").join(map(str, pointless))
        st.caption(f":material/wrong_location: {plain(text('tour.without_point', names=names))}")
    if ids and not len(rows):
        st.caption(text("tour.out_of_scope"))


def _kept(ids: "Sequence[str]", stops: pd.DataFrame) -> list[str]:
    known = set(stops["project_id"])
    return [name for name in ids if name in known]


def _worked_out(start: str, stops: pd.DataFrame, pace: tour.Pace, *, returns: bool) -> Tour:
    """Order the stops from the start, which is the first of them where none was chosen."""
    name, lon, lat = _place_of(start, stops)
    metres = tour.straight_m([lon, *stops["lon"]], [lat, *stops["lat"]])
    visited = tour.order(metres, returns=returns)
    ordered = stops.iloc[[place - 1 for place in visited]]
    held = [_obstacles(str(project_id)) for project_id in ordered["project_id"]]
    legs = tour.legs(metres, [*visited, *([0] if returns else [])], pace)
    return Tour(name, lon, lat, pace, ordered.assign(obstacle_descriptions=held), legs)


def _place_of(start: str, stops: pd.DataFrame) -> tuple[str, float, float]:
    """Return name, longitude and latitude of the start: a typed place, a park with a point, else the first stop."""
    typed = _PLACE.fullmatch(start)
    if typed and abs(float(typed[1])) <= 180 and abs(float(typed[2])) <= 85:  # noqa: PLR2004 - where the map ends
        lon, lat = float(typed[1]), float(typed[2])
        return text("tour.place", lon=f"{lon:.3f}", lat=f"{lat:.3f}"), lon, lat
    park = data.park("parks", start) if start else None
    if park is not None and not formats.is_none(park["lon"]) and not formats.is_none(park["lat"]):
        return str(park["park_name"]), float(park["lon"]), float(park["lat"])
    first = stops.iloc[0]
    return str(first["project_name"]), float(first["lon"]), float(first["lat"])


def _obstacles(project_id: str) -> str | None:
    said = data.ask("project_obstacles", project_id=project_id)["description"].dropna()
    return text("pages.list_comma").join(map(str, said)) or None
