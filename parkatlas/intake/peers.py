"""Peers: what other regions reached by the same indicators, and how fast they grew."""

import pyarrow as pa

from parkatlas.filetypes import KINDS
from parkatlas.intake import checks, fields, tables
from parkatlas.intake.source import Source
from parkatlas.intake.targets import column_of


def read(source: Source) -> dict[str, pa.Table]:
    """Return ``peers``, one row per region and indicator; a value or a growth that is not stated is null."""
    table = fields.read(tables.read(source, "peers"), source.book)
    checks.required(table, KINDS["peers"].required, source.book)
    columns = {name: column_of(table, name) for name in KINDS["peers"].columns}
    checks.one_row_each(table, columns, KINDS["peers"].required, source.book)
    return {"peers": pa.table(columns | {"source_row": pa.array(table.rows, pa.int64())})}
