"""The datum shift agrees with the published formula and comes back to where it started."""

import coordTransform
import numpy as np

from parkatlas import datum

RANDOM = np.random.default_rng(1)
LON, LAT = RANDOM.uniform(75, 134, 500), RANDOM.uniform(18, 53, 500)


def test_the_shift_is_the_published_one():
    expected = np.array([coordTransform.wgs84_to_gcj02(float(x), float(y)) for x, y in zip(LON, LAT, strict=True)])
    assert np.abs(np.column_stack(datum.wgs84_to_gcj02(LON, LAT)) - expected).max() < 1e-9


def test_the_inverse_comes_back_within_a_micrometre():
    lon, lat = datum.gcj02_to_wgs84(*datum.wgs84_to_gcj02(LON, LAT))
    assert max(np.abs(lon - LON).max(), np.abs(lat - LAT).max()) * 111_320 < 1e-6


def test_places_outside_china_stay_where_they_are():
    assert [float(v) for v in datum.wgs84_to_gcj02(2.35, 48.86)] == [2.35, 48.86]
    assert [float(v) for v in datum.gcj02_to_wgs84(2.35, 48.86)] == [2.35, 48.86]


def test_beijing_moves_by_half_a_kilometre():
    lon, lat = datum.wgs84_to_gcj02(116.4, 39.9)
    assert 400 < np.hypot((lon - 116.4) * 85_400, (lat - 39.9) * 111_320) < 700
