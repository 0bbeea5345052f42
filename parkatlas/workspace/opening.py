"""How a workspace's tables are opened: compared with the journal, and caught up with it or made anew from it."""

import logging
from typing import TYPE_CHECKING, Any

import duckdb

from parkatlas.errors import JournalBroken, WorkspaceDamaged, WorkspaceReadOnly
from parkatlas.messages import text
from parkatlas.workspace import backup, database, journal, originals, upgrade
from parkatlas.workspace.journal import Journal
from parkatlas.workspace.replay import Replay, are_of_another, entries_to_come, lines_missing
from parkatlas.workspace.whole import sync_directory, unused

if TYPE_CHECKING:
    from pathlib import Path

    from parkatlas.workspace.journal import Entry

# Tables that could not be read when they were made anew, so that nobody knows what they held, or another workspace's.
UNREADABLE = "unreadable.duckdb"
_REPLACED = "replaced.duckdb"
# The journal that stood where one was written from the tables.
JOURNAL_ASIDE = "journal-replaced.jsonl"
_log = logging.getLogger("parkatlas")


def proven(replay: Replay) -> Journal:
    """Return the journal of a workspace, sound and not less than the tables; one of the first format is brought over.

    Raises JournalBroken, WorkspaceNewer, or WorkspaceDamaged where the journal is gone.
    """
    upgrade.to_chained(replay)
    kept = Journal(replay.directory)
    if not kept.largest_id:
        _refuse_to_lose(replay.directory, kept, [])
    return kept


def writable(replay: Replay, kept: Journal, *, anew: bool) -> duckdb.DuckDBPyConnection:
    """Return the tables of a workspace, which hold all of its proven journal; made anew where asked or needed.

    Raises JournalBroken, or WorkspaceDamaged where journal and tables contradict each other.
    """
    entries = kept.entries()
    connection = None if anew else _connected(replay, kept)
    if connection is None:
        if not anew and (replay.directory / database.FILE).exists():
            _log.warning(text("workspace.making_anew"))
        if unnamed := originals.unnamed(replay.directory, entries):
            _log.warning(text("workspace.originals_unnamed", count=len(unnamed)))
        is_covered = _refuse_to_lose(replay.directory, kept, entries)
        _make_anew(replay, entries, keep_old=not is_covered)
        connection = database.connect(replay.directory / database.FILE, replay.engine)
    try:
        replay.apply(connection, entries_to_come(replay.directory, entries, _lines(connection)))
    except BaseException:
        connection.close()
        raise
    kept.settle()
    return connection


def readable(replay: Replay) -> tuple[Journal, duckdb.DuckDBPyConnection]:
    """Return the journal and the tables of a workspace on a disk that cannot be written.

    Tables that lag behind the journal or are of another release are made in memory. Raises as ``proven`` and
    ``writable``, WorkspaceReadOnly for a workspace of the first format, which is written when it is brought over.
    """
    if journal.is_first_format(journal.whole_lines(replay.directory / journal.FILE)):
        raise WorkspaceReadOnly(str(replay.directory))
    kept = Journal(replay.directory)
    if not kept.largest_id:
        _refuse_to_lose(replay.directory, kept, [])
    connection = database.connect_to_read(replay.directory / database.FILE, replay.engine)
    entries = kept.entries()
    if entries_to_come(replay.directory, entries, _lines(connection)):
        connection.close()
        connection = in_memory(replay, entries)
    return kept, connection


def in_memory(replay: Replay, entries: "list[Entry]") -> duckdb.DuckDBPyConnection:
    """Return tables in memory made from entries of the journal."""
    connection = database.connect(limits=replay.engine)
    try:
        replay.apply(connection, entries)
    except BaseException:
        connection.close()
        raise
    return connection


def write_journal(directory: "Path") -> int:
    """Write a workspace's journal anew from the lines that its tables hold; return how many they are.

    The old file stays beside it. Raises WorkspaceDamaged where the tables do not hold them, or fewer than the journal.
    """
    lines = database.journal_lines(directory / database.FILE)
    if not isinstance(lines, list) or not lines:
        raise WorkspaceDamaged(directory, text("workspace.no_lines_held"), "restore")
    try:
        entries = journal.checked(line.encode() for line in lines)
    except JournalBroken as broken:
        raise WorkspaceDamaged(directory, text("workspace.no_lines_held"), "restore") from broken
    if not any((directory / name).is_file() for name in backup.kept_by(entries)):
        raise WorkspaceDamaged(directory, text("workspace.tables_of_another"), "restore")
    count = len(journal.whole_lines(directory / journal.FILE))
    if count > len(entries):
        raise WorkspaceDamaged(directory, text("workspace.fewer_held", held=len(entries), there=count), "restore")
    journal.write_anew(directory, entries, aside=unused(directory / JOURNAL_ASIDE).name)
    return len(entries)


def _connected(replay: Replay, kept: Journal) -> duckdb.DuckDBPyConnection | None:
    """Return today's tables; None where they must be made anew.

    They must be where there are none, where another release made them, or where they hold an entry that was taken back.
    """
    path = replay.directory / database.FILE
    if not path.exists():
        return None
    try:
        connection = database.connect(path, replay.engine)
    except database.Outdated:
        return None
    try:
        is_doubted = kept.is_doubted(_lines(connection))
    except BaseException:
        connection.close()
        raise
    if is_doubted:
        connection.close()
        return None
    return connection


def _refuse_to_lose(directory: "Path", kept: Journal, entries: "list[Entry]") -> bool:
    """Check that a journal gives no less than the tables that are to be made anew from it; raises WorkspaceDamaged.

    Returns whether that could be checked: not with tables that cannot be read, or are of another workspace.
    """
    lines = database.journal_lines(directory / database.FILE)
    if isinstance(lines, int):
        if lines > len(entries):
            raise WorkspaceDamaged(directory, lines_missing(len(entries), lines), "restore")
    elif lines and not kept.is_doubted(lines):
        if are_of_another(directory, entries, lines):
            return False
        entries_to_come(directory, entries, lines)
    elif not entries and originals.unnamed(directory, entries):
        raise WorkspaceDamaged(directory, text("workspace.journal_gone", file=journal.FILE), "restore")
    return lines is not None


def _make_anew(replay: Replay, entries: "list[Entry]", *, keep_old: bool) -> None:
    """Make the tables anew beside the old ones, which go when the new ones hold every entry and all rows."""
    current, rebuilding = replay.directory / database.FILE, replay.directory / database.REBUILDING
    database.remove(rebuilding)
    with database.connect(rebuilding, replay.engine) as connection:
        replay.apply(connection, entries)
    with database.connect(rebuilding, replay.engine) as connection:
        _prove(replay.directory, connection, entries)
    replaced = unused(replay.directory / UNREADABLE) if keep_old else replay.directory / _REPLACED
    database.move(current, replaced)
    rebuilding.rename(current)
    sync_directory(replay.directory)
    if not keep_old:
        database.remove(replaced)


def _prove(directory: "Path", connection: duckdb.DuckDBPyConnection, entries: "list[Entry]") -> None:
    stored = dict(database.write(connection, "row_counts").fetchall())
    wanted = {entry["import_id"]: entry["row_count"] for entry in entries if entry["do"] == "import"}
    if entries_to_come(directory, entries, _lines(connection)) or stored != wanted:
        raise WorkspaceDamaged(directory, text("workspace.not_proven"), "restore")


def _lines(connection: Any) -> list[str]:
    return [line for (line,) in database.write(connection, "journal_lines").fetchall()]
