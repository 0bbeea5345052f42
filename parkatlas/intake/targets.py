"""Targets: what a unit or a park answers for in a year, by metric."""

import pyarrow as pa
import pyarrow.compute as pc

from parkatlas.columns import CATALOGUE, REQUIRED
from parkatlas.intake import checks, fields, tables
from parkatlas.intake.frame import TYPES, Frame
from parkatlas.intake.source import Source

COLUMNS = ("unit_name", "park_name", "year", "metric", "target_tier", "target_value")
FIRST_YEAR, LAST_YEAR = 1990, 2100


def read(source: Source) -> dict[str, pa.Table]:
    """Return ``targets``; a row with neither unit nor park is a target of the whole region."""
    frame = fields.read(tables.read(source, "targets"), source.book)
    checks.required(frame, REQUIRED["targets"], source.book)
    checks.positive(frame, "target_value", source.book)
    years = frame.columns["year"]
    odd = pc.or_(pc.less(years, FIRST_YEAR), pc.greater(years, LAST_YEAR))
    source.book.group("error", "year_odd", frame.places(odd, "year"), column=frame.header("year"))
    checks.known_names(frame, "unit_name", source.known.units, "units", source.book)
    checks.known_names(frame, "park_name", source.known.parks, "parks", source.book)
    columns = {name: column_of(frame, name) for name in COLUMNS}
    columns["target_tier"] = pc.fill_null(columns["target_tier"], "base")
    checks.one_row_each(frame, columns, COLUMNS[:-1], source.book)
    return {"targets": pa.table(columns)}


def column_of(frame: Frame, name: str) -> pa.Array:
    """Return a column of the frame, or nulls of its type where the file has none."""
    return frame.columns.get(name, pa.nulls(len(frame.rows), TYPES[CATALOGUE[name].kind]))
