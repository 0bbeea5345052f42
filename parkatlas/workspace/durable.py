"""Files that are on the disk when they are spoken of, and gone again where nothing came to speak of them."""

import hashlib
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from parkatlas.intake import plain
from parkatlas.workspace.whole import sync_directory

if TYPE_CHECKING:
    from collections.abc import Iterator


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of a file; raises OSError where it is none."""
    with plain.opened(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def keep(file: Path, folder: Path, digest: str) -> list[Path]:
    """Move a synced file into ``folder`` under its SHA-256; return its new path in a list, or none if it was there."""
    if not folder.exists():
        folder.mkdir()
        sync_directory(folder.parent)
    target = folder / digest
    is_new = not target.exists()
    file.replace(target)
    sync_directory(folder)
    return [target] if is_new else []


@contextmanager
def new_files() -> "Iterator[list[Path]]":
    """Collect the paths of files kept within the block; where it fails they are removed, for nothing speaks of them."""
    paths: list[Path] = []
    try:
        yield paths
    except BaseException:
        for path in paths:
            with suppress(OSError):
                path.unlink()
        raise
