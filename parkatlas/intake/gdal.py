"""Boundary files that GDAL reads: of each layer the attributes as cells, the shapes as drawn, and the CRS."""

from pathlib import Path
from typing import Any

import numpy as np

from parkatlas.filetypes import FORMATS, FileFormat
from parkatlas.intake import archives, ceilings, drivers, encodings
from parkatlas.intake.headers import nearest
from parkatlas.intake.layer import Layer
from parkatlas.intake.source import Source

_SHAPEFILE = "shp"
_LONGEST_CHARACTER = 3  # bytes that can be left of one that was cut


def read(source: Source, sniffed: FileFormat) -> list[Layer]:
    """Return the layers that may hold polygons; refuses what cannot be opened."""
    inner = FORMATS[sniffed.packs] if sniffed.packs else sniffed
    suffix = inner.endings[0]
    if sniffed.packs:
        files = archives.unpack(source, suffix)
    else:
        files = [(Path(source.file_name).stem, source.path.rename(source.path.with_suffix(suffix)))]
    for name, path in files:
        if inner.code == _SHAPEFILE and not path.with_suffix(".dbf").exists():
            raise source.book.refused("sidecar_missing", value=f"{name}.dbf")
    drivers.open_only(inner.driver)
    return _wanted([layer for name, path in files for layer in _layers(path, name, inner.code, source)], source)


def _wanted(layers: list[Layer], source: Source) -> list[Layer]:
    """Return the layer asked for, else all that hold polygons."""
    name = source.options.sheet
    if name is not None:
        chosen = [layer for layer in layers if layer.name == name]
        names = [layer.name for layer in layers]
        if not chosen:
            raise source.book.refused("sheet_unknown", value=name, nearest=nearest(name, names) or names)
        return chosen
    holding = [layer for layer in layers if _holds_polygons(layer)]
    left = [layer.name for layer in layers if layer not in holding]
    if holding and left:
        source.book.add("warning", "layers_left_out", layers=left)
    if len(holding) > 1:
        source.book.add("note", "layers_read", layers=[layer.name for layer in holding])
    return holding or layers


def _holds_polygons(layer: Layer) -> bool:
    import shapely  # noqa: PLC0415 - pyogrio comes first, with its doors shut

    return bool(np.isin(shapely.get_type_id(layer.shapes), (3, 6, 7)).any())


def _layers(path: Path, name: str, code: str, source: Source) -> list[Layer]:
    import pyogrio  # noqa: PLC0415 - only after drivers.open_only
    from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, GeometryError  # noqa: PLC0415 - as above

    try:
        names = [str(layer) for layer, _ in pyogrio.list_layers(path)]
        ceilings.check("layers", len(names), source.book)
        return [_layer(path, each, name if code == _SHAPEFILE else each, code, source) for each in names]
    except (DataSourceError, DataLayerError, FeatureError, GeometryError, ValueError) as error:
        raise source.book.refused(
            "file_broken", reason=str(error).replace(str(path.parent), "")[:200], content=code
        ) from None


def _layer(path: Path, layer: str, name: str, code: str, source: Source) -> Layer:
    import pyogrio  # noqa: PLC0415 - only after drivers.open_only
    import shapely  # noqa: PLC0415 - pyogrio comes first, with its doors shut
    from pyogrio import raw  # noqa: PLC0415 - as above

    as_bytes = {"encoding": "ISO-8859-1"} if code == _SHAPEFILE else {}
    about = pyogrio.read_info(path, layer=layer, force_feature_count=True, **as_bytes)
    ceilings.check("features", about["features"], source.book)
    ceilings.check("columns", len(about["fields"]), source.book)
    meta, _, wkb, field_data = raw.read(path, layer=layer, force_2d=True, datetime_as_string=True, **as_bytes)
    headers, columns = [str(field) for field in meta["fields"]], [_cells(values) for values in field_data]
    if code == _SHAPEFILE:
        headers, columns = _decoded(headers, columns, path.with_suffix(".cpg"), source)
    shapes = shapely.from_wkb(wkb if wkb is not None else np.full(len(columns[0]), None), on_invalid="fix")
    return Layer(name, headers, columns, shapes, meta["crs"])


def _cells(values: Any) -> list[Any]:
    """Return numpy values as plain cells, "" for none."""
    return ["" if cell is None or cell != cell or isinstance(cell, bytes) else cell for cell in values.tolist()]  # noqa: PLR0124 - NaN alone differs from itself


def _decoded(
    headers: list[str], columns: list[list[Any]], cpg: Path, source: Source
) -> tuple[list[str], list[list[Any]]]:
    """Give texts read byte by byte their real characters."""
    raw = {cell.encode("latin-1") for column in columns for cell in column if isinstance(cell, str)}
    raw |= {header.encode("latin-1") for header in headers}
    encoding = _encoding(raw, cpg, source)

    def decoded(cell: Any) -> Any:
        return cell.encode("latin-1").decode(encoding, "ignore") if isinstance(cell, str) else cell

    return [decoded(header) for header in headers], [[decoded(cell) for cell in column] for column in columns]


def _encoding(raw: set[bytes], cpg: Path, source: Source) -> str:
    """Return the character set asked for, else the .cpg's where it fits, else the one the texts are written in."""
    chosen = source.options.encoding
    if chosen is not None:
        if not encodings.is_known(chosen):
            raise source.book.refused("encoding_unknown", value=chosen)
        for cell in sorted(raw):
            broken = encodings.breaks_at(cell, chosen)
            # A name or a text that fills its field may end within a character.
            if broken is not None and broken < max(1, len(cell) - _LONGEST_CHARACTER):
                raise source.book.refused("encoding_wrong", value=chosen, position=broken)
        return chosen
    stated = cpg.read_text("ascii", "ignore").strip() if cpg.exists() else ""
    stated = f"cp{stated}" if stated.isdigit() else stated
    if encodings.is_known(stated) and encodings.fits(raw, stated):
        return stated
    guessed = encodings.guess_cells(raw)
    if not all(cell.isascii() for cell in raw):
        source.book.add("note", "encoding_found", value=guessed)
    return guessed
