"""One park: its own targets, its money month by month, when its projects are built, and who answers for them."""

import math
from datetime import date

import pyarrow as pa
import pytest

from tests.queries.toy import County, park, project

JUNE = "2026-06-30"


def targeted(*targets):
    """Return a county of two parks with targets (park, metric, value) and a ledger of June."""
    county = County()
    county.parks(park("东"), park("西"))
    rows = [
        {"park_name": name, "unit_name": None, "year": 2026, "metric": metric, "target_value": value,
         "target_tier": "base"}
        for name, metric, value in targets
    ]  # fmt: skip
    county._import("targets", None, targets=pa.Table.from_pylist(rows))
    signed = {"signed_on": date(2026, 3, 1), "contract_wan": 1000}
    county.ledger("2026-06", project("甲", "东", **signed), project("乙", "西", **signed), project("丙", "东"))
    return county


def test_a_parks_target_counts_what_stands_in_the_park():
    county = targeted(("东", "project_count", 4.0), ("西", "project_count", 9.0))
    row = county.one("park_targets", JUNE, park_id="东")
    assert (row["target_value"], row["done_value"], row["completion_pct"], row["left_value"]) == (4, 1, 25, 3)
    assert row["pace_pct"] == pytest.approx(100 * 181 / 365)
    assert row["lamp"] == "red"


def test_a_park_without_targets_has_none_and_an_idle_one_zero():
    assert targeted(("东", "project_count", 4.0)).ask("park_targets", JUNE, park_id="西").empty
    rows = targeted(("东", "producing_count", 4.0)).ask("park_targets", JUNE, park_id="东")
    assert rows["done_value"].tolist() == [0]


def test_what_no_project_states_is_not_taken_for_nothing():
    row = targeted(("东", "foreign_usd_wan", 4.0)).ask("park_targets", JUNE, park_id="东")
    assert row["done_value"].isna().all()
    assert row["lamp"].isna().all()


def test_money_by_month_is_the_newest_stated_and_skips_missing_ledgers():
    county = County()
    county.parks(park("东"))
    county.ledger("2026-01", project("甲", "东", done_fai_wan=10), project("乙", "东", done_fai_wan=5))
    county.ledger("2026-03", project("甲", "东", done_fai_wan=40))
    rows = county.ask("park_money_by_month", park_id="东")
    assert rows["has_ledger"].tolist() == [True, False, True]
    assert rows["done_fai_wan"].fillna(-1).tolist() == [15, -1, 45]
    assert rows["planned_fai_wan"].fillna(-1).tolist() == [2000, -1, 2000]


def test_money_of_a_park_without_projects_or_dropped_ones_is_unknown():
    county = County()
    county.parks(park("东"), park("空"))
    county.ledger("2026-01", project("甲", "东", done_fai_wan=10, stage="dropped"))
    for name in ("东", "空"):
        row = county.one("park_money_by_month", park_id=name)
        assert row["project_count"] == 0
        assert math.isnan(row["done_fai_wan"])


def schedule(**facts):
    county = County()
    county.parks(park("东"))
    county.ledger("2026-06", project("甲", "东", **facts), project("乙", "东"))
    return county.ask("park_schedule", JUNE, park_id="东")


@pytest.mark.parametrize(
    ("facts", "late"),
    [
        ({"completed_on": date(2026, 6, 11), "planned_completion_on": date(2026, 6, 1), "stage": "completed"}, 10),
        ({"planned_completion_on": date(2026, 6, 29), "stage": "building"}, 1),
        ({"started_on": date(2026, 3, 3), "planned_start_on": date(2026, 3, 1)}, 2),
        ({"planned_start_on": date(2026, 6, 27), "stage": "signed"}, 3),
        ({"planned_start_on": date(2026, 7, 27), "stage": "signed"}, -1),
    ],
)
def test_a_project_is_late_by_its_completion_else_by_its_start(facts, late):
    assert schedule(**facts)["schedule_days_late"].fillna(-1).tolist() == [late]


def test_the_schedule_leaves_out_who_states_no_date():
    assert schedule(started_on=date(2026, 3, 3))["project_id"].tolist() == ["甲"]
    assert schedule().empty


def test_officers_stand_with_their_projects_and_those_without_any_last():
    county = County()
    county.parks(park("东"))
    people = {"leader_name": "张", "officer_name": "李"}
    rows = [project("小", "东", contract_wan=1, **people), project("大", "东", contract_wan=9, **people)]
    county.ledger("2026-06", *rows, project("无", "东"), project("无二", "东"), project("无三", "东"))
    officers = county.ask("park_officers", park_id="东")
    assert officers["project_names"].tolist() == ["大、小", "无、无三、无二"]
    assert officers["contract_wan"].fillna(-1).tolist() == [10, -1]
