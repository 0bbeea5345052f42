"""Cells by column turned into typed columns: whole columns at once, only the cells left over by the exact cell readers.

A column is read in two parts. What is already a value of its kind (a number in a workbook, plain digits in a text
table) is cast as a whole; every distinct other cell is read once by ``values`` and put back in its places.
"""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from parkatlas import terms
from parkatlas.columns import CATALOGUE
from parkatlas.intake import values
from parkatlas.intake.ceilings import NAME_LONGEST, TEXT_LONGEST
from parkatlas.intake.cells import Cells, at, listed, split_numbers, trim
from parkatlas.intake.headers import Match, nearest
from parkatlas.intake.notebook import Notebook
from parkatlas.intake.quoting import INVISIBLE
from parkatlas.intake.sheets import Sheet
from parkatlas.intake.typed import TypedTable

_BLANK = "␣"
# Words for "no value" in every mixture of capitals: nan, NaN, NAN, …
_MISSING = pa.array(
    sorted({"".join(form) for word in values.MISSING_WORDS for form in product(*zip(word, word.upper(), strict=True))})
)
CODE_LIMIT = 1e15  # from here on a number in a workbook has lost digits


def read(sheet: Sheet, book: Notebook) -> TypedTable:
    """Return the sheet's columns typed and in the catalogue's units; faults and missing words are written down."""
    table = TypedTable({}, sheet.rows, sheet.matches)
    readers = [_Column(match, sheet.cells[name], table, book) for name, match in sheet.matches.items()]
    with ThreadPoolExecutor() as pool:  # arrow lets go of the interpreter while it computes
        table.columns |= zip(sheet.matches, pool.map(_Column.typed, readers), strict=True)
    gaps = Counter[str]()
    for reader in readers:
        book.take_over(reader.book)
        gaps += reader.missing_words
    if gaps:
        columns = [f"{each.match.header} {count}" for each in readers if (count := each.missing_words.total())]
        book.add("warning", "missing_words", value="、".join(gaps), count=gaps.total(), columns=columns)
    sentinels = sorted((cell for each in readers for cell in each.sentinels), key=lambda cell: cell[0] or 0)
    columns = [f"{each.match.header} {len(each.sentinels)}" for each in readers if each.sentinels]
    book.group("warning", "missing_dates", sentinels, columns=columns)
    return table


class _Column:
    """The reading of one column, in a thread beside the others: its findings go to a notebook of its own."""

    def __init__(self, match: Match, cells: Cells, table: TypedTable, book: Notebook) -> None:
        self.match, self.cells, self.table, self.book = match, cells, table, Notebook(book.file, book.sheet)
        self.column = CATALOGUE[match.field]
        self.missing_words: Counter[str] = Counter()
        self.sentinels: list[tuple[int, Any]] = []

    def typed(self) -> pa.Array:
        """Return the column as an arrow array of its kind, null where a cell is missing or at fault."""
        if self.column.vocabulary:
            return self._distinct(self._term, pa.string(), "not_a_term")
        if self.column.kind == "text":
            return self._text()
        if self.column.kind == "date":
            return self._dates()
        if self.column.kind == "boolean":
            return self._distinct(values.yes, pa.bool_(), "not_a_yes", words_first=False)
        return self._numbers()

    def _numbers(self) -> pa.Array:
        native, left = split_numbers(self.cells)
        merged = native
        if left is not None:
            merged = pc.coalesce(native, self._distinct(values.number, pa.float64(), "not_a_number", cells=left))
        if self.match.factor != 1:
            merged = pc.multiply(merged, self.match.factor)
        return self._whole(merged) if self.column.kind == "integer" else merged

    def _whole(self, numbers: pa.Array) -> pa.Array:
        broken = pc.not_equal(numbers, pc.floor(numbers))
        cells = [
            (self.table.rows[i], numbers[i].as_py())
            for i in pc.indices_nonzero(pc.fill_null(broken, False)).to_pylist()
        ]
        self.book.group("error", "not_whole", cells, column=self.match.header, field=self.match.field)
        return pc.cast(pc.floor(numbers), pa.int64())

    def _text(self) -> pa.Array:
        if isinstance(self.cells, pa.Array):
            raw = self.cells
        else:
            raw = pa.array([cell if cell.__class__ is str else values.words(cell) for cell in self.cells], pa.string())
            self._digits_lost()
        trimmed = trim(raw)
        if trimmed is not raw and pc.any(pc.match_substring_regex(trimmed, r"\s{2,}|[\n\r\t]")).as_py():
            trimmed = pc.replace_substring_regex(trimmed, r"\s+", " ")
        self._say_unfit(trimmed)
        missing = pc.is_in(trimmed, _MISSING)
        gone = pc.or_(missing, pc.equal(trimmed, ""))
        if not pc.any(gone).as_py():
            return trimmed
        self._count_missing(raw.filter(pc.and_(gone, pc.not_equal(raw, ""))).to_pylist())
        return pc.if_else(gone, None, trimmed)

    def _say_unfit(self, texts: pa.Array) -> None:
        """Write down texts with controls that nobody sees, and names and texts that are too long."""
        is_name = self.match.field.endswith(("_name", "_id"))
        code, longest = ("name_too_long", NAME_LONGEST) if is_name else ("text_too_long", TEXT_LONGEST)
        about: dict[str, Any] = {"column": self.match.header, "field": self.match.field}
        self._say_where(pc.match_substring_regex(texts, INVISIBLE), texts, "invisible", **about)
        self._say_where(pc.greater(pc.utf8_length(texts), longest), texts, code, most=longest, **about)

    def _say_where(self, mask: pa.Array, texts: pa.Array, code: str, **about: Any) -> None:
        if pc.any(mask).as_py():
            cells = [(self.table.rows[index], texts[index].as_py()) for index in pc.indices_nonzero(mask).to_pylist()]
            self.book.group("error", code, cells, **about)

    def _digits_lost(self) -> None:
        """Warn of codes that a workbook keeps as numbers: digits after the fifteenth are gone there already."""
        lost = [(row, cell) for row, cell in zip(self.table.rows, self.cells, strict=True)
                if cell.__class__ is float and abs(cell) >= CODE_LIMIT]  # fmt: skip
        self.book.group(
            "warning", "digits_lost", [(row, f"{cell:.0f}") for row, cell in lost], column=self.match.header
        )

    def _dates(self) -> pa.Array:
        coarse: dict[str, set[Any]] = {"month": set(), "year": set(), "either": set()}

        def reader(cell: Any) -> Any:
            day = values.day(cell)
            if (grain := values.precision(cell)) != "day" and day not in values.SENTINELS:
                coarse[grain].add(cell)
            return day

        dates = self._distinct(reader, pa.date32(), "not_a_date")
        sentinel = pc.is_in(dates, pa.array(sorted(values.SENTINELS), pa.date32()))
        for index in pc.indices_nonzero(pc.fill_null(sentinel, False)).to_pylist():
            self.sentinels.append((self.table.rows[index], values.words(at(self.cells, index))))
        self._say_coarse(coarse)
        return pc.if_else(pc.fill_null(sentinel, False), None, dates)

    def _say_coarse(self, coarse: dict[str, set[Any]]) -> None:
        for grain, level in (("month", "note"), ("year", "warning"), ("either", "warning")):
            if coarse[grain]:
                self._group(level, f"date_by_{grain}", coarse[grain])

    def _term(self, cell: Any) -> str:
        word = values.words(cell)
        term = terms.find(self.column.vocabulary, word)
        if term is not None:
            return term.code
        raise values.Unreadable

    def _distinct(
        self,
        reader: Callable[[Any], Any],
        kind: pa.DataType,
        fault: str,
        *,
        cells: Cells | None = None,
        words_first: bool = True,
    ) -> pa.Array:
        """Read every distinct cell once; ``words_first`` takes missing words out before the reader sees them."""
        cells = self.cells if cells is None else cells
        coded = cells.dictionary_encode() if isinstance(cells, pa.Array) else None
        distinct = set(cells) - {None} if coded is None else coded.dictionary.to_pylist()
        meaning: dict[Any, Any] = {None: None}
        wrong, gone = set[Any](), set[Any]()
        for cell in distinct:
            meaning[cell] = None
            if (isinstance(cell, str) and not cell.strip()) or (
                words_first and isinstance(cell, str) and values.is_missing(cell)
            ):
                gone.add(cell)
                continue
            try:
                meaning[cell] = reader(cell)
            except values.Unreadable:
                (gone if isinstance(cell, str) and values.is_missing(cell) else wrong).add(cell)
        if gone - {""}:
            self._count_missing([cell for cell in listed(cells) if cell in gone and cell != ""])
        if wrong:
            self._wrong(fault, wrong, meaning)
        if coded is not None:
            return pa.array([meaning[cell] for cell in distinct], kind).take(coded.indices)
        return pa.array([meaning[cell] for cell in cells], kind)

    def _wrong(self, fault: str, wrong: set[Any], meaning: dict[Any, Any]) -> None:
        """Write down unreadable cells; a region nobody listed counts as elsewhere."""
        if self.column.vocabulary == "source_region":
            meaning.update(dict.fromkeys(wrong, "other"))
            self._group("warning", "region_other", wrong)
            return
        about: dict[str, Any] = {}
        if fault == "not_a_term":
            words = [
                name for term in terms.VOCABULARIES[self.column.vocabulary] for name in (*term.labels, *term.aliases)
            ]
            first = next(cell for cell in listed(self.cells) if cell in wrong)
            about = {"vocabulary": self.column.vocabulary, "nearest": nearest(str(first), words)}
        self._group("error", fault, wrong, **about)

    def _group(self, level: str, code: str, cells: set[Any], **about: Any) -> None:
        rows = [
            (row, values.words(cell))
            for row, cell in zip(self.table.rows, listed(self.cells), strict=True)
            if cell in cells
        ]
        self.book.group(level, code, rows, column=self.match.header, field=self.match.field, **about)
        if level == "error":
            self.table.unread.setdefault(self.match.field, set()).update(row for row, _ in rows)

    def _count_missing(self, words: list[str]) -> None:
        self.missing_words.update(word.strip() or _BLANK for word in words)
