"""Clusters on the map: hulls with names, projects in them filled and others as rings, other industries as dots."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from parkatlas import maps, messages
from tests import hostile
from tests.parkatlas.maps import toys


def hulls(money=31_200.0, **how):
    """Return the layer of two clusters, squares of 0.01 degrees."""
    facts = {
        "cluster_no": [1, 2], "project_count": [22, 5], "share_pct": 10.0, "invested_wan": [money, 800.0],
        "invested_share_pct": 20.0, "area_name": "甲园", "largest_project": "大厂",
    }  # fmt: skip
    squares = [shapely.box(124 + k / 50, 42, 124.01 + k / 50, 42.01) for k in range(2)]
    return maps.hulls(gpd.GeoDataFrame(facts, geometry=squares, crs=4326), toys.view(), **how).content


def projects(numbers=(1, 0), names=("内", "外")):
    frame = {"project_id": list(names), "project_name": list(names), "lon": 124.0, "lat": 42.0, "invested_wan": 100.0}
    return pd.DataFrame({**frame, "cluster_no": list(numbers), "industry_name": "陶瓷"})


def test_a_hull_is_named_by_its_number_how_many_and_how_much():
    assert hulls()["names"] == ["1 号 · 22 个 · 3.12 亿元", "2 号 · 5 个 · 800 万元"]
    assert hulls(np.nan)["names"][0] == "1 号 · 22 个"
    with messages.speaking("en"):
        assert hulls()["names"][0] == "No. 1 · 22 projects · 312.0 m CNY"


def test_a_hull_stands_where_it_is_and_moves_with_a_shifted_basemap():
    assert hulls()["shapes"][0][0][0][:2] == [12_401_000, 4_200_000]
    assert hulls()["points"] == pytest.approx([12_400_500, 4_200_500, 12_402_500, 4_200_500], abs=1)
    assert hulls(is_shifted=True)["shapes"] != hulls()["shapes"]


def test_no_cluster_is_an_empty_layer():
    none = gpd.GeoDataFrame(
        {name: [] for name in ("cluster_no", "project_count", "share_pct", "invested_wan", "invested_share_pct",
                               "area_name", "largest_project")}, geometry=[], crs=4326,
    )  # fmt: skip
    assert maps.hulls(none, toys.view()).content["names"] == []


def test_projects_in_clusters_are_filled_and_all_others_hollow():
    content = maps.gathered(projects(), "陶瓷", (20, 9)).content
    entries = [(entry["label"], entry["count"], entry["hollow"]) for entry in content["entries"]]
    assert entries == [("集群内", 20, False), ("不在集群内", 9, True)]
    assert (content["title"], content["of"]) == ("陶瓷", [0, 1])
    assert [facts[1] for facts in content["facts"]] == ["1", "—"]


def test_other_industries_are_dots_of_one_size():
    content = maps.others(projects().drop(columns="cluster_no"), 700).content
    assert (content["radii"], content["of"]) == ([3.0, 3.0], [0, 0])
    assert [entry["count"] for entry in content["entries"]] == [700]


def test_parks_as_ground_are_all_of_one_pale_colour_with_their_facts():
    frame = toys.parks().rename(columns={"intensity_wan_per_mu": "planned_area_mu"})
    content = maps.pale_parks(toys.shapes(), frame, toys.view()).content
    assert (len(content["entries"]), content["of"]) == (1, [0, 0])
    assert content["facts"] == [["80.0 亩"], ["120.0 亩"]]


def test_names_travel_as_they_are():
    names = hostile.NAMES
    assert maps.gathered(projects([1] * len(names), names), "陶瓷", (9, 0)).content["names"] == list(names)


def test_the_most_that_is_drawn_stays_below_256_kb():
    random = np.random.default_rng(1)
    names = [f"年产{k}万台套专用设备制造项目" for k in range(1_500)]
    rows = projects(random.integers(0, 300, 1_500), names).assign(
        lon=random.uniform(117, 118, 1_500), lat=random.uniform(31, 32, 1_500), area_name="第1号高新技术产业园区",
        invested_wan=random.lognormal(8, 1, 1_500),
    )  # fmt: skip
    layers = {"others": maps.others(rows, 9_999), "projects": maps.gathered(rows, "陶瓷", (1_000, 500))}
    assert len(maps.Scene((117, 31, 118, 32), toys.view(), layers).packed()) < 200_000
