"""The pipeline asked of a county so small that its answers can be checked in the head."""

import datetime as dt
import math

import pandas as pd
import pyarrow as pa
import pytest

from tests.queries.toy import County, project

LIMITS = [180, 120, 120, 120, 180, 180, 540, 90, 0, None]
JUNE = "2026-06-30"


def day(words):
    return dt.date.fromisoformat(words)


def step(name, stage, **facts):
    """Return a ledger row in a stage; facts that end in _on are dates as ISO text."""
    dates = {key: day(value) for key, value in facts.items() if key.endswith("_on")}
    return project(name, stage=stage, contract_wan=100) | facts | dates


def june(*rows):
    county = County()
    county.ledger("2026-06", *rows)
    return county


def stages(county, **params):
    """Return the rows of pipeline_stages by stage."""
    rows = county.ask("pipeline_stages", JUNE, stage_limits=LIMITS, **params).to_dict("records")
    return {"none" if pd.isna(row["stage"]) else row["stage"]: row for row in rows}


def listed(county, name, **params):
    """Return the ids of a list."""
    return county.ask("pipeline_gaps", JUNE, stage_limits=LIMITS, pipeline_gap=name, **params)["project_id"].tolist()


def test_an_empty_county_has_ten_stages_of_nothing():
    by_stage = stages(County())
    assert len(by_stage) == 10
    assert {row["project_count"] for row in by_stage.values()} == {0}
    assert all(math.isnan(row["conversion_pct"]) and math.isnan(row["median_days"]) for row in by_stage.values())


def test_skipped_stages_count_as_reached():
    by_stage = stages(june(step("甲", "started", lead_on="2026-01-01", started_on="2026-03-01")))
    assert [row["reached_stage_count"] for row in by_stage.values()] == [1] * 6 + [0] * 4
    assert (by_stage["signed"]["conversion_pct"], by_stage["building"]["conversion_pct"]) == (100, 0)
    assert math.isnan(by_stage["completed"]["conversion_pct"])


def test_time_in_a_stage_runs_to_the_next_date_that_is_stated():
    by_stage = stages(june(step("甲", "started", lead_on="2026-01-01", started_on="2026-03-01")))
    assert (by_stage["lead"]["median_days"], by_stage["lead"]["left_count"]) == (59, 1)
    assert by_stage["signed"]["left_count"] == 0


def test_a_stage_that_is_not_over_is_in_no_median():
    by_stage = stages(june(step("甲", "signed", signed_on="2026-01-01")))
    assert (by_stage["signed"]["left_count"], by_stage["signed"]["project_count"]) == (0, 1)


def test_median_and_p90_are_those_of_the_days_spent():
    rows = [step(f"{i}", "started", signed_on="2026-01-01", started_on=f"2026-01-{i + 1:02}") for i in range(1, 12)]
    signed = stages(june(*rows))["signed"]
    assert (signed["median_days"], signed["p90_days"], signed["left_count"]) == (6, 10, 11)


def test_dates_that_contradict_each_other_make_no_negative_days():
    wrong = step("错", "started", signed_on="2026-04-01", started_on="2026-03-01")
    right = step("对", "started", signed_on="2026-03-01", started_on="2026-03-11")
    signed = stages(june(wrong, right))["signed"]
    assert (signed["median_days"], signed["left_count"], signed["misdated_count"]) == (10, 1, 1)


def test_a_date_after_the_day_has_not_come_yet():
    by_stage = stages(june(step("甲", "signed", signed_on="2026-06-01", started_on="2026-12-01")))
    assert (by_stage["started"]["reached_stage_count"], by_stage["signed"]["left_count"]) == (0, 0)


def test_a_dropped_project_reached_what_its_dates_say_and_stands_apart():
    gone = step("终", "dropped", lead_on="2026-01-01", signed_on="2026-02-01", dropped_on="2026-03-01")
    by_stage = stages(june(gone))
    assert (by_stage["signed"]["reached_stage_count"], by_stage["signed"]["project_count"]) == (1, 0)
    assert (by_stage["signed"]["median_days"], by_stage["dropped"]["project_count"]) == (28, 1)


def test_a_project_without_stage_or_date_is_only_counted():
    county = june(step("无", None))
    assert stages(county)["none"]["project_count"] == 1
    assert county.one("pipeline_rates", JUNE)["project_count"] == 1
    assert pd.isna(county.one("pipeline_cohorts", JUNE)["cohort_year"])


def test_a_cohort_holds_the_projects_that_began_in_its_year():
    old = step("旧", "producing", lead_on="2024-05-01", producing_on="2026-01-01")
    county = june(old, step("新", "signed", lead_on="2026-01-01", signed_on="2026-02-01"), step("无日期", "signed"))
    assert stages(county, cohort_year=2026)["signed"]["reached_stage_count"] == 1
    assert stages(county, cohort_year=2024)["started"]["conversion_pct"] == 100
    by_year = county.ask("pipeline_cohorts", JUNE).to_dict("records")
    assert [(row["project_count"], row["reached_producing_count"]) for row in by_year] == [(1, 0), (1, 1), (1, 0)]


@pytest.mark.parametrize(("signed_on", "over"), [("2026-01-01", None), ("2025-12-31", 1)])
def test_a_project_is_stuck_only_beyond_the_limit_of_its_stage(signed_on, over):
    county = june(step("甲", "signed", signed_on=signed_on))  # 2026-01-01 to 06-30 are 180 days
    stuck = county.ask("stuck_projects", JUNE, stage_limits=LIMITS)
    assert stuck["over_days"].tolist() == ([over] if over else [])
    assert stages(county)["signed"]["stuck_count"] == len(stuck)


@pytest.mark.parametrize("stage", ["producing", "at_capacity"])
def test_a_stage_without_a_limit_holds_nobody_stuck(stage):
    assert (
        june(step("甲", stage, **{f"{stage}_on": "2000-01-01"})).ask("stuck_projects", JUNE, stage_limits=LIMITS).empty
    )


def test_a_project_without_its_stage_s_date_is_counted_not_stuck():
    county = june(step("甲", "signed", lead_on="2000-01-01"))
    assert county.ask("stuck_projects", JUNE, stage_limits=LIMITS).empty
    assert stages(county)["signed"]["undated_count"] == 1


def test_without_limits_nobody_is_stuck():
    assert june(step("甲", "signed", signed_on="2000-01-01")).ask("stuck_projects", JUNE).empty


def obstacle(name, project_names, raised, **facts):
    """Return an obstacle that holds up a project."""
    row = {"obstacle_id": name, "obstacle_kind": "permit", "description": name, "raised_on": day(raised)}
    return row | facts | {"project_names": project_names}


def hinder(county, *rows):
    """Import obstacles."""
    pairs = [{"obstacle_id": row["obstacle_id"], "project_name": row["project_names"]} for row in rows]
    first = {row["obstacle_id"]: row for row in reversed(rows)}.values()
    bare = [{key: value for key, value in row.items() if key != "project_names"} for row in first]
    keys = list(dict.fromkeys(key for row in bare for key in row))
    table = pa.table({key: [row.get(key) for row in bare] for key in keys})
    county._import("obstacles", None, obstacles=table, obstacle_projects=pa.Table.from_pylist(pairs))


def test_a_stuck_project_names_its_oldest_open_obstacle():
    county = june(step("甲", "signed", signed_on="2025-01-01", project_id="P1"))
    hinder(
        county,
        obstacle("新", "甲", "2026-05-01"),
        obstacle("旧", "P1", "2026-02-01"),
        obstacle("已解决", "甲", "2026-01-01", resolved_on=day("2026-02-01")),
        obstacle("将来", "甲", "2026-08-01"),
    )
    stuck = county.one("stuck_projects", JUNE, stage_limits=LIMITS)
    assert (stuck["obstacle_count"], stuck["description"], stuck["obstacle_kind"]) == (2, "旧", "permit")


def test_each_list_holds_who_belongs_there():
    county = june(
        step("协议", "agreement"),
        step("签约", "signed"),
        step("无资", "building"),
        step("零资", "started", in_place_wan=0),
        step("有资", "started", in_place_wan=5),
        step("竣工", "completed", in_place_wan=5),
        step("终止", "dropped", drop_reason="资金"),
    )
    assert listed(county, "agreement_only") == ["协议"]
    assert listed(county, "not_started") == ["签约"]
    assert listed(county, "not_paid") == ["零资"]
    assert listed(county, "funds_unstated") == ["无资"]
    assert listed(county, "not_producing") == ["竣工"]
    assert county.one("pipeline_gaps", JUNE, pipeline_gap="dropped")["drop_reason"] == "资金"


def test_a_fall_back_names_the_highest_stage_and_its_last_ledger():
    county = County()
    for month, stage in (("2026-03", "signed"), ("2026-04", "building"), ("2026-05", "started"), ("2026-06", "signed")):
        county.ledger(month, step("退", stage), step("进", "signed" if month < "2026-06" else "started"))
    row = county.one("pipeline_gaps", JUNE, pipeline_gap="fallen_back")
    assert (row["project_id"], row["earlier_stage"], f"{row['earlier_period']:%Y-%m}") == ("退", "building", "2026-05")


def test_an_undone_ledger_makes_no_fall_back():
    county = County()
    wrong = county.ledger("2026-05", step("甲", "producing"))
    county.ledger("2026-06", step("甲", "signed"))
    assert listed(county, "fallen_back") == ["甲"]
    county.undo(wrong)
    assert listed(county, "fallen_back") == []


@pytest.mark.parametrize(("signed_on", "money"), [("2026-05-01", (100, None)), ("2026-07-31", (None, 100))])
def test_a_dropped_project_has_a_contract_only_if_signed_by_the_day(signed_on, money):
    county = june(step("终止", "dropped", signed_on=signed_on, dropped_on="2026-06-15", contract_wan=100))
    row = county.ask("pipeline_stages", JUNE, stage_limits=[0] * 10).set_index("stage").loc["dropped"]
    stated = [None if pd.isna(row[name]) else row[name] for name in ("contract_wan", "intended_wan")]
    assert tuple(stated) == money


def test_totals_of_an_empty_list_are_zero_projects_and_no_money():
    totals = june(step("签约", "signed")).ask("pipeline_gap_totals", JUNE).set_index("pipeline_gap")
    assert totals["project_count"].to_dict()["not_started"] == 1
    assert (len(totals), totals["project_count"].sum()) == (8, 1)
    assert math.isnan(totals.loc["dropped", "contract_wan"])


def test_work_groups_take_their_stages_and_leave_the_dropped_out():
    codes = ("lead", "agreement", "signed", "started", "building", "completed", "producing", "at_capacity", "dropped")
    groups = june(*(step(code, code) for code in codes)).ask("work_groups", JUNE).set_index("work_group")
    expected = {"to_produce": 1, "under_way": 2, "to_start": 1, "preparing": 2, "in_production": 2}
    assert groups["project_count"].to_dict() == expected
    assert (groups.loc["preparing", "intended_wan"], groups.loc["under_way", "contract_wan"]) == (200, 200)
    assert math.isnan(groups.loc["preparing", "contract_wan"])


def test_rates_stand_on_their_exact_bases():
    county = june(
        step("甲", "signed", in_place_wan=20),
        step("乙", "building", in_place_wan=30),
        step("丙", "producing"),  # no funds stated: not in the rate of funds
        step("丁", "started", contract_wan=None, in_place_wan=999),  # no contract money: neither
        step("戊", "agreement", contract_wan=7),
    )
    row = county.one("pipeline_rates", JUNE)
    assert (row["in_place_share_pct"], row["paired_count"], row["paired_contract_wan"]) == (25, 2, 200)
    assert (row["started_share_pct"], row["signed_count"]) == (75, 4)
    assert row["producing_share_pct"] == pytest.approx(100 / 3)
    assert (row["signed_contract_wan"], row["agreement_count"], row["agreement_wan"]) == (300, 1, 7)


def test_without_a_base_there_is_no_rate():
    row = june(step("甲", "lead")).one("pipeline_rates", JUNE)
    assert all(math.isnan(row[name]) for name in ("in_place_share_pct", "started_share_pct", "producing_share_pct"))
    assert (row["signed_count"], row["stuck_count"]) == (0, 0)


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        ("stage:signed", ["签约"]),
        ("group:under_way", ["在建"]),
        ("gap:not_started", ["签约"]),
        ("stage:", ["未填"]),
        ("group:", ["未填"]),
        ("stage:dropped", ["终止"]),
        ("gap:nonsense", []),
    ],
)
def test_a_number_lists_its_projects(which, expected):
    county = june(step("签约", "signed"), step("在建", "building"), step("未填", None), step("终止", "dropped"))
    assert county.ask("pipeline_projects", JUNE, listed=which)["project_id"].tolist() == expected


def test_a_list_is_cut_to_the_largest():
    county = june(step("小", "signed", contract_wan=1), step("大", "signed", contract_wan=9))
    assert county.ask("pipeline_projects", JUNE, listed="stage:signed", most=1)["project_id"].tolist() == ["大"]


def test_the_map_draws_only_the_projects_asked_for():
    county = june(step("甲", "signed", lon=117, lat=31), step("乙", "signed", lon=117, lat=31))
    assert county.ask("projects_in_view", JUNE, only=["乙"])["project_id"].tolist() == ["乙"]
    assert county.ask("projects_in_view", JUNE, only=[]).empty


def test_an_obstacle_that_holds_several_projects_counts_them_and_their_money():
    county = june(step("甲", "signed"), step("乙", "lead"), step("终", "dropped"))
    late = {"due_on": day("2026-06-20")}
    hinder(county, *(obstacle("路", name, "2026-06-01", **late) for name in ("甲", "乙", "终", "无此项目")))
    row = county.one("obstacles_open", JUNE)
    assert (row["project_count"], row["contract_wan"], row["intended_wan"]) == (2, 100, 100)
    assert (row["open_days"], row["overdue_days"]) == (29, 10)


def test_an_obstacle_without_projects_is_told_where_nothing_is_filtered():
    county = june(step("甲", "signed"))
    hinder(county, obstacle("空", "无此项目", "2026-06-01"))
    assert county.one("obstacles_open", JUNE)["project_count"] == 0
    assert county.ask("obstacles_open", JUNE, units=["甲镇"]).empty
    assert county.ask("obstacles_by_kind", JUNE).empty


def test_a_project_held_by_two_obstacles_of_a_kind_counts_once():
    county = june(step("甲", "signed"))
    hinder(county, obstacle("一", "甲", "2026-06-01"), obstacle("二", "甲", "2026-06-02", due_on=day("2026-06-03")))
    row = county.one("obstacles_by_kind", JUNE)
    assert (row["obstacle_count"], row["overdue_count"], row["project_count"], row["contract_wan"]) == (2, 1, 1, 100)


def test_an_obstacle_is_placed_at_its_own_point_or_its_projects():
    county = County()
    county.ledger("2026-06", *(project(name, lon=lon, lat=30) for name, lon in (("甲", 110.0), ("乙", 112.0))))
    own = obstacle("路", "甲", "2026-06-01", lon=115.0, lat=31.0)
    without = [obstacle("水", name, "2026-06-01") for name in ("甲", "乙")]
    hinder(county, own, *without, obstacle("空", "无此项目", "2026-06-01"))
    rows = county.ask("obstacles_open", JUNE).set_index("obstacle_id")
    assert rows.loc["路", ["lon", "lat", "is_own_place"]].tolist() == [115, 31, True]
    assert rows.loc["水", ["lon", "lat", "is_own_place"]].tolist() == [111, 30, False]
    assert rows.loc["空", ["lon", "lat"]].isna().all()


def test_an_obstacle_lists_the_projects_it_names_largest_first():
    county = County()
    money = {"甲": 10.0, "乙": 20.0, "丙": None}
    county.ledger("2026-06", *(project(name, contract_wan=wan, lon=110.0, lat=30.0) for name, wan in money.items()))
    hinder(county, *(obstacle("路", name, "2026-06-01") for name in money), obstacle("水", "甲", "2026-06-01"))
    rows = county.ask("held_projects", JUNE, obstacle_id="路")
    assert list(zip(rows["project_id"], rows["held_wan"].fillna(0), strict=True)) == [("乙", 20), ("甲", 10), ("丙", 0)]
    assert county.ask("held_projects", JUNE, obstacle_id="<无>").empty


def test_the_overview_has_the_rate_of_funds_of_the_pipeline():
    county = County()
    county.ledger(
        "2026-06",
        step("有", "started", contract_wan=100, in_place_wan=40),
        step("未填", "started", contract_wan=50, in_place_wan=None),
    )
    overview = county.one("overview_totals", JUNE, basis="planned", threshold=100.0)
    assert overview["in_place_share_pct"] == county.one("pipeline_rates", JUNE)["in_place_share_pct"] == 40
