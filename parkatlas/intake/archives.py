"""Zipped boundaries, unpacked member by member under names of our own."""

import shutil
import stat
import zipfile
from pathlib import Path, PurePosixPath

from parkatlas.intake.source import Source

WANTED = {".shp", ".shx", ".dbf", ".prj", ".cpg", ".kml"}
_ENCRYPTED, _UTF8 = 0x1, 0x800


def unpack(source: Source, suffix: str) -> list[tuple[str, Path]]:
    """Return (layer name, path) of every member with that suffix, its sidecars beside it.

    Refuses archives with names that lead elsewhere, links, passwords, or more content than memory allows.
    """
    try:
        with zipfile.ZipFile(source.path) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
            _check(members, source)
            stems = _extract(archive, members, source.path.parent)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as error:
        raise source.book.refused("file_broken", reason=type(error).__name__, content="zip") from None
    found = [(name, folder.with_suffix(suffix)) for name, folder in stems if folder.with_suffix(suffix).exists()]
    if not found:
        names = [_name(info) for info in members[:10]]
        raise source.book.refused("archive_without", suffix=suffix, members=names)
    return found


def _check(members: list[zipfile.ZipInfo], source: Source) -> None:
    for info in members:
        path = PurePosixPath(info.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or (path.parts and path.parts[0].endswith(":")):
            raise source.book.refused("archive_leads_out", value=_name(info))
        if stat.S_ISLNK(info.external_attr >> 16):
            raise source.book.refused("archive_leads_out", value=_name(info))
        if info.flag_bits & _ENCRYPTED:
            raise source.book.refused("file_locked", reason="", content="zip")
    unpacked = sum(info.file_size for info in members) / 1e6
    if unpacked > source.limits.memory_mb:
        raise source.book.refused("unpacks_too_big", unpacked_mb=round(unpacked), memory_mb=source.limits.memory_mb)


def _extract(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], folder: Path) -> list[tuple[str, Path]]:
    """Write the wanted members as layer1.shp, layer1.dbf, …; return the names people gave and our paths."""
    stems: dict[str, Path] = {}
    for info in members:
        path = PurePosixPath(_name(info).replace("\\", "/"))
        if path.suffix.lower() not in WANTED or "__MACOSX" in path.parts:
            continue
        ours = stems.setdefault(str(path.with_suffix("")), folder / f"layer{len(stems) + 1}")
        with archive.open(info) as packed, ours.with_suffix(path.suffix.lower()).open("wb") as file:
            shutil.copyfileobj(packed, file)
    return [(PurePosixPath(name).name, path) for name, path in stems.items()]


def _name(info: zipfile.ZipInfo) -> str:
    """Return a member's name as its author wrote it; archives without the UTF-8 mark keep GBK bytes."""
    if info.flag_bits & _UTF8:
        return info.filename
    raw = info.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename
