"""Random regions: queries that return the same column of the same park, project, unit or region find one figure."""

import datetime as dt
import re
from functools import cache

import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from parkatlas import queries
from parkatlas.columns import STAGE_DATES
from parkatlas.terms import STAGES
from tests.queries.test_pipeline import hinder, obstacle
from tests.queries.toy import County, park, project

AS_OF = "2026-06-30"
KEYS = {"park": "park_id", "project": "project_id", "unit": "unit_id", "metric": "metric", "tier": "target_tier"}
OWN = ("park_id", "project_id", "unit_id")
PARKS, UNITS = ("甲园", "乙园"), ("甲镇", "乙镇")
# What a query has to be told besides the usual.
TOLD = {
    "project_id": "0", "park_id": PARKS[0], "obstacle_id": "堵", "campaign_id": "冲刺", "listed": "group:under_way",
    "role": "leader", "attribute": "stage", "area": "park", "stage_limits": [30] * 10,
}  # fmt: skip
DATE = st.one_of(st.none(), st.dates(dt.date(2024, 1, 1), dt.date(2026, 12, 31)))
MONEY = st.sampled_from([None, 0.0, 110.0, 4530.0])
ROW = st.fixed_dictionaries(
    {
        "stage": st.sampled_from([*(term.code for term in STAGES), None]),
        "stated_park_name": st.sampled_from([*PARKS, "无主园", None]),
        "unit_name": st.sampled_from([*UNITS, "县局", None]),
        "industry_name": st.sampled_from(["玻璃", "钢", None]),
        "land_mu": st.sampled_from([None, 1.1, 45.3]),
        **dict.fromkeys(("planned_fai_wan", "done_fai_wan", "contract_wan", "in_place_wan"), MONEY),
        **dict.fromkeys((*STAGE_DATES, "planned_start_on", "planned_completion_on", "agreed_start_on"), DATE),
    }
)
LEDGERS = st.tuples(st.lists(ROW, max_size=6), st.lists(ROW, min_size=1, max_size=6))
SCOPE = st.sampled_from([{}, {"units": [UNITS[0]]}, {"parks": [PARKS[0], ""], "industries": ["玻璃"]}])


@cache
def grains():
    """Return the columns that tell a row of each query: of a park, project or unit, or none for the region's one row.

    Queries of other grains are left out; one of a single row that has a project's id has the project's grain.
    """
    keys = {}
    for name, query in queries.load_all().items():
        per = re.search(r"one row(?: per (\([^)]*\)|\w+))?", query.summary)
        columns = [slot.name for slot in query.returns]
        if per and per[1] is None:
            keys[name] = tuple(key for key in ("project_id",) if key in columns)
        elif per:
            key = [KEYS.get(word) for word in re.findall(r"\w+", per[1])]
            if set(key) <= set(columns) and set(key) & set(OWN):
                keys[name] = tuple(sorted(key))
    return keys


@cache
def standing_county():
    county = County()
    county.units(*UNITS)
    county.parks(
        park(PARKS[0], host_unit_name=UNITS[0], park_industries="玻璃", planned_area_mu=100.0, supplied_area_mu=40.0),
        park(PARKS[1], park_threshold_wan_per_mu=90.0, planned_area_mu=10.0, supplied_area_mu=40.0),
    )
    county.targets((UNITS[0], 2026, "project_count", 4.0), (UNITS[1], 2026, "contract_wan", 500.0))
    county.thresholds((PARKS[0], "2025-01-01", 110.0, "县发1号"))
    hinder(county, obstacle("堵", "0", "2026-06-01", due_on=dt.date(2026, 6, 20)))
    return county


def county_of(ledgers):
    """Return the county with these ledgers of May and June in force: each example supersedes the one before."""
    for month, rows in zip(("2026-05", "2026-06"), ledgers, strict=True):
        standing_county().ledger(month, *(project(f"{i}") | row for i, row in enumerate(rows)))
    return standing_county()


def figures(county, scope):
    """Yield every figure of the queries that know the scope: what it is of, its value, the query."""
    for name, key in grains().items():
        names = queries.find(name).param_names
        if not set(scope) <= set(names):
            continue
        rows = county.ask(name, AS_OF, **{k: v for k, v in (TOLD | scope).items() if k in names})
        for row in rows.to_dict("records"):
            whose = tuple(str(row[column]) for column in key)
            yield from (((key, whose, column), value, name) for column, value in row.items())


def is_same(one, other):
    if pd.isna(one) or pd.isna(other):
        return pd.isna(one) and pd.isna(other)
    return one == (pytest.approx(other, rel=1e-9, abs=1e-9) if isinstance(other, float) else other)


def test_the_queries_of_each_grain_are_known():
    least = {("park_id",): 5, ("project_id",): 15, ("metric", "target_tier", "unit_id"): 2, (): 3}
    counted = {key: sum(1 for grain in grains().values() if grain == key) for key in least}
    assert all(counted[key] >= count for key, count in least.items()), counted


# An example asks some thirty queries: to shrink one takes minutes and says little more.
@settings(max_examples=8, phases=[Phase.explicit, Phase.generate])
@given(LEDGERS, SCOPE)
def test_one_column_of_one_thing_is_one_figure(ledgers, scope):
    first = {}
    for figure, value, query in figures(county_of(ledgers), scope):
        expected, where = first.setdefault(figure, (value, query))
        assert is_same(expected, value), f"{figure}: {expected} in {where}, {value} in {query}"
