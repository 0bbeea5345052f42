"""Constraint layers on the pages: what a park's land reaches into, and layers that lie far away."""

import pytest

from parkatlas.workspace import Workspace
from tests.pages import making, toy

FAR = making.park("1", 75.0, 38.0)


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    """The toy county with farmland over half of 东园 and a red line in another province."""
    folder = tmp_path_factory.mktemp("layers")
    directory = toy.county(folder)
    with Workspace(directory) as workspace:
        workspace.import_file(making.layer(folder / "农田.geojson", "farmland", toy.FIELD))
        workspace.import_file(making.layer(folder / "红线.geojson", "ecology", FAR))
    return directory


def test_a_park_says_how_much_of_it_lies_under_a_layer(show, checked):
    page = show(checked, "park", park="东园")
    assert "（占园区 50.0%）。" in page.text.replace("\\", "")
    # 0.005° × 0.01° at 31° north: 477 m × 1109 m.
    assert page.table("约束图层核对")["overlap_mu"].tolist() == pytest.approx([794], rel=2e-3)
    assert page.table("涉及约束图层的项目")["project_name"].tolist() == ["一厂"]


@pytest.mark.parametrize("page", ["park_map", "land", "siting"])
def test_maps_draw_the_layers_in_force_with_the_area_of_each_patch(show, checked, page):
    drawn = show(checked, page).scenes[0]["constraints"]
    assert drawn["names"] == ["农田", "红线"]
    assert drawn["facts"][0][0] == "1,588 亩"


def test_a_park_clear_of_all_layers_says_so(show, checked):
    assert "与在用的 2 个约束图层都不相交。" in show(checked, "park", park="西园").text


def test_without_layers_a_park_says_where_they_come_from(show, county):
    assert "还没有约束图层" in show(county, "park", park="东园").text


def test_a_layer_far_from_every_park_is_named_with_its_cure(show, checked):
    page = show(checked, "imports")
    assert "图层“红线”距最近园区" in page.text
    assert "请核对坐标系" in page.text
    assert page.table("在用的约束图层")["layer_name"].tolist() == ["红线", "农田"]


def test_a_layer_is_asked_for_its_name_and_kind(show, county):
    page = show(county, "imports")
    with_kind = [group for group in page.app.get("button_group") if "约束图层" in str(group.proto.options)]
    assert with_kind
