"""Random ledgers: the pipeline's SQL finds what plain Python finds, and every total is the sum of its parts."""

import datetime as dt
import math
from functools import cache

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parkatlas.columns import STAGE_DATES
from parkatlas.terms import STAGES
from tests.queries.toy import County, project

AS_OF = dt.date(2026, 6, 30)
LIMITS = [30] * 10
ORDER = [term.code for term in STAGES if term.code != "dropped"]
GROUPS = {
    **dict.fromkeys(ORDER[:4], "preparing"),
    "signed": "to_start",
    **dict.fromkeys(ORDER[5:7], "under_way"),
    "completed": "to_produce",
    **dict.fromkeys(ORDER[8:], "in_production"),
}
DATE = st.one_of(st.none(), st.dates(dt.date(2024, 1, 1), dt.date(2026, 12, 31)))
ROW = st.fixed_dictionaries(
    {
        "stage": st.sampled_from([*ORDER, "dropped", None]),
        "contract_wan": st.sampled_from([None, 1.0, 2.5]),
        "in_place_wan": st.sampled_from([None, 0.0, 1.0]),
        **dict.fromkeys(STAGE_DATES, DATE),
    }
)
LEDGERS = st.tuples(st.lists(ROW, max_size=8), st.lists(ROW, max_size=8))
FEW = settings(max_examples=8)


@cache
def standing_county():
    return County()


def county_of(ledgers):
    """Return the county with these ledgers of May and June in force: each example supersedes the one before."""
    for month, rows in zip(("2026-05", "2026-06"), ledgers, strict=True):
        standing_county().ledger(month, *(project(f"{i}") | row for i, row in enumerate(rows)))
    return standing_county()


def today(ledgers):
    """Return the rows that stand at the end of June, by project: June's, and May's that June does not speak of."""
    may, june = ledgers
    return {f"{i}": row for rows in (may, june) for i, row in enumerate(rows)}


def rows_of(county, name, **params):
    return county.ask(name, f"{AS_OF}", stage_limits=LIMITS, **params).to_dict("records")


def dates(row):
    """Return the stage dates that have come, in the stages' order, the day of dropping last."""
    return [row[name] if row[name] and row[name] <= AS_OF else None for name in STAGE_DATES]


def reached(row):
    """Return the place of the furthest stage reached, 0 for none."""
    now = ORDER.index(row["stage"]) + 1 if row["stage"] in ORDER else 0
    return max([now, *(place for place, on in enumerate(dates(row)[:-1], 1) if on)])


def spells(rows, place):
    """Return the days that projects spent in the stage of a place, contradictory ones too."""
    days = []
    for row in rows:
        mine, *later = dates(row)[place:]
        following = next(filter(None, later), None)
        if mine and following:
            days.append((following - mine).days)
    return days


def is_contract(row):
    if row["stage"] == "dropped":
        return max([0, *(place for place, on in enumerate(dates(row)[:-1], 1) if on)]) >= 5
    return row["stage"] is None or ORDER.index(row["stage"]) >= 4


def money(rows, *, contract):
    return math.fsum(row["contract_wan"] or 0 for row in rows if is_contract(row) == contract)


def stated(rows, name):
    return math.fsum(row[name] for row in rows if not math.isnan(row[name]))


@FEW
@given(LEDGERS)
def test_stages_count_every_project_once_with_its_money(ledgers):
    rows = list(today(ledgers).values())
    answer = rows_of(county_of(ledgers), "pipeline_stages")
    assert sum(row["project_count"] for row in answer) == len(rows)
    assert stated(answer, "contract_wan") == pytest.approx(money(rows, contract=True))
    assert stated(answer, "intended_wan") == pytest.approx(money(rows, contract=False))


@FEW
@given(LEDGERS)
def test_reach_conversion_and_days_are_what_plain_python_finds(ledgers):
    rows = list(today(ledgers).values())
    for place, answer in enumerate(rows_of(county_of(ledgers), "pipeline_stages")[:10]):
        assert answer["reached_stage_count"] == sum(reached(row) > place for row in rows)
        assert math.isnan(answer["conversion_pct"]) or 0 <= answer["conversion_pct"] <= 100
        days = spells(rows, place)
        assert answer["misdated_count"] == sum(spent < 0 for spent in days)
        assert answer["left_count"] == sum(spent >= 0 for spent in days)
        assert math.isnan(answer["median_days"]) or answer["median_days"] >= 0


@FEW
@given(LEDGERS)
def test_work_groups_part_the_projects_that_are_not_dropped(ledgers):
    going = [row for row in today(ledgers).values() if row["stage"] != "dropped"]
    answer = rows_of(county_of(ledgers), "work_groups")
    counts = {row["work_group"]: row["project_count"] for row in answer}
    for group in set(GROUPS.values()):
        assert counts[group] == sum(GROUPS.get(row["stage"]) == group for row in going)
    assert sum(counts.values()) == len(going)
    assert stated(answer, "contract_wan") == pytest.approx(money(going, contract=True))
    assert sum(row["stuck_count"] for row in answer) == len(rows_of(standing_county(), "stuck_projects"))
    assert not going or stated(answer, "share_pct") == pytest.approx(100)


@FEW
@given(LEDGERS)
def test_cohorts_part_the_projects_by_the_year_of_their_first_date(ledgers):
    firsts = [min(filter(None, dates(row)), default=None) for row in today(ledgers).values()]
    county = county_of(ledgers)
    for answer in rows_of(county, "pipeline_cohorts"):
        year = None if pd.isna(answer["cohort_year"]) else int(answer["cohort_year"])
        assert answer["project_count"] == sum((on.year if on else None) == year for on in firsts)
        if year:
            stages = rows_of(county, "pipeline_stages", cohort_year=year)
            assert sum(row["project_count"] for row in stages) == answer["project_count"]


@FEW
@given(LEDGERS)
def test_each_list_holds_exactly_the_projects_of_its_total(ledgers):
    county = county_of(ledgers)
    may = dict(enumerate(ledgers[0]))
    fallen = [
        name
        for name, row in today(ledgers).items()
        if int(name) < min(map(len, ledgers)) and row["stage"] in ORDER
        and ORDER.index(row["stage"]) < _place(may[int(name)]["stage"])
    ]  # fmt: skip
    for total in rows_of(county, "pipeline_gap_totals"):
        kind = total["pipeline_gap"]
        rows = rows_of(county, "pipeline_gaps", pipeline_gap=kind)
        assert len(rows) == total["project_count"] == len(rows_of(county, "pipeline_projects", listed=f"gap:{kind}"))
        if kind == "fallen_back":
            assert sorted(row["project_id"] for row in rows) == sorted(fallen)


def _place(stage):
    return ORDER.index(stage) if stage in ORDER else -1
