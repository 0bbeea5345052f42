"""One project: its facts and entry check, its stages against the plan, its history and changes, what stands nearby."""

from datetime import date

import pyarrow as pa
import pytest

from tests.queries.toy import County, park, project


def test_a_project_tells_both_conditions_of_entry_and_what_is_missing():
    county = County()
    county.parks(park("园", park_industries="化工、机械"))
    county.ledger("2026-01", project("甲", "园", industry_name="机械", planned_fai_wan=880))
    row = county.one("project_facts", project_id="甲")
    assert (row["is_industry_fit"], row["verdict"]) == (True, "short")
    assert (row["shortfall_wan_per_mu"], row["shortfall_wan"]) == (12, 120)


@pytest.mark.parametrize(
    ("leading", "industry", "fits"),
    [("化工,机械", "机械", True), ("化工；机械制造", "机械", False), ("机械", None, "—"), (None, "机械", "—")],
)
def test_an_industry_fits_as_a_whole_word_and_only_where_stated(leading, industry, fits):
    county = County()
    county.parks(park("园", park_industries=leading))
    county.ledger("2026-01", project("甲", "园", industry_name=industry))
    answer = county.ask("project_facts", project_id="甲")["is_industry_fit"]
    assert answer.astype(object).fillna("—").tolist() == [fits]


def test_a_dropped_project_has_its_facts_and_an_unknown_one_has_none():
    county = County()
    county.ledger("2026-01", project("甲", stage="dropped"))
    assert county.one("project_facts", project_id="甲")["stage"] == "dropped"
    assert county.ask("project_facts", project_id="乙").empty


def test_money_before_the_contract_is_intended():
    county = County()
    county.ledger("2026-01", project("甲", stage="agreement", contract_wan=500))
    row = county.one("project_facts", project_id="甲")
    assert (row["intended_wan"], row["contract_wan"] > 0) == (500, False)


def test_the_choice_holds_the_scope_largest_first_and_search_narrows_it():
    county = County()
    rows = [project("小甲", contract_wan=1), project("大甲", contract_wan=9), project("乙", stage="dropped")]
    county.ledger("2026-01", *rows)
    assert county.ask("project_choices")["project_id"].tolist() == ["大甲", "小甲"]
    assert county.ask("project_choices", search="小")["project_id"].tolist() == ["小甲"]


def stages(as_of="2026-06-30", **facts):
    """Return the stages of a project of June 2026 by name."""
    county = County()
    county.ledger("2026-06", project("甲", **facts))
    return county.ask("project_stages", as_of, project_id="甲").set_index("stage")


def test_a_stage_reached_late_or_not_yet_says_by_how_many_days():
    rows = stages(
        started_on=date(2026, 3, 11), planned_start_on=date(2026, 3, 1), planned_completion_on=date(2026, 6, 20)
    )
    assert rows["days_late"].dropna().to_dict() == {"started": 10, "completed": 10}
    assert rows.index[rows["is_reached"]].tolist() == [
        "lead",
        "negotiating",
        "intent",
        "agreement",
        "signed",
        "started",
    ]


def test_skipped_stages_count_as_reached_and_days_to_come_do_not():
    rows = stages(stage="completed", producing_on=date(2027, 1, 1))
    assert rows.index[rows["is_reached"]].tolist()[-1] == "completed"
    assert rows["reached_on"].isna().all()


def test_an_unplanned_start_is_compared_with_the_day_agreed():
    assert stages(stage="signed", agreed_start_on=date(2026, 6, 29)).loc["started", "days_late"] == 1


def test_a_dropped_project_is_never_late_and_shows_its_dropping_day():
    rows = stages(stage="dropped", dropped_on=date(2026, 5, 1), planned_start_on=date(2026, 1, 1))
    assert rows["days_late"].isna().all()
    assert rows.loc["dropped", "reached_on"].month == 5


def history():
    """Return a county of three ledgers without one of March; that of April is silent on 甲."""
    county = County()
    county.ledger("2026-01", project("甲", contract_wan=900, stage="intent"), project("乙"))
    county.ledger("2026-02", project("甲", contract_wan=900, stage="signed", in_place_wan=10), project("乙"))
    county.ledger("2026-04", project("乙"))
    county.ledger("2026-05", project("甲", contract_wan=900, stage="started", in_place_wan=30), project("乙"))
    return county


def test_the_history_has_every_month_and_marks_missing_and_silent_ledgers():
    rows = history().ask("project_history", project_id="甲")
    assert rows["period_to"].dt.month.tolist() == [1, 2, 3, 4, 5]
    assert rows["has_ledger"].tolist() == [True, True, False, True, True]
    assert rows["is_in_ledger"].tolist() == [True, True, False, False, True]
    assert rows["in_place_wan"].fillna(-1).tolist() == [-1, 10, -1, -1, 30]
    assert rows["intended_wan"].fillna(-1).tolist() == [900, -1, -1, -1, -1]


def test_the_history_ends_with_the_as_of_day_without_undone_ledgers():
    county = history()
    assert len(county.ask("project_history", "2026-02-28", project_id="甲")) == 2
    county.undo(4)
    assert county.ask("project_history", project_id="甲")["is_in_ledger"].sum() == 2


def test_changes_are_between_the_ledgers_that_speak_of_the_project():
    rows = history().ask("project_changes", project_id="甲")
    changes = [tuple(row) for row in rows[["changed_field", "before_text", "after_text"]].astype(object).to_numpy()]
    assert changes[:2] == [("stage", "signed", "started"), ("in_place_wan", "10.0", "30.0")]
    assert rows["earlier_period"].dt.month.tolist()[:2] == [2, 2]
    assert rows["changed_field"].tolist()[2:] == ["stage", "in_place_wan"]


def test_the_first_ledger_changes_nothing():
    assert history().ask("project_changes", "2026-01-31", project_id="甲").empty


def test_neighbours_stand_in_the_same_park_the_nearest_first_in_metres():
    county = County()
    county.parks(park("园"))
    places = {"中": (117.0, 31.0), "远": (117.0, 31.002), "近": (117.0, 31.001), "无点": (None, None)}
    rows = [project(name, "园", lon=lon, lat=lat) for name, (lon, lat) in places.items()]
    county.ledger("2026-01", *rows, project("别处", lon=117.0, lat=31.0))
    neighbours = county.ask("project_neighbours", project_id="中")
    assert neighbours["project_id"].tolist() == ["近", "远", "无点"]
    # A thousandth of a degree of a meridian: 6371008.8 × π ÷ 180 000 = 111.195 m.
    assert neighbours["distance_m"].tolist()[:2] == [111, 222]


def test_an_obstacle_that_holds_the_project_tells_how_many_it_holds():
    county = County()
    county.ledger("2026-06", project("甲"), project("乙"))
    obstacle = {"obstacle_id": "路", "obstacle_kind": "infrastructure", "due_on": date(2026, 6, 20)}
    pairs = [{"obstacle_id": "路", "project_name": name} for name in ("甲", "乙")]
    tables = {"obstacles": pa.Table.from_pylist([obstacle]), "obstacle_projects": pa.Table.from_pylist(pairs)}
    county._import("obstacles", None, **tables)
    row = county.one("project_obstacles", "2026-06-30", project_id="甲")
    assert (row["project_count"], row["overdue_days"]) == (2, 10)
    assert county.ask("project_obstacles", "2026-06-30", project_id="丙").empty
