"""Random ledgers: SQL finds what plain Python finds, and every total is the sum of its parts."""

import datetime as dt
import math
from collections import defaultdict
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parkatlas.terms import STAGES
from tests.queries.toy import County, park, project

PARKS = ("甲园", "乙园")
OPTIONAL = {
    "stated_park_name": st.sampled_from([*PARKS, None]),
    "unit_name": st.sampled_from(["甲镇", "乙镇", None]),
    "industry_name": st.sampled_from(["玻璃", "钢", None]),
    "stage": st.sampled_from([*(term.code for term in STAGES), None]),
    "land_mu": st.sampled_from([None, 0.5, 1.1, 10.0, 45.3]),
    "planned_fai_wan": st.sampled_from([None, 50.0, 110.0, 1000.0, 4530.0]),
    "contract_wan": st.sampled_from([None, 1.0, 2.5]),
    "signed_on": st.sampled_from([None, dt.date(2024, 12, 31), dt.date(2025, 1, 1)]),
}
LEDGER = st.lists(st.fixed_dictionaries(OPTIONAL), max_size=12)
# A ledger imported anew takes its tenth of a second; few examples find what there is to find.
FEW = settings(max_examples=12)
FILTERS = {"parks": "stated_park_name", "units": "unit_name", "industries": "industry_name", "stages": "stage"}


@cache
def standing_county():
    county = County()
    county.parks(park(PARKS[0], park_threshold_wan_per_mu=90.0), park(PARKS[1]))
    county.thresholds((PARKS[0], "2025-01-01", 110.0, "县发1号"))
    return county


def county_of(rows):
    """Return the county with this ledger in force: each example supersedes the one before."""
    county = standing_county()
    county.ledger("2026-01", *(project(f"{i}") | row for i, row in enumerate(rows)))
    return county


def threshold(row):
    """Return what held on the signing date, of who has not signed on the day asked for; None outside all parks."""
    if row["stated_park_name"] != PARKS[0]:
        return 100.0 if row["stated_park_name"] else None
    return 90.0 if row["signed_on"] and row["signed_on"] < dt.date(2025, 1, 1) else 110.0


def summed(rows, name):
    """Return the sum of what is stated, or None where nothing is."""
    stated = [row[name] for row in rows if row[name] is not None]
    return math.fsum(stated) if stated else None


def weighed(rows):
    """Return counts and the ratio of sums over the rows that have both land and money."""
    both = [row for row in rows if row["land_mu"] is not None and row["planned_fai_wan"] is not None]
    judged = [row for row in both if threshold(row)]
    reached = [row for row in judged if row["planned_fai_wan"] + 1e-9 >= threshold(row) * row["land_mu"]]
    ratio = summed(both, "planned_fai_wan") / summed(both, "land_mu") if both else None
    return {
        "project_count": len(rows),
        "measured_count": len(both),
        "reached_count": len(reached),
        "short_count": len(judged) - len(reached),
        "missing_count": len(rows) - len(both),
        "intensity_wan_per_mu": ratio,
    }


def assert_same(answer, expected):
    for name, value in expected.items():
        assert answer[name] == pytest.approx(math.nan if value is None else value, nan_ok=True, abs=1e-6), name


def going(rows):
    return [row for row in rows if row["stage"] != "dropped"]


@FEW
@given(LEDGER)
def test_totals_are_what_plain_python_finds(rows):
    answer = county_of(rows).one("overview_totals")
    alive = going(rows)
    sums = {name: summed(alive, name) for name in ("planned_fai_wan", "land_mu")}
    contracts = [row for row in alive if row["stage"] not in ("lead", "negotiating", "intent", "agreement")]
    assert_same(answer, weighed(alive) | sums | {"contract_wan": summed(contracts, "contract_wan")})


@FEW
@given(LEDGER)
def test_intensities_by_park_are_what_plain_python_finds(rows):
    by_park = defaultdict(list)
    for row in going(rows):
        by_park[row["stated_park_name"]].append(row)
    answers = county_of(rows).ask("intensity_by_park").to_dict("records")
    assert sorted(answer["park_id"] for answer in answers) == sorted(PARKS)
    for answer in answers:
        assert_same(answer, weighed(by_park[answer["park_id"]]))


@pytest.mark.parametrize("filter_name", FILTERS)
@FEW
@given(rows=LEDGER)
def test_totals_are_the_sum_of_their_parts(filter_name, rows):
    county = county_of(rows)
    whole = county.one("overview_totals")
    values = sorted({row[FILTERS[filter_name]] or "" for row in going(rows)})
    parts = [county.one("overview_totals", **{filter_name: [value]}) for value in values]
    for name in ("project_count", "measured_count", "reached_count", "missing_count", "signed_count", "started_count"):
        assert sum(part[name] for part in parts) == whole[name], name
    for name in ("contract_wan", "planned_fai_wan", "land_mu"):
        total = math.fsum(part[name] for part in parts if not math.isnan(part[name]))
        assert total == pytest.approx(0 if math.isnan(whole[name]) else whole[name])


@FEW
@given(LEDGER)
def test_counts_of_verdicts_agree_from_query_to_query(rows):
    county = county_of(rows)
    whole = county.one("overview_totals")
    verdicts = county.ask("intensity_by_project")["verdict"].value_counts().to_dict()
    assert verdicts.get("pass", 0) == whole["reached_count"]
    assert verdicts.get("exempt", 0) == whole["exempt_count"]
    assert verdicts.get("pass", 0) + verdicts.get("short", 0) == whole["judged_count"]
    assert len(county.ask("intensity_by_project", verdict="short")) == whole["short_count"]
    assert (
        county.ask("intensity_distribution", bin_width=20.0, bin_top=300.0)["project_count"].sum()
        == whole["judged_count"]
    )
    assert (county.ask("threshold_sensitivity")["judged_count"] == whole["judged_count"]).all()


@FEW
@given(LEDGER)
def test_the_gaps_list_every_project_that_is_counted_as_missing_data(rows):
    county = county_of(rows)
    gaps = county.ask("data_gaps")
    listed = gaps[gaps["gap"].isin(["land_mu", "invested_wan"])]["project_id"].nunique()
    assert listed == county.one("overview_totals")["missing_count"]
