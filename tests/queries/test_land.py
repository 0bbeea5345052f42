"""Land left and its rates, the clock of idle land, grades per mu: examples to be counted in the head."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.queries.toy import County, park, project

DAY = "2026-06-30"


def areas(name, planned, ready, supplied, built, **facts):
    """Return a register row with its four areas."""
    sizes = dict(
        zip(("planned", "ready", "supplied", "built"), map(_number, (planned, ready, supplied, built)), strict=True)
    )
    return park(name, **{f"{key}_area_mu": value for key, value in sizes.items()}, **facts)


def _number(value):
    return None if value is None else float(value)


def county(*parks, projects=()):
    made = County()
    made.parks(*parks)
    if projects:
        made.ledger("2026-06", *projects)
    return made


def waiting(name, agreed, **facts):
    """Return a signed project on 10 mu whose start was agreed for a day."""
    return project(name, stage="signed", agreed_start_on=pd.Timestamp(agreed).date(), **facts)


def states(*projects, **params):
    rows = county(park("甲园"), projects=projects).ask("idle_land", DAY, **params)
    return dict(zip(rows["project_id"], rows["idle_state"], strict=True))


def test_the_three_rates_are_each_part_over_the_one_before():
    row = county(areas("甲园", 1000, 800, 400, 100)).one("land_by_park", DAY)
    assert [row[name] for name in ("developed_pct", "supplied_pct", "built_pct")] == [80, 50, 25]
    assert [row[name] for name in ("free_area_mu", "ready_free_area_mu", "unbuilt_area_mu")] == [600, 400, 300]


def test_free_land_carries_its_threshold_and_holds_whole_projects():
    sited = [
        project("一", "甲园", land_mu=90.0),
        project("二", "甲园", land_mu=110.0),
        project("三", "甲园", land_mu=None),
    ]
    row = county(areas("甲园", 1000, 800, 400, 100, park_threshold_wan_per_mu=150.0), projects=sited).one(
        "land_by_park", DAY
    )
    assert (row["capacity_wan"], row["land_per_project_mu"], row["room_count"]) == (90_000, 100, 6)


@pytest.mark.parametrize(
    ("sizes", "rates"),
    [
        ((1000, 1200, 400, 100), (None, 400 / 12, 25)),
        ((1000, 800, 900, 100), (80, None, 100 / 9)),
        ((1000, 800, 400, 500), (80, 50, None)),
    ],
)
def test_a_part_larger_than_its_whole_is_a_contradiction_without_a_rate(sizes, rates):
    row = county(areas("甲园", *sizes)).one("land_by_park", DAY)
    assert row["is_contradictory"]
    answers = [None if pd.isna(row[name]) else row[name] for name in ("developed_pct", "supplied_pct", "built_pct")]
    assert answers == [rate if rate is None else pytest.approx(rate) for rate in rates]


def test_land_unstated_or_zero_has_no_rate_and_no_contradiction():
    rows = county(areas("甲园", None, None, None, None), areas("乙园", 0, 0, 0, 0)).ask("land_by_park", DAY)
    assert rows[["developed_pct", "supplied_pct", "built_pct"]].isna().all(axis=None)
    assert not rows["is_contradictory"].any()


def test_totals_are_ratios_of_sums_over_the_parks_that_state_both():
    row = county(
        areas("甲园", 1000, 800, 400, 100), areas("乙园", 100, 100, 100, 100), areas("丙园", 500, None, None, None)
    ).one("land_totals", DAY)
    assert (row["park_count"], row["stated_count"], row["stated_planned_mu"], row["free_area_mu"]) == (3, 2, 1100, 600)
    assert row["developed_pct"] == pytest.approx(100 * 900 / 1100)
    assert row["built_pct"] == pytest.approx(40)


def test_an_industry_has_the_free_land_of_every_park_that_states_it():
    rows = county(
        areas("甲园", 1000, 800, 400, 100, park_industries="陶瓷、建材"),
        areas("乙园", 500, 300, 300, 100, park_industries="陶瓷；食品"),
        areas("丙园", 500, 300, 300, 100),
    ).ask("land_by_industry", DAY)
    assert dict(zip(rows["park_industry"], rows["free_area_mu"], strict=True)) == {
        "陶瓷": 800,
        "建材": 600,
        "食品": 200,
    }
    assert rows["park_names"].tolist()[0] == "甲园、乙园"


def test_land_is_idle_after_one_year_and_reclaimable_after_two():
    idle = states(
        waiting("今", "2026-06-30"), waiting("昨", "2026-06-29"), waiting("满一年", "2025-06-30"),
        waiting("过一年", "2025-06-29"), waiting("满两年", "2024-06-30"), waiting("过两年", "2024-06-29"),
    )  # fmt: skip
    assert idle == {
        "过两年": "reclaim",
        "满两年": "idle",
        "过一年": "idle",
        "满一年": "running",
        "昨": "running",
    }


def test_the_clock_of_a_leap_day_strikes_on_the_28th():
    rows = county(park("甲园"), projects=[waiting("一", "2024-02-29")]).ask("idle_land", DAY)
    assert str(rows["idle_on"].iloc[0])[:10] == "2025-02-28"
    assert rows["idle_days"].iloc[0] == 852


def test_what_started_was_dropped_or_is_not_signed_has_no_clock():
    assert not states(
        waiting("动", "2024-01-01") | {"stage": "started"},
        waiting("填", "2024-01-01", started_on=pd.Timestamp("2024-02-01").date()),
        waiting("终", "2024-01-01") | {"stage": "dropped"},
        waiting("谈", "2024-01-01") | {"stage": "negotiating"},
    )


def test_idle_land_adds_up_by_park_and_in_all_within_filters():
    made = county(
        areas("甲园", 1000, 800, 400, 100),
        projects=[waiting("一", "2024-01-01", stated_park_name="甲园"), waiting("二", "2025-01-01", land_mu=None)],
    )
    assert made.one("land_by_park", DAY)["idle_land_mu"] == 10
    row = made.one("land_totals", DAY)
    assert (row["idle_count"], row["reclaim_count"], row["idle_land_mu"]) == (2, 1, 10)
    assert made.one("land_totals", DAY, parks=["甲园"])["idle_count"] == 1


def producer(name, tax, output=100.0, done=100.0, since="2024-01-01", **facts):
    """Return a project producing on 10 mu."""
    day = pd.Timestamp(since).date() if since else None
    money = {"tax_wan": tax, "output_wan": output, "done_fai_wan": done}
    return project(name, stage="producing", producing_on=day, **money, **facts)


def graded(*projects, **rule):
    rows = county(park("甲园"), projects=projects).ask("grades", DAY, **{"least_graded": 1} | rule)
    return rows.set_index("project_id")


def test_a_score_weighs_each_figure_against_the_mean():
    # Tax 30 and 10 against a mean of 20: 1.5 and 0.5 times; output and investment are the mean for both.
    rows = graded(producer("甲", 30.0), producer("乙", 10.0))
    assert rows["grade_score"].to_dict() == {"甲": 125, "乙": 75}
    assert rows["tax_wan_per_mu"].to_dict() == {"甲": 3, "乙": 1}


def test_no_figure_counts_more_than_half_again():
    rows = graded(producer("甲", 1000.0), producer("乙", 0.0))
    assert rows["grade_score"].to_dict() == {"甲": 125, "乙": 50}


def test_grades_follow_the_places_and_ties_share_theirs():
    rows = graded(*(producer(f"{number:02d}", 100.0 - number) for number in range(20)))
    assert "".join(rows["grade"]) == "a" * 4 + "b" * 10 + "c" * 5 + "d"
    tied = graded(*(producer(f"{number}", 10.0) for number in range(5)))
    assert tied["grade"].tolist() == ["a"] * 5
    assert tied["grade_place"].tolist() == [1] * 5


def test_too_young_lacking_or_too_few_are_not_graded():
    rows = graded(
        producer("老", 10.0), producer("刚满", 10.0, since="2025-06-30"), producer("新", 10.0, since="2025-07-01"),
        producer("缺税", None), producer("缺地", 10.0, land_mu=None), producer("缺日期", 10.0, since=None),
    )  # fmt: skip
    assert rows["grade"].to_dict() == {
        "老": "a", "刚满": "a", "新": "young", "缺税": "missing", "缺地": "missing", "缺日期": "missing",
    }  # fmt: skip
    assert graded(producer("甲", 1.0), least_graded=2)["grade"].tolist() == ["few"]
    assert graded(project("在建")).empty


def test_nobody_pays_tax_and_scores_stay_finite():
    rows = graded(producer("甲", 0.0), producer("乙", 0.0))
    assert rows["grade_score"].tolist() == [50, 50]


def test_a_filter_shows_fewer_and_changes_no_grade():
    made = county(park("甲园"), projects=[producer("甲", 30.0, industry_name="陶瓷"), producer("乙", 10.0)])
    whole = made.ask("grades", DAY, least_graded=1).set_index("project_id")["grade"]
    part = made.ask("grades", DAY, least_graded=1, industries=[""]).set_index("project_id")["grade"]
    assert part.to_dict() == {"乙": whole["乙"]}


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1e5), st.floats(0, 1e5)), min_size=1, max_size=12))
def test_a_better_figure_never_has_the_worse_grade(figures):
    rows = graded(*(producer(f"{i:02d}", tax, done) for i, (tax, done) in enumerate(figures)))
    for one in rows.itertuples():
        worse = rows[
            (rows["tax_wan_per_mu"] <= one.tax_wan_per_mu) & (rows["output_wan_per_mu"] <= one.output_wan_per_mu)
        ]
        assert (worse["grade"] >= one.grade).all()
        assert 0 <= one.grade_score <= 150
