"""The datum shift between WGS-84 (CGCS2000 alike) and GCJ-02, on whole arrays of longitude and latitude in degrees."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Degrees = NDArray[np.float64]

# The published formula's own ellipsoid (Krasovsky's).
_SEMI_MAJOR_M = 6378245.0
_ECCENTRICITY_SQUARED = 0.00669342162296594323
# Outside this box GCJ-02 equals WGS-84.
_WEST, _EAST, _SOUTH, _NORTH = 73.66, 135.05, 3.86, 53.55
# Each step shrinks the error a hundredfold or more; four leave up to 1.4 micrometres, five less than one.
_STEPS = 5


def _waves(x: Degrees, short: Degrees, long: tuple[float, float]) -> Degrees:
    """Return the formula's sine terms in metres: two over ``x``, four over ``short`` with ``long`` amplitudes."""
    pi = np.pi
    metres: Degrees = (
        20 * np.sin(6 * x * pi)
        + 20 * np.sin(2 * x * pi)
        + 20 * np.sin(short * pi)
        + 40 * np.sin(short / 3 * pi)
        + long[0] * np.sin(short / 12 * pi)
        + long[1] * np.sin(short / 30 * pi)
    ) * (2 / 3)
    return metres


def _shift(lon: Degrees, lat: Degrees) -> tuple[Degrees, Degrees]:
    """Return what GCJ-02 adds to longitude and latitude, in degrees; zero outside China's box."""
    x, y = lon - 105, lat - 35
    root = np.sqrt(np.abs(x))
    east_m = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + _waves(x, x, (150, 300))
    north_m = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + _waves(x, y, (160, 320))
    magic = 1 - _ECCENTRICITY_SQUARED * np.sin(np.radians(lat)) ** 2
    prime_vertical_m = _SEMI_MAJOR_M / np.sqrt(magic)
    meridian_m = prime_vertical_m * (1 - _ECCENTRICITY_SQUARED) / magic
    inside = (lon > _WEST) & (lon < _EAST) & (lat > _SOUTH) & (lat < _NORTH)
    d_lon = np.degrees(east_m / (prime_vertical_m * np.cos(np.radians(lat))))
    d_lat = np.degrees(north_m / meridian_m)
    return np.where(inside, d_lon, 0.0), np.where(inside, d_lat, 0.0)


def wgs84_to_gcj02(lon: ArrayLike, lat: ArrayLike) -> tuple[Degrees, Degrees]:
    """Return GCJ-02 longitudes and latitudes of WGS-84 ones, in degrees, in the shape given."""
    x, y = np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)
    d_lon, d_lat = _shift(x, y)
    return x + d_lon, y + d_lat


def gcj02_to_wgs84(lon: ArrayLike, lat: ArrayLike) -> tuple[Degrees, Degrees]:
    """Return WGS-84 longitudes and latitudes of GCJ-02 ones, in degrees, by fixed-point iteration (below 1e-6 m)."""
    x, y = np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)
    guess_x, guess_y = x, y
    for _ in range(_STEPS):
        d_lon, d_lat = _shift(guess_x, guess_y)
        guess_x, guess_y = x - d_lon, y - d_lat
    return guess_x, guess_y
