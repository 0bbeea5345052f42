"""Rows as CSV: every cell quoted, and no text a formula, with whichever separator a spreadsheet opens it."""

import csv
import io
import math
import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from parkatlas import formats

# What spreadsheets take for the begin of a formula, the wide forms too, though spaces or quotes stand before it.
_FORMULA = re.compile(r'^(?:[\s"]*[=+\-@＝＋－＠]|[\t\r\n])')
# Opened with another separator than the comma, a cell may begin within one of ours: after that, or on a new line.
_FORMULA_WITHIN = re.compile(r'([;\t|\r\n][\s"]*)(?=[=+\-@＝＋－＠])')
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_DIGITS = 12


def to_csv(header: Iterable[str], rows: Iterable[Iterable[Any]]) -> bytes:
    """Return rows of plain values as CSV: UTF-8 with a byte order mark, for Excel.

    A text that a spreadsheet would calculate gets an apostrophe before its sign, as is usual; numbers stay numbers, and
    None and NaN are empty cells.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_ALL)
    writer.writerow(map(_guarded, header))
    for first, *others in rows:
        # Opened with another separator, the whole line begins so.
        begin = f"'{first}" if isinstance(first, str) and _NUMBER.fullmatch(first) and first[0] in "+-" else first
        writer.writerow(map(_cell, (begin, *others)))
    return file.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> Any:
    """Return a cell as it is written: numbers without binary noise, times to the second, texts guarded."""
    if formats.is_none(value):
        return None
    if isinstance(value, float):
        return float(f"{value:.{_DIGITS}g}") if math.isfinite(value) else None
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    return value if isinstance(value, int) else _guarded(str(value))


def _guarded(words: str) -> str:
    """Return a text that no spreadsheet takes for a formula, in whole or from a separator on."""
    if _NUMBER.fullmatch(words):
        return words
    inside = _FORMULA_WITHIN.sub(r"\1'", words)
    return f"'{inside}" if _FORMULA.match(words) else inside
