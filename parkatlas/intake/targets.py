"""Targets: what a unit or a park answers for in a year, by metric."""

import pyarrow as pa
import pyarrow.compute as pc

from parkatlas.columns import CATALOGUE
from parkatlas.filetypes import KINDS
from parkatlas.intake import checks, fields, tables
from parkatlas.intake.notebook import Notebook
from parkatlas.intake.scales import SCALES, units_in
from parkatlas.intake.source import Source
from parkatlas.intake.typed import TYPES, TypedTable

COLUMNS = ("unit_name", "park_name", "year", "metric", "target_tier", "target_value")
FIRST_YEAR, LAST_YEAR = 1990, 2100


def read(source: Source) -> dict[str, pa.Table]:
    """Return ``targets``; a row with neither unit nor park is a target of the whole region."""
    table = fields.read(tables.read(source, "targets"), source.book)
    in_units_of_metrics(table, source.book)
    checks.required(table, KINDS["targets"].required, source.book)
    checks.positive(table, "target_value", source.book)
    years = table.columns["year"]
    odd = pc.or_(pc.less(years, FIRST_YEAR), pc.greater(years, LAST_YEAR))
    source.book.group("error", "year_odd", table.cells(odd, "year"), column=table.header("year"))
    checks.registered(table, "unit_name", source.registers.units, "units", source.book)
    checks.registered(table, "park_name", source.registers.parks, "parks", source.book)
    columns = {name: column_of(table, name) for name in COLUMNS}
    columns["target_tier"] = pc.fill_null(columns["target_tier"], "base")
    checks.one_row_each(table, columns, COLUMNS[:-1], source.book)
    return {"targets": pa.table(columns)}


def in_units_of_metrics(table: TypedTable, book: Notebook) -> None:
    """Convert targets from the unit that header or title states to the one of their metric: 亿元 to 万元.

    Where the header states units and none is the metric's, the rows are refused; no unit stated is the metric's own.
    """
    match = table.matches.get("target_value")
    if match is None or "metric" not in table.columns:
        return
    for metric in pc.unique(table.columns["metric"]).drop_null().to_pylist():
        scale = SCALES[CATALOGUE[metric].unit if metric in CATALOGUE else "个"]
        rows = pc.equal(table.columns["metric"], metric)
        stated = next((unit for unit in match.units if unit in scale), None)
        about = {"column": match.header, "field": "target_value"}
        if stated is not None and scale[stated] != 1:
            table.columns["target_value"] = pc.if_else(
                pc.fill_null(rows, False),
                pc.multiply(table.columns["target_value"], scale[stated]),
                table.columns["target_value"],
            )
            unit = next(word for word, factor in scale.items() if factor == 1)
            book.add("note", "unit_converted", value=stated, factor=scale[stated], unit=unit, **about)
        elif stated is None and units_in(match.header):
            unfit = [(row, match.units[0]) for row, _ in table.cells(rows, "metric")]
            book.group("error", "unit_unfit", unfit, fits=list(scale), **about)


def column_of(table: TypedTable, name: str) -> pa.Array:
    """Return a column of the table, or nulls of its type where the file has none."""
    return table.columns.get(name, pa.nulls(len(table.rows), TYPES[CATALOGUE[name].kind]))
