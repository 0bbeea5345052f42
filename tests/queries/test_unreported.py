"""Projects that the newest ledger does not name: listed, counted as before, until somebody decides on them."""

from datetime import date

import pytest

from tests.queries.toy import County, project

JULY = "2026-07-31"


@pytest.fixture
def county():
    """Return a county whose July ledger leaves out 乙 (2000 of contract) and 丙, which was dropped in June."""
    county = County()
    county.ledger(
        "2026-06",
        project("甲", contract_wan=1000.0, signed_on=date(2026, 1, 5)),
        project("乙", contract_wan=2000.0, done_fai_wan=300.0, signed_on=date(2026, 2, 5)),
        project("丙", stage="dropped", contract_wan=4000.0, signed_on=date(2026, 1, 5), dropped_on=date(2026, 6, 1)),
    )
    county.ledger("2026-07", project("甲", contract_wan=1000.0, signed_on=date(2026, 1, 5)))
    return county


def names(county, as_of=JULY, **params):
    return county.ask("unreported_projects", as_of, **params)["project_name"].tolist()


def contract(county, as_of=JULY):
    """Return what all projects that count have signed for."""
    return county.ask("overview_totals", as_of)["contract_wan"].iloc[0]


def test_a_project_left_out_is_listed_and_counts_on(county):
    assert names(county) == ["乙"]
    (total,) = county.ask("unreported_totals", JULY).to_dict("records")
    assert (total["unreported_count"], total["unreported_contract_wan"], total["unreported_done_wan"]) == (1, 2000, 300)
    assert contract(county) == 3000


def test_as_of_a_ledger_that_names_it_nothing_is_missing(county):
    assert names(county, "2026-06-30") == []


def test_filters_hold_for_what_is_left_out(county):
    assert names(county, units=["别镇"]) == []


def test_a_ledger_to_come_is_asked_by_the_projects_it_names(county):
    assert names(county, "2026-08-31", named=["乙"]) == ["甲"]
    assert names(county, "2026-08-31", named=[]) == ["乙", "甲"]


def test_a_project_still_there_counts_and_is_listed_no_more(county):
    county.decisions(("乙", "stays", JULY))
    assert (names(county), contract(county)) == ([], 3000)


def test_a_dropped_project_counts_no_more_from_its_day_on(county):
    county.decisions(("乙", "dropped", "2026-07-15"))
    assert (names(county), contract(county)) == ([], 1000)
    assert contract(county, "2026-07-14") == 3000
    gaps = county.ask("pipeline_gaps", JULY).query("pipeline_gap == 'dropped'")
    assert sorted(gaps["project_name"]) == ["丙", "乙"]


def test_a_merged_project_is_gone_from_its_day_on(county):
    county.decisions(("乙", "merged", "2026-07-15", "甲"))
    assert (names(county), contract(county), contract(county, "2026-07-14")) == ([], 1000, 3000)
    assert "乙" not in county.ask("projects", JULY, stages=["signed", "dropped", "merged", ""])["project_name"].tolist()


def test_money_of_a_merged_project_moves_no_month(county):
    before = county.ask("progress_by_month", JULY).query("metric == 'done_fai_wan'")
    county.decisions(("乙", "merged", JULY, "甲"))
    after = county.ask("progress_by_month", JULY).query("metric == 'done_fai_wan'")
    assert len(before)
    assert after["period_value"].equals(before["period_value"])


@pytest.mark.parametrize("outcome", ["stays", "dropped", "merged"])
def test_a_later_ledger_that_names_the_project_speaks_again(county, outcome):
    county.decisions(("乙", outcome, JULY, "甲"))
    county.ledger("2026-08", project("甲", contract_wan=1000.0), project("乙", contract_wan=2500.0))
    assert contract(county, "2026-08-31") == 3500


@pytest.mark.parametrize("outcome", ["stays", "dropped", "merged"])
def test_a_decision_holds_through_later_ledgers_that_leave_it_out(county, outcome):
    county.decisions(("乙", outcome, JULY, "甲"))
    county.ledger("2026-08", project("甲", contract_wan=1000.0))
    assert names(county, "2026-08-31") == []
    assert contract(county, "2026-08-31") == (3000 if outcome == "stays" else 1000)


def test_an_undone_decision_leaves_all_as_it_was(county):
    decided = county.decisions(("乙", "dropped", JULY))
    county.undo(decided)
    assert (names(county), contract(county)) == (["乙"], 3000)
    county.undo(decided, is_active=True)
    assert (names(county), contract(county)) == ([], 1000)


def test_decisions_of_two_files_stand_beside_each_other(county):
    county.decisions(("乙", "dropped", JULY))
    county.decisions(("甲", "dropped", JULY))
    assert contract(county) is None or not contract(county) > 0


def test_an_earlier_ledger_taken_in_later_is_what_a_decision_speaks_of(county):
    county.decisions(("乙", "stays", JULY))
    county.ledger("2026-06", project("甲", contract_wan=1000.0), project("乙", contract_wan=2200.0))
    assert contract(county) == 3200


def test_a_project_is_named_by_its_id_or_its_name(county):
    county.ledger("2026-05", project("丁厂", project_id="D1", contract_wan=10.0))
    county.decisions(("D1", "dropped", JULY), ("乙", "dropped", JULY))
    assert names(county) == []


def test_what_is_left_out_is_one_matter_that_is_never_cut(county):
    (matter,) = county.ask("attention", JULY, most=1).to_dict("records")
    assert (matter["attention"], matter["project_count"], matter["stake_wan"]) == ("unreported", 1, 2000)
    assert (matter["delay_days"], matter["attention_score"]) == (31, 2000 * 31)
