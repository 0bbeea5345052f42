"""Units: the townships, departments and zones that carry targets, from a table or with their outlines."""

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from parkatlas.intake import checks, registers
from parkatlas.intake.source import Source
from parkatlas.intake.typed import TypedTable


def read(source: Source) -> dict[str, pa.Table]:
    """Return ``units``, one row per unit; outline as WKB in EPSG:4326 or null."""
    table, shapes = registers.read(source, "units", outlines_needed=False)
    book = source.book
    checks.required(table, ("unit_name",), book)
    checks.unique(table, "unit_name", book)
    if "unit_id" in table.columns:
        checks.unique(table, "unit_id", book)
    if shapes is not None and "lon" in table.columns and "lat" in table.columns:
        _forget_drawn(table, shapes)
    checks.points(table, book)
    size = len(table.rows)
    names = table.columns["unit_name"]
    columns = {
        "unit_id": pc.coalesce(table.columns.get("unit_id", pa.nulls(size, pa.string())), names),
        "unit_name": names,
        "unit_kind": table.columns.get("unit_kind", pa.nulls(size, pa.string())),
        "lon": table.columns.get("lon", pa.nulls(size, pa.float64())),
        "lat": table.columns.get("lat", pa.nulls(size, pa.float64())),
        "outline": pa.nulls(size, pa.binary()),
    }
    return {"units": pa.table(columns | _drawn(columns, table, shapes, source))}


def _forget_drawn(table: TypedTable, shapes: Any) -> None:
    """Let a drawn unit's own lon and lat go: beside an outline they may be in its projection."""
    import shapely  # noqa: PLC0415 - a table never waits for it

    undrawn = pa.array(shapely.is_missing(shapes))
    table.columns |= {name: pc.if_else(undrawn, table.columns[name], None) for name in ("lon", "lat")}


def _drawn(columns: dict[str, Any], table: TypedTable, shapes: Any, source: Source) -> dict[str, Any]:
    """Return outlines and the points inside them, for units that have an outline."""
    if shapes is None or source.book.has_errors:
        return {}
    import shapely  # noqa: PLC0415 - a table never waits for it

    from parkatlas import measures  # noqa: PLC0415 - as above
    from parkatlas.intake import outlines  # noqa: PLC0415 - as above

    sound = outlines.repaired(shapes, table.columns["unit_name"].to_pylist(), table.rows, source.book)
    points = (pa.array(values, pa.float64(), from_pandas=True) for values in measures.representative_points(sound))
    lon, lat = (pc.coalesce(own, columns[name]) for name, own in zip(("lon", "lat"), points, strict=True))
    return {"lon": lon, "lat": lat, "outline": pa.array(list(shapely.to_wkb(sound)), pa.binary())}
