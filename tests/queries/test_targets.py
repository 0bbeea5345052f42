"""Targets against what was done and against the calendar, with the figures of 清城区 2004."""

import math
from datetime import date

import pytest

from tests.queries.toy import County, project, table

SEPTEMBER = "2004-09-30"


def signed(count, wan):
    """Return that many projects signed in 2004 with this contract money between them."""
    return [project(f"{i}", contract_wan=wan / count, signed_on=date(2004, 5, 1)) for i in range(count)]


def test_qingcheng_had_74_of_100_projects_by_september_2004():
    county = County()
    county.targets((None, 2004, "project_count", 100.0), (None, 2004, "contract_wan", 1_000_000.0))
    county.ledger("2004-09", *signed(74, 776_400))
    money, count = county.ask("target_progress", SEPTEMBER).to_dict("records")
    assert (count["done_value"], count["completion_pct"]) == (74, 74)
    assert (money["done_value"], money["completion_pct"]) == pytest.approx((776_400, 77.64))
    assert count["pace_pct"] == pytest.approx(100 * 274 / 366)
    assert count["ahead_points"] == pytest.approx(74 - 100 * 274 / 366)
    assert money["ahead_value"] == pytest.approx(776_400 - 1_000_000 * 274 / 366)


@pytest.mark.parametrize(("day", "passed"), [("2025-01-01", 1 / 365), ("2025-09-30", 273 / 365), ("2025-12-31", 1)])
def test_even_pace_goes_by_days_passed(day, passed):
    county = County()
    county.targets((None, 2025, "project_count", 100.0))
    assert county.one("target_progress", day)["even_pace_value"] == pytest.approx(100 * passed)


def test_targets_of_units_are_summed_and_the_regions_own_wins():
    county = County()
    county.targets(("甲镇", 2026, "project_count", 30.0), ("乙镇", 2026, "project_count", 40.0))
    assert county.one("target_progress")["target_value"] == 70
    county.targets(("甲镇", 2026, "project_count", 30.0), (None, 2026, "project_count", 100.0))
    assert county.one("target_progress")["target_value"] == 100


def test_targets_of_one_kind_leave_those_of_another_in_force():
    county = County()
    county.targets(("甲镇", 2026, "project_count", 30.0))
    county.targets((None, 2026, "contract_wan", 100.0))
    assert county.ask("target_progress")["metric"].tolist() == ["contract_wan", "project_count"]


def test_cumulative_money_counts_from_the_last_day_of_the_year_before():
    county = County()
    county.targets((None, 2026, "done_fai_wan", 1000.0))
    county.ledger("2025-12", project("旧", done_fai_wan=300))
    county.ledger("2026-03", project("旧", done_fai_wan=500), project("新", done_fai_wan=50))
    assert county.one("target_progress")["done_value"] == 250


def test_a_project_whose_money_is_missing_now_takes_nothing_away():
    county = County()
    county.targets((None, 2026, "done_fai_wan", 1000.0))
    county.ledger("2025-12", project("旧", done_fai_wan=300))
    county.ledger("2026-03", project("旧", done_fai_wan=None), project("新", done_fai_wan=50))
    assert county.one("target_progress")["done_value"] == 50


def test_a_project_silent_in_a_ledger_counts_as_last_stated():
    county = County()
    county.targets((None, 2026, "done_fai_wan", 1000.0))
    county.ledger("2025-11", project("前", done_fai_wan=300))
    county.ledger("2025-12", project("前", done_fai_wan=None), project("后", done_fai_wan=40))
    county.ledger("2026-02", project("前", done_fai_wan=310), project("后", done_fai_wan=45))
    county.ledger("2026-03", project("前", done_fai_wan=310), project("后", done_fai_wan=None))
    assert county.one("target_progress")["done_value"] == 10 + 5


def test_money_not_stated_in_the_year_is_unknown():
    county = County()
    county.targets((None, 2026, "done_fai_wan", 1000.0))
    county.ledger("2025-12", project("甲", done_fai_wan=300))
    county.ledger("2026-03", project("甲", done_fai_wan=None))
    assert math.isnan(county.one("target_progress")["done_value"])


def test_money_that_no_project_states_is_unknown_and_not_zero():
    county = County()
    county.targets((None, 2026, "foreign_usd_wan", 10.0), (None, 2026, "contract_wan", 10.0))
    county.ledger("2026-03", project("甲", signed_on=date(2026, 2, 1)))
    assert county.ask("target_progress")["done_value"].map(math.isnan).all()


def test_without_a_signature_in_the_year_the_contract_money_is_zero():
    county = County()
    county.targets((None, 2026, "contract_wan", 10.0), (None, 2026, "project_count", 10.0))
    county.ledger("2026-03", project("甲", contract_wan=5, signed_on=date(2025, 12, 31)))
    assert county.ask("target_progress")["done_value"].tolist() == [0, 0]


def test_counts_go_by_the_date_each_stage_was_reached():
    county = County()
    county.targets(*((None, 2026, f"{kind}_count", 10.0) for kind in ("started", "producing", "large", "project")))
    in_year = {"signed_on": date(2026, 1, 1), "contract_wan": 10_000, "started_on": date(2026, 12, 31)}
    county.ledger("2026-12", project("甲", **in_year), project("乙", producing_on=date(2027, 1, 1)))
    rows = county.ask("target_progress").set_index("metric")["done_value"].to_dict()
    assert rows == {"started_count": 1, "producing_count": 0, "large_count": 1, "project_count": 1}


def test_a_later_file_of_targets_replaces_only_its_own_year():
    county = County()
    county.targets((None, 2025, "project_count", 10.0))
    county.targets((None, 2026, "project_count", 20.0))
    county.targets((None, 2026, "project_count", 30.0))
    values = [county.one("target_progress", day)["target_value"] for day in ("2025-06-30", "2026-06-30")]
    assert values == [10, 30]


def test_qingcheng_is_behind_on_projects_and_ahead_on_money_by_months_too():
    county = County()
    county.targets((None, 2004, "project_count", 100.0), (None, 2004, "contract_wan", 1_000_000.0))
    county.ledger("2004-09", *signed(74, 776_400))
    money, count = county.ask("target_progress", SEPTEMBER, pace_by="months").to_dict("records")
    assert (count["pace_pct"], count["even_pace_value"]) == (75, 75)
    assert (count["ahead_value"], count["ahead_points"], count["lamp"]) == (-1, -1, "yellow")
    assert (money["ahead_points"], money["lamp"]) == (pytest.approx(2.64), "green")
    assert money["ahead_value"] == pytest.approx(26_400)


def test_the_rest_is_required_per_day_and_month_until_year_end():
    county = County()
    county.targets((None, 2004, "project_count", 100.0))
    county.ledger("2004-09", *signed(54, 1))
    row = county.one("target_progress", SEPTEMBER)
    assert (row["required_per_day_value"], row["required_per_month_value"]) == (46 / 92, pytest.approx(46 / 3))


def test_a_reached_target_or_a_year_over_requires_nothing_more():
    county = County()
    county.targets((None, 2004, "project_count", 50.0), (None, 2004, "contract_wan", 100.0))
    county.ledger("2004-12", *signed(54, 1))
    before, after = county.ask("target_progress", "2004-12-30"), county.ask("target_progress", "2004-12-31")
    assert before["required_per_day_value"].tolist() == [100, 50]  # nobody has reported: the ledger is of the 31st
    assert after["required_per_day_value"].isna().all()
    county.ledger("2004-11", *signed(54, 1))
    assert county.ask("target_progress", "2004-11-30")["required_per_month_value"].tolist() == [99, 0]


@pytest.mark.parametrize(
    ("day", "passed"), [("2004-01-15", 0), ("2004-01-31", 1), ("2004-09-29", 8), ("2004-12-31", 12)]
)
def test_by_months_even_pace_counts_the_months_that_have_ended(day, passed):
    county = County()
    county.targets((None, 2004, "project_count", 12.0))
    assert county.one("target_progress", day, pace_by="months")["even_pace_value"] == passed


# At nine months of twelve even pace is 75 of 100.
LAMPS = [
    ("points", 0.0, 5.0, {75: "green", 74: "yellow", 70: "yellow", 69: "red"}),
    ("points", 0.0, 0.0, {75: "green", 74: "red"}),
    ("points", 2.0, 10.0, {73: "green", 72: "yellow", 65: "yellow", 64: "red"}),
    ("share", 0.0, 20.0, {75: "green", 74: "yellow", 60: "yellow", 59: "red"}),
]


@pytest.mark.parametrize(("rule", "yellow", "red", "lamps"), LAMPS)
def test_a_lamp_goes_by_points_or_by_share_below_even_pace(rule, yellow, red, lamps):
    county = County()
    county.targets(*((f"{done}镇", 2004, "project_count", 100.0) for done in lamps))
    county.ledger("2004-09", *(p for done in lamps for p in introduced(f"{done}镇", done)))
    params = {"pace_by": "months", "lamp_rule": rule, "yellow_below": yellow, "red_below": red}
    rows = county.ask("targets_by_unit", SEPTEMBER, **params).set_index("done_value")["lamp"]
    assert rows.to_dict() == lamps


def introduced(unit, count):
    """Return that many projects of a unit, signed in May 2004, for a 万元 each."""
    day = date(2004, 5, 1)
    return [project(f"{unit}{i}", unit_name=unit, contract_wan=1, signed_on=day) for i in range(count)]


@pytest.mark.parametrize(
    ("months", "lamp"),
    [(["09"], "yellow"), (["08", "09"], "red"), (["06", "09"], "red"), (["01", "09"], "yellow")],
)
def test_red_after_two_months_needs_the_ledger_before_behind_too(months, lamp):
    county = County()
    county.targets(("甲镇", 2004, "project_count", 24.0))
    for month in months:  # two by January, on pace; still two in June, August and September
        county.ledger(f"2004-{month}", *(p | {"signed_on": date(2004, 1, 9)} for p in introduced("甲镇", 2)))
    params = {"pace_by": "months", "red_after_months": 2}
    rows = [county.one(query, SEPTEMBER, **params) for query in ("targets_by_unit", "target_progress")]
    assert [row["lamp"] for row in rows] == [lamp, lamp]


def test_in_the_first_ledger_of_a_year_no_red_is_confirmed():
    county = County()
    county.targets(("甲镇", 2004, "project_count", 24.0), ("甲镇", 2003, "project_count", 24.0))
    county.ledger("2003-12", project("甲"))
    county.ledger("2004-01", project("甲"))
    lamps = [county.one("targets_by_unit", "2004-01-31", red_after_months=months)["lamp"] for months in (1, 2)]
    assert lamps == ["red", "yellow"]


def test_a_unit_with_a_target_and_no_project_has_done_nothing():
    county = County()
    county.targets(("甲镇", 2004, "project_count", 4.0), ("乙局", 2004, "project_count", 2.0))
    county.ledger("2004-09", *introduced("甲镇", 3))
    last, first = county.ask("targets_by_unit", SEPTEMBER).to_dict("records")
    assert (last["unit_id"], last["done_value"], last["completion_pct"], last["lamp"]) == ("乙局", 0, 0, "red")
    assert (first["unit_id"], first["done_value"], first["completion_pct"]) == ("甲镇", 3, 75)


def test_a_unit_without_a_target_has_a_figure_and_no_comparison():
    county = County()
    county.targets(("甲镇", 2004, "project_count", 4.0))
    county.ledger("2004-09", *introduced("甲镇", 1), *introduced("乙局", 2), *introduced(None, 3))
    rows = county.ask("targets_by_unit", SEPTEMBER)
    assert rows["done_value"].tolist() == [1, 2, 3]
    assert rows[["target_value", "completion_pct", "ahead_points", "required_per_day_value"]][1:].isna().all(axis=None)
    assert rows[["unit_id", "lamp"]].isna().to_numpy().tolist() == [[False, False], [False, True], [True, True]]
    assert county.one("target_progress", SEPTEMBER)["done_value"] == 6


def test_two_tiers_stand_beside_each_other_with_the_same_done():
    county = County()
    county.targets(("甲镇", 2004, "project_count", 4.0), ("甲镇", 2004, "project_count", 6.0, "stretch"))
    county.ledger("2004-09", *introduced("甲镇", 3), *introduced("乙局", 1))
    rows = county.ask("targets_by_unit", SEPTEMBER)
    assert rows["target_tier"].tolist() == ["base", "base", "stretch", "stretch"]
    assert rows["done_value"].tolist() == [3, 1, 3, 1]
    assert county.ask("target_progress", SEPTEMBER)["completion_pct"].tolist() == [100, pytest.approx(100 * 4 / 6)]


def test_units_are_told_apart_by_group_and_narrowed_by_unit_and_metric():
    county = County()
    county.units("丙", 甲镇="township", 乙局="department")
    county.targets(
        *((unit, 2004, metric, 4.0) for unit in ("甲镇", "乙局", "丙") for metric in ("project_count", "large_count"))
    )
    groups = county.ask("targets_by_unit", SEPTEMBER, metrics=["project_count"]).set_index("unit_id")["unit_group"]
    assert groups.to_dict() == {"甲镇": "territory", "乙局": "department", "丙": "unsorted"}
    two_metrics = {"metrics": ["project_count", "large_count"]}
    departments = county.ask("targets_by_unit", SEPTEMBER, unit_group="department", **two_metrics)
    assert departments["unit_id"].tolist() == ["乙局"] * 2
    assert county.ask("targets_by_unit", SEPTEMBER, units=["丙"], **two_metrics)["unit_id"].tolist() == ["丙"] * 2


def test_a_target_may_call_its_unit_by_its_id():
    county = County()
    county._import("units", None, units=table([{"unit_name": "甲镇", "unit_id": "T1"}], "units"))
    county.targets(("T1", 2004, "project_count", 4.0))
    county.ledger("2004-09", *introduced("甲镇", 3))
    row = county.one("targets_by_unit", SEPTEMBER)
    assert (row["unit_id"], row["unit_label"], row["done_value"]) == ("T1", "甲镇", 3)


def test_targets_of_other_years_or_of_parks_are_not_asked_of_units():
    county = County()
    county.targets(("甲镇", 2003, "project_count", 4.0))
    county.ledger("2004-09", *introduced("甲镇", 3))
    assert county.ask("targets_by_unit", SEPTEMBER).empty


def test_what_nobody_states_is_neither_required_nor_lit():
    county = County()
    county.targets(("甲镇", 2004, "foreign_usd_wan", 4.0))
    county.ledger("2004-09", *introduced("甲镇", 3))
    row = county.ask("targets_by_unit", SEPTEMBER)
    assert row[["done_value", "completion_pct", "required_per_month_value", "lamp"]].isna().all(axis=None)
