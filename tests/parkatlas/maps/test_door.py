"""No name becomes code on its way through folium, and every name comes out as it went in."""

import html
import re

import folium
import pytest

from parkatlas import maps
from tests import hostile


def without_ids(rendered):
    """Return what folium rendered without its random ids, which may hold any digits."""
    return re.sub(r"[0-9a-f]{32}", "", rendered)


@pytest.mark.parametrize("name", hostile.NAMES)
def test_a_name_leaves_the_door_without_a_character_that_could_be_code(name):
    assert not set(maps.text(name).replace("&#", "")) & set("&<>\"'\\`${}")


@pytest.mark.parametrize("name", hostile.NAMES)
def test_a_browser_reads_the_name_as_it_was(name):
    assert hostile.verbatim(html.unescape(maps.text(name))) == name


@pytest.mark.parametrize("name", hostile.NAMES)
def test_folium_evaluates_nothing_in_a_name_that_came_through_the_door(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ground = folium.Map(tiles=None)
    folium.Marker((42, 124), popup=maps.text(name), tooltip=maps.text(name)).add_to(ground)
    assert hostile.EVALUATED not in without_ids(ground.get_root().render())


def test_without_the_door_folium_does_evaluate_names():
    ground = folium.Map(tiles=None)
    folium.Marker((42, 124), popup="{{7*191}}").add_to(ground)
    assert hostile.EVALUATED in ground.get_root().render()
