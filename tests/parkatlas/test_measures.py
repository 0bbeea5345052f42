"""Areas, points in parks and overlaps, on squares of 100 m (15 mu)."""

import numpy as np
import pytest
import shapely
from pyproj import Geod, Transformer

from parkatlas import measures

TO_DEGREES = Transformer.from_crs(4549, 4326, always_xy=True)


def square(east: float, north: float, side: float = 100.0) -> shapely.Geometry:
    """Return a square in degrees, drawn in metres on the central meridian of 120°E."""
    flat = shapely.box(500_000 + east, 4_000_000 + north, 500_000 + east + side, 4_000_000 + north + side)
    return shapely.transform(flat, lambda xy: np.column_stack(TO_DEGREES.transform(xy[:, 0], xy[:, 1])))


def test_a_square_of_100_m_has_15_mu():
    assert measures.area_mu([square(0, 0)]) == pytest.approx([15], rel=1e-5)


def test_a_hole_is_no_land():
    holed = shapely.difference(square(0, 0, 200), square(50, 50))
    assert measures.area_mu([holed]) == pytest.approx([45], rel=1e-5)


def test_an_area_is_the_geodesic_one_anywhere_in_china():
    parks = [shapely.box(lon, lat, lon + 0.02, lat + 0.01) for lon, lat in ((75, 38), (110, 18), (123, 53))]
    exact = [abs(Geod(ellps="WGS84").geometry_area_perimeter(park)[0]) * 15 / 10000 for park in parks]
    assert measures.area_mu(parks) == pytest.approx(exact, rel=1e-5)


def test_the_order_of_a_ring_s_points_does_not_change_its_area():
    park = square(0, 0)
    assert measures.area_m2([park.reverse()]) == pytest.approx(measures.area_m2([park]))


def test_what_has_no_outline_has_no_area_and_no_point():
    lon, _ = measures.representative_points([None])
    assert measures.area_mu([None]).tolist() == [0]
    assert np.isnan(lon).all()


def test_a_point_in_no_park_gets_minus_one():
    park, count = measures.parks_of_points([0.0], [0.0], [shapely.box(1, 1, 2, 2)])
    assert (park.tolist(), count.tolist()) == ([-1], [0])


def test_a_point_on_a_boundary_belongs_to_the_park():
    park, count = measures.parks_of_points([1.0, 2.0], [1.5, 2.0], [shapely.box(1, 1, 2, 2)])
    assert (park.tolist(), count.tolist()) == ([0, 0], [1, 1])


def test_a_point_in_two_parks_belongs_to_the_smaller_one():
    park, count = measures.parks_of_points([1.5], [1.5], [shapely.box(0, 0, 9, 9), shapely.box(1, 1, 2, 2)])
    assert (park.tolist(), count.tolist()) == ([1], [2])


def test_points_keep_their_order_and_missing_ones_are_nowhere():
    park, _ = measures.parks_of_points(
        [1.5, np.nan, 5.5], [8.5, 1.5, 1.5], [shapely.box(5, 1, 6, 2), shapely.box(1, 8, 2, 9)]
    )
    assert park.tolist() == [1, -1, 0]


def test_overlapping_squares_share_the_strip_between_them():
    first, second, area_m2 = measures.overlaps([square(0, 0), square(90, 0), square(500, 0)])
    assert (first.tolist(), second.tolist()) == ([0], [1])
    assert area_m2.tolist() == pytest.approx([1000], rel=1e-4)


def test_squares_that_only_touch_do_not_overlap():
    first, _, _ = measures.overlaps([shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)])
    assert not len(first)


def test_half_a_square_under_a_patch_shares_seven_and_a_half_mu():
    shared = measures.shared_area_m2([square(0, 0), square(900, 0)], [square(50, 0)])
    assert shared / measures.SQUARE_METRES_PER_MU == pytest.approx([7.5, 0], rel=1e-5)


def test_patches_that_overlap_count_once_and_those_that_touch_share_nothing():
    assert measures.shared_area_m2([square(0, 0)], [square(0, 0), square(0, 0)]) == pytest.approx([10_000], rel=1e-4)
    assert measures.shared_area_m2([square(0, 0)], [square(100, 0)]) == pytest.approx([0], abs=1e-3)


def test_a_patch_at_the_other_end_of_the_country_shares_nothing():
    assert measures.shared_area_m2([square(0, 0)], [shapely.box(75, 38, 75.1, 38.1)]).tolist() == [0]


def test_distances_are_metres_from_the_nearest_patch_and_nothing_inside():
    inside, away = square(20, 20, 10).centroid, square(150, 0)
    distances = measures.distances_m([inside, away, None], [square(0, 0), square(5000, 0)])
    assert distances[:2] == pytest.approx([0, 50], rel=1e-3)
    assert np.isnan(distances[2])


def test_a_distance_is_the_geodesic_one_within_a_province():
    point, patch = shapely.Point(117, 31), shapely.Point(119, 32).buffer(0.0001)
    exact = Geod(ellps="WGS84").inv(117, 31, 119, 32)[2]
    assert measures.distances_m([point], [patch])[0] == pytest.approx(exact, rel=1e-3)


def test_no_patch_has_no_distance():
    assert np.isnan(measures.distances_m([square(0, 0)], [None])).all()
