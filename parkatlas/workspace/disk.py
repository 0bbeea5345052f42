"""What a disk refuses, said as an error of ours: read-only, full, held by another program, or at fault."""

import errno
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

import duckdb

from parkatlas.errors import (
    DiskFault,
    JournalBroken,
    MemoryShort,
    WorkspaceBusy,
    WorkspaceDamaged,
    WorkspaceFull,
    WorkspaceReadOnly,
)
from parkatlas.messages import text
from parkatlas.workspace import care, journal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NOT_WRITABLE = (errno.EROFS, errno.EACCES, errno.EPERM)
_FULL = (errno.ENOSPC, errno.EDQUOT)
_OF_THE_FILE = (duckdb.IOException, duckdb.SerializationException, duckdb.FatalException, duckdb.InternalException)


@contextmanager
def answering(directory: "Path") -> "Iterator[None]":
    """Turn what the disk refuses, or a broken journal, into WorkspaceReadOnly, -Full, -Busy, -Damaged or DiskFault.

    What takes more memory than the settings allow becomes MemoryShort.
    """
    try:
        yield
    except WorkspaceDamaged as damaged:
        raise WorkspaceDamaged(directory, damaged.reason, damaged.cure, _last_backup(directory)) from damaged
    except JournalBroken as broken:
        reason = text(f"workspace.{broken.fault}", file=journal.FILE, line=broken.line)
        raise WorkspaceDamaged(directory, reason, "journal", _last_backup(directory)) from broken
    except OSError as error:
        if error.errno in _NOT_WRITABLE:
            raise WorkspaceReadOnly(str(directory)) from error
        if error.errno in _FULL:
            raise WorkspaceFull(str(directory)) from error
        if error.errno is None:  # one of ours
            raise
        raise DiskFault(str(error.filename or directory), error.strerror or str(error)) from error
    except duckdb.OutOfMemoryException as error:
        raise MemoryShort from error
    except duckdb.Error as error:
        if is_of_the_file(error):
            raise _of_the_file(directory, str(error)) from error
        raise


def is_of_the_file(error: duckdb.Error) -> bool:
    """Tell whether the database's file is at fault; other errors are about a statement."""
    # A checksum that does not match comes as the plain kind.
    return isinstance(error, _OF_THE_FILE) or type(error) is duckdb.Error or "Failed to commit" in str(error)


def _of_the_file(directory: "Path", message: str) -> Exception:
    holder = re.search(r"Could not set lock.*", message)
    if holder:
        number = re.search(r"PID ([1-9]\d*)", holder[0])
        return WorkspaceBusy(number[1]) if number else DiskFault(str(directory), message.splitlines()[0])
    if "No space left" in message:
        return WorkspaceFull(str(directory))
    if "Read-only file system" in message or "Permission denied" in message:
        return WorkspaceReadOnly(str(directory))
    return WorkspaceDamaged(directory, message.splitlines()[0], last_backup=_last_backup(directory))


def _last_backup(directory: "Path") -> str | None:
    backed = care.read(directory).backed
    return backed.file if backed else None
