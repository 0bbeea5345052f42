"""Campaigns: their clock, what was done since the first day, the plan for the weeks left, and who brought nothing."""

from datetime import date

import pytest

from tests.queries.toy import County, project

# Ten days of which five have passed on the ledger's day.
PUSH = {"campaign_id": "冲刺", "campaign_name": "冲刺", "first_on": date(2026, 3, 27), "last_on": date(2026, 4, 5)}
ASKED = {"campaign_id": "冲刺", "lamp_rule": "points", "yellow_below": 0.0, "red_below": 5.0}
MARCH = "2026-03-31"
METRICS = ("project_count", "contract_wan", "in_place_wan")


def county(*targets, ledger=(), before=()):
    """Return a county with the push, its targets (unit, metric, value), and the ledgers of February and March."""
    made = County()
    made.units("甲镇", "乙镇", "丙镇")
    rows = [dict(zip(("unit_name", "metric", "target_value"), row, strict=True), campaign_id="冲刺") for row in targets]
    made.campaign(PUSH, *rows)
    if before:
        made.ledger("2026-02", *before)
    made.ledger("2026-03", *ledger)
    return made


def signed(name, unit, day=30, **facts):
    return project(name, unit_name=unit, signed_on=date(2026, 3, day), **facts)


@pytest.mark.parametrize(
    ("day", "state", "number", "left"),
    [("2026-03-26", "coming", 0, 10), ("2026-03-27", "running", 1, 9), ("2026-04-05", "running", 10, 0),
     ("2026-05-01", "ended", 10, 0)],
)  # fmt: skip
def test_the_clock_counts_the_first_and_the_last_day(day, state, number, left):
    row = county((None, "project_count", 4.0)).one("campaigns", day)
    assert (row["campaign_state"], row["day_number"], row["day_count"], row["days_left"]) == (state, number, 10, left)


def test_done_counts_from_the_first_day_and_stands_against_the_clock():
    pushed = county(("甲镇", "project_count", 4.0), ledger=[signed("新", "甲镇"), signed("旧", "甲镇", day=26)])
    row = pushed.one("campaign_progress", MARCH, **ASKED)
    assert (row["target_value"], row["done_value"], row["even_pace_value"], row["lamp"]) == (4, 1, 2, "red")
    assert (row["left_value"], row["required_per_day_value"], row["required_per_week_value"]) == (3, 0.6, 3)


def test_funds_count_from_the_last_ledger_before_the_first_day():
    paid = [project("甲", unit_name="甲镇", in_place_wan=300)], [project("甲", unit_name="甲镇", in_place_wan=500)]
    pushed = county((None, "in_place_wan", 400.0), before=paid[0], ledger=paid[1])
    assert pushed.one("campaign_progress", MARCH, **ASKED)["done_value"] == 200


def test_units_sum_to_the_region_with_those_that_have_no_target():
    ledger = [signed("一", "甲镇"), signed("二", "乙镇"), signed("三", None)]
    pushed = county(("甲镇", "project_count", 1.0), ("丙镇", "project_count", 2.0), ledger=ledger)
    rows = pushed.ask("campaign_by_unit", MARCH, **ASKED)
    assert rows["done_value"].sum() == pushed.one("campaign_progress", MARCH, **ASKED)["done_value"] == 3
    assert rows["target_value"].sum() == 3
    lamps = rows.fillna({"unit_id": "", "lamp": ""}).set_index("unit_id")["lamp"].to_dict()
    assert lamps == {"甲镇": "green", "丙镇": "red", "乙镇": "", "": ""}


def test_a_campaign_not_yet_begun_is_not_behind():
    row = county((None, "project_count", 4.0)).one("campaign_progress", "2026-03-01", **ASKED)
    assert row["lamp"] is None
    assert row["target_value"] == 4


def test_the_weeks_left_sum_to_what_is_left_in_whole_projects():
    long = {**PUSH, "last_on": date(2026, 4, 20)}
    pushed = county(ledger=[signed("新", "甲镇")])
    pushed.campaign(long, {"campaign_id": "冲刺", "unit_name": None, "metric": "project_count", "target_value": 8.0})
    weeks = pushed.ask("campaign_weeks", MARCH, campaign_id="冲刺")
    assert weeks["planned_value"].tolist() == [2, 3, 2]
    assert weeks["planned_total_value"].tolist() == [3, 6, 8]
    assert weeks["week_last_on"].dt.day.tolist() == [7, 14, 20]


def test_no_week_is_planned_after_the_end_or_a_reached_target():
    pushed = county((None, "project_count", 1.0), ledger=[signed("新", "甲镇")])
    assert pushed.ask("campaign_weeks", MARCH, campaign_id="冲刺")["planned_value"].tolist() == [0]
    assert pushed.ask("campaign_weeks", "2026-04-30", campaign_id="冲刺").empty


def test_units_with_a_target_and_neither_funds_nor_contract_are_listed():
    targets = [(unit, "project_count", 1.0) for unit in ("甲镇", "乙镇", "丙镇")]
    ledger = [signed("一", "甲镇"), project("二", unit_name="乙镇", in_place_wan=10)]
    idle = county(*targets, ledger=ledger).ask("campaign_without_result", MARCH, campaign_id="冲刺")
    assert idle["unit_id"].tolist() == ["丙镇"]


def test_without_targets_all_units_are_asked_from_the_first_day():
    pushed = county((None, "project_count", 1.0), ledger=[signed("一", "甲镇")])
    idle = pushed.ask("campaign_without_result", MARCH, campaign_id="冲刺")
    assert sorted(idle["unit_id"]) == ["丙镇", "乙镇"]
    assert pushed.ask("campaign_without_result", "2026-03-01", campaign_id="冲刺").empty


def test_a_later_file_replaces_its_own_campaign_and_no_other():
    pushed = county((None, "project_count", 4.0))
    other = {**PUSH, "campaign_id": "另一个", "campaign_name": "另一个"}
    pushed.campaign(other, {"campaign_id": "另一个", "unit_name": None, "metric": "project_count", "target_value": 1.0})
    pushed.campaign(PUSH, {"campaign_id": "冲刺", "unit_name": None, "metric": "project_count", "target_value": 6.0})
    assert sorted(pushed.ask("campaigns", MARCH)["campaign_id"]) == ["冲刺", "另一个"]
    assert pushed.one("campaign_progress", MARCH, **ASKED)["target_value"] == 6


def test_a_campaign_that_ends_within_a_month_counts_its_last_days():
    pushed, clock = County(), {"first_on": date(2026, 5, 10), "last_on": date(2026, 8, 17)}
    pushed.units("甲镇")
    pushed.campaign(
        PUSH | clock,
        *({"campaign_id": "冲刺", "unit_name": None, "metric": metric, "target_value": 10.0} for metric in METRICS),
    )
    within = {"signed_on": date(2026, 8, 5), "unit_name": "甲镇"}
    for month, paid in (("04", 100.0), ("07", 300.0), ("08", 700.0), ("09", 900.0)):
        signed_then = [project("新", contract_wan=7000.0, **within)] if month in ("08", "09") else []
        pushed.ledger(f"2026-{month}", project("旧", unit_name="甲镇", in_place_wan=paid), *signed_then)
    for day in ("2026-08-31", "2026-09-30"):
        done = pushed.ask("campaign_progress", day, **ASKED).set_index("metric")["done_value"]
        assert done.to_dict() == {"project_count": 1, "contract_wan": 7000, "in_place_wan": 600}, day
