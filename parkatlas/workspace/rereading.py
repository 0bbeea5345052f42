"""What a later release would read from originals otherwise: its rules against the rows that were kept."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parkatlas.errors import InputRefused, UnknownImport
from parkatlas.filetypes import KINDS
from parkatlas.workspace import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pyarrow as pa

    from parkatlas.intake import Report
    from parkatlas.workspace.journal import Entry
    from parkatlas.workspace.replay import Replay

# Where a row stood in its file; it tells rows apart but says nothing of them.
_PLACE = "source_row"
_EXAMPLES = 5


@dataclass(frozen=True)
class Cell:
    """One value that would be read otherwise: its row of the table (from 1), its column, before and after."""

    row: int
    column: str
    before: object
    after: object


@dataclass(frozen=True)
class Reread:
    """What reading an import's original once more would change.

    ``refusal`` is the report that would refuse it, or None; then ``rows_before`` and ``rows_after`` count the rows of
    its own kind, ``changed_cells`` those that differ row by row where the counts agree, ``examples`` the first few.
    """

    import_id: int
    kind: str
    file_name: str
    rules: int
    rows_before: int
    rows_after: int
    changed_cells: int = 0
    examples: tuple[Cell, ...] = ()
    refusal: "Report | None" = None

    @property
    def is_same(self) -> bool:
        """Whether today's rules read the same."""
        return self.refusal is None and self.rows_before == self.rows_after and not self.changed_cells


def reread(replay: "Replay", entries: "Sequence[Entry]", import_id: int | None) -> "Iterator[Reread]":
    """Yield what would change of one import, or of all in their order; raises UnknownImport."""
    imports = [entry for entry in entries if entry["do"] == "import" and import_id in (None, entry["import_id"])]
    if import_id is not None and not imports:
        raise UnknownImport(import_id)
    return (_compared(replay, entry) for entry in imports)


def _compared(replay: "Replay", entry: "Entry") -> Reread:
    about = (entry["import_id"], entry["kind"], entry["file_name"], entry["rules"], entry["row_count"])
    try:
        taken = replay.read_original(entry)
    except InputRefused as refused:
        return Reread(*about, 0, refusal=refused.report)  # type: ignore[arg-type]
    main = KINDS[entry["kind"]].table
    before, after = rows.read(replay.directory, entry["rows"])[main], taken.tables[main]
    if before.num_rows != after.num_rows:
        return Reread(*about, after.num_rows)
    cells = list(_changed(before, after))
    return Reread(*about, after.num_rows, len(cells), tuple(cells[:_EXAMPLES]))


def _changed(before: "pa.Table", after: "pa.Table") -> "Iterator[Cell]":
    """Yield the cells that differ; a column that one of the two lacks is empty there."""
    for name in dict.fromkeys([*before.column_names, *after.column_names]):
        if name != _PLACE:
            was, becomes = _values(before, name), _values(after, name)
            for row in range(before.num_rows):
                if was[row] != becomes[row]:
                    yield Cell(row + 1, name, was[row], becomes[row])


def _values(table: "pa.Table", name: str) -> "list[object]":
    return table[name].to_pylist() if name in table.column_names else [None] * table.num_rows
