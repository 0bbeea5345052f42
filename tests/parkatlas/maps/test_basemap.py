"""Tiles come only from an address that is one."""

import pytest

from parkatlas import maps
from tests import hostile

TILES = "http://10.0.0.8/tiles/{z}/{x}/{y}.png"


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
