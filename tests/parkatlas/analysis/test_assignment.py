"""The reserve library assigned: by examples to be checked in the head, and against all assignments there are."""

from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parkatlas.analysis import assignment
from tests.parkatlas.sites import NONE, industries, parks

BY_LAND = NONE | {"free_land": 1}


def reserve(*rows):
    """Return projects: ceramics, 100 万元/亩 on 50 mu, unless said otherwise."""
    usual = {"industry_name": "陶瓷", "planned_fai_wan": 5000.0, "land_mu": 50.0, "park_id": None}
    frame = pd.DataFrame([{"project_id": f"R{n}", **usual, **row} for n, row in enumerate(rows)])
    return frame.astype({"planned_fai_wan": float, "land_mu": float})


def assigned(projects, *rows, overlaps=None):
    return assignment.assign(reserve(*projects), parks(*rows), industries(), BY_LAND, overlaps)


def placements(plan):
    """Return for each project where it goes, and why."""
    rows = plan.outcomes.astype(object).where(plan.outcomes.notna(), None)
    return [tuple(row) for row in rows[["park_id", "reason"]].to_numpy()]


def test_each_project_goes_to_its_best_park_with_room():
    plan = assigned([{}], {"available_mu": 60.0}, {"available_mu": 90.0})
    assert placements(plan) == [("P1", "best")]
    assert plan.outcomes["score"].tolist() == [100]
    assert plan.parks["left_mu"].tolist() == [60, 40]
    assert plan.is_proven


def test_no_land_is_given_twice_and_the_larger_investment_goes_first():
    plan = assigned([{}, {"planned_fai_wan": 9000.0}], {"available_mu": 80.0})
    assert placements(plan) == [(None, "full"), ("P0", "only")]
    assert plan.outcomes["score"].isna().all()  # one park alone has no score
    assert plan.outcomes["gap"].iloc[0] == 20


def test_a_project_without_room_goes_to_its_second_best_park():
    plan = assigned([{}, {"planned_fai_wan": 9000.0}], {"available_mu": 60.0}, {"available_mu": 99.0})
    assert sorted(placements(plan)) == [("P0", "second"), ("P1", "best")]
    assert plan.outcomes.set_index("reason")["other_park_id"]["second"] == "P1"


@pytest.mark.parametrize(
    ("project", "reason", "other", "gap"),
    [
        ({"industry_name": "文旅"}, "industry", None, None),
        ({"industry_name": None}, "no_facts", None, None),
        ({"planned_fai_wan": None}, "no_facts", None, None),
        ({"planned_fai_wan": 4400.0}, "threshold", "P0", 12),
        ({"planned_fai_wan": 99000.0, "land_mu": 120.0}, "land", "P0", 20),
    ],
)
def test_a_project_without_a_park_is_told_what_it_lacks(project, reason, other, gap):
    (row,) = assigned([project], {}, {"available_mu": 30.0}).outcomes.to_dict("records")
    assert (row["reason"], row["other_park_id"] or None) == (reason, other)
    assert np.isnan(row["gap"]) if gap is None else row["gap"] == pytest.approx(gap)


def test_unstated_land_is_the_most_that_the_threshold_allows():
    plan = assigned([{"land_mu": None}], {"threshold_wan_per_mu": 80.0})
    assert plan.outcomes["required_land_mu"].tolist() == [62.5]


def test_land_other_reserve_projects_ask_for_is_held_back():
    assert placements(assigned([{}], {"held_mu": 60.0})) == [(None, "full")]
    assert placements(assigned([{"park_id": "P0"}], {"held_mu": 60.0})) == [("P0", "only")]


def test_constraint_layers_take_their_land_off_what_can_be_given():
    overlaps = pd.DataFrame({"park_id": ["P0"], "overlap_mu": [60.0]})
    assert placements(assigned([{}], {}, overlaps=overlaps)) == [(None, "layers")]


def test_nothing_to_assign_leaves_every_park_as_it_is():
    empty = reserve({}).iloc[:0]
    plan = assignment.assign(empty, parks({}), industries(), BY_LAND)
    assert plan.outcomes.empty
    assert plan.parks["left_mu"].tolist() == [100]


PROJECT = st.fixed_dictionaries(
    {
        "industry_name": st.sampled_from(["陶瓷", "物流", "文旅", None]),
        "planned_fai_wan": st.sampled_from([None, 3000.0, 5000.0, 9000.0]),
        "land_mu": st.sampled_from([None, 20.0, 50.0]),
    }
)
PARK = st.fixed_dictionaries(
    {
        "park_industries": st.sampled_from(["陶瓷", "物流", "陶瓷、物流"]),
        "threshold_wan_per_mu": st.sampled_from([80.0, 100.0, 150.0]),
        "available_mu": st.sampled_from([None, 0.0, 40.0, 70.0, 120.0]),
        "largest_free_mu": st.sampled_from([None, 30.0, 70.0]),
    }
)


@settings(max_examples=15)
@given(st.lists(PROJECT, min_size=1, max_size=4), st.lists(PARK, min_size=1, max_size=3))
def test_no_other_assignment_within_the_conditions_brings_more(projects, rows):
    plan = assigned(projects, *rows)
    frame, grounds = reserve(*projects), parks(*rows)
    placed = plan.outcomes[plan.outcomes["park_id"].notna()]
    for park in grounds.itertuples():
        mine = placed[placed["park_id"] == park.park_id]
        assert mine["required_land_mu"].sum() <= max(0, park.available_mu) + 1e-6
    assert all(fits(frame.loc[n], grounds, row.park_id) for n, row in placed.iterrows())
    money = frame["planned_fai_wan"].fillna(0)
    assert money[placed.index].sum() == pytest.approx(best(frame, grounds))


def need_of(project, park):
    return project.land_mu if project.land_mu > 0 else project.planned_fai_wan / park.threshold_wan_per_mu


def fits(project, grounds, park_id):
    """Say in plain Python whether a project meets a park's conditions."""
    park = grounds.set_index("park_id").loc[park_id]
    land = need_of(project, park)
    room = np.nanmin([park.available_mu, park.largest_free_mu]) if park.available_mu >= 0 else -1
    names = park.park_industries.split("、")
    return (
        project.industry_name in names and project.planned_fai_wan / land >= park.threshold_wan_per_mu and land <= room
    )


def best(frame, grounds):
    """Return the most investment of all assignments there are, tried one by one."""
    choices = [[None, *(p for p in grounds["park_id"] if fits(row, grounds, p))] for row in frame.itertuples()]
    most = 0
    for choice in product(*choices):
        used = dict.fromkeys(grounds["park_id"], 0.0)
        money = 0
        for row, park_id in zip(frame.itertuples(), choice, strict=True):
            if park_id:
                used[park_id] += need_of(row, grounds.set_index("park_id").loc[park_id])
                money += row.planned_fai_wan
        if all(used[p.park_id] <= max(0, p.available_mu) for p in grounds.itertuples()):
            most = max(most, money)
    return most
