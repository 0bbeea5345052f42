"""Rows of a register (parks, units), from a table or from a boundary file's attributes."""

from typing import TYPE_CHECKING, Any

from parkatlas.intake import ceilings, fields, headers, tables
from parkatlas.intake.scales import normal
from parkatlas.intake.sheets import Head, Sheet, matched
from parkatlas.intake.sniff import sniff
from parkatlas.intake.source import Source
from parkatlas.intake.typed import TypedTable

if TYPE_CHECKING:
    from parkatlas.intake.layer import Layer

FIELD_BYTES = 9  # a shapefile cuts field names at ten bytes, which may fall inside a character


def read(source: Source, kind: str, *, outlines_needed: bool) -> tuple[TypedTable, Any]:
    """Return the typed rows and their shapes: a numpy array of shapely shapes in EPSG:4326, None for a table."""
    sniffed = sniff(source)
    if not sniffed.is_drawn:
        sheet, shapes = tables.read(source, kind, sniffed), None
    else:
        from parkatlas.intake import grounding, layers, outlines  # noqa: PLC0415, I001 - a table never waits for them
        import numpy as np  # noqa: PLC0415 - as above

        boundary_layers = layers.read(source, sniffed)
        rows = list(range(1, sum(len(layer.shapes) for layer in boundary_layers) + 1))
        drawn = np.concatenate([layer.shapes for layer in boundary_layers])
        if not rows:
            raise source.book.refused("no_rows", sheets=[layer.name for layer in boundary_layers], hidden=[])
        ceilings.check("features", len(rows), source.book)
        ceilings.check("vertices", sum(layers.vertices(layer) for layer in boundary_layers), source.book)
        outlines.polygons_only(drawn, rows, source.book, needed=outlines_needed)
        sheet = _sheet(boundary_layers, rows, kind, source)
        shapes = np.concatenate([grounding.to_degrees(layer, source) for layer in boundary_layers])
        source.book.sheet = None
    if kind != "layers":  # the rows of a register are compared with each other
        ceilings.check("registered", len(sheet), source.book)
    return fields.read(sheet, source.book), shapes


def _sheet(boundary_layers: "list[Layer]", rows: list[int], kind: str, source: Source) -> Sheet:
    """Return the layers' attributes as one table; a header that a layer lacks is empty there."""
    names = list(dict.fromkeys(name for layer in boundary_layers for name in layer.headers))
    columns: list[list[Any]] = [[] for _ in names]
    for layer in boundary_layers:
        for name, cells in zip(names, columns, strict=True):
            is_present = name in layer.headers
            cells.extend(layer.columns[layer.headers.index(name)] if is_present else [""] * len(layer.shapes))
    matches = matched(Head(0, [_uncut(name, kind) for name in names], []), kind, source)
    return Sheet(None, matches, {field: columns[match.index] for field, match in matches.items()}, rows)


def _uncut(header: str, kind: str) -> str:
    """Return the one name that a shapefile's cut field name began, else the header itself."""
    names = headers.names_of(kind)
    form = normal(header)
    if form in names or header.isascii() or len(header.encode()) < FIELD_BYTES:
        return header
    whole = {name for name in names if name.startswith(form)}
    return whole.pop() if len({names[name][0] for name in whole}) == 1 else header
