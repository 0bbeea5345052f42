"""Recruiting trips: which team went where, when, whom it visited and what it brought."""

import pyarrow as pa

from parkatlas.filetypes import KINDS
from parkatlas.intake import checks, fields, links, tables
from parkatlas.intake.source import Source
from parkatlas.intake.targets import column_of


def read(source: Source) -> dict[str, pa.Table]:
    """Return ``trips``, numbered as they stand in the file, and ``trip_projects``, one row per trip and project."""
    table = fields.read(tables.read(source, "trips"), source.book)
    checks.required(table, KINDS["trips"].required, source.book)
    checks.amounts(table, source.book)
    checks.in_order(table, "first_on", "last_on", "error", "ends_before", source.book)
    checks.registered(table, "unit_name", source.registers.units, "units", source.book)
    columns = {name: column_of(table, name) for name in KINDS["trips"].columns}
    checks.one_row_each(table, columns, KINDS["trips"].required, source.book)
    table.columns |= columns | {"trip_id": pa.array([f"{row}" for row in table.rows], pa.string())}
    return {
        "trips": pa.table(columns | {"trip_id": table.columns["trip_id"]}),
        "trip_projects": links.to_projects(table, "trip_id", "brought_names", source),
    }
