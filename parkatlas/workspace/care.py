"""What the last backup and the last check of a workspace came to, kept beside its data."""

import json
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from parkatlas.workspace import clock, whole

FILE = "care.json"
# Where releases before this file noted the last backup.
_EARLIER = "last_backup.txt"
# What is at fault (original_missing, rows_changed, table_differs …), of what, and of which import (0 of none).
Fault = tuple[str, str, int]


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True)


class Noted(_Kept):
    """Something that was done, and when: UTC, ISO; empty where an earlier release did not say."""

    at: str


class Backed(Noted):
    """A backup: where it was written, and how many bytes it has."""

    file: str
    size: int


class Failed(Noted):
    """A backup that failed: the reason and subject of its BackupRefused."""

    reason: str
    subject: str


class Checked(Noted):
    """A check: what it found."""

    faults: tuple[Fault, ...] = ()


class Care(_Kept):
    """The last good backup, the failed one after it, and the last check; None where there is none."""

    backed: Backed | None = None
    failed: Failed | None = None
    checked: Checked | None = None


def read(directory: Path) -> Care:
    """Return what was noted of a workspace; nothing where it cannot be read."""
    with suppress(OSError, ValidationError):
        return Care.model_validate_json((directory / FILE).read_bytes())
    with suppress(OSError, UnicodeDecodeError):
        return Care(backed=Backed(at="", file=(directory / _EARLIER).read_text(encoding="utf-8"), size=0))
    return Care()


def is_one(directory: Path) -> bool:
    """Tell whether a file of notes is one of ours."""
    with suppress(OSError, ValueError):
        noted = json.loads((directory / FILE).read_bytes())
        return isinstance(noted, dict) and noted.keys() <= Care.model_fields.keys()
    return False


class Notes:
    """What is noted of an open workspace; on a disk that cannot be written for as long as it is open."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._noting = threading.Lock()
        self.care = read(directory)

    def note_backup(self, file: Path) -> None:
        """Note that a backup was written."""
        self._note(backed=Backed(at=clock.stamp(), file=str(file.resolve()), size=file.stat().st_size), failed=None)

    def note_failure(self, reason: str, subject: str) -> None:
        """Note that a backup failed."""
        self._note(failed=Failed(at=clock.stamp(), reason=reason, subject=subject))

    def note_check(self, faults: list[Fault]) -> None:
        """Note what a check found."""
        self._note(checked=Checked(at=clock.stamp(), faults=tuple(faults)))

    def _note(self, **changed: Any) -> None:
        with self._noting:
            self.care = self.care.model_copy(update=changed)
            with suppress(OSError):
                whole.write(self._directory / FILE, self.care.model_dump_json().encode())
