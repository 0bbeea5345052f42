"""Every ledger's rows hold together: words, codes, dates, stages, money and places."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from shapely.geometry import Point

from parkatlas import terms
from parkatlas.columns import STAGE_DATES, column
from parkatlas.demo.calendar import month_end
from parkatlas.demo.industries import INDUSTRIES

LAST = date(2026, 10, 31)
MONEY = ("done_fai_wan", "in_place_wan", "outside_in_place_wan", "foreign_usd_wan")
WORDS = ("source_region", "capital_type", "stage")


def number(row, name):
    return float(row[name] or 0)


def day(row, name):
    return date.fromisoformat(row[name]) if row[name] else None


@pytest.fixture(scope="module")
def rows(ledgers):
    return [(month_end(int(month[:4]), int(month[5:])), row) for month, ledger in ledgers.items() for row in ledger]


@pytest.fixture(scope="module")
def lives(ledgers):
    histories = {}
    for month in ledgers.values():
        for row in month:
            histories.setdefault(row["project_id"], []).append(row)
    return histories


def test_every_word_is_a_label_of_its_vocabulary(rows):
    labels = {name: {term.labels[0] for term in terms.VOCABULARIES[column(name).vocabulary]} for name in WORDS}
    assert all(row[name] in labels[name] for _, row in rows for name in WORDS)


def test_every_unit_and_park_named_is_in_the_registers(rows, units, parks):
    assert all({row["unit_name"], row["host_unit_name"]} <= units.keys() for _, row in rows)
    assert {row["park_name"] for _, row in rows} - {None} == set(parks)


def test_every_industry_code_is_of_a_division_of_its_industry(newest):
    assert all(row["industry_code"][:3] in INDUSTRIES[row["industry_name"]].divisions for row in newest)
    assert {len(row["industry_code"]) for row in newest} == {5}


def test_a_project_s_stage_is_the_last_one_with_a_date(rows):
    labels = [term.labels[0] for term in terms.STAGES]
    assert all(row["stage"] == labels[max(i for i, name in enumerate(STAGE_DATES) if row[name])] for _, row in rows)


def test_stage_dates_follow_the_stages_and_never_lie_ahead(rows):
    for at, row in rows:
        dates = [day(row, name) for name in STAGE_DATES if row[name]]
        assert all(earlier < later for earlier, later in pairwise(dates))
        assert dates[-1] <= at


def test_land_is_supplied_between_contract_and_start(newest):
    supplied = [row for row in newest if row["supplied_on"]]
    assert all(row["signed_on"] < row["supplied_on"] < row["agreed_start_on"] for row in supplied)
    assert all(row["supplied_on"] < row["started_on"] for row in supplied if row["started_on"])


def test_a_project_before_its_contract_has_no_land_and_no_money(rows):
    fresh = [row for _, row in rows if not row["signed_on"]]
    assert len(fresh) > 500
    assert all(row[name] is None for row in fresh for name in ("supplied_on", *MONEY))


def test_the_reserve_asks_for_land_and_half_of_it_has_no_park(newest):
    reserve = [row for row in newest if not row["signed_on"] and row["stage"] != "终止"]
    asking = [row for row in reserve if row["intent_on"] or row["agreement_on"]]
    assert asking == [row for row in reserve if row["land_mu"] and row["planned_fai_wan"]]
    assert sum(not row["park_name"] for row in reserve) > len(reserve) / 2 > 10


def test_parts_of_the_funds_stay_within_the_whole(rows):
    assert all(number(row, "outside_in_place_wan") <= number(row, "in_place_wan") for _, row in rows)
    assert all(number(row, "foreign_usd_wan") * 7.1 <= number(row, "outside_in_place_wan") + 8 for _, row in rows)
    assert all(number(row, "in_place_wan") <= number(row, "contract_wan") for _, row in rows)


def test_the_contract_covers_the_planned_investment(rows):
    assert all(number(row, "contract_wan") >= number(row, "planned_fai_wan") for _, row in rows)


def test_only_a_few_projects_cost_more_than_planned(newest):
    stated = [row for row in newest if row["planned_fai_wan"] and row["done_fai_wan"]]
    over = [number(row, "done_fai_wan") / number(row, "planned_fai_wan") for row in stated]
    assert 3 <= sum(share > 1 for share in over) <= 0.1 * len(stated)
    assert max(over) < 1.15


def test_cumulative_money_never_falls(lives):
    for rows in lives.values():
        for name in MONEY:
            assert all(number(earlier, name) <= number(later, name) for earlier, later in pairwise(rows))


def test_a_project_once_in_the_ledger_stays_in_it(ledgers):
    numbers = [{row["project_id"] for row in rows} for rows in ledgers.values()]
    assert all(earlier <= later for earlier, later in pairwise(numbers))


def test_two_projects_fall_back_and_no_others(lives):
    order = {term.labels[0]: place for place, term in enumerate(terms.STAGES)}
    falls = [
        (earlier["stage"], later["stage"])
        for life in lives.values()
        for earlier, later in pairwise(life)
        if order[later["stage"]] < order[earlier["stage"]]
    ]
    assert len(falls) == 2
    assert ("在建", "开工") in falls


def test_who_is_foreign_brings_foreign_capital_and_nobody_else_does(newest):
    paid = [row for row in newest if row["in_place_wan"]]
    assert all((row["capital_type"] == "外资") == (row["foreign_usd_wan"] is not None) for row in paid)
    assert 0.1 < sum(row["capital_type"] == "外资" for row in newest) / len(newest) < 0.15


def test_output_and_tax_come_only_from_those_who_produced_last_year(newest):
    giving = [row for row in newest if row["output_wan"]]
    assert len(giving) > 40
    assert all(day(row, "producing_on").year < 2026 for row in giving)


def test_a_dropped_project_says_why_and_no_other_does(rows):
    assert all((row["stage"] == "终止") == (row["drop_reason"] is not None) for _, row in rows)


def test_seven_in_ten_projects_reach_their_threshold(newest, parks):
    own = {name: properties["park_threshold_wan_per_mu"] or 100 for name, (properties, _) in parks.items()}
    stated = [row for row in newest if row["land_mu"] and row["planned_fai_wan"] and row["stage"] != "终止"]
    spread = [(number(row, "planned_fai_wan") / number(row, "land_mu"), row["park_name"]) for row in stated]
    assert 0.65 <= sum(intensity >= own.get(name, 100) for intensity, name in spread) / len(spread) <= 0.75


def test_nearly_half_of_all_projects_are_enclaves(newest, parks):
    hosts = {name: properties["host_unit_name"] for name, (properties, _) in parks.items()}
    away = [row for row in newest if row["park_name"] and row["unit_name"] != hosts[row["park_name"]]]
    assert 0.42 < len(away) / len(newest) < 0.48


def test_a_few_units_have_introduced_nothing(newest, units):
    idle = set(units) - {row["unit_name"] for row in newest}
    assert idle == {"高坪乡", "澄溪街道", "县人社局", "县生态环境局"}


def test_six_projects_leave_land_idle_a_year_and_two_for_two(newest):
    waiting = [row for row in newest if row["agreed_start_on"] and not row["started_on"]]
    late = [LAST - day(row, "agreed_start_on") for row in waiting]
    assert sum(delay > timedelta(days=365) for delay in late) == 6
    assert sum(delay > timedelta(days=730) for delay in late) == 2


def test_some_projects_with_a_contract_lack_land_or_investment(newest):
    signed = [row for row in newest if row["signed_on"]]
    lacking = [row for row in signed if not (row["land_mu"] and row["planned_fai_wan"])]
    assert 0.06 < len(lacking) / len(signed) < 0.1


def points(rows):
    return [(row, Point(number(row, "lon"), number(row, "lat"))) for row in rows if row["lon"]]


def holders(point, parks):
    return [name for name, (_, ground) in parks.items() if ground.covers(point)]


def test_every_point_lies_in_its_park_but_for_three(newest, parks):
    stated = [(row["park_name"], point) for row, point in points(newest) if row["park_name"]]
    assert sum(name not in holders(point, parks) for name, point in stated) == 3


def test_one_point_lies_in_two_parks(newest, parks):
    doubled = [row for row, point in points(newest) if len(holders(point, parks)) == 2]
    assert [row["park_name"] for row in doubled] == [None]


def test_projects_outside_parks_keep_clear_of_them_but_for_two(newest, parks):
    away = [point for row, point in points(newest) if not row["park_name"] and not holders(point, parks)]
    near = [min(ground.distance(point) for _, ground in parks.values()) for point in away]
    assert sum(gap < 0.002 for gap in near) == 2
    assert 0.08 < len(away) / len(newest) < 0.16


def test_four_projects_have_no_point_and_one_of_them_no_park(newest):
    blind = [row for row in newest if not row["lon"] and row["signed_on"]]
    assert len(blind) == 4
    assert sum(row["park_name"] is None for row in blind) == 1


def test_no_two_projects_stand_on_the_same_spot(newest):
    places = [(row["lon"], row["lat"]) for row in newest if row["lon"]]
    assert len(set(places)) == len(places)
