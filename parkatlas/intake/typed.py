"""The typed rows of a table and where in the file each came from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from parkatlas.columns import CATALOGUE
from parkatlas.intake.headers import Match

TYPES = {
    "text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32(), "boolean": pa.bool_(),
}  # fmt: skip


@dataclass
class TypedTable:
    """Typed columns by field, the file's row number of each row, and the header that each column came under."""

    columns: dict[str, pa.Array]
    rows: Sequence[int]
    matches: dict[str, Match]
    unread: dict[str, set[int]] = field(default_factory=dict)  # rows whose cell was written down as unreadable

    def header(self, name: str) -> str:
        """Return the file's header of a field, or its label where the file has none."""
        return self.matches[name].header if name in self.matches else CATALOGUE[name].labels[0]

    def cells(self, mask: pa.Array, name: str) -> list[tuple[int, Any]]:
        """Return (row in the file, value) of every row where the mask is true."""
        chosen = pc.indices_nonzero(pc.fill_null(mask, False))
        values = self.columns[name].take(chosen).to_pylist()
        return [(self.rows[index], value) for index, value in zip(chosen.to_pylist(), values, strict=True)]
