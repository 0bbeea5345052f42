"""Obstacles: what holds projects back, and which."""

import pyarrow as pa

from parkatlas.filetypes import KINDS
from parkatlas.intake import checks, fields, links, tables
from parkatlas.intake.source import Source
from parkatlas.intake.targets import column_of
from parkatlas.intake.typed import TypedTable

COLUMNS = (
    "obstacle_id",
    "obstacle_kind",
    "description",
    "raised_on",
    "due_on",
    "resolved_on",
    "unit_name",
    "lon",
    "lat",
)


def read(source: Source) -> dict[str, pa.Table]:
    """Return ``obstacles`` and ``obstacle_projects`` (one row per obstacle and project it holds up)."""
    table = fields.read(tables.read(source, "obstacles"), source.book)
    checks.required(table, KINDS["obstacles"].required, source.book)
    checks.points(table, source.book)
    checks.in_order(table, "raised_on", "due_on", "warning", "days_out_of_order", source.book)
    checks.in_order(table, "raised_on", "resolved_on", "error", "days_out_of_order", source.book)
    checks.registered(table, "unit_name", source.registers.units, "units", source.book)
    _identify(table, source)
    return {
        "obstacles": pa.table({name: column_of(table, name) for name in COLUMNS}),
        "obstacle_projects": links.to_projects(table, "obstacle_id", "project_names", source),
    }


def _identify(table: TypedTable, source: Source) -> None:
    """Give every obstacle an id: the file's own, else its projects, kind and day, numbered where they repeat."""
    made, seen = [], dict[str, int]()
    own = column_of(table, "obstacle_id").to_pylist()
    described = (column_of(table, name).to_pylist() for name in ("project_names", "obstacle_kind", "raised_on"))
    for code, names, kind, raised in zip(own, *described, strict=True):
        label = f"{names}/{kind or '—'}/{raised or '—'}"
        seen[label] = seen.get(label, 0) + (code is None)
        made.append(code or (label if seen[label] == 1 else f"{label}#{seen[label]}"))
    table.columns["obstacle_id"] = pa.array(made, pa.string())
    checks.unique(table, "obstacle_id", source.book)
