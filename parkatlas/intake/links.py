"""Projects that one cell names, each linked to its row."""

import re

import pyarrow as pa

from parkatlas.intake.headers import nearest
from parkatlas.intake.source import Source
from parkatlas.intake.typed import TypedTable

_BETWEEN_NAMES = re.compile(r"[、,，;；/\n]+")


def to_projects(table: TypedTable, id_name: str, names_in: str, source: Source) -> pa.Table:
    """Return a row per (id of a row, project that its cell names); a name that no ledger holds is an error."""
    register = source.registers.projects
    register_names = None if register is None else set(register)
    pairs: dict[tuple[str, str], None] = {}
    unknown: dict[str, int] = {}
    cells = (table.columns[name].to_pylist() for name in (id_name, names_in))
    for row, code, names in zip(table.rows, *cells, strict=True):
        for name in [names] if register_names and names in register_names else _BETWEEN_NAMES.split(names or ""):
            if not name.strip():
                continue
            pairs[code, name.strip()] = None
            if register_names is not None and name.strip() not in register_names:
                unknown.setdefault(name.strip(), row)
    _say_unknown(table, names_in, unknown, register or (), source)
    columns = (pa.array([pair[index] for pair in pairs], pa.string()) for index in (0, 1))
    return pa.table(dict(zip((id_name, "project_name"), columns, strict=True)))


def _say_unknown(
    table: TypedTable, names_in: str, unknown: dict[str, int], register: tuple[str, ...], source: Source
) -> None:
    offered = [
        {"row": row, "value": name, "nearest": nearest(name, register)} for name, row in list(unknown.items())[:20]
    ]
    if offered:
        source.book.add(
            "error", "unknown_name", row=offered[0]["row"], value=offered[0]["value"], kind="ledger",
            column=table.header(names_in), nearest=offered[0]["nearest"], examples=offered, count=len(unknown),
        )  # fmt: skip
