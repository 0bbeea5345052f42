"""Site visit: in which order to see the chosen projects, when each is reached, and what to ask there."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from parkatlas import formats, words
from parkatlas.analysis import tour
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.sheets.asking import catalogued
from parkatlas.sheets.model import Choice, Facts, Group, Offers, Pair, Sheet, Table, Text
from parkatlas.sheets.park import row_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from parkatlas.sheets.asking import Asking

CLOCKS = tuple(f"{hour:02}:{minute:02}" for hour in range(6, 21) for minute in (0, 30))
BEGIN = "08:30"
USUAL = tour.Pace(detour=1.3, speed_kmh=40, stop_minutes=30, start_minute=0)
PLACE = re.compile(r"\s*(-?\d{1,3}(?:\.\d+)?)\s*[,，]\s*(-?\d{1,2}(?:\.\d+)?)\s*")
_SHOWN = words.tour.COLUMNS[:8]
_FACTS = ("stage", "park_name", "contract_wan", "intended_wan", "leader_name", "officer_name", "obstacle_descriptions")


@dataclass(frozen=True)
class Tour:
    """A tour worked out: where it starts, its stops in their order (rows of ``projects``) and its legs."""

    start: str
    lon: float
    lat: float
    pace: tour.Pace
    stops: "pd.DataFrame"
    legs: "list[tour.Leg]"

    @property
    def points(self) -> list[tuple[float, float]]:
        """All places in their order, the start first, and last where the tour returns."""
        points = [(self.lon, self.lat), *zip(self.stops["lon"], self.stops["lat"], strict=True)]
        return [*points, points[0]] if len(self.legs) > len(self.stops) else points


def offers(_: "Asking", **_chosen: object) -> Offers:
    """Return what may be chosen from a list: when to leave; stops and start are words of one's own."""
    return {"begin": CLOCKS}


def sheet(ask: "Asking", stops: str = "", start: str = "", begin: str = BEGIN) -> Sheet:
    """Return the plan of a visit to projects, their ids parted by commas.

    ``start`` is the id of a park or a place ("longitude,latitude"), the first project where neither is said; ``begin``
    is the time of leaving it.
    """
    ids = [name.strip() for name in stops.split(",") if name.strip()][: tour.MOST_STOPS]
    pace = replace(USUAL, start_minute=minute_of(begin if begin in CLOCKS else BEGIN))
    return of_tour(ask, ids, planned(ask, ids, start, pace))


def minute_of(clock: str) -> int:
    """Return the minute of the day that a time like 08:30 names."""
    hour, minute = map(int, clock.split(":"))
    return 60 * hour + minute


def planned(ask: "Asking", ids: "Sequence[str]", start: str, pace: tour.Pace, *, returns: bool = False) -> Tour | None:
    """Order the projects chosen that have a point from the start; None where there is none."""
    rows = ask("projects", only=list(ids))
    stops = rows[rows["lon"].notna() & rows["lat"].notna()]
    if stops.empty:
        return None
    located = set(stops["project_id"])
    stops = stops.set_index("project_id", drop=False).loc[[name for name in ids if name in located]]
    name, lon, lat = _place_of(ask, start, stops)
    metres = tour.straight_m([lon, *stops["lon"]], [lat, *stops["lat"]])
    visited = tour.order(metres, returns=returns)
    ordered = stops.iloc[[stop - 1 for stop in visited]]
    descriptions = [_obstacles(ask, str(project_id)) for project_id in ordered["project_id"]]
    legs = tour.legs(metres, [*visited, *([0] if returns else [])], pace)
    return Tour(name, lon, lat, pace, ordered.assign(obstacle_descriptions=descriptions), legs)


def of_tour(ask: "Asking", ids: "Sequence[str]", visit: Tour | None) -> Sheet:
    """Return the plan of a tour of the projects chosen: when it is where, and what to ask at each stop."""
    if not ask("overview_totals")["project_count"].iloc[0]:
        return ask.lacking("visit", "project")
    left_out = Group(_left_out(ask, ids), "left_out")
    if visit is None:
        ground = Pair((Choice("map"),), (Choice("chosen"), Text(text("tour.hint"), "prose", key="hint")), (3, 2))
        return ask.sheet("visit", blocks=[left_out, Group((ground,), "ground")])
    begin, count = visit.pace.start_minute, len(visit.stops)
    ground = Pair((Choice("map"),), (Choice("chosen"), _plan(ask, visit)), (3, 2))
    return ask.sheet(
        "visit",
        words.tour.finding(visit.start, begin, count, visit.legs),
        words.tour.figures(begin, count, visit.legs, visit.pace.detour),
        [
            left_out,
            Group((ground,), "ground"),
            Group(tuple(_stop(ask, visit, no) for no in range(count)), "stops"),
        ],
    )


def _left_out(ask: "Asking", ids: "Sequence[str]") -> tuple[Text, ...]:
    """Return which of the projects chosen cannot be visited, and why."""
    rows = ask("projects", only=list(ids))
    pointless = rows.loc[rows["lon"].isna() | rows["lat"].isna(), "project_name"]
    texts = []
    if len(pointless):
        names = text("pages.list_comma").join(map(str, pointless))
        texts.append(Text(text("tour.without_point", names=names), icon="wrong_location"))
    if ids and rows.empty:
        texts.append(Text(text("tour.out_of_scope")))
    return tuple(texts)


def _plan(ask: "Asking", visit: Tour) -> Table:
    """Return the list to print: the start, each stop with its times, the way back."""
    rows = words.tour.plan(visit.start, visit.pace.start_minute, visit.stops, visit.legs)
    return Table("tour", ask.captioned(text("tour.list")), rows, catalogued(_SHOWN), rows.copy)


def _stop(ask: "Asking", visit: Tour, no: int) -> Facts:
    """Return what to know at a stop."""
    stop, leg = visit.stops.iloc[no], visit.legs[no]
    times = text("tour.times", arrives=words.tour.clock(leg.arrives), leaves=words.tour.clock(leg.leaves))
    road = formats.quantity(leg.road_km, column("leg_km").unit)
    question = ask.question("projects", only=[str(stop["project_id"])])
    facts = ask.facts(f"stop-{no}", f"{no + 1}　{stop['project_name']}", stop, _FACTS, question)
    return replace(facts, note=f"{times} · {road}")


def _place_of(ask: "Asking", start: str, stops: "pd.DataFrame") -> tuple[str, float, float]:
    """Return name, longitude and latitude of the start: a typed place, a park with a point, else the first stop."""
    typed = PLACE.fullmatch(start)
    if typed and abs(float(typed[1])) <= 180 and abs(float(typed[2])) <= 85:  # noqa: PLR2004 - where the map ends
        lon, lat = float(typed[1]), float(typed[2])
        return text("tour.place", lon=f"{lon:.3f}", lat=f"{lat:.3f}"), lon, lat
    park = row_of(ask, "parks", start) if start else None
    if park is not None and not formats.is_none(park["lon"]) and not formats.is_none(park["lat"]):
        return str(park["park_name"]), float(park["lon"]), float(park["lat"])
    first = stops.iloc[0]
    return str(first["project_name"]), float(first["lon"]), float(first["lat"])


def _obstacles(ask: "Asking", project_id: str) -> str | None:
    descriptions = ask("project_obstacles", project_id=project_id)["description"].dropna()
    return text("pages.list_comma").join(map(str, descriptions)) or None
