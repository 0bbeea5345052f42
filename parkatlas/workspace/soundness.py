"""Whether a workspace is sound: originals, kept rows and journal, tables against what the journal gives, queries."""

import os
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import duckdb

from parkatlas import queries
from parkatlas.errors import ContractBroken
from parkatlas.workspace import backup, database, durable, originals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from parkatlas.workspace.care import Fault
    from parkatlas.workspace.journal import Entry

_NICENESS = 15
# Of every table its number of rows and a hash of them all; None where it cannot be read.
Prints = dict[str, tuple[int, int] | None]


def files_at_fault(directory: "Path", entries: "Iterable[Entry]") -> "Iterator[Fault]":
    """Yield every file that the journal speaks of and that is missing or no longer what its hash says."""
    for entry in entries:
        for name in sorted(backup.kept_by([entry])):
            folder, _, digest = name.rpartition("/")
            kind = "original" if folder == originals.FOLDER else "rows"
            if fault := _fault_of(directory / name, digest):
                yield f"{kind}_{fault}", digest, entry["import_id"]


def _fault_of(path: "Path", digest: str) -> str:
    try:
        return "" if durable.fingerprint(path) == digest else "changed"
    except FileNotFoundError:
        return "missing"
    except OSError:
        return "unreadable"


def tables(cursor: Any) -> "Prints":
    """Return of every table how many rows it has and a hash of them all, whatever their order; None if unreadable.

    Every row is read, so that DuckDB checks each block of its file against its checksum.
    """
    return {name: _print_of(cursor, name) for (name,) in database.write(cursor, "table_names").fetchall()}


def _print_of(cursor: Any, name: str) -> tuple[int, int] | None:
    try:
        rows = cursor.table(name)
        columns = ", ".join(f'"{column[0]}"' for column in rows.description)
        count, total = rows.aggregate(f"count(*), sum(hash({columns}))").fetchall()[0]
    except duckdb.Error:
        return None
    return int(count), int(total or 0)


def tables_at_fault(prints: "Prints", expected: Prints | None) -> "Iterator[Fault]":
    """Yield every table that cannot be read, or that differs from what a replay of the journal gave."""
    for name, seen in prints.items():
        if seen is None:
            yield "table_unreadable", name, 0
        elif expected is not None and expected.get(name) != seen:
            yield "table_differs", name, 0


def queries_at_fault(cursor: Any) -> "Iterator[Fault]":
    """Yield every query whose header and statement disagree."""
    for query in queries.load_all().values():
        try:
            queries.check(query, cursor)
        except ContractBroken as error:
            yield "query_broken", str(error), 0


def step_back() -> None:
    """Let all other threads and programs go before this thread, where the system can."""
    with suppress(OSError, AttributeError):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)
