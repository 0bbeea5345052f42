"""Tables as files: XLSX for people, CSV for people and machines; no cell is ever a formula."""

import io
import math
import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import xlsxwriter

from parkatlas import colours, delimited, formats, terms
from parkatlas.columns import Column, column
from parkatlas.errors import TooManyRows
from parkatlas.messages import text
from parkatlas.sheets.asking import WORKBOOK_ROWS
from parkatlas.words import widths

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from parkatlas.words import Caption

_CAPTION_ROWS = 2

_LONGEST_CELL = 32_767
_SHEET_NAME = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
_LONGEST_SHEET_NAME = 31
_NARROWEST, _WIDEST = 9, 44
_ROWS_MEASURED = 200
_A4 = 9


def to_xlsx(frame: "pd.DataFrame", caption: "Caption") -> bytes:
    """Return ``frame`` (columns of the catalogue) as a workbook of one sheet, ready to print on A4 across.

    Title and caption stand above the header; numbers, dates and texts keep their kind. Raises TooManyRows above
    ``WORKBOOK_ROWS`` rows: a CSV holds any number.
    """
    if len(frame) > WORKBOOK_ROWS:
        raise TooManyRows(len(frame), WORKBOOK_ROWS)
    file = io.BytesIO()
    # Row by row, so that a million rows do not stand in memory at once; a text is a text, whatever it begins with.
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet(_sheet_name(caption.title))
        columns = [column(str(name)) for name in frame.columns]
        _set_up(sheet, frame, columns)
        sheet.write_string(0, 0, caption.title, book.add_format({"bold": True, "font_size": 14}))
        sheet.write_string(1, 0, caption.line, book.add_format({"font_color": colours.LIGHT.secondary}))
        heading = book.add_format(
            {"bold": True, "bottom": 1, "text_wrap": True, "valign": "vcenter", "bg_color": colours.WORKBOOK["header"]}
        )
        for index, entry in enumerate(columns):
            sheet.write_string(_CAPTION_ROWS, index, entry.header, heading)
        styles = [book.add_format({"num_format": _number_format(entry)}) for entry in columns]
        for row, values in enumerate(_rows(frame, columns), start=_CAPTION_ROWS + 1):
            for index, value in enumerate(values):
                _write(sheet, (row, index), value, styles[index])
    return file.getvalue()


def to_csv(frame: "pd.DataFrame", caption: "Caption") -> bytes:
    """Return ``frame`` (columns of the catalogue) as CSV: UTF-8 with a byte order mark, for Excel.

    The caption is a last column, the same in every row: the header stays the first line for machines, nothing precedes
    or follows the rows for people who sort and filter, and rows of several months put together keep date and basis.
    """
    columns = [column(str(name)) for name in frame.columns]
    about = f"{caption.title} · {caption.line}"
    header = [*(entry.header for entry in columns), text("exports.about")]
    return delimited.to_csv(header, ((*values, about) for values in _rows(frame, columns)))


def _rows(frame: "pd.DataFrame", columns: list[Column]) -> "Iterator[tuple[Any, ...]]":
    """Yield rows of plain values: labels for codes and booleans, dates as dates, None where there is no value."""
    series = [_plain(frame.iloc[:, index], entry) for index, entry in enumerate(columns)]
    return zip(*series, strict=True)


def _plain(values: "pd.Series[Any]", entry: Column) -> list[Any]:
    """Return one column's values as exports show them."""
    objects = values.astype(object).where(values.notna(), None)
    if entry.vocabulary:
        return [value if value is None else terms.label(entry.vocabulary, str(value)) for value in objects]
    if entry.kind == "boolean":
        return [value if value is None else terms.label("yes_no", "yes" if value else "no") for value in objects]
    if entry.kind == "date":
        return [value.date() if isinstance(value, datetime) else value for value in objects]
    return list(objects)


def _write(sheet: "Worksheet", cell: tuple[int, int], value: Any, style: "Format") -> None:
    """Write one cell of the kind its value is; no value, no cell."""
    if isinstance(value, str):
        sheet.write_string(*cell, value[:_LONGEST_CELL], style)
    elif isinstance(value, date):
        sheet.write_datetime(*cell, value, style)
    elif value is not None and math.isfinite(value):
        sheet.write_number(*cell, value, style)


def _number_format(entry: Column) -> str:
    """Return how a spreadsheet shows this column: decimals by unit, thousands apart, ISO dates."""
    if entry.kind in ("date", "time"):
        return "yyyy-mm-dd" if entry.kind == "date" else "yyyy-mm-dd hh:mm"
    if entry.kind == "integer":
        return "#,##0" if entry.unit else "0"
    if entry.kind != "number" or not entry.unit:
        return "General"
    decimals = formats.DECIMALS[entry.unit]
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def _set_up(sheet: "Worksheet", frame: "pd.DataFrame", columns: list[Column]) -> None:
    """Freeze and filter the header, give each column its width, and print on A4 across, one page wide."""
    head = frame.head(_ROWS_MEASURED)
    for index, entry in enumerate(columns):
        cells = [formats.cell(entry.name, value) for value in head.iloc[:, index]]
        # The arrow of the filter takes three columns of the header.
        width = max([widths.width(entry.header) + 3, *map(widths.width, cells)])
        sheet.set_column(index, index, min(max(width + 1, _NARROWEST), _WIDEST))
    sheet.freeze_panes(_CAPTION_ROWS + 1, 1)
    sheet.autofilter(_CAPTION_ROWS, 0, _CAPTION_ROWS + len(frame), max(len(columns) - 1, 0))
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, _CAPTION_ROWS)
    sheet.set_footer("&C&P / &N")


def _sheet_name(title: str) -> str:
    """Return ``title`` as Excel takes it for a sheet's name."""
    return _SHEET_NAME.sub(" ", title).strip()[:_LONGEST_SHEET_NAME].strip() or "ParkAtlas"
