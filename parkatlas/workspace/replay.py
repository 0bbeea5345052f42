"""The tables of a workspace made from its journal, each import from the rows that were kept of it."""

from typing import TYPE_CHECKING, Any

from parkatlas import intake
from parkatlas.errors import InputRefused, RowsDamaged, WorkspaceDamaged
from parkatlas.messages import text
from parkatlas.workspace import changes, database, journal, originals, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    import pyarrow as pa

    from parkatlas.workspace.journal import Entry


def missing(directory: "Path", entries: "Sequence[Entry]", lines: "Sequence[str]") -> "list[Entry]":
    """Return the entries that tables holding ``lines`` do not hold yet.

    Raises WorkspaceDamaged naming the first line where the two differ, or those that the journal lacks.
    """
    for number, (entry, line) in enumerate(zip(entries, lines, strict=False), start=1):
        if journal.written(entry) != line:
            raise WorkspaceDamaged(directory, text("workspace.line_differs", file=journal.FILE, line=number), "journal")
    if len(lines) > len(entries):
        raise WorkspaceDamaged(directory, lines_missing(len(entries), len(lines)), "journal")
    return list(entries[len(lines) :])


def lines_missing(there: int, wanted: int) -> str:
    """Say which lines a journal of so many lines lacks."""
    return text("workspace.lines_missing", file=journal.FILE, first=there + 1, last=wanted)


def apply(connection: Any, directory: "Path", entries: "Iterable[Entry]", limits: intake.Limits) -> None:
    """Do once more what entries of the journal say, each in one transaction."""
    for entry in entries:
        with connection.cursor() as cursor:
            with database.transaction(cursor):
                change(cursor, entry, tables_of(directory, entry, limits) if "rows" in entry else {})
                database.write(cursor, "record_line", {"line": journal.written(entry)})
            cursor.commit()
    database.checkpoint(connection)


def change(cursor: Any, entry: "Entry", tables: "dict[str, pa.Table]") -> None:
    """Do what one entry says; ``tables`` are the rows of an import."""
    if entry["do"] == "import":
        changes.store_import(cursor, entry, tables)
    else:
        changes.switch(cursor, entry["import_id"], is_active=entry["do"] == "redo")


def tables_of(directory: "Path", entry: "Entry", limits: intake.Limits) -> "dict[str, pa.Table]":
    """Return the rows of an import; where they are damaged they are read again, if the rules are still the same.

    Raises WorkspaceDamaged naming the import.
    """
    try:
        return rows.read(directory, entry["rows"])
    except RowsDamaged as damage:
        if entry["rules"] == intake.RULES:
            return read_again(directory, entry, limits)
        reason = text("workspace.rows_damaged", id=entry["import_id"], digest=damage.digest)
        raise WorkspaceDamaged(directory, reason, "restore") from damage


def read_again(directory: "Path", entry: "Entry", limits: intake.Limits) -> "dict[str, pa.Table]":
    """Read an import's original by today's rules; raises WorkspaceDamaged where it is lost or refused."""
    try:
        return _intake_of(directory, entry, limits).tables
    except (OSError, InputRefused) as error:
        reason = text("workspace.not_read_again", id=entry["import_id"], reason=str(error))
        raise WorkspaceDamaged(directory, reason, "restore") from error


def _intake_of(directory: "Path", entry: "Entry", limits: intake.Limits) -> intake.Intake:
    with originals.laid_out(directory, entry["files"]) as path:
        options = intake.Options.from_json(entry["options"])
        # Names were held against the registers of their day when the file came in.
        return intake.read(intake.Offer(path, entry["kind"], entry["file_name"], options), intake.Known(), limits)
