"""Tiny real files and what a test asks of a workspace's directory."""

import hashlib
import json

import geopandas as gpd
import shapely

from parkatlas import formats, intake
from parkatlas.workspace import Workspace

METRES = "EPSG:4549"
EAST, NORTH = 500_000, 4_430_000
HEADERS = ("项目名称", "引进单位", "园区", "用地面积(亩)", "计划固定资产投资(万元)")


def squares(path, **parks):
    """Write parks as squares of 100 m (15 mu), so many metres east of a common corner."""
    features = [_square(name, EAST + metres, NORTH) for name, metres in parks.items()]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def shapefile(path, *parks):
    """Write parks as a shapefile, all on one square, and return the paths of its parts, the main one first."""
    square = shapely.box(117, 31, 117.01, 31.01)
    frame = gpd.GeoDataFrame({"NAME": parks}, geometry=[square] * len(parks), crs=4326)
    frame.to_file(path, encoding="UTF-8")
    return [path, *sorted(set(path.parent.glob(f"{path.stem}.*")) - {path})]


def rows(path, headers, *lines):
    """Write a CSV."""
    path.write_text("\n".join(",".join(map(str, line)) for line in (headers, *lines)) + "\n", encoding="utf-8")
    return path


def ledger(path, *lines):
    """Write a ledger: (project, unit, park, mu, 万元)."""
    return rows(path, HEADERS, *lines)


def offer(kind, path, month=None):
    """Return a file to be imported; the parks of these tests are drawn in metres."""
    options = intake.Options(
        period=formats.period_end(month) if month else None, crs=METRES if kind == "parks" else None
    )
    return intake.Offer(path, kind, path.name, options)


def take(workspace, kind, path, month=None, by="test"):
    """Import a file as the command line would."""
    return workspace.import_file(offer(kind, path, month), by)


def small_county(folder):
    """Make a workspace of two parks, two units and two ledger months in ``folder / "W"``, from files beside it."""
    with Workspace.create(folder / "W", "小县") as workspace:
        take(workspace, "units", rows(folder / "u.csv", ("单位名称",), ("甲镇",), ("乙镇",)))
        take(workspace, "parks", squares(folder / "p.geojson", 东园=0, 西园=1000))
        january = ledger(folder / "1.csv", ("玻璃厂", "甲镇", "东园", 10, 1000), ("钢厂", "乙镇", "西园", 10, 500))
        take(workspace, "ledger", january, "2026-01")
        february = ledger(folder / "2.csv", ("玻璃厂", "甲镇", "东园", 10, 2000))
        take(workspace, "ledger", february, "2026-02")
    return folder / "W"


def hash_of(content):
    """Return the SHA-256 of bytes."""
    return hashlib.sha256(content).hexdigest()


def prints(directory):
    """Return the hash of every file of a workspace but the lock, by its path."""
    files = (path for path in directory.rglob("*") if path.is_file() and path.name != "lock")
    return {str(path.relative_to(directory)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def journal(directory):
    """Return the entries of a workspace's journal as they stand in its file."""
    return [json.loads(line) for line in (directory / "journal.jsonl").read_text(encoding="utf-8").splitlines()]


def tables(workspace):
    """Return every row of every table, ordered."""
    with workspace._connection.cursor() as cursor:
        names = [row[0] for row in cursor.execute("show tables").fetchall()]
        return {name: cursor.execute(f"select * from {name} order by all").fetchall() for name in names}


def _square(name, east, north):
    ring = [[east, north], [east + 100, north], [east + 100, north + 100], [east, north + 100], [east, north]]
    return {"type": "Feature", "properties": {"园区名称": name}, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def tables_asked(workspace):
    """Ask the workspace for everything it shows, so that a damaged part of its file is met."""
    return [workspace.ask(name) for name in ("imports", "parks", "projects")]
