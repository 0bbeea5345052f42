"""What a disk refuses, said as an error of ours: read-only, full, held by another program, or unreadable."""

import errno
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

import duckdb

from parkatlas.errors import MemoryShort, WorkspaceBusy, WorkspaceDamaged, WorkspaceFull, WorkspaceReadOnly
from parkatlas.workspace import backup

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NOT_WRITABLE = (errno.EROFS, errno.EACCES, errno.EPERM, errno.EEXIST, errno.ENOTDIR)
_FULL = (errno.ENOSPC, errno.EDQUOT)
# What DuckDB raises of its file; its other errors are about a statement.
_OF_THE_FILE = (duckdb.IOException, duckdb.SerializationException, duckdb.FatalException, duckdb.InternalException)


@contextmanager
def answering(directory: "Path") -> "Iterator[None]":
    """Turn what the disk refuses into WorkspaceReadOnly, WorkspaceFull, WorkspaceBusy or WorkspaceDamaged.

    What takes more memory than the settings allow becomes MemoryShort.
    """
    try:
        yield
    except WorkspaceDamaged as damaged:
        raise WorkspaceDamaged(directory, damaged.reason, backup.last(directory)) from damaged
    except OSError as error:
        if error.errno in _NOT_WRITABLE:
            raise WorkspaceReadOnly(str(directory)) from error
        if error.errno in _FULL:
            raise WorkspaceFull(str(directory)) from error
        raise
    except duckdb.OutOfMemoryException as error:
        raise MemoryShort from error
    except duckdb.Error as error:
        # A checksum that does not match comes as the plain kind.
        if isinstance(error, _OF_THE_FILE) or type(error) is duckdb.Error:
            raise _of_the_file(directory, str(error)) from error
        raise


def _of_the_file(directory: "Path", said: str) -> Exception:
    holder = re.search(r"Conflicting lock.*PID (\d+)", said)
    if holder:
        return WorkspaceBusy(holder[1])
    if "No space left" in said:
        return WorkspaceFull(str(directory))
    if "Read-only file system" in said or "Permission denied" in said:
        return WorkspaceReadOnly(str(directory))
    return WorkspaceDamaged(directory, said.splitlines()[0], backup.last(directory))
