"""Obstacles: what holds projects back, and which."""

import pyarrow as pa

from parkatlas.filetypes import KINDS
from parkatlas.intake import checks, fields, links, tables
from parkatlas.intake.frame import Frame
from parkatlas.intake.source import Source
from parkatlas.intake.targets import column_of

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
    frame = fields.read(tables.read(source, "obstacles"), source.book)
    checks.required(frame, KINDS["obstacles"].required, source.book)
    checks.points(frame, source.book)
    checks.in_order(frame, "raised_on", "due_on", "warning", "days_out_of_order", source.book)
    checks.in_order(frame, "raised_on", "resolved_on", "error", "days_out_of_order", source.book)
    checks.known_names(frame, "unit_name", source.known.units, "units", source.book)
    _identify(frame, source)
    return {
        "obstacles": pa.table({name: column_of(frame, name) for name in COLUMNS}),
        "obstacle_projects": links.to_projects(frame, "obstacle_id", "project_names", source),
    }


def _identify(frame: Frame, source: Source) -> None:
    """Give every obstacle an id: the file's own, else its projects, kind and day, numbered where they repeat."""
    made, seen = [], dict[str, int]()
    own = column_of(frame, "obstacle_id").to_pylist()
    described = (column_of(frame, name).to_pylist() for name in ("project_names", "obstacle_kind", "raised_on"))
    for code, names, kind, raised in zip(own, *described, strict=True):
        label = f"{names}/{kind or '—'}/{raised or '—'}"
        seen[label] = seen.get(label, 0) + (code is None)
        made.append(code or (label if seen[label] == 1 else f"{label}#{seen[label]}"))
    frame.columns["obstacle_id"] = pa.array(made, pa.string())
    checks.unique(frame, "obstacle_id", source.book)
