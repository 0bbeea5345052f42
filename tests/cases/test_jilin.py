"""吉林市, January to May: the speech's figures are blanked, so its structure is asked of the ledger."""

import pandas as pd
import pytest

CASE = "jilin"


@pytest.fixture
def months(case):
    """Funds in place brought by each month of 2008, by its first day."""
    rows = case.ask("progress_by_month", grain="month")
    rows = rows[(rows["metric"] == "in_place_wan") & (rows["period_from"] >= "2008")]
    return rows.set_index(rows["period_from"].dt.month)


def test_a_base_and_a_stretch_target_stand_side_by_side(targets):
    """确定目标, 力争目标."""
    assert {tier for _, tier in targets} == {"base", "stretch"}
    base, stretch = (targets["outside_in_place_wan", tier] for tier in ("base", "stretch"))
    assert base["target_value"] < stretch["target_value"]
    assert stretch["ahead_points"] < 0 < base["ahead_points"]


def test_each_of_the_three_funds_has_its_two_targets(targets):
    funds = {"outside_in_place_wan", "in_place_wan", "foreign_usd_wan"}
    assert set(targets) == {(metric, tier) for metric in funds for tier in ("base", "stretch")}


def test_foreign_capital_is_counted_in_dollars_beside_the_funds(targets):
    """实际利用外资."""
    assert 0 < targets["foreign_usd_wan", "base"]["done_value"] < targets["in_place_wan", "base"]["done_value"]


def test_the_first_quarter_is_flat_and_april_and_may_rise(months):
    """一季度平, 四五月份上升."""
    brought = months["period_value"]
    assert brought[1:3].max() < 2 * brought[1:3].min()
    assert brought[5] > brought[4] > brought[1:3].sum()


def test_every_month_is_compared_with_that_of_the_year_before(months):
    assert (months["last_year_value"] > 0).all()
    assert months["yoy_pct"].notna().all()


def test_many_agreements_few_contracts_fewer_landed(case):
    """口头协议多, 签约的少, 落实的更少."""
    alive = case.ask("projects")
    agreed = len(case.ask("projects", stages=["agreement"]))
    this_year = alive["signed_on"] >= pd.Timestamp("2008-01-01")
    landed = this_year & alive["started_on"].notna()
    assert agreed > this_year.sum() > landed.sum() > 0


def test_units_without_a_result_share_the_last_place(case):
    rows = case.ask("ranks", metrics=["outside_in_place_wan"]).set_index("ranked_name")
    assert rows.loc[["丰满区", "舒兰市"], "place"].tolist() == [10, 10]
    assert rows["place"].max() == 10


def test_some_units_have_no_result_at_all(case):
    owed = case.ask("targets_by_unit").query("metric == 'in_place_wan' and target_tier == 'base'")
    assert owed["target_value"].sum() == 580_000
    assert set(owed[owed["done_value"].fillna(0) == 0]["unit_label"]) == {"丰满区", "舒兰市"}
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
