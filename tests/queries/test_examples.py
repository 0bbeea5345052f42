"""Each query asked of a county so small that its answer can be checked in the head."""

import math

import pytest

from tests.queries.toy import County, park, project


def test_projects_at_exactly_the_threshold_pass_whatever_their_decimals():
    county = County()
    lands = [1.1, 2.2, 0.07, 45.3, 3.02 * 15]
    county.ledger(
        "2026-01", *(project(f"{i}", "园", land_mu=mu, planned_fai_wan=mu * 100) for i, mu in enumerate(lands))
    )
    assert county.ask("intensity_by_project")["verdict"].tolist() == ["pass"] * 5


def test_a_project_short_of_the_threshold_says_by_how_much():
    county = County()
    county.ledger("2026-01", project("短", "园", land_mu=10, planned_fai_wan=880))
    row = county.one("intensity_by_project")
    assert (row["intensity_wan_per_mu"], row["shortfall_wan_per_mu"], row["shortfall_wan"]) == (88, 12, 120)
    assert county.one("intensity_by_project", verdict="short")["project_id"] == "短"


def test_a_parks_own_threshold_wins_over_the_default():
    county = County()
    county.parks(park("严", park_threshold_wan_per_mu=150.0), park("常"))
    county.ledger("2026-01", project("甲", "严"), project("乙", "常"))
    verdicts = county.ask("intensity_by_project").set_index("project_id")["verdict"]
    assert verdicts.to_dict() == {"甲": "short", "乙": "pass"}
    assert county.ask("intensity_by_park")["threshold_wan_per_mu"].tolist() == [150, 100]


def test_a_park_s_intensity_is_a_ratio_of_sums():
    county = County()
    county.parks(park("园"))
    small, large = (
        project("小", "园", land_mu=1, planned_fai_wan=500),
        project("大", "园", land_mu=9, planned_fai_wan=500),
    )
    county.ledger("2026-01", small, large)
    row = county.one("intensity_by_park")
    assert row["intensity_wan_per_mu"] == 100
    assert (row["reached_count"], row["short_count"], row["reached_share_pct"]) == (1, 1, 50)


def test_missing_land_or_money_is_counted_and_never_zero():
    county = County()
    county.parks(park("园"), park("空"))
    county.ledger(
        "2026-01", project("全", "园"), project("无地", "园", land_mu=None), project("无资", "园", planned_fai_wan=None)
    )
    full, empty = county.ask("intensity_by_park").to_dict("records")
    assert (full["project_count"], full["measured_count"], full["missing_count"]) == (3, 1, 2)
    assert (full["intensity_wan_per_mu"], full["measured_land_mu"], full["measured_wan"]) == (100, 10, 1000)
    assert (empty["project_count"], empty["verdict"], math.isnan(empty["intensity_wan_per_mu"])) == (0, "missing", True)


def test_an_empty_county_has_no_totals_but_counts_of_zero():
    row = County().one("overview_totals")
    assert (row["project_count"], row["park_count"]) == (0, 0)
    assert math.isnan(row["contract_wan"])
    assert math.isnan(row["reached_share_pct"])


def test_money_of_an_agreement_is_no_contract_money():
    county = County()
    stages = ("agreement", "signed", None)
    county.ledger("2026-01", *(project(f"{i}", stage=stage, contract_wan=100.0) for i, stage in enumerate(stages)))
    assert county.one("overview_totals")["contract_wan"] == 200


@pytest.mark.parametrize(("basis", "expected"), [("planned", 100), ("done", 50), ("contract", 200)])
def test_each_basis_takes_its_own_money(basis, expected):
    county = County()
    county.ledger("2026-01", project("甲", done_fai_wan=500, contract_wan=2000))
    assert county.one("intensity_by_project", basis=basis)["intensity_wan_per_mu"] == expected


def test_dropped_projects_stay_out_unless_named():
    county = County()
    county.ledger("2026-01", project("在"), project("终", stage="dropped"))
    assert county.ask("projects")["project_id"].tolist() == ["在"]
    assert county.ask("projects", stages=["dropped"])["project_id"].tolist() == ["终"]
    assert county.one("projects", project_id="终", stages=["dropped", "building"])["stage"] == "dropped"


def test_an_unknown_project_has_no_row():
    assert County().ask("projects", project_id="无").empty


@pytest.mark.parametrize(
    ("filter_name", "column"),
    [("parks", "stated_park_name"), ("units", "unit_name"), ("industries", "industry_name"), ("stages", "stage")],
)
def test_a_filter_takes_the_empty_word_for_projects_that_state_none(filter_name, column):
    county = County()
    county.ledger("2026-01", project("有", **{column: "started"}), project("无", **{column: None}))
    ask = {
        name: county.ask("projects", **{filter_name: chosen}) for name, chosen in (("无", [""]), ("有", ["started"]))
    }
    assert {name: rows["project_id"].tolist() for name, rows in ask.items()} == {"无": ["无"], "有": ["有"]}
    assert len(county.ask("projects", **{filter_name: ["started", ""]})) == 2


def test_projects_are_found_by_part_of_a_name_largest_first():
    county = County()
    county.ledger("2026-01", project("玻璃一", contract_wan=1), project("玻璃二", contract_wan=2), project("钢"))
    assert county.ask("projects", search="玻璃")["project_id"].tolist() == ["玻璃二", "玻璃一"]
    assert county.ask("projects", search="玻璃", most=1)["project_id"].tolist() == ["玻璃二"]
    assert county.ask("projects", search="%").empty


def test_a_search_finds_parks_before_projects():
    county = County()
    county.parks(park("玻璃园", lon=120.0, lat=40.0))
    county.ledger("2026-01", project("玻璃厂"))
    assert county.ask("find_places", search="玻璃")["place_key"].tolist() == ["park:玻璃园", "project:玻璃厂"]


def test_classes_of_intensity_hold_their_lower_bound_the_last_is_open():
    county = County()
    money = (990, 1000, 1199, 5000)
    county.ledger("2026-01", *(project(f"{wan}", "园", planned_fai_wan=wan) for wan in money))
    rows = county.ask("intensity_distribution", bin_width=20.0, bin_top=300.0)
    classes = rows[["bin_from_wan_per_mu", "verdict", "project_count"]].to_numpy().tolist()
    assert classes == [[80, "short", 1], [100, "pass", 2], [300, "pass", 1]]
    assert math.isnan(rows["bin_to_wan_per_mu"].iloc[-1])


def test_sensitivity_counts_who_would_reach_each_threshold():
    county = County()
    county.ledger(
        "2026-01", project("百", "园"), project("二百", "园", planned_fai_wan=2000), project("缺", "园", land_mu=None)
    )
    reached = county.ask("threshold_sensitivity").set_index("trial_threshold_wan_per_mu")["trial_reached_count"]
    assert (reached[100], reached[110], reached[200], reached[210]) == (2, 1, 1, 0)


def test_gaps_name_each_missing_field_of_each_project():
    county = County()
    bare = {"land_mu": None, "planned_fai_wan": None, "stage": None}
    county.ledger("2026-01", project("缺", **bare), project("线索", **bare | {"stage": "lead", "unit_name": "甲镇"}))
    gaps = county.ask("data_gaps").groupby("project_id")["gap"].agg(list)
    assert gaps["缺"] == ["industry_name", "invested_wan", "land_mu", "lon", "stage", "unit_name"]
    assert gaps["线索"] == ["industry_name", "invested_wan", "land_mu"]


def test_parks_say_what_is_free_and_how_far_the_drawing_differs():
    county = County()
    county.parks(park("园", planned_area_mu=1000.0, supplied_area_mu=900.0, drawn_area_mu=1100.0), park("无"))
    stated, bare = county.ask("parks").sort_values("park_id", ascending=False).to_dict("records")
    stated, bare = (stated, bare) if stated["park_id"] == "园" else (bare, stated)
    assert (stated["free_area_mu"], stated["area_difference_pct"]) == (100, 10)
    assert math.isnan(bare["free_area_mu"])


def test_choices_count_projects_and_offer_the_empty_word():
    county = County()
    county.parks(park("园"), park("空"))
    county.ledger("2026-01", project("甲", "园"), project("乙"), project("终", "园", stage="dropped"))
    rows = county.ask("filter_choices")
    counts = rows[rows["choice_kind"] == "parks"].set_index("choice")["project_count"].to_dict()
    assert counts == {"园": 1, "": 1, "空": 0}
    assert rows[rows["choice_kind"] == "periods"]["choice"].tolist() == ["2026-01-31"]


def test_a_view_of_the_map_holds_the_points_within_it_edges_included():
    county = County()
    county.ledger("2026-01", project("里", lon=120.0, lat=40.0), project("外", lon=121.0, lat=40.0), project("无点"))
    window = {"west": 119.0, "south": 40.0, "east": 120.0, "north": 41.0}
    assert county.ask("projects_in_view", **window)["project_id"].tolist() == ["里"]
    assert len(county.ask("projects_in_view")) == 2


def test_cells_sum_the_points_that_share_one():
    county = County()
    places = (("甲", 120.1), ("乙", 120.3), ("丙", 121.5))
    county.ledger("2026-01", *(project(name, lon=lon, lat=40.5) for name, lon in places))
    rows = county.ask("project_cells", cell_lon=1.0, cell_lat=1.0)
    assert rows["cell_id"].tolist() == ["120:40", "121:40"]
    assert rows["invested_wan"].tolist() == [2000, 1000]
    assert rows["lon"].tolist() == pytest.approx([120.2, 121.5])
