"""The county's townships: cells around their seats with winding shared borders, a clean partition."""

import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry import LineString, MultiPoint, Point, Polygon
from shapely.geometry.base import BaseGeometry

from parkatlas.demo.calendar import SEED
from parkatlas.demo.register import CENTRE, NEIGHBOURS, TERRITORIES

_LOCAL = f"+proj=laea +lat_0={CENTRE[1]} +lon_0={CENTRE[0]} +datum=WGS84 +units=m"
_TO_DEGREES = Transformer.from_crs(_LOCAL, "EPSG:4326", always_xy=True)
_DEGREE_DIGITS = 6
_SHORTEST_PIECE_M = 350.0
_WINDING = 0.11


def degrees(shape: BaseGeometry) -> BaseGeometry:
    """Turn metres east and north of the county seat into longitude and latitude (EPSG:4326), to 0.1 m."""
    return shapely.transform(shape, _as_degrees)


def _as_degrees(points: np.ndarray) -> np.ndarray:
    lon, lat = _TO_DEGREES.transform(points[:, 0], points[:, 1])
    return np.round(np.column_stack([lon, lat]), _DEGREE_DIGITS)


def _halve(start: np.ndarray, end: np.ndarray, rng: np.random.Generator) -> list[np.ndarray]:
    """Return the points of a winding line from start to end, without the end."""
    step = end - start
    length = float(np.hypot(*step))
    if length < _SHORTEST_PIECE_M:
        return [start]
    normal = np.array([-step[1], step[0]])
    middle = start + step * rng.uniform(0.42, 0.58) + normal * np.clip(rng.normal(0, _WINDING), -0.2, 0.2)
    return _halve(start, middle, rng) + _halve(middle, end, rng)


def _wind(border: LineString) -> LineString:
    start, end = sorted(np.round(point, 3).tolist() for point in (border.coords[0], border.coords[-1]))
    rng = np.random.default_rng([SEED + 1, *(int(abs(number)) for number in (*start, *end))])
    return LineString([*_halve(np.array(start), np.array(end), rng), np.array(end)])


def _borders() -> list[LineString]:
    """Return the straight borders of the townships' cells."""
    seats = MultiPoint([(east * 1000, north * 1000) for _, _, east, north in TERRITORIES])
    points = MultiPoint([*((seat.x, seat.y) for seat in seats.geoms), *((x * 1000, y * 1000) for x, y in NEIGHBOURS)])
    cells = shapely.get_parts(shapely.voronoi_polygons(points))
    land = shapely.union_all(cells[shapely.intersects(cells, seats)])
    edges = shapely.get_parts(shapely.voronoi_polygons(points, only_edges=True))
    return list(edges[shapely.covered_by(edges, land.buffer(1))])


def townships() -> dict[str, Polygon]:
    """Return each township's outline in metres from the county seat; neighbours share their border's vertices."""
    cells = shapely.get_parts(shapely.polygonize([_wind(border) for border in _borders()]))
    return {
        name: next(cell for cell in cells if cell.contains(Point(east * 1000, north * 1000)))
        for name, _, east, north in TERRITORIES
    }
