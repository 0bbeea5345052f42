"""落户比选单 - the comparison of sites as one A4 page: the project, the ranking, the conditions, what to change."""

import io
from typing import TYPE_CHECKING, Any

import xlsxwriter

from parkatlas import formats, terms
from parkatlas.briefing import siting
from parkatlas.briefing.tables import text_width
from parkatlas.columns import column
from parkatlas.messages import text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xlsxwriter.worksheet import Worksheet

    from parkatlas.analysis.siting import Comparison
    from parkatlas.briefing.caption import Caption

_A4 = 9
_MOST = 12  # parks on one page; the others stand in the exported table
_LINE = 15  # points
_PLACE, _NAME, _MARK, _NARROW, _WIDE = 5, 20, 9, 15, 30
_WIDTHS = {"siting_place": _PLACE, "park_name": _NAME, "siting_verdict": _MARK, "siting_score": _MARK}


def to_xlsx(found: "Comparison", name: str, weights: "Mapping[str, float]", caption: "Caption") -> bytes:
    """Return the sheet of a project as a workbook that prints on one A4 page across."""
    file = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet(text("siting.sheet_title"))
        page = _Page(book, sheet, found)
        page.line(text("siting.sheet_title"), {"bold": True, "font_size": 16, "align": "center"})
        page.line(caption.line, {"font_color": "#5B6773", "align": "center"})
        page.line(_project(found, name), {"bold": True})
        page.line(siting.finding(found))
        page.parks()
        page.line(text("siting.sheet_weights", weights=_weights(weights)), {"font_color": "#5B6773"})
        page.line("")
        page.line(text("siting.sheet_sign"))
        page.set_up()
    return file.getvalue()


class _Page:
    """The sheet while it is written, line by line from the top."""

    def __init__(self, book: Any, sheet: "Worksheet", found: "Comparison") -> None:
        self.book, self.sheet, self.row = book, sheet, 0
        table = siting.table(found).drop(columns=["park_id", "siting_move"])
        self.rows = table.head(_MOST)
        self.widths = [_width(name) for name in table.columns]

    def line(self, words: str, style: dict[str, Any] | None = None) -> None:
        """Write words over the whole width, in as many lines as they need."""
        usual = {"text_wrap": True, "valign": "vcenter", "font_size": 11}
        merged = self.book.add_format(usual | (style or {}))
        self.sheet.merge_range(self.row, 0, self.row, len(self.widths) - 1, "", merged)
        self.sheet.write_string(self.row, 0, words, merged)
        size = (style or {}).get("font_size", 11) / 11
        self.sheet.set_row(self.row, _LINE * size * _lines(words, sum(self.widths)) + 5)
        self.row += 1

    def parks(self) -> None:
        """Write the table of parks."""
        common = {"text_wrap": True, "valign": "vcenter", "border": 1, "font_size": 10}
        head = self.book.add_format(common | {"bold": True, "bg_color": "#F6F7F9", "align": "center"})
        cell, middle = self.book.add_format(common), self.book.add_format(common | {"align": "center"})
        self._cells([column(name).header for name in self.rows.columns], [head] * len(self.widths))
        styles = [middle if name in _WIDTHS and name != "park_name" else cell for name in self.rows.columns]
        for _, row in self.rows.iterrows():
            self._cells([formats.cell(name, value) for name, value in row.items()], styles)

    def set_up(self) -> None:
        """Give the columns their widths and print all on one page."""
        for place, width in enumerate(self.widths):
            self.sheet.set_column(place, place, width)
        self.sheet.set_landscape()
        self.sheet.set_paper(_A4)
        self.sheet.set_margins(0.4, 0.4, 0.5, 0.5)
        self.sheet.center_horizontally()
        self.sheet.fit_to_pages(1, 1)

    def _cells(self, words: list[str], styles: list[Any]) -> None:
        for place, (said, style) in enumerate(zip(words, styles, strict=True)):
            self.sheet.write_string(self.row, place, said, style)
        lines = max(_lines(said, width) for said, width in zip(words, self.widths, strict=True))
        self.sheet.set_row(self.row, _LINE * lines + 4)
        self.row += 1


def _project(found: "Comparison", name: str) -> str:
    need = found.need
    return text(
        "siting.sheet_project",
        name=name,
        industries=text("siting.list_comma").join(need.industries) or formats.NONE,
        money=formats.money(need.fai_wan),
        land=formats.quantity(need.land_mu, "亩"),
    )


def _weights(weights: "Mapping[str, float]") -> str:
    said = (text("siting.share", name=term.label, share=weights[term.code]) for term in terms.SITING_CRITERIA)
    return text("siting.list_comma").join(said)


def _width(name: str) -> int:
    return _WIDTHS.get(name, _WIDE if name == "needed_change" else _NARROW)


def _lines(words: str, width: float) -> int:
    """Return how many lines words take in a column so wide."""
    return max(1, -(-text_width(words) // max(1, int(width) - 1)))
