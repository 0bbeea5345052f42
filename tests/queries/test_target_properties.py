"""Random ledgers and targets: SQL finds what plain Python finds, and units sum to the region whoever has a target."""

import math
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.queries.toy import County, project

UNITS = ("甲镇", "乙局", "丙")
MONEY = ("contract_wan", "done_fai_wan", "in_place_wan", "outside_in_place_wan", "foreign_usd_wan")
COUNTS = ("project_count", "large_count", "started_count", "producing_count")
DAYS = st.sampled_from([None, date(2025, 12, 31), date(2026, 1, 1), date(2026, 4, 30), date(2026, 5, 1)])
PROJECT = st.fixed_dictionaries(
    {
        "unit_name": st.sampled_from([*UNITS, None]),
        "stage": st.sampled_from(["lead", "started", "dropped", None]),
        **dict.fromkeys(("signed_on", "started_on", "producing_on"), DAYS),
        **dict.fromkeys(MONEY, st.sampled_from([None, 0.5, 40.0, 10_000.0])),
    }
)
GOAL = st.tuples(
    st.sampled_from([*UNITS, None]),
    st.just(2026),
    st.sampled_from([*COUNTS, *MONEY]),
    st.sampled_from([0.5, 3.0, 80.0]),
)
GOALS = st.lists(GOAL, max_size=10, unique_by=lambda goal: (goal[0], goal[2]))
FEW = settings(max_examples=8, deadline=None)
DAY, PASSED, LEFT = "2026-04-30", 120 / 365, 245


def county_of(rows, goals):
    """Return a county with this ledger of April 2026 and these targets of the year."""
    county = County()
    county.ledger("2026-04", *(project(f"{i}") | row for i, row in enumerate(rows)))
    county.targets(*goals)
    return county


def done(rows, metric):
    """Return what these projects did of a metric in 2026 by 30 April, None where some could and none says."""
    going = [row for row in rows if row["stage"] != "dropped"]
    day = {"started_count": "started_on", "producing_count": "producing_on"}.get(metric, "signed_on")
    moved = [row for row in going if row[day] and date(2026, 1, 1) <= row[day] <= date(2026, 4, 30)]
    if metric in COUNTS:
        return sum(metric != "large_count" or (row["contract_wan"] or 0) >= 10_000 for row in moved)
    stated = [row[metric] for row in (moved if metric == "contract_wan" else going)]
    values = [value for value in stated if value is not None]
    return math.fsum(values) if values or not stated else None


def same(answer, expected):
    return answer == pytest.approx(math.nan if expected is None else expected, nan_ok=True)


@FEW
@given(st.lists(PROJECT, max_size=8), GOALS)
def test_each_unit_is_what_plain_python_finds(rows, goals):
    answers = county_of(rows, goals).ask("targets_by_unit", DAY).to_dict("records")
    wanted = {(unit, metric): value for unit, _, metric, value in goals if unit}
    by_unit = {(row["unit_id"], row["metric"]): row for row in answers}
    assert set(wanted) <= set(by_unit)
    for (unit, metric), row in by_unit.items():
        unit_done = done([p for p in rows if p["unit_name"] == (unit if isinstance(unit, str) else None)], metric)
        target = wanted.get((unit, metric))
        assert same(row["done_value"], unit_done)
        assert target is not None or unit_done
        is_known = None not in (target, unit_done)
        assert same(row["target_value"], target)
        assert same(row["completion_pct"], 100 * unit_done / target if is_known else None)
        assert same(row["ahead_value"], unit_done - target * PASSED if is_known else None)
        assert same(row["required_per_day_value"], max(target - unit_done, 0) / LEFT if is_known else None)


@FEW
@given(st.lists(PROJECT, max_size=8), GOALS)
def test_units_sum_to_the_region_whoever_has_a_target(rows, goals):
    county = county_of(rows, goals)
    by_unit = county.ask("targets_by_unit", DAY)
    for region in county.ask("target_progress", DAY).to_dict("records"):
        parts = by_unit[by_unit["metric"] == region["metric"]]["done_value"]
        whole = done(rows, region["metric"])
        assert same(region["done_value"], whole)
        assert parts.sum() == pytest.approx(whole or 0)
