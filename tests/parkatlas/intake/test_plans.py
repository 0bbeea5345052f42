"""Targets, campaigns and obstacles."""

import datetime as dt

import pytest

from parkatlas.messages import catalogue

TARGETS = "年度,指标,目标值,单位\n"


def test_a_target_is_stored_by_codes_as_a_base_one_unless_stated(files):
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


def target(files, header, metric, value):
    """Return the value that a file with one target of this header stores."""
    text = f"年度,指标,{header},单位\n2026,{metric},{value},龙塘镇\n"
    return files.read("a.csv", text, "targets").tables["targets"]["target_value"].to_pylist()[0]


@pytest.mark.parametrize("header", ["目标值(亿元)", "目标值（个/亿元）", "目标值（单位：亿元）", "年度目标_亿元"])
def test_a_money_target_in_yi_is_stored_in_wan(files, header):
    assert target(files, header, "合同投资额", 3) == 30_000


@pytest.mark.parametrize("header", ["目标值", "目标值(万元)", "目标值（个）", "目标值（个、万元）"])
def test_a_target_that_states_no_other_unit_is_in_its_metrics_own(files, header):
    metric = "项目个数" if header == "目标值（个）" else "合同投资额"
    assert target(files, header, metric, 3) == 3


def test_a_unit_above_the_table_holds_for_the_metrics_that_it_fits(files):
    text = "单位：亿元\n" + TARGETS + "2026,合同投资额,3,龙塘镇\n2026,项目个数,5,龙塘镇\n2026,利用外资,7,龙塘镇\n"
    stored = files.read("a.csv", text, "targets").tables["targets"]["target_value"]
    assert stored.to_pylist() == [30_000, 5, 7]


def test_a_header_whose_unit_does_not_fit_the_metric_is_refused(files):
    text = "年度,指标,目标值(亿元),单位\n2026,合同投资额,3,龙塘镇\n2026,项目个数,5,龙塘镇\n"
    error = files.refused("a.csv", text, "targets")["unit_unfit"]
    assert (error.row, error.column, error.value, error.details["fits"]) == (3, "目标值(亿元)", "亿元", ["个"])


REFUSED = {
    "unknown_name": "2026,到位资金,3,龙潭镇",
    "not_a_term": "2026,利润,3,龙塘镇",
    "not_positive": "2026,到位资金,-3,龙塘镇",
    "not_a_number": "2026,到位资金,inf,龙塘镇",
    "cell_missing": "2026,到位资金,,龙塘镇",
    "year_odd": "26,到位资金,3,龙塘镇",
}


@pytest.mark.parametrize("code", REFUSED)
def test_a_wrong_target_is_refused_with_its_place_and_its_cure(files, code):
    errors = files.refused("a.csv", f"{TARGETS}2026,项目个数,3,龙塘镇\n{REFUSED[code]}\n", "targets")
    assert (list(errors), errors[code].row, bool(errors[code].column)) == ([code], 3, True)
    assert {f"intake.{code}", f"intake.{code}_cure"} <= set(catalogue("zh_CN", "intake"))


def test_a_campaigns_money_target_in_yi_is_stored_in_wan(files):
    text = "专项行动,开始日期,结束日期,指标,目标值(亿元)\n大干,2026-03-01,2026-04-01,合同投资额,3\n"
    assert files.read("a.csv", text, "campaigns").tables["campaign_targets"]["target_value"].to_pylist() == [30_000]


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
    assert sorted(error.details["nearest"]) == ["乙项目", "甲项目"]


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


def test_a_peer_stated_twice_is_refused(files):
    text = "地区,比较指标,指标值\n甲区,财政收入,1\n甲区,财政收入,2\n"
    assert files.refused("a.csv", text, "peers")["said_twice"].value == "甲区、财政收入"


THRESHOLDS = "园区,执行日期,准入门槛（万元/亩）,门槛依据\n"


def test_a_threshold_holds_for_a_park_from_a_day_by_a_document(files):
    text = THRESHOLDS + "高新园,2024-01-01,100,县发1号\n高新园,2025年1月1日,120,县发2号\n"
    rows = files.read("a.csv", text, "thresholds").tables["thresholds"].to_pylist()
    assert [(row["valid_from_on"], row["threshold_wan_per_mu"]) for row in rows] == [
        (dt.date(2024, 1, 1), 100),
        (dt.date(2025, 1, 1), 120),
    ]


def test_a_threshold_without_source_value_or_park_or_repeated_is_refused(files):
    rows = ("高新园,2024-01-01,0,", "丙园,2024-01-01,100,县发1号", *["物流园,2024-01-01,80,县发1号"] * 2)
    errors = files.refused("a.csv", THRESHOLDS + "\n".join(rows), "thresholds")
    assert set(errors) == {"cell_missing", "not_positive", "unknown_name", "said_twice"}


TRIPS = "招商小分队,招商区域,出发日期,返回日期,责任单位,走访企业（家）,获得线索,促成项目\n"


def test_a_trip_is_stored_with_the_projects_that_it_names(files):
    text = TRIPS + "一队,京津唐,2026-03-01,2026-03-05,龙塘镇,12,3,甲项目、乙项目\n二队,珠三角,2026-03-01,,,,,\n"
    tables = files.read("a.csv", text, "trips").tables
    first, second = tables["trips"].to_pylist()
    assert (first["trip_region"], first["first_on"], first["visited_count"]) == ("jingjinji", dt.date(2026, 3, 1), 12)
    assert (second["last_on"], second["lead_count"], second["unit_name"]) == (None, None, None)
    assert tables["trip_projects"].to_pylist() == [
        {"trip_id": "2", "project_name": "甲项目"},
        {"trip_id": "2", "project_name": "乙项目"},
    ]


def test_a_trip_to_an_unlisted_region_went_elsewhere_with_a_warning(files):
    intake = files.read("a.csv", TRIPS + "一队,成渝,2026-03-01,,,,,\n", "trips")
    assert intake.tables["trips"]["trip_region"].to_pylist() == ["other"]
    assert [finding.code for finding in intake.report.warnings] == ["region_other"]


WRONG_TRIPS = {
    "ends_before": "一队,珠三角,2026-03-05,2026-03-01,,,,",
    "negative": "一队,珠三角,2026-03-01,,,-3,,",
    "not_whole": "一队,珠三角,2026-03-01,,,2.5,,",
    "not_a_date": "一队,珠三角,三月初,,,,,",
    "cell_missing": "一队,,2026-03-01,,,,,",
    "said_twice": "队,珠三角,2026-03-01,,,,,",
    "unknown_name": "一队,珠三角,2026-03-01,,龙潭镇,,,",
}


@pytest.mark.parametrize("code", WRONG_TRIPS)
def test_a_wrong_trip_is_refused_with_its_place(files, code):
    errors = files.refused("a.csv", f"{TRIPS}队,珠三角,2026-03-01,,,,,\n{WRONG_TRIPS[code]}\n", "trips")
    assert (list(errors), errors[code].row) == ([code], 3)


def test_a_trip_that_names_an_unknown_unit_or_project_offers_the_nearest(files):
    row = "一队,珠三角,2026-03-01,,龙潭镇,,,丙项目\n"
    errors = [error for error in files.every_error("a.csv", TRIPS + row, "trips") if error.code == "unknown_name"]
    assert [(error.column, bool(error.details["nearest"])) for error in errors] == [
        ("责任单位", True),
        ("促成项目", True),
    ]


DECISIONS = "项目名称,去向,认定日期,并入项目\n"


def test_a_decision_is_stored_by_its_code(files):
    text = DECISIONS + "甲项目,已终止,2026-07-31,\n乙项目,并入,2026-07-31,甲项目\n"
    rows = files.read("a.csv", text, "decisions").tables["decisions"].to_pylist()
    assert [(row["project_name"], row["outcome"], row["heir_name"]) for row in rows] == [
        ("甲项目", "dropped", None), ("乙项目", "merged", "甲项目")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("甲项目,并入其他项目,2026-07-31,", "heir_missing"),
        ("甲项目,并入其他项目,2026-07-31,甲项目", "heir_itself"),
        ("甲项目,仍在,2026-07-31,乙项目", "heir_unasked"),
        ("甲项目,仍在,,", "cell_missing"),
        ("甲项目,不知道,2026-07-31,", "not_a_term"),
    ],
)
def test_a_decision_that_does_not_say_what_became_is_refused(files, row, code):
    assert code in files.refused("a.csv", f"{DECISIONS}{row}\n", "decisions")
