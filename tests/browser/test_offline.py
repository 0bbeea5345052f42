"""Without internet, for the first visitor and every later one: no request leaves, no page is missing."""

import shutil

from tests.browser.conftest import PATHS, go

NO_SOCKET = shutil.ignore_patterns("control")  # of a server that runs on it


def test_the_first_visitor_of_a_fresh_server_finds_what_a_link_names(open_page, serve, small_workspace, tmp_path):
    fresh = serve(shutil.copytree(small_workspace, tmp_path / "workspace", ignore=NO_SOCKET))
    page = open_page(PATHS[-1], on=fresh)
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.get_by_role("dialog").count() == 0
    page.goto("about:blank")  # or it would miss its server and say so
    fresh.stop()


def test_maps_and_charts_in_english_and_dark_load_nothing_from_elsewhere(open_page, page, server):
    page.emulate_media(color_scheme="dark")
    open_page("?lang=en", on=server)
    for path in ("map", "flows", "where", "ground", "cluster", ""):
        go(page, path)
        assert page.locator('[data-testid="stException"], .st-key-card-error').count() == 0
        assert page.get_by_role("dialog").count() == 0
