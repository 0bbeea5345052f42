"""Areas on the ellipsoid, points inside outlines, the park that holds a point, where outlines overlap, distances.

All coordinates are longitude and latitude in degrees (EPSG:4326), all areas geodesic on the WGS 84 ellipsoid.
"""

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Geod, Transformer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import ArrayLike, NDArray

SQUARE_METRES_PER_MU = 10000 / 15
SLIVER_M2 = 1.0  # overlaps smaller than this come from drawing, not from a claim to the same land

_ELLIPSOID = Geod(ellps="WGS84")


def area_m2(geometries: "Iterable[shapely.Geometry | None]") -> "NDArray[np.float64]":
    """Return the area of every outline in m²; lines and points have none, nor has None."""
    outlines = np.asarray(geometries, dtype=object).ravel()
    parts, outline_of = shapely.get_parts(outlines, return_index=True)
    rings, part_of = shapely.get_rings(parts, return_index=True)
    is_hole = np.diff(part_of, prepend=-1) == 0  # a polygon's first ring is its border
    areas = np.zeros(len(outlines))
    np.add.at(areas, outline_of[part_of], np.where(is_hole, -1, 1) * _ring_areas_m2(rings))
    return areas


def _ring_areas_m2(rings: "NDArray[np.object_]") -> "NDArray[np.float64]":
    points, ring_of = shapely.get_coordinates(rings, return_index=True)
    lon, lat = np.ascontiguousarray(points.T)
    firsts = np.searchsorted(ring_of, np.arange(len(rings) + 1))

    def area(ring: tuple[int, int]) -> float:
        # A ring drawn clockwise has a negative area; a sliver comes out as ±1e-5 m².
        return abs(_ELLIPSOID.polygon_area_perimeter(lon[slice(*ring)], lat[slice(*ring)])[0])

    with ThreadPoolExecutor() as pool:  # PROJ lets go of the interpreter while it computes
        return np.fromiter(pool.map(area, pairwise(firsts)), dtype=float, count=len(rings))


def area_mu(geometries: "Iterable[shapely.Geometry | None]") -> "NDArray[np.float64]":
    """Return the area of every outline in mu (1 mu = 10 000/15 m²)."""
    return area_m2(geometries) / SQUARE_METRES_PER_MU


def representative_points(
    geometries: "Iterable[shapely.Geometry | None]",
) -> "tuple[NDArray[np.float64], NDArray[np.float64]]":
    """Return longitude and latitude of a point surely inside each outline; NaN where there is no outline."""
    points = shapely.point_on_surface(np.asarray(geometries, dtype=object))
    return shapely.get_x(points), shapely.get_y(points)


def parks_of_points(
    lon: "ArrayLike", lat: "ArrayLike", parks: "Iterable[shapely.Geometry | None]"
) -> "tuple[NDArray[np.int64], NDArray[np.int64]]":
    """Return for every point the index of the smallest park that holds it (-1 for none) and how many hold it.

    A point on a boundary belongs to the park. Points with a missing coordinate are in no park.
    """
    outlines = np.asarray(parks, dtype=object)
    x, y = np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)
    order = np.argsort(y)  # NaN sorts last, beyond every bound
    x, y = x[order], y[order]
    smallest, count = np.full(len(x), -1, dtype=np.int64), np.zeros(len(x), dtype=np.int64)
    bounds = shapely.bounds(outlines)
    shapely.prepare(outlines)

    def points_in(park: int) -> "NDArray[np.intp]":
        west, south, east, north = bounds[park]
        band = slice(np.searchsorted(y, south, "left"), np.searchsorted(y, north, "right"))
        near = band.start + np.flatnonzero((x[band] >= west) & (x[band] <= east))
        inside: NDArray[np.intp] = near[shapely.intersects_xy(outlines[park], x[near], y[near])]
        return inside

    # From large to small, so that the smallest park is written last; of equal ones the first. Parks that overlap lie at
    # one latitude, where square degrees compare as square metres do.
    by_size = np.lexsort((np.arange(len(outlines)), shapely.area(outlines)))[::-1]
    with ThreadPoolExecutor() as pool:  # numpy and GEOS let go of the interpreter while they compute
        for park, inside in zip(by_size, pool.map(points_in, by_size), strict=True):
            smallest[inside] = park
            count[inside] += 1
    unsorted = np.empty_like(order)
    unsorted[order] = np.arange(len(order))
    return smallest[unsorted], count[unsorted]


def overlaps(
    geometries: "Iterable[shapely.Geometry | None]",
) -> "tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]":
    """Return the pairs of outlines that share land: their indices ``i`` < ``j`` in order, and the shared m²."""
    outlines = np.asarray(geometries, dtype=object)
    first, second = shapely.STRtree(outlines).query(outlines, predicate="intersects")
    first, second = first[first < second], second[first < second]
    shared = shapely.intersection(outlines[first], outlines[second])
    sharing = np.flatnonzero(shapely.area(shared) > 0)
    sharing = sharing[np.lexsort((second[sharing], first[sharing]))]
    return first[sharing], second[sharing], area_m2(shared[sharing])


def shared_area_m2(
    outlines: "Iterable[shapely.Geometry | None]", patches: "Iterable[shapely.Geometry | None]"
) -> "NDArray[np.float64]":
    """Return the area in m² that each outline shares with a layer of patches; patches that overlap count once."""
    grounds, layer = np.asarray(outlines, dtype=object), np.asarray(patches, dtype=object)
    ground, patch = shapely.STRtree(layer).query(grounds, predicate="intersects")
    parts, pair = shapely.get_parts(shapely.intersection(grounds[ground], layer[patch]), return_index=True)
    is_land = shapely.area(parts) > 0  # outlines that touch share a line
    parts, owner = parts[is_land], ground[pair[is_land]]
    shared = np.full(len(grounds), None, dtype=object)
    for index in np.unique(owner):
        shared[index] = shapely.union_all(parts[owner == index])
    return area_m2(shared)


def distances_m(
    shapes: "Iterable[shapely.Geometry | None]", patches: "Iterable[shapely.Geometry | None]"
) -> "NDArray[np.float64]":
    """Return how far each shape is from the nearest of the patches in m; 0 where they touch, NaN where a side is none.

    Measured in the azimuthal equidistant plane around the middle of the shapes: true to a thousandth within a province.
    """
    ours, theirs = np.asarray(shapes, dtype=object), np.asarray(patches, dtype=object)
    distances = np.full(len(ours), np.nan)
    present = np.flatnonzero(~(shapely.is_missing(ours) | shapely.is_empty(ours)))
    theirs = theirs[~(shapely.is_missing(theirs) | shapely.is_empty(theirs))]
    if not len(present) or not len(theirs):
        return distances
    west, south, east, north = shapely.total_bounds(ours[present])
    plane = f"+proj=aeqd +lat_0={(south + north) / 2} +lon_0={(west + east) / 2} +datum=WGS84 +units=m"
    to_plane = Transformer.from_crs(4326, plane, always_xy=True)

    def flat(drawn: "NDArray[np.object_]") -> "NDArray[np.object_]":
        moved: NDArray[np.object_] = shapely.transform(
            drawn, lambda xy: np.column_stack(to_plane.transform(xy[:, 0], xy[:, 1]))
        )
        return moved

    (rows, _), nearest = shapely.STRtree(flat(theirs)).query_nearest(
        flat(ours[present]), return_distance=True, all_matches=False
    )
    distances[present[rows]] = nearest
    return distances
