"""The site visit: which projects, in which order, when, and what cannot be visited."""

import pytest

STOPS = ["一厂", "三厂", "二厂", "四厂"]  # 四厂 has no coordinates; 三厂 is 10 km west of 一厂


def test_the_stops_are_in_the_shortest_order_with_their_times(show, county):
    page = show(county, "visit", stop=STOPS, start="西园", minutes="30", speed="60", detour="1.5")
    rows = page.table("拉练线路单")
    assert rows["project_name"].tolist() == ["出发：西园", "三厂", "二厂", "一厂"]
    assert rows["leaves_at"].tolist()[:2] == ["08:30", "09:00"]
    # 二厂 is 9.27 km from 三厂: 13.9 km by road, a quarter of an hour.
    assert rows["leg_km"].round(1).tolist()[2] == 13.9
    assert rows["arrives_at"].tolist()[2] == "09:14"
    assert page.figures["站数"][0] == "3 个"
    assert "没有坐标，未排入：四厂" in page.text
    assert page.scene["stops"]["names"] == ["三厂", "二厂", "一厂"]
    assert len(page.scene["route"]["shapes"]) == 1


def test_the_way_back_counts(show, county):
    rows = show(county, "visit", stop=["一厂", "三厂"], start="117.005,31.005", returns="1").table("拉练线路单")
    assert rows["project_name"].tolist()[-1] == "返回：地图上一点（117.005，31.005）"


def test_a_list_is_added_as_a_whole(show, county):
    page = show(county, "visit")
    page.widget("selectbox", "add_list").set_value("gap:not_started")
    page.run()
    assert set(page.app.query_params["stop"]) == {"一厂", "四厂"}


@pytest.mark.parametrize("nonsense", ["{{7*7}}", "999,999"])
def test_nonsense_in_the_address_is_ignored(show, county, nonsense):
    page = show(county, "visit", stop=["一厂", nonsense], start=nonsense, minutes=nonsense, speed=nonsense)
    assert page.table("拉练线路单")["project_name"].tolist() == ["出发：一厂", "一厂"]


def test_without_projects_the_map_of_all_shows_how_to_choose(show, county):
    page = show(county, "visit")
    assert "选择要看的项目" in page.text
    assert set(page.scene["projects"]["names"]) == {"一厂", "二厂", "三厂"}
    assert not page.scene.get("stops")
    assert not page.figures
