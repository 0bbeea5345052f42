"""Backups: what a workspace's database can be made from again, in one ZIP file that its owner alone may read.

The key of the basemap is in it, as in the settings: every visitor's browser is sent it with the map, and a restored
workspace is to look as it did.
"""

import errno
import hashlib
import os
import re
import shutil
import zipfile
import zlib
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parkatlas.errors import BackupRefused, JournalBroken, WorkspaceReadOnly
from parkatlas.intake import plain
from parkatlas.messages import text
from parkatlas.workspace import durable, journal, layout, lock, originals, rows, settings, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# What reading a damaged, cut or encrypted archive raises.
_NO_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError)
_MEMBER = re.compile(
    rf"({re.escape(settings.FILE)}|{re.escape(journal.FILE)}|({originals.FOLDER}|{rows.FOLDER})/[0-9a-f]{{64}})"
)
# What is read into memory whole is bounded; no workspace comes near it.
_CEILINGS = {settings.FILE: 1 << 20, journal.FILE: 512 << 20}
_RESERVE = 64 << 20  # left on the disk by a restore
_BLOCK = 1 << 20
_REASONS = {
    errno.EEXIST: "exists", errno.ENOENT: "no_place", errno.ENOTDIR: "no_place", errno.EISDIR: "exists",
    errno.EROFS: "not_writable", errno.EACCES: "not_writable", errno.EPERM: "not_writable", errno.ENOSPC: "full",
    errno.EDQUOT: "full", errno.EFBIG: "full",
}  # fmt: skip


@dataclass(frozen=True)
class Snapshot:
    """What a backup of a workspace holds at one moment; kept files never change, so they are read later."""

    directory: Path
    written: dict[str, bytes]
    kept: tuple[str, ...]


def snapshot(directory: Path, kept: journal.Journal) -> Snapshot:
    """Return what a backup of a workspace with this journal is to hold; nobody may write meanwhile.

    Raises BackupRefused where journal or settings cannot be read.
    """
    try:
        written = {journal.FILE: kept.acknowledged(), settings.FILE: _bytes_of(directory / settings.FILE)}
    except OSError as error:
        raise BackupRefused("unsound", str(error.filename or directory)) from error
    return Snapshot(directory, written, tuple(sorted(kept_by(kept.entries()))))


def kept_by(entries: "Iterable[dict[str, Any]]") -> set[str]:
    """Return the files that entries of a journal speak of, as paths within the workspace."""
    return {
        f"{folder}/{digest}"
        for entry in entries
        for folder, digests in (
            (originals.FOLDER, [digest for _, digest in entry.get("files", ())]),
            (rows.FOLDER, entry.get("rows", {}).values()),
        )
        for digest in digests
    }


def write(taken: Snapshot, target: Path) -> int:
    """Write a snapshot to ``target`` (a ZIP); return how many originals it holds.

    The file appears whole, on the disk, or not at all, and never in the place of another. Every kept file is
    checked against its hash. The database is left out: it is made from the rest. Raises BackupRefused.
    """
    with _refusing(target), whole.new(target) as file, zipfile.ZipFile(file, "w") as archive:
        for name, content in taken.written.items():
            archive.writestr(_zip_info(name), content)
        for name in taken.kept:
            _add(archive, taken.directory, name)
    return sum(name.startswith(originals.FOLDER) for name in taken.kept)


def _zip_info(name: str, size: int = 0) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name)
    member.compress_type, member.external_attr, member.file_size = zipfile.ZIP_DEFLATED, 0o600 << 16, size
    return member


def _add(archive: zipfile.ZipFile, directory: Path, name: str) -> None:
    digest = hashlib.sha256()
    try:
        source = plain.opened(directory / name)
    except OSError as error:
        raise BackupRefused("unsound", name) from error
    with source, archive.open(_zip_info(name, os.fstat(source.fileno()).st_size), "w") as member:
        while block := source.read(_BLOCK):
            digest.update(block)
            member.write(block)
    if digest.hexdigest() != name.rpartition("/")[2]:
        raise BackupRefused("unsound", name)


@contextmanager
def _refusing(target: Path) -> "Iterator[None]":
    """Turn what the disk refuses into BackupRefused."""
    try:
        yield
    except OSError as error:
        reason = _REASONS.get(error.errno or 0)
        subject = str(target) if reason else f"{target}: {error.strerror or error}"
        raise BackupRefused(reason or "disk", subject) from error


def _bytes_of(path: Path) -> bytes:
    try:
        with plain.opened(path) as file:
            return file.read()
    except FileNotFoundError:
        return b""


def unpack(source: Path, directory: Path) -> None:
    """Unpack a backup into ``directory``, which must be missing or empty; raises BackupRefused and leaves it so.

    Only the names that ``write`` makes are taken, and every kept file of the journal is checked against its hash.
    """
    directory = layout.resolved(directory)
    is_new = not directory.exists()
    directory.mkdir(parents=True, exist_ok=True)
    try:
        _unpack_within(source, directory)
        whole.sync_directory(directory.parent)
    except BaseException:
        if is_new:
            with suppress(OSError):  # the first error is raised, not this one
                directory.rmdir()
        raise


def _unpack_within(source: Path, directory: Path) -> None:
    """Unpack a backup within its folder, which may be a mount point or where somebody stands.

    What is unpacked takes its place part by part, the journal last: as long as it is missing the workspace is told to
    be half restored, and another restore begins anew.
    """
    if not (layout.is_empty(directory) or _is_half(directory)):
        raise BackupRefused("not_empty", str(directory))
    with lock.acquire(directory) as claim:
        if claim.is_read_only:
            raise WorkspaceReadOnly(str(directory))
        unpacked = directory / layout.RESTORING
        try:
            _remove_half(directory)
            _unpack_sound(source, unpacked)
            for part in (path for path in unpacked.iterdir() if path.name != journal.FILE):
                part.rename(directory / part.name)
            whole.sync_directory(directory)
            (unpacked / journal.FILE).rename(directory / journal.FILE)
            whole.sync_directory(directory)
        except BaseException:
            _remove_half(directory)
            layout.remove(directory / lock.FILE)
            raise
        unpacked.rmdir()


def _is_half(directory: Path) -> bool:
    """Tell whether all that stands in a directory was put there by a restore that was broken off."""
    is_alone = layout.is_empty(directory, layout.RESTORING)
    return layout.is_half_restored(directory) and (is_alone or _is_taking_place(directory))


def _is_taking_place(directory: Path) -> bool:
    """Tell whether a restore has begun to move its parts out of where it unpacked them; the journal is the last."""
    return (directory / layout.RESTORING / journal.FILE).is_file()


def _remove_half(directory: Path) -> None:
    """Remove what a restore that did not come to its end left, the sign of it last."""
    if not layout.is_half_restored(directory):
        return
    if _is_taking_place(directory):
        for name in (settings.FILE, originals.FOLDER, rows.FOLDER):
            layout.remove(directory / name)
    layout.remove(directory / layout.RESTORING)


def _unpack_sound(source: Path, directory: Path) -> None:
    """Unpack a backup into a new directory, check it against the journal's hashes and sync it to the disk."""
    _extract(source, directory)
    _check_kept(directory)
    os.sync()


def _extract(source: Path, directory: Path) -> None:
    for folder in (originals.FOLDER, rows.FOLDER):
        (directory / folder).mkdir(parents=True)
    try:
        with source.open("rb") as file, zipfile.ZipFile(file) as archive:
            _check_sound(archive, source, shutil.disk_usage(directory).free)
            for member in archive.infolist():
                with archive.open(member) as packed, (directory / member.filename).open("xb") as unpacked:
                    shutil.copyfileobj(packed, unpacked, _BLOCK)
    except (*_NO_ZIP, FileNotFoundError, IsADirectoryError) as error:
        if isinstance(error, BackupRefused):
            raise
        raise BackupRefused("no_backup", str(source)) from error


def _check_sound(archive: zipfile.ZipFile, source: Path, free: int) -> None:
    """Refuse an archive that lacks a member, holds one twice, or exceeds the ceilings or the free bytes of the disk."""
    members = archive.infolist()
    names = [member.filename for member in members]
    is_sound = all(
        _MEMBER.fullmatch(member.filename) and member.file_size <= _CEILINGS.get(member.filename, member.file_size)
        for member in members
    )
    if not {journal.FILE, settings.FILE} <= set(names) or len(names) != len(set(names)) or not is_sound:
        raise BackupRefused("no_backup", str(source))
    if sum(member.file_size for member in members) > free - _RESERVE:
        raise BackupRefused("too_large", str(source))


def _check_kept(directory: Path) -> None:
    """Hold unpacked files against the journal: they are those that it speaks of, whole, and no others.

    The first format's releases put into a backup what they never acknowledged, too.
    """
    lines = _ended_lines(directory / journal.FILE)
    wanted, present = _spoken_of(lines), _kept_in(directory)
    for name in sorted(wanted | present):
        if name not in present or durable.fingerprint(directory / name) != name.rpartition("/")[2]:
            raise BackupRefused("damaged_original", name.rpartition("/")[2])
    if present > wanted and not journal.is_first_format(lines):
        raise _damaged_journal("lines_lost", name=min(present - wanted))


def _ended_lines(path: Path) -> list[bytes]:
    """Return the lines of a journal that was acknowledged to its end when the backup was written."""
    lines = journal.whole_lines(path)
    if sum(len(line) + 1 for line in lines) != path.stat().st_size:
        raise _damaged_journal("line_unfinished", line=len(lines) + 1)
    return lines


def _spoken_of(lines: list[bytes]) -> set[str]:
    try:
        return kept_by(journal.in_either_format(lines))
    except JournalBroken as broken:
        raise _damaged_journal(broken.fault, line=broken.line) from broken


def _damaged_journal(fault: str, **about: object) -> BackupRefused:
    return BackupRefused("damaged_journal", text(f"workspace.{fault}", file=journal.FILE, **about))


def _kept_in(directory: Path) -> set[str]:
    folders = (originals.FOLDER, rows.FOLDER)
    return {f"{folder}/{path.name}" for folder in folders for path in (directory / folder).iterdir()}
