"""Spreadsheets: which sheet is meant, and its cells by column."""

from itertools import compress
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from parkatlas import messages
from parkatlas.filetypes import KINDS, FileFormat
from parkatlas.intake import ceilings, headers
from parkatlas.intake.sheets import FIRST, Head, Sheet, drop_unfilled, find_head, matched, without_totals
from parkatlas.intake.source import Source

Rows = list[list[Any]]


def read(source: Source, kind: str, sniffed: FileFormat) -> Sheet:
    """Return the sheet that holds this kind of table; refuses a book that has none."""
    try:
        with source.path.open("rb") as file:
            book = CalamineWorkbook.from_filelike(file)
            name, rows, head = _choose(book, kind, source)
    except CalamineError as error:
        locked = "password" in str(error).lower() or "encrypt" in str(error).lower()
        raise source.book.refused(
            "file_locked" if locked else "file_broken", reason=str(error)[:200], content=sniffed.code
        ) from None
    source.book.sheet = name
    return _by_column(name, rows, head, kind, source)


def _choose(book: Any, kind: str, source: Source) -> tuple[str, Rows, Head]:
    """Return name, rows and header of the sheet asked for, or of the first visible one that reads like this kind."""
    sheets = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    visible = [sheet.name for sheet in sheets if sheet.visible == SheetVisibleEnum.Visible]
    hidden = [sheet.name for sheet in sheets if sheet.visible != SheetVisibleEnum.Visible]
    chosen = source.options.sheet
    if chosen is not None and chosen not in [*visible, *hidden]:
        raise source.book.refused("sheet_unknown", value=chosen, nearest=headers.nearest(chosen, visible) or visible)
    rest = [chosen] if chosen is not None else list(visible)
    looked: list[tuple[str, list[str]]] = []
    while rest:
        name = rest.pop(0)
        rows = _rows(book.get_sheet_by_name(name), name, source)
        if not any(map(any, rows)):
            continue
        if head := find_head(rows, kind, source):
            _say_which(name, rest, hidden, source)
            return name, rows, head
        looked.append((name, next([str(cell) for cell in row if cell != ""] for row in rows if any(row))))
    if not looked:
        raise source.book.refused("no_rows", sheets=visible, hidden=hidden)
    source.book.sheet = looked[0][0]
    fields = list(KINDS[kind].required)
    raise source.book.refused("column_missing", kind=kind, fields=fields, headers=looked[0][1])


def _rows(sheet: Any, name: str, source: Source) -> Rows:
    """Return a sheet's rows from its first cell on; refuses one of which a far cell makes more than may be."""
    source.book.sheet = name
    ceilings.check("columns", sheet.total_width, source.book)
    ceilings.check("cells", sheet.total_width * sheet.total_height, source.book)
    rows: Rows = sheet.to_python(skip_empty_area=False)
    return rows


def _say_which(name: str, rest: list[str], hidden: list[str], source: Source) -> None:
    source.book.sheet = name
    source.book.add("note", "sheet_read")
    explained = set(messages.in_every_language("intake.template_explained"))
    if left := [sheet for sheet in rest if sheet not in explained]:
        source.book.add("warning", "sheets_left_out", sheets=left)
    if hidden:
        source.book.add("note", "sheets_hidden", sheets=hidden)


def _by_column(name: str, rows: Rows, head: Head, kind: str, source: Source) -> Sheet:
    """Turn rows into columns; rows without any content are skipped, every other keeps its number."""
    matches = matched(head, kind, source)
    body = rows[head.row + 1 :]
    filled = [any(row) for row in body]
    numbers = list(compress(range(head.row + 2, len(rows) + 1), filled))
    columns = list(zip(*compress(body, filled), strict=True))
    if not columns:
        raise source.book.refused("no_rows", sheets=[name], hidden=[])
    rows.clear()
    first = next((column for column in columns if any(column)), columns[0])
    cells: dict[str, Any] = {field: list(columns[match.index]) for field, match in matches.items()}
    sheet = Sheet(name, matches, cells | {FIRST: list(first)}, numbers)
    filled = [any(values) for values in zip(*cells.values(), strict=True)]
    drop_unfilled(sheet, filled, [not value for value in filled], source)
    return without_totals(sheet, sheet.cells.pop(FIRST), kind, source)
