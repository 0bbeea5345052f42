"""Who answers for what, by examples to be counted in the head, and over random ledgers."""

import datetime as dt
from functools import cache

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.queries.toy import County, project

DAY = "2026-06-30"
AS_OF = dt.date.fromisoformat(DAY)


def person(role, name, *ledgers, **params):
    """Return a person's row after these ledgers of May and June (the last one June's)."""
    county = County()
    for month, rows in zip(("2026-05", "2026-06")[-len(ledgers) :], ledgers, strict=True):
        county.ledger(month, *rows)
    rows = county.ask("people", DAY, **params)
    (row,) = rows[(rows["role"] == role) & (rows["person_name"].fillna("") == name)].to_dict("records")
    return row


def charged(*rows, before=(), **params):
    """Return the projects of leaders after June's ledger."""
    county = County()
    if before:
        county.ledger("2026-05", *before)
    county.ledger("2026-06", *rows)
    return county.ask("person_projects", DAY, role="leader", **params)


def test_a_person_answers_for_projects_that_name_them_in_that_role():
    rows = [project("一", leader_name="张", officer_name="李", contract_wan=5.0), project("二", leader_name="张")]
    assert person("leader", "张", rows)["project_count"] == 2
    assert person("leader", "张", rows)["contract_wan"] == 5
    assert person("officer", "李", rows)["project_count"] == 1
    assert person("officer", "", rows)["project_count"] == 1


def test_contracts_without_the_planned_date_of_their_next_step_are_counted():
    stages = ("agreement", "signed", None, "completed", "producing")
    rows = [project(f"{i}", leader_name="张", stage=stage) for i, stage in enumerate(stages)]
    rows.append(project("有", leader_name="张", stage="signed", planned_start_on=AS_OF))
    assert person("leader", "张", rows)["unplanned_count"] == 3


def test_one_ledger_alone_says_nothing_of_movement():
    row = person("leader", "张", [project("一", leader_name="张", in_place_wan=1.0)])
    assert pd.isna(row["moved_count"])
    listed = charged(project("一", in_place_wan=1.0))
    assert listed[["is_moved", "in_place_added_wan", "previous_stage"]].isna().all(axis=None)


@pytest.mark.parametrize(
    ("now", "moved"),
    [
        ({}, 0),
        ({"stage": "building"}, 1),
        ({"stage": "signed"}, 0),
        ({"in_place_wan": 2.0}, 1),
        ({"in_place_wan": 0.5}, 0),
    ],
)
def test_a_project_moved_if_its_stage_rose_or_money_came(now, moved):
    may = project("一", leader_name="张", in_place_wan=1.0)
    assert person("leader", "张", [may], [may | now])["moved_count"] == moved


def test_a_new_project_moved_and_one_missing_from_the_ledger_not():
    may, june = [project("旧", leader_name="张")], [project("新", leader_name="张")]
    assert person("leader", "张", may, june)["moved_count"] == 1


@pytest.mark.parametrize(
    ("stage", "named", "step"),
    [
        ("signed", "planned_start_on", "start"),
        (None, "planned_start_on", "start"),
        ("building", "planned_completion_on", "completion"),
        ("completed", "planned_production_on", "production"),
    ],
)
@pytest.mark.parametrize(("days", "lamp"), [(-1, "red"), (0, "yellow"), (30, "yellow"), (31, "green")])
def test_a_lamp_follows_the_planned_date_of_the_next_step(stage, named, step, days, lamp):
    (row,) = charged(project("一", stage=stage, **{named: AS_OF + dt.timedelta(days)})).to_dict("records")
    assert (row["next_step"], row["days_to_next"], row["state_lamp"]) == (step, days, lamp)


def test_a_lamp_is_yellow_when_stuck_green_when_producing_otherwise_open():
    stuck = project("卡", stage="signed", signed_on=dt.date(2026, 1, 1))
    rows = charged(stuck, project("产", stage="producing"), project("无"), stage_limits=[30] * 10)
    lamps = dict(
        zip(rows["project_id"], rows["state_lamp"].astype(object).where(rows["state_lamp"].notna(), None), strict=True)
    )
    assert lamps == {"卡": "yellow", "产": "green", "无": None}
    assert rows["project_id"].tolist() == ["卡", "产", "无"]


@pytest.mark.parametrize(("late", "lamp"), [(0, "green"), (1, "yellow"), (2, "red")])
def test_a_person_with_a_quarter_of_the_projects_late_is_behind(late, lamp):
    on = {True: dt.date(2026, 6, 1), False: dt.date(2027, 1, 1)}
    rows = [project(f"{n}", stage="signed", leader_name="张", planned_start_on=on[n < late]) for n in range(8)]
    row = person("leader", "张", rows)
    assert (row["late_count"], row["person_lamp"]) == (late, lamp)


def test_a_list_is_one_persons_everybodys_or_that_of_nobody():
    rows = [
        project("一", leader_name="张"),
        project("二", leader_name="李"),
        project("三"),
        project("终", stage="dropped"),
    ]
    for whose, ids in ((None, ["一", "三", "二"]), ("张", ["一"]), ("", ["三"]), ("王", [])):
        assert sorted(charged(*rows, person=whose)["project_id"]) == ids


NAMES = st.sampled_from([None, "张", "李"])
STAGES = st.sampled_from(["lead", "signed", "building", "completed", "producing", "dropped", None])
PLANNED = dict.fromkeys(
    ("planned_start_on", "planned_completion_on", "planned_production_on"),
    st.one_of(st.none(), st.dates(dt.date(2026, 5, 1), dt.date(2026, 8, 31))),
)
ROW = st.fixed_dictionaries(
    {"leader_name": NAMES, "officer_name": NAMES, "stage": STAGES, "contract_wan": st.sampled_from([None, 1.0, 2.5])}
    | PLANNED
)


@cache
def standing_county():
    return County()


@settings(max_examples=10)
@given(st.lists(ROW, max_size=8), st.lists(ROW, max_size=8))
def test_the_lists_of_people_hold_all_projects_as_counted(may, june):
    county = standing_county()
    for month, rows in (("2026-05", may), ("2026-06", june)):
        county.ledger(month, *(project(f"{n}") | row for n, row in enumerate(rows)))
    going = [row for row in [*june, *may[len(june) :]] if row["stage"] != "dropped"]
    rows = county.ask("people", DAY)
    for role in ("leader", "officer"):
        own = rows[rows["role"] == role]
        named = own[own["person_name"].notna()]
        assert own["project_count"].sum() == len(going)
        assert named["project_count"].sum() == sum(row[f"{role}_name"] is not None for row in going)
        for _, row in own.iterrows():
            whose = row["person_name"] if isinstance(row["person_name"], str) else ""
            listed = county.ask("person_projects", DAY, role=role, person=whose)
            assert (len(listed), (listed["days_to_next"] < 0).sum()) == (row["project_count"], row["late_count"])
            assert listed["days_to_next"].between(0, 30).sum() == row["due_count"]
            assert listed["contract_wan"].sum() == pytest.approx(max(0, row["contract_wan"]))
