"""Generated files and workspaces, kept under ``bench/.cache`` and made anew where what makes them has changed."""

import hashlib
import shutil
from pathlib import Path

from bench import generate, ours

ROOT = Path(__file__).parents[1]


def _digest(paths: list[Path]) -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(paths))).hexdigest()[:8]


def folder() -> Path:
    """Return the directory of the generated files."""
    return ROOT / "bench" / ".cache" / _digest([Path(generate.__file__)])


def files(size: generate.Size) -> tuple[Path, Path]:
    """Return the parks' GeoJSON and the ledger's CSV of a size."""
    return generate.files(folder(), size)


def workspace(size: generate.Size) -> Path:
    """Return the directory of a workspace that holds a region of this size."""
    tables = _digest([*(ROOT / "queries" / "tables").glob("*.sql"), *(ROOT / "queries" / "writes").glob("*.sql")])
    directory = folder() / f"workspace-{size.projects}-{tables}"
    if not directory.exists():
        half_made = directory.with_suffix(".part")
        shutil.rmtree(half_made, ignore_errors=True)
        ours.fill(half_made, *files(size), generate.PERIOD).close()
        half_made.rename(directory)
    return directory
