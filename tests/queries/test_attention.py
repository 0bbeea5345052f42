"""What a leader should ask about, by examples to be counted in the head."""

from datetime import date

import pandas as pd
import pytest

from tests.queries.test_pipeline import hinder, obstacle
from tests.queries.toy import County, project

DAY = "2026-01-31"
PAID = {"in_place_wan": 1.0, "contract_wan": 1000.0}


def matters(*rows, before=(), **params):
    """Return the matters of a county with these projects in January, and those before in December."""
    county = County()
    if before:
        county.ledger("2025-12", *before)
    county.ledger("2026-01", *rows)
    return county.ask("attention", DAY, **params)


@pytest.mark.parametrize(
    ("reason", "facts", "days", "score"),
    [
        ("short", {"planned_fai_wan": 900, "signed_on": date(2026, 1, 21)}, 10, 100 * 10),
        ("idle", {"stage": "signed", "agreed_start_on": date(2025, 1, 30)}, 366, 1000 * 366),
        ("late_start", {"stage": "signed", "planned_start_on": date(2026, 1, 21)}, 10, 1000 * 10),
        ("late_completion", {"stage": "building", "planned_completion_on": date(2026, 1, 30)}, 1, 1000),
        ("stuck", {"stage": "signed", "signed_on": date(2025, 12, 31)}, 11, 1000 * 11),
        ("not_paid", {"in_place_wan": 0.0, "started_on": date(2026, 1, 29)}, 2, 1000 * 2),
    ],
)
def test_a_reason_weighs_its_money_times_its_days(reason, facts, days, score):
    (row,) = matters(project("厂", "园", **PAID | facts), stage_limits=[20] * 10).to_dict("records")
    assert (row["attention"], row["delay_days"]) == (reason, days)
    assert row["attention_score"] == pytest.approx(score)


@pytest.mark.parametrize("facts", [{"in_place_wan": 0.0}, {"stage": "signed"}])
def test_a_reason_without_a_day_of_its_own_counts_a_month(facts):
    (row,) = matters(project("厂", **PAID | facts), before=[project("厂", **PAID)]).to_dict("records")
    assert row["attention"] == ("not_paid" if "in_place_wan" in facts else "fallen_back")
    assert (pd.isna(row["delay_days"]), row["attention_score"]) == (True, 30_000)


def test_land_is_idle_only_after_a_full_year():
    assert matters(project("闲", stage="signed", agreed_start_on=date(2025, 1, 31))).empty


def test_a_project_is_listed_once_with_its_weightiest_reason():
    late = {"planned_completion_on": date(2026, 1, 30), "planned_fai_wan": 900, "signed_on": date(2026, 1, 1)}
    (row,) = matters(project("厂", "园", stage="building", **PAID | late)).to_dict("records")
    assert (row["attention"], row["stake_wan"], row["other_reason_count"]) == ("short", 100, 1)
    assert row["shortfall_wan_per_mu"] == 10


def test_the_stake_of_another_reason_than_the_shortfall_is_the_investment_stated():
    late = {"planned_completion_on": date(2025, 1, 31), "planned_fai_wan": 900}
    (row,) = matters(project("厂", stage="building", **PAID | late)).to_dict("records")
    assert (row["attention"], row["stake_wan"], row["delay_days"]) == ("late_completion", 1000, 365)
    assert row["attention_score"] == 1000 * 365


def test_unknown_money_weighs_nothing_but_keeps_its_reason():
    (row,) = matters(project("厂", stage="signed", planned_start_on=date(2026, 1, 1))).to_dict("records")
    assert (row["attention"], row["attention_score"]) == ("late_start", 0)
    assert pd.isna(row["stake_wan"])


def test_two_of_each_kind_come_before_the_third_of_any():
    late = [
        project(f"{n}", stage="signed", planned_start_on=date(2025, 1, 1), contract_wan=9000.0 + n) for n in range(4)
    ]
    rows = matters(*late, project("小", **PAID | {"in_place_wan": 0.0, "contract_wan": 1.0}), most=3)
    assert rows["project_id"].tolist() == ["3", "2", "小"]
    assert len(matters(*late)) == 4


def test_matters_stand_by_score_and_equal_ones_by_name():
    rows = matters(
        *(project(name, stage="signed", planned_start_on=date(2026, 1, 1), **PAID) for name in "乙甲"), most=1
    )
    assert rows["project_id"].tolist() == ["乙"]


def test_an_overdue_obstacle_is_one_matter_with_all_that_it_holds_up():
    county = County()
    county.ledger("2026-01", *(project(name, **PAID) for name in ("一", "二", "三")))
    road = {"raised": "2025-12-01", "due_on": date(2026, 1, 21)}
    hinder(county, obstacle("此路未通", "一", **road), obstacle("此路未通", "二", **road))
    row = county.one("attention", DAY)
    assert (row["attention"], row["description"], row["project_count"]) == ("obstacle", "此路未通", 2)
    assert (row["stake_wan"], row["delay_days"], row["attention_score"]) == (2000, 10, 20_000)
    assert county.ask("attention", DAY, units=["别处"]).empty


def test_dropped_projects_are_no_matter():
    assert matters(project("厂", stage="dropped", planned_fai_wan=1), stages=["dropped"]).empty
