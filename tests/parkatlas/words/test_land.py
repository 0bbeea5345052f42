"""The land in words and figures."""

import pandas as pd

from parkatlas.words import land, layers

ROW = {
    "park_count": 3, "stated_count": 2, "stated_planned_mu": 1100.0, "free_area_mu": 600.0, "ready_free_area_mu": 400.0,
    "capacity_wan": 60_000.0, "developed_pct": 81.8, "supplied_pct": 55.6, "built_pct": 40.0, "idle_count": 2,
    "reclaim_count": 1, "idle_land_mu": 30.0,
}  # fmt: skip


def totals(**changed):
    return pd.DataFrame([ROW | changed])


def test_the_finding_says_what_is_left_idle_and_not_counted():
    assert land.finding(totals()) == (
        "2 个园区规划 1,100 亩，可供 600.0 亩，按准入门槛可承载投资 6.00 亿元；2 个项目约定开工满一年未动工，"
        "闲置 30.0 亩，其中 1 个满两年；1 个园区面积不全或矛盾，未计入。"
    )


def test_parks_that_state_nothing_are_said_so_and_none_has_no_finding():
    bare = totals(stated_count=0, stated_planned_mu=None, free_area_mu=None, capacity_wan=None, idle_count=0)
    assert land.finding(bare) == "3 个园区都未填齐规划面积和已供面积。"
    assert land.finding(totals(park_count=0)) == ""


def test_idle_land_is_bad_and_none_is_nought():
    *_, idle = land.figures(totals())
    assert (idle.value, idle.unit, idle.compared, idle.is_good) == ("30.0", "亩", "2 个项目，1 个满两年", False)
    *_, none = land.figures(totals(idle_count=0, reclaim_count=0, idle_land_mu=None))
    assert (none.value, none.is_good) == ("0", True)


def test_a_rate_that_is_not_known_is_a_dash():
    values = {figure.label: figure.value for figure in land.figures(totals(developed_pct=None))}
    assert (values["土地开发率"], values["土地建成率"]) == ("—", "40.0")


def test_a_park_names_the_layers_that_forbid_building_first():
    shared = pd.DataFrame(
        [("控规", "control", 90.0, 50.0), ("农田", "farmland", 15.0, 10.0)],
        columns=["layer_name", "layer_kind", "overlap_mu", "overlap_pct"],
    )
    assert layers.overlaps(shared) == "压占农田 15.0 亩（占园区 10.0%）；压占控规 90.0 亩（占园区 50.0%）。"
    assert layers.overlaps(shared[:0]) == ""


def test_only_a_layer_far_away_is_suspected():
    rows = pd.DataFrame({"layer_name": ["农田", "红线"], "nearest_park_km": [3.0, 812.0]})
    assert layers.far(rows) == "图层“红线”距最近园区 812.0 公里；请核对坐标系后重新导入。"
    assert layers.far(rows[:1]) == ""
