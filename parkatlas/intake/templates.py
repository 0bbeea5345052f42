"""Templates to fill in: one sheet with the catalogue's headers and drop-downs, one that explains every column."""

from pathlib import Path
from typing import IO, Any

from parkatlas import colours, messages, terms
from parkatlas.columns import Column, column
from parkatlas.filetypes import KINDS

# Kinds of files that people write; the others are drawn.
TEMPLATES = tuple(kind for kind in KINDS if KINDS[kind].required)
ROWS = 5000  # rows that get drop-downs and checks
EXAMPLES = {
    "text": "", "integer": "2026", "number": "120.5", "date": "2026-03-15", "boolean": "是",
}  # fmt: skip


def template_name(kind: str) -> str:
    """Return the file name of a kind's template in the language in use."""
    return messages.text("intake.template_file", kind=terms.label("import_kind", kind))


def write_template(kind: str, path_or_file: str | Path | IO[bytes]) -> None:
    """Write a kind's template as xlsx, in the language in use. Raises KeyError for a kind that has none."""
    if kind not in TEMPLATES:
        raise KeyError(kind)
    import xlsxwriter  # noqa: PLC0415 - reading never waits for the writer

    target = str(path_or_file) if isinstance(path_or_file, Path) else path_or_file
    with xlsxwriter.Workbook(target, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet(terms.label("import_kind", kind))
        words = book.add_worksheet(messages.text("intake.template_words"))
        _fill_in(book, sheet, words, kind)
        _explain(book, book.add_worksheet(messages.text("intake.template_explained")), kind)
        words.hide()


def _fill_in(book: Any, sheet: Any, words: Any, kind: str) -> None:
    """Write headers (required ones coloured), formats, drop-downs and checks."""
    common = {"bold": True, "border": 1, "text_wrap": True, "valign": "vcenter", "align": "center"}
    must, may = (book.add_format(common | {"bg_color": colours.WORKBOOK[name]}) for name in ("required", "field"))
    formats = {"date": book.add_format({"num_format": "yyyy-mm-dd"}), "text": book.add_format({"num_format": "@"})}
    sheet.set_row(0, 36)
    sheet.freeze_panes(1, 1)
    for index, name in enumerate(KINDS[kind].columns):
        about = column(name)
        sheet.write_string(0, index, about.header, must if name in KINDS[kind].required else may)
        sheet.set_column(index, index, max(12, min(24, 2 * len(about.header))), formats.get(about.kind))
        _check(sheet, words, index, about)


def _check(sheet: Any, words: Any, index: int, about: Column) -> None:
    """Let a column take only what the reader will understand."""
    choices = _choices(about)
    rule: dict[str, Any] | None = None
    if choices:
        words.write_column(0, index, choices)
        letter = _letter(index)
        source = f"={words.get_name()!r}!${letter}$1:${letter}${len(choices)}"
        rule = {"validate": "list", "source": source}
    elif about.kind in ("number", "integer"):
        free = about.unit == "度"
        rule = {"validate": "decimal", "criteria": "between", "minimum": -180 if free else 0, "maximum": 1e12}
    elif about.kind == "date":
        rule = {"validate": "custom", "value": f"=ISNUMBER({_letter(index)}2)"}
    if rule:
        message = {"error_title": about.label, "error_message": about.meaning[:220], "error_type": "warning"}
        sheet.data_validation(1, index, ROWS, index, rule | message)


def _choices(about: Column) -> list[str]:
    if about.vocabulary:
        return [term.label for term in terms.VOCABULARIES[about.vocabulary]]
    return [messages.text("intake.yes"), messages.text("intake.no")] if about.kind == "boolean" else []


def _letter(index: int) -> str:
    from xlsxwriter.utility import xl_col_to_name  # noqa: PLC0415 - as above

    return str(xl_col_to_name(index))


def _explain(book: Any, sheet: Any, kind: str) -> None:
    """Say of every column what it means, its unit, whether it must be filled, and what one looks like."""
    bold, wrapped = (
        book.add_format({"bold": True, "bg_color": colours.WORKBOOK["field"]}),
        book.add_format({"text_wrap": True, "valign": "top"}),
    )
    must = book.add_format({"text_wrap": True, "valign": "top", "bg_color": colours.WORKBOOK["required"]})
    sheet.write(0, 0, messages.text("intake.template_intro", kind=terms.label("import_kind", kind)))
    sheet.write_row(
        2,
        0,
        [messages.text(f"intake.template_{name}") for name in ("column", "required", "unit", "meaning", "example")],
        bold,
    )
    for row, name in enumerate(KINDS[kind].columns, 3):
        about, needed = column(name), name in KINDS[kind].required
        must_say = messages.text("intake.yes") if needed else ""
        texts = (about.header, must_say, about.unit_label, about.meaning, _example(about))
        for index, text in enumerate(texts):
            sheet.write_string(row, index, text, must if needed and index == 0 else wrapped)
    for index, width in enumerate((26, 10, 10, 60, 40)):
        sheet.set_column(index, index, width)


def _example(about: Column) -> str:
    choices = _choices(about)
    return " / ".join(choices) if choices else EXAMPLES[about.kind]
