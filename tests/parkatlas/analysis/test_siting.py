"""Siting by examples to be checked in the head, and over random parks: none that fails is recommended."""

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parkatlas.analysis import conditions, siting
from parkatlas.analysis.conditions import Need
from tests.parkatlas.sites import NONE, USUAL, compared, industries, parks


def check(need, condition, overlaps=None, **park):
    """Return the only row of a condition of one park."""
    rows = conditions.checks(need, parks(park), overlaps)
    (row,) = rows[rows["condition"] == condition].to_dict("records")
    return row["verdict"], row["margin"]


def ranked(rows, need=None, weights=USUAL, counts=()):
    """Return the ranking of parks for a project, by park id."""
    return compared(*rows, need=need, weights=weights, counts=counts).ranked


@pytest.mark.parametrize(
    ("own", "leading", "verdict"),
    [
        (("陶瓷",), "物流，陶瓷", "pass"),
        (("陶瓷",), "日用陶瓷", "short"),
        (("陶瓷", "建材"), "建材", "pass"),
        (("陶瓷",), None, "missing"),
        ((), "陶瓷", "missing"),
    ],
)
def test_an_industry_fits_a_park_that_names_it_among_its_own(own, leading, verdict):
    assert check(Need(own), "industry", park_industries=leading)[0] == verdict


@pytest.mark.parametrize(
    ("money", "land", "verdict", "margin"),
    [
        (1000, 10, "pass", 0),
        (110, 1.1, "pass", 0),  # 99.99999999999999 in binary
        (880, 10, "short", -12),
        (None, 10, "missing", None),
        (1000, 0, "missing", None),
    ],
)
def test_intensity_reaches_the_threshold_inclusively_or_tells_what_is_missing(money, land, verdict, margin):
    outcome, by = check(Need(("陶瓷",), money, land), "threshold")
    assert outcome == verdict
    assert math.isnan(by) if margin is None else by == pytest.approx(margin)


@pytest.mark.parametrize(
    ("park", "one_piece", "verdict", "margin"),
    [
        ({"available_mu": 85.0}, True, "short", -35),
        ({"available_mu": 150.0, "largest_free_mu": 90.0}, True, "short", -30),
        ({"available_mu": 150.0, "largest_free_mu": 90.0}, False, "pass", 30),
        ({"available_mu": 150.0, "largest_free_mu": 500.0}, True, "pass", 30),
        ({"available_mu": None}, True, "missing", None),
        ({"available_mu": None, "largest_free_mu": 150.0}, True, "missing", None),
    ],
)
def test_land_is_the_largest_piece_as_far_as_it_is_known(park, one_piece, verdict, margin):
    outcome, by = check(Need(("陶瓷",), 1, 120, one_piece), "land", **park)
    assert outcome == verdict
    assert math.isnan(by) if margin is None else by == margin


def test_a_piece_that_no_register_states_is_marked_as_assumed():
    checks = conditions.checks(Need(("陶瓷",), 1, 10), parks({}, {"largest_free_mu": 20.0}))
    assert checks.loc[checks["condition"] == "land", "item"].tolist() == ["assumed", "one_piece"]


@pytest.mark.parametrize(("has_gas", "verdict"), [(True, "pass"), (False, "short"), (None, "missing")])
def test_a_utility_is_there_or_not_or_nobody_said(has_gas, verdict):
    assert check(Need(utilities=("has_gas",)), "utilities", has_gas=has_gas)[0] == verdict


@pytest.mark.parametrize(("km", "verdict"), [(5.0, "pass"), (5.1, "short"), (None, "missing")])
def test_a_distance_wanted_is_the_most_that_holds(km, verdict):
    assert check(Need(most_km={"rail_km": 5.0}), "distances", rail_km=km)[0] == verdict


def test_land_under_constraint_layers_is_taken_off_what_is_available():
    overlaps = pd.DataFrame({"park_id": ["P0", "P0"], "overlap_mu": [50.0, 20.0]})
    assert check(Need(("陶瓷",), 1, 40), "layers", overlaps) == ("short", -10)
    assert check(Need(("陶瓷",), 1, 30), "layers", overlaps) == ("pass", 0)
    assert check(Need(("陶瓷",), 1, 30), "layers", overlaps.iloc[:0])[0] == "missing"


def test_one_failure_outweighs_what_cannot_be_told():
    verdicts = ranked([{}, {"park_industries": None}, {"park_industries": None, "available_mu": 1.0}])["siting_verdict"]
    assert verdicts.to_dict() == {"P0": "pass", "P1": "missing", "P2": "short"}


def test_a_score_lies_between_the_worst_and_the_best_park():
    frame = parks({"rail_km": 2.0}, {"rail_km": 4.0}, {"rail_km": 10.0}, {})
    scored = siting.scores(siting.values(Need(), frame, industries()))
    assert scored["transport"].tolist()[:3] == [100, 75, 0]
    assert math.isnan(scored["transport"].iloc[3])


def test_a_criterion_all_parks_share_counts_for_none():
    rows = ranked([{"land_price_wan_per_mu": 10.0}, {"land_price_wan_per_mu": 20.0}, {}])
    assert rows["total"].to_dict() == {"P0": 100, "P1": 0, "P2": 0}
    assert rows["siting_place"].to_dict() == {"P0": 1, "P1": 2, "P2": 2}


def test_a_weight_moves_a_rank():
    rows = [{"available_mu": 300.0, "progress_pct": 0.0}, {"available_mu": 100.0, "progress_pct": 100.0}]
    assert ranked(rows, weights=NONE | {"free_land": 1}).index.tolist() == ["P0", "P1"]
    assert ranked(rows, weights=NONE | {"progress": 1}).index.tolist() == ["P1", "P0"]


def test_the_more_projects_of_the_industry_the_better():
    counts = [
        ("P1", "陶瓷", "C3071", 4),
        ("P1", "陶瓷", "C3072", 4),
        ("P0", "物流", "G5910", 9),
        (None, "陶瓷", None, 9),
    ]
    assert ranked([{}, {}], counts=counts)["total"].to_dict() == {"P1": 100, "P0": 0}


def test_without_weights_only_a_single_fitting_park_has_a_place():
    assert ranked([{}, {"available_mu": 1.0}], weights=NONE)["siting_place"].tolist()[0] == 1
    assert ranked([{}, {}], weights=NONE)["siting_place"].isna().all()


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("C3071", ("陶瓷",)),
        (" c3079 ", ("陶瓷",)),
        ("30", ("陶瓷", "新材料")),
        ("C3392", ()),
        ("X9", None),
        ("C9901", None),
        ("DROP", None),
    ],
)
def test_a_code_counts_as_the_industries_its_class_or_division_has(code, names):
    counts = industries(("P0", "陶瓷", "C3071", 2), ("P0", "新材料", "C3062", 1), ("P0", "物流", None, 1))
    assert conditions.of_code(code, counts) == names


MAYBE = st.sampled_from([None, 1.0, 60.0, 300.0])
PARK = st.fixed_dictionaries(
    {
        "park_industries": st.sampled_from([None, "陶瓷", "物流", "陶瓷 物流"]),
        "threshold_wan_per_mu": st.sampled_from([80.0, 100.0, 150.0]),
        "available_mu": MAYBE,
        "largest_free_mu": MAYBE,
        "land_price_wan_per_mu": MAYBE,
        "progress_pct": MAYBE,
        "rail_km": MAYBE,
        "has_gas": st.sampled_from([None, True, False]),
    }
)
NEED = st.builds(
    Need,
    st.sampled_from([(), ("陶瓷",), ("物流", "陶瓷")]),
    st.sampled_from([None, 0.0, 4500.0, 6000.0]),
    st.sampled_from([None, 0.0, 50.0]),
    st.booleans(),
    st.sampled_from([(), ("has_gas",)]),
    st.sampled_from([{}, {"rail_km": 60.0}]),
)


def holds(need, park):
    """Say in plain Python whether all conditions hold, nothing missing."""
    names = set((park["park_industries"] or "").split())
    land = park["available_mu"] or 0
    if need.in_one_piece and park["largest_free_mu"] is not None:
        land = min(land, park["largest_free_mu"])
    enough = bool(need.land_mu and need.fai_wan) and need.fai_wan / need.land_mu >= park["threshold_wan_per_mu"]
    near = not need.most_km or (park["rail_km"] is not None and park["rail_km"] <= need.most_km["rail_km"])
    served = not need.utilities or park["has_gas"] is True
    return bool(names & set(need.industries)) and enough and near and served and land >= need.land_mu


@settings(max_examples=25)
@given(st.lists(PARK, min_size=1, max_size=5), NEED, st.fixed_dictionaries(dict.fromkeys(USUAL, st.integers(0, 100))))
def test_only_a_park_that_meets_every_condition_is_recommended(rows, need, weights):
    ranking = ranked(rows, need, weights)
    meeting = [f"P{n}" for n, row in enumerate(rows) if holds(need, row)]
    assert set(ranking.index[ranking["siting_verdict"] == "pass"]) == set(meeting)
    assert set(ranking.index[ranking["siting_place"].notna()]) <= set(meeting)
    assert ranking["total"].dropna().between(-1e-9, 100 + 1e-9).all()
    assert ranking.index.tolist()[: len(meeting)] == ranking.loc[ranking["siting_verdict"] == "pass"].index.tolist()
