"""A hundred days of a city's departments, past their middle: who has neither funds in place nor a contract."""

from datetime import date

import pandas as pd

CASE = "shizhi-100"
FIRST, LAST, TODAY = date(2010, 6, 1), date(2010, 9, 8), date(2010, 7, 31)


def test_the_campaign_is_a_hundred_days_and_past_its_half(case):
    assert (LAST - FIRST).days + 1 == 100
    assert case.newest_period == TODAY
    assert (TODAY - FIRST).days + 1 == 61


def test_departments_with_neither_funds_in_place_nor_contracts_are_named(case):
    projects = case.ask("projects")
    signed = set(projects.loc[projects["signed_on"] >= pd.Timestamp(FIRST), "unit_name"])
    paid = set(projects.loc[projects["in_place_wan"] > 0, "unit_name"])
    departments = set(case.ask("filter_choices").query("choice_kind == 'units'")["choice_label"])
    without = {"市质监局", "市文广新局", "市卫生局", "市教育局", "市民政局", "市体育局"}
    assert without.isdisjoint(signed | paid)
    assert departments - without <= signed | paid | {"城东区", "城西区", "江北新区"}


def test_departments_stand_at_every_step_from_negotiation_to_start(projects):
    assert {"negotiating", "intent", "signed", "started", "building"} <= set(projects["stage"])


def test_contracts_of_the_push_are_told_from_those_before(structure):
    now = sum(row["project_count"] for row in structure("unit_name", signed_from=FIRST).values())
    before = sum(row["project_count"] for row in structure("unit_name").values()) - now
    assert (now, before) == (23, 13)
