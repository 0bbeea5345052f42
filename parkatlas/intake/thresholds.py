"""Thresholds: what a park asked per mu from which day on, and the document that says so."""

import pyarrow as pa

from parkatlas.filetypes import KINDS
from parkatlas.intake import checks, fields, tables
from parkatlas.intake.source import Source


def read(source: Source) -> dict[str, pa.Table]:
    """Return ``thresholds``, one row per park and day from which its threshold holds."""
    table = fields.read(tables.read(source, "thresholds"), source.book)
    checks.required(table, KINDS["thresholds"].required, source.book)
    checks.positive(table, "threshold_wan_per_mu", source.book)
    checks.registered(table, "park_name", source.registers.parks, "parks", source.book)
    columns = {name: table.columns[name] for name in KINDS["thresholds"].columns}
    checks.one_row_each(table, columns, ("park_name", "valid_from_on"), source.book)
    return {"thresholds": pa.table(columns)}
