"""Files that appear whole or not at all, on the disk when they do, for nobody else to read."""

import errno
import itertools
import os
import shutil
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# What a file system without hard links says of one.
_NO_LINKS = (
    errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EINVAL, errno.EACCES, errno.EXDEV,
)  # fmt: skip


def write(path: Path, content: bytes) -> None:
    """Write a file in the place of what stood there; raises OSError, and then nothing has changed."""
    with _beside(path) as (file, partial):
        file.write(content)
        _finish(file)
        partial.replace(path)
    sync_directory(path.parent)


@contextmanager
def new(path: Path) -> "Iterator[IO[bytes]]":
    """Yield a file to write, which is ``path`` once the block is done.

    Raises FileExistsError where something stands there, at once or when the block is done: it is never written over.
    """
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    with _beside(path) as (file, partial):
        yield file
        _finish(file)
        _put(partial, path)
    sync_directory(path.parent)


def sync_directory(directory: Path) -> None:
    """Put on the disk which files a directory holds; a file system that knows no such thing is left alone."""
    handle = os.open(directory, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
    finally:
        os.close(handle)


def link(file: Path, target: Path) -> None:
    """Give a synced file a second name; where the disk knows no hard links, to a synced copy."""
    try:
        target.hardlink_to(file)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        copy(file, target)


def copy(file: Path, target: Path) -> None:
    """Put a copy of a file, synced, in the place of what stands at ``target``, whole or not at all."""
    with file.open("rb") as source, _beside(target) as (written, partial):
        shutil.copyfileobj(source, written)
        _finish(written)
        partial.replace(target)


def unused(path: Path) -> Path:
    """Return a path at which nothing stands: ``path``, or the first with a number after its name (x-2.jsonl)."""
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in itertools.count(2))
    return next(name for name in itertools.chain([path], numbered) if not os.path.lexists(name))


@contextmanager
def _beside(path: Path) -> "Iterator[tuple[IO[bytes], Path]]":
    """Yield a new file beside ``path`` that its owner alone may read, and its own path; it is gone at the end."""
    handle, name = mkstemp(prefix=f"{path.name}.", suffix=".part", dir=path.parent)
    file = os.fdopen(handle, "wb")
    try:
        yield file, Path(name)
    except BaseException:
        with suppress(OSError):  # closing writes once more what could not be written
            file.close()
        raise
    finally:
        with suppress(OSError):  # it bears its own name by now, or what failed before is what matters
            Path(name).unlink(missing_ok=True)


def _finish(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())
    file.close()


def _put(partial: Path, path: Path) -> None:
    """Give a file its name, unless something bears it."""
    try:
        path.hardlink_to(partial)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600))
        partial.replace(path)
