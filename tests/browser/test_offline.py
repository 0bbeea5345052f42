"""Without internet, for the first visitor and every later one: no request leaves, no page is missing."""

import shutil

import pytest

from parkatlas.ui.frame import GROUPS
from tests.browser.conftest import PATHS, go


@pytest.mark.parametrize("path", ["", *(pages[-1][1] for group, pages in GROUPS.items() if group)])
def test_the_first_visitor_of_a_fresh_server_finds_what_a_link_names(open_page, serve, small_workspace, tmp_path, path):
    fresh = serve(shutil.copytree(small_workspace, tmp_path / "workspace"))
    page = open_page(path, on=fresh)
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.get_by_role("dialog").count() == 0
    fresh.stop()


@pytest.mark.parametrize(("language", "scheme"), [("zh_CN", "light"), ("en", "dark")])
def test_a_visit_to_every_page_stays_on_this_machine(open_page, page, server, language, scheme):
    page.emulate_media(color_scheme=scheme)
    open_page(f"?lang={language}", on=server)
    for path in [*PATHS[1:], PATHS[0]]:
        go(page, path)
        assert page.locator('[data-testid="stException"], .st-key-card-error').count() == 0
        assert page.get_by_role("dialog").count() == 0
