"""One table of a file: headers matched to fields, its cells by column, the row each came from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import Any

import pyarrow as pa

from parkatlas.filetypes import KINDS
from parkatlas.intake import headers
from parkatlas.intake.cells import Cells
from parkatlas.intake.headers import Match
from parkatlas.intake.scales import normal, units_above
from parkatlas.intake.source import Source

TOTALS = ("合计", "小计", "总计", "共计", "累计", "总和", "汇总")
FIRST = ""  # the leftmost column, kept beside the fields until rows of sums are dropped
REMARKS = ("注:", "备注:", "说明:", "填表人", "填报人", "审核人", "制表", "填报单位", "联系人:", "数据来源", "资料来源")


@dataclass
class Sheet:
    """A table: ``cells[field]`` are that field's cells, ``rows`` the number of each row in the file (from 1)."""

    name: str | None
    matches: dict[str, Match]
    cells: dict[str, Cells]
    rows: Sequence[int]
    extra: dict[str, Any] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.rows)

    def keep(self, mask: Sequence[bool]) -> None:
        """Drop the rows whose mask is False."""
        self.rows = list(compress(self.rows, mask))
        for name, cells in self.cells.items():
            self.cells[name] = (
                cells.filter(pa.array(mask)) if isinstance(cells, pa.Array) else list(compress(cells, mask))
            )


@dataclass(frozen=True)
class Head:
    """Where a table begins: the header's row (from 0), its texts, and the units that lines above it state."""

    row: int
    headers: list[str]
    above: list[str]


def find_head(rows: Sequence[Sequence[Any]], kind: str, source: Source) -> Head | None:
    """Return the header among a table's first rows, None where no row has a name that this kind wants."""
    texts = [["" if cell is None else str(cell).strip() for cell in row] for row in rows[: headers.HEADER_WITHIN]]
    index = headers.find_header(texts, kind, source.options.mapping)
    if index is None:
        return None
    return Head(index, texts[index], units_above([cell for row in texts[:index] for cell in row if cell]))


def matched(head: Head, kind: str, source: Source) -> dict[str, Match]:
    """Return the head's fields; refuses a table whose required columns or whose mapping cannot be found."""
    matches = headers.match(head.headers, kind, source.options.mapping, source.book, head.above)
    source.book.stop_at_errors()
    return matches


def drop_unfilled(sheet: Sheet, filled: Sequence[bool], left_over: Sequence[bool], source: Source) -> None:
    """Drop rows with nothing in the columns read; those with something elsewhere are ``left_over`` and written down."""
    if not all(filled):
        cells = [(row, "") for row in compress(sheet.rows, left_over)]
        source.book.group("warning", "rows_without_fields", cells)
        sheet.keep(filled)


def without_totals(sheet: Sheet, first_cells: Cells, kind: str, source: Source) -> Sheet:
    """Drop rows of sums and remarks, with a note; their first cell or their subject's says what they are."""
    subject = sheet.cells[KINDS[kind].columns[0]]
    keep, dropped = [True] * len(sheet), []
    for cells in (first_cells, subject):
        for index, cell in _marked(cells):
            if keep[index]:
                keep[index] = False
                dropped.append((sheet.rows[index], cell))
    if dropped:
        source.book.group("note", "totals_left_out", sorted(dropped))
        sheet.keep(keep)
    return sheet


def _marked(cells: Cells) -> list[tuple[int, str]]:
    """Return (index, text) of the cells that head a sum or a remark."""
    if isinstance(cells, pa.Array):
        import pyarrow.compute as pc  # noqa: PLC0415 - tables of other formats never need it

        mask = pc.match_substring_regex(cells, r"^\s*(合|小|总|共|累|汇|注|备|说|填|审|制|联|数|资)")
        indices = pc.indices_nonzero(pc.fill_null(mask, False)).to_pylist()
        return [(index, str(cells[index])) for index in indices if _heads_a_sum(str(cells[index]))]
    return [(index, cell) for index, cell in enumerate(cells) if isinstance(cell, str) and _heads_a_sum(cell)]


def _heads_a_sum(cell: str) -> bool:
    if not cell or cell.lstrip()[:1] not in "合小总共累汇注备说填审制联数资":
        return False
    text = normal(cell)
    bare = text.split("(")[0].rstrip(":")
    return bare in TOTALS or text.startswith(REMARKS)
