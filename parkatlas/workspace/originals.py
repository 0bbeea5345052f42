"""The originals of a workspace: every imported file as it came, kept by its SHA-256."""

import hashlib
import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = "originals"
# A shapefile is several files; the others of its name belong to it.
SHAPEFILE_PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")


# One kept file: its suffix and its SHA-256. The name it came with stands in the journal, never on the disk.
Kept = list[str]


def belonging(path: Path) -> list[Path]:
    """Return ``path`` and, for a shapefile, the parts that lie beside it."""
    if path.suffix.lower() != ".shp":
        return [path]
    others = [other for other in path.parent.glob("*") if other.stem == path.stem and other != path]
    return [path, *sorted(other for other in others if other.suffix.lower() in SHAPEFILE_PARTS)]


def keep(directory: Path, path: Path) -> list[Kept]:
    """Copy ``path`` (and a shapefile's parts) into the workspace, synced; what is there already stays."""
    folder = directory / FOLDER
    folder.mkdir(exist_ok=True)
    kept = []
    for part in belonging(path):
        digest = fingerprint(part)
        if not (folder / digest).exists():
            _copy_synced(part, folder / digest)
        kept.append([part.suffix.lower(), digest])
    return kept


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def laid_out(directory: Path, kept: list[Kept]) -> "Iterator[Path]":
    """Lay kept files out under names of our own, to be read once more; yields the first one's path.

    Raises OSError where one is missing or no longer what its hash says.
    """
    with TemporaryDirectory(prefix="parkatlas-") as folder:
        for suffix, digest in kept:
            shutil.copyfile(directory / FOLDER / digest, Path(folder) / f"original{suffix}")
            if fingerprint(Path(folder) / f"original{suffix}") != digest:
                raise OSError(f"original {digest} does not match its hash")
        yield Path(folder) / f"original{kept[0][0]}"


def _copy_synced(source: Path, target: Path) -> None:
    partial = target.with_suffix(".part")
    shutil.copyfile(source, partial)
    with partial.open("rb") as file:
        os.fsync(file.fileno())
    partial.replace(target)
