"""The demo's registers of units and parks, as features."""

import math

from shapely.geometry import Point, box
from shapely.geometry.base import BaseGeometry

from parkatlas.demo.county import degrees, townships
from parkatlas.demo.files import position
from parkatlas.demo.grounds import grounds
from parkatlas.demo.register import (
    AIRPORTS,
    DEPARTMENTS,
    MOTORWAY_JUNCTIONS,
    OFFERS,
    PARKS,
    PORTS,
    RAIL_FREIGHT_STATIONS,
    TERRITORIES,
    ZONE,
    Park,
)
from parkatlas.terms import INFRASTRUCTURE

Feature = tuple[dict[str, object], BaseGeometry | None]
_HEIR = "城东装备制造产业园"
_DETOUR = 1.22  # a road is longer than the straight line
_NO_OFFICE = ("县人社局", "县国资中心")  # two whose seat is not known


def _seat(east_km: float, north_km: float) -> dict[str, object]:
    return position(degrees(Point(east_km * 1000, north_km * 1000)))


def _office(index: int) -> dict[str, object]:
    """Return where a department sits: along the two avenues of the county seat."""
    return _seat(-1.9 + 0.31 * index, -0.7 + (0.45 if index % 2 else -0.35) + 0.04 * index)


def unit_features() -> list[Feature]:
    """Return townships with their outlines, then departments and the zone, which have none."""
    land = townships()
    features: list[Feature] = [
        ({"unit_id": f"T{index:02d}", "unit_name": name, "unit_kind": kind, **_seat(east, north)}, degrees(land[name]))
        for index, (name, kind, east, north) in enumerate(TERRITORIES, 1)
    ]
    for index, name in enumerate(DEPARTMENTS, 1):
        office = {} if name in _NO_OFFICE else _office(index)
        features.append(({"unit_id": f"D{index:02d}", "unit_name": name, "unit_kind": "部门", **office}, None))
    features.append(({"unit_id": "Z01", "unit_name": ZONE, "unit_kind": "开发区", **_seat(7.4, -0.1)}, None))
    return features


def _distance(park: Park, points: tuple[tuple[float, float], ...]) -> float:
    return round(_DETOUR * min(math.hypot(park.east - east, park.north - north) for east, north in points), 1)


def _ready_share(park: Park) -> float:
    """Return which part of a park is ready to be supplied: the less it lacks, the more."""
    return park.supplied_share + (1 - park.supplied_share) * (0.72 - 0.15 * len(park.lacks))


def _properties(number: int, park: Park) -> dict[str, object]:
    price, largest_free_mu, also = OFFERS[park.name]
    stated: dict[str, object] = {
        "park_id": f"P{number:02d}",
        "park_name": park.name,
        "park_level": park.level,
        "zone_name": park.zone or None,
        "host_unit_name": park.host,
        "park_industries": "、".join([*park.industries, *also]),
        "planned_area_mu": park.planned_mu,
        "ready_area_mu": round(park.planned_mu * _ready_share(park)),
        "supplied_area_mu": round(park.planned_mu * park.supplied_share),
        "built_area_mu": round(park.planned_mu * park.built_share),
        "largest_free_mu": largest_free_mu,
        "park_threshold_wan_per_mu": park.threshold,
        "land_price_wan_per_mu": price,
        "motorway_km": _distance(park, MOTORWAY_JUNCTIONS),
        "rail_km": _distance(park, RAIL_FREIGHT_STATIONS),
        "port_km": _distance(park, PORTS),
        "airport_km": _distance(park, AIRPORTS),
    }
    marks = {term.code: term.code not in park.lacks for term in INFRASTRUCTURE}
    return {**stated, **marks, "established_on": park.established}


def park_features() -> list[Feature]:
    """Return one feature per park, a MultiPolygon of its parcels; last the one that was merged into another."""
    ground = grounds()
    features = [(_properties(number, park), degrees(ground[park.name])) for number, park in enumerate(PARKS, 1)]
    return [*features, _merged(ground[_HEIR])]


def _merged(heir: BaseGeometry) -> Feature:
    """Return the park that was merged into another long before the first ledger: the western part of its heir."""
    west, south, east, north = heir.bounds
    properties: dict[str, object] = {
        "park_id": "P00", "park_name": "城东老工业园", "park_level": "县级", "host_unit_name": ZONE,
        "planned_area_mu": 1250, "established_on": "1998-05-06",
        "merged_into_name": _HEIR, "merged_on": "2012-09-01",
    }  # fmt: skip
    return properties, degrees(heir.intersection(box(west, south, west + 0.25 * (east - west), north)))
