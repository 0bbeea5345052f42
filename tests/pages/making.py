"""Files as an office would write them, and a workspace that took them in."""

import csv
import json

from parkatlas import formats, intake
from parkatlas.workspace import Workspace

# 0.01° wide: a square far larger than its projects need, easy to hit.
SIDE = 0.01


def park(name, lon, lat, **facts):
    """Return the GeoJSON feature of a square park with its lower left corner at a point."""
    ring = [[lon, lat], [lon + SIDE, lat], [lon + SIDE, lat + SIDE], [lon, lat + SIDE], [lon, lat]]
    return {
        "type": "Feature",
        "properties": {"园区名称": name, **facts},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def boundaries(path, *features):
    """Write park boundaries as GeoJSON and return the path."""
    content = {"type": "FeatureCollection", "features": features}
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def table(path, *rows):
    """Write rows (dicts by header) as CSV and return the path; a row without a header's value leaves its cell empty."""
    headers = list(dict.fromkeys(header for row in rows for header in row))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, headers)
        writer.writeheader()
        writer.writerows(rows)
    return path


def offer(kind, path, month=None, name=""):
    """Return a file of a kind to be imported, known to people by its own name or another."""
    period = formats.period_end(month) if month else None
    return intake.Offer(path, kind, name or path.name, intake.Options(period=period))


def layer(path, kind, *patches, name=""):
    """Write patches as GeoJSON; return them as a constraint layer to be imported, by the file's name or another."""
    options = intake.Options(layer_name=name or path.stem, layer_kind=kind)
    return intake.Offer(boundaries(path, *patches), "layers", path.name, options)


def workspace(directory, *imports, region="青山县", is_example=True):
    """Make a workspace in ``directory`` from imports (kind, path, month or None) and return the directory."""
    with Workspace.create(directory, region, is_example=is_example) as made:
        made.import_files((offer(kind, path, month) for kind, path, month in imports), "小王")
    return directory
