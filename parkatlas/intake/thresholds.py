"""Thresholds: what a park asked per mu from which day on, and the document that says so."""

import pyarrow as pa

from parkatlas.filetypes import KINDS
from parkatlas.intake import checks, fields, tables
from parkatlas.intake.source import Source


def read(source: Source) -> dict[str, pa.Table]:
    """Return ``thresholds``, one row per park and day from which its threshold holds."""
    frame = fields.read(tables.read(source, "thresholds"), source.book)
    checks.required(frame, KINDS["thresholds"].required, source.book)
    checks.positive(frame, "threshold_wan_per_mu", source.book)
    checks.known_names(frame, "park_name", source.known.parks, "parks", source.book)
    columns = {name: frame.columns[name] for name in KINDS["thresholds"].columns}
    checks.one_row_each(frame, columns, ("park_name", "valid_from_on"), source.book)
    return {"thresholds": pa.table(columns)}
