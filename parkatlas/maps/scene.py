"""All that one drawing of the map needs, packed for the browser."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from parkatlas import datum
from parkatlas.maps import payload
from parkatlas.maps.layers import Layer
from parkatlas.maps.payload import Box, Tool
from parkatlas.maps.view import Bounds, View
from parkatlas.messages import text

_TEXTS = ("labels", "zoom_in", "zoom_out", "whole_region", "legend", "show_hide", "save_picture")
_TOOL_TEXTS = ("tool_clear", "hint_finish", "length", "perimeter", "radius", "area", "metres", "kilometres", "mu")


@dataclass(frozen=True)
class Picture:
    """What stands above a map that is saved as a picture, title and a line below it, and the name of the file."""

    title: str = ""
    line: str = ""
    file: str = "map.png"


@dataclass(frozen=True)
class Scene:
    """What the map shows now.

    ``layers`` are the layers by their names in static/map/layers.js, which says how each is drawn and above which; the
    message ``maps.<name>`` is what the legend calls it.
    ``view`` is the window the layers were made for, ``start`` where a map drawn anew begins (None: ``extent``),
    ``focus`` bounds to move to, once for every new ``focus_turn``; ``selected`` is ``park:<id>`` or ``project:<id>``.
    ``tools`` are those of static/map/sketch.js that the map offers: polygon, circle, measure, point; with ``has_twin``
    another map on the page moves along.
    """

    extent: Bounds
    view: View
    layers: Mapping[str, Layer] = field(default_factory=dict)
    selected: str | None = None
    start: View | None = None
    focus: Bounds | None = None
    focus_turn: str = ""
    picture: Picture = field(default_factory=Picture)
    is_dark: bool = False
    is_large: bool = False
    tools: tuple[Tool, ...] = ()
    has_twin: bool = False

    def packed(self, is_shifted: bool = False) -> bytes:
        """Return the scene as deflated JSON; with ``is_shifted`` its windows are moved to GCJ-02."""
        plain = json.dumps(self._payload(is_shifted), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        return zlib.compress(plain.encode(), 6)

    def _payload(self, is_shifted: bool) -> payload.Scene:
        suits_every_view = all(layer.suits_every_view for layer in self.layers.values())
        return {
            "layers": cast("payload.Layers", {name: layer.content for name, layer in self.layers.items()}),
            "extent": _box(self.extent, is_shifted),
            "zoom": self.view.level,
            "reach": None if suits_every_view else _box(self.view.reach, is_shifted),
            "selected": self.selected,
            "start": _centre(self.start, is_shifted),
            "focus": self.focus and _box(self.focus, is_shifted),
            "focus_turn": self.focus_turn,
            "picture": {"title": self.picture.title, "line": self.picture.line, "file": self.picture.file},
            "dark": self.is_dark,
            "large": self.is_large,
            "tools": list(self.tools),
            "twin": self.has_twin,
            "texts": {name: text(f"maps.{name}") for name in (*_TEXTS, *self._tool_texts, *self.layers)},
        }

    @property
    def _tool_texts(self) -> tuple[str, ...]:
        own = [f"{part}_{tool}" for tool in self.tools for part in ("tool", "hint")]
        return (*own, *_TOOL_TEXTS) if self.tools else ()


def _box(bounds: Bounds, is_shifted: bool) -> Box:
    """Return bounds in the basemap's datum, to 1e-5 degrees."""
    west, south, east, north = bounds
    if is_shifted:
        (west, east), (south, north) = datum.wgs84_to_gcj02([west, east], [south, north])
    return round(float(west), 5), round(float(south), 5), round(float(east), 5), round(float(north), 5)


def _centre(view: View | None, is_shifted: bool) -> tuple[float, float, float] | None:
    """Return longitude, latitude and zoom of a view's middle."""
    if view is None:
        return None
    west, south, east, north = _box((view.west, view.south, view.east, view.north), is_shifted)
    return (west + east) / 2, (south + north) / 2, view.zoom
