"""One process owns a workspace: the lock that says so, and who holds it."""

import errno
import fcntl
import os
from contextlib import suppress
from pathlib import Path
from typing import IO, Self

from parkatlas.errors import WorkspaceBusy
from parkatlas.workspace import disk

FILE = "lock"
_NOT_WRITABLE = (errno.EROFS, errno.EACCES, errno.EPERM)


class Lock:
    """A workspace taken for this process, until ``close``; on a disk that cannot be written, to be read only."""

    def __init__(self, file: IO[str] | None, *, is_read_only: bool) -> None:
        self._file = file
        self.is_read_only = is_read_only

    def close(self) -> None:
        """Let the workspace go."""
        if self._file:
            self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def acquire(directory: Path) -> Lock:
    """Take the workspace for this process.

    On a disk that cannot be written others may read it too. Raises WorkspaceBusy naming the process that holds it.
    """
    path = directory / FILE
    with disk.answering(directory):
        try:
            file = path.open("a+", encoding="utf-8")
        except OSError as error:
            if error.errno not in _NOT_WRITABLE or not directory.is_dir():
                raise
            return _to_read(path)
        _take(file, fcntl.LOCK_EX)
    # Past the file's buffer, which closing would write once more; on a full disk the holder goes unnamed.
    with suppress(OSError):
        os.ftruncate(file.fileno(), 0)
        os.write(file.fileno(), str(os.getpid()).encode())
    return Lock(file, is_read_only=False)


def _to_read(path: Path) -> Lock:
    try:
        file = path.open(encoding="utf-8")
    except OSError:
        return Lock(None, is_read_only=True)
    _take(file, fcntl.LOCK_SH)
    return Lock(file, is_read_only=True)


def _take(file: IO[str], how: int) -> None:
    try:
        fcntl.flock(file, how | fcntl.LOCK_NB)
    except BlockingIOError:
        file.seek(0)
        holder = file.read().strip() or "?"
        file.close()
        raise WorkspaceBusy(holder) from None
