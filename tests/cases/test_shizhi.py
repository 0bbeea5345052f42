"""A hundred days of a city's departments, past their middle: who has neither funds in place nor a contract."""

from datetime import date

CASE = "shizhi-100"
FIRST = date(2010, 6, 1)
WITHOUT = {"市质监局", "市文广新局", "市卫生局", "市教育局", "市民政局", "市体育局"}


def test_the_campaign_is_a_hundred_days_and_past_its_half(push):
    """百日会战时间过半."""
    assert push[["campaign_state", "day_count", "day_number", "days_left"]].tolist() == ["running", 100, 61, 39]


def test_departments_with_neither_funds_in_place_nor_contracts_are_named(case, push):
    """既无到位资金又无签约项目的部门."""
    rows = case.ask("campaign_without_result", campaign_id=push["campaign_id"])
    assert set(rows["unit_group"]) == {"department"}
    assert set(rows["unit_label"]) == WITHOUT


def test_the_bottom_ranks_are_those_without_a_result(case, push):
    """末位约谈."""
    rows = case.ask("campaign_by_unit", campaign_id=push["campaign_id"])
    paid = rows[rows["metric"] == "in_place_wan"].fillna({"done_value": 0}).sort_values("done_value", kind="stable")
    assert set(paid["unit_label"].head(len(WITHOUT))) == WITHOUT
    assert set(paid["target_value"]) == {3000}


def test_funds_are_behind_the_clock_that_is_past_its_half(case, push):
    row = case.ask("campaign_progress", campaign_id=push["campaign_id"]).set_index("metric").loc["in_place_wan"]
    assert row["pace_pct"] == 61
    assert row["target_value"] == 20 * 3000
    assert row["completion_pct"] < 61


def test_departments_stand_at_every_step_from_negotiation_to_start(projects):
    assert {"negotiating", "intent", "signed", "started", "building"} <= set(projects["stage"])


def test_contracts_of_the_push_are_told_from_those_before(structure):
    now = sum(row["project_count"] for row in structure("unit_name", signed_from=FIRST).values())
    before = sum(row["project_count"] for row in structure("unit_name").values()) - now
    assert (now, before) == (23, 13)
