"""The basemap: which tiles lie under the map, and that their address is one of tiles and nothing else."""

import re
from dataclasses import dataclass

from parkatlas.messages import text

# 天地图 (CGCS2000, no shift): a layer of colour and one of names. 高德 draws in GCJ-02.
_TIANDITU = (
    "https://t{{s}}.tianditu.gov.cn/{layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER={layer}&STYLE=default"
    "&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={{z}}&TILEROW={{y}}&TILECOL={{x}}&tk={key}"
)
_GAODE = "https://webrd0{s}.is.autonavi.com/appmaptile?lang=zh_cn&size=1&scale=1&style=8&x={x}&y={y}&z={z}"

KINDS = ("none", "xyz", "tianditu", "gaode")
_PLACEHOLDERS = re.compile(r"\{(?:x|y|-y|z|s|r)\}")
_ADDRESS = re.compile(r"https?://[\w\-.~:/?#\[\]@!&()*+,;=%]+", re.ASCII)
_KEY = re.compile(r"[A-Za-z0-9]+")


@dataclass(frozen=True)
class Basemap:
    """Which tiles lie under the map: none, an XYZ address, 天地图 (with a key) or 高德.

    Raises ValueError where the address or the key is none; ``attribution`` (with the 审图号) is shown verbatim.
    """

    kind: str = "none"
    url: str = ""
    key: str = ""
    attribution: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(text("maps.unknown_basemap", kind=self.kind))
        if self.kind == "xyz" and not is_tile_address(self.url):
            raise ValueError(text("maps.bad_tile_address", url=self.url))
        if self.kind == "tianditu" and not _KEY.fullmatch(self.key):
            raise ValueError(text("maps.bad_tile_key"))

    @property
    def is_shifted(self) -> bool:
        """Whether the tiles are drawn in GCJ-02, so that everything above them has to be."""
        return self.kind == "gaode"

    @property
    def layers(self) -> tuple[tuple[str, str], ...]:
        """Tile addresses and their subdomains, lowest first."""
        if self.kind == "xyz":
            return ((self.url, "abc"),)
        if self.kind == "gaode":
            return ((_GAODE, "1234"),)
        if self.kind == "tianditu":
            return tuple((_TIANDITU.format(layer=layer, key=self.key), "01234567") for layer in ("vec", "cva"))
        return ()

    @property
    def credit(self) -> str:
        """Who the tiles are by, as the map says it."""
        return self.attribution or text(f"maps.attribution_{self.kind}")


def is_tile_address(url: str) -> bool:
    """Tell whether ``url`` is an address of tiles and nothing that a template or a script could read as code."""
    placeholders = _PLACEHOLDERS.findall(url)
    has_all = "{z}" in placeholders and "{x}" in placeholders and ("{y}" in placeholders or "{-y}" in placeholders)
    return has_all and _ADDRESS.fullmatch(_PLACEHOLDERS.sub("0", url)) is not None
