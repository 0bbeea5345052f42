"""The shortest tour through places as the crow flies, and when each is reached."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from pyproj import Geod

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

MOST_STOPS = 30
_ELLIPSOID = Geod(ellps="WGS84")
_ROUNDS = 300  # without an improvement, of a solver that finds the shortest of thirty places in a tenth of them
_FEWEST_TO_ORDER = 2


@dataclass(frozen=True)
class Pace:
    """How a tour is driven: roads to straight lines, how fast, minutes at each stop, from which minute of the day."""

    detour: float
    speed_kmh: float
    stop_minutes: int
    start_minute: int


@dataclass(frozen=True)
class Leg:
    """One leg: straight kilometres, kilometres by the stated detour, minute of the day of arrival and of departure."""

    straight_km: float
    road_km: float
    arrives: float
    leaves: float


def straight_m(lon: "Sequence[float]", lat: "Sequence[float]") -> "NDArray[np.float64]":
    """Return the geodesic distance between all places, in metres (degrees in EPSG:4326)."""
    x, y = np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)
    pairs = np.meshgrid(np.arange(len(x)), np.arange(len(x)), indexing="ij")
    first, second = (side.ravel() for side in pairs)
    *_, metres = _ELLIPSOID.inv(x[first], y[first], x[second], y[second])
    return np.asarray(metres, dtype=float).reshape(len(x), len(x))


def order(metres: "NDArray[np.float64]", *, returns: bool) -> list[int]:
    """Return the shortest order in which to visit the places 1, 2 … from place 0, and back to it if ``returns``.

    Found by PyVRP, the same for the same places.
    """
    count = len(metres)
    if count <= _FEWEST_TO_ORDER:
        return list(range(1, count))
    from pyvrp import Model  # noqa: PLC0415 - only this page needs the solver
    from pyvrp.stop import NoImprovement  # noqa: PLC0415

    model = Model()
    locations = [model.add_location(index, 0) for index in range(count)]
    model.add_depot(locations[0])
    for location in locations[1:]:
        model.add_client(location)
    model.add_vehicle_type()
    for first in range(count):
        for second in range(count):
            is_free = second == 0 and not returns
            distance = 0 if is_free else round(float(metres[first, second]))
            if first != second:
                model.add_edge(locations[first], locations[second], distance)
    solution = model.solve(NoImprovement(_ROUNDS), seed=1, collect_stats=False, display=False)
    (route,) = solution.best.routes()
    return [activity.idx + 1 for activity in route if activity.is_client()]


def legs(metres: "NDArray[np.float64]", visited: "Sequence[int]", pace: Pace) -> list[Leg]:
    """Return the legs of a tour from place 0 through the places of ``visited``."""
    driven: list[Leg] = []
    here, clock = 0, float(pace.start_minute)
    for stop in visited:
        straight = float(metres[here, stop]) / 1000
        road = straight * pace.detour
        clock += road / pace.speed_kmh * 60
        driven.append(Leg(straight, road, clock, clock + pace.stop_minutes))
        here, clock = stop, clock + pace.stop_minutes
    return driven
