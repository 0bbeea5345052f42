"""What each month and quarter brought, with the figures of 清城区 2004 and with data as thin as they come."""

import math
from datetime import date

import pytest

from tests.queries.toy import County, park, project, table

SEPTEMBER = "2004-09-30"


def signed(months, wan, prefix):
    """Return one project signed on the first of each of these months of 2004, with this money between them."""
    facts = [{"contract_wan": wan / len(months), "signed_on": date(2004, month, 1)} for month in months]
    return [project(f"{prefix}{i}", **fact) for i, fact in enumerate(facts)]


def periods(county, metric, grain="month", as_of="2026-12-31", **scope):
    """Return the rows of one metric by the first day of their period."""
    rows = county.ask("progress_by_month", as_of, metric=metric, grain=grain, **scope)
    return {row["period_from"].strftime("%Y-%m"): row for row in rows.to_dict("records")}


def values(county, metric, grain="month", as_of="2026-12-31", **scope):
    """Return what each period brought, None where that is not known."""
    rows = periods(county, metric, grain, as_of, **scope).items()
    return {first: None if math.isnan(row["period_value"]) else row["period_value"] for first, row in rows}


def test_qingcheng_slumped_to_21_projects_in_the_third_quarter_of_2004():
    county = County()
    first, second = signed([1, 2, 3, 3, 3] * 5, 300_000, "a"), signed([4, 5, 5, 6] * 7, 361_500, "b")
    county.ledger("2004-09", *first, *second, *signed([7, 8, 9] * 7, 114_900, "c"))
    counts = values(county, "project_count", "quarter", SEPTEMBER)
    money = values(county, "contract_wan", "quarter", SEPTEMBER)
    assert counts == {"2004-01": 25, "2004-04": 28, "2004-07": 21}
    assert money["2004-07"] == pytest.approx(114_900)
    assert (sum(counts.values()), sum(money.values())) == (74, pytest.approx(776_400))
    assert min(counts, key=counts.get) == min(money, key=money.get) == "2004-07"


def test_money_added_is_the_difference_from_the_ledger_before():
    county = County()
    county.ledger("2026-01", project("甲", in_place_wan=100))
    county.ledger("2026-02", project("甲", in_place_wan=130), project("乙", in_place_wan=5))
    assert values(county, "in_place_wan") == {"2026-01": None, "2026-02": 35}


def test_a_month_without_its_ledger_lacks_money_and_keeps_its_counts():
    county = County()
    county.ledger("2026-01", project("甲", in_place_wan=100))
    county.ledger("2026-03", project("甲", in_place_wan=160, signed_on=date(2026, 2, 3)))
    assert values(county, "in_place_wan") == {"2026-01": None, "2026-02": None, "2026-03": 60}
    assert values(county, "project_count") == {"2026-01": 0, "2026-02": 1, "2026-03": 0}
    rows = periods(county, "in_place_wan")
    assert [row["has_ledger"] for row in rows.values()] == [True, False, True]
    assert rows["2026-03"]["months_covered"] == 2


def test_what_holds_two_months_is_compared_with_nothing():
    county = County()
    county.ledger("2025-11", project("甲", in_place_wan=10))
    for month, wan in (("2025-12", 20), ("2026-01", 30), ("2026-03", 60), ("2026-04", 70)):
        county.ledger(month, project("甲", in_place_wan=wan))
    changes = {first: row["pop_pct"] for first, row in periods(county, "in_place_wan").items()}
    assert changes["2026-01"] == 0
    assert all(math.isnan(changes[first]) for first in ("2026-02", "2026-03", "2026-04"))


def test_growth_needs_a_base_above_zero():
    county = County()
    days = [date(2025, 1, 9), date(2025, 3, 9), date(2026, 1, 9), date(2026, 1, 10), date(2026, 2, 9)]
    county.ledger("2025-01", project("旧"))
    county.ledger("2026-03", *(project(f"{i}", signed_on=day) for i, day in enumerate(days)))
    rows = periods(county, "project_count")
    on_year = [rows[month]["recounted_yoy_pct"] for month in ("2026-01", "2026-03")]
    assert (on_year, rows["2026-02"]["pop_pct"], rows["2026-03"]["yoy_pct"]) == ([100, -100], -50, -100)
    assert math.isnan(rows["2026-01"]["yoy_pct"])  # the ledger of January 2025 knew of none
    assert math.isnan(rows["2026-02"]["yoy_pct"])  # none in February of 2025
    assert math.isnan(rows["2025-01"]["yoy_pct"])  # 2024 is before the first ledger's year


def test_the_base_is_what_was_published_then():
    county = County()
    old = {"signed_on": date(2025, 1, 9), "contract_wan": 100.0}
    county.ledger("2025-01", project("留", **old), project("终", **old))
    new = project("新", signed_on=date(2026, 1, 9), contract_wan=300.0)
    county.ledger("2026-01", project("留", **old | {"contract_wan": 150.0}), project("终", **old, stage="dropped"), new)
    count, money = (periods(county, metric)["2026-01"] for metric in ("project_count", "contract_wan"))
    assert (count["last_year_value"], count["recounted_value"]) == (2, 1)
    assert (count["yoy_pct"], count["recounted_yoy_pct"]) == (-50, 0)
    # 留 grew by 50: new money of this January, and no new project.
    assert (money["period_value"], money["last_year_value"], money["recounted_value"]) == (350, 200, 100)
    year = to_date(county, "contract_wan").loc["2026-01-31"]
    assert (year["period_value"], year["last_year_value"], year["recounted_value"]) == (350, 200, 100)


def test_a_contract_that_grows_is_new_money_in_the_month_it_came():
    county = County()
    facts = {"signed_on": date(2026, 1, 5)}
    for month, wan in (("2026-01", 100.0), ("2026-02", 100.0), ("2026-03", 160.0), ("2026-04", 150.0)):
        county.ledger(month, project("甲", contract_wan=wan, **facts))
    assert values(county, "contract_wan") == {"2026-01": 100, "2026-02": 0, "2026-03": 60, "2026-04": -10}
    assert values(county, "project_count") == {"2026-01": 1, "2026-02": 0, "2026-03": 0, "2026-04": 0}
    county.targets((None, 2026, "contract_wan", 300.0))
    done = {day: county.one("target_progress", day)["done_value"] for day in ("2026-02-28", "2026-04-30")}
    assert done == {"2026-02-28": 100, "2026-04-30": 150}


def test_money_intended_before_the_contract_is_no_money_that_it_grew_by():
    county = County()
    county.ledger("2026-01", project("甲", stage="intent", contract_wan=80.0))
    county.ledger("2026-02", project("甲", stage="signed", contract_wan=100.0, signed_on=date(2026, 2, 5)))
    assert values(county, "contract_wan") == {"2026-01": 0, "2026-02": 100}


def test_a_running_quarter_is_compared_with_the_same_months_last_year():
    county = County()
    days = [date(2025, 10, 5), date(2025, 12, 5), date(2026, 9, 5), date(2026, 10, 5)]
    county.ledger("2025-12", project("旧"))
    county.ledger("2026-10", *(project(f"{i}", signed_on=day) for i, day in enumerate(days)))
    row = periods(county, "project_count", "quarter")["2026-10"]
    assert (row["is_partial"], row["last_year_value"], row["yoy_pct"]) == (True, 1, 0)
    assert (row["previous_value"], math.isnan(row["pop_pct"])) == (1, True)


def test_a_project_without_a_date_is_counted_in_no_month():
    county = County()
    county.ledger("2026-01", project("无日期", stage="signed"), project("洽谈", stage="negotiating"))
    assert values(county, "project_count") == {"2026-01": 0}
    assert periods(county, "project_count")["2026-01"]["monthless_count"] == 1
    assert periods(county, "started_count")["2026-01"]["monthless_count"] == 0


def test_signatures_whose_money_nobody_states_brought_an_unknown_sum():
    county = County()
    county.ledger("2026-02", project("甲", signed_on=date(2026, 1, 5)))
    assert values(county, "contract_wan") == {"2026-01": None, "2026-02": 0}


def test_a_project_dropped_later_is_out_of_every_month():
    county = County()
    county.ledger("2026-01", project("甲", signed_on=date(2026, 1, 5), in_place_wan=10))
    county.ledger("2026-02", project("甲", signed_on=date(2026, 1, 5), in_place_wan=15))
    county.ledger("2026-03", project("甲", signed_on=date(2026, 1, 5), in_place_wan=15, stage="dropped"))
    assert values(county, "project_count", as_of="2026-02-28")["2026-01"] == 1
    assert values(county, "project_count")["2026-01"] == 0
    assert values(county, "in_place_wan")["2026-02"] == 0


def test_a_project_that_falls_silent_keeps_what_it_last_stated():
    county = County()
    for month, wan in (("2026-01", 10), ("2026-02", None), ("2026-03", 25)):
        county.ledger(month, project("甲", in_place_wan=wan), project("乙", in_place_wan=1))
    assert values(county, "in_place_wan") == {"2026-01": None, "2026-02": 0, "2026-03": 15}


def test_money_that_falls_counts_as_it_is_and_its_project_is_listed():
    county = County()
    for month, wan in (("2026-01", 100), ("2026-02", 70), ("2026-03", 90)):
        county.ledger(month, project("甲", in_place_wan=wan))
    assert values(county, "in_place_wan") == {"2026-01": None, "2026-02": -30, "2026-03": 20}
    row = county.one("money_falls")
    assert (row["project_id"], row["before_wan"], row["now_wan"], row["fallen_wan"]) == ("甲", 100, 70, 30)
    assert math.isnan(periods(county, "in_place_wan")["2026-03"]["pop_pct"])  # a base below zero is none


def test_without_a_ledger_there_are_no_months():
    county = County()
    county.targets((None, 2026, "project_count", 10.0))
    assert county.ask("progress_by_month").empty
    assert county.ask("cumulative_by_month").empty


def test_months_end_with_the_newest_ledger_whatever_day_is_asked_about():
    county = County()
    county.ledger("2026-02", project("甲", signed_on=date(2026, 2, 5)))
    assert list(values(county, "project_count", as_of="2026-12-31")) == ["2026-01", "2026-02"]
    assert values(county, "project_count", as_of="2026-01-31") == {}


def test_an_undone_ledger_leaves_its_month_without_one():
    county = County()
    county.ledger("2026-01", project("甲", in_place_wan=1))
    undone = county.ledger("2026-02", project("甲", in_place_wan=3))
    county.ledger("2026-03", project("甲", in_place_wan=6))
    county.undo(undone)
    assert values(county, "in_place_wan") == {"2026-01": None, "2026-02": None, "2026-03": 5}


def test_the_shared_filters_narrow_what_is_counted():
    county = County()
    county.parks(park("东园"), park("西园"))
    facts = {"signed_on": date(2026, 1, 5), "contract_wan": 10}
    county.ledger("2026-01", project("甲", "东园", unit_name="甲镇", **facts), project("乙", "西园", **facts))
    for scope in ({"parks": ["东园"]}, {"units": ["甲镇"]}, {"units": [""]}, {"parks": ["东园"], "units": ["甲镇"]}):
        assert values(county, "contract_wan", **scope) == {"2026-01": 10}, scope
    assert values(county, "contract_wan", stages=["producing"]) == {"2026-01": 0}


def to_date(county, metric, as_of="2026-12-31", **scope):
    return county.ask("cumulative_by_month", as_of, metric=metric, **scope).set_index("period_to")


def test_the_year_so_far_stands_beside_last_year_and_even_pace():
    county = County()
    county.targets((None, 2026, "project_count", 365.0))
    days = [date(2025, 1, 5), date(2025, 12, 5), date(2026, 1, 5), date(2026, 2, 5)]
    county.ledger("2025-12", project("旧"))
    county.ledger("2026-02", *(project(f"{i}", signed_on=day) for i, day in enumerate(days)))
    rows = to_date(county, "project_count")
    assert rows["period_value"].tolist()[:2] == [1, 2]
    assert rows["period_value"].iloc[2:].isna().all()
    assert rows["recounted_value"].tolist() == [1] * 11 + [2]
    assert rows["last_year_value"].tolist() == [1] * 11 + [0]  # what the ledger of December published
    assert rows["even_pace_value"].tolist()[:2] == [31, 59]
    assert rows["yoy_pct"].tolist()[:2] == [0, 100]
    assert rows["is_told"].sum() == 2


def test_money_of_the_year_needs_a_ledger_before_it():
    county = County()
    for month, wan in (("2025-11", 10), ("2026-01", 15), ("2026-02", 18)):
        county.ledger(month, project("甲", done_fai_wan=wan))
    assert to_date(county, "done_fai_wan")["period_value"].tolist()[:2] == [5, 8]
    assert to_date(county, "done_fai_wan", "2025-11-30")["period_value"].isna().all()


@pytest.mark.parametrize(
    ("scope", "target"),
    [({}, 70), ({"units": ["甲镇"]}, 30), ({"parks": ["东园"]}, 5), ({"industries": ["钢"]}, None)],
)
def test_the_even_pace_is_that_of_whom_the_page_is_about(scope, target):
    county = County()
    county.parks(park("东园"))
    county.units("甲镇", "乙镇")
    county.ledger("2026-01", project("甲"))
    county.targets(("甲镇", 2026, "project_count", 30.0), ("乙镇", 2026, "project_count", 40.0))
    of_park = {"park_name": "东园", "year": 2026, "metric": "project_count", "target_value": 5.0, "target_tier": "base"}
    county._import("targets", None, targets=table([of_park], "targets"))
    answer = to_date(county, "project_count", **scope)["target_value"].iloc[0]
    assert answer == target if target else math.isnan(answer)


@pytest.mark.parametrize(("pace_by", "pace"), [("days", [62, 118]), ("months", [61, 122])])
def test_even_pace_goes_by_days_or_months_as_the_settings_say(pace_by, pace):
    county = County()
    county.ledger("2026-02", project("甲"))
    county.targets((None, 2026, "project_count", 730.0))
    rows = to_date(county, "project_count", pace_by=pace_by)
    assert rows["even_pace_value"].round().tolist()[:2] == pace
