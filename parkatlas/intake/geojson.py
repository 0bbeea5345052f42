"""GeoJSON, read without GDAL: its driver would follow a link in ``crs`` or take other JSON for it."""

import json
import math
import re
from typing import Any

import numpy as np
import shapely
from shapely.geometry import shape

from parkatlas.filetypes import FileFormat
from parkatlas.intake import ceilings
from parkatlas.intake.layer import Layer
from parkatlas.intake.source import Source

_EPSG = re.compile(r"(?:urn:ogc:def:crs:)?EPSG:[\d.]*:?(\d{4,6})", re.IGNORECASE)


def read(source: Source, _: FileFormat) -> list[Layer]:
    """Return the one layer of a GeoJSON file; refuses other JSON and a ``crs`` that is not a plain name."""
    try:
        document = _document(source.path.read_bytes().decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise source.book.refused("file_broken", reason=str(error)[:200], content="geojson") from None
    kind = document.get("type") if isinstance(document, dict) else None
    features = document.get("features") if kind == "FeatureCollection" else [document] if kind == "Feature" else None
    if not isinstance(features, list) or not all(isinstance(feature, dict) for feature in features):
        raise source.book.refused("not_geojson", value=str(kind)[:50])
    if not features:
        raise source.book.refused("no_rows", sheets=[source.file_name], hidden=[])
    ceilings.check("features", len(features), source.book)
    records = [_properties(feature) for feature in features]
    headers = list(dict.fromkeys(name for record in records for name in record))
    ceilings.check("columns", len(headers), source.book)
    columns = [[_cell(record.get(header)) for record in records] for header in headers]
    shapes = np.array([_shape(feature.get("geometry"), row, source) for row, feature in enumerate(features, 1)], object)
    return [Layer("", headers, columns, shapes, _crs(document.get("crs"), source))]


def _document(text: str) -> Any:
    """Return what a JSON text holds; a ValueError for half a pair of a character, which nothing else can take."""
    document = json.loads(text, parse_constant=_no_number)
    if "\\ud" in text or "\\uD" in text:
        json.dumps(document, ensure_ascii=False).encode()
    return document


def _properties(feature: dict[str, Any]) -> dict[str, Any]:
    properties = feature.get("properties")
    return {str(name): value for name, value in properties.items()} if isinstance(properties, dict) else {}


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    return (
        "、".join(map(str, value))
        if isinstance(value, list)
        else json.dumps(value)
        if isinstance(value, dict)
        else value
    )


def _no_number(word: str) -> None:
    """Refuse NaN and Infinity, which Python reads and JSON does not have."""
    raise ValueError(word)


def _shape(geometry: Any, row: int, source: Source) -> Any:
    if geometry is None:
        return None
    try:
        drawn = _polygon(geometry) or shapely.force_2d(shape(geometry))
    except (shapely.errors.ShapelyError, ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        source.book.add("error", "shape_broken", row=row, reason=str(error)[:200])
        return None
    if not drawn.is_empty and not all(map(math.isfinite, drawn.bounds)):
        source.book.add("error", "shape_broken", row=row, reason="∞")
        return None
    return drawn


def _polygon(geometry: Any) -> Any:
    """Return a polygon whose rings are plain rows of numbers; None for what shapely's own, slow reader is to judge."""
    if not isinstance(geometry, dict) or geometry.get("type") != "Polygon":
        return None
    try:
        rings = [np.array(ring) for ring in geometry["coordinates"]]
        if all(ring.dtype.kind in "fi" and ring.ndim == 2 for ring in rings):  # noqa: PLR2004 - points in a row
            border, *holes = (shapely.linearrings(ring[:, :2]) for ring in rings)
            return shapely.polygons(border, holes or None)
    except (shapely.errors.ShapelyError, ValueError, TypeError, LookupError):
        pass
    return None


def _crs(stated: Any, source: Source) -> str | None:
    """Return the named CRS, EPSG:4326 where none is; anything but a name is refused, never followed."""
    if stated is None:
        return "EPSG:4326"
    properties = stated.get("properties") if isinstance(stated, dict) and stated.get("type") == "name" else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if isinstance(name, str) and (match := _EPSG.fullmatch(name.strip())):
        return f"EPSG:{match[1]}"
    if isinstance(name, str) and name.strip().upper().endswith("CRS84"):
        return "EPSG:4326"
    if source.options.crs is not None:
        return None
    raise source.book.refused("crs_link" if name is None else "crs_unknown", value=str(name or stated)[:100])
