"""Layers against parks and projects, on squares of a thousandth of a degree."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from parkatlas import measures
from parkatlas.analysis import constraints

SIDE = 0.001
SQUARE_MU = float(measures.area_mu([shapely.box(117, 31, 117 + SIDE, 31 + SIDE)])[0])


def box(east, north=0.0):
    """Return a square, so many sides east and north of a corner."""
    west, south = 117 + east * SIDE, 31 + north * SIDE
    return shapely.box(west, south, west + SIDE, south + SIDE)


def layers(*rows):
    """Return patches as a workspace gives them: (name, kind, shape)."""
    names = ("layer_name", "layer_kind", "geometry")
    return gpd.GeoDataFrame([dict(zip(names, row, strict=True)) for row in rows], columns=names, crs=4326)


def parks(**shapes):
    return gpd.GeoDataFrame({"park_id": list(shapes), "park_name": list(shapes)}, geometry=[*shapes.values()], crs=4326)


def project(name, east, north, land_mu):
    return {"project_id": name, "lon": 117 + east * SIDE, "lat": 31 + north * SIDE, "land_mu": land_mu}


def touched(*projects, patch=None):
    touches = constraints.of_projects(pd.DataFrame(projects), layers(("红线", "ecology", patch or box(0))))
    return dict(zip(touches["project_id"], touches["layer_touch"], strict=True))


def test_a_park_half_under_farmland_shares_half_its_land():
    overlaps = constraints.of_parks(parks(甲园=box(0), 乙园=box(5)), layers(("农田", "farmland", box(0.5))))
    assert overlaps[["park_id", "layer_name", "layer_kind"]].to_numpy().tolist() == [["甲园", "农田", "farmland"]]
    assert overlaps["overlap_mu"].tolist() == pytest.approx([SQUARE_MU / 2], rel=1e-6)
    assert overlaps["overlap_pct"].tolist() == pytest.approx([50])


def test_the_largest_overlap_comes_first_and_layers_count_apart():
    overlaps = constraints.of_parks(
        parks(甲园=box(0)), layers(("红线", "ecology", box(0.75)), ("农田", "farmland", box(0.5)))
    )
    assert overlaps["overlap_pct"].round(6).tolist() == [50, 25]


def test_a_layer_that_only_touches_or_lies_far_away_shares_nothing():
    elsewhere = layers(("农田", "farmland", box(1)), ("红线", "ecology", shapely.box(75, 38, 75.1, 38.1)))
    assert constraints.of_parks(parks(甲园=box(0)), elsewhere).empty


def test_a_point_in_the_layer_or_on_its_border_is_inside():
    assert touched(project("甲", 0.5, 0.5, None), project("乙", 1, 0.5, 1)) == {"甲": "inside", "乙": "inside"}


def test_land_that_reaches_the_layer_is_near_and_less_is_clear():
    # The point stands half a side (some 48 m) east of the layer: a circle of 10.8 mu reaches so far.
    assert touched(project("甲", 1.5, 0.5, 12), project("乙", 1.5, 0.5, 9)) == {"甲": "near"}


def test_a_project_without_a_point_or_land_touches_nothing():
    nowhere = {"project_id": "甲", "lon": np.nan, "lat": np.nan, "land_mu": 100.0}
    assert touched(nowhere, project("乙", 1.5, 0.5, None)) == {}


def test_without_layers_nothing_is_touched():
    assert constraints.of_parks(parks(甲园=box(0)), layers()).empty
    assert constraints.of_projects(pd.DataFrame([project("甲", 0, 0, 1)]), layers()).empty
    assert constraints.nearest_parks(parks(甲园=box(0)), layers()).empty


def test_a_layer_knows_how_far_the_nearest_park_is():
    distances = constraints.nearest_parks(parks(甲园=box(0), 乙园=box(50)), layers(("农田", "farmland", box(3))))
    # Two sides of a thousandth of a degree of longitude at 31° north.
    assert distances["nearest_park_km"].tolist() == pytest.approx([0.191], abs=0.001)


def test_without_a_drawn_park_a_layer_has_no_distance():
    assert constraints.nearest_parks(parks(), layers(("农田", "farmland", box(3))))["nearest_park_km"].isna().all()
