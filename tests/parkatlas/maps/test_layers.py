"""Frames become layers: the right item at the right place with the right words."""

import numpy as np
import pandas as pd

from parkatlas import colours, maps, messages
from parkatlas.maps import layers
from tests.parkatlas.maps import toys


def test_a_park_bears_its_id_name_class_and_value():
    content = maps.parks(toys.shapes(), toys.parks(), "intensity_wan_per_mu", toys.view()).content
    assert content["ids"] == content["names"] == ["甲园", "乙园"]
    assert content["facts"] == [["80.0 万元/亩"], ["120.0 万元/亩"]]
    assert content["of"] == [0, 1]


def test_parks_follow_the_frame_not_the_file():
    frame = toys.parks(("乙园", "甲园"), (120.0, 80.0))
    content = maps.parks(toys.shapes(), frame, "intensity_wan_per_mu", toys.view()).content
    assert content["names"] == ["乙园", "甲园"]
    assert content["points"][0] > content["points"][2]


def test_a_filtered_park_is_not_drawn_and_one_without_boundary_counts():
    frame = toys.parks(("乙园", "无图园"), (120.0, 80.0))
    content = maps.parks(toys.shapes(), frame, "intensity_wan_per_mu", toys.view()).content
    assert (content["names"], content["count"]) == (["乙园"], 2)


def test_verdicts_colour_parks_by_the_threshold():
    frame = toys.parks().assign(verdict=["short", "pass"])
    content = maps.parks(toys.shapes(), frame, "verdict", toys.view()).content
    assert [content["entries"][k]["label"] for k in content["of"]] == ["未达标", "达标"]


def test_further_columns_are_lines_of_the_popup_with_their_units():
    frame = toys.parks().assign(project_count=[3, 4])
    content = maps.parks(toys.shapes(), frame, "intensity_wan_per_mu", toys.view()).content
    assert content["labels"] == ["投资强度", "项目数"]
    assert content["facts"][0] == ["80.0 万元/亩", "3 个"]


FIELDS = (("农田", "farmland", "一号"), ("红线", "ecology", None), ("农田", "farmland", "二号"))


def constraints(*named, view=None, **how):
    """Return the content of the layer that patches (layer, kind, patch) make."""
    frame = toys.patches(*named)
    return maps.constraints(toys.patch_shapes(frame, **how), frame, view or toys.view())


def test_constraint_layers_are_coloured_by_kind_and_count_their_patches():
    content = constraints(*FIELDS).content
    lines = [(entry["label"], entry["colour"], entry["count"]) for entry in content["entries"]]
    assert lines == [("红线", colours.CONSTRAINT["ecology"], 1), ("农田", colours.CONSTRAINT["farmland"], 2)]
    assert [lines[k][0] for k in content["of"]] == content["names"] == ["农田", "红线", "农田"]


def test_a_patch_says_its_area_and_what_the_file_calls_it():
    content = constraints(*FIELDS).content
    assert content["labels"] == ["图形面积", "图层类别", "图斑"]
    assert content["facts"][:2] == [["15.0 亩", "永久基本农田", "一号"], ["15.0 亩", "生态保护红线", "—"]]


def test_patches_lie_where_they_were_drawn_and_move_with_a_shifted_basemap():
    plain, shifted = (constraints(*FIELDS[:1], is_shifted=is_shifted).content["shapes"] for is_shifted in (False, True))
    corners = np.cumsum(np.reshape(plain[0][0][0], (-1, 2)), axis=0)
    assert (corners.min(axis=0).tolist(), corners.max(axis=0).tolist()) == ([12400000, 4200000], [12401000, 4201000])
    assert plain != shifted


def test_patches_too_many_or_too_small_are_counted_but_not_drawn():
    few_vertices = {"most": 5, "view": maps.View(124.02, 42, 124.03, 42.01, 14)}
    layer = constraints(*FIELDS, **few_vertices)
    assert (layer.content["names"], layer.suits_every_view) == (["红线"], False)
    assert sum(entry["count"] for entry in layer.content["entries"]) == 3
    assert constraints(*FIELDS, **few_vertices | {"view": maps.View(120, 40, 128, 44, 6)}).content["names"] == []


def test_without_constraint_layers_there_is_nothing_to_draw_and_no_entry():
    content = constraints().content
    assert (content["names"], content["entries"]) == ([], [])


def test_the_area_of_a_circle_grows_with_money_within_limits():
    frame = toys.projects(("无", "小", "大"), ("lead",) * 3, (np.nan, 10_000.0, 1e9))
    assert maps.projects(frame, "stage").content["radii"] == [4.0, 5.1, 18.0]


def test_a_project_without_a_point_is_not_drawn():
    frame = pd.concat([toys.projects(), toys.projects(("二号",)).assign(lon=None)])
    assert maps.projects(frame, "stage").content["names"] == ["一号"]


def test_no_projects_are_an_empty_layer():
    content = maps.projects(toys.projects((), (), ()), "stage").content
    assert (content["names"], content["count"]) == ([], 0)


def test_a_cell_shows_its_count_and_the_share_that_reaches_the_threshold():
    frame = pd.DataFrame(
        {
            "lon": 124.0,
            "lat": 42.0,
            "project_count": [12_345, 8],
            "invested_wan": 1.0,
            "reached_share_pct": [25.0, np.nan],
        }
    )
    content = maps.cells(frame).content
    assert content["names"] == ["1.2万", "8"]
    assert content["shares"] == [25.0, None]


def test_cells_are_asked_anew_for_every_zoom():
    frame = pd.DataFrame({name: [] for name in ("lon", "lat", "project_count", "invested_wan", "reached_share_pct")})
    assert not maps.cells(frame).suits_every_view


def test_the_map_speaks_english_too():
    with messages.speaking("en"):
        assert maps.projects(toys.projects(), "stage").content["title"] == "Stage"


def test_with_very_many_parks_only_the_first_line_is_sent():
    names = [f"园{k}" for k in range(2_700)]
    frame = toys.parks(names, range(2_700)).assign(project_count=1, invested_wan=2.0)
    assert maps.parks(toys.shapes(names), frame, "intensity_wan_per_mu", toys.view()).content["labels"] == ["投资强度"]


def flows(*rows):
    """Return rows of enclave_flows from (unit, park, money, lon of the unit, lon of the park)."""
    frame = pd.DataFrame(rows, columns=["unit_label", "park_label", "invested_wan", "unit_lon", "park_lon"])
    counts = {"project_count": 2, "failing_count": 1, "unjudged_count": 0}
    return frame.assign(unit_id=frame["unit_label"], unit_lat=42.0, park_lat=42.5, **counts)


def test_an_arc_leads_from_unit_to_park_as_wide_as_its_class():
    content = maps.flows(
        flows(("甲镇", "东园", 8_000.0, 124.0, 124.5), ("乙局", "东园", 4_000.0, 124.1, 124.5))
    ).content
    assert content["names"] == ["甲镇 → 东园", "乙局 → 东园"]
    assert (content["starts"][:2], content["ends"][:2]) == ([12_400_000, 4_200_000], [12_450_000, 4_250_000])
    assert content["widths"] == [9.0, 1.2]
    assert content["facts"][0] == ["8,000 万元", "2 个", "1 个", "0 个"]


def test_an_arc_without_money_is_thin_and_without_a_place_absent():
    content = maps.flows(flows(("甲镇", "东园", None, 124.0, 124.5), ("乙局", "东园", 1.0, None, 124.5))).content
    assert (content["names"], content["widths"]) == (["甲镇 → 东园"], [1.2])
    assert [entry["label"] for entry in content["entries"] if entry["count"]] == ["缺数据"]


def test_legend_lines_are_as_wide_as_their_arcs_and_grow():
    rows = flows(*((f"单位{k}", "东园", 1_000.0 * k, 124.0, 124.5) for k in range(1, 21)))
    content = maps.flows(rows).content
    entries = [entry for entry in content["entries"] if entry["count"]]
    assert [entry["width"] for entry in entries] == [1.2, 2.0, 3.3, 5.4, 9.0]
    assert content["widths"] == [content["entries"][k]["width"] for k in content["of"]]


def test_arcs_of_many_flows_are_thinner():
    rows = [(f"单位{k}", "东园", 1_000.0 * k, 124.0, 124.5) for k in range(1, 52)]
    few, many = (maps.flows(flows(*rows[:count])).content["widths"] for count in (50, 51))
    assert (max(few), max(many)) == (9.0, 4.0)


def test_nothing_to_draw_is_no_arc():
    assert maps.flows(flows(("甲镇", "东园", 1.0, None, 124.5))).content["names"] == []


def test_arcs_move_with_a_shifted_basemap():
    rows = flows(("甲镇", "东园", 1.0, 124.0, 124.5))
    plain, shifted = (maps.flows(rows, is_shifted=is_shifted).content for is_shifted in (False, True))
    assert plain["starts"] != shifted["starts"]
    assert plain["ends"] != shifted["ends"]


def obstacles(*descriptions):
    count = len(descriptions)
    facts = {"lon": [124.0] * count, "lat": [42.0] * count, "project_count": [7] * count, "held_wan": [0.0] * count}
    kinds = {"obstacle_id": [f"W{k}" for k in range(count)], "obstacle_kind": ["infrastructure"] * count}
    return pd.DataFrame({**kinds, "description": list(descriptions), **facts})


def test_an_obstacle_is_labelled_by_its_short_description_or_its_kind():
    content = maps.obstacles(obstacles("此路未通", None, "长" * 99)).content
    assert content["names"] == ["此路未通", "基础设施", "长" * 60 + "…"]
    assert [content["entries"][k]["label"] for k in content["of"]] == ["基础设施"] * 3
    assert content["facts"][0] == ["7 个", "基础设施", "0 万元"]


def test_an_obstacle_without_a_place_is_not_drawn():
    frame = obstacles("有", "无").assign(lon=[124.0, None])
    content = maps.obstacles(frame).content
    assert (content["ids"], content["radii"]) == (["W0"], [7.0])


def test_a_unit_has_one_seat_with_all_that_it_brought():
    rows = flows(
        ("甲镇", "东园", 3.0, 124.0, 124.5), ("甲镇", "西园", 5.0, 124.0, 124.6), ("乙局", "东园", 1.0, None, 124.5)
    )
    content = maps.seats(rows).content
    assert (content["names"], content["points"]) == (["甲镇"], [12_400_000, 4_200_000])
    assert content["facts"] == [["8 万元", "4 个"]]


def test_a_whole_number_before_does_not_take_the_decimals_of_another():
    columns = ["intensity_wan_per_mu"]
    assert layers.facts_of(pd.DataFrame({columns[0]: [121]}, dtype=object), columns) == [["121 万元/亩"]]
    assert layers.facts_of(pd.DataFrame({columns[0]: [121.0]}, dtype=object), columns) == [["121.0 万元/亩"]]
