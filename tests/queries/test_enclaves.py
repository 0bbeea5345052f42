"""Enclaves: who brings what to whose park, the conditions of entry on the signing date, and the two books."""

import datetime as dt

import pytest

from tests.queries.toy import County, park, project


@pytest.fixture
def county():
    """甲镇 hosts 东园, for 陶瓷; 乙局 has no place of its own; 丙镇 hosts 西园, which asks 80."""
    made = County()
    made.units("甲镇", "乙局", "丙镇")
    made.parks(
        park("东园", host_unit_name="甲镇", park_industries="陶瓷、建材", lon=120.1, lat=40.1),
        park("西园", host_unit_name="丙镇", park_threshold_wan_per_mu=80),
    )
    return made


def enclave(name, park_name="东园", unit="乙局", signed="2026-03-01", **facts):
    """Return a ledger row of an enclave: 1000 万元 on 10 mu, exactly 100 万元/亩."""
    day = signed and dt.date.fromisoformat(signed)
    return project(name, park_name, unit_name=unit, industry_name="陶瓷", signed_on=day) | facts


def test_a_flow_sums_what_a_unit_brings_to_a_park_of_another(county):
    county.ledger(
        "2026-06",
        enclave("一"),
        enclave("二", planned_fai_wan=500),
        enclave("自家", unit="甲镇"),
        enclave("三", "西园"),
    )
    flows = county.ask("enclave_flows")
    rows = flows[["unit_label", "park_label", "project_count", "invested_wan", "failing_count"]].to_dict("split")[
        "data"
    ]
    assert rows == [["乙局", "东园", 2, 1500, 1], ["乙局", "西园", 1, 1000, 0]]


def test_a_flow_says_where_it_begins_and_ends_as_far_as_known(county):
    county.ledger("2026-06", enclave("一", "西园", "甲镇"), enclave("二"))
    flows = county.ask("enclave_flows").set_index("unit_label")
    assert (flows.loc["甲镇", "unit_lon"], flows.loc["乙局", "park_lon"]) == (120.0, 120.1)
    assert flows.loc["乙局", ["unit_lon", "unit_lat"]].isna().all()
    assert flows.loc["甲镇", ["park_lon", "park_lat"]].isna().all()


def test_years_are_those_of_signing_and_one_not_signed_stands_in_none(county):
    county.ledger("2026-06", enclave("一"), enclave("二", signed="2025-01-01"), enclave("三", signed=None))
    assert county.ask("enclave_years").to_dict("list") == {"year": [2025, 2026], "enclave_count": [1, 1]}
    assert county.ask("enclave_flows")["project_count"].sum() == 3
    assert county.ask("enclave_flows", year=2025)["project_count"].sum() == 1


@pytest.mark.parametrize("filters", [{"parks": ["东园"]}, {"units": ["甲镇"]}, {"industries": ["机械"]}])
def test_flows_keep_to_the_filters(county, filters):
    county.ledger("2026-06", enclave("一", "西园", "甲镇"), enclave("二"), enclave("三", industry_name="机械"))
    assert county.ask("enclave_flows", **filters)["project_count"].sum() < 3


ENTRIES = {
    "fit": {},
    "unfit by intensity": {"planned_fai_wan": 880},
    "unfit by industry": {"industry_name": "机械"},
    "unfit by industry though land is missing": {"industry_name": "机械", "land_mu": None},
    "unfit by intensity though industry is missing": {"industry_name": None, "planned_fai_wan": 880},
    "unjudged without land": {"land_mu": None},
    "unjudged without industry": {"industry_name": None},
}


@pytest.mark.parametrize("verdict", ENTRIES)
def test_both_conditions_are_judged_and_what_lacks_data_is_not(county, verdict):
    county.ledger("2026-06", enclave("一", **ENTRIES[verdict]))
    assert county.one("enclave_entries")["entry_verdict"] == verdict.split()[0]


def test_the_shortfall_is_told_per_mu_and_over_the_land(county):
    county.ledger("2026-06", enclave("一", planned_fai_wan=880))
    row = county.one("enclave_entries")
    assert (row["shortfall_wan_per_mu"], row["shortfall_wan"]) == (12, 120)


def test_an_industry_is_compared_whole(county):
    county.ledger("2026-06", enclave("一", industry_name="陶"))
    assert not county.one("enclave_entries")["is_industry_fit"]


def test_what_is_not_fit_stands_first_then_what_nobody_can_judge(county):
    county.ledger("2026-06", enclave("甲"), enclave("乙", land_mu=None), enclave("丙", planned_fai_wan=1))
    assert county.ask("enclave_entries")["project_name"].tolist() == ["丙", "乙", "甲"]


def books(county, metric="contract_wan", **rules):
    """Return {unit: (where it stands, credited)} of a metric."""
    rows = county.ask("enclave_books", "2026-06-30", metrics=[metric], **rules)
    names = rows["unit_label"].where(rows["unit_label"].notna(), "")
    return dict(zip(names, rows[["local_value", "credited_value"]].itertuples(index=False, name=None), strict=True))


def test_an_enclave_stands_with_its_host_and_is_credited_to_its_introducer(county):
    county.ledger("2026-06", enclave("一", contract_wan=200), enclave("自家", unit="甲镇", contract_wan=30))
    assert books(county) == {"乙局": (0, 200), "甲镇": (230, 30)}


def test_the_usual_share_leaves_the_host_the_rest(county):
    county.ledger("2026-06", enclave("一", contract_wan=200))
    assert books(county, credit_share=60) == {"乙局": (0, 120), "甲镇": (200, 80)}


def rule(metric, first, until, share):
    """Return one line of the rules as parameters."""
    days = {"credit_from": [dt.date.fromisoformat(first)], "credit_until": [dt.date.fromisoformat(until)]}
    return {"credit_metrics": [metric], "credit_shares": [share], **days}


def test_a_rule_holds_for_its_metric_between_two_signing_days(county):
    days = ("2026-01-31", "2026-02-01", "2026-03-31", "2026-04-01")
    county.ledger("2026-06", *(enclave(day, signed=day, contract_wan=100) for day in days))
    half = rule("contract_wan", "2026-02-01", "2026-03-31", 50.0)
    assert books(county, **half) == {"乙局": (0, 300), "甲镇": (400, 100)}
    assert books(county, "project_count", **half) == {"乙局": (0, 4), "甲镇": (4, 0)}


def test_two_lines_for_one_day_count_once(county):
    county.ledger("2026-06", enclave("一", contract_wan=100))
    line = rule("contract_wan", "2026-01-01", "2026-12-31", 50.0)
    assert books(county, **{name: value * 2 for name, value in line.items()})["甲镇"] == (100, 50)


def test_an_unnamed_unit_keeps_its_own_line_in_either_book(county):
    county.ledger("2026-06", enclave("无主", None, "乙局", contract_wan=5), enclave("无名", unit=None, contract_wan=7))
    assert books(county) == {"乙局": (0, 5), "甲镇": (7, 0), "": (5, 7)}


def test_the_books_of_another_year_end_with_it(county):
    county.ledger("2025-12", enclave("一", signed="2025-05-01", contract_wan=100))
    county.ledger("2026-06", enclave("一", signed="2025-05-01", contract_wan=100), enclave("二", contract_wan=10))
    assert books(county, year=2025)["乙局"] == (0, 100)
    assert books(county)["乙局"] == (0, 10)


def test_the_regions_total_is_that_of_the_targets(county):
    county.targets((None, 2026, "contract_wan", 100.0))
    county.ledger("2026-06", enclave("一", contract_wan=200), enclave("二", unit="甲镇", contract_wan=30))
    total = county.one("enclave_reconciliation", "2026-06-30", metrics=["contract_wan"], credit_share=25)
    assert total["region_value"] == county.one("target_progress", "2026-06-30")["done_value"] == 230
    assert (total["shared_value"], total["host_share_value"], total["is_balanced"]) == (200, 150, True)


def test_every_credited_row_is_stamped_internal(county):
    county.ledger("2026-06", enclave("一", contract_wan=200))
    for query in ("enclave_books", "enclave_reconciliation"):
        assert set(county.ask(query, "2026-06-30")["stamp"]) == {"internal"}
