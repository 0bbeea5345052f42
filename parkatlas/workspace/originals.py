"""The originals of a workspace: every imported file as it came, kept by its SHA-256."""

import errno
import os
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NoReturn

from parkatlas import intake
from parkatlas.intake import plain
from parkatlas.workspace import durable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future

    from parkatlas.workspace.journal import Entry

FOLDER = "originals"
INCOMING = "incoming-????????"  # what mkdtemp makes for copies
_DIGEST = re.compile(r"[0-9a-f]{64}")

# One kept file: its suffix and its SHA-256. The name it came with stands in the journal, never on the disk.
Kept = list[str]
# The same of all files that belong together, the one that is named first.
Digests = tuple[tuple[str, str], ...]


class Copies:
    """The copies of a file and its parts, which are read in their place; asking for their hashes waits for the disk.

    ``path`` is the first one's: of a file that could not be copied its own, whose reader says why.
    """

    def __init__(self, directory: Path, path: Path, syncing: "Future[list[tuple[Path, str]]]") -> None:
        """Take what syncs the copies (path and SHA-256 each) for the workspace in ``directory``."""
        self.path = path
        self._folder = directory / FOLDER
        self._syncing = syncing

    def digests(self) -> Digests:
        """Return what was copied; raises OSError where it could not be."""
        return tuple((copy.suffix.lower(), digest) for copy, digest in self._syncing.result())

    def keep(self, new: list[Path]) -> list[Kept]:
        """Keep the copies for good and return what is kept; adds to ``new`` the paths of those not there before."""
        return [_keep(copy, digest, self._folder, new) for copy, digest in self._syncing.result()]


@contextmanager
def copying(directory: Path, path: Path) -> "Iterator[Copies]":
    """Copy ``path`` (and a shapefile's parts), whatever becomes of them later; copies not kept are gone at the end."""
    # A folder that cannot be swept now is at the next opening: by then the import may have been acknowledged.
    with (
        TemporaryDirectory(prefix="incoming-", dir=directory, ignore_cleanup_errors=True) as aside,
        ThreadPoolExecutor(1) as pool,
    ):
        try:
            copies = [_copied(part, Path(aside)) for part in intake.parts(path)]
        except OSError as error:
            yield Copies(directory, path, pool.submit(_fail, error))
        else:
            yield Copies(directory, copies[0], pool.submit(lambda: [(copy, _synced(copy)) for copy in copies]))


def unnamed(directory: Path, entries: "Iterable[Entry]") -> list[str]:
    """Return the hashes of originals that no entry of the journal names, and that no killed import left."""
    unspoken = _unspoken(directory, entries)
    return sorted(unspoken - _copied_beside(directory)) if unspoken else []


def drop_unacknowledged(directory: Path, entries: "Iterable[Entry]") -> None:
    """Remove the originals that a killed import kept before the journal named them.

    For a workspace whose tables hold its journal, and no more, only.
    """
    unspoken = _unspoken(directory, entries)
    for digest in unspoken & _copied_beside(directory) if unspoken else ():
        (directory / FOLDER / digest).unlink()


def _unspoken(directory: Path, entries: "Iterable[Entry]") -> set[str]:
    named = {digest for entry in entries for _, digest in entry.get("files", ())}
    folder = directory / FOLDER
    there = {path.name for path in folder.iterdir() if is_digest(path.name)} if folder.is_dir() else set()
    return there - named


def _copied_beside(directory: Path) -> set[str]:
    """Return the hashes of the copies that killed imports left."""
    copies = (copy for folder in directory.glob(INCOMING) if not folder.is_symlink() for copy in folder.glob("*"))
    return {durable.fingerprint(copy) for copy in copies if copy.is_file()}


def is_digest(name: str) -> bool:
    """Tell whether a file is called as those that a workspace keeps are."""
    return bool(_DIGEST.fullmatch(name))


def _keep(copy: Path, digest: str, folder: Path, new: list[Path]) -> Kept:
    durable.keep(copy, folder, digest, new)
    return [copy.suffix.lower(), digest]


@contextmanager
def laid_out(directory: Path, kept: list[Kept], aside: Path | None = None) -> "Iterator[Path]":
    """Lay kept files out in ``aside`` under names of our own, to be read once more; yields the first one's path.

    Raises OSError where one is missing or no longer what its hash says.
    """
    with TemporaryDirectory(prefix="parkatlas-", dir=aside, ignore_cleanup_errors=True) as folder:
        for suffix, digest in kept:
            copy = plain.copy(directory / FOLDER / digest, Path(folder) / f"original{suffix}")
            if durable.fingerprint(copy) != digest:
                raise OSError(f"original {digest} does not match its hash")
        yield Path(folder) / f"original{kept[0][0]}"


def _copied(part: Path, folder: Path) -> Path:
    """Copy a file under a name of our own; return the copy's path."""
    if part.stat().st_size > shutil.disk_usage(folder).free:  # rather than fill the disk before it is said
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    return plain.copy(part, folder / f"original{part.suffix.lower()}")


def _synced(copy: Path) -> str:
    """Put a copy on the disk; return its SHA-256."""
    with copy.open("rb") as file:
        os.fsync(file.fileno())
    return durable.fingerprint(copy)


def _fail(error: OSError) -> NoReturn:
    raise error
