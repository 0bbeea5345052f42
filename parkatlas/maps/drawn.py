"""A shape that somebody drew on the map, as the address writes it: plain numbers, checked before they are used."""

import math
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Self

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray
from pyproj import Geod

from parkatlas import datum, measures
from parkatlas.maps.layers import Layer
from parkatlas.maps.shapes import encode
from parkatlas.maps.view import Bounds

MOST_CORNERS = 100
_FEWEST_CORNERS = 3
_LONGEST_RADIUS_M = 1_000_000.0
# A circle is drawn with so many corners; what lies inside it is told by distance.
_CIRCLE_CORNERS = 90
_SLIVER_DEGREES2 = 1e-10  # a square metre: points on a straight line of the map
_ELLIPSOID = Geod(ellps="WGS84")


@dataclass(frozen=True)
class Drawn:
    """A polygon (lon, lat, lon, lat …) or a circle (lon, lat, radius in metres), in EPSG:4326."""

    kind: str
    numbers: tuple[float, ...]

    @classmethod
    def read(cls, words: object, is_shifted: bool = False) -> Self | None:
        """Return the shape that ``polygon:117,31,117.1,31,117.1,31.1`` or ``circle:117,31,500`` names.

        None for anything else: an address is typed by people. ``is_shifted`` says that the numbers are in GCJ-02.
        """
        kind, _, listed = (words if isinstance(words, str) else "").partition(":")
        try:
            numbers = [float(part) for part in listed.split(",")]
        except ValueError:
            return None
        degrees = numbers[:2] if kind == "circle" else numbers
        if not all(map(math.isfinite, numbers)) or not _fits(kind, numbers) or not _are_on_earth(degrees):
            return None
        if is_shifted:
            lon, lat = datum.gcj02_to_wgs84(degrees[::2], degrees[1::2])
            numbers[: len(degrees)] = chain.from_iterable(zip(lon.tolist(), lat.tolist(), strict=True))
        return cls(kind, tuple(round(number, 5) for number in numbers))

    @property
    def words(self) -> str:
        """The shape as the address writes it."""
        return f"{self.kind}:" + ",".join(f"{number:.5f}".rstrip("0").rstrip(".") for number in self.numbers)

    @cached_property
    def outline(self) -> shapely.Polygon:
        """The shape as a polygon, valid or not; a circle with so many corners that it looks round."""
        if self.kind == "polygon":
            return shapely.Polygon(list(zip(self.numbers[::2], self.numbers[1::2], strict=True)))
        lon, lat, radius = self.numbers
        count = _CIRCLE_CORNERS
        around = np.linspace(0, 360, count, endpoint=False)
        x, y, _ = _ELLIPSOID.fwd([lon] * count, [lat] * count, around, [radius] * count)
        return shapely.Polygon(np.column_stack([x, y]))

    @property
    def fault(self) -> str:
        """What keeps the shape from holding anything: "flat", "crossing", or nothing."""
        if shapely.convex_hull(self.outline).area < _SLIVER_DEGREES2:
            return "flat"
        return "" if self.outline.is_valid else "crossing"

    @property
    def bounds(self) -> Bounds:
        """West, south, east, north; of a circle a hair more than its corners reach."""
        west, south, east, north = self.outline.bounds
        more = (north - south) / 100 if self.kind == "circle" else 0.0
        return west - more, south - more, east + more, north + more

    @property
    def area_m2(self) -> float:
        """The area on the ellipsoid."""
        return math.pi * self.numbers[2] ** 2 if self.kind == "circle" else float(measures.area_m2([self.outline])[0])

    def holds(self, lon: ArrayLike, lat: ArrayLike) -> NDArray[np.bool_]:
        """Tell of every point whether it lies inside or on the edge; none does where a coordinate is missing."""
        x, y = np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)
        if self.kind == "polygon":
            return np.asarray(shapely.intersects_xy(self.outline, x, y))
        count = len(x)
        is_known = np.isfinite(x) & np.isfinite(y)
        lon_0, lat_0 = (np.full(count, number) for number in self.numbers[:2])
        *_, distance = _ELLIPSOID.inv(lon_0, lat_0, np.where(is_known, x, 0.0), np.where(is_known, y, 0.0))
        return np.asarray(is_known & (distance <= self.numbers[2]))

    def layer(self, is_shifted: bool = False) -> Layer:
        """Return the shape as the map draws it, with ``is_shifted`` in GCJ-02."""
        outline = self.outline
        if is_shifted:
            outline = shapely.transform(outline, lambda xy: np.column_stack(datum.wgs84_to_gcj02(xy[:, 0], xy[:, 1])))
        return Layer({"shapes": [encode(outline)]})


def point_of(words: object, is_shifted: bool = False) -> tuple[float, float] | None:
    """Return longitude and latitude (EPSG:4326) of the place that ``point:117,31`` names; None for anything else."""
    kind, _, listed = (words if isinstance(words, str) else "").partition(":")
    try:
        lon, lat = (float(part) for part in listed.split(","))
    except ValueError:
        return None
    if kind != "point" or not _are_on_earth([lon, lat]):
        return None
    if is_shifted:
        (lon,), (lat,) = (side.tolist() for side in datum.gcj02_to_wgs84([lon], [lat]))
    return round(lon, 5), round(lat, 5)


def _fits(kind: str, numbers: list[float]) -> bool:
    """Tell whether a shape of this kind may have these numbers."""
    if kind == "circle":
        return len(numbers) == 3 and 0 < numbers[2] <= _LONGEST_RADIUS_M  # noqa: PLR2004 - lon, lat, radius
    return kind == "polygon" and len(numbers) % 2 == 0 and _FEWEST_CORNERS <= len(numbers) / 2 <= MOST_CORNERS


def _are_on_earth(degrees: list[float]) -> bool:
    return all(-180 <= lon <= 180 and -85 <= lat <= 85 for lon, lat in zip(degrees[::2], degrees[1::2], strict=True))  # noqa: PLR2004 - where the map ends
