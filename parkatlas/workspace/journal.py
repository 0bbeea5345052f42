"""The append-only journal of a workspace: what was done with which original, a chain of JSON lines."""

import hashlib
import json
import os
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from parkatlas.errors import JournalBroken, WorkspaceNewer
from parkatlas.intake import plain
from parkatlas.workspace import forms
from parkatlas.workspace.whole import link, sync_directory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

FILE = "journal.jsonl"
# Where the hash of an entry stands whose commit failed in a way that leaves open whether the tables hold it.
UNACKNOWLEDGED = "journal.unacknowledged"
FORMAT = 2  # 1: lines without hashes
VERBS = ("import", "undo", "redo")
_CHAIN = {"format", "previous", "hash"}
START = "0" * 64  # what the first line names as the hash before it
Entry = dict[str, Any]


def written(entry: Entry) -> str:
    """Return an entry as the one line that stands for it: keys in order, no break at the end."""
    return json.dumps(entry, ensure_ascii=False, sort_keys=True)


def sealed(entry: Entry, previous: str) -> Entry:
    """Return an entry with its format, the hash of the line before it and its own."""
    chained = {**entry, "format": FORMAT, "previous": previous}
    return {**chained, "hash": _hash_of(chained)}


def chain(entries: "Iterable[Entry]") -> list[Entry]:
    """Return entries sealed one onto the other, from the first on."""
    chained = list[Entry]()
    for entry in entries:
        chained.append(sealed(entry, chained[-1]["hash"] if chained else START))
    return chained


def checked(lines: "Iterable[bytes]") -> list[Entry]:
    """Return the entries of whole lines, each checked against its own hash, the hash of the line before and its form.

    Raises JournalBroken naming the first line at fault, WorkspaceNewer where a later release wrote it.
    """
    entries: list[Entry] = []
    succession = forms.Succession(forms.Import)
    for number, line in enumerate(lines, start=1):
        entry = _parsed(number, line)
        if entry.get("hash") != _hash_of(entry) or written(entry).encode() != line:
            raise JournalBroken(number, "line_changed")
        _check_format(number, entry)
        if entry.get("previous") != (entries[-1]["hash"] if entries else START):
            raise JournalBroken(number, "line_missing")
        _check_form(number, entry, succession)
        entries.append(entry)
    return entries


def _check_format(number: int, entry: Entry) -> None:
    written_in = entry.get("format")
    if not isinstance(written_in, int) or written_in < FORMAT:
        raise JournalBroken(number, "entry_wrong")
    if written_in > FORMAT:
        raise WorkspaceNewer(f"{FILE}:{number}")


def _check_form(number: int, entry: Entry, succession: forms.Succession) -> None:
    if entry.get("do") not in VERBS:
        raise JournalBroken(number, "verb_unknown")
    if not succession.takes(entry):
        raise JournalBroken(number, "entry_wrong")


def _hash_of(entry: Entry) -> str:
    """Return the SHA-256 of an entry's line without its hash."""
    unhashed = {key: value for key, value in entry.items() if key != "hash"}
    return hashlib.sha256(written(unhashed).encode()).hexdigest()


def whole_lines(path: Path) -> list[bytes]:
    """Return the lines of a journal file that end; what a power cut left unfinished was never acknowledged."""
    return _content(path).split(b"\n")[:-1] if path.exists() else []


def _content(path: Path) -> bytes:
    """Return the bytes of a journal's file; raises OSError where something else has taken its place."""
    with plain.opened(path) as file:
        return file.read()


def read(directory: Path) -> list[Entry]:
    """Return the entries of a workspace's journal, of today's format or the first; raises as ``checked``."""
    return in_either_format(whole_lines(directory / FILE))


def is_one(path: Path) -> bool:
    """Tell whether a file is a journal, whole or broken: one of its lines at least is an entry."""
    with suppress(OSError), plain.opened(path) as file:
        return any(map(_is_entry, file))
    return False


def _is_entry(line: bytes) -> bool:
    with suppress(JournalBroken):
        entry = _parsed(0, line)
        return entry.keys() >= _CHAIN or ("import_id" in entry and entry.get("do") in VERBS)
    return False


def is_first_format(lines: list[bytes]) -> bool:
    """Tell whether lines are of the first format, whose entries have no hashes."""
    return bool(lines) and not _CHAIN & _parsed(1, lines[0]).keys()


def unchained(lines: list[bytes]) -> list[Entry]:
    """Return the entries of lines of the first format; raises JournalBroken naming the first line at fault."""
    entries = [_parsed(number, line) for number, line in enumerate(lines, start=1)]
    succession = forms.Succession(forms.FirstImport)
    for number, entry in enumerate(entries, start=1):
        if _CHAIN & entry.keys():
            raise JournalBroken(number, "line_changed")
        _check_form(number, entry, succession)
    return entries


def in_either_format(lines: list[bytes]) -> list[Entry]:
    """Return the entries of whole lines of today's format or the first; raises as ``checked``."""
    return unchained(lines) if is_first_format(lines) else checked(lines)


def write_anew(directory: Path, entries: "Iterable[Entry]", *, aside: str) -> None:
    """Put sealed entries in the place of a workspace's journal, whole or not at all; the old one stays as ``aside``."""
    path, partial = directory / FILE, directory / f"{FILE}.new"
    with partial.open("wb") as file:
        file.writelines(written(entry).encode() + b"\n" for entry in entries)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        (directory / aside).unlink(missing_ok=True)
        link(path, directory / aside)
    partial.replace(path)
    sync_directory(directory)


class _End(NamedTuple):
    """How far a journal was acknowledged: its bytes, the hash of its last entry, the largest number of an import.

    What a failed append left behind these bytes is cut off before the next.
    """

    length: int
    reached: str
    largest_id: int


class Journal:
    """Entries of a workspace's journal file; what is in it is on the disk and was acknowledged."""

    def __init__(self, directory: Path) -> None:
        """Read the journal of ``directory``; raises JournalBroken or WorkspaceNewer."""
        self.path = directory / FILE
        lines = whole_lines(self.path)
        entries = checked(lines)
        self._end = _End(
            sum(len(line) + 1 for line in lines),
            entries[-1]["hash"] if entries else START,
            max((entry["import_id"] for entry in entries), default=0),
        )

    @property
    def reached(self) -> str:
        """The hash of the last entry."""
        return self._end.reached

    @property
    def largest_id(self) -> int:
        """The largest number of an import that the journal speaks of; 0 for none."""
        return self._end.largest_id

    def acknowledged(self) -> bytes:
        """Return the file's bytes as far as they were acknowledged."""
        return _content(self.path)[: self._end.length] if self._end.length else b""

    def entries(self) -> list[Entry]:
        """Return all entries as they stand in the file now; raises JournalBroken or WorkspaceNewer."""
        return checked(self.acknowledged().split(b"\n")[:-1])

    @contextmanager
    def holding(self, entry: Entry, files: list[Path], is_held: "Callable[[], bool]") -> "Iterator[None]":
        """Hold a sealed entry in the file, synced, while the block commits it; taken out again unless ``is_held``.

        What ended the block does not tell whether the tables hold the entry: an interrupt may come between a commit
        and the next step. ``files``, which are new and which the entry speaks of, go only where it is taken out. An
        exception in a block whose entry is held is dropped, an interrupt goes on. Written without a buffer, so that
        closing the file cannot write what was taken back.
        """
        spoken_of = (*files,)
        line = written(entry).encode() + b"\n"
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            try:
                files.clear()  # from here on an interrupt may leave the line
                self._append(handle, line)
                yield
            except BaseException as failure:
                if not is_held():
                    self._cut(handle)
                    files += spoken_of
                    raise
                self._acknowledge(entry, line)
                if not isinstance(failure, Exception):
                    raise
            else:
                self._acknowledge(entry, line)
        finally:
            with suppress(OSError):  # it is synced, or taken back
                os.close(handle)

    def ends_with(self, line: str | None) -> bool:
        """Tell whether a line, None for none, is the last one acknowledged, and stands in the file as such."""
        if line is None:
            return not self._end.length
        whole = line.encode() + b"\n"
        with suppress(OSError), plain.opened(self.path) as file:
            file.seek(max(0, self._end.length - len(whole)))
            is_there = file.read(len(whole)) == whole
            return is_there and _parsed(0, whole)["hash"] == self._end.reached
        return False

    def doubt(self, entry: Entry) -> None:
        """Note that an entry was taken back though the tables may hold it, for the next opening to see."""
        with suppress(OSError):
            self.path.with_name(UNACKNOWLEDGED).write_text(entry["hash"], encoding="utf-8")

    def is_doubted(self, lines: list[str]) -> bool:
        """Tell whether the last line that the tables hold is an entry that was taken back."""
        with suppress(OSError):
            doubted = self.path.with_name(UNACKNOWLEDGED).read_text(encoding="utf-8")
            return bool(lines) and _parsed(len(lines), lines[-1].encode()).get("hash") == doubted
        return False

    def settle(self) -> None:
        """Forget what was noted by ``doubt``: tables and journal agree."""
        self.path.with_name(UNACKNOWLEDGED).unlink(missing_ok=True)

    def _acknowledge(self, entry: Entry, line: bytes) -> None:
        end = self._end
        self._end = _End(end.length + len(line), entry["hash"], max(end.largest_id, entry["import_id"]))

    def _append(self, handle: int, line: bytes) -> None:
        os.ftruncate(handle, self._end.length)
        os.lseek(handle, self._end.length, os.SEEK_SET)
        rest = memoryview(line)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
        sync_directory(self.path.parent)

    def _cut(self, handle: int) -> None:
        with suppress(OSError):  # the failure itself is what matters; the next append cuts again
            os.ftruncate(handle, self._end.length)
            os.fsync(handle)


def _parsed(number: int, line: bytes) -> Entry:
    try:
        entry = json.loads(line)
        written(entry).encode()  # an escaped half of a character is no text
    except (ValueError, RecursionError) as error:
        raise JournalBroken(number, "line_unreadable") from error
    if not isinstance(entry, dict):
        raise JournalBroken(number, "line_unreadable")
    return entry
