"""The map's frame is made of our own assets, and the insides of folium and streamlit-folium are as we know them."""

import ast
import re

import folium
import pytest

from parkatlas import maps
from parkatlas.assets import FILES
from parkatlas.ui.map import folium_map
from parkatlas.ui.map.folium_map import SCRIPTS, STYLES
from tests import hostile
from tests.parkatlas.maps import toys

TILES = "http://10.0.0.8/tiles/{z}/{x}/{y}.png"
CHANGED = "a new version has changed what parkatlas/ui/map/folium_map.py goes by"


def scene(**parts):
    return maps.Scene((124.0, 42.0, 124.1, 42.1), toys.view(), **parts)


def library():
    """Return the syntax tree of streamlit-folium, which only a page may import."""
    return ast.parse((folium_map.page().parents[2] / "__init__.py").read_text(encoding="utf-8"))


def calls(name):
    """Return the calls of a function of streamlit-folium, by the last part of its name."""
    named = (node for node in ast.walk(library()) if isinstance(node, ast.Call))
    return [node for node in named if ast.unparse(node.func).split(".")[-1] == name]


def test_the_component_has_the_name_and_the_folder_that_we_know():
    built = calls("declare_component")[-1]
    assert built.args[0].value == folium_map.NAME.split(".")[-1], CHANGED
    assert folium_map.page().is_file(), CHANGED


def test_the_component_is_given_what_its_own_library_gives_it():
    (call,) = calls("_component_func")
    theirs = {keyword.arg for keyword in call.keywords} - {"key", "on_change"}
    ours = set(folium_map.arguments(maps.Basemap(), scene(), 600)) - {"scene", "scene_checksum"}
    assert theirs == ours, CHANGED


def test_the_frame_loads_our_links_and_appends_what_we_allow():
    (built,) = (folium_map.page().parent / "static" / "js").glob("main.*.js")
    script = built.read_text(encoding="utf-8")
    appended = folium_map.inline(maps.Basemap()).removeprefix(folium_map.script(maps.Basemap()))
    start, end = appended.split("false")
    for part in (f'script+"{start}".concat(return_on_hover,"{end}")', "of js_links", "window.Streamlit="):
        assert part in script, CHANGED


def test_folium_lists_our_links_and_none_on_the_internet():
    page = folium.Map(tiles=None).get_root().render()
    assert all(link in page for link in (*SCRIPTS, *STYLES)), CHANGED
    assert [link for _, link in folium.Map.default_js + folium.Map.default_css] == [*SCRIPTS, *STYLES]


def test_every_asset_is_a_file_of_ours():
    served = {f"vendor/{name}" for name in FILES.values()} | {"map/load.js", "parkatlas.css"}
    links = [re.sub(r"^../../app/static/|/[0-9a-f]{8}(?=/)|[?].*", "", link) for link in (*SCRIPTS, *STYLES)]
    assert set(links) <= served


def test_a_change_of_any_module_changes_the_address_of_all(tmp_path):
    digests = set()
    for content in ("a", "b"):
        (tmp_path / "main.js").write_text(content, encoding="utf-8")
        digests.add(folium_map.digest(tmp_path / "main.js", folium_map.MODULES / "load.js"))
    assert len(digests) == 2


def test_without_a_basemap_nothing_names_an_address():
    assert "http" not in folium_map.script(maps.Basemap())


def test_tianditu_has_a_layer_of_colour_and_one_of_names():
    script = folium_map.script(maps.Basemap("tianditu", key="abc123", attribution="审图号 GS(2024)0650"))
    assert script.count("L.tileLayer") == 2
    assert "vec_w" in script
    assert "cva_w" in script
    assert "tk=abc123" in script


def test_folium_makes_the_tiles_of_an_intranet_server():
    assert TILES in folium_map.script(maps.Basemap("xyz", TILES))


@pytest.mark.parametrize("name", hostile.NAMES)
def test_an_attribution_from_the_settings_is_not_evaluated(name):
    script = folium_map.script(maps.Basemap("xyz", TILES, attribution=name))
    assert hostile.EVALUATED not in re.sub(r"_[0-9a-f]{32}", "", script)
    assert "</script" not in script


def test_hostile_names_arrive_as_they_are_and_only_inside_the_packed_data():
    names = hostile.NAMES
    layer = maps.parks(toys.shapes(names), toys.parks(names, range(len(names))), "intensity_wan_per_mu", toys.view())
    arguments = folium_map.arguments(maps.Basemap(), scene(layers={"parks": layer}), 600)
    packed = arguments.pop("scene")
    assert toys.unpacked(packed)["layers"]["parks"]["names"] == list(names)
    assert not [name for name in names if name in repr(arguments)]


def test_the_script_of_the_ground_does_not_change_with_the_data():
    layer = maps.projects(toys.projects(), "stage")
    plain, full = (
        folium_map.arguments(maps.Basemap(), part, 600) for part in (scene(), scene(layers={"projects": layer}))
    )
    assert plain["script"] == full["script"]
    assert plain["scene_checksum"] != full["scene_checksum"]


def test_no_argument_names_an_address():
    arguments = folium_map.arguments(maps.Basemap(), scene(), 600)
    assert "http" not in repr({name: value for name, value in arguments.items() if name != "scene"})
