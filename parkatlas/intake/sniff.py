"""What a file is by its content, never by its name."""

import zipfile
from fnmatch import fnmatchcase
from pathlib import Path

from parkatlas.filetypes import FORMATS, FileFormat, listed
from parkatlas.intake import archives
from parkatlas.intake.source import Source

_HEAD = 65536
# Content that is known but not read, by its first bytes, and texts in angle brackets by what stands in them.
_FOREIGN = {b"%PDF": "PDF", b"Rar!": "RAR", b"7z\xbc\xaf": "7z", b"\x1f\x8b": "gzip"}
_FOREIGN_MARKS = {b"<ogrvrt": "VRT", b"<html": "HTML", b"<table": "HTML", b"<": "XML"}


def sniff(source: Source) -> FileFormat:
    """Return the format of a file's content. Refuses what is empty, unknown, or not what its name says."""
    with source.path.open("rb") as file:
        head = file.read(_HEAD)
    if not head.strip(b"\x00 \r\n\t\xef\xbb\xbf"):
        raise source.book.refused("file_empty")
    content = _content(source.path, head)
    if content not in FORMATS:
        endings = [each.endings[0] for each in FORMATS.values()]
        raise source.book.refused("content_unknown", content=content or "?", endings=endings)
    sniffed = FORMATS[content]
    if source.ending not in sniffed.endings:
        raise source.book.refused(
            "content_differs", ending=source.ending or "—", content=content, endings=sniffed.endings
        )
    _check_options(sniffed, source)
    if sniffed.is_archive:
        archives.weigh(source.path, source, content)
    return sniffed


def _check_options(sniffed: FileFormat, source: Source) -> None:
    """Refuse what a person decided about a file and its format has no use for: it would be ignored in silence."""
    for name in ("sheet", "crs", "encoding"):
        if name not in sniffed.options and (value := getattr(source.options, name)) is not None:
            formats = listed(each for each in FORMATS.values() if name in each.options)
            raise source.book.refused("option_unfit", option=name, value=value, content=sniffed.code, formats=formats)


def _content(path: Path, head: bytes) -> str | None:
    """Return the code of the content's format, the name of one that is known but not read, or None."""
    if head.startswith(b"PK"):
        return _archive(path)
    starts = {start: each.code for each in FORMATS.values() for start in each.starts} | _FOREIGN
    return next((code for start, code in starts.items() if head.startswith(start)), None) or _text(head)


def _archive(path: Path) -> str:
    """Tell the packed formats apart by their members."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = {name.lower().replace("\\", "/") for name in archive.namelist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError):
        return "zip?"
    archived = sorted((each for each in FORMATS.values() if each.is_archive), key=lambda each: not each.members)
    return next(each.code for each in archived if all(_is_among(pattern, names) for pattern in each.members))


def _is_among(pattern: str, names: set[str]) -> bool:
    return any(fnmatchcase(name, pattern) for name in names)


def _text(head: bytes) -> str | None:
    """Tell the text formats apart by how they begin; a text of none of them is a table."""
    table = next(each.code for each in FORMATS.values() if not (each.is_archive or each.starts or each.opens))
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return table
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for each in FORMATS.values():
        if each.opens and start.startswith(each.opens) and each.mark in start:
            return each.code
    if start.startswith(b"<"):
        return next(name for mark, name in _FOREIGN_MARKS.items() if mark in start)
    return None if b"\x00" in head else table
