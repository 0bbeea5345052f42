"""Without internet, for the first visitor and every later one: no request leaves, no page is missing."""

import re
import shutil

import pytest

from tests.browser.conftest import PATHS, go, shown_words

STREAMLITS_OWN = re.compile(
    "Select all|No results|Press Enter|Upload|Browse files|Drag and drop|Choose an option|Limit|Deploy|Manage app"
)


@pytest.mark.parametrize("path", [PATHS[0], PATHS[-1]])
def test_the_first_visitor_of_a_fresh_server_finds_what_a_link_names(open_page, serve, small_workspace, tmp_path, path):
    fresh = serve(shutil.copytree(small_workspace, tmp_path / "workspace"))
    page = open_page(path, on=fresh)
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.get_by_role("dialog").count() == 0
    page.goto("about:blank")  # or it would miss its server and say so
    fresh.stop()


def visit(page):
    """Go to every page and see that it stands; yields on each."""
    for path in [*PATHS[1:], PATHS[0]]:
        go(page, path)
        assert page.locator('[data-testid="stException"], .st-key-card-error').count() == 0
        assert page.get_by_role("dialog").count() == 0
        yield


def test_a_visit_to_every_page_stays_on_this_machine_and_shows_no_english_words_of_the_framework(
    open_page, page, server
):
    open_page(on=server)
    for _ in visit(page):
        for box in page.locator('[data-testid="stMain"] [data-testid="stTextInput"] input:visible').all():
            box.fill("x")
        page.get_by_test_id("stSidebar").get_by_label("园区", exact=True).fill("zz")
        page.wait_for_timeout(300)
        assert not STREAMLITS_OWN.findall(shown_words(page))
        page.keyboard.press("Escape")


def test_a_visit_in_english_and_in_the_dark_stays_on_this_machine(open_page, page, small):
    page.emulate_media(color_scheme="dark")
    open_page("?lang=en", on=small)
    assert len(list(visit(page))) == len(PATHS)
