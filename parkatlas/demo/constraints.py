"""The demo's constraint layers: farmland around the villages and a red line in the hills; both reach into a park."""

import numpy as np
import shapely
from shapely.geometry import LineString, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from parkatlas.demo.calendar import generator
from parkatlas.demo.county import degrees
from parkatlas.demo.grounds import grounds
from parkatlas.demo.register import TERRITORIES

Feature = tuple[dict[str, object], BaseGeometry | None]
_CORNERS = 15
_FAR_M = 20_000
_CLEAR_M = 250  # of every park
_FIELDS_OF_A_TOWN = 2
# Park, direction of its edge (degrees from east), how far outside the edge the middle lies, mean radius (m).
_FIELDS_AT_PARKS = (("柳桥新能源产业园", 200.0, 330.0, 520.0), ("黄泥铺循环经济产业园", 250.0, 290.0, 400.0))
_HILLS_AT_PARKS = (("枫林农产品加工园", 140.0, 900.0, 980.0),)
_HILLS = ((-21.5, 22.0, 2600.0), (3.0, 27.5, 2100.0), (-26.0, 9.5, 1500.0))  # km east and north, radius in m


def layers() -> dict[str, list[Feature]]:
    """Return the features of each layer by its kind, in degrees."""
    rng, ground = generator(7), grounds()
    fields = [_beside(rng, ground[name], *where) for name, *where in _FIELDS_AT_PARKS] + _fields(rng, ground)
    hills = [_beside(rng, ground[name], *where) for name, *where in _HILLS_AT_PARKS]
    hills += [_patch(rng, Point(east * 1000, north * 1000), radius) for east, north, radius in _HILLS]
    return {"farmland": _numbered("JBNT", fields), "ecology": _numbered("HX", hills)}


def _fields(rng: np.random.Generator, ground: dict[str, MultiPolygon]) -> list[Polygon]:
    """Return fields around every township's seat that keep clear of the parks."""
    parks = shapely.union_all(list(ground.values()))
    fields: list[Polygon] = []
    for _, kind, east, north in TERRITORIES:
        wanted = len(fields) + (_FIELDS_OF_A_TOWN if kind == "乡镇" else 0)
        while len(fields) < wanted:
            away, turn = rng.uniform(1500, 4200), rng.uniform(0, 2 * np.pi)
            middle = Point(east * 1000 + away * np.cos(turn), north * 1000 + away * np.sin(turn))
            patch = _patch(rng, middle, rng.uniform(260, 620))
            if patch.distance(parks) > _CLEAR_M and all(patch.disjoint(other) for other in fields):
                fields.append(patch)
    return fields


def _beside(rng: np.random.Generator, park: MultiPolygon, bearing: float, out: float, radius: float) -> Polygon:
    """Return a patch whose middle lies so far outside the park's larger parcel in a direction from its centre."""
    parcel = max(park.geoms, key=lambda part: part.area)
    turn, middle = np.radians(bearing), parcel.centroid
    far = Point(middle.x + _FAR_M * np.cos(turn), middle.y + _FAR_M * np.sin(turn))
    inside = LineString([middle, far]).intersection(parcel)
    reach = max(middle.distance(Point(corner)) for corner in shapely.get_coordinates(inside)) + out
    return _patch(rng, Point(middle.x + reach * np.cos(turn), middle.y + reach * np.sin(turn)), radius)


def _patch(rng: np.random.Generator, middle: Point, radius: float) -> Polygon:
    turns = np.linspace(0, 2 * np.pi, _CORNERS, endpoint=False)
    reach = radius * rng.uniform(0.78, 1.22, _CORNERS)
    return Polygon(np.column_stack([middle.x + reach * np.cos(turns), middle.y + reach * np.sin(turns)]))


def _numbered(mark: str, patches: list[Polygon]) -> list[Feature]:
    return [({"图斑编号": f"{mark}{number:03d}"}, degrees(patch)) for number, patch in enumerate(patches, 1)]
