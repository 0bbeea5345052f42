"""Targets against what was done and against the calendar, with the figures of 清城区 2004."""

import math
from datetime import date

import pytest

from tests.queries.toy import County, project

SEPTEMBER = "2004-09-30"


def signed(count, wan):
    """Return that many projects signed in 2004 with this contract money between them."""
    return [project(f"{i}", contract_wan=wan / count, signed_on=date(2004, 5, 1)) for i in range(count)]


def test_qingcheng_had_74_of_100_projects_and_7764_of_100_yi_by_september_2004():
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


def test_a_file_of_one_kind_of_targets_leaves_those_of_another_kind_in_force():
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
