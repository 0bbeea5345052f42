"""Boundaries made ready for the map: simplified by zoom level, as steps in whole units of 1e-5 degrees."""

from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from parkatlas import datum
from parkatlas.maps.view import MIN_ZOOM, Bounds, View, degrees_per_pixel

UNITS_PER_DEGREE = 100_000
# Vertices that one view may bear: some 2.5 bytes each once packed.
MOST_VERTICES = 30_000
_FINEST_ZOOM = 16
# Smaller than this on screen, a polygon is a dot.
_DOT_PX = 7
# How far a simplified line may lie from the true one; each level is made from the next finer one, so errors add up.
_TOLERANCE_PX = 0.35

Encoded = list[list[list[int]]]
Geometries = NDArray[Any]


class Shapes:
    """The polygons of one frame, simplified once per zoom level; share it between sessions, it never changes.

    ``boundaries`` is a GeoDataFrame in EPSG:4326 whose column ``id_column`` names each row; with ``is_shifted`` all
    coordinates come out in GCJ-02, for the one basemap that needs it. Rows without a geometry are left out.
    ``most`` is how many vertices one view may bear.
    """

    def __init__(
        self, boundaries: gpd.GeoDataFrame, id_column: str, is_shifted: bool = False, most: int = MOST_VERTICES
    ) -> None:
        self._most = most
        frame = boundaries[boundaries.geometry.notna() & ~boundaries.geometry.is_empty]
        self.ids: list[str] = [str(value) for value in frame[id_column]]
        geometries = np.asarray(frame.geometry.array)
        # Bounds stay in EPSG:4326, as views are; half a kilometre does not matter to what is within reach.
        self.bounds = shapely.bounds(geometries).reshape(-1, 4)
        if is_shifted and len(frame):
            geometries = shapely.transform(geometries, _to_gcj02)
        # A point inside, not the centroid: the name of a crescent belongs on the crescent.
        self.points = _units(shapely.get_coordinates(shapely.point_on_surface(geometries)))
        self._levels = {_FINEST_ZOOM: _simplified(geometries, _FINEST_ZOOM)}
        self._encoded: dict[tuple[int, int], Encoded] = {}

    @property
    def extent(self) -> Bounds | None:
        """West, south, east, north of all in EPSG:4326; None where there is nothing."""
        if not self.ids:
            return None
        low, high = self.bounds[:, :2].min(axis=0), self.bounds[:, 2:].max(axis=0)
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])

    def seen(self, view: View) -> NDArray[np.int64]:
        """Return the rows whose bounds meet the reach of ``view``."""
        west, south, east, north = view.reach
        box = self.bounds
        meets = (box[:, 0] <= east) & (box[:, 2] >= west) & (box[:, 1] <= north) & (box[:, 3] >= south)
        return np.flatnonzero(meets)

    def drawn(self, view: View) -> tuple[list[int], list[Encoded | None], bool]:
        """Return (rows, their shapes, whether they suit every view): None stands for a shape too small to see.

        Few vertices: all rows at the finest level, for every view. Many: the rows within reach, as fine as the view's
        zoom shows, and coarser until they fit.
        """
        if shapely.get_num_coordinates(self._level(_FINEST_ZOOM)).sum() <= self._most:
            everything = list(range(len(self.ids)))
            return everything, [self._shape(_FINEST_ZOOM, row) for row in everything], True
        rows = self.seen(view)
        zoom, is_dot = self._fineness(rows, view.level)
        pairs = zip(rows.tolist(), is_dot.tolist(), strict=True)
        return rows.tolist(), [None if dot else self._shape(zoom, row) for row, dot in pairs], False

    def _fineness(self, rows: NDArray[np.int64], zoom: int) -> tuple[int, NDArray[np.bool_]]:
        """Return the finest level whose vertices fit into one view and which of ``rows`` are dots there."""
        box = self.bounds[rows]
        size_px = np.maximum(box[:, 2] - box[:, 0], box[:, 3] - box[:, 1]) / degrees_per_pixel(zoom)
        finest = min(zoom + 1, _FINEST_ZOOM)
        for level in range(finest, MIN_ZOOM - 1, -1):
            is_dot = size_px < _DOT_PX * 2.0 ** (finest - level)
            if shapely.get_num_coordinates(self._level(level)[rows[~is_dot]]).sum() <= self._most:
                return level, is_dot
        return MIN_ZOOM, np.ones(len(rows), dtype=bool)

    def _level(self, zoom: int) -> Geometries:
        if zoom not in self._levels:
            self._levels[zoom] = _simplified(self._level(zoom + 1), zoom)
        return self._levels[zoom]

    def _shape(self, zoom: int, row: int) -> Encoded:
        if (zoom, row) not in self._encoded:
            self._encoded[zoom, row] = encode(self._level(zoom)[row])
        return self._encoded[zoom, row]


def _simplified(geometries: Geometries, zoom: int) -> Geometries:
    tolerance = degrees_per_pixel(zoom) * _TOLERANCE_PX
    return np.asarray(shapely.simplify(geometries, tolerance, preserve_topology=True))


def encode(geometry: shapely.Geometry) -> Encoded:
    """Return polygons as lists of rings, each ``[x0, y0, dx1, dy1, …]`` in 1e-5 degrees, the closing point left out."""
    return [
        [_ring(ring) for ring in shapely.get_rings(part)]
        for part in shapely.get_parts(geometry)
        if isinstance(part, shapely.Polygon)
    ]


def _ring(ring: shapely.Geometry) -> list[int]:
    return steps_of(shapely.get_coordinates(ring)[:-1])


def steps_of(degrees: NDArray[np.float64]) -> list[int]:
    """Return points as ``[x0, y0, dx1, dy1, …]`` in 1e-5 degrees, those left out that repeat the one before."""
    units = _units(degrees)
    steps = np.diff(units, axis=0, prepend=[[0, 0]])
    moved = steps.any(axis=1)
    return steps[moved].ravel().tolist()


def _units(degrees: NDArray[np.float64]) -> NDArray[np.int64]:
    return np.round(degrees * UNITS_PER_DEGREE).astype(np.int64)


def _to_gcj02(points: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.column_stack(datum.wgs84_to_gcj02(points[:, 0], points[:, 1]))
