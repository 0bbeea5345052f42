"""Backups: what a workspace's database can be made from again, in one ZIP file."""

import re
import zipfile
from pathlib import Path

from parkatlas.errors import BackupRefused
from parkatlas.workspace import journal, originals, settings

LAST = "last_backup.txt"
_MEMBER = re.compile(rf"^({re.escape(settings.FILE)}|{re.escape(journal.FILE)}|{originals.FOLDER}/[0-9a-f]{{64}})$")


def write(directory: Path, target: Path) -> int:
    """Write settings, journal and originals of a workspace to ``target`` (a ZIP); return how many originals it holds.

    The file appears whole or not at all. The database is left out: it is made from the rest.
    """
    kept = sorted((directory / originals.FOLDER).glob("*")) if (directory / originals.FOLDER).exists() else []
    partial = target.with_name(target.name + ".part")
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in (settings.FILE, journal.FILE):
            if (directory / name).exists():
                archive.write(directory / name, name)
        for path in kept:
            archive.write(path, f"{originals.FOLDER}/{path.name}")
    partial.replace(target)
    (directory / LAST).write_text(str(target.resolve()), encoding="utf-8")
    return len(kept)


def last(directory: Path) -> str | None:
    """Return where the last backup of a workspace was written, or None."""
    path = directory / LAST
    return path.read_text(encoding="utf-8") if path.exists() else None


def unpack(source: Path, directory: Path) -> None:
    """Unpack a backup into ``directory``, which must be missing or empty; raises BackupRefused and leaves it so.

    Only the names that ``write`` makes are taken, and every original is checked against its hash.
    """
    if directory.exists() and any(directory.iterdir()):
        raise BackupRefused("not_empty", str(directory))
    try:
        archive = zipfile.ZipFile(source)
    except (zipfile.BadZipFile, FileNotFoundError, IsADirectoryError) as error:
        raise BackupRefused("no_backup", str(source)) from error
    with archive:
        names = archive.namelist()
        if journal.FILE not in names or not all(_MEMBER.match(name) for name in names):
            raise BackupRefused("no_backup", str(source))
        (directory / originals.FOLDER).mkdir(parents=True, exist_ok=True)
        for name in names:
            with archive.open(name) as packed, (directory / name).open("wb") as file:
                while block := packed.read(1 << 20):
                    file.write(block)
    for path in (directory / originals.FOLDER).iterdir():
        if originals.fingerprint(path) != path.name:
            raise BackupRefused("damaged_original", path.name)
