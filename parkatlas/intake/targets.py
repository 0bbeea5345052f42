"""Targets: what a unit or a park answers for in a year, by metric."""

import pyarrow as pa
import pyarrow.compute as pc

from parkatlas.columns import CATALOGUE
from parkatlas.filetypes import KINDS
from parkatlas.intake import checks, fields, tables
from parkatlas.intake.frame import TYPES, Frame
from parkatlas.intake.notebook import Notebook
from parkatlas.intake.scales import SCALES, units_in
from parkatlas.intake.source import Source

COLUMNS = ("unit_name", "park_name", "year", "metric", "target_tier", "target_value")
FIRST_YEAR, LAST_YEAR = 1990, 2100


def read(source: Source) -> dict[str, pa.Table]:
    """Return ``targets``; a row with neither unit nor park is a target of the whole region."""
    frame = fields.read(tables.read(source, "targets"), source.book)
    in_units_of_metrics(frame, source.book)
    checks.required(frame, KINDS["targets"].required, source.book)
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


def in_units_of_metrics(frame: Frame, book: Notebook) -> None:
    """Convert targets from the unit that header or title states to the one of their metric: 亿元 to 万元.

    Where the header states units and none is the metric's, the rows are refused; no unit stated is the metric's own.
    """
    found = frame.matches.get("target_value")
    if found is None or "metric" not in frame.columns:
        return
    for metric in pc.unique(frame.columns["metric"]).drop_null().to_pylist():
        scale = SCALES[CATALOGUE[metric].unit if metric in CATALOGUE else "个"]
        rows = pc.equal(frame.columns["metric"], metric)
        stated = next((unit for unit in found.units if unit in scale), None)
        about = {"column": found.header, "field": "target_value"}
        if stated is not None and scale[stated] != 1:
            frame.columns["target_value"] = pc.if_else(
                pc.fill_null(rows, False),
                pc.multiply(frame.columns["target_value"], scale[stated]),
                frame.columns["target_value"],
            )
            unit = next(word for word, factor in scale.items() if factor == 1)
            book.add("note", "unit_converted", value=stated, factor=scale[stated], unit=unit, **about)
        elif stated is None and units_in(found.header):
            unfit = [(row, found.units[0]) for row, _ in frame.places(rows, "metric")]
            book.group("error", "unit_unfit", unfit, fits=list(scale), **about)


def column_of(frame: Frame, name: str) -> pa.Array:
    """Return a column of the frame, or nulls of its type where the file has none."""
    return frame.columns.get(name, pa.nulls(len(frame.rows), TYPES[CATALOGUE[name].kind]))
