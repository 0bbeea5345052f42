"""The county is one clean partition, its parks lie in it, and their areas are what they state."""

from itertools import combinations

import pytest
import shapely
from pyproj import Geod

from parkatlas.demo.county import townships
from parkatlas.demo.register import COUNTY

OVERLAPPING = {"河东科创园", "城东装备制造产业园"}


def mu(ground):
    return abs(Geod(ellps="WGS84").geometry_area_perimeter(ground)[0]) * 15 / 10_000


@pytest.fixture(scope="module")
def land(units):
    return [outline for _, outline in units.values() if outline]


def test_every_outline_is_a_valid_polygon(land, parks):
    assert all(shape.is_valid for shape in [*land, *(ground for _, ground in parks.values())])


def test_townships_share_the_county_out_without_gap_or_overlap(land):
    county = shapely.union_all(land)
    assert county.geom_type == "Polygon"
    assert len(county.interiors) == 0
    assert sum(outline.area for outline in land) == pytest.approx(county.area, rel=1e-9)
    assert not any(shapely.overlaps(one, other) for one, other in combinations(land, 2))


def test_the_county_is_as_large_as_a_county():
    west, south, east, north = shapely.union_all(list(townships().values())).bounds
    assert 50_000 < east - west < 70_000
    assert 50_000 < north - south < 70_000
    assert COUNTY == "云川县"


def test_the_county_seat_has_smaller_sub_districts_than_the_country(units):
    sizes = {name: outline.area for name, (_, outline) in units.items() if outline}
    towns = [size for name, size in sizes.items() if name.endswith("街道")]
    assert max(towns) < min(size for name, size in sizes.items() if not name.endswith("街道"))


def test_every_park_lies_within_one_township(parks, land):
    assert all(sum(outline.contains(ground) for outline in land) == 1 for _, ground in parks.values())


def test_a_township_s_park_lies_in_its_host(parks, units):
    hosts = [(units[properties["host_unit_name"]][1], ground) for properties, ground in parks.values()]
    assert all(outline.contains(ground) for outline, ground in hosts if outline)


def test_stated_and_drawn_area_agree_but_for_one_park(parks):
    shares = {name: properties["planned_area_mu"] / mu(ground) for name, (properties, ground) in parks.items()}
    assert shares.pop("黄泥铺循环经济产业园") == pytest.approx(1.15, abs=0.01)
    assert all(abs(share - 1) < 0.035 for share in shares.values())


def test_two_parks_overlap_slightly_and_no_others(parks):
    pairs = combinations(((name, ground) for name, (_, ground) in parks.items()), 2)
    shared_mu = {frozenset((one[0], other[0])): mu(one[1].intersection(other[1])) for one, other in pairs}
    overlaps = {names: size for names, size in shared_mu.items() if size > 0}
    assert overlaps == {frozenset(OVERLAPPING): pytest.approx(28, abs=1)}


def test_built_is_within_supplied_within_planned(parks):
    areas = [properties for properties, _ in parks.values()]
    assert all(one["built_area_mu"] < one["supplied_area_mu"] < one["planned_area_mu"] for one in areas)


def test_one_park_is_nearly_full_and_one_nearly_empty(parks):
    shares = sorted(one["supplied_area_mu"] / one["planned_area_mu"] for one, _ in parks.values())
    assert [shares[0] < 0.1, shares[1] > 0.4, shares[-2] < 0.8, 0.95 < shares[-1] < 1] == [True] * 4


def test_projects_take_no_more_land_than_their_park_has_supplied(parks, newest):
    for name, (properties, _) in parks.items():
        taken = sum(float(row["land_mu"] or 0) for row in newest if row["park_name"] == name and row["supplied_on"])
        assert taken <= properties["supplied_area_mu"]
