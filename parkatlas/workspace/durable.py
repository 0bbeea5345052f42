"""Files that are on the disk when they are spoken of, and gone again where nothing came to speak of them."""

import hashlib
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from parkatlas.intake import plain
from parkatlas.workspace import whole

if TYPE_CHECKING:
    from collections.abc import Iterator


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of a file; raises OSError where it is none."""
    with plain.opened(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def keep(file: Path, folder: Path, digest: str) -> list[Path]:
    """Put a synced file into ``folder`` under its SHA-256; return its new path in a list, or none if it was there.

    A new one stays under its old name too, where the disk can link it: for as long as that is there, nobody has
    acknowledged it.
    """
    if not folder.exists():
        folder.mkdir()
        whole.sync_directory(folder.parent)
    target = folder / digest
    is_new = not target.exists()
    if is_new:
        whole.link_or_move(file, target)
    else:  # what stands there may be damaged
        file.replace(target)
    whole.sync_directory(folder)
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
