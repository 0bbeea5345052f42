"""The originals of a workspace: every imported file as it came, kept by its SHA-256."""

import hashlib
import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from parkatlas import intake
from parkatlas.workspace import durable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future

FOLDER = "originals"

# One kept file: its suffix and its SHA-256. The name it came with stands in the journal, never on the disk.
Kept = list[str]
# The same of all files that belong together, the one that is named first.
Digests = tuple[tuple[str, str], ...]


class Copies:
    """The copies of a file and its parts in the making; asking for them waits until they are made."""

    def __init__(self, directory: Path, making: "Future[list[tuple[Path, str]]]") -> None:
        """Take what makes the copies (path and SHA-256 each) for the workspace in ``directory``."""
        self._folder = directory / FOLDER
        self._making = making

    def digests(self) -> Digests:
        """Return what was copied; raises OSError where it could not be."""
        return tuple((copy.suffix.lower(), digest) for copy, digest in self._making.result())

    def keep(self, new: list[Path]) -> list[Kept]:
        """Keep the copies for good and return what is kept; adds to ``new`` the paths of those not there before."""
        return [_keep(copy, digest, self._folder, new) for copy, digest in self._making.result()]


@contextmanager
def copying(directory: Path, path: Path) -> "Iterator[Copies]":
    """Copy ``path`` (and a shapefile's parts) beside what the block does; copies not kept are gone at its end."""
    # A folder that cannot be swept now is at the next opening: by then the import may have been acknowledged.
    with (
        TemporaryDirectory(prefix="incoming-", dir=directory, ignore_cleanup_errors=True) as aside,
        ThreadPoolExecutor(1) as pool,
    ):
        making = pool.submit(lambda: [_copied(part, Path(aside) / part.name) for part in intake.parts(path)])
        yield Copies(directory, making)


def _keep(copy: Path, digest: str, folder: Path, new: list[Path]) -> Kept:
    new += durable.keep(copy, folder, digest)
    return [copy.suffix.lower(), digest]


@contextmanager
def laid_out(directory: Path, kept: list[Kept], aside: Path | None = None) -> "Iterator[Path]":
    """Lay kept files out in ``aside`` under names of our own, to be read once more; yields the first one's path.

    Raises OSError where one is missing or no longer what its hash says.
    """
    with TemporaryDirectory(prefix="parkatlas-", dir=aside, ignore_cleanup_errors=True) as folder:
        for suffix, digest in kept:
            shutil.copyfile(directory / FOLDER / digest, Path(folder) / f"original{suffix}")
            if durable.fingerprint(Path(folder) / f"original{suffix}") != digest:
                raise OSError(f"original {digest} does not match its hash")
        yield Path(folder) / f"original{kept[0][0]}"


def _copied(source: Path, target: Path) -> tuple[Path, str]:
    """Copy a file, synced; return the copy and its SHA-256."""
    digest = hashlib.sha256()
    with source.open("rb") as file, target.open("wb") as copy:
        while block := file.read(1 << 20):
            digest.update(block)
            copy.write(block)
        copy.flush()
        os.fsync(copy.fileno())
    return target, digest.hexdigest()
