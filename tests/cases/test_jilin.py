"""吉林市, January to May: the speech's figures are blanked, so its structure is asked of the ledger."""

from datetime import date

import pandas as pd

CASE = "jilin"


def done(case, day, metric="outside_in_place_wan"):
    rows = case.ask("target_progress", as_of=date.fromisoformat(day)).set_index(["metric", "target_tier"])
    return rows.loc[(metric, "base"), "done_value"]


def test_a_base_and_a_stretch_target_stand_side_by_side(targets):
    """确定目标, 力争目标."""
    assert {tier for _, tier in targets} == {"base", "stretch"}
    base, stretch = (targets["outside_in_place_wan", tier] for tier in ("base", "stretch"))
    assert base["target_value"] < stretch["target_value"]
    assert stretch["ahead_points"] < 0 < base["ahead_points"]


def test_foreign_capital_is_counted_in_dollars_beside_the_funds(targets):
    """实际利用外资."""
    assert 0 < targets["foreign_usd_wan", "base"]["done_value"] < targets["in_place_wan", "base"]["done_value"]


def test_the_first_quarter_is_flat_and_april_and_may_rise(case):
    """一季度平, 四五月份上升."""
    first, april, may = (done(case, day) for day in ("2008-03-31", "2008-04-30", "2008-05-31"))
    assert april - first > first / 3
    assert may - april > april - first > 0


def test_the_same_months_of_the_year_before_are_there_to_compare_with(case):
    totals = [case.ask("overview_totals", as_of=date(2007, month, day)) for month, day in ((1, 31), (5, 31))]
    assert totals[1]["outside_in_place_wan"].item() > totals[0]["outside_in_place_wan"].item() > 0


def test_many_agreements_few_contracts_fewer_landed(case):
    """口头协议多, 签约的少, 落实的更少."""
    alive = case.ask("projects")
    agreed = len(case.ask("projects", stages=["agreement"]))
    this_year = alive["signed_on"] >= pd.Timestamp("2008-01-01")
    landed = this_year & alive["started_on"].notna()
    assert agreed > this_year.sum() > landed.sum() > 0


def test_some_units_have_no_result_at_all(case):
    brought = set(case.ask("projects", stages=["signed", "started", "building", "completed", "producing"])["unit_name"])
    assert {"丰满区", "舒兰市"}.isdisjoint(brought)


def test_the_reserve_library_holds_those_not_yet_agreed(case):
    """储备项目."""
    assert len(case.ask("projects", stages=["lead", "negotiating", "intent"])) == 36


def test_two_teams_went_to_each_region_and_two_brought_nothing(case):
    """招商小分队, 分赴长三角, 珠三角, 京津唐."""
    regions = case.ask("recruiting_by_region").query("trip_count > 0").set_index("trip_region")
    assert regions["team_count"].to_dict() == {"yangtze": 2, "pearl": 2, "jingjinji": 2}
    assert (regions["region_signed_count"] > regions["brought_signed_count"]).all()
    teams = case.ask("recruiting_by_team")
    assert set(teams[~teams["has_result"].astype(bool)]["unit_name"]) == {"丰满区", "舒兰市"}


def test_the_regions_that_teams_went_to_brought_projects(structure):
    """长三角, 珠三角, 京津唐."""
    assert {"yangtze", "pearl", "jingjinji"} <= structure("source_region").keys()
