"""GeoPackages: a file that changes may be missing from is refused, any other is read as GDAL does."""

from pathlib import Path

from parkatlas.filetypes import FileFormat
from parkatlas.intake import gdal
from parkatlas.intake.layer import Layer
from parkatlas.intake.source import Source

# Of SQLite's formats: where a database says how it is written, with a log; a log's head without pages; how a journal
# begins whose changes were not ended.
_VERSIONS, _WITH_LOG = slice(18, 20), 2
_LOG_HEAD = 32
_JOURNAL = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"


def read(source: Source, sniffed: FileFormat) -> list[Layer]:
    """Return the layers that may hold polygons; refuses a file whose last changes stand beside it, or may."""
    beside = [source.path.with_name(source.path.name + ending) for ending in sniffed.parts]
    sidecars = [path for path in beside if path.exists()]
    for path in sidecars:
        if _holds_changes(path):
            raise source.book.refused("changes_beside", value=source.file_name + path.suffix.removeprefix(".gpkg"))
        path.unlink()  # a link to what another program may have open
    if _is_with_log(source.path) and not sidecars:
        source.book.add("warning", "changes_unknown", value=source.file_name)
    return gdal.read(source, sniffed)


def _holds_changes(path: Path) -> bool:
    head = _head(path)
    return len(head) > _LOG_HEAD if path.suffix.endswith("-wal") else head.startswith(_JOURNAL)


def _is_with_log(path: Path) -> bool:
    return _WITH_LOG in _head(path)[_VERSIONS]


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_LOG_HEAD + 1)
