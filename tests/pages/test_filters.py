"""The shared filters: they narrow every page, show as chips, live in the address and ignore nonsense there."""

import pytest

from parkatlas.ui.layout import PAGES

NONSENSE = {
    "parks": ["nonsense", "'; drop table projects; --"],
    "units": "<script>",
    "industries": "{{7*7}}",
    "stages": "None",
    "as_of": "banana",
    "basis": "1;drop table",
    "lang": "xx",
    "large": "maybe",
    "chosen": "park:none",
    "at": "1,2",
    "measure": "1/0",
    "attribute": "../../etc/passwd",
    "goal_metric": "{{7*7}}",
    "campaign": "<script>",
    "cut": "drop table",
    "grain": "${7*7}",
    "followed": "nan",
    "listed": "gap:../x",
    "lit": "stage:signed:2025x",
    "unit_group": "1 or 1=1",
    "site_land": "nan",
    "site_fai": "1e999",
    "site_industry": "<script>",
    "site_utilities": "has_everything",
    "site_w_transport": "101",
    "site_rail_km": "-1",
    "site_picked": "R1'--",
    "unheard_of": "x" * 5000,
}
FIGURES = ("overview", "park_map", "intensity", "targets", "pipeline", "structure")


@pytest.mark.parametrize(
    ("name", "value", "count"),
    [
        ("parks", "东园", "2 个"),
        ("units", "乙局", "1 个"),
        ("industries", "机械", "2 个"),
        ("stages", "signed", "2 个"),
    ],
)
def test_a_filter_narrows_what_is_counted(show, county, name, value, count):
    page = show(county, "intensity").choose(name, value)
    measured = page.figures["达标率"][1], page.figures["缺数据项目"][0]
    numbers = [int("".join(filter(str.isdigit, words))) for words in measured]
    assert f"{sum(numbers)} 个" == count


@pytest.mark.parametrize("name", FIGURES)
def test_a_filter_holds_on_every_page_of_figures(show, county, name):
    page = show(county).choose("parks", "西园")
    words = (page if name == "overview" else page.go(name)).text
    assert "西园" in words
    assert "一厂" not in words


def test_a_filter_shows_as_a_chip_and_in_the_caption(show, county):
    page = show(county).choose("parks", "西园").choose("industries", "机械")
    assert ":blue-badge[园区：西园] :blue-badge[产业：机械]" in page.words
    assert "园区：西园；产业：机械" in page.app.caption[0].value


def test_one_click_clears_all_filters(show, county):
    page = show(county).choose("parks", "西园").choose("units", "甲镇")
    (reset,) = [button for button in page.app.button if button.label == "清除筛选"]
    reset.click()
    page.run()
    assert [widget.value for widget in page.app.multiselect] == [[], [], [], []]
    assert not {"parks", "units"} & set(page.app.query_params)


def test_filters_stay_when_the_page_changes_and_stand_in_the_address(show, county):
    page = show(county).choose("parks", "西园").go("intensity").go("overview")
    assert page.app.multiselect[0].value == ["西园"]
    assert page.app.query_params["parks"] == "西园"


def test_a_link_reopens_the_same_figures(show, county):
    chosen = show(county).choose("parks", "东园", "西园").choose("units", "乙局")
    reopened = show(county, parks=["东园", "西园"], units="乙局")
    assert reopened.figures == chosen.figures
    assert reopened.figures["投资强度"][0] == "50.0 万元/亩"


def test_a_link_to_a_month_shows_that_month(show, county):
    page = show(county, "intensity", as_of="2026-05-31")
    assert page.figures["投资强度"][0] == "90.0 万元/亩"
    assert "2026\\-05\\-31" in page.app.caption[0].value


def test_a_link_to_a_basis_counts_by_it(show, county):
    page = show(county, "intensity", basis="contract")
    assert page.figures["投资强度"][0] == "225.0 万元/亩"  # (2000 + 4000 + 3000) ÷ 40


def test_parks_and_colours_of_the_map_follow_the_link(show, county):
    scene = show(county, "park_map", measure="project_count", attribute="industry_name").scene
    assert (scene["parks"]["title"], scene["projects"]["title"]) == ("项目数（个）", "产业")


@pytest.mark.parametrize("page", [name for *_, name, _ in PAGES])
def test_nonsense_in_an_address_is_ignored(show, county_page, county, page):
    language = NONSENSE["lang"]
    nonsense = {key: value for key, value in NONSENSE.items() if key != "lang"}
    assert show(county, page, language, **nonsense).words == county_page(page).words


def test_a_filter_that_leaves_nothing_says_so_and_offers_to_clear_it(show, county):
    page = show(county, "intensity").choose("parks", "西园").choose("units", "乙局")
    assert not page.app.exception
    assert [button.label for button in page.app.button] == ["清除筛选"]
