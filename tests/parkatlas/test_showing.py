"""The command that shows a page: in a scope, with the page's own choices, and what it says to wrong words."""

import inspect
import json
import shutil

import pytest

from parkatlas import sheets
from parkatlas.cli import showing
from parkatlas.cli.shared import opened
from tests.pages import conftest as pages
from tests.parkatlas.test_cli import DONE, USAGE, run

county = pages.county


@pytest.fixture(scope="module")
def own(county, tmp_path_factory):
    """A copy of the county that no page has open."""
    return shutil.copytree(
        county, tmp_path_factory.mktemp("own") / "workspace", ignore=shutil.ignore_patterns("control")
    )


def sheet_of(directory, *words):
    """Return what ``show … --format json`` prints."""
    code, printed, errors = run(directory, "show", *words, "--format", "json")
    assert code == DONE, printed + errors
    return json.loads(printed)


def test_a_page_is_shown_in_a_scope(own):
    whole, park = sheet_of(own, "intensity"), sheet_of(own, "intensity", "--park", "东园")
    assert "东园" in park["caption"]
    assert "东园" not in whole["caption"]
    rows = next(block for block in park["blocks"] if block["query"] == "intensity_by_park")["rows"]
    assert [row["park_name"] for row in rows] == ["东园"]


def test_a_page_is_shown_with_its_own_choice(own):
    (table,) = (b for b in sheet_of(own, "structure", "--choose", "cut=park_name")["blocks"] if b["kind"] == "table")
    assert {"park_name", "project_count"} <= set(table["rows"][0])


def test_clusters_are_shown_by_unit_and_of_an_industry(own):
    industry = ("clusters", "--choose", "industry=机械")
    blocks = {block["key"]: block for block in sheet_of(own, *industry)["blocks"] if "key" in block}
    assert blocks["clusters_industries"]["said"][0].startswith("机械")
    by_unit = sheet_of(own, *industry, "--choose", "area=unit")["blocks"]
    assert next(block["rows"] for block in by_unit if block.get("key") == "cluster_areas")[0]["area_name"] in (
        "甲镇",
        "乙局",
    )


def test_parks_are_compared_for_a_project_of_an_industry_and_size(own):
    options = ("--choose", "industry=化工", "--choose", "fai_wan=9000", "--choose", "land_mu=90")
    (table,) = (
        block["rows"]
        for block in sheet_of(own, "siting", *options)["blocks"]
        if block.get("key") == "siting-conditions"
    )
    assert {row["park_name"]: row["industry_check"][0] for row in table} == {"东园": "✓", "西园": "?"}


def test_a_visit_is_planned_from_ids_a_park_and_a_time(own):
    chosen = ("--choose", "stops=一厂,三厂,四厂", "--choose", "start=西园", "--choose", "begin=09:00")
    blocks = sheet_of(own, "visit", *chosen)["blocks"]
    (plan,) = (block["rows"] for block in blocks if block.get("key") == "tour")
    assert [row["project_name"][-2:] for row in plan] == ["西园", "三厂", "一厂"]
    assert plan[0]["leaves_at"] == "09:00"
    assert "四厂" in blocks[0]["said"]


def test_the_projects_of_the_map_divide_by_an_attribute(own):
    blocks = sheet_of(own, "park_map", "--choose", "attribute=industry_name")["blocks"]
    rows = {block.get("key"): block.get("rows") for block in blocks}
    parts = [(row["name"], row["project_count"]) for row in rows["map_parts"]]
    assert parts == [("机械", 2), ("化工", 1), ("Not stated", 1)]
    assert sorted(row["project_name"] for row in rows["map"]) == ["一厂", "三厂", "二厂", "四厂"]


def test_the_pages_are_listed_with_what_they_let_choose(own):
    code, printed, _ = run(own, "pages")
    assert code == DONE
    assert "structure" in printed
    assert "cut=…" in printed


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("nowhere",), "overview"),
        (("structure", "--choose", "colour=red"), "cut"),
        (("structure", "--choose", "cut"), "cut"),
        (("clusters", "--choose", "least=2"), "3 – 20"),
        (("park_map", "--choose", "attribute=colour"), "stage"),
        (("enclaves", "--choose", "year=soon"), "year"),
        (("intensity", "--park", "no such park"), "no such park"),
        (("structure", "--choose", "cut=colour"), "scale_tier"),
        (("structure", "--choose", "cut="), "scale_tier"),
        (("structure", "--choose", "span=decade"), "year"),
        (("trend", "--choose", "metric=colour"), "in_place_wan"),
        (("trend", "--choose", "grain=day"), "quarter"),
        (("ranks", "--choose", "group=colour"), "offers: "),
        (("ranks", "--choose", "metric=colour"), "offers: "),
        (("enclaves", "--choose", "metric=colour"), "offers: "),
        (("enclaves", "--choose", f"year={'9' * 5000}"), "offers: "),
        (("campaigns", "--choose", "campaign=nothing"), "offers: —"),
        (("targets", "--choose", "group=colour"), "offers: "),
        (("targets", "--choose", "metric=colour"), "offers: "),
        (("people", "--choose", "role=colour"), "leader"),
        (("people", "--choose", "person=nobody"), "offers: "),
        (("pipeline", "--choose", "cohort_year=1900"), "offers: "),
        (("peers", "--choose", "indicator=colour"), "offers: —"),
        (("recruiting", "--choose", "span=decade"), "year, all"),
        (("park", "--choose", "park=nowhere"), "offers: "),
        (("project", "--choose", "project=nothing"), "offers: "),
    ],
)
def test_a_wrong_word_is_named_with_what_would_be_right(own, words, named):
    code, _, errors = run(own, "show", *words)
    assert code == USAGE
    assert named in errors


def listed_choices(page):
    """Return the choices of a page that have a list of values; the others are words of one's own."""
    free = {"search", "stops", "start"}
    return [name for name in list(inspect.signature(sheets.PAGES[page]).parameters)[1:] if name not in free]


@pytest.mark.parametrize("page", sheets.PAGES)
def test_a_page_says_what_it_offers_of_every_choice_but_free_words(page):
    assert (page in sheets.OFFERS) == bool(listed_choices(page))


@pytest.mark.parametrize("page", sheets.OFFERS)
def test_every_value_that_a_page_offers_is_taken(own, page):
    with opened(own) as workspace:
        ask = showing._asking(workspace, workspace.default_day, "planned", dict.fromkeys(sheets.LISTS))
        usual = sheets.OFFERS[page](ask)
        assert list(usual) == listed_choices(page)
        for name, offered in usual.items():
            # Of thousands of numbers the first and the last.
            for one in (offered[0], offered[-1]) if isinstance(offered, range) else offered:
                assert showing._chosen(page, ask, {name: str(one)}) == {name: one}
                sheets.PAGES[page](ask, **{name: one})


def test_names_that_are_suggested_are_no_empty_ones(own):
    _, _, errors = run(own, "show", "intensity", "--park", "no such park")
    assert "for example: 东园" in errors
