"""A window reported by a browser is read with suspicion."""

import pytest

from parkatlas import datum, maps


def test_a_window_is_read():
    assert maps.reported([124, 42, 124.5, 42.5, 11.5]) == maps.View(124, 42, 124.5, 42.5, 11.5)


@pytest.mark.parametrize(
    "value",
    [
        None,
        "x",
        {},
        [],
        [1, 2, 3],
        [1, 2, 3, 4, "5"],
        [5, 2, 3, 4, 9],
        [1, 2, float("nan"), 4, 9],
        [1, 2, 300, 4, 9],
        [1, 95, 2, 99, 9],
    ],
)
def test_nonsense_is_no_window(value):
    assert maps.reported(value) is None


def test_a_zoom_beyond_the_map_is_brought_back():
    assert maps.reported([1, 2, 3, 4, 99]).zoom == 18


def test_a_window_on_gaode_comes_back_in_4326():
    (west, east), (south, north) = datum.wgs84_to_gcj02([124, 125], [42, 43])
    read = maps.reported([float(west), float(south), float(east), float(north), 9], is_shifted=True)
    assert (read.west, read.south, read.east, read.north) == pytest.approx((124, 42, 125, 43))


def test_halves_of_levels_round_up_as_in_the_browser():
    assert [maps.View(0, 0, 1, 1, zoom).level for zoom in (7.5, 8.5, 8.25)] == [8, 9, 8]


def test_the_reach_is_half_a_window_more_on_each_side():
    assert maps.View(0, 0, 2, 4, 9).reach == (-1, -2, 3, 6)


def test_a_county_is_seen_at_a_county_s_zoom():
    assert maps.around((123.8, 42.3, 124.4, 43.0)).zoom == 9.75


def test_a_single_point_is_not_seen_at_an_endless_zoom():
    assert maps.around((124, 42, 124, 42)).zoom <= 18


def test_cells_halve_with_every_level():
    near, far = maps.View(0, 0, 1, 1, 11), maps.View(0, 0, 9, 9, 10)
    assert far.cell_degrees == 2 * near.cell_degrees
