"""Shapes brought to longitude and latitude (EPSG:4326) from any coordinate system that a file or a person names."""

import re
from typing import Any

import numpy as np
import shapely
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError, ProjError

from parkatlas.intake.layer import Layer
from parkatlas.intake.source import Source

WGS84 = CRS.from_epsg(4326)
# Datums that only local parameters tie to the earth; PROJ's guesses are off by tens of metres.
LOCAL_DATUMS = ("beijing", "xian", "xi'an")
CHINA = (70.0, 0.0, 140.0, 56.0)
_CODE = re.compile(r"(?:EPSG:)?(\d{4,6})", re.IGNORECASE)


def to_degrees(layer: Layer, source: Source) -> Any:
    """Return the layer's shapes in EPSG:4326; refuses a CRS that is unknown, missing or unfit."""
    code = source.options.crs
    crs = _crs_of_code(code, source) if code is not None else _stated(layer.crs, source)
    bounds = shapely.total_bounds(layer.shapes)
    if np.isnan(bounds).all():
        return layer.shapes
    if crs is None:
        crs = _assumed(bounds, source)
    if not (crs.is_geographic or crs.is_projected):
        raise source.book.refused("crs_not_flat", value=crs.name)
    if any(word in crs.datum.name.lower() for word in LOCAL_DATUMS) if crs.datum else False:
        raise source.book.refused("crs_local", value=crs.name)
    if crs.is_geographic:
        _check_degrees(bounds, crs.name, source)
    shapes = layer.shapes if crs.equals(WGS84) else _transformed(layer.shapes, crs, source)
    _check_position(shapely.total_bounds(shapes), crs.name, source)
    return shapes


def _crs_of_code(text: str, source: Source) -> CRS:
    match = _CODE.fullmatch(text.strip())
    try:
        if match:
            return CRS.from_epsg(int(match[1]))
    except CRSError:
        pass
    raise source.book.refused("crs_unknown", value=text)


def _stated(text: str | None, source: Source) -> CRS | None:
    if not text:
        return None
    try:
        return CRS.from_user_input(text)
    except CRSError:
        raise source.book.refused("crs_unknown", value=text[:100]) from None


def _assumed(bounds: Any, source: Source) -> CRS:
    """Take coordinates without a CRS for degrees where they can be; otherwise offer the CGCS2000 zone they point to."""
    if np.abs(bounds[[0, 2]]).max() <= 180 and np.abs(bounds[[1, 3]]).max() <= 90:  # noqa: PLR2004 - degrees
        source.book.add("warning", "crs_assumed")
        return WGS84
    zone = int(bounds[0] // 1_000_000)
    offers = [f"EPSG:{4513 + zone - 25}"] if 25 <= zone <= 45 else ["EPSG:4543–4554", "EPSG:4534–4542"]  # noqa: PLR2004 - 3-degree zones of China
    raise source.book.refused("crs_missing", value=_written(bounds), offers=offers)


def _check_degrees(bounds: Any, name: str, source: Source) -> None:
    west, south, east, north = bounds
    if max(abs(west), abs(east)) <= 180 and max(abs(south), abs(north)) <= 90:  # noqa: PLR2004 - degrees
        return
    swapped = CHINA[1] <= west and east <= CHINA[3] and CHINA[0] <= south and north <= CHINA[2]
    raise source.book.refused("axes_swapped" if swapped else "not_degrees", value=_written(bounds), crs=name)


def _check_position(bounds: Any, name: str, source: Source) -> None:
    if not np.isfinite(bounds).all():
        raise source.book.refused("crs_unfit", value=name)
    west, south, east, north = bounds
    if not (CHINA[0] <= west and east <= CHINA[2] and CHINA[1] <= south and north <= CHINA[3]):
        source.book.add("warning", "outside_china", value=_written(bounds), crs=name)


def _transformed(shapes: Any, crs: CRS, source: Source) -> Any:
    try:
        transformer = Transformer.from_crs(crs, WGS84, always_xy=True)
    except ProjError:
        raise source.book.refused("crs_unfit", value=crs.name) from None

    def move(points: Any) -> Any:
        return np.column_stack(transformer.transform(points[:, 0], points[:, 1]))

    try:
        return shapely.transform(shapes, move)
    except shapely.errors.GEOSException:  # a point at infinity: the coordinates lie outside the projection
        raise source.book.refused("crs_unfit", value=crs.name) from None


def _written(bounds: Any) -> str:
    return ", ".join(f"{bound:.6g}" for bound in bounds)
