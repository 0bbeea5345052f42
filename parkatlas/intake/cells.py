"""Cells of one column: a sequence of Python values from a workbook, or an arrow array of texts."""

from collections.abc import Sequence
from typing import Any, TypeAlias

import pyarrow as pa
import pyarrow.compute as pc

Cells: TypeAlias = Sequence[Any] | pa.Array

_PLAIN_NUMBER = r"^-?\d{1,15}(\.\d+)?$"


def split_numbers(cells: Cells) -> tuple[pa.Array, Cells]:
    """Return the cells that are numbers already, and the others (None in a number's place)."""
    if isinstance(cells, pa.Array):
        trimmed = pc.utf8_trim_whitespace(cells)
        simple = pc.match_substring_regex(trimmed, _PLAIN_NUMBER)
        native = pc.cast(pc.if_else(simple, trimmed, None), pa.float64())
        return native, pc.if_else(simple, None, cells)
    native = pa.array(
        [cell if cell.__class__ is float or cell.__class__ is int else None for cell in cells], pa.float64()
    )
    finite = pc.if_else(pc.is_finite(native), native, None)
    return finite, [None if cell.__class__ is float or cell.__class__ is int else cell for cell in cells]


def listed(cells: Cells) -> Sequence[Any]:
    """Return the cells as Python values."""
    return cells.to_pylist() if isinstance(cells, pa.Array) else cells


def at(cells: Cells, index: int) -> Any:
    """Return one cell as a Python value."""
    return cells[index].as_py() if isinstance(cells, pa.Array) else cells[index]
