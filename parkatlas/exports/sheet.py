"""A sheet as text, Markdown or JSON: the same finding, figures, charts and tables as on its page."""

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from parkatlas import formats
from parkatlas.messages import text
from parkatlas.sheets import Chart, Choice, Facts, Listing, Scene, Sheet, Table, Text, catalogued, flat
from parkatlas.words import widths

if TYPE_CHECKING:
    import pandas as pd

    from parkatlas.columns import Column
    from parkatlas.sheets import Block

_MOST_ROWS = 50  # of a table in text; the table's own file holds all
_GAP = "  "

Lines = Callable[[list[str], list[list[str]]], list[str]]


def to_text(sheet: Sheet) -> str:
    """Return a sheet for a terminal: titles underlined, tables in columns."""
    return "\n".join(_lines(sheet, _heading_in_text, _columns)) + "\n"


def to_markdown(sheet: Sheet) -> str:
    """Return a sheet as Markdown, people's words escaped."""
    return "\n".join(_lines(sheet, _heading_in_markdown, _pipes)) + "\n"


def to_json(sheet: Sheet) -> str:
    """Return a sheet for programs: codes and numbers as they are, each block with the question that it answers."""
    return json.dumps(
        {
            "page": sheet.page,
            "title": sheet.caption.title,
            "caption": sheet.caption.line,
            "lacks": sheet.lacks,
            "finding": sheet.finding,
            "figures": [vars(figure) for figure in sheet.figures],
            "blocks": [_facts(block) for block in flat(sheet.blocks) if not isinstance(block, Choice)],
        },
        ensure_ascii=False,
        indent=2,
        default=str,
    )


def _lines(sheet: Sheet, heading: Callable[[str, int], list[str]], table: Lines) -> list[str]:
    figures = [[f.label, f"{f.value} {f.unit}".rstrip(), f.compared] for f in sheet.figures]
    lines = [*heading(sheet.caption.title, 1), sheet.caption.line, "", sheet.finding, ""]
    if sheet.lacks:
        lines += [text(f"pages.empty_{sheet.lacks}"), ""]
    if figures:
        lines += [*table([], figures), ""]
    for block in flat(sheet.blocks):
        lines += _block(block, heading, table)
    return lines


def _block(block: "Block", heading: Callable[[str, int], list[str]], table: Lines) -> list[str]:
    match block:
        case Text():
            return heading(block.words, 2) if block.kind in {"part", "heading"} else [block.words, ""]
        case Facts():
            pairs = [list(pair) for pair in block.pairs]
            return [*heading(block.caption.title, 2), *_remarks(block), *(table([], pairs) if pairs else []), ""]
        case Listing():
            numbered = [[str(number), one] for number, one in enumerate(block.sentences, start=1)]
            return [*heading(block.caption.title, 2), *_remarks(block), *(table([], numbered) if numbered else []), ""]
        case Chart() | Table() | Scene():
            columns = _columns_of(block)
            titles = [*heading(block.caption.title, 2), *_remarks(block)]
            if block.rows.empty:
                return [*titles, getattr(block, "nothing", "") or text("pages.no_rows"), ""]
            rows = _cells(block.rows.head(_MOST_ROWS), columns)
            more = [text("pages.first_rows", count=_MOST_ROWS), ""] if len(block.rows) > _MOST_ROWS else []
            return [*titles, *more, *table([column.label for column in columns.values()], rows), ""]
        case _:
            return []


def _remarks(block: Chart | Table | Scene | Facts | Listing) -> list[str]:
    """Return what stands under the title of a block; how much of a table is shown depends on where that is."""
    is_cut = isinstance(block, Table) and len(block.rows) > _MOST_ROWS
    remarks = getattr(block, "sentence", ""), "" if is_cut else getattr(block, "note", "")
    return [line for remark in remarks if remark for line in (remark, "")]


def _columns_of(block: Chart | Table | Scene) -> "Mapping[str, Column]":
    """Return the columns to print of a block: those shown, of a chart its own, else all but ids."""
    if isinstance(block.columns, Mapping):
        return block.columns
    names = block.columns or [name for name in block.rows.columns if not str(name).endswith(("_id", "_key"))]
    return catalogued(names)


def _cells(rows: "pd.DataFrame", columns: "Mapping[str, Column]") -> list[list[str]]:
    cells = [[formats.cell_of(column, value) for value in rows[name]] for name, column in columns.items()]
    return [list(row) for row in zip(*cells, strict=True)]


def _heading_in_text(title: str, level: int) -> list[str]:
    return [title, ("=" if level == 1 else "-") * widths.width(title), ""]


def _heading_in_markdown(title: str, level: int) -> list[str]:
    return [f"{'#' * level} {_escaped(title)}", ""]


def _columns(header: list[str], rows: list[list[str]]) -> list[str]:
    """Return rows in columns as wide as their widest cells; a Chinese character takes two columns."""
    lines = [[cell.replace("\n", " ") for cell in row] for row in ([header] if header else []) + rows]
    widest = [max(map(widths.width, column)) for column in zip(*lines, strict=True)]
    return [_GAP.join(_padded(cell, width) for cell, width in zip(row, widest, strict=True)).rstrip() for row in lines]


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - widths.width(cell))


def _pipes(header: list[str], rows: list[list[str]]) -> list[str]:
    """Return rows as a table of Markdown; one without a header has an empty one."""
    head = header or [""] * len(rows[0])
    lines = [head, ["---"] * len(head), *([_escaped(cell) for cell in row] for row in rows)]
    return [f"| {' | '.join(line)} |" for line in lines]


def _escaped(words: str) -> str:
    """Return people's words so that Markdown shows them as they are, in one line."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]<>()#+-!|~$&" else char for char in words.replace("\n", " "))


def _facts(block: Any) -> dict[str, object]:
    """Return one block for programs."""
    if isinstance(block, Text):
        return {"kind": "text", "said": block.words}
    facts: dict[str, object] = {"kind": type(block).__name__.lower(), "key": block.key, "title": block.caption.title}
    facts |= {"caption": block.caption.line, "query": block.question.query, "params": dict(block.question.params)}
    remarks = {"told": getattr(block, "sentence", ""), "note": getattr(block, "note", "")}
    facts |= {name: remark for name, remark in remarks.items() if remark}
    if isinstance(block, Listing):
        return facts | {"said": list(block.sentences)}
    if isinstance(block, Facts):
        return facts | {"facts": dict(block.pairs)}
    rows = block.rows[list(_columns_of(block))]
    return facts | {"rows": json.loads(rows.to_json(orient="records", date_format="iso", force_ascii=False))}
