"""A ledger: one row per project with its place, money, land and the dates of its stages."""

from itertools import pairwise

import pyarrow as pa
import pyarrow.compute as pc

from parkatlas.columns import STAGE_DATES
from parkatlas.filetypes import KINDS
from parkatlas.intake import checks, fields, tables
from parkatlas.intake.frame import Frame
from parkatlas.intake.source import Source
from parkatlas.terms import STAGES

REGISTERS = {"unit_name": "units", "host_unit_name": "units", "park_name": "parks"}


def read(source: Source) -> dict[str, pa.Table]:
    """Return the tables ``projects`` and, where the workspace has no register of them yet, ``units`` and ``parks``."""
    book = source.book
    frame = fields.read(tables.read(source, "ledger"), book)
    checks.required(frame, ("project_name",), book)
    checks.amounts(frame, book)
    checks.points(frame, book)
    checks.industry_codes(frame, book)
    _identify(frame, source)
    for name, register in REGISTERS.items():
        checks.known_names(frame, name, getattr(source.known, register), register, book)
    _stages(frame, source)
    return {"projects": _projects(frame)} | _names(frame, source)


def _identify(frame: Frame, source: Source) -> None:
    """Give every project an id: the file's own, else its name."""
    names = checks.numbered_names(frame, "project_name", source.book) if "project_id" not in frame.columns else None
    if names is not None:
        frame.columns["project_id"] = names
        return
    checks.unique(frame, "project_id", source.book)
    without = pc.is_null(frame.columns["project_id"])
    source.book.group(
        "warning", "id_from_name", frame.places(without, "project_name"), column=frame.header("project_id")
    )
    frame.columns["project_id"] = pc.coalesce(frame.columns["project_id"], frame.columns["project_name"])
    if pc.any(without).as_py():
        checks.unique(frame, "project_id", source.book)


def _stages(frame: Frame, source: Source) -> None:
    """Hold the stage dates against the order and the period; infer the stage where it is not stated."""
    dates = [name for name in STAGE_DATES if name in frame.columns]
    for earlier, later in pairwise(name for name in dates if name != "dropped_on"):
        checks.in_order(frame, earlier, later, "warning", "stage_order", source.book)
    checks.not_after(frame, STAGE_DATES, source.options.period, source.book)
    stages = frame.columns.get("stage", pa.nulls(len(frame.rows), pa.string()))
    unstated = pc.is_null(stages)
    for name in reversed(dates):
        code = STAGES[STAGE_DATES.index(name)].code
        stages = pc.if_else(pc.and_(pc.is_null(stages), pc.is_valid(frame.columns[name])), code, stages)
    frame.columns["stage"] = stages
    inferred = pc.sum(pc.and_(unstated, pc.is_valid(stages))).as_py()
    if inferred:
        source.book.add("note", "stage_inferred", count=inferred)


def _projects(frame: Frame) -> pa.Table:
    """Return the frame with every column of a ledger, null where the file has none."""
    size, ledger = len(frame.rows), KINDS["ledger"]
    cells = [frame.columns.get(name, pa.nulls(size)) for name in ledger.columns]
    columns = dict(zip(ledger.stored, cells, strict=True))
    return pa.table(columns | {"source_row": pa.array(frame.rows, pa.int64())})


def _names(frame: Frame, source: Source) -> dict[str, pa.Table]:
    """Return the names of units and parks that a workspace without registers takes in."""
    found = {}
    for register, fields_of in (("units", ("unit_name", "host_unit_name")), ("parks", ("park_name",))):
        stated = [frame.columns[name] for name in fields_of if name in frame.columns]
        if getattr(source.known, register) is None and stated:
            names = pc.unique(pa.chunked_array(stated)).drop_null()
            one = register.removesuffix("s")
            found[register] = pa.table({f"{one}_id": names, f"{one}_name": names})
    return found
