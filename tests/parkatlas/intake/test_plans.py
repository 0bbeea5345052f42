"""Targets, campaigns and obstacles."""

import datetime as dt

TARGETS = "年度,指标,目标值,单位\n"


def test_a_target_is_stored_by_codes_and_is_a_base_one_unless_said(files):
    intake = files.read("a.csv", TARGETS + "2026,到位资金,300,龙塘镇\n", "targets")
    assert intake.tables["targets"].to_pylist() == [
        {
            "unit_name": "龙塘镇",
            "park_name": None,
            "year": 2026,
            "metric": "in_place_wan",
            "target_tier": "base",
            "target_value": 300,
        }
    ]


def test_an_unknown_metric_is_refused_once(files):
    assert list(files.refused("a.csv", TARGETS + "2026,利润,3,龙塘镇\n", "targets")) == ["not_a_term"]


def test_a_target_of_nothing_or_of_a_stranger_is_refused(files):
    errors = files.refused("a.csv", TARGETS + "2026,到位资金,0,龙潭镇\n", "targets")
    assert errors["unknown_name"].details["nearest"][0] in ("龙塘镇", "源潭镇")
    assert errors["not_positive"].value == "0"


def test_the_same_target_twice_is_refused_with_both_rows(files):
    row = "2026,到位资金,3,龙塘镇\n"
    assert files.refused("a.csv", TARGETS + row + row, "targets")["said_twice"].details["rows"] == [2, 3]


def test_a_campaign_has_its_days_once_and_a_target_per_unit(files):
    text = "专项行动,开始日期,结束日期,指标,目标值,单位\n" + "".join(
        f"大干60天,2009-11-02,2009-12-31,开工项目,{count},{unit}\n" for count, unit in ((3, "龙塘镇"), (4, "源潭镇"))
    )
    tables = files.read("a.csv", text, "campaigns").tables
    [campaign] = tables["campaigns"].to_pylist()
    assert (campaign["first_on"], campaign["last_on"]) == (dt.date(2009, 11, 2), dt.date(2009, 12, 31))
    assert tables["campaign_targets"]["target_value"].to_pylist() == [3, 4]


def test_a_campaign_that_ends_before_it_begins_is_refused(files):
    text = "专项行动,开始日期,结束日期,指标,目标值\n大干,2026-03-01,2026-02-01,开工项目,3\n"
    assert files.refused("a.csv", text, "campaigns")["ends_before"].value == "2026-02-01"


def test_an_obstacle_may_hold_up_several_projects(files):
    tables = files.read("a.csv", "涉及项目,问题类别\n甲项目、乙项目,征地\n", "obstacles").tables
    assert tables["obstacles"]["obstacle_kind"].to_pylist() == ["acquisition"]
    assert tables["obstacle_projects"]["project_name"].to_pylist() == ["甲项目", "乙项目"]


def test_an_obstacle_of_an_unknown_project_is_refused_with_the_nearest(files):
    error = files.refused("a.csv", "涉及项目,问题类别\n丙项目,征地\n", "obstacles")["unknown_name"]
    assert set(error.details["nearest"]) == {"甲项目", "乙项目"}


def test_a_peer_has_a_value_and_a_growth_by_indicator_or_none(files):
    text = "地区,比较指标,指标值,同比增速（%）\n海港区,固投（亿元）,96.4,38.6\n甲区,固投（亿元）,,\n"
    assert files.read("a.csv", text, "peers").tables["peers"].to_pylist() == [
        {
            "peer_name": "海港区",
            "indicator": "固投（亿元）",
            "peer_value": 96.4,
            "growth_pct": 38.6,
            "source_row": 2,
        },
        {
            "peer_name": "甲区",
            "indicator": "固投（亿元）",
            "peer_value": None,
            "growth_pct": None,
            "source_row": 3,
        },
    ]


def test_a_peer_said_twice_is_refused(files):
    text = "地区,比较指标,指标值\n甲区,财政收入,1\n甲区,财政收入,2\n"
    assert files.refused("a.csv", text, "peers")["said_twice"].value == "甲区、财政收入"
