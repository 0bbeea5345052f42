"""Backups: what a workspace's database can be made from again, in one ZIP file that its owner alone may read.

The key of the basemap is in it, as in the settings: every visitor's browser is sent it with the map, and a restored
workspace is to look as it did.
"""

import errno
import hashlib
import os
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parkatlas.errors import BackupRefused
from parkatlas.intake import plain
from parkatlas.workspace import journal, originals, rows, settings, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
