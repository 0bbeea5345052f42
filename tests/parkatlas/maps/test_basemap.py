"""The ground is made of our own assets, and tiles come only from an address that is one."""

import re

import pytest

from parkatlas import maps
from parkatlas.assets import FILES
from parkatlas.maps import basemap
from parkatlas.maps.basemap import SCRIPTS, STYLES
from tests import hostile

TILES = "http://10.0.0.8/tiles/{z}/{x}/{y}.png"


def test_every_asset_is_a_file_of_ours():
    served = {f"vendor/{name}" for name in FILES.values()} | {"map/load.js", "parkatlas.css"}
    links = [re.sub(r"^../../app/static/|/[0-9a-f]{8}(?=/)|[?].*", "", link) for link in (*SCRIPTS, *STYLES)]
    assert set(links) <= served


def test_a_change_of_any_module_changes_the_address_of_all(tmp_path):
    digests = set()
    for content in ("a", "b"):
        (tmp_path / "main.js").write_text(content, encoding="utf-8")
        digests.add(basemap.digest(tmp_path / "main.js", basemap.MODULES / "load.js"))
    assert len(digests) == 2


def test_without_a_basemap_nothing_names_an_address():
    assert "http" not in basemap.script(maps.Basemap())


def test_folium_itself_lists_no_address_on_the_internet():
    links = [link for _, link in basemap.folium.Map.default_js + basemap.folium.Map.default_css]
    assert links
    assert not [link for link in links if "http" in link]


def test_tianditu_has_a_layer_of_colour_and_one_of_names():
    script = basemap.script(maps.Basemap("tianditu", key="abc123", attribution="审图号 GS(2024)0650"))
    assert script.count("L.tileLayer") == 2
    assert "vec_w" in script
    assert "cva_w" in script
    assert "tk=abc123" in script


def test_only_gaode_is_shifted():
    shifted = [kind for kind in maps.KINDS if maps.Basemap(kind, TILES, key="k").is_shifted]
    assert shifted == ["gaode"]


@pytest.mark.parametrize(
    "url", [*hostile.NAMES, "", "ftp://x/{z}/{x}/{y}", "http://x/{z}/{x}", TILES + "{{7*191}}", TILES + "'"]
)
def test_what_is_no_tile_address_is_refused(url):
    with pytest.raises(ValueError, match=r"\{z\}"):
        maps.Basemap("xyz", url)


def test_a_key_that_could_be_code_is_refused():
    with pytest.raises(ValueError, match="密钥"):
        maps.Basemap("tianditu", key="{{7*191}}")


def test_an_unknown_basemap_is_refused():
    with pytest.raises(ValueError, match="mars"):
        maps.Basemap("mars")


def test_folium_makes_the_tiles_of_an_intranet_server():
    assert TILES in basemap.script(maps.Basemap("xyz", TILES))
