"""The tables of a workspace made from its journal, each import from the rows that were kept of it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import duckdb
import shapely

from parkatlas import intake
from parkatlas.errors import InputRefused, JournalBroken, RowsDamaged, WorkspaceDamaged, WorkspaceNewer
from parkatlas.filetypes import KINDS
from parkatlas.messages import text
from parkatlas.workspace import backup, changes, database, journal, originals, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    import pyarrow as pa

    from parkatlas.workspace.journal import Entry

# What rows raise that are not those of the import that names them.
_UNFIT = (
    duckdb.DataError, duckdb.IntegrityError, duckdb.ProgrammingError, shapely.errors.ShapelyError, LookupError,
    TypeError, ValueError,
)  # fmt: skip


def entries_to_come(directory: "Path", entries: "Sequence[Entry]", lines: "Sequence[str]") -> "list[Entry]":
    """Return the entries that tables holding ``lines`` of the journal do not hold yet.

    Raises WorkspaceDamaged naming the first line where the two differ, or those that the journal lacks. Its cure is
    ``rebuild`` where the tables are of another workspace.
    """
    for number, (entry, line) in enumerate(zip(entries, lines, strict=False), start=1):
        if journal.written(entry) != line:
            cure = "rebuild" if are_of_another(directory, entries, lines) else "journal"
            raise WorkspaceDamaged(directory, text("workspace.line_differs", file=journal.FILE, line=number), cure)
    if len(lines) > len(entries):
        raise WorkspaceDamaged(directory, lines_missing(len(entries), len(lines)), "journal")
    return list(entries[len(lines) :])


def are_of_another(directory: "Path", entries: "Sequence[Entry]", lines: "Sequence[str]") -> bool:
    """Tell whether tables that hold ``lines`` are not of this workspace: its journal's files are all here, theirs not.

    Lines that are no chain say nothing of any workspace.
    """
    try:
        table_entries = journal.checked(line.encode() for line in lines)
    except (JournalBroken, WorkspaceNewer):
        return True
    return _are_here(directory, entries) and not _are_here(directory, table_entries)


def _are_here(directory: "Path", entries: "Iterable[Entry]") -> bool:
    return all((directory / name).is_file() for name in backup.kept_by(entries))


def lines_missing(present: int, wanted: int) -> str:
    """Say which lines a journal of so many lines lacks."""
    return text("workspace.lines_missing", file=journal.FILE, first=present + 1, last=wanted)


@dataclass(frozen=True)
class Replay:
    """What doing a workspace's journal once more takes: where it lies, and what reading an original may cost.

    ``engine`` are settings of the database, ``aside`` is the folder for what reading leaves on the way, the system's
    own for None.
    """

    directory: "Path"
    limits: intake.Limits
    engine: "Mapping[str, str]"
    aside: "Path | None" = None

    def apply(self, connection: Any, entries: "Iterable[Entry]") -> None:
        """Do what entries of the journal say, each in one transaction."""
        for entry in entries:
            with connection.cursor() as cursor:
                with database.transaction(cursor):
                    self._change(cursor, entry)
                    database.write(cursor, "record_line", {"line": journal.written(entry)})
                cursor.commit()
        database.checkpoint(connection)

    def _change(self, cursor: Any, entry: "Entry") -> None:
        if entry["do"] == "import":
            self._store(cursor, entry)
        else:
            changes.switch(cursor, entry["import_id"], is_active=entry["do"] == "redo")

    def _store(self, cursor: Any, entry: "Entry") -> None:
        """Store the rows kept of an import; raises WorkspaceDamaged where they are not what its entry says."""
        tables = self._kept_rows(entry)
        unfit = WorkspaceDamaged(self.directory, text("workspace.rows_unfit", id=entry["import_id"]), "restore")
        if tables[KINDS[entry["kind"]].table].num_rows != entry["row_count"]:
            raise unfit
        try:
            changes.store_import(cursor, entry, tables)
        except _UNFIT as error:
            raise unfit from error

    def _kept_rows(self, entry: "Entry") -> "dict[str, pa.Table]":
        """Return the rows kept of an import; where they are damaged, read again if the rules are still the same.

        Raises WorkspaceDamaged naming the import.
        """
        try:
            return rows.read(self.directory, entry["rows"])
        except RowsDamaged as damage:
            if entry["rules"] == intake.RULES:
                return self.read_again(entry).tables
            reason = text("workspace.rows_damaged", id=entry["import_id"], digest=damage.digest)
            raise WorkspaceDamaged(self.directory, reason, "restore") from damage

    def read_again(self, entry: "Entry") -> intake.Intake:
        """Read an import's original by today's rules; raises WorkspaceDamaged where it is lost or refused."""
        try:
            return self.read_original(entry)
        except (OSError, InputRefused) as error:
            reason = text("workspace.not_read_again", id=entry["import_id"], reason=str(error))
            raise WorkspaceDamaged(self.directory, reason, "restore") from error

    def read_original(self, entry: "Entry") -> intake.Intake:
        """Read an import's original by today's rules; raises OSError where it is lost, InputRefused.

        Its names are taken as they stand: they were checked against the registers of the day when it came in.
        """
        with originals.laid_out(self.directory, entry["files"], self.aside) as path:
            options = intake.Options.from_json(entry["options"])
            offer = intake.Offer(path, entry["kind"], entry["file_name"], options)
            with intake.reading(offer, self.limits, self.aside) as finish:
                return finish(intake.Registers())
