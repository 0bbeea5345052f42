"""A county in a few lines: its parks, units and ledger months, for queries to be asked of."""

import atexit
import datetime as dt
import shutil
import weakref
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pyarrow as pa
import shapely

from parkatlas import formats, intake, queries
from parkatlas.columns import CATALOGUE
from parkatlas.filetypes import KINDS
from parkatlas.intake.typed import TYPES
from parkatlas.workspace import changes, database

SIDE = 0.001
USUAL = {
    "basis": "planned", "threshold": 100.0, "pace_by": "days", "lamp_rule": "points", "yellow_below": 0.0,
    "red_below": 5.0, "red_after_months": 1, "tax_weight": 50.0, "output_weight": 30.0, "done_weight": 20.0,
    "a_share_pct": 20.0, "b_share_pct": 50.0, "c_share_pct": 25.0, "young_months": 12, "least_graded": 10,
}  # fmt: skip


@cache
def _empty():
    """Return the file of an engine without data: to copy it takes a fifth of the time that its tables take to make."""
    folder = Path(mkdtemp(prefix="parkatlas-toy-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    database.connect(folder / database.FILE).close()
    return folder / database.FILE


class County:
    """An engine with what was imported into it; every import stands at once, as in a workspace."""

    def __init__(self):
        folder = Path(mkdtemp(prefix="parkatlas-toy-"))
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        self.connection = database.connect(shutil.copyfile(_empty(), folder / database.FILE))
        self.count = 0

    def parks(self, *rows, since=None):
        """Import parks: dicts of register columns; ``at=(lon, lat)`` draws a square of a thousandth of a degree."""
        parks = [{"park_id": row["park_name"], **{k: v for k, v in row.items() if k != "at"}} for row in rows]
        drawn = [
            (row["park_name"], shapely.box(*row["at"], *(x + SIDE for x in row["at"]))) for row in rows if "at" in row
        ]
        parcels = {
            "park_id": [name for name, _ in drawn],
            "parcel_no": [1] * len(drawn),
            "drawn_area_mu": [15.0] * len(drawn),
            "outline": [shapely.to_wkb(shape) for _, shape in drawn],
        }
        return self._import("parks", since, parks=table(parks, "parks"), parcels=pa.table(parcels))

    def units(self, *names, **kinds):
        """Import a register of units; those given by keyword with their kind."""
        rows = [{"unit_name": name, "unit_id": name, "unit_kind": kinds.get(name)} for name in (*names, *kinds)]
        rows[0] |= {"lon": 120.0, "lat": 40.0}  # the first one's seat is known
        return self._import("units", None, units=table(rows, "units"))

    def ledger(self, month, *rows):
        """Import the ledger of a month such as ``2026-01``: dicts of its columns, ids made from names."""
        full = [{"project_id": row["project_name"], "source_row": i + 2, **row} for i, row in enumerate(rows)]
        return self._import("ledger", month, projects=table(full, "ledger"))

    def targets(self, *rows):
        """Import targets: (unit or None, year, metric, value), base ones, or with their tier behind."""
        names = ("unit_name", "year", "metric", "target_value", "target_tier")
        records = [dict(zip(names, (*row, "base")[:5], strict=True)) for row in rows]
        return self._import("targets", None, targets=table(records, "targets"))

    def campaign(self, campaign, *targets):
        """Import a campaign (a dict of its columns) with its targets (dicts)."""
        rows = {"campaigns": [campaign], "campaign_targets": targets}
        return self._import(
            "campaigns", None, **{name: pa.Table.from_pylist(list(records)) for name, records in rows.items()}
        )

    def peers(self, *rows):
        """Import a table of peers: (region, indicator, value, growth)."""
        names = ("peer_name", "indicator", "peer_value", "growth_pct")
        records = [dict(zip(names, row, strict=True)) | {"source_row": i} for i, row in enumerate(rows)]
        return self._import("peers", None, peers=table(records, "peers"))

    def thresholds(self, *rows):
        """Import a table of thresholds: (park, first day, threshold, source)."""
        names = ("park_name", "valid_from_on", "threshold_wan_per_mu", "threshold_source")
        records = [dict(zip(names, (row[0], dt.date.fromisoformat(row[1]), *row[2:]), strict=True)) for row in rows]
        return self._import("thresholds", None, thresholds=table(records, "thresholds"))

    def decisions(self, *rows):
        """Import decisions: (project, outcome, day, heir or None)."""
        names = ("project_name", "outcome", "decided_on", "heir_name")
        records = [dict(zip(names, (*row[:2], dt.date.fromisoformat(row[2]), *row[3:]), strict=False)) for row in rows]
        return self._import("decisions", None, decisions=table(records, "decisions"))

    def layer(self, name, kind, *patches):
        """Import a constraint layer: (shape, mu) of its patches."""
        rows = [
            {"layer_name": name, "layer_kind": kind, "patch_no": number, "patch_name": None, "drawn_area_mu": mu,
             "outline": shapely.to_wkb(shape)}
            for number, (shape, mu) in enumerate(patches, 1)
        ]  # fmt: skip
        return self._import("layers", None, layers=pa.Table.from_pylist(rows))

    def trips(self, *rows):
        """Import recruiting trips: dicts of columns; ``brought`` names the projects that a trip is linked to."""
        records = [row | {"trip_id": f"{i}"} for i, row in enumerate(rows, 2)]
        pairs = [(row["trip_id"], name) for row in records for name in row.get("brought", ())]
        ids, names = ([pair[place] for pair in pairs] for place in (0, 1))
        linked = pa.table({"trip_id": pa.array(ids, pa.string()), "project_name": pa.array(names, pa.string())})
        columns = table(records, "trips").append_column(
            "trip_id", pa.array([row["trip_id"] for row in records], pa.string())
        )
        return self._import("trips", None, trips=columns, trip_projects=linked)

    def undo(self, import_id, *, is_active=False):
        """Put an import out of force, or back."""
        changes.switch(self.connection, import_id, is_active=is_active)

    def ask(self, name, as_of="2026-12-31", **params):
        """Run a query with the usual parameters where none are given."""
        query = queries.find(name)
        usual = USUAL | {"as_of": dt.date.fromisoformat(as_of)}
        arguments = {key: value for key, value in usual.items() if key in query.param_names} | params
        return queries.run(query, self.connection.cursor(), arguments)

    def one(self, name, as_of="2026-12-31", **params):
        """Return the only row of a query."""
        (row,) = self.ask(name, as_of, **params).to_dict("records")
        return row

    def _import(self, kind, month, **tables):
        self.count += 1
        options = intake.Options(period=formats.period_end(month) if month else None)
        entry = {"import_id": self.count, "file_name": f"{kind}.csv", "files": [[".csv", "0" * 64]], "by": "test"}
        entry |= {"options": options.to_json(), "at": "2026-01-01T00:00:00", "kind": kind, "warning_count": 0}
        entry["row_count"] = tables[KINDS[kind].table].num_rows
        changes.store_import(self.connection, entry, tables)
        return self.count


def project(name, park=None, **facts):
    """Return a ledger row: started and on 10 mu for 1000 万元 (exactly 100 万元/亩) unless said otherwise."""
    return {
        "project_name": name,
        "stated_park_name": park,
        "stage": "started",
        "land_mu": 10,
        "planned_fai_wan": 1000,
    } | facts


def park(name, **facts):
    """Return a register row of a park."""
    return {"park_name": name, **facts}


def square(lon, lat):
    """Return the square whose south-west corner that is."""
    return shapely.box(lon, lat, lon + SIDE, lat + SIDE)


def table(rows, kind):
    """Return rows as a table with every column of a record kind, null where a row has none."""
    names = KINDS[kind].stored
    names += [name for name in ("source_row", "lon", "lat", "drawn_area_mu") if any(name in row for row in rows)]
    columns = {name: pa.array([row.get(name) for row in rows], TYPES[CATALOGUE[name].kind]) for name in names}
    return pa.table(columns)
