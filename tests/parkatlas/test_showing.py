"""The command that shows a page: in a scope, with the page's own choices, and what it says to wrong words."""

import json
import shutil

import pytest

from tests.pages import conftest as pages
from tests.parkatlas.test_cli import DONE, USAGE, run

county = pages.county


@pytest.fixture(scope="module")
def own(county, tmp_path_factory):
    """A copy of the county that no page has open."""
    return shutil.copytree(
        county, tmp_path_factory.mktemp("own") / "workspace", ignore=shutil.ignore_patterns("control")
    )


def shown(directory, *words):
    """Return what ``show … --format json`` prints."""
    code, printed, errors = run(directory, "show", *words, "--format", "json")
    assert code == DONE, printed + errors
    return json.loads(printed)


def test_a_page_is_shown_in_a_scope(own):
    whole, park = shown(own, "intensity"), shown(own, "intensity", "--park", "东园")
    assert "东园" in park["caption"]
    assert "东园" not in whole["caption"]
    rows = next(block for block in park["blocks"] if block["query"] == "intensity_by_park")["rows"]
    assert [row["park_name"] for row in rows] == ["东园"]


def test_a_page_is_shown_with_its_own_choice(own):
    (table,) = (b for b in shown(own, "structure", "--choose", "cut=park_name")["blocks"] if b["kind"] == "table")
    assert {"park_name", "project_count"} <= set(table["rows"][0])


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
        (("enclaves", "--choose", "year=soon"), "year"),
        (("intensity", "--park", "no such park"), "no such park"),
    ],
)
def test_a_wrong_word_is_named_with_what_would_be_right(own, words, named):
    code, _, errors = run(own, "show", *words)
    assert code == USAGE
    assert named in errors
