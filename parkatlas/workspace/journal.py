"""The append-only journal of a workspace: what was done with which original, one JSON line an entry."""

import json
import os
from pathlib import Path
from typing import Any

from parkatlas.errors import WorkspaceDamaged

FILE = "journal.jsonl"
Entry = dict[str, Any]


class Journal:
    """Entries of a workspace's journal file; each append is on the disk before it returns."""

    def __init__(self, directory: Path) -> None:
        self.path = directory / FILE

    def entries(self) -> list[Entry]:
        """Return all whole entries; a last line that a power cut left unfinished was never acknowledged and is dropped.

        Raises WorkspaceDamaged naming the line that is none of ours.
        """
        if not self.path.exists():
            return []
        lines = self.path.read_bytes().split(b"\n")
        return [self._entry(number, line) for number, line in enumerate(lines[:-1], start=1)]

    def _entry(self, number: int, line: bytes) -> Entry:
        try:
            entry: Entry = json.loads(line)
        except ValueError as error:
            raise WorkspaceDamaged(self.path.parent, f"{FILE}:{number}: {error}") from error
        return entry

    def append(self, entry: Entry) -> int:
        """Add one entry and sync it; return the file's length before, for ``cut``."""
        with self.path.open("a+b") as file:
            before = self._whole_length(file)
            file.truncate(before)
            file.write(json.dumps(entry, ensure_ascii=False, sort_keys=True).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        _sync_directory(self.path.parent)
        return before

    def cut(self, length: int) -> None:
        """Take back the entry that ``append`` wrote at ``length``: its transaction failed."""
        with self.path.open("r+b") as file:
            file.truncate(length)
            file.flush()
            os.fsync(file.fileno())

    @staticmethod
    def _whole_length(file: Any) -> int:
        size: int = file.seek(0, os.SEEK_END)
        file.seek(0)
        return int(file.read(size).rfind(b"\n")) + 1


def _sync_directory(directory: Path) -> None:
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
