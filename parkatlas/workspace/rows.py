"""The checked rows of each import, kept beside its original as Parquet files named by their SHA-256.

They are what a rebuild stores again: a file that was taken in stays so, whatever a later release thinks of it.
"""

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from parkatlas.errors import RowsDamaged
from parkatlas.workspace import durable

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa

FOLDER = "rows"
# Of one import: the SHA-256 of its rows by the name of their table.
Kept = dict[str, str]


def keep(directory: Path, tables: "Mapping[str, pa.Table]", new: list[Path]) -> Kept:
    """Keep the rows of each table, synced; return their hashes, and add to ``new`` the files not there before."""
    import pyarrow.parquet as pq  # noqa: PLC0415 - a process that only asks never waits for it

    kept = Kept()
    with TemporaryDirectory(prefix="incoming-", dir=directory, ignore_cleanup_errors=True) as aside:
        for name, rows in sorted(tables.items()):
            path = Path(aside) / name
            with path.open("wb") as file:
                pq.write_table(rows, file, compression="zstd")
                file.flush()
                os.fsync(file.fileno())
            kept[name] = durable.fingerprint(path)
            durable.keep(path, directory / FOLDER, kept[name], new)
    return kept


def read(directory: Path, kept: Kept) -> "dict[str, pa.Table]":
    """Return the rows of each table; raises RowsDamaged naming the first file missing or not what its hash says."""
    return {name: _read(directory / FOLDER / digest) for name, digest in kept.items()}


def _read(path: Path) -> "pa.Table":
    import pyarrow as pa  # noqa: PLC0415 - as above
    import pyarrow.parquet as pq  # noqa: PLC0415 - as above

    if not durable.is_sound(path):
        raise RowsDamaged(path.name)
    try:
        return pq.read_table(path.absolute())  # of a relative one a "~" or a colon would mean something
    except pa.ArrowInvalid as error:  # vouched for by its hash, and yet no rows
        raise RowsDamaged(path.name) from error
