"""Nightly backups in one folder: their names, and which of them are kept."""

import hashlib
import re
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path


def prefix(directory: Path) -> str:
    """Return what the names of a workspace's backups begin with, its own also where others bear the same name."""
    return f"{directory.resolve().name}-{hashlib.sha256(str(directory.resolve()).encode()).hexdigest()[:6]}-"


def target(directory: Path, folder: Path, at: datetime) -> Path:
    """Return the file of a backup that is begun at a time by the region's clock."""
    return folder / f"{prefix(directory)}{at:%Y%m%d-%H%M%S}.zip"


def backups(directory: Path, folder: Path) -> list[Path]:
    """Return the backups of a workspace in a folder, the oldest first."""
    pattern = re.compile(re.escape(prefix(directory)) + r"\d{8}-\d{6}\.zip")
    return sorted(path for path in folder.iterdir() if pattern.fullmatch(path.name))


def drop_old(directory: Path, folder: Path, keep: int, made: Path) -> None:
    """Delete all but so many backups of a workspace, ``made`` the newest, and what killed ones left half-written.

    One that a clock gone wrong dated more than a day after ``made`` goes before all others.
    """
    leftovers = re.compile(re.escape(prefix(directory)) + r"\d{8}-\d{6}\.zip\..*\.part")
    half = [path for path in folder.iterdir() if leftovers.fullmatch(path.name)]
    tomorrow = target(directory, folder, _at(made) + timedelta(days=1))

    def age(path: Path) -> tuple[bool, bool, str]:
        # By a clock set back, as each autumn, what is newest may be named before what was there.
        return path.name <= tomorrow.name, path == made, path.name

    oldest_first = sorted(backups(directory, folder), key=age)
    for path in [*oldest_first[:-keep], *half]:
        with suppress(OSError):
            path.unlink()


def _at(backup: Path) -> datetime:
    """Return when a backup was begun, by its name."""
    return datetime.strptime(backup.stem[-15:], "%Y%m%d-%H%M%S")  # noqa: DTZ007 - compared with its like only
