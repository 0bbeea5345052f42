"""The ground of each park: rows of street blocks along a main road, and the building sites behind its streets."""

import numpy as np
import shapely
from shapely.affinity import rotate, scale, translate
from shapely.geometry import MultiPolygon, Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from parkatlas.demo.register import PARKS, Parcel, Park

MU_M2 = 10_000 / 15
_BLOCK_M = (420.0, 330.0)
_CHAMFER_M = 45.0
_BEND = 3.5e-5  # the road's curvature in 1/m: a rise of some 35 m over a kilometre
_ROW_M = 165.0
_STEP_M = 20.0


def _blocks(parcel: Parcel) -> BaseGeometry:
    """Return the parcel's blocks as one shape around the origin, its road along x."""
    width, depth = _BLOCK_M
    cells = [
        box(column * width, -row * depth, (column + 1) * width, (1 - row) * depth)
        for row, line in enumerate(parcel.blocks)
        for column, mark in enumerate(line)
        if mark == "1"
    ]
    joined = shapely.union_all(cells)
    return translate(joined, -joined.centroid.x, -joined.centroid.y)


def _bent(points: np.ndarray) -> np.ndarray:
    return np.column_stack([points[:, 0], points[:, 1] + _BEND * points[:, 0] ** 2])


def _lay(shape: BaseGeometry, park: Park, parcel: Parcel) -> BaseGeometry:
    """Bend a shape of the parcel with the road, turn it to the road's bearing and put it in its place."""
    bent = shapely.transform(shapely.segmentize(shape, 150), _bent)
    moved = translate(bent, parcel.along * 1000, parcel.across * 1000)
    turned = rotate(moved, park.bearing, origin=(0, 0))
    return translate(turned, park.east * 1000, park.north * 1000)


def _sized(park: Park, parcel: Parcel) -> BaseGeometry:
    wanted = park.planned_mu * park.drawn_factor * parcel.share * MU_M2
    blocks = _blocks(parcel)
    factor = (wanted / blocks.area) ** 0.5
    sized = scale(blocks, factor, factor, origin=(0, 0))
    cut = min(_CHAMFER_M, _BLOCK_M[1] * factor / 4)
    chamfered = sized.buffer(-cut, join_style="mitre").buffer(cut, join_style="bevel")
    return scale(chamfered, *[(wanted / chamfered.area) ** 0.5] * 2, origin=(0, 0))


def grounds() -> dict[str, MultiPolygon]:
    """Return each park's ground in metres from the county seat; its area is the stated one times its factor."""
    return {
        park.name: MultiPolygon([_simple(_lay(_sized(park, parcel), park, parcel)) for parcel in park.parcels])
        for park in PARKS
    }


def _simple(shape: BaseGeometry) -> Polygon:
    outline = shape.simplify(0.5)
    if not isinstance(outline, Polygon):
        raise TypeError("the blocks of a parcel hang together")
    return outline


def sites(park: Park) -> list[Point]:
    """Return the park's building sites in metres, from the gates of its parcels inwards, both sides of each street."""
    ranked_points: list[tuple[float, Point]] = []
    for parcel in park.parcels:
        shape = _sized(park, parcel)
        west, south, east, north = shape.bounds
        rows = np.arange(south + _ROW_M / 2, north, _ROW_M)
        spots = [(x, y) for x in np.arange(west + 40, east - 30, _STEP_M) for y in rows]
        spots.sort(key=lambda spot: (spot[0] - west) + 1.6 * abs(spot[1]))
        inside = [Point(spot) for spot in spots if shape.contains(Point(spot).buffer(35))]
        ranked_points += [(rank / len(inside), _point(_lay(spot, park, parcel))) for rank, spot in enumerate(inside)]
    return [point for _, point in sorted(ranked_points, key=lambda ranked: ranked[0])]


def _point(shape: BaseGeometry) -> Point:
    return Point(shape.coords[0])
