"""The Land page of a county that can be counted in the head."""

import pytest

from tests.pages import making, toy

EAST = making.park(
    "东园", 117.0, 31.0, 规划面积=1500, 达到供地条件面积=1200, 已供面积=600, 建成面积=300, 主导产业="化工"
)
WEST = making.park("西园", 116.9, 31.0, 规划面积=800, 已供面积=900, 建成面积=100)
WAITING = {**toy.ONE, "约定开工": "2024-01-01"}
OLD = {**toy.THREE, "投产日期": "2024-05-01", "年税收(万元)": 50, "年产值(万元)": 500, "完成固定资产投资(万元)": 900}


@pytest.fixture(scope="module")
def ground(tmp_path_factory):
    """Two parks, one whose areas contradict each other; a project idle for two years, one that produces."""
    folder = tmp_path_factory.mktemp("ground")
    parks = making.boundaries(folder / "园区.geojson", EAST, WEST)
    ledger = making.table(folder / "六月.csv", WAITING, OLD)
    return making.workspace(folder / "workspace", ("parks", parks, None), ("ledger", ledger, "2026-06"))


def test_the_page_tells_what_is_left_and_what_lies_idle(show, ground):
    page = show(ground, "land")
    assert page.figures["可供面积"] == ("900.0 亩", "其中现可供 600.0 亩")
    assert page.figures["土地供应率"][0] == "50.0 %"
    assert page.figures["闲置土地"] == ("10.0 亩", "1 个项目，1 个满两年")
    assert "1 个园区的面积相互矛盾，不计算比率：西园" in page.text
    assert page.table("已过约定开工未动工的项目")["idle_state"].tolist() == ["满两年"]


def test_one_producing_project_alone_is_not_graded_and_the_rule_is_said(show, ground):
    page = show(ground, "land")
    assert page.table("投产项目亩均评级")["grade"].tolist() == ["可评项目太少"]
    assert "亩均税收 × 50" in page.text.replace("\\", "")


def test_a_park_filtered_out_is_counted_nowhere(show, ground):
    assert show(ground, "land", parks="西园").figures["可供面积"][0] == "—"


def test_a_county_that_states_no_land_says_so_without_charts(show, county):
    page = show(county, "land")
    assert "名录未填规划面积或已供面积" in page.text
    assert "没有已过约定开工而未动工的项目。" in page.text
