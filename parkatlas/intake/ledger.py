"""A ledger: one row per project with its position, money, land and the dates of its stages."""

from itertools import pairwise

import pyarrow as pa
import pyarrow.compute as pc

from parkatlas.columns import STAGE_DATES
from parkatlas.filetypes import KINDS
from parkatlas.intake import checks, fields, tables
from parkatlas.intake.source import Source
from parkatlas.intake.typed import TypedTable
from parkatlas.terms import STAGES

REGISTERS = {"unit_name": "units", "host_unit_name": "units", "park_name": "parks"}


def read(source: Source) -> dict[str, pa.Table]:
    """Return the tables ``projects`` and, where the workspace has no register of them yet, ``units`` and ``parks``."""
    book = source.book
    table = fields.read(tables.read(source, "ledger"), book)
    checks.required(table, ("project_name",), book)
    checks.amounts(table, book)
    checks.points(table, book)
    checks.industry_codes(table, book)
    _identify(table, source)
    for name, register in REGISTERS.items():
        checks.registered(table, name, getattr(source.registers, register), register, book)
    _stages(table, source)
    return {"projects": _projects(table)} | _names(table, source)


def _identify(table: TypedTable, source: Source) -> None:
    """Give every project an id: the file's own, else its name."""
    names = checks.numbered_names(table, "project_name", source.book) if "project_id" not in table.columns else None
    if names is not None:
        table.columns["project_id"] = names
        return
    checks.unique(table, "project_id", source.book)
    without = pc.is_null(table.columns["project_id"])
    source.book.group(
        "warning", "id_from_name", table.cells(without, "project_name"), column=table.header("project_id")
    )
    table.columns["project_id"] = pc.coalesce(table.columns["project_id"], table.columns["project_name"])
    if pc.any(without).as_py():
        checks.unique(table, "project_id", source.book)


def _stages(table: TypedTable, source: Source) -> None:
    """Check the stage dates against the order and the period; infer the stage where it is not stated."""
    dates = [name for name in STAGE_DATES if name in table.columns]
    for earlier, later in pairwise(name for name in dates if name != "dropped_on"):
        checks.in_order(table, earlier, later, "warning", "stage_order", source.book)
    checks.not_after(table, STAGE_DATES, source.options.period, source.book)
    stages = table.columns.get("stage", pa.nulls(len(table.rows), pa.string()))
    unstated = pc.is_null(stages)
    for name in reversed(dates):
        code = STAGES[STAGE_DATES.index(name)].code
        stages = pc.if_else(pc.and_(pc.is_null(stages), pc.is_valid(table.columns[name])), code, stages)
    table.columns["stage"] = stages
    inferred = pc.sum(pc.and_(unstated, pc.is_valid(stages))).as_py()
    if inferred:
        source.book.add("note", "stage_inferred", count=inferred)


def _projects(table: TypedTable) -> pa.Table:
    """Return the table with every column of a ledger, null where the file has none."""
    size, ledger = len(table.rows), KINDS["ledger"]
    cells = [table.columns.get(name, pa.nulls(size)) for name in ledger.columns]
    columns = dict(zip(ledger.stored, cells, strict=True))
    return pa.table(columns | {"source_row": pa.array(table.rows, pa.int64())})


def _names(table: TypedTable, source: Source) -> dict[str, pa.Table]:
    """Return the names of units and parks that a workspace without registers takes in."""
    tables = {}
    for register, fields_of in (("units", ("unit_name", "host_unit_name")), ("parks", ("park_name",))):
        stated = [table.columns[name] for name in fields_of if name in table.columns]
        if getattr(source.registers, register) is None and stated:
            names = pc.unique(pa.chunked_array(stated)).drop_null()
            one = register.removesuffix("s")
            tables[register] = pa.table({f"{one}_id": names, f"{one}_name": names})
    return tables
