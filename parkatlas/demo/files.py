"""Writing the demo's files: GeoJSON registers and CSV tables under the template's Chinese headers."""

import csv
import io
import json
from pathlib import Path

from shapely.geometry import Point, mapping
from shapely.geometry.base import BaseGeometry

from parkatlas import messages
from parkatlas.columns import column
from parkatlas.filetypes import KINDS

Rows = list[dict[str, object]]


def write_table(path: Path, kind: str, rows: Rows) -> None:
    """Write ``rows`` (columns by name) as the template of ``kind`` has them: UTF-8 with BOM, Chinese headers."""
    with messages.speaking("zh_CN"):
        headers = [column(name).header for name in KINDS[kind].columns]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(headers)
    writer.writerows([[row.get(name, "") for name in KINDS[kind].columns] for row in rows])
    path.write_text(text.getvalue(), encoding="utf-8-sig", newline="")


def write_features(path: Path, features: list[tuple[dict[str, object], BaseGeometry | None]]) -> None:
    """Write one GeoJSON feature a line (EPSG:4326), so that a change shows as the line it changes."""
    lines = [
        json.dumps(
            {"type": "Feature", "properties": properties, "geometry": shape and _geometry(shape)}, ensure_ascii=False
        )
        for properties, shape in features
    ]
    body = ",\n".join(lines)
    path.write_text(f'{{"type": "FeatureCollection", "features": [\n{body}\n]}}\n', encoding="utf-8", newline="")


def _geometry(shape: BaseGeometry) -> dict[str, object]:
    return dict(mapping(shape))


def position(point: Point) -> dict[str, object]:
    """Return the properties that place a point."""
    return {"lon": round(point.x, 6), "lat": round(point.y, 6)}
