"""Every map of the demo is told to draw what the types declare, which the map's scripts are checked by."""

import pytest

from tests.browser.conftest import demo


@pytest.fixture(scope="module")
def demo_workspace(once_for_all):
    """The demo region; read it, never change it."""
    return once_for_all("demo", demo)


@pytest.mark.parametrize("page", ["overview", "park_map", "clusters", "siting", "enclaves", "land", "visit"])
def test_the_maps_of_a_page_are_as_declared(show, demo_workspace, page):
    assert show(demo_workspace, page).scenes
