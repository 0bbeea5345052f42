"""The workspace's DuckDB file: opened here and nowhere else, with its tables and macros made and locked down."""

import hashlib
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import duckdb

from parkatlas import queries

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pyarrow as pa

FILE = "parkatlas.duckdb"
REBUILDING = "rebuilding.duckdb"

# After this no statement reads or writes another file, loads an extension or changes a setting.
LOCKED_DOWN = {"enable_external_access": "false", "autoload_known_extensions": "false", "lock_configuration": "true"}


_NO_LIMITS: "Mapping[str, str]" = MappingProxyType({})


class Outdated(Exception):  # noqa: N818 - reads as what it tells
    """The tables were made by other scripts than today's: they are to be made anew from the journal."""


def connect_to_read(path: Path, limits: "Mapping[str, str]" = _NO_LIMITS) -> duckdb.DuckDBPyConnection:
    """Open a database file without writing; where it cannot be used, a new one in memory, with all tables empty."""
    if path.exists():
        with suppress(Outdated, duckdb.Error):
            return connect(path, limits, read_only=True)
    return connect(limits=limits)


def connect(
    path: Path | str = ":memory:", limits: "Mapping[str, str]" = _NO_LIMITS, *, read_only: bool = False
) -> duckdb.DuckDBPyConnection:
    """Open a database file (or one in memory); a new one gets all tables and macros, another is left as it is.

    ``limits`` are settings of the engine, such as memory_limit and threads.

    Raises DuckDB's own errors where the file cannot be opened, Outdated where other scripts made its tables.
    """
    scripts = queries.table_scripts()
    today = hashlib.sha256("".join(scripts).encode()).hexdigest()
    connection = duckdb.connect(_named(path), read_only=read_only, config={**limits, **LOCKED_DOWN})
    try:
        made_by = _made_by(connection)
        if not made_by:
            for script in scripts:
                connection.execute(script)
            write(connection, "note_scripts", {"scripts_sha256": today})
    except BaseException:
        connection.close()
        raise
    if made_by not in ("", today):
        connection.close()
        raise Outdated
    return connection


def _named(path: Path | str) -> str:
    """Return a path as DuckDB takes it for one: of a relative one, a "~" or a colon would mean something else."""
    return str(path.absolute()) if isinstance(path, Path) else path


def _made_by(connection: duckdb.DuckDBPyConnection) -> str:
    """Return the fingerprint of the scripts that made the tables; empty for a new database."""
    if not write(connection, "table_names").fetchall():
        return ""
    try:
        return str(write(connection, "made_by").fetchone()[0])
    except (duckdb.CatalogException, duckdb.BinderException):
        return "unknown"


def is_one(path: Path) -> bool:
    """Tell whether a file holds a workspace's tables, of any release; raises DuckDB's error where another holds it."""
    if not path.exists():
        return False
    try:
        with duckdb.connect(_named(path), read_only=True, config=dict(LOCKED_DOWN)) as connection:
            return _are_ours(_table_names(connection))
    except duckdb.ConnectionException:  # this very process has it open
        return True
    except duckdb.Error as error:
        if "Could not set lock" in str(error):
            raise
        return False


def journal_lines(path: Path) -> list[str] | int | None:
    """Return the lines of the journal that a database file of any release holds.

    Of the first format's tables, which hold none, only how many; None where the file cannot be read or is another's.
    """
    if not path.exists():
        return []
    with suppress(duckdb.Error), duckdb.connect(_named(path), config=dict(LOCKED_DOWN)) as connection:
        names = _table_names(connection)
        if not _are_ours(names):
            return None if names else []
        if "journal_lines" in names:
            return [line for (line,) in write(connection, "journal_lines").fetchall()]
        return int(write(connection, "applied_entries").fetchone()[0])
    return None


def _table_names(connection: duckdb.DuckDBPyConnection) -> set[str]:
    return {name for (name,) in write(connection, "table_names").fetchall()}


def _are_ours(names: set[str]) -> bool:
    """Tell whether tables of these names are a workspace's: today's note lines of the journal, the first counted."""
    return "imports" in names and bool(names & {"journal_lines", "applied"})


def remove(path: Path) -> None:
    """Delete a database file and its write-ahead log, where they are."""
    for leftover in _files(path):
        leftover.unlink(missing_ok=True)


def move(path: Path, target: Path) -> None:
    """Give a database file and its write-ahead log another name, in the place of what bears it."""
    remove(target)
    for file, name in zip(_files(path), _files(target), strict=True):
        if file.exists():
            file.rename(name)


def _files(path: Path) -> tuple[Path, Path]:
    return path, path.with_name(path.name + ".wal")


def write(cursor: Any, name: str, params: dict[str, object] | None = None) -> Any:
    """Run one of the workspace's own statements of ``queries/writes/``; returns the cursor, to fetch from."""
    return cursor.execute(queries.statement("writes", name), params or {})


@contextmanager
def transaction(cursor: Any) -> "Iterator[None]":
    """Run a block as one transaction; a failure rolls it back."""
    cursor.begin()
    try:
        yield
    except BaseException:
        with suppress(duckdb.Error):  # the failure itself is what matters
            cursor.rollback()
        raise


def commit(cursor: Any) -> None:
    """Commit a transaction."""
    cursor.commit()


def checkpoint(cursor: Any) -> None:
    """Fold the write-ahead log into the file, so that a damaged log loses nothing.

    Where it fails now (other readers, a full disk) the next change or the closing makes up for it: what is committed
    stands in the log and, whatever becomes of the log, in the journal, which the next opening replays.
    """
    with suppress(duckdb.Error):
        cursor.checkpoint()


def read(cursor: Any, name: str, params: dict[str, object]) -> "pa.Table":
    """Return the rows of one of the workspace's own statements as an Arrow table."""
    table: pa.Table = cursor.sql(queries.statement("writes", name), params=params).to_arrow_table()
    return table


def rows_of(cursor: Any, table: str, import_id: int) -> "pa.Table":
    """Return the rows that ``table`` holds of an import, in the order in which they were stored."""
    rows: pa.Table = cursor.table(table).filter(_of_import(import_id)).to_arrow_table()
    return rows


def _of_import(import_id: int) -> duckdb.Expression:
    return duckdb.ColumnExpression("import_id") == duckdb.ConstantExpression(import_id)


def store(cursor: Any, table: str, rows: "pa.Table") -> None:
    """Append ``rows`` to ``table``; columns are matched by name, those that are missing become null."""
    if rows.num_rows:
        names = [row[0] for row in cursor.table(table).description]
        present = rows.column_names
        for name in names:
            if name not in present:
                rows = rows.append_column(name, _nulls(rows.num_rows))
        cursor.from_arrow(rows.select(names)).insert_into(table)


def _nulls(length: int) -> "pa.Array":
    import pyarrow as pa  # noqa: PLC0415 - keeps the command line's start short

    return pa.nulls(length)
