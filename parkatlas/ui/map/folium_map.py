"""The iframe of a map: all that ParkAtlas knows of the insides of folium and streamlit-folium."""

import hashlib
import zlib
from collections.abc import Callable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import folium
import streamlit as st

from parkatlas import maps, resources

# The component, as addresses and the titles of iframes name it.
NAME = "streamlit_folium.st_folium"
# The iframe's container, and the script that its own script appends to ours before it puts both into its page.
_MAP = "map_div"
_APPENDED = f"window.map = {_MAP}; window.initComponent({_MAP}, false);"

_STATIC = resources.STATIC
MODULES = _STATIC / "map"


def digest(*paths: Path) -> str:
    """Return a word that is new when a file is."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:8]


# The one table of what the map loads, relative to the component's iframe; folium's own lists name addresses on the
# internet. Modules name each other without a query, so theirs is a folder's; they come first, to load beside Leaflet.
SCRIPTS = (
    f"../../app/static/map/{digest(*sorted(MODULES.glob('*.js')))}/load.js",
    "../../app/static/vendor/leaflet/leaflet.js",
)
STYLES = (
    "../../app/static/vendor/leaflet/leaflet.css",
    f"../../app/static/parkatlas.css?v={digest(_STATIC / 'parkatlas.css')}",
)
folium.Map.default_js = [(link, link) for link in SCRIPTS]
folium.Map.default_css = [(link, link) for link in STYLES]


def page() -> Path:
    """Return the file of the iframe's page."""
    # Not imported: a component is known to Streamlit only where its module is first imported by a page.
    package = find_spec("streamlit_folium")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("streamlit_folium")
    return Path(package.origin).parent / "frontend" / "build" / "index.html"


@lru_cache(maxsize=16)
def script(basemap: maps.Basemap) -> str:
    """Return the script that makes the Leaflet map with the basemap's tiles; folium renders it once."""
    ground = folium.Map(
        location=(35, 105),
        tiles=None,
        zoom_start=maps.MIN_ZOOM,
        zoom_control=False,
        minZoom=maps.MIN_ZOOM,
        maxZoom=maps.MAX_ZOOM,
        # Tiles are sharp at whole levels only; a plain ground may fit the region closely.
        zoomSnap=1 if basemap.layers else 0.25,
    )
    for address, subdomains in basemap.layers:
        attribution = maps.text(basemap.credit)
        folium.TileLayer(address, name="tiles", attr=attribution, subdomains=subdomains).add_to(ground)
    root = ground.get_root()
    root.render()
    return root.script.render().replace(ground.get_name(), _MAP)  # type: ignore[attr-defined,no-any-return]


def inline(basemap: maps.Basemap) -> str:
    """Return the script that the iframe puts into its page, word for word."""
    return script(basemap) + _APPENDED


def draw(
    basemap: maps.Basemap, scene: maps.Scene, height: int, *, key: str, on_change: Callable[[], None] | None = None
) -> None:
    """Draw a map; what it answers stands in the session's state under ``key``.

    The answer is ``{"selected": id or None, "view": [west, south, east, north, zoom], "turn": milliseconds}`` when
    something is chosen or the window needs more data, with ``"drawn"`` when a shape was drawn (as ``Drawn.read`` takes
    it), a place was named (as ``point_of`` takes it) or all was wiped off (empty).
    """
    more = {} if on_change is None else {"on_change": on_change}
    heard = (st.session_state.get(key) or {}).get("turn")
    component()(**arguments(basemap, scene, height), heard=heard, key=key, **more)


def component() -> Callable[..., Any]:
    """Return streamlit-folium's component below its public function, which would render the map at every run."""
    from streamlit_folium import _component_func  # noqa: PLC0415 - see page

    return _component_func  # type: ignore[no-any-return]


def arguments(basemap: maps.Basemap, scene: maps.Scene, height: int) -> dict[str, object]:
    """Return the component's keyword arguments, but ``key`` and ``on_change``.

    The map is made once per basemap by ``script``; everything that changes travels in ``scene``, which our own scripts
    draw, so the iframe is never loaded again.
    """
    packed = scene.packed(basemap.is_shifted)
    return {
        "script": script(basemap),
        "header": "",
        "html": "",
        "id": _MAP,
        "height": height,
        "width": None,
        "returned_objects": [],
        "default": {},
        "zoom": None,
        "center": None,
        "feature_group": None,
        "return_on_hover": False,
        "layer_control": None,
        "pixelated": False,
        "css_links": list(STYLES),
        "js_links": list(SCRIPTS),
        "wrap_longitude": False,
        "scene": packed,
        # Streamlit's page hands bytes on only when a plain argument has changed too.
        "scene_checksum": zlib.crc32(packed),
    }
