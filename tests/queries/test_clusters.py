"""What gathers where: worked examples of quotients, specialisation, fit and the leading firm, and what must add up."""

import math
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.queries.toy import County, park, project

ROW = st.fixed_dictionaries(
    {
        "industry_name": st.sampled_from([None, "陶瓷", "钢", "玻璃"]),
        "stated_park_name": st.sampled_from([None, "甲园", "乙园"]),
        "planned_fai_wan": st.sampled_from([None, 0.0, 500.0, 4000.0]),
        "land_mu": st.sampled_from([None, 0.0, 10.0]),
        "investor_name": st.sampled_from([None, "大厂", "小厂"]),
    }
)


@cache
def standing_county():
    county = County()
    county.units("甲镇", "乙镇")
    county.parks(park("甲园", park_industries="陶瓷、玻璃", host_unit_name="甲镇"), park("乙园"))
    return county


def county_of(*rows, month="2026-01"):
    """Return the county with this ledger in force: each supersedes the one before."""
    county = standing_county()
    county.ledger(month, *(project(f"{i}") | row for i, row in enumerate(rows)))
    return county


def of(industry, park_name, count=1, **facts):
    return [{"industry_name": industry, "stated_park_name": park_name} | facts] * count


# 4 陶瓷 of 8 projects; in 甲园 3 of 4: (3/4) ÷ (4/8) = 1.5.
EIGHT = (*of("陶瓷", "甲园", 3), *of("钢", "甲园"), *of("陶瓷", None), *of("钢", "乙园", 3))


def quotients(county, *names, **params):
    rows = county.ask("industry_quotients", **({"area": "park"} | params))
    return {
        (row["area_name"], row["industry_name"]): tuple(row[name] for name in names) for row in rows.to_dict("records")
    }


def test_a_quotient_is_the_share_here_over_the_share_in_all():
    by_industry = quotients(county_of(*EIGHT), "project_count", "area_share_pct", "count_quotient")
    assert by_industry == {
        ("乙园", "钢"): (3, 100, 2.0), ("甲园", "陶瓷"): (3, 75, 1.5), ("甲园", "钢"): (1, 25, 0.5),
    }  # fmt: skip


def test_money_and_land_have_quotients_of_their_own():
    rows = (
        of("陶瓷", "甲园", planned_fai_wan=3000, land_mu=10)
        + of("钢", "甲园", planned_fai_wan=1000, land_mu=30)
        + of("钢", "乙园", planned_fai_wan=2000, land_mu=None)
    )
    by_industry = quotients(county_of(*rows), "invested_quotient", "land_quotient")
    assert by_industry["甲园", "陶瓷"] == ((3 / 4) / (3 / 6), (1 / 4) / (1 / 4))
    assert math.isnan(by_industry["乙园", "钢"][1])


def test_an_industry_filter_picks_rows_and_changes_no_quotient():
    county = county_of(*EIGHT)
    assert quotients(county, "count_quotient", industries=["陶瓷"]) == {("甲园", "陶瓷"): (1.5,)}


def test_before_a_contract_nothing_gathers_unless_its_stage_is_named():
    county = county_of(*of("陶瓷", "甲园", stage="intent"), *of("钢", "甲园"))
    assert set(quotients(county, "project_count")) == {("甲园", "钢")}
    assert set(quotients(county, "project_count", stages=["intent"])) == {("甲园", "陶瓷")}


def test_a_project_in_a_park_belongs_to_the_territory_of_its_host():
    county = county_of(*of("陶瓷", "甲园"), *of("钢", None, host_unit_name="乙镇"), *of("钢", None))
    assert set(quotients(county, "project_count", area="unit")) == {("甲镇", "陶瓷"), ("乙镇", "钢")}


def specialised(county, area_name, **params):
    rows = county.ask("specialisation", **({"area": "park"} | params))
    return next(row for row in rows.to_dict("records") if row["area_name"] == area_name)


def test_specialisation_is_the_sum_of_squared_shares():
    row = specialised(county_of(*EIGHT), "甲园")
    assert (row["leading_industry"], row["leading_share_pct"], row["count_hhi"]) == ("陶瓷", 75, 0.625)


def test_fit_is_counted_where_the_park_says_what_it_is_for():
    county = county_of(*EIGHT)
    assert (specialised(county, "甲园")["fit_share_pct"], specialised(county, "甲园")["fit_known_count"]) == (75, 4)
    assert math.isnan(specialised(county, "乙园")["fit_share_pct"])


def test_without_its_leading_firm_a_park_may_live_on_something_else():
    rows = of("陶瓷", "甲园", 2, investor_name="大厂", planned_fai_wan=4000) + of("钢", "甲园", planned_fai_wan=2000)
    row = specialised(county_of(*rows), "甲园")
    assert (row["firm_name"], row["firm_share_pct"]) == ("大厂", 80)
    assert (row["rest_count"], row["rest_invested_wan"], row["rest_industry"]) == (1, 2000, "钢")


def test_without_its_only_firm_a_park_has_nothing_left():
    alone = specialised(county_of(*of("钢", "乙园")), "乙园")
    assert (alone["rest_count"], alone["rest_industry"]) == (0, None)
    bare = specialised(county_of(*of("钢", "乙园", planned_fai_wan=None)), "乙园")
    assert bare["firm_name"] is None
    assert math.isnan(bare["invested_hhi"])


def test_each_year_ends_with_its_last_ledger():
    county = County()
    county.ledger("2025-06", project("甲", "园", industry_name="钢"))
    county.ledger("2025-12", project("甲", "园", industry_name="钢"), project("乙", "园", industry_name="陶瓷"))
    county.ledger("2026-03", project("丙", "园", industry_name="陶瓷", stage="dropped"))
    rows = county.ask("specialisation_by_year", area="park")
    assert [str(day)[:10] for day in rows["period"]] == ["2025-12-31", "2026-03-31"]
    assert rows["count_hhi"].tolist() == [0.5, 0.5]


def test_what_is_tested_states_an_industry_and_keeps_those_without_a_place():
    rows = county_of(*of(None, "甲园"), *of("陶瓷", None), *of("钢", "甲园", lon=117.0, lat=31.0)).ask(
        "cluster_projects", area="park"
    )
    assert rows["industry_name"].tolist() == ["陶瓷", "钢"]
    assert rows["area_name"].isna().tolist() == [True, False]


@settings(max_examples=8)
@given(st.lists(ROW, max_size=12))
def test_quotients_weighted_by_their_areas_average_to_one_and_shares_add_up(rows):
    county = county_of(*rows)
    stated = [row for row in rows if row["industry_name"]]
    placed = [row for row in stated if row["stated_park_name"]]
    answer = county.ask("industry_quotients", area="park")
    assert answer["project_count"].sum() == len(placed)
    for _, of_area in answer.groupby("area_id"):
        assert math.isclose(of_area["area_share_pct"].sum(), 100)
    whole = county.ask("specialisation", area="park")
    assert whole["project_count"].sum() == len(placed)
    assert all(0 < hhi <= 1 + 1e-12 for hhi in whole["count_hhi"])
