"""Generated files and workspaces, kept under ``bench/.cache`` and made anew where what makes them has changed."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

from bench import generate, months, ours

ROOT = Path(__file__).parents[1]


def _digest(paths: list[Path]) -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(paths))).hexdigest()[:8]


def folder() -> Path:
    """Return the directory of the generated files."""
    return ROOT / "bench" / ".cache" / _digest([Path(generate.__file__)])


def files(size: generate.Size) -> tuple[Path, Path]:
    """Return the parks' GeoJSON and the ledger's CSV of a size."""
    return generate.files(folder(), size)


def history(size: generate.Size) -> Path:
    """Return the directory of a workspace that holds thirty-six ledgers of a region of this size, and its plans."""
    made = folder() / f"months-{size.projects}-{_digest([Path(months.__file__)])}"
    return _kept(
        made.with_name(f"{made.name}-workspace-{_tables()}"),
        lambda half_made: ours.fill(half_made, months.files(made, size)).close(),
    )


def workspace(size: generate.Size) -> Path:
    """Return the directory of a workspace that holds a region of this size."""
    boundaries, table = files(size)
    sources = [("parks", boundaries, ""), ("ledger", table, generate.PERIOD)]
    return _kept(
        folder() / f"workspace-{size.projects}-{_tables()}",
        lambda half_made: ours.fill(half_made, sources).close(),
    )


def _tables() -> str:
    return _digest([*(ROOT / "queries" / "tables").glob("*.sql"), *(ROOT / "queries" / "writes").glob("*.sql")])


def _kept(directory: Path, fill: Callable[[Path], object]) -> Path:
    """Return the directory, filled beside its place where it is missing, so that a broken-off run leaves none."""
    if not directory.exists():
        half_made = directory.with_suffix(".part")
        shutil.rmtree(half_made, ignore_errors=True)
        fill(half_made)
        half_made.rename(directory)
    return directory
