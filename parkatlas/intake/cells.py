"""Cells of one column: a sequence of Python values from a workbook, or an arrow array of texts."""

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

Cells: TypeAlias = Sequence[Any] | pa.Array

_PLAIN_NUMBER = r"^-?\d{1,15}(\.\d+)?$"


def _one_of(*chosen: int) -> np.ndarray:
    table = np.zeros(256, dtype=bool)
    table[list(chosen)] = True
    return table


# Bytes of UTF-8 with which white space can begin, in ASCII and beyond; bytes of which plain numbers are made.
_SPACES = _one_of(*range(9, 14), *range(28, 33), 0xC2, 0xE1, 0xE2, 0xE3)
_FIGURES = _one_of(*b"0123456789.-")


def trim(cells: pa.Array) -> pa.Array:
    """Return texts without the white space around them: ``cells`` itself where no text can hold any."""
    return pc.utf8_trim_whitespace(cells) if _SPACES[_bytes(cells)].any() else cells


def _bytes(cells: pa.Array) -> np.ndarray:
    """Return the bytes of all texts of a column, one behind the other."""
    return np.frombuffer(cells.buffers()[2] or b"", np.uint8)


def split_numbers(cells: Cells) -> tuple[pa.Array, Cells | None]:
    """Return the cells that are numbers already, and the others (None in a number's place), None where all are."""
    if isinstance(cells, pa.Array):
        if (whole := _all_plain(cells)) is not None:
            return whole, None
        trimmed = pc.utf8_trim_whitespace(cells)
        simple = pc.match_substring_regex(trimmed, _PLAIN_NUMBER)
        native = pc.cast(pc.if_else(simple, trimmed, None), pa.float64())
        return native, pc.if_else(simple, None, cells)
    native = pa.array(
        [cell if cell.__class__ is float or cell.__class__ is int else None for cell in cells], pa.float64()
    )
    finite = pc.if_else(pc.is_finite(native), native, None)
    return finite, [None if cell.__class__ is float or cell.__class__ is int else cell for cell in cells]


def _all_plain(cells: pa.Array) -> pa.Array | None:
    """Return a column of nothing but plain numbers and empty cells as numbers, None for any other column."""
    if not _FIGURES[_bytes(cells)].all():
        return None
    try:
        numbers = pc.cast(pc.if_else(pc.equal(cells, ""), None, cells), pa.float64())
    except pa.ArrowInvalid:
        return None
    return numbers if pc.all(pc.is_finite(numbers)).as_py() else None  # of too many digits there is no number


def listed(cells: Cells) -> Sequence[Any]:
    """Return the cells as Python values."""
    return cells.to_pylist() if isinstance(cells, pa.Array) else cells


def at(cells: Cells, index: int) -> Any:
    """Return one cell as a Python value."""
    return cells[index].as_py() if isinstance(cells, pa.Array) else cells[index]
