"""The map page: what a drawn shape holds, what is ticked, when and with what it is compared, and who is found."""

import pytest

from tests.pages import making, toy

EAST = "polygon:116.99,30.99,117.02,30.99,117.02,31.02,116.99,31.02"  # around 东园, with 一厂 and 二厂
BOW_TIE = "polygon:116.99,30.99,117.02,31.02,117.02,30.99,116.99,31.02"


def test_a_shape_in_the_address_totals_and_lists_what_lies_inside(show, county):
    page = show(county, "park_map", inside=EAST)
    assert "其中有 2 个项目" in page.text
    assert page.figures["投资强度"] == ("80.0 万元/亩", "可评判 2 个，1 个达标")
    assert page.table("所画范围内的项目")["project_name"].tolist() == ["二厂", "一厂"]
    assert "另有 1 个项目没有坐标" in page.text
    assert page.scene["drawn"]["shapes"]


def test_a_circle_holds_what_it_reaches(show, county):
    page = show(county, "park_map", inside="circle:117.005,31.005,100")
    assert page.table("所画范围内的项目")["project_name"].tolist() == ["一厂"]


@pytest.mark.parametrize(
    ("inside", "sentence"),
    [(BOW_TIE, "自相交叉"), ("polygon:116,30,117,31,118,32", "一条线上"), ("circle:100,20,5", "其中有 0 个项目")],
)
def test_an_empty_shape_gives_a_sentence_and_keeps_the_map(show, county, inside, sentence):
    page = show(county, "park_map", inside=inside)
    assert sentence in page.text
    assert not page.figures
    assert len(page.scene["projects"]["names"]) == 3


def test_nonsense_in_the_address_is_no_shape_no_part_and_no_tick(show, county):
    words = "{{7*7}}<img src=x>"
    page = show(county, "park_map", inside=words, part=words, pick=words, compare=words, other_day=words)
    assert len(page.table("地图上的项目")) == 4
    assert "drawn" not in page.scene
    assert "inside" not in page.app.query_params


def test_ticked_projects_have_a_ring_and_count_in_the_chart(show, county):
    page = show(county, "park_map", pick="三厂")
    assert page.scene["picked"]["names"] == ["三厂"]
    assert "已选" in page.text


def test_a_part_of_the_chart_narrows_the_list_and_rings_its_projects(show, county):
    page = show(county, "park_map", part="stage:signed")
    assert page.table("地图上的项目：签约")["project_name"].tolist() == ["一厂", "四厂"]
    assert page.scene["picked"]["names"] == ["一厂"]


def test_the_project_clicked_on_the_map_stands_first_in_the_list(show, county):
    assert show(county, "park_map", chosen="project:一厂").table("地图上的项目")["project_name"].tolist()[0] == "一厂"


def test_the_slider_moves_the_day_of_the_whole_page(show, county):
    page = show(county, "park_map")
    page.widget("select_slider", "moment").set_value("2026-05-31")
    page.run()
    assert page.scene["projects"]["names"] == ["一厂"]
    assert page.app.query_params["as_of"] == "2026-05-31"


def test_two_dates_stand_side_by_side_in_the_same_classes(show, county):
    older, newer = show(county, "park_map", compare="day", measure="measured_wan").scenes[::-1]
    assert [len(scene["projects"]["names"]) for scene in (older, newer)] == [1, 3]
    labels = [[entry["label"] for entry in scene["parks"]["entries"]] for scene in (older, newer)]
    assert labels[0] == labels[1]


@pytest.mark.parametrize(("typed", "label"), [("dy", "东园"), ("张书", "一厂（张书记）")])
def test_places_are_found_by_initials_and_by_person(show, county, typed, label):
    page = show(county, "park_map")
    page.widget("text_input", "search").set_value(typed)
    groups = page.run().app.get("button_group")
    assert label in [option.content for option in groups[0].proto.options]


def test_a_point_in_another_country_does_not_push_the_others_aside(show, tmp_path):
    rows = [{**toy.ONE, "项目名称": f"{no}厂", "园区": "", "经度": 117 + no / 100} for no in range(40)]
    astray = {**toy.ONE, "项目名称": "远厂", "园区": "", "经度": 174.8, "纬度": -36.9}
    ledger = making.table(tmp_path / "六月.csv", *rows, astray)
    directory = making.workspace(tmp_path / "workspace", ("ledger", ledger, "2026-06"))
    west, south, east, north = show(directory, "park_map").scene["extent"]
    assert (116 < west < 117.1, 117.3 < east < 118) == (True, True)
    assert (30 < south < 31.01, 31 < north < 32) == (True, True)
