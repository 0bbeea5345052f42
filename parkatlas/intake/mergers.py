"""Mergers of parks: which park of a register was merged into which, and when, told whole and without a circle."""

from typing import Any

import pyarrow as pa

from parkatlas.intake.headers import nearest
from parkatlas.intake.notebook import Notebook
from parkatlas.intake.typed import TypedTable


def check(table: TypedTable, first: list[int], book: Notebook) -> list[str | None]:
    """Return what each park (its first row) was merged into; a merger without its other half is written down.

    The heir is a park of the file, and no chain of mergers comes back to where it began.
    """
    ids, names, into, days = (
        _column(table, name, first) for name in ("park_id", "park_name", "merged_into_name", "merged_on")
    )
    name_of = dict(zip(ids, names, strict=True)) | {name: name for name in names}
    heirs = {name: name_of.get(heir) for name, heir in zip(names, into, strict=True)}
    for row, name, heir, day in zip(first, names, into, days, strict=True):
        about = {"row": table.rows[row], "column": table.header("merged_into_name")}
        if (heir is None) != (day is None):
            book.add("error", "merged_half", value=name, **about)
        elif heir is not None and heirs[name] is None:
            book.add("error", "merged_unknown", value=heir, nearest=nearest(heir, names), **about)
        elif heir is not None and _comes_back(name, heirs):
            book.add("error", "merged_circle", value=name, **about)
    return into


def _column(table: TypedTable, name: str, first: list[int]) -> list[Any]:
    return table.columns[name].take(pa.array(first)).to_pylist() if name in table.columns else [None] * len(first)


def _comes_back(name: str, heirs: dict[str, str | None]) -> bool:
    seen: set[str] = set()
    heir = heirs.get(name)
    while heir is not None and heir not in seen:
        if heir == name:
            return True
        seen.add(heir)
        heir = heirs.get(heir)
    return False
