"""The ground of a case: points about the seats of its units, and oblong parks of a stated area."""

import math
from dataclasses import dataclass

import numpy as np
from shapely.affinity import rotate, scale, translate
from shapely.geometry import Point, Polygon, box

_DEGREE_M = 111_320.0
_MU_M2 = 10_000 / 15
_RATIO = 1.7  # of a park's length to its width
_CLEAR = 0.002  # degrees that a village keeps from a park
_DIGITS = 6


@dataclass(frozen=True)
class Park:
    """A park of a case: where it lies, how large, who hosts it and what for."""

    name: str
    host: str
    industries: str
    lon: float
    lat: float
    area_mu: int
    supplied_mu: int
    bearing: float
    level: str = "县级"
    zone: str = ""

    @property
    def outline(self) -> Polygon:
        """Its outline, an oblong of its area (EPSG:4326)."""
        width = math.sqrt(self.area_mu * _MU_M2 / _RATIO)
        metres = rotate(box(-width * _RATIO / 2, -width / 2, width * _RATIO / 2, width / 2), self.bearing)
        east = _DEGREE_M * math.cos(math.radians(self.lat))
        degrees = translate(scale(metres, 1 / east, 1 / _DEGREE_M, origin=(0, 0)), self.lon, self.lat)
        return Polygon([(round(x, _DIGITS), round(y, _DIGITS)) for x, y in degrees.exterior.coords])

    def feature(self, number: int) -> tuple[dict[str, object], Polygon]:
        """Return its properties, by the catalogue's names, and its outline."""
        return {
            "park_id": f"P{number:02d}",
            "park_name": self.name,
            "park_level": self.level,
            "zone_name": self.zone or None,
            "host_unit_name": self.host,
            "park_industries": self.industries,
            "planned_area_mu": self.area_mu,
            "supplied_area_mu": self.supplied_mu,
        }, self.outline


def inside(rng: np.random.Generator, park: Park) -> Point:
    """Draw a point inside a park."""
    core = park.outline.buffer(-0.0008)
    west, south, east, north = core.bounds
    while True:
        point = _rounded(rng.uniform(west, east), rng.uniform(south, north))
        if core.contains(point):
            return point


def around(rng: np.random.Generator, seat: tuple[float, float], parks: list[Park], wide: float = 0.018) -> Point:
    """Draw a point about a seat, clear of every park; ``wide`` in degrees."""
    grounds = [park.outline.buffer(_CLEAR) for park in parks]
    while True:
        point = _rounded(seat[0] + rng.normal(0, wide), seat[1] + rng.normal(0, wide * 0.75))
        if not any(ground.contains(point) for ground in grounds):
            return point


def _rounded(lon: float, lat: float) -> Point:
    return Point(round(float(lon), _DIGITS), round(float(lat), _DIGITS))
