"""The files and folders of a workspace's directory: their kinds checked, leftovers swept, access by others closed."""

import os
import shutil
import stat
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

from parkatlas import intake
from parkatlas.errors import NoWorkspace, PathRefused, PlaceTaken, WorkspaceDamaged
from parkatlas.messages import text
from parkatlas.workspace import care, database, disk, drafts, journal, lock, originals, rows, settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from parkatlas.workspace.journal import Entry

# What a restore unpacks into, within a directory that is there.
RESTORING = "parkatlas-restoring"
_OF_NEW_DISKS = "lost+found"
SOCKET = "control"
# Uploads and what a reader makes of them; nothing in it outlives the process that owns the workspace.
TEMPORARY = "temporary"
FILES = (
    settings.FILE, journal.FILE, database.FILE, f"{database.FILE}.wal", database.REBUILDING,
    f"{database.REBUILDING}.wal", lock.FILE, care.FILE,
)  # fmt: skip
FOLDERS = (originals.FOLDER, rows.FOLDER, drafts.FOLDER, TEMPORARY)
# What imports, a query too large for the memory and a care record leave when they are killed.
_LEFTOVERS = (
    originals.INCOMING,
    f"{drafts.FOLDER}/incoming-*",
    TEMPORARY,
    f"{database.FILE}.tmp",
    f"{care.FILE}.????????.part",
    f"{settings.FILE}.????????.part",
    RESTORING,
)
_LONGEST_NAME = 255  # bytes, on any disk
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def check(directory: Path) -> None:
    """Check that a workspace can be kept in ``directory``, and that its files are files and its folders folders.

    Raises PathRefused or PlaceTaken, WorkspaceDamaged where a restore was broken off, NoWorkspace where other files
    stand: opening a workspace deletes leftovers, which must never hit files of a folder that is none.
    """
    check_places(directory)
    if is_half_restored(directory):
        raise WorkspaceDamaged(directory, text("workspace.half_restored"), "restore_again")
    if directory.is_dir() and not (is_own(directory) or is_empty(directory)):
        raise NoWorkspace(str(directory))


def check_places(directory: Path) -> None:
    """Check as ``check`` does, but let a restore that was broken off pass."""
    path = resolved(directory)
    if (
        "?" in str(path)
        or not intake.is_text(str(path))
        or any(len(os.fsencode(part)) > _LONGEST_NAME for part in path.parts)
    ):
        raise PathRefused(str(path))
    # A file stands in the way, or a link that leads to itself.
    for place in (path, *path.parents):
        if os.path.lexists(place) and not place.is_dir():
            raise PlaceTaken(str(place), "folder")
    for names, is_kind, wanted in ((FILES, Path.is_file, "file"), (FOLDERS, Path.is_dir, "folder")):
        for name in names:
            member = directory / name
            if member.exists() and not is_kind(member):
                raise PlaceTaken(str(member), wanted)


def resolved(directory: Path) -> Path:
    """Return where a directory is, past all links; links that lead to themselves are left as they are."""
    return Path(os.path.realpath(directory))


def is_empty(directory: Path, *besides: str) -> bool:
    """Tell whether nothing is in a directory but what a new disk has, a lock that a process left, and ``besides``."""
    others = {path.name for path in directory.iterdir()} - {_OF_NEW_DISKS, *besides}
    return not others or (others == {lock.FILE} and lock.is_left(directory / lock.FILE))


def is_own(directory: Path) -> bool:
    """Tell whether a directory is a workspace: by an entry of its journal, its tables, its originals, or as a new one.

    Raises WorkspaceBusy where another process holds the tables.
    """
    with disk.answering(directory):
        has_data = journal.is_one(directory / journal.FILE) or database.is_one(directory / database.FILE)
    return has_data or bool(originals.unnamed(directory, ())) or _is_new(directory)


def _is_new(directory: Path) -> bool:
    """Tell whether a directory holds settings, nothing of others, and nothing that would be swept or written over.

    Settings that were being written when their process was killed are some, too.
    """
    there = {path.name for path in directory.iterdir()} - {_OF_NEW_DISKS}
    names = {name for name in there if not fnmatch(name, f"{settings.FILE}.????????.part")}
    within = (*(directory / TEMPORARY).glob("*"), *(directory / drafts.FOLDER).glob("*"))
    kept = (*(directory / originals.FOLDER).glob("*"), *(directory / rows.FOLDER).glob("*"))
    return (
        (settings.FILE in names or names < there)
        and names <= {*FILES, *FOLDERS}
        and not within
        and all(originals.is_digest(path.name) for path in kept)
        and (care.FILE not in names or care.is_one(directory))
        and (lock.FILE not in names or lock.is_left(directory / lock.FILE))
        and (journal.FILE not in names or not (directory / journal.FILE).stat().st_size)
        and all(database.journal_lines(directory / name) == [] for name in (database.FILE, database.REBUILDING))
    )


def is_half_restored(directory: Path) -> bool:
    """Tell whether a restore into a directory was broken off."""
    return (directory / RESTORING).is_dir() and not (directory / journal.FILE).exists()


def keep_private() -> None:
    """Let nobody else read what this process writes from now on."""
    os.umask(_OTHERS)


def tidy(directory: Path, entries: "Iterable[Entry]") -> None:
    """Sweep what killed processes left in a workspace that this process owns, and keep others out of the rest.

    For a workspace whose journal and tables have been proven only: by its name anything may be called so.
    Earlier releases left it among the machine's temporary files, and readers of workspaces that cannot be written do.
    """
    intake.sweep()
    originals.drop_unacknowledged(directory, entries)
    for leftover in (path for pattern in _LEFTOVERS for path in directory.glob(pattern)):
        if leftover.parent == directory or not leftover.parent.is_symlink():
            remove(leftover)
    if directory.stat().st_mode & stat.S_ISVTX:  # a folder that all share, such as the machine's own for such files
        return
    for member in _own(directory):
        # Of another owner: who may read it is theirs to say.
        with suppress(OSError):
            mode = member.lstat().st_mode
            if mode & _OTHERS and not stat.S_ISLNK(mode):
                member.chmod(stat.S_IMODE(mode) & ~_OTHERS)


def remove(path: Path) -> None:
    """Remove a file, a link or a folder with all that is in it, if it is there; what a link names stays."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _own(directory: Path) -> "Iterator[Path]":
    """Yield the directory and all in it that is a workspace's; what a linked folder holds is not in it."""
    yield directory
    yield from (directory / name for name in FILES)
    for folder in (directory / name for name in FOLDERS):
        yield folder
        if not folder.is_symlink():
            yield from folder.glob("*")


def temporary(directory: Path) -> Path:
    """Return the workspace's folder for files that nobody needs after the process that owns it."""
    folder = directory / TEMPORARY
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
