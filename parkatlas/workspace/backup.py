"""Backups: what a workspace's database can be made from again, in one ZIP file."""

import re
import shutil
import zipfile
import zlib
from pathlib import Path
from tempfile import TemporaryDirectory

from parkatlas.errors import BackupRefused
from parkatlas.workspace import journal, originals, settings

LAST = "last_backup.txt"
# What reading a damaged, cut or encrypted archive raises.
_NO_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError)
_MEMBER = re.compile(rf"^({re.escape(settings.FILE)}|{re.escape(journal.FILE)}|{originals.FOLDER}/[0-9a-f]{{64}})$")


def write(directory: Path, target: Path) -> int:
    """Write settings, journal and originals of a workspace to ``target`` (a ZIP); return how many originals it holds.

    The file appears whole or not at all. The database is left out: it is made from the rest.
    """
    names = [path.relative_to(directory).as_posix() for path in sorted(directory.glob("**/*")) if path.is_file()]
    kept = [name for name in names if _MEMBER.match(name)]
    partial = target.with_name(target.name + ".part")
    try:
        with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in kept:
                archive.write(directory / name, name)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
    (directory / LAST).write_text(str(target.resolve()), encoding="utf-8")
    return sum(name.startswith(originals.FOLDER) for name in kept)


def last(directory: Path) -> str | None:
    """Return where the last backup of a workspace was written, or None."""
    path = directory / LAST
    return path.read_text(encoding="utf-8") if path.exists() else None


def unpack(source: Path, directory: Path) -> None:
    """Unpack a backup into ``directory``, which must be missing or empty; raises BackupRefused and leaves it so.

    Only the names that ``write`` makes are taken, and every original of the journal is checked against its hash.
    """
    if directory.exists() and any(directory.iterdir()):
        raise BackupRefused("not_empty", str(directory))
    directory.parent.mkdir(parents=True, exist_ok=True)
    # Made beside its place and moved there whole.
    with TemporaryDirectory(prefix=f"{directory.name}-", dir=directory.parent) as folder:
        unpacked = Path(folder) / "unpacked"
        _extract(source, unpacked)
        _check_originals(unpacked)
        unpacked.replace(directory)


def _extract(source: Path, directory: Path) -> None:
    (directory / originals.FOLDER).mkdir(parents=True)
    try:
        with zipfile.ZipFile(source) as archive:
            names = archive.namelist()
            if journal.FILE not in names or not all(map(_MEMBER.match, names)):
                raise BackupRefused("no_backup", str(source))
            for name in names:
                with archive.open(name) as packed, (directory / name).open("wb") as file:
                    shutil.copyfileobj(packed, file)
    except (*_NO_ZIP, FileNotFoundError, IsADirectoryError) as error:
        raise BackupRefused("no_backup", str(source)) from error


def _check_originals(directory: Path) -> None:
    wanted = {digest for entry in journal.Journal(directory).entries() for _, digest in entry.get("files", ())}
    there = {path.name for path in (directory / originals.FOLDER).iterdir()}
    for digest in sorted(wanted | there):
        if digest not in there or originals.fingerprint(directory / originals.FOLDER / digest) != digest:
            raise BackupRefused("damaged_original", digest)
