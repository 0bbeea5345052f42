"""The committed demo files, read once."""

import csv
import json
from pathlib import Path

import pytest
from shapely.geometry import shape

from parkatlas.columns import column
from parkatlas.filetypes import KINDS

PROJECT = Path(__file__).parents[3]


def table(path, kind):
    """Return a table's rows by the catalogue's column names, empty cells as None."""
    lines = list(csv.reader(path.open(encoding="utf-8-sig", newline="")))
    assert lines[0] == [column(name).header for name in KINDS[kind].columns]
    return [{name: cell or None for name, cell in zip(KINDS[kind].columns, line, strict=True)} for line in lines[1:]]


def features(path, key):
    """Return properties and shape of every feature by its name."""
    entries = json.loads(path.read_text(encoding="utf-8"))["features"]
    return {one["properties"][key]: (one["properties"], one["geometry"] and shape(one["geometry"])) for one in entries}


@pytest.fixture(scope="session")
def ledgers():
    """Every ledger's rows by month."""
    return {path.stem: table(path, "ledger") for path in sorted((PROJECT / "data" / "ledgers").glob("*.csv"))}


@pytest.fixture(scope="session")
def newest(ledgers):
    """The rows of the newest ledger."""
    return ledgers[max(ledgers)]


@pytest.fixture(scope="session")
def parks():
    """Properties and ground of every park that stands."""
    every_park = features(PROJECT / "parks.geojson", "park_name")
    return {name: park for name, park in every_park.items() if not park[0].get("merged_on")}


@pytest.fixture(scope="session")
def units():
    """Properties and outline of every unit."""
    return features(PROJECT / "data" / "units.geojson", "unit_name")


@pytest.fixture(scope="session")
def plans():
    """The tables of plans by their kind, and the patches of each constraint layer by its kind."""
    folder, kinds = PROJECT / "data", ("targets", "campaigns", "obstacles", "peers", "trips", "thresholds")
    tables = {kind: table(folder / f"{kind}.csv", kind) for kind in kinds}
    return tables | {path.stem: features(path, "图斑编号") for path in (folder / "layers").glob("*.geojson")}
