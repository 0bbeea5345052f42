"""Text tables: character set, delimiter, header and cells, every cell as text."""

import codecs
import csv
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from mmap import ACCESS_READ, mmap
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from parkatlas.filetypes import KINDS, FileFormat
from parkatlas.intake import ceilings, encodings, headers
from parkatlas.intake.sheets import FIRST, Sheet, drop_unfilled, find_head, matched, without_totals
from parkatlas.intake.source import Source

DELIMITERS = ",\t;|"


def read(source: Source, kind: str, _: FileFormat) -> Sheet:
    """Return the table of a text file; refuses one without a header or with rows of another width than it."""
    with source.path.open("rb") as file:
        raw: bytes | mmap = mmap(file.fileno(), 0, access=ACCESS_READ)
    encoding = _encoding(raw, source)
    if encoding not in ("utf-8", "utf-8-sig"):
        try:
            raw = raw[:].decode(encoding).encode()
        except UnicodeDecodeError as error:
            raise source.book.refused("encoding_wrong", value=encoding, position=error.start) from None
    start = raw[: 1 << 16].decode("utf-8-sig", "replace")
    delimiter = max(DELIMITERS, key=start.count)
    lines = start.splitlines()[: headers.HEADER_WITHIN]
    head = find_head(list(csv.reader(lines, delimiter=delimiter)), kind, source)
    if head is None:
        first = next((line for line in lines if line.strip()), "")
        raise source.book.refused(
            "column_missing", kind=kind, fields=list(KINDS[kind].required), headers=first.split(delimiter)
        )
    ceilings.check("columns", len(head.headers), source.book)
    table, rows = _table(raw, delimiter, head.row, len(head.headers), source)
    ceilings.check("rows", len(rows), source.book)
    matches = matched(head, kind, source)
    if not len(rows):
        raise source.book.refused("no_rows", sheets=[source.file_name], hidden=[])
    sheet = Sheet(None, matches, {field: table[match.index] for field, match in matches.items()}, rows)
    filled = _filled(list(sheet.cells.values()))
    sheet.cells |= {FIRST: table[0]}
    if not pc.all(filled).as_py():
        left_over = pc.and_(_filled(table), pc.invert(filled))
        drop_unfilled(sheet, filled.to_pylist(), left_over.to_pylist(), source)
    return without_totals(sheet, sheet.cells.pop(FIRST), kind, source)


def _filled(columns: list[Any]) -> pa.Array:
    """Return which records hold anything in these columns; stops at the column with which all records are filled."""
    filled = pc.not_equal(pc.utf8_trim_whitespace(columns[0]), "")
    for column in columns[1:]:
        if pc.all(filled).as_py():
            break
        filled = pc.or_(filled, pc.not_equal(pc.utf8_trim_whitespace(column), ""))
    return filled


def _encoding(raw: bytes | mmap, source: Source) -> str:
    chosen = source.options.encoding
    if chosen is not None and not encodings.is_known(chosen):
        raise source.book.refused("encoding_unknown", value=chosen)
    encoding = codecs.lookup(chosen).name if chosen else encodings.guess(raw)
    if chosen and (broken := encodings.breaks_at(raw[:], encoding)) is not None:
        raise source.book.refused("encoding_wrong", value=chosen, position=broken)
    if encoding not in ("utf-8", "utf-8-sig"):
        source.book.add("note", "encoding_found", value=encoding)
    return encoding


def _table(
    raw: bytes | mmap, delimiter: str, above: int, width: int, source: Source
) -> tuple[list[pa.Array], Sequence[int]]:
    """Return the columns as text and the row number of each record; a row of another width is an error."""
    wrong: list[tuple[int, str]] = []
    blank: set[int] = set()

    def other_width(row: arrow_csv.InvalidRow) -> str:
        if row.text.strip(f"{delimiter}\r\n \t"):
            wrong.append((row.number, row.text))
        else:
            blank.add(row.number)
        return "skip"

    try:
        table = _read(raw, delimiter, above, width)
    except pa.ArrowInvalid:  # a row of another width: only one thread knows its number
        table = _read(raw, delimiter, above, width, other_width)
    source.book.group("error", "row_width", wrong, width=width)
    with ThreadPoolExecutor() as pool:  # arrow lets go of the interpreter while it copies
        columns = list(pool.map(pa.ChunkedArray.combine_chunks, table.columns))
    skipped = blank | {number for number, _ in wrong}
    rows = range(above + 2, above + 2 + table.num_rows + len(skipped))
    return columns, [row for row in rows if row not in skipped] if skipped else rows


def _read(
    raw: bytes | mmap,
    delimiter: str,
    above: int,
    width: int,
    other_width: Callable[[arrow_csv.InvalidRow], str] | None = None,
) -> pa.Table:
    names = [str(index) for index in range(width)]
    return arrow_csv.read_csv(
        pa.BufferReader(raw),
        arrow_csv.ReadOptions(
            use_threads=other_width is None, skip_rows=above + 1, column_names=names, block_size=16 << 20
        ),
        arrow_csv.ParseOptions(
            delimiter=delimiter,
            newlines_in_values=raw.find(b'"') >= 0,  # to look for them doubles the time
            ignore_empty_lines=False,
            invalid_row_handler=other_width,
        ),
        arrow_csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False),
    )
