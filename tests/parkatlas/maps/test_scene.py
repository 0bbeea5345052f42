"""One drawing travels as plain data, small, and never as code."""

import numpy as np
import pytest

from parkatlas import datum, maps
from tests.parkatlas.maps import toys

EXTENT = (124.0, 42.0, 124.1, 42.1)


def scene(**parts):
    return maps.Scene(EXTENT, toys.view(), **parts)


def test_a_scene_that_suits_every_view_asks_for_nothing_more():
    assert toys.unpacked(scene().packed())["reach"] is None


def test_a_scene_made_for_one_view_says_how_far_it_reaches():
    partial = maps.projects(toys.projects(), "stage", is_complete=False)
    assert toys.unpacked(scene(layers={"projects": partial}).packed())["reach"] == pytest.approx(
        [123.95, 41.95, 124.15, 42.15]
    )


def test_for_gaode_the_windows_move_too():
    west = toys.unpacked(scene().packed(is_shifted=True))["extent"][0]
    assert west == pytest.approx(float(datum.wgs84_to_gcj02(124.0, 42.0)[0]), abs=1e-5)


def test_2700_parks_and_1000_projects_stay_below_256_kb():
    random = np.random.default_rng(1)
    names = [f"第{k}号高新技术产业园区" for k in range(2_700)]
    parks = maps.parks(
        toys.shapes(names), toys.parks(names, random.gamma(4, 30, 2_700)), "intensity_wan_per_mu", toys.view()
    )
    titles = [f"年产{k}万台套专用设备制造项目" for k in range(maps.MOST_SINGLES)]
    frame = toys.projects(titles, ["building"] * len(titles), random.lognormal(8, 1, len(titles)))
    frame[["lon", "lat"]] = random.uniform(42, 124, (len(titles), 2))
    layers = {"parks": parks, "projects": maps.projects(frame, "stage")}
    assert len(scene(layers=layers).packed()) < 256_000


def test_2700_parks_and_20_000_patches_stay_below_256_kb():
    names = [f"第{k}号高新技术产业园区" for k in range(2_700)]
    parks = maps.parks(toys.shapes(names), toys.parks(names, range(2_700)), "intensity_wan_per_mu", toys.view())
    patches = toys.patches(*(("永久基本农田", "farmland", f"JBNT{k:06}") for k in range(20_000)))
    shapes = toys.patch_shapes(patches, most=10_000)
    window = maps.View(124, 41, 150, 43, 12)
    layers = {"parks": parks, "constraints": maps.constraints(shapes, patches, window)}
    assert len(layers["constraints"].content["names"]) > 1_500
    assert len(scene(layers=layers).packed()) < 256_000
