"""Restores: a backup unpacked within its folder, held against its journal, and opened before it takes its place."""

import os
import re
import shutil
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path

from parkatlas import intake
from parkatlas.errors import BackupRefused, JournalBroken, SettingsWrong, WorkspaceDamaged, WorkspaceReadOnly
from parkatlas.messages import text
from parkatlas.workspace import (
    backup,
    database,
    durable,
    journal,
    layout,
    lock,
    opening,
    originals,
    rows,
    settings,
    upgrade,
    whole,
)
from parkatlas.workspace.replay import Replay

# What reading a damaged, cut or encrypted archive raises.
_NO_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError)
_MEMBER = re.compile(
    rf"({re.escape(settings.FILE)}|{re.escape(journal.FILE)}|({originals.FOLDER}|{rows.FOLDER})/[0-9a-f]{{64}})"
)
# What is read into memory whole is bounded; no workspace comes near it.
_CEILINGS = {settings.FILE: 1 << 20, journal.FILE: 512 << 20}
_RESERVE = 64 << 20  # left on the disk by a restore
_BLOCK = 1 << 20
# What takes its place, before the journal does.
_PARTS = (
    settings.FILE, originals.FOLDER, rows.FOLDER, database.FILE, f"{database.FILE}.wal", upgrade.ASIDE,
)  # fmt: skip


def unpack(source: Path, directory: Path) -> None:
    """Unpack a backup into ``directory``, which must be missing or empty; raises BackupRefused and leaves it so.

    Only the names that ``write`` makes are taken, and every kept file of the journal is checked against its hash.
    """
    directory = layout.resolved(directory)
    made = [place for place in (directory, *directory.parents) if not place.exists()]
    directory.mkdir(parents=True, exist_ok=True)
    try:
        _unpack_within(source, directory)
        whole.sync_directory(directory.parent)
    except BaseException:
        with suppress(OSError):  # the first error is raised, not this one
            for place in made:
                place.rmdir()
        raise


def _unpack_within(source: Path, directory: Path) -> None:
    """Unpack a backup within its folder, which may be a mount point or where somebody stands.

    What is unpacked takes its place part by part, the journal last: as long as it is missing the workspace is told to
    be half restored, and another restore begins anew.
    """
    _check_vacant(directory)
    with lock.acquire(directory) as claim:
        if claim.is_read_only:
            raise WorkspaceReadOnly(str(directory))
        try:
            _check_vacant(directory)  # somebody may have been there before the lock was ours
            _fill(source, directory)
        except BaseException:
            claim.withdraw()
            raise


def _check_vacant(directory: Path) -> None:
    if not (layout.is_empty(directory) or _is_half(directory)):
        raise BackupRefused("not_empty", str(directory))


def _fill(source: Path, directory: Path) -> None:
    """Fill a vacant folder that this process holds; where that fails it is empty."""
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
        with suppress(OSError):  # it came so far
            (directory / journal.FILE).rename(unpacked / journal.FILE)
        _remove_half(directory)
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
        for name in _PARTS:
            layout.remove(directory / name)
    layout.remove(directory / layout.RESTORING)


def _unpack_sound(source: Path, directory: Path) -> None:
    """Unpack a backup into a new directory, prove it and sync it to the disk."""
    _extract(source, directory)
    _check_kept(directory)
    _make_tables(directory)
    os.sync()


def _make_tables(directory: Path) -> None:
    """Make the tables from what was unpacked: what they refuse is refused before anything takes its place."""
    limits = _settings(directory)
    reading = intake.Limits(limits.intake.memory_mb, limits.intake.seconds)
    aside = layout.temporary(directory)
    replay = Replay(directory, reading, limits.queries.engine, aside)
    try:
        connection = opening.writable(replay, opening.proven(replay), anew=True)
    except WorkspaceDamaged as damaged:
        raise BackupRefused("damaged_journal", damaged.reason) from damaged
    connection.close()
    layout.remove(aside)


def _settings(directory: Path) -> settings.Settings:
    """Return the settings unpacked; the usual ones where they are wrong, which the opening says of those restored."""
    try:
        return settings.read(directory)
    except SettingsWrong:
        return settings.Settings()


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
        return backup.kept_by(journal.in_either_format(lines))
    except JournalBroken as broken:
        raise _damaged_journal(broken.fault, line=broken.line) from broken


def _damaged_journal(fault: str, **about: object) -> BackupRefused:
    return BackupRefused("damaged_journal", text(f"workspace.{fault}", file=journal.FILE, **about))


def _kept_in(directory: Path) -> set[str]:
    folders = (originals.FOLDER, rows.FOLDER)
    return {f"{folder}/{path.name}" for folder in folders for path in (directory / folder).iterdir()}
