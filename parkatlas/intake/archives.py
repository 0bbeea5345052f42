"""Zipped files: measured before anything reads them, and boundaries unpacked under names of our own."""

import copy
import shutil
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from parkatlas.filetypes import FORMATS, parts_of
from parkatlas.intake.source import Source

INNER = [FORMATS[each.packs] for each in FORMATS.values() if each.packs]
WANTED = {ending for each in INNER for ending in (*each.endings, *each.parts)}
PACKED = ".zip"
MEMBERS, RATIO, TOTAL_MB = 200, 100, 500
SMALL_MB = 1  # so little may be packed however well
_MB = 1_000_000
_CHUNK = 1 << 20
_ENCRYPTED, _UTF8 = 0x1, 0x800
_BROKEN = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError)


def weigh(path: Path, source: Source, content: str, spent: int = 0) -> int:
    """Refuse an archive with a password, too many members, or more content than allowed; nothing is written.

    The sizes that an archive states of its members may be false: they are unpacked and counted, in bytes, from
    ``spent`` on. Returns the count.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            if any(member.flag_bits & _ENCRYPTED for member in members):
                raise source.book.refused("file_locked", reason="", content=content)
            if len(members) > MEMBERS:
                raise source.book.refused("zip_members", count=len(members), most=MEMBERS)
            by_ratio = spent + max(SMALL_MB * _MB, RATIO * path.stat().st_size)
            for member in members:
                for size in _sizes(archive, member):
                    spent += size
                    if spent > TOTAL_MB * _MB:
                        raise source.book.refused("zip_size", most_mb=TOTAL_MB)
                    if spent > by_ratio:
                        raise source.book.refused("zip_ratio", most=RATIO)
    except _BROKEN as error:
        raise source.book.refused("file_broken", reason=type(error).__name__, content=content) from None
    return spent


def _sizes(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[int]:
    """Unpack a member into nothing, to its real end; yields the size of each piece."""
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NotImplementedError  # other methods unpack to any size at once
    whole = copy.copy(member)
    whole.file_size = (TOTAL_MB + 1) * _MB
    whole.CRC = None  # type: ignore[assignment]  # as of a member without one: no sum is checked
    with archive.open(whole) as packed:
        while chunk := packed.read(_CHUNK):
            yield len(chunk)


def unpack(source: Source, suffix: str) -> list[tuple[str, Path]]:
    """Return (layer name, path) of every member with that suffix, its sidecars beside it.

    Where there is none, archives within the archive are unpacked too, but none within those. Refuses archives with
    names that lead elsewhere, with links, with two members of one name, or without such a member.
    """
    folder = source.path.parent
    layers, names = _unpacked(source.path, suffix, source, folder / "layer")
    spent = 0
    for number, inner in enumerate([] if layers else sorted(folder.glob(f"layer*{PACKED}")), 1):
        spent = weigh(inner, source, "zip", spent)
        more, inside = _unpacked(inner, suffix, source, folder / f"inner{number}-")
        layers += more
        if deeper := next((name for name in inside if name.lower().endswith(PACKED)), None):
            raise source.book.refused("zip_nested", value=deeper)
    if not layers:
        raise source.book.refused("archive_without", suffix=suffix, members=names[:10])
    return layers


def _unpacked(path: Path, suffix: str, source: Source, start: Path) -> tuple[list[tuple[str, Path]], list[str]]:
    """Unpack the wanted members to paths that begin with ``start``; return those with the suffix, and all names."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            _check(members, source)
            stems = _extract(archive, members, start, source)
    except _BROKEN as error:
        raise source.book.refused("file_broken", reason=type(error).__name__, content="zip") from None
    layers = [(name, ours.with_suffix(suffix)) for name, ours in stems if ours.with_suffix(suffix).exists()]
    return layers, [_name(member) for member in members]


def _check(members: list[zipfile.ZipInfo], source: Source) -> None:
    for member in members:
        path = PurePosixPath(member.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or (path.parts and path.parts[0].endswith(":")):
            raise source.book.refused("archive_leads_out", value=_name(member))
        if stat.S_ISLNK(member.external_attr >> 16):
            raise source.book.refused("archive_leads_out", value=_name(member))


def _extract(
    archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], start: Path, source: Source
) -> list[tuple[str, Path]]:
    """Write the wanted members as layer1.shp, layer1.dbf, …; return the names people gave and our paths."""
    paths = [(member, PurePosixPath(_name(member).replace("\\", "/"))) for member in members]
    wanted = [
        (member, path) for member, path in paths
        if path.suffix.lower() in {*WANTED, PACKED} and "__MACOSX" not in path.parts
    ]  # fmt: skip
    names = [str(path) for _, path in wanted]
    mains = {part: name for name in names for part in parts_of(name, names)}
    stems: dict[str, Path] = {}
    for member, path in wanted:
        stem = str(PurePosixPath(mains.get(str(path), path)).with_suffix(""))
        ours = stems.setdefault(stem, start.with_name(f"{start.name}{len(stems) + 1}"))
        target = ours.with_suffix(path.suffix.lower())
        if target.exists():
            raise source.book.refused("archive_twice", value=str(path))
        with archive.open(member) as packed, target.open("wb") as file:
            shutil.copyfileobj(packed, file)
    return [(PurePosixPath(name).name, path) for name, path in stems.items()]


def _name(member: zipfile.ZipInfo) -> str:
    """Return a member's name as its author wrote it; archives without the UTF-8 mark keep GBK bytes."""
    if member.flag_bits & _UTF8:
        return member.filename
    raw = member.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return member.filename
