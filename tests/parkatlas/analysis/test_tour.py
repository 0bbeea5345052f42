"""A tour is the shortest there is, and its times add up."""

from itertools import pairwise, permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parkatlas.analysis import tour

PACE = tour.Pace(detour=1.5, speed_kmh=60.0, stop_minutes=20, start_minute=480)


def length(metres, visited, *, returns):
    way = [0, *visited, *([0] if returns else [])]
    return sum(metres[a, b] for a, b in pairwise(way))


def test_places_along_a_road_are_visited_one_after_the_other():
    metres = tour.straight_m([117.0, 117.3, 117.1, 117.2], [31.0] * 4)
    assert tour.order(metres, returns=False) == [2, 3, 1]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.floats(117, 118), st.floats(31, 32)), min_size=1, max_size=6), st.booleans())
def test_no_other_order_is_shorter(places, returns):
    metres = tour.straight_m(*zip(*places, strict=True))
    visited = tour.order(metres, returns=returns)
    best = min(length(metres, other, returns=returns) for other in permutations(range(1, len(places))))
    assert sorted(visited) == list(range(1, len(places)))
    assert length(metres, visited, returns=returns) <= best + len(places)  # the solver counts whole metres


def test_many_places_on_one_spot_are_each_visited_once():
    assert sorted(tour.order(np.zeros((31, 31)), returns=True)) == list(range(1, 31))


def test_times_add_up_from_distance_detour_speed_and_stops():
    metres = np.array([[0, 10_000, 0], [10_000, 0, 20_000], [0, 20_000, 0]], dtype=float)
    first, second = tour.legs(metres, [1, 2], PACE)
    assert (first.straight_km, first.road_km, first.arrives, first.leaves) == (10, 15, 495, 515)
    assert (second.road_km, second.arrives, second.leaves) == (30, 545, 565)


def test_distances_are_geodesic():
    assert tour.straight_m([117, 117], [31, 32])[0, 1] == pytest.approx(110_880, rel=1e-4)
