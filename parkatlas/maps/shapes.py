"""Boundaries made ready for the map: simplified by zoom level, as steps in whole units of 1e-5 degrees."""

from functools import lru_cache

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from parkatlas import datum
from parkatlas.maps.view import MAX_ZOOM, MIN_ZOOM, Bounds, View, degrees_per_pixel

UNITS_PER_DEGREE = 100_000
# Vertices that one view may bear: some 3.5 bytes each once packed.
_VERTICES = 16_000
_FINEST_ZOOM = 17

Encoded = list[list[list[int]]]


class Shapes:
    """The polygons of one frame, encoded once per zoom level; share it between sessions, it never changes.

    ``boundaries`` is a GeoDataFrame in EPSG:4326 whose column ``id_column`` names each row; with ``is_shifted`` all
    coordinates come out in GCJ-02, for the one basemap that needs it.
    """

    def __init__(self, boundaries: gpd.GeoDataFrame, id_column: str, is_shifted: bool = False) -> None:
        frame = boundaries[boundaries.geometry.notna() & ~boundaries.geometry.is_empty]
        self.ids: list[str] = [str(value) for value in frame[id_column]]
        self.geometries = np.asarray(frame.geometry.array)
        # Bounds stay in EPSG:4326, as views are; half a kilometre does not matter to what is within reach.
        self.bounds = shapely.bounds(self.geometries).reshape(-1, 4)
        if is_shifted and len(frame):
            self.geometries = shapely.transform(self.geometries, _to_gcj02)
        self.rows = {name: row for row, name in enumerate(self.ids)}
        # A point inside, not the centroid: the label of a crescent belongs on the crescent.
        self.points = _units(shapely.get_coordinates(shapely.point_on_surface(self.geometries)))
        self.at_zoom = lru_cache(maxsize=MAX_ZOOM)(self._at_zoom)

    @property
    def extent(self) -> Bounds | None:
        """West, south, east, north of all, in degrees; None where there is nothing."""
        if not self.ids:
            return None
        low, high = self.bounds[:, :2].min(axis=0), self.bounds[:, 2:].max(axis=0)
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])

    def _at_zoom(self, zoom: int) -> tuple[list[Encoded], NDArray[np.int64]]:
        """Return every polygon encoded for ``zoom`` and how many vertices each has."""
        tolerance = degrees_per_pixel(zoom) * 0.6
        simple = shapely.simplify(self.geometries, tolerance, preserve_topology=True)
        return [encode(geometry) for geometry in simple], shapely.get_num_coordinates(simple).astype(np.int64)

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
        shapes, vertices = self.at_zoom(_FINEST_ZOOM)
        if vertices.sum() <= _VERTICES:
            return list(range(len(self.ids))), list(shapes), True
        rows = self.seen(view)
        box = self.bounds[rows]
        size_px = np.maximum(box[:, 2] - box[:, 0], box[:, 3] - box[:, 1]) / degrees_per_pixel(view.zoom)
        for zoom in range(min(view.zoom + 1, _FINEST_ZOOM), MIN_ZOOM - 2, -1):
            shapes, vertices = self.at_zoom(zoom)
            is_dot = size_px < 6 * 2.0 ** max(0, view.zoom - zoom)
            if vertices[rows[~is_dot]].sum() <= _VERTICES:
                break
        pairs = zip(rows.tolist(), is_dot.tolist(), strict=True)
        return rows.tolist(), [None if dot else shapes[row] for row, dot in pairs], False


def encode(geometry: shapely.Geometry) -> Encoded:
    """Return polygons as lists of rings, each ``[x0, y0, dx1, dy1, …]`` in 1e-5 degrees, the closing point left out."""
    return [
        [_ring(ring) for ring in shapely.get_rings(part)]
        for part in shapely.get_parts(geometry)
        if isinstance(part, shapely.Polygon)
    ]


def _ring(ring: shapely.Geometry) -> list[int]:
    units = _units(shapely.get_coordinates(ring)[:-1])
    steps = np.diff(units, axis=0, prepend=[[0, 0]])
    moved = steps.any(axis=1)
    return steps[moved].ravel().tolist()


def _units(degrees: NDArray[np.float64]) -> NDArray[np.int64]:
    return np.round(degrees * UNITS_PER_DEGREE).astype(np.int64)


def _to_gcj02(points: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.column_stack(datum.wgs84_to_gcj02(points[:, 0], points[:, 1]))
