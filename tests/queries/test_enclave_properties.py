"""Random projects under random share rules: either book adds up to the region, unit by unit as plain Python has it."""

import datetime as dt
from collections import defaultdict
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parkatlas.workspace.settings import Credit
from tests.queries.toy import County, park, project

UNITS = ("甲", "乙", "丙")
METRICS = ("project_count", "contract_wan", "in_place_wan")
DAY = st.sampled_from([None, *(dt.date(2026, month, 1) for month in range(1, 7))])
ROW = st.fixed_dictionaries(
    {
        "unit_name": st.sampled_from([*UNITS, None]),
        "stated_park_name": st.sampled_from(["甲园", "乙园", "无主园", None]),
        "host_unit_name": st.sampled_from([None, "丙"]),
        "signed_on": DAY,
        "stage": st.sampled_from(["signed", "dropped", None]),
        "contract_wan": st.sampled_from([None, 0.0, 0.1, 1e7, 333.3]),
        "in_place_wan": st.sampled_from([None, 7.7]),
    }
)


@st.composite
def rules(draw):
    """Draw settings of credit: a usual share, and for each metric shares by spans that do not overlap."""
    share = st.floats(0, 100)
    lines = []
    for metric in METRICS:
        days = sorted(draw(st.sets(st.dates(dt.date(2025, 12, 1), dt.date(2026, 7, 1)), max_size=4)))
        for first, until in zip(days[::2], days[1::2], strict=False):
            lines.append({"introducer_share_pct": draw(share), "from": first, "until": until, "metrics": [metric]})
    return Credit.model_validate({"introducer_share_pct": draw(share), "rules": lines})


@cache
def shared_county():
    county = County()
    county.units(*UNITS)
    county.parks(park("甲园", host_unit_name="甲"), park("乙园", host_unit_name="乙"), park("无主园"))
    return county


def share_of(credit, metric, signed):
    day = signed or dt.date(2026, 6, 30)
    ruled = [r for r in credit.rules if metric in r.metrics and r.first <= day <= r.until]
    return ruled[0].introducer_share_pct if ruled else credit.introducer_share_pct


def expected(rows, credit, metric):
    """Return {unit: [where it stands, credited]} of a metric."""
    sums = defaultdict(lambda: [0.0, 0.0])
    for row in rows:
        value = {"project_count": 1.0}.get(metric, row.get(metric))
        if row["stage"] == "dropped" or value is None or (metric != "in_place_wan" and row["signed_on"] is None):
            continue
        place, unit = row["stated_park_name"], row["unit_name"]
        host = {"甲园": "甲", "乙园": "乙"}.get(place, row["host_unit_name"])
        is_shared = place and unit and host and unit != host
        part = share_of(credit, metric, row["signed_on"]) / 100 if is_shared else 1
        sums[host][0] += value
        sums[unit][1] += value * part
        sums[host][1] += value * (1 - part)
    return sums


@settings(max_examples=15, deadline=None)
@given(st.lists(ROW, max_size=7), rules())
def test_both_books_add_up_and_are_what_plain_python_says(rows, credit):
    county = shared_county()
    county.ledger("2026-06", *(project(f"{i}") | row for i, row in enumerate(rows)))
    totals = county.ask("enclave_reconciliation", "2026-06-30", metrics=list(METRICS), **credit.params)
    assert totals["is_balanced"].all()
    books = county.ask("enclave_books", "2026-06-30", metrics=list(METRICS), **credit.params)
    for metric, total in totals.set_index("metric")["region_value"].items():
        own = books[books["metric"] == metric]
        assert own[["local_value", "credited_value"]].sum().tolist() == pytest.approx([total, total], rel=1e-9)
        wanted = expected(rows, credit, metric)
        for row in own.itertuples():
            unit = row.unit_id if isinstance(row.unit_id, str) else None
            assert [row.local_value, row.credited_value] == pytest.approx(wanted[unit], abs=1e-6)
