"""What part of the earth the map shows, as the browser reports it and as the queries ask for it."""

import math
from dataclasses import dataclass

from parkatlas import datum

Bounds = tuple[float, float, float, float]

# Zoom levels the map offers; tiles are 256 px.
MIN_ZOOM, MAX_ZOOM = 3, 18
_TILE_PX = 256
# The room beside the legend as assumed before the browser has told.
_PANEL_PX = (760, 590)
# A cell of aggregated projects is this wide on screen.
_CELL_PX = 72
_LEAST_MARGIN = 0.005


def degrees_per_pixel(zoom: int) -> float:
    """Return how many degrees of longitude one screen pixel covers at ``zoom``."""
    return 360 / (_TILE_PX * 2.0**zoom)


@dataclass(frozen=True)
class View:
    """A window on the map: west, south, east, north in degrees (EPSG:4326) and the zoom, also between levels."""

    west: float
    south: float
    east: float
    north: float
    zoom: float

    @property
    def level(self) -> int:
        """The nearest whole zoom level, halves up as the browser rounds them."""
        return math.floor(self.zoom + 0.5)

    @property
    def reach(self) -> Bounds:
        """The window and half of it on each side: what is sent, so that small moves need nothing new."""
        wide, high = (self.east - self.west) / 2, (self.north - self.south) / 2
        return self.west - wide, self.south - high, self.east + wide, self.north + high

    @property
    def cell_degrees(self) -> float:
        """The width of a cell of aggregated projects, in degrees; the same for every window of a zoom level."""
        return _CELL_PX * degrees_per_pixel(self.level)


def margin(bounds: Bounds) -> Bounds:
    """Return bounds with a tenth more on each side, half a kilometre at least."""
    west, south, east, north = bounds
    wide, high = max((east - west) / 10, _LEAST_MARGIN), max((north - south) / 10, _LEAST_MARGIN)
    return west - wide, south - high, east + wide, north + high


def around(bounds: Bounds) -> View:
    """Return the view that the browser will choose to show ``bounds`` whole, for a panel of usual size."""
    west, south, east, north = bounds
    wide = max(east - west, 1e-4) / _PANEL_PX[0]
    high = max(north - south, 1e-4) / math.cos(math.radians((south + north) / 2)) / _PANEL_PX[1]
    zoom = math.floor(math.log2(360 / _TILE_PX / max(wide, high)) * 4) / 4
    return View(west, south, east, north, min(max(zoom, MIN_ZOOM), MAX_ZOOM))


def reported(value: object, is_shifted: bool = False) -> View | None:
    """Read the window a browser reported, ``[west, south, east, north, zoom]``; None for anything that is no window.

    ``is_shifted`` says that the map showed GCJ-02; the view returned is in EPSG:4326 all the same.
    """
    if not isinstance(value, list) or len(value) != len(View.__dataclass_fields__):
        return None
    if not all(isinstance(part, int | float) and math.isfinite(part) for part in value):
        return None
    west, south, east, north, zoom = value
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):  # noqa: PLR2004 - the earth's own limits
        return None
    if is_shifted:
        (west, east), (south, north) = (part.tolist() for part in datum.gcj02_to_wgs84([west, east], [south, north]))
    return View(west, south, east, north, min(max(zoom, MIN_ZOOM), MAX_ZOOM))
