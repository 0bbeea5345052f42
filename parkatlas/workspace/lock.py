"""One process owns a workspace: the lock that says so, and who holds it."""

import errno
import fcntl
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import IO, Self

from parkatlas.errors import WorkspaceBusy
from parkatlas.intake import plain
from parkatlas.workspace import disk

FILE = "lock"
_MOST_DIGITS = 10  # of the number of a process
_NOT_WRITABLE = (errno.EROFS, errno.EACCES, errno.EPERM)


class Lock:
    """A workspace taken for this process, until ``close``; on a disk that cannot be written, to be read only."""

    def __init__(self, file: IO[str] | None, path: Path, *, is_read_only: bool, is_new: bool = False) -> None:
        self._file = file
        self._path = path
        self.is_read_only = is_read_only
        self._is_new = is_new  # whether the file was made for it

    def close(self) -> None:
        """Let the workspace go."""
        if self._file:
            self._file.close()

    def withdraw(self) -> None:
        """Let go of what proved to be no workspace: a file made for the lock goes too."""
        if self._is_new:
            self._path.unlink(missing_ok=True)
        self.close()

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
            file, is_new = _opened(path)
        except OSError as error:
            if error.errno not in _NOT_WRITABLE or not directory.is_dir():
                raise
            return _to_read(path)
        _take(file, fcntl.LOCK_EX)
    if not _is_at(file, path):  # its holder took it away meanwhile
        file.close()
        return acquire(directory)
    # Past the file's buffer, which closing would write once more; on a full disk the holder goes unnamed.
    with suppress(OSError):
        os.ftruncate(file.fileno(), 0)
        os.write(file.fileno(), str(os.getpid()).encode())
    return Lock(file, path, is_read_only=False, is_new=is_new)


def is_left(path: Path) -> bool:
    """Tell whether a file is a lock of ours: it holds the number of a process, or nothing and is its owner's alone."""
    with suppress(OSError), plain.opened(path) as file:
        content = file.read(_MOST_DIGITS + 1)
        is_private = not os.fstat(file.fileno()).st_mode & (stat.S_IRWXG | stat.S_IRWXO)
        return (content.isdigit() and len(content) <= _MOST_DIGITS) or (not content and is_private)
    return False


def _opened(path: Path) -> tuple[IO[str], bool]:
    """Open a lock file; tell whether it is new."""
    try:
        return path.open("x+", encoding="utf-8"), True
    except FileExistsError:
        return path.open("a+", encoding="utf-8"), False


def _is_at(file: IO[str], path: Path) -> bool:
    with suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    return False


def _to_read(path: Path) -> Lock:
    try:
        file = path.open(encoding="utf-8")
    except OSError:
        return Lock(None, path, is_read_only=True)
    _take(file, fcntl.LOCK_SH)
    return Lock(file, path, is_read_only=True)


def _take(file: IO[str], how: int) -> None:
    try:
        fcntl.flock(file, how | fcntl.LOCK_NB)
    except BlockingIOError:
        file.seek(0)
        holder = file.read().strip() or "?"
        file.close()
        raise WorkspaceBusy(holder) from None
