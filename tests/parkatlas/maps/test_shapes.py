"""Boundaries keep their form on the way to the browser and fit into what a view may bear."""

import geopandas as gpd
import numpy as np
import pytest
import shapely

from parkatlas import datum, maps
from parkatlas.maps import shapes
from tests.parkatlas.maps import toys


def decoded(steps):
    return np.cumsum(np.reshape(steps, (-1, 2)), axis=0).tolist()


def circles(count, points):
    turn = np.linspace(0, 2 * np.pi, points, endpoint=False)
    rings = [np.column_stack([100 + k / 5 + np.cos(turn) / 10, 30 + np.sin(turn) / 10]) for k in range(count)]
    return gpd.GeoDataFrame({"park_id": range(count)}, geometry=[shapely.Polygon(ring) for ring in rings], crs=4326)


def test_a_ring_is_a_first_point_and_steps_without_the_closing_point():
    assert shapes.encode(shapely.Polygon([(1, 2), (1.5, 2), (1.5, 2.25)])) == [[[100000, 200000, 50000, 0, 0, 25000]]]


def test_holes_and_several_parts_survive():
    holed = shapely.box(0, 0, 3, 3) - shapely.box(1, 1, 2, 2)
    encoded = shapes.encode(shapely.MultiPolygon([holed, shapely.box(5, 5, 6, 6)]))
    assert [len(polygon) for polygon in encoded] == [2, 1]


def test_the_steps_lead_back_to_the_corners():
    (((ring,),), *_), _ = toys.shapes().drawn(toys.view())[1:]
    assert sorted(decoded(ring)) == [[12400000, 4200000], [12400000, 4201000], [12401000, 4200000], [12401000, 4201000]]


def test_few_vertices_suit_every_view():
    rows, _, suits = toys.shapes().drawn(maps.View(0, 0, 1, 1, 10))
    assert (rows, suits) == ([0, 1], True)


def test_many_vertices_are_sent_only_within_reach():
    many = maps.Shapes(circles(400, 300), "park_id")
    rows, _, suits = many.drawn(maps.View(100, 29.9, 100.1, 30.1, 16))
    assert (rows, suits) == ([0, 1], False)


def test_many_vertices_fit_into_one_view():
    many = maps.Shapes(circles(400, 300), "park_id")
    _, drawn, _ = many.drawn(maps.View(90, 0, 190, 60, 18))
    assert sum(len(ring) / 2 for shape in drawn if shape for polygon in shape for ring in polygon) <= 30_000


def test_what_is_too_small_to_see_is_a_dot():
    many = maps.Shapes(circles(400, 300), "park_id")
    assert set(map(type, many.drawn(maps.View(60, 0, 150, 60, 4))[1])) == {type(None)}


def test_simplified_polygons_stay_valid_and_whole():
    star = shapely.Polygon(
        [(np.cos(a) * (2 + a % 2) / 50, np.sin(a) * (2 + a % 2) / 50) for a in np.arange(0, 6.2, 0.01)]
    )
    frame = gpd.GeoDataFrame({"park_id": ["星"]}, geometry=[star.buffer(0.001)], crs=4326)
    coarse = maps.Shapes(frame, "park_id")._level(9)[0]
    assert coarse.is_valid
    assert coarse.area == pytest.approx(frame.geometry[0].area, rel=0.1)


def test_for_gaode_everything_moves_to_gcj02():
    moved = maps.Shapes(toys.boundaries(["甲园"]), "park_id", is_shifted=True)
    lon, lat = datum.wgs84_to_gcj02(124, 42)
    corners = decoded(moved.drawn(toys.view())[1][0][0][0])
    assert [round(float(lon) * 1e5), round(float(lat) * 1e5)] in corners


def test_the_extent_is_that_of_all_parks():
    assert toys.shapes().extent == pytest.approx((124, 42, 124.03, 42.01))


def test_no_parks_have_no_extent_and_draw_nothing():
    empty = maps.Shapes(toys.boundaries([]), "park_id")
    assert empty.extent is None
    assert empty.drawn(toys.view())[0] == []
