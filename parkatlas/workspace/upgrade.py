"""A workspace of the first format brought to today's: its journal gets hashes, its imports their checked rows."""

from collections import Counter
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import duckdb

from parkatlas.errors import JournalBroken, WorkspaceDamaged
from parkatlas.filetypes import KINDS
from parkatlas.workspace import changes, database, disk, journal, rows
from parkatlas.workspace.replay import lines_missing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import pyarrow as pa

    from parkatlas.workspace.journal import Entry
    from parkatlas.workspace.replay import Replay

# The journal as it was, for whoever wants to look.
ASIDE = "journal-format-1.jsonl"
# Rows that a file's own rules did not number: releases before the first format's end kept no version of them.
RULES = 0
# Tables that hold nothing of a file's own rows.
_NOT_OF_FILES = ("imports", "applied", "threshold_spans", "park_successions")


def to_chained(replay: "Replay") -> None:
    """Give a journal of the first format its hashes and its imports their rows; others are left as they are.

    Rows are taken from the tables that the old release made, so that nothing is judged by today's rules; where those
    tables cannot be read, the originals are read again. Raises JournalBroken, or WorkspaceDamaged where the tables
    hold more than the journal or an import's rows are nowhere to be had.
    """
    directory = replay.directory
    lines = journal.whole_lines(directory / journal.FILE)
    if not journal.is_first_format(lines):
        return
    entries = healed(journal.unchained(lines))
    with _old_tables(directory) as old:
        if old and old.count > len(entries):
            raise WorkspaceDamaged(directory, lines_missing(len(entries), old.count), "restore")
        described = [_with_rows(replay, entry, old) for entry in entries]
    journal.write_anew(directory, journal.chain(described), aside=ASIDE)


def healed(entries: "Iterable[Entry]") -> "list[Entry]":
    """Return entries without those that were never acknowledged: a failed append left its line.

    The next import took the same number, and the next undo or redo did what the line said again.
    """
    entries = list(entries)
    later = Counter(entry["import_id"] for entry in entries if entry["do"] == "import")
    kept: list[Entry] = []
    active: dict[int, bool] = {}
    for entry in entries:
        number, is_active = entry["import_id"], entry["do"] != "undo"
        if entry["do"] == "import":
            later[number] -= 1
            if later[number]:
                continue
        elif active.get(number) is is_active:
            continue
        active[number] = is_active
        kept.append(entry)
    return kept


def _with_rows(replay: "Replay", entry: "Entry", old: "_OldTables | None") -> "Entry":
    """Return an entry with what today's format says of an import's rows, which are kept."""
    if entry["do"] != "import":
        return entry
    stored = old.rows_of(entry) if old else None
    if stored is None:
        taken = replay.read_again(entry)
        stored = len(taken.report.warnings), taken.tables
    warnings, tables = stored
    kept = rows.keep(replay.directory, tables, [])
    count = tables[KINDS[entry["kind"]].table].num_rows
    return {**entry, "rows": kept, "rules": RULES, "row_count": count, "warning_count": warnings}


class _OldTables:
    """The tables that a release of the first format made."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        # All rows are fetched: a result left open would keep the connection from the next question.
        ((count,),) = database.write(connection, "applied_entries").fetchall()
        self.count = int(count)

    def rows_of(self, entry: "Entry") -> "tuple[int, dict[str, pa.Table]] | None":
        """Return how many warnings an import had and its rows by table, as imported; None where they are not there."""
        try:
            record = database.rows_of(self._connection, "imports", entry["import_id"]).to_pylist()
            if not record or record[0]["file_sha256"] != entry["files"][0][1]:
                return None
            names = [row[0] for row in database.write(self._connection, "table_names").fetchall()]
            wanted = [name for name in names if name not in _NOT_OF_FILES]
            stored = {name: database.rows_of(self._connection, name, entry["import_id"]) for name in wanted}
        except duckdb.Error as error:
            if disk.is_of_the_file(error):
                return None
            raise
        main = KINDS[entry["kind"]].table
        return record[0]["warning_count"], {
            name: changes.as_imported(name, table) for name, table in stored.items() if table.num_rows or name == main
        }


@contextmanager
def _old_tables(directory: "Path") -> "Iterator[_OldTables | None]":
    """Yield the old release's tables, or None where there are none to be read.

    Raises JournalBroken where today's release made them: then the journal had hashes, and lost them.
    """
    path = (directory / database.FILE).absolute()
    with ExitStack() as opened:
        old = None
        try:
            if path.exists():
                connection = opened.enter_context(duckdb.connect(str(path), config=dict(database.LOCKED_DOWN)))
                old = _OldTables(connection)
        except duckdb.CatalogException as error:
            raise JournalBroken(1, "line_changed") from error
        except duckdb.Error as error:
            if not disk.is_of_the_file(error):
                raise
        yield old
