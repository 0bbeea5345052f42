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


def keep(file: Path, folder: Path, digest: str, new: list[Path]) -> None:
    """Put a synced file into ``folder`` under its SHA-256; add its path to ``new`` unless a sound one is there.

    It stays under its old name, too: what lies beside under such a name may not have been acknowledged.
    """
    if not folder.exists():
        folder.mkdir()
        whole.sync_directory(folder.parent)
    target = folder / digest
    if not target.exists():
        new.append(target)  # before it is there: whatever comes between
        whole.link(file, target)
    elif not is_sound(target):
        whole.copy(file, target)
    whole.sync_directory(folder)


def is_sound(path: Path) -> bool:
    """Tell whether a file that is called by its SHA-256 is what it says."""
    with suppress(OSError):
        return fingerprint(path) == path.name
    return False


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
