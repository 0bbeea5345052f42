"""Decisions: what became of projects that ledgers stopped to name: still there, dropped, merged into another."""

import pyarrow as pa
import pyarrow.compute as pc

from parkatlas.filetypes import KINDS
from parkatlas.intake import checks, fields, tables
from parkatlas.intake.notebook import Notebook
from parkatlas.intake.source import Source
from parkatlas.intake.targets import column_of
from parkatlas.intake.typed import TypedTable


def read(source: Source) -> dict[str, pa.Table]:
    """Return ``decisions``, one row per project."""
    table = fields.read(tables.read(source, "decisions"), source.book)
    checks.required(table, KINDS["decisions"].required, source.book)
    for name in ("project_name", "heir_name"):
        checks.registered(table, name, source.registers.projects, "ledger", source.book)
    columns = {name: column_of(table, name) for name in KINDS["decisions"].columns}
    checks.one_row_each(table, columns, ("project_name",), source.book)
    _check_heirs(table, columns, source.book)
    return {"decisions": pa.table(columns)}


def _check_heirs(table: TypedTable, columns: dict[str, pa.Array], book: Notebook) -> None:
    """Check that a merged project names another, and no project else."""
    named, heirs = columns["project_name"], columns["heir_name"]
    is_merged = pc.fill_null(pc.equal(columns["outcome"], "merged"), False)
    faults = {
        "heir_missing": pc.and_(is_merged, pc.is_null(heirs)),
        "heir_itself": pc.and_(is_merged, pc.equal(named, heirs)),
        "heir_unasked": pc.and_(pc.invert(is_merged), pc.is_valid(heirs)),
    }
    for code, wrong in faults.items():
        cells = table.cells(pc.fill_null(wrong, False), "project_name")
        book.group("error", code, cells, column=table.header("heir_name"))
