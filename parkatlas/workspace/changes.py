"""What an entry of the journal does to the tables: an import stored and resolved, or switched."""

from datetime import date, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import shapely

from parkatlas import intake
from parkatlas.errors import UnknownImport
from parkatlas.workspace import database, places

if TYPE_CHECKING:
    from collections.abc import Mapping

    from parkatlas.workspace.journal import Entry

SINCE_EVER = date(1, 1, 1)
# Imports that decide what a ledger's names and points mean.
REGISTERS = ("parks", "units")
# Imports that decide which ledger speaks of a project, and from when to when.
_SPEAKING = (*REGISTERS, "ledger", "decisions")
# Imports that decide what a park asks on which day.
_ASKING = ("parks", "thresholds")


# Columns of projects that resolve_projects and resolve_spans derive; all others are as imported.
_DERIVED = {
    "import_id", "valid_to", "highest_rank", "contract_before_wan", "done_fai_before_wan", "in_place_before_wan",
    "outside_in_place_before_wan", "foreign_usd_before_wan", "unit_id", "host_unit_id", "stated_park_id",
    "located_park_id", "located_count", "is_outside_stated", "park_id", "is_enclave",
}  # fmt: skip


def store_import(cursor: Any, entry: "Entry", tables: "Mapping[str, pa.Table]") -> None:
    """Store the rows that were read from a file, as the import that ``entry`` describes."""
    period = intake.Options.from_json(entry["options"]).period
    record = {
        "import_id": entry["import_id"],
        "import_kind": entry["kind"],
        "period": period,
        "file_name": entry["file_name"],
        "file_sha256": entry["files"][0][1],
        "imported_at": datetime.fromisoformat(entry["at"]),
        "imported_by": entry["by"],
        "import_row_count": entry["row_count"],
        "warning_count": entry["warning_count"],
        "effective_on": period or SINCE_EVER,
        "layer_name": tables["layers"]["layer_name"][0].as_py() if entry["kind"] == "layers" else None,
    }
    database.write(cursor, "record_import", record)
    database.write(cursor, "resolve_imports")
    _store_rows(cursor, entry["import_id"], tables, period or SINCE_EVER)
    if entry["kind"] in REGISTERS:
        _resolve_successions(cursor)
        _resolve_again(cursor)
    if entry["kind"] == "ledger":
        _join_ledger(cursor, entry["import_id"], period or SINCE_EVER)
    elif entry["kind"] in _SPEAKING:
        _resolve_spans(cursor)
    _resolve_thresholds(cursor, entry["kind"])


def switch(cursor: Any, import_id: int, *, is_active: bool) -> None:
    """Put an import out of force or back; raises UnknownImport if there is none or it is so already."""
    states = {number: (kind, state) for number, kind, _, state in database.write(cursor, "import_states").fetchall()}
    kind, was_active = states.get(import_id, ("", is_active))
    if was_active is is_active:
        raise UnknownImport(import_id)
    database.write(cursor, "set_active", {"import_id": import_id, "is_active": is_active})
    database.write(cursor, "resolve_imports")
    if kind in REGISTERS:
        _resolve_successions(cursor)
        _resolve_again(cursor)
    if kind in _SPEAKING:
        _resolve_spans(cursor)
    _resolve_thresholds(cursor, kind)


def as_imported(table: str, rows: pa.Table) -> pa.Table:
    """Return rows that ``table`` holds, of any release, without what was added to them when they were stored."""
    added = _DERIVED if table == "projects" else {"import_id"}
    return rows.select([name for name in rows.column_names if name not in added])


def park_boundaries(cursor: Any, as_of: date) -> tuple[pa.Table, np.ndarray]:
    """Return park_id and park_name of every park with polygons, smallest first, and its shape in EPSG:4326."""
    parcels, shapes = outlines(cursor, "park_outlines", as_of)
    ids = parcels["park_id"].to_pylist()  # the parcels of a park follow each other
    firsts = [row for row, park in enumerate(ids) if row == 0 or park != ids[row - 1]]
    parks = [shapely.union_all(shapes[row:end]) for row, end in pairwise([*firsts, len(ids)])]
    return parcels.take(pa.array(firsts, pa.int64())), np.array(parks, dtype=object)


def outlines(cursor: Any, statement: str, as_of: date) -> tuple[pa.Table, np.ndarray]:
    """Return the rows of one of the outline statements, and their WKB as shapes in EPSG:4326."""
    rows = database.read(cursor, statement, {"as_of": as_of})
    shapes = shapely.from_wkb(rows["outline"].to_numpy(zero_copy_only=False))
    return rows.drop_columns("outline"), shapes


def _store_rows(cursor: Any, import_id: int, tables: "Mapping[str, pa.Table]", period: date) -> None:
    for name, rows in sorted(tables.items(), key=lambda table: table[0] == "projects"):
        numbered = rows.append_column("import_id", pa.array(np.full(rows.num_rows, import_id)))
        if name == "projects":
            _store_ledger(cursor, numbered, period)
        else:
            database.store(cursor, name, numbered)


def _store_ledger(cursor: Any, rows: pa.Table, period: date) -> None:
    located = places.locate(rows, *park_boundaries(cursor, period))
    if "period" not in located.column_names:
        located = located.append_column("period", pa.array([period], pa.date32()).take(np.zeros(len(located), int)))
    cursor.register("rows_to_resolve", located)
    database.write(cursor, "resolve_projects", {"period": period})
    cursor.unregister("rows_to_resolve")


def _join_ledger(cursor: Any, import_id: int, period: date) -> None:
    """Set from when to when the rows of a new ledger, and of the ledgers beside it, are valid; quick for the newest."""
    states = database.write(cursor, "import_states").fetchall()
    others = [(kind, other) for number, kind, other, is_active in states if is_active and number != import_id]
    has_decisions = any(kind == "decisions" for kind, _ in others)
    if not has_decisions and all(other < period for kind, other in others if kind == "ledger"):
        database.write(cursor, "extend_spans", {"import_id": import_id, "period": period})
    else:
        _resolve_spans(cursor)


def _resolve_spans(cursor: Any) -> None:
    """Set anew what decisions say of projects, and from when to when each row of a project is valid."""
    database.write(cursor, "forget_decisions")
    database.write(cursor, "resolve_decisions")
    database.write(cursor, "resolve_spans")


def _resolve_thresholds(cursor: Any, kind: str) -> None:
    if kind in _ASKING:
        database.write(cursor, "forget_spans")
        database.write(cursor, "resolve_thresholds")


def _resolve_successions(cursor: Any) -> None:
    database.write(cursor, "forget_successions")
    database.write(cursor, "resolve_successions")


def _resolve_again(cursor: Any) -> None:
    for import_id, kind, period, _ in database.write(cursor, "import_states").fetchall():
        if kind == "ledger":
            tables = {"projects": as_imported("projects", database.rows_of(cursor, "projects", import_id))}
            database.write(cursor, "forget_ledger", {"import_id": import_id})
            _store_rows(cursor, import_id, tables, period)
