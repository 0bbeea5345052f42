"""Points in metres on the ground, the study area around them, and how much of it a pair of points can lie in."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Self

import numpy as np
import shapely
from pyproj import CRS, Transformer

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from numpy.typing import ArrayLike, NDArray

    Points = NDArray[np.float64]

_DIRECTIONS = 36
_STEPS = 16
# A window's outline is drawn to this share of its size: finer detail changes no weight that counts.
_DETAIL = 0.002


class Ground:
    """A plane in metres around a place: Lambert's azimuthal equal-area projection on the ellipsoid of CGCS2000."""

    def __init__(self, lon: "ArrayLike", lat: "ArrayLike") -> None:
        """Lay the plane around the middle of the points, in degrees (EPSG:4490 or 4326)."""
        middle = [float((np.min(values) + np.max(values)) / 2) for values in (lon, lat)]
        plane = CRS.from_dict({"proj": "laea", "lon_0": middle[0], "lat_0": middle[1], "ellps": "GRS80", "units": "m"})
        self._to_plane = Transformer.from_crs(CRS.from_epsg(4490), plane, always_xy=True)

    @classmethod
    def around(cls, shapes: "Sequence[shapely.Geometry]", projects: "pd.DataFrame") -> Self:
        """Lay the plane around shapes in degrees, else around the projects that have a point."""
        if len(shapes):
            bounds = shapely.bounds(np.asarray(shapes, object))
            return cls(bounds[:, [0, 2]].ravel(), bounds[:, [1, 3]].ravel())
        located = projects.dropna(subset=["lon", "lat"])
        return cls(located["lon"], located["lat"]) if len(located) else cls([0.0], [0.0])

    def metres(self, lon: "ArrayLike", lat: "ArrayLike") -> "Points":
        """Return points as rows of metres to the east and to the north."""
        return np.column_stack(self._to_plane.transform(np.asarray(lon, float), np.asarray(lat, float)))

    def shapes(self, outlines: "Sequence[shapely.Geometry]") -> "NDArray[np.object_]":
        """Return outlines in degrees as outlines in metres."""
        laid = shapely.transform(np.asarray(outlines, object), lambda degrees: self.metres(*degrees.T))
        valid: NDArray[np.object_] = shapely.make_valid(laid)
        return valid

    def degrees(self, outlines: "Sequence[shapely.Geometry]") -> "NDArray[np.object_]":
        """Return outlines in metres as outlines in degrees."""
        back = partial(self._to_plane.transform, direction="INVERSE")
        laid: NDArray[np.object_] = shapely.transform(
            np.asarray(outlines, object), lambda metres: np.column_stack(back(*metres.T))
        )
        return laid


@dataclass(frozen=True)
class Study:
    """Where and how far: the study area, and how far apart pairs are looked at, in its unit."""

    area: shapely.Geometry
    reach: float


def study(points: "Points", territories: "Sequence[shapely.Geometry]" = ()) -> Study:
    """Return the study of points in their window, with a quarter of its shorter side as reach, as is the rule."""
    area = window(points, territories)
    corners = shapely.get_coordinates(shapely.minimum_rotated_rectangle(area))[:3]
    sides = np.hypot(*np.diff(corners, axis=0).T)
    return Study(area, float(sides.min()) / 4 if len(sides) > 1 else 0.0)


def window(points: "Points", territories: "Sequence[shapely.Geometry]" = ()) -> shapely.Geometry:
    """Return the study area: the territories where they hold every point, else the convex hull of all of these."""
    land = shapely.union_all(np.asarray(territories, object))
    if len(territories) and bool(shapely.intersects_xy(land, *points.T).all()):
        return land
    return shapely.convex_hull(shapely.union(land, shapely.multipoints(points)))


def covariance(area: shapely.Geometry, distances: "Points") -> "Points":
    """Return, for pairs so far apart, the area in which a pair could stand, averaged over its directions.

    The isotropised set covariance of the study area, in its unit squared: the denominator of the edge correction by
    rigid motions (Ohser and Stoyan, "On the second-order and orientation analysis of planar stationary point
    processes", Biometrical Journal 23 (1981), 523-533).
    """
    plain = shapely.simplify(area, _DETAIL * np.sqrt(shapely.area(area)))
    shapely.prepare(plain)
    steps = np.linspace(0, float(distances.max()), _STEPS + 1)
    angles = np.pi * np.arange(_DIRECTIONS) / _DIRECTIONS  # the other half sees the same
    moves = (steps[:, None, None] * np.column_stack([np.cos(angles), np.sin(angles)])).reshape(-1, 2)
    moved = [shapely.transform(plain, lambda xy, move=move: xy + move) for move in moves]
    shared = shapely.area(shapely.intersection(plain, np.array(moved, object))).reshape(len(steps), -1).mean(axis=1)
    areas: Points = np.interp(distances, steps, shared)
    return areas
