"""How contracts divide: worked examples of each cut, and shares that add up to 100 over random ledgers."""

import math
from collections import defaultdict
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parkatlas.terms import SCALE_TIERS, STAGES
from tests.queries.toy import County, park, project

CUTS = (
    "scale_tier", "industry_sector", "industry_section", "industry_division", "industry_group", "industry_class",
    "industry_name", "source_region", "capital_type", "park_name", "unit_name",
)  # fmt: skip
LOWER_BOUNDS = dict(zip((term.code for term in SCALE_TIERS), (10_000, 5000, 3000, 1000, 500, 0), strict=True))
ROW = st.fixed_dictionaries(
    {
        "stage": st.sampled_from([*(term.code for term in STAGES), None]),
        "planned_fai_wan": st.sampled_from([None, 0.0, 499.0, 500.0, 999.99, 1000.0, 3000.0, 5000.0, 9999.0, 10_000.0]),
        "contract_wan": st.sampled_from([None, 1.0, 20_000.0]),
        "industry_code": st.sampled_from([None, "C3360", "3360", "C33", "01", "F51", "E4790"]),
        "industry_name": st.sampled_from([None, "玻璃", "钢"]),
        "source_region": st.sampled_from([None, "yangtze"]),
        "capital_type": st.sampled_from([None, "domestic", "foreign"]),
        "stated_park_name": st.sampled_from([None, "甲园", "乙园"]),
        "unit_name": st.sampled_from([None, "甲镇", "乙镇"]),
    }
)


@cache
def standing_county():
    county = County()
    county.parks(park("甲园"), park("乙园"))
    return county


def county_of(*rows):
    """Return the county with this ledger in force: each supersedes the one before."""
    county = standing_county()
    county.ledger("2026-01", *(project(f"{i}") | row for i, row in enumerate(rows)))
    return county


def by_key(county, cut, *names, **params):
    """Return {value of the cut: the columns of these names} in the query's order."""
    rows = county.ask("structure", cut=cut, **params)
    return {row["cut_key"]: tuple(row[name] for name in names) for row in rows.to_dict("records")}


def test_tiers_run_from_the_largest_with_their_lower_bounds_inclusive():
    county = county_of(*({"planned_fai_wan": wan} for wan in (500.0, 10_000.0, 999.0, 5000.0, 499.0, 1000.0, 20_000.0)))
    assert by_key(county, "scale_tier", "project_count", "cumulative_count") == {
        "ge_1yi": (2, 2), "5000wan_1yi": (1, 3), "1000_3000wan": (1, 4), "500_1000wan": (2, 6), "lt_500wan": (1, 7),
    }  # fmt: skip


def test_tiers_and_money_go_by_the_chosen_basis():
    county = county_of({"planned_fai_wan": 900.0, "contract_wan": 1200.0})
    assert by_key(county, "scale_tier", "invested_wan", basis="contract") == {"1000_3000wan": (1200,)}
    assert by_key(county, "scale_tier", "invested_wan", basis="planned") == {"500_1000wan": (900,)}


def test_count_and_money_have_shares_of_their_own():
    rows = [{"industry_code": "C30", "planned_fai_wan": 100.0}] * 3 + [
        {"industry_code": "G59", "planned_fai_wan": 900.0}
    ]
    shares = by_key(county_of(*rows), "industry_sector", "count_share_pct", "invested_share_pct")
    assert shares == {"industry": (75, 25), "service": (25, 75)}


def test_a_code_is_read_with_or_without_letter_at_any_level():
    county = county_of(*({"industry_code": code} for code in ("C3360", "3360", "C33", "G5990", "01", None)))
    assert by_key(county, "industry_section", "project_count") == {"C": (3,), "A": (1,), "G": (1,), "": (1,)}
    assert by_key(county, "industry_division", "project_count") == {"33": (3,), "01": (1,), "59": (1,), "": (1,)}
    assert by_key(county, "industry_group", "project_count") == {"336": (2,), "599": (1,), "": (3,)}
    assert by_key(county, "industry_class", "project_count") == {"3360": (2,), "5990": (1,), "": (3,)}


def test_what_is_not_stated_stands_last_and_counts_in_the_whole():
    county = county_of({"planned_fai_wan": None}, {"planned_fai_wan": None}, {"planned_fai_wan": 500.0})
    assert by_key(county, "scale_tier", "project_count", "no_money_count") == {"500_1000wan": (1, 0), "": (2, 2)}


def test_before_a_contract_nothing_counts_unless_its_stage_is_named():
    county = county_of(*({"stage": stage} for stage in ("agreement", "signed", "dropped", None)))
    assert by_key(county, "capital_type", "project_count") == {"": (2,)}
    assert by_key(county, "capital_type", "project_count", stages=["agreement"]) == {"": (1,)}


def test_contracts_of_a_span_are_those_signed_within_it():
    days = (date(2025, 12, 31), date(2026, 1, 1), None)
    county = county_of(*({"signed_on": day, "capital_type": "foreign"} for day in days))
    assert by_key(county, "capital_type", "project_count", signed_from=date(2026, 1, 1)) == {"foreign": (1,)}


def test_parks_and_units_are_told_apart_by_id_and_shown_by_name():
    county = county_of({"stated_park_name": "甲园", "unit_name": "甲镇"}, {"unit_name": "甲镇"})
    assert county.ask("structure", cut="park_name")["cut_value"].tolist()[0] == "甲园"
    assert by_key(county, "unit_name", "cut_value") == {"甲镇": ("甲镇",)}


def test_no_money_at_all_has_no_shares():
    (row,) = county_of({"planned_fai_wan": 0.0}).ask("structure", cut="capital_type").to_dict("records")
    assert (row["count_share_pct"], math.isnan(row["invested_share_pct"])) == (100, True)


def test_an_empty_ledger_has_no_structure():
    assert county_of().ask("structure", cut="unit_name").empty


@pytest.mark.parametrize("cut", CUTS)
@settings(max_examples=10)
@given(rows=st.lists(ROW, max_size=12))
def test_shares_add_up_to_100_and_parts_to_the_whole(cut, rows):
    answer = county_of(*rows).ask("structure", cut=cut)
    signed = [row for row in rows if row["stage"] not in ("lead", "negotiating", "intent", "agreement", "dropped")]
    money = math.fsum(row["planned_fai_wan"] or 0 for row in signed)
    assert answer["project_count"].sum() == len(signed)
    assert answer["invested_wan"].sum() == pytest.approx(money)
    assert answer["count_share_pct"].sum() == pytest.approx(100 if signed else 0)
    assert answer["invested_share_pct"].sum() == pytest.approx(100 if money else 0)


@settings(max_examples=10)
@given(st.lists(ROW, max_size=12))
def test_each_tier_holds_what_plain_python_puts_into_it(rows):
    expected = defaultdict(float)
    for row in rows:
        if row["stage"] in ("lead", "negotiating", "intent", "agreement", "dropped"):
            continue
        wan = row["planned_fai_wan"]
        expected[next((code for code, low in LOWER_BOUNDS.items() if wan >= low), "") if wan is not None else ""] += 1
    assert by_key(county_of(*rows), "scale_tier", "project_count") == {code: (n,) for code, n in expected.items()}


FIRST_DIVISIONS = {
    "A": 1, "B": 6, "C": 13, "D": 44, "E": 47, "F": 51, "G": 53, "H": 61, "I": 63, "J": 66, "K": 70, "L": 71, "M": 73,
    "N": 76, "O": 80, "P": 83, "Q": 84, "R": 86, "S": 91, "T": 97,
}  # fmt: skip


def test_every_division_has_its_section():
    county = county_of(*({"industry_code": f"{division:02d}"} for division in range(1, 98)))
    lasts = [*(first - 1 for first in list(FIRST_DIVISIONS.values())[1:]), 97]
    sizes = {letter: last - first + 1 for (letter, first), last in zip(FIRST_DIVISIONS.items(), lasts, strict=True)}
    assert by_key(county, "industry_section", "project_count") == {
        letter: (sizes[letter],) for letter in sorted(sizes, key=lambda letter: (-sizes[letter], letter))
    }


def test_a_code_of_no_division_has_no_section():
    county = county_of(*({"industry_code": code} for code in ("00", "98", "X12")))
    assert by_key(county, "industry_section", "project_count") == {"": (3,)}
