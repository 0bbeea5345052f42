"""Clusters: groups and tests on patterns seen in the head, invariant where they must be, and published values."""

import numpy as np
import pandas as pd
import pytest
import shapely
from libpysal import examples, io
from pointpats import k as pointpats_k
from scipy.stats import hypergeom

from parkatlas.analysis.clustering import checkup, ground, groups, neighbours, picture, relabelling

SQUARE = shapely.box(0, 0, 10_000, 10_000)
TURN = np.array([[0.8, 0.6], [-0.6, 0.8]])


def scattered(count, seed=1, side=10_000):
    return np.random.default_rng(seed).uniform(0, side, (count, 2))


def heap(count, at, spread=200, seed=2):
    return np.asarray(at) + np.random.default_rng(seed).normal(0, spread, (count, 2))


def mixed(together):
    """Return sixty points and their labels: twenty 陶瓷 on a heap, or spread as the forty 钢 are."""
    points = np.vstack([heap(20, (3000, 3000)) if together else scattered(20, 5), scattered(40)])
    return points, np.array(["陶瓷"] * 20 + ["钢"] * 40)


def outcome(points, labels, area=SQUARE, reach=2500, **how):
    return relabelling.outcome(points, labels, ground.Study(area, reach), **{"simulations": 199} | how)


# Groups.


def test_two_heaps_are_two_groups_the_larger_first_and_loners_stay_out():
    points = np.vstack([heap(6, (0, 0)), heap(9, (8000, 0)), [[4000, 9000]]])
    assert groups.grouped(points, groups.Rule()).tolist() == [2] * 6 + [1] * 9 + [groups.OUTLIER]


def test_a_chain_is_parted_only_by_a_gap_too_wide():
    chain = np.column_stack([np.arange(12) * 400.0, np.zeros(12)])
    assert set(groups.grouped(chain, groups.Rule())) == {1}
    chain[6:, 0] += 2100
    assert groups.grouped(chain, groups.Rule()).tolist() == [1] * 6 + [2] * 6


@pytest.mark.parametrize("count", [0, 1, 4])
def test_fewer_than_a_group_needs_are_all_outliers(count):
    assert groups.grouped(scattered(count), groups.Rule()).tolist() == [groups.OUTLIER] * count


def test_all_on_one_spot_are_one_group_with_an_outline():
    points = np.full((7, 2), 100.0)
    assert set(groups.grouped(points, groups.Rule())) == {1}
    assert groups.hull(points, 100).area == pytest.approx(np.pi * 100**2, rel=0.01)


def test_groups_are_the_same_when_turned_and_in_any_unit():
    points = np.vstack([heap(8, (0, 0)), heap(12, (6000, 500)), scattered(15)])
    numbers = groups.grouped(points, groups.Rule())
    assert (groups.grouped(points @ TURN, groups.Rule()) == numbers).all()
    assert (groups.grouped(points / 1000, groups.Rule(near_m=0.5, far_m=2.0)) == numbers).all()


# Groups by investment: the median of the projects below is 100, the three on the left count 1 + 2 + 2 = 5.

WEIGHTED = groups.Rule(is_weighted=True)
STREET = np.array([[0, 0], [100, 0], [200, 0], [50_000, 0], [90_000, 0]], float)
WAN = pd.Series([100.0, 200.0, 200.0, 100.0, 90.0])


def by_money(points, money, rule=WEIGHTED):
    return groups.grouped(points, rule, groups.counted(pd.Series(money), rule)).tolist()


def test_projects_twice_as_large_count_twice_by_investment():
    assert groups.counted(WAN, WEIGHTED).tolist() == [1, 2, 2, 1, 1]
    assert by_money(STREET, WAN) == [1, 1, 1, 0, 0]
    assert by_money(STREET, WAN, groups.Rule()) == [0] * 5


def test_a_single_huge_project_counts_less_than_a_group_needs():
    assert groups.counted(pd.Series([1e9, 100.0, 100.0]), WEIGHTED).tolist() == [4, 1, 1]
    assert by_money(STREET[2:], [1e9, 100.0, 100.0]) == [0] * 3


def test_unknown_money_counts_once_and_half_a_median_more_once_more():
    assert groups.counted(pd.Series([np.nan, 0, 100, 100, 149, 150]), WEIGHTED).tolist() == [1, 1, 1, 1, 1, 2]
    assert groups.counted(pd.Series([np.nan, np.nan]), WEIGHTED).tolist() == [1, 1]


def test_where_all_invest_the_same_groups_by_investment_are_those_by_number():
    points = np.vstack([heap(6, (0, 0)), heap(9, (8000, 0)), [[4000, 9000]]])
    assert by_money(points, [70.0] * 16) == groups.grouped(points, groups.Rule()).tolist()


def test_groups_by_investment_are_the_same_turned_moved_and_in_any_unit():
    points = np.vstack([heap(8, (0, 0)), heap(12, (6000, 500)), scattered(15)])
    money = np.random.default_rng(4).lognormal(8, 1, 35)
    numbers = by_money(points, money)
    assert set(numbers) > {0, 1}
    assert by_money(points @ TURN + [5e5, -3e6], money / 10_000) == numbers
    assert by_money(points / 1000, money, groups.Rule(near_m=0.5, far_m=2.0, is_weighted=True)) == numbers


def test_a_group_is_summed_with_its_share_of_the_money():
    rows = pd.DataFrame({
        "cluster_no": [1, 1, 0], "x": [0.0, 300.0, 9.0], "y": 0.0, "invested_wan": [100.0, 200.0, 100.0],
        "project_name": ["甲", "乙", "丙"], "area_name": ["园", None, None],
    })  # fmt: skip
    (group,) = groups.summed(rows).to_dict("records")
    assert (group["project_count"], group["invested_wan"], group["invested_share_pct"]) == (2, 300, 75)
    assert (group["area_name"], group["largest_project"], group["spread_m"]) == ("园", "乙", 150)


# The picture.


def street(money=100.0):
    """Return six 陶瓷 projects within a street, one thirty kilometres off, and one of 钢."""
    rows = {
        "project_id": [f"p{i}" for i in range(8)], "project_name": [f"厂{i}" for i in range(8)],
        "industry_name": ["陶瓷"] * 7 + ["钢"], "invested_wan": money, "area_name": "甲园",
        "lon": [117.0 + 0.001 * i for i in range(6)] + [117.3, 117.1], "lat": 31.0,
    }  # fmt: skip
    return pd.DataFrame(rows)


def drawn(rows, **rule):
    return picture.drawn(rows, "陶瓷", groups.Rule(**rule), ground.Ground([117.0, 117.3], [31.0, 31.0]))


def test_a_picture_holds_all_projects_and_each_cluster_with_its_hull():
    drawing = drawn(street())
    assert (drawing.project_count, drawing.looked_at, drawing.other_count) == (7, 7, 1)
    assert drawing.projects.set_index("project_name").loc[["厂0", "厂6", "厂7"], "cluster_no"].tolist() == [1, 0, 0]
    assert drawing.groups[["cluster_no", "project_count", "invested_wan"]].to_numpy().tolist() == [[1, 6, 600]]
    # From 117.000 to 117.005 and 150 m more on each side: 0.00157 degrees of longitude, 0.00135 of latitude.
    assert drawing.groups.crs == 4326
    assert drawing.groups.total_bounds == pytest.approx([116.99843, 30.99865, 117.00657, 31.00135], abs=2e-5)


@pytest.mark.parametrize("rows", [street(np.nan), street()[:1], street()[:0], street().assign(lon=None)])
def test_a_picture_is_made_without_money_or_points(rows):
    drawing = drawn(rows)
    assert len(drawing.projects) == drawing.project_count + drawing.other_count
    assert drawing.groups.crs == 4326


def test_beyond_the_limit_a_sample_makes_the_groups_and_the_rest_join(monkeypatch):
    monkeypatch.setattr(groups, "MOST", 9)
    rows = pd.concat([street()[:6]] * 2, ignore_index=True).assign(invested_wan=[100.0] * 6 + [200.0] * 6)
    drawing = drawn(rows, is_weighted=True)
    assert 5 <= drawing.looked_at < 12
    assert drawing.groups["project_count"].tolist() == [12]


def test_beyond_the_limit_only_some_projects_are_drawn_all_counted(monkeypatch):
    monkeypatch.setattr(picture, "MOST_DRAWN", 3)
    drawing = drawn(street())
    assert (len(drawing.projects), drawing.project_count, drawing.other_count) == (4, 7, 1)


# Random relabelling.


def test_a_heap_among_others_is_beyond_chance_and_the_others_are_not():
    exchanges = outcome(*mixed(together=True))
    assert exchanges.labels.tolist() == ["钢", "陶瓷"]
    assert exchanges.p_values[1] == 1 / 200
    assert exchanges.p_values[0] > 0.05


def test_what_is_spread_like_all_others_is_not_beyond_chance():
    assert (outcome(*mixed(together=False)).p_values > 0.05).all()


def test_a_heap_of_everything_is_no_cluster_of_anything():
    points = np.vstack([heap(60, (3000, 3000)), scattered(20)])
    exchanges = outcome(points, np.array(["陶瓷", "钢"] * 40))
    assert (exchanges.p_values > 0.05).all()


def test_a_p_value_is_the_share_of_exchanges_that_reached_it():
    exchanges = outcome(*mixed(together=False))
    assert exchanges.p_values.tolist() == ((exchanges.beyond + 1) / 200).tolist()


def test_the_pattern_leaves_its_envelope_exactly_where_the_test_says_so():
    labels = np.array(["陶瓷"] * 20 + ["钢"] * 40)
    patterns = [mixed(together=True)[0], *(scattered(60, seed) for seed in range(8))]
    outcomes = [outcome(points, labels, simulations=19) for points in patterns]
    leaves = [(exchanges.observed > exchanges.upper).any(axis=1).tolist() for exchanges in outcomes]
    assert leaves == [(exchanges.p_values <= 0.05).tolist() for exchanges in outcomes]
    assert leaves[0] == [False, True]


def test_one_seed_gives_one_answer():
    first, second = (outcome(*mixed(together=False)) for _ in range(2))
    assert (first.beyond == second.beyond).all()
    assert (first.upper == second.upper).all()


def test_the_test_is_the_same_turned_and_in_any_unit():
    points, labels = mixed(together=True)
    plain = outcome(points, labels)
    turned = outcome(points @ TURN, labels, shapely.transform(SQUARE, lambda xy: xy @ TURN))
    assert (turned.beyond == plain.beyond).all()
    assert turned.observed == pytest.approx(plain.observed, rel=2e-3)
    km = outcome(points / 1000, labels, shapely.transform(SQUARE, lambda xy: xy / 1000), reach=2.5)
    assert km.observed * 1000 == pytest.approx(plain.observed, rel=1e-9)


def test_without_a_border_in_sight_k_is_that_of_pointpats():
    points = heap(40, (0, 0), 300)
    area = shapely.box(-5e6, -5e6, 5e6, 5e6)
    exchanges = outcome(points, np.array(["钢"] * 40), area, reach=2400, simulations=1)
    _, expected = pointpats_k(points, support=exchanges.radii)
    pairs = np.pi * exchanges.observed[0] ** 2 * 40 * 39 / area.area
    assert pairs == pytest.approx(expected * 40 * 40 / np.prod(np.ptp(points, axis=0)), rel=1e-3)


def test_a_square_holds_less_of_a_pair_the_further_apart_it_is():
    # The isotropised set covariance of a unit square is 1 - 4 d / pi + d² / pi for d ≤ 1.
    apart = np.array([0.0, 0.25, 0.5, 1.0])
    covariance = ground.covariance(shapely.box(0, 0, 1, 1), apart)
    assert covariance == pytest.approx(1 - 4 * apart / np.pi + apart**2 / np.pi, abs=2e-3)


def test_with_the_edge_corrected_l_of_a_random_pattern_is_the_distance():
    exchanges = outcome(scattered(400), np.array(["钢"] * 400), simulations=1)
    assert exchanges.observed[0][4:] == pytest.approx(exchanges.radii[4:], rel=0.05)


def test_too_many_pairs_are_sampled_and_always_alike(monkeypatch):
    monkeypatch.setattr(relabelling, "MOST_PAIRS", 1000)
    points = scattered(300)
    taken = relabelling.sample(points, 5000)
    assert len(taken) < 100
    assert (taken == relabelling.sample(points, 5000)).all()


def test_holm_adjusts_the_smallest_by_all_and_keeps_the_order():
    adjusted = relabelling.holm(np.array([0.01, np.nan, 0.04, 0.03]))
    assert adjusted[[0, 2, 3]] == pytest.approx([0.03, 0.06, 0.06])
    assert np.isnan(adjusted[1])


# The check-up.


def projects(**facts):
    """Return thirty projects: twelve 陶瓷 on a heap in 甲园, the rest 钢 anywhere, one in two of it in 乙园."""
    lon, lat = np.vstack([heap(12, (117, 31), 0.002), 117 + scattered(18, 3, 0.2) - [0, 86]]).T
    rows = {
        "project_id": [f"p{i}" for i in range(30)], "project_name": [f"厂{i}" for i in range(30)],
        "investor_name": None, "industry_name": ["陶瓷"] * 12 + ["钢"] * 18,
        "area_id": ["甲园"] * 12 + ["乙园", None] * 9, "invested_wan": 100.0 + np.arange(30), "lon": lon, "lat": lat,
    } | facts  # fmt: skip
    return pd.DataFrame(rows).assign(area_name=lambda rows: rows["area_id"])


def industry(survey, name="陶瓷"):
    return survey.industries.set_index("industry_name").loc[name]


def test_a_clear_cluster_passes_with_and_without_its_largest_project():
    row = industry(checkup.checked(projects()))
    assert (row["cluster_verdict"], row["area_name"], row["gathered_count"]) == ("clustered", "甲园", 12)
    assert row["count_quotient"] == pytest.approx(1 / (12 / 30))
    assert row["largest_project"] == "厂11"
    assert (row["p_value"], row["adjusted_p"]) == (0.001, 0.002)


def test_phases_of_one_firm_on_one_spot_are_one_place():
    one_firm = ["陶瓷集团"] * 6 + [None] * 24
    spot = projects()
    spot.loc[:5, ["lon", "lat"]] = (117.0, 31.0)
    survey = checkup.checked(spot.assign(investor_name=one_firm))
    assert (industry(survey)["project_count"], industry(survey)["located_count"]) == (12, 7)
    assert (industry(survey)["cluster_verdict"], survey.located_count) == ("few", 25)


def test_a_cluster_of_one_firm_is_gone_without_the_firm():
    """Eleven of the twelve 陶瓷 belong to one firm, a kilometre from each other: without it one project is left."""
    apart = projects()
    apart.loc[:11, "lon"], apart.loc[:11, "lat"] = 117 + 0.011 * (np.arange(12) % 4), 31 + 0.011 * (np.arange(12) // 4)
    apart["invested_wan"] = [9.0] + [1.0] * 29
    assert industry(checkup.checked(apart))["cluster_verdict"] == "clustered"
    survey = checkup.checked(apart.assign(investor_name=["陶瓷集团"] * 11 + [None] * 19))
    assert industry(survey)["cluster_verdict"] == "fragile"
    assert survey.areas.set_index("area_id").loc["甲园", "cluster_verdict"] == "fragile"


@pytest.mark.parametrize(("tests", "enough"), [(1, 999), (25, 999), (51, 2039)])
def test_the_more_tests_the_more_exchanges(tests, enough):
    assert relabelling.enough_for(tests) == enough
    assert tests / (enough + 1) < relabelling.LEVEL


def test_below_the_stated_size_there_is_no_verdict():
    row = industry(checkup.checked(projects()[3:]))
    assert row["cluster_verdict"] == "few"
    assert np.isnan(row["p_value"])


def test_an_industry_with_too_few_in_the_sample_is_not_tested(monkeypatch):
    monkeypatch.setattr(relabelling, "MOST_PAIRS", 20)
    survey = checkup.checked(projects())
    assert survey.looked_at < survey.located_count
    assert industry(survey)["cluster_verdict"] == "untested"


@pytest.mark.parametrize("facts", [{"lon": 117.0, "lat": 31.0}, {"lat": 31.0}, {"industry_name": "钢"}])
def test_nothing_is_tested_on_one_spot_in_a_line_or_one_industry(facts):
    assert set(checkup.checked(projects(**facts)).industries["cluster_verdict"]) == {"untested"}


@pytest.mark.parametrize("count", [0, 1])
def test_no_project_or_a_single_one_has_no_verdict(count):
    survey = checkup.checked(projects()[:count])
    assert len(survey.industries) == count
    assert survey.curves.empty


def test_without_money_no_largest_project_is_left_out():
    row = industry(checkup.checked(projects(invested_wan=np.nan)))
    assert (row["cluster_verdict"], row["largest_project"]) == ("clustered", None)


def test_a_park_is_held_against_the_exact_chance():
    areas = checkup.checked(projects()).areas.set_index("area_id")
    assert areas.loc["甲园", "p_value"] == pytest.approx(hypergeom.sf(11, 30, 12, 12))
    assert areas.loc["甲园", "cluster_verdict"] == "clustered"
    assert areas.loc["乙园", "cluster_verdict"] == "few"


def test_the_exact_chance_can_be_counted_by_hand():
    # Of 4 projects 2 are of the industry, 2 stand in the park: both there in 1 of 6 ways.
    assert float(checkup.tail(2, 4, 2, 2)) == pytest.approx(1 / 6)


def test_ellison_and_glaeser_is_one_alone_and_zero_by_chance():
    rows = projects()
    assert checkup.ellison_glaeser(rows, "陶瓷") == pytest.approx(1.0, abs=0.35)
    even = pd.DataFrame({
        "industry_name": ["甲", "乙"] * 2, "area_id": ["东", "东", "西", "西"], "invested_wan": 1.0,
    })  # fmt: skip
    # s = x = (1/2, 1/2), H = 1/2: (0 - 1/2) / (1/2) = -1: more even than darts would fall.
    assert checkup.ellison_glaeser(even, "甲") == pytest.approx(-1.0)


# Moran's I.


def test_moran_of_st_louis_is_the_published_value():
    weights = io.open(examples.get_path("stl.gal")).read()
    values = np.array(io.open(examples.get_path("stl_hom.txt")).by_col["HR8893"])
    index, expected, _ = neighbours.moran(values, _rows(weights), 199, 1)
    assert index == pytest.approx(0.24365582621771659, abs=1e-12)
    assert expected == pytest.approx(-0.012987012987012988)


def _rows(weights):
    weights.transform = "r"
    return weights


def cells(side=6):
    return shapely.box(*np.array([(x, y, x + 1, y + 1) for x in range(side) for y in range(side)], float).T * 1000)


def middles(shapes, each=5):
    return np.repeat(shapely.get_coordinates(shapely.centroid(shapes)), each, axis=0)


def test_like_neighbours_are_told_and_named_and_chance_is_not():
    shapes = cells()
    points = middles(shapes)
    corner = neighbours.compared(points, (points < 2800).all(axis=1), shapes)
    assert corner.p_value == 1 / 1000
    assert corner.areas.loc[7, ["neighbourhood", "share_pct"]].tolist() == ["high_high", 100]
    anywhere = neighbours.compared(points, np.random.default_rng(3).random(len(points)) < 0.3, shapes, 199)
    assert anywhere.p_value > 0.05


def test_an_area_without_neighbours_is_left_out_and_counted():
    shapes = np.append(cells(), shapely.box(90_000, 90_000, 91_000, 91_000))
    comparison = neighbours.compared(middles(shapes), middles(shapes)[:, 0] < 2500, shapes, 99)
    assert (comparison.area_count, comparison.island_count) == (36, 1)


@pytest.mark.parametrize(("shapes", "is_of"), [(cells(2), 1), (cells(), 0), (cells(), 9e9)])
def test_few_areas_and_shares_that_are_all_alike_are_not_compared(shapes, is_of):
    points = middles(shapes)
    assert np.isnan(neighbours.compared(points, points[:, 0] < is_of, shapes, 9).index)


def test_moran_is_the_same_turned_and_in_any_unit():
    shapes, points = cells(), middles(cells())
    plain = neighbours.compared(points, points[:, 0] < 2500, shapes, 99)
    for change in (lambda xy: xy @ TURN, lambda xy: xy / 1000):
        other = neighbours.compared(change(points), points[:, 0] < 2500, shapely.transform(shapes, change), 99)
        assert (other.index, other.beyond) == (pytest.approx(plain.index), plain.beyond)


def test_hexagons_hold_every_point_and_meet_without_overlap():
    points = scattered(200)
    grid = neighbours.hexagons(points)
    assert shapely.intersects_xy(shapely.union_all(grid).buffer(1e-6), *points.T).all()
    assert shapely.area(grid).sum() == pytest.approx(shapely.union_all(grid).area)


# The ground.


def test_a_kilometre_is_a_kilometre_and_the_area_is_kept():
    plane = ground.Ground([117.0, 117.2], [31.0, 31.2])
    (first, second) = plane.metres([117.1, 117.1], [31.1, 31.109_020])
    assert np.hypot(*(second - first)) == pytest.approx(1000, abs=1)


def test_the_way_to_the_plane_and_back_ends_where_it_began():
    plane = ground.Ground([117.0, 117.2], [31.0, 31.2])
    point = plane.shapes([shapely.Point(117.05, 31.15)])
    assert plane.degrees(point)[0].coords[0] == pytest.approx((117.05, 31.15), abs=1e-7)  # a centimetre


def test_the_study_area_is_the_territory_or_what_holds_all():
    points = np.array([[1.0, 1.0], [3.0, 3.0]])
    assert ground.window(points, [shapely.box(0, 0, 4, 4)]).area == 16
    assert ground.window(points, [shapely.box(0, 0, 2, 2)]).area == pytest.approx(6)
