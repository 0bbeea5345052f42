"""A drawn shape is read from plain numbers, holds what lies in it, and says what keeps it from holding anything."""

import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from parkatlas import datum, maps
from tests import hostile

SQUARE = "polygon:117,31,117.01,31,117.01,31.01,117,31.01"
BOW_TIE = "polygon:117,31,117.01,31.01,117.01,31,117,31.01"


@pytest.mark.parametrize("words", [SQUARE, "circle:117.00501,31.00502,500.5"])
def test_a_shape_is_written_as_it_was_read(words):
    assert maps.Drawn.read(words).words == words


@pytest.mark.parametrize(
    "words",
    [
        *hostile.NAMES, None, "", "polygon:", "polygon:1,2,3,4", "polygon:1,2,3,4,5", "circle:117,31", "square:1,2,3",
        "circle:117,31,0", "circle:117,31,-5", "circle:117,31,1e9", "circle:nan,31,5", "circle:117,91,5",
        "polygon:200,0,201,0,201,1", "polygon:" + ",".join(["117,31"] * 101), "circle:117,31,5,6",
    ],
)  # fmt: skip
def test_nonsense_is_no_shape(words):
    assert maps.Drawn.read(words) is None


@pytest.mark.parametrize("words", [*hostile.NAMES, None, "point:", "point:1", "point:nan,1", "point:117,91", SQUARE])
def test_nonsense_is_no_place(words):
    assert maps.point_of(words) is None


def test_a_place_clicked_on_a_shifted_basemap_is_taken_back():
    (lon,), (lat,) = datum.wgs84_to_gcj02([117.0], [31.0])
    assert maps.point_of(f"point:{lon:.6f},{lat:.6f}", is_shifted=True) == pytest.approx((117.0, 31.0), abs=1e-5)


def test_a_square_holds_the_points_within_it_and_on_its_edge():
    lon, lat = [117.005, 117.0, 117.02, math.nan, 117.005], [31.005, 31.005, 31.005, 31.005, math.nan]
    assert maps.Drawn.read(SQUARE).holds(lon, lat).tolist() == [True, True, False, False, False]


def test_a_circle_holds_what_is_no_farther_than_its_radius():
    lat = [31.0, 31 + 499 / 110_870, 31 + 501 / 110_870, math.nan]  # a degree of latitude is 110.87 km there
    assert maps.Drawn.read("circle:117,31,500").holds([117.0] * 4, lat).tolist() == [True, True, False, False]


def test_a_shape_that_crosses_itself_and_one_without_area_say_so():
    assert maps.Drawn.read(BOW_TIE).fault == "crossing"
    assert maps.Drawn.read("polygon:117,31,117.01,31.01,117.02,31.02").fault == "flat"
    assert maps.Drawn.read("polygon:117,31,117,31,117,31").fault == "flat"
    assert not maps.Drawn.read(SQUARE).fault


def test_areas_are_geodesic():
    # 0.01° of longitude is 955.0 m at 31.005°, of latitude 1108.6 m.
    assert maps.Drawn.read(SQUARE).area_m2 == pytest.approx(955.0 * 1108.6, rel=1e-3)
    assert maps.Drawn.read("circle:117,31,1000").area_m2 == pytest.approx(math.pi * 1e6)


def test_a_shape_drawn_on_gaode_holds_the_same_ground():
    lon, lat = datum.wgs84_to_gcj02([117, 117.01, 117.01, 117], [31, 31, 31.01, 31.01])
    shifted = "polygon:" + ",".join(f"{x:.6f},{y:.6f}" for x, y in zip(lon, lat, strict=True))
    assert maps.Drawn.read(shifted, is_shifted=True).numbers == pytest.approx(maps.Drawn.read(SQUARE).numbers, abs=1e-5)


@given(
    corners=st.lists(st.tuples(st.floats(116, 118), st.floats(30, 32)), min_size=3, max_size=8),
    points=st.lists(st.tuples(st.floats(115, 119), st.floats(29, 33)), min_size=1, max_size=20),
)
def test_whatever_is_drawn_what_it_holds_lies_in_its_bounds(corners, points):
    shape = maps.Drawn.read("polygon:" + ",".join(f"{x},{y}" for x, y in corners))
    if shape.fault:
        return
    west, south, east, north = shape.bounds
    x, y = np.array(points).T
    inside = shape.holds(x, y)
    assert (inside <= ((x >= west) & (x <= east) & (y >= south) & (y <= north))).all()
    assert inside.tolist() == [shape.outline.covers(shapely.Point(point)) for point in points]
