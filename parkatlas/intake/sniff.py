"""What a file is by its content, never by its name."""

import zipfile
from pathlib import Path

from parkatlas.intake import archives
from parkatlas.intake.source import Source

TABLES = ("xlsx", "xls", "xlsb", "ods", "csv")
BOUNDARIES = ("geojson", "shp", "shp.zip", "gpkg", "kml", "kmz")
# Endings under which each content may come.
ENDINGS = {
    "xlsx": (".xlsx", ".xlsm"), "xlsb": (".xlsb",), "xls": (".xls", ".et"), "ods": (".ods",),
    "csv": (".csv", ".txt", ".tsv"), "geojson": (".geojson", ".json"), "shp": (".shp",), "shp.zip": (".zip",),
    "gpkg": (".gpkg",), "kml": (".kml",), "kmz": (".kmz",),
}  # fmt: skip
PACKED = ("xlsx", "xlsb", "ods", "shp.zip", "kmz")
_HEAD = 65536


def sniff(source: Source) -> str:
    """Return what the file is: one of TABLES, BOUNDARIES. Refuses what is empty, unknown, or not what its name says."""
    with source.path.open("rb") as file:
        head = file.read(_HEAD)
    if not head.strip(b"\x00 \r\n\t\xef\xbb\xbf"):
        raise source.book.refused("file_empty")
    content = _content(source.path, head)
    if content is None or content not in ENDINGS:
        raise source.book.refused("content_unknown", content=content or "?", endings=_all_endings())
    if source.ending not in ENDINGS[content]:
        raise source.book.refused(
            "content_differs", ending=source.ending or "—", content=content, endings=ENDINGS[content]
        )
    if content in PACKED:
        archives.weigh(source.path, source, content)
    return content


def _all_endings() -> list[str]:
    return [endings[0] for endings in ENDINGS.values()]


def _content(path: Path, head: bytes) -> str | None:
    """Name the content by its first bytes; what is known but not read gets a name that is not in ENDINGS."""
    magic = {
        b"PK": _zip(path) if head.startswith(b"PK") else "zip",
        b"\xd0\xcf\x11\xe0": "xls",
        b"\x09\x08": "xls",
        b"SQLite format 3\x00": "gpkg",
        b"\x00\x00\x27\x0a": "shp",
        b"%PDF": "PDF",
        b"Rar!": "RAR",
        b"7z\xbc\xaf": "7z",
        b"\x1f\x8b": "gzip",
    }
    for start, name in magic.items():
        if head.startswith(start):
            return name
    return _text(head)


def _zip(path: Path) -> str | None:
    """Tell the packed formats apart by their members."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = {name.lower().replace("\\", "/") for name in archive.namelist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError):
        return "zip?"
    if "xl/workbook.bin" in names:
        return "xlsb"
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    if "content.xml" in names and "mimetype" in names:
        return "ods"
    if any(name.endswith(".kml") for name in names):
        return "kmz"
    return "shp.zip"


def _text(head: bytes) -> str | None:
    """Tell the text formats apart by how they begin."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "csv"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    lower = start[:_HEAD].lower()
    if start[:1] in (b"{", b"["):
        return "geojson"
    if lower.startswith(b"<"):
        for mark, name in ((b"<kml", "kml"), (b"<ogrvrt", "VRT"), (b"<html", "HTML"), (b"<table", "HTML")):
            if mark in lower:
                return name
        return "XML"
    return None if b"\x00" in head else "csv"
