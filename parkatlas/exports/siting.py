"""落户比选单 - the comparison of sites as one A4 page: the project, the ranking, the conditions, what to change."""

import io
from typing import TYPE_CHECKING, Any

import xlsxwriter

from parkatlas import colours, formats, terms
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words import siting, widths

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from xlsxwriter.worksheet import Worksheet

    from parkatlas.analysis.siting import Comparison
    from parkatlas.words import Caption

_A4 = 9
_MOST = 10  # parks on one page; the others stand in the exported table
_LINE = 15  # points
_SECONDARY = {"font_color": colours.LIGHT.secondary}
_WIDTHS = (19, 9, 22, 14, 24, 18, 20, 16, 30)
_RANKED = ("park_name", "siting_place", "siting_score", *siting.SCORES)
_CHECKED = ("park_name", "siting_verdict", *(f"{name}_check" for name in siting.CONDITIONS), "needed_change")


def to_xlsx(comparison: "Comparison", name: str, weights: "Mapping[str, float]", caption: "Caption") -> bytes:
    """Return the sheet of a project as a workbook that prints on one A4 page across."""
    file = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet(text("siting.sheet_title"))
        page = _Page(book, sheet)
        page.line(text("siting.sheet_title"), {"bold": True, "font_size": 16, "align": "center"})
        page.line(caption.line, _SECONDARY | {"align": "center"})
        page.line(_project(comparison, name), {"bold": True})
        page.line(siting.finding(comparison))
        table = siting.table(comparison)
        page.table(table[table["siting_verdict"] == "pass"], _RANKED)
        page.table(table, [name for name in _CHECKED if name in table])
        page.line(text("siting.sheet_weights", weights=_weights(weights)), _SECONDARY)
        page.line("")
        page.line(text("siting.sheet_sign"))
        page.set_up()
    return file.getvalue()


class _Page:
    """The sheet while it is written, line by line from the top."""

    def __init__(self, book: Any, sheet: "Worksheet") -> None:
        self.book, self.sheet, self.row = book, sheet, 0

    def line(self, words: str, style: dict[str, Any] | None = None) -> None:
        """Write words over the whole width, in as many lines as they need."""
        usual = {"text_wrap": True, "valign": "vcenter", "font_size": 11}
        merged = self.book.add_format(usual | (style or {}))
        self.sheet.merge_range(self.row, 0, self.row, len(_WIDTHS) - 1, "", merged)
        self.sheet.write_string(self.row, 0, words, merged)
        size = (style or {}).get("font_size", 11) / 11
        self.sheet.set_row(self.row, _LINE * size * _lines(words, sum(_WIDTHS)) + 5)
        self.row += 1

    def table(self, rows: "pd.DataFrame", columns: "Sequence[str]") -> None:
        """Write the first rows of a table under its header and how many are left out; nothing of an empty one."""
        if rows.empty:
            return
        common = {"text_wrap": True, "valign": "vcenter", "border": 1, "font_size": 10}
        head = self.book.add_format(common | {"bold": True, "bg_color": colours.WORKBOOK["header"], "align": "center"})
        self._cells([column(name).header for name in columns], head)
        for _, row in rows.head(_MOST).iterrows():
            self._cells([formats.cell(name, row[name]) for name in columns], self.book.add_format(common))
        if len(rows) > _MOST:
            self.line(text("siting.more_changes", count=len(rows) - _MOST), _SECONDARY)
        self.row += 1

    def set_up(self) -> None:
        """Give the columns their widths and print all on one page."""
        for index, width in enumerate(_WIDTHS):
            self.sheet.set_column(index, index, width)
        self.sheet.set_landscape()
        self.sheet.set_paper(_A4)
        self.sheet.set_margins(0.4, 0.4, 0.5, 0.5)
        self.sheet.center_horizontally()
        self.sheet.print_area(0, 0, self.row - 1, len(_WIDTHS) - 1)
        self.sheet.fit_to_pages(1, 1)

    def _cells(self, words: list[str], style: Any) -> None:
        """Write one row; its last cell takes what is left of the width."""
        last = len(words) - 1
        for index, word in enumerate(words):
            if index == last < len(_WIDTHS) - 1:
                self.sheet.merge_range(self.row, index, self.row, len(_WIDTHS) - 1, "", style)
            self.sheet.write_string(self.row, index, word, style)
        columns = (*_WIDTHS[:last], sum(_WIDTHS[last:]))
        lines = max(_lines(word, width) for word, width in zip(words, columns, strict=True))
        self.sheet.set_row(self.row, _LINE * lines + 4)
        self.row += 1


def _project(comparison: "Comparison", name: str) -> str:
    need = comparison.need
    return text(
        "siting.sheet_project",
        name=name,
        industries=text("siting.list_comma").join(need.industries) or formats.NONE,
        money=formats.money(need.fai_wan),
        land=formats.quantity(need.land_mu, "亩"),
    )


def _weights(weights: "Mapping[str, float]") -> str:
    shares = (text("siting.share", name=term.label, share=weights[term.code]) for term in terms.SITING_CRITERIA)
    return text("siting.list_comma").join(shares)


def _lines(words: str, width: float) -> int:
    """Return how many lines words take in a column so wide."""
    return max(1, -(-widths.width(words) // max(1, int(width) - 1)))
