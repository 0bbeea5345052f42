"""What one cell means: exact readers for numbers, dates, yes and no, used where a column as a whole cannot be cast."""

import math
import re
import unicodedata
from datetime import date, datetime, timedelta
from typing import Any

from parkatlas.columns import YEARS

MISSING_WORDS = frozenset(
    [
        "nah",
        "n/a",
        "na",
        "#n/a",
        "nan",
        "null",
        "none",
        "nil",
        "-",
        "--",
        "---",
        "—",
        "——",
        "－",
        "–",
        "/",
        "\\",
        ".",
        "、",
        "？",
        "?",
        "…",
        "...",
        "无",
        "不详",
        "未知",
        "待定",
        "暂无",
        "没有",
        "空",
        "（空）",
        "(空)",
    ]
)
SENTINELS = frozenset(
    (date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1), date(1900, 1, 2), date(1901, 1, 1), date(1901, 1, 2),
     date(1970, 1, 1), date(9999, 12, 31), date(2099, 12, 31))
)  # fmt: skip
YES = frozenset(["是", "有", "√", "✓", "✔", "通", "已通", "具备", "完成", "true", "yes", "y", "1"])
NO = frozenset(["否", "无", "×", "✗", "未通", "不通", "未", "没有", "不具备", "false", "no", "n", "0"])

_NUMBER = re.compile(r"[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d*)?(e[-+]?\d{1,2})?|[-+]?\.\d+", re.IGNORECASE)
_CLOCK = r"(?:[t ]?\d{1,2}[:时]\d{1,2}(?:[:分]\d{1,2}(?:\.\d+)?秒?)?(?:z|[ap]m)?)?"
_DATE = re.compile(rf"(\d{{4}})[-/.年](\d{{1,2}})(?:[-/.月](\d{{1,2}})日?|月)?{_CLOCK}", re.IGNORECASE)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})?(?:\d{6})?")
_YEAR = re.compile(r"(\d{4})年?")
_LONGEST = 100  # characters of a number or a date
_FIRST_SERIAL, _LAST_SERIAL = 18264, 73050  # Excel's day numbers of 1950-01-01 and 2099-12-31
_EPOCH = date(1899, 12, 30)


class Unreadable(ValueError):  # noqa: N818 - what the cell is, not what went wrong
    """The cell is no value of its column's kind."""


def plain(word: str) -> str:
    """Return a cell's text in compatibility form (full-width digits become plain ones), trimmed."""
    return unicodedata.normalize("NFKC", word).strip()


def is_missing(word: str) -> bool:
    """Whether a text stands for "no value"."""
    return word.strip().lower() in MISSING_WORDS or plain(word).lower() in MISSING_WORDS


def number(cell: Any) -> float:
    """Return a cell as a number: 8,338 and １２ and 1 234 are numbers, 约500 is none (raises Unreadable)."""
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        raise Unreadable
    if isinstance(cell, str) and len(cell) > _LONGEST:
        raise Unreadable
    text = re.sub(r"\s", "", plain(str(cell)).replace("−", "-"))
    if not _NUMBER.fullmatch(text):
        raise Unreadable
    value = float(text.replace(",", ""))
    if not math.isfinite(value):
        raise Unreadable
    return value


def day(cell: Any) -> date:
    """Return a cell as a date; a month means its first day, a year its 1 January. Raises Unreadable."""
    if isinstance(cell, datetime):
        return _plausible(cell.date())
    if isinstance(cell, date):
        return _plausible(cell)
    if isinstance(cell, bool | timedelta):
        raise Unreadable
    if isinstance(cell, int | float):
        if _FIRST_SERIAL <= cell <= _LAST_SERIAL:
            return _EPOCH + timedelta(int(cell))
        cell = f"{cell:.2f}".rstrip("0").rstrip(".") if cell % 1 else str(int(cell))
    if len(str(cell)) > _LONGEST:
        raise Unreadable
    text = re.sub(r"\s+", " ", plain(str(cell)))
    text = re.sub(r" ?([-/.年月日]) ?", r"\1", text)
    for form in (_DATE, _COMPACT, _YEAR):
        if match := form.fullmatch(text):
            return _plausible(_date(*match.groups()))
    raise Unreadable


def precision(cell: Any) -> str:
    """Return how exactly a cell names a date: day, month, year, or either of January and October."""
    if isinstance(cell, date):
        return "day"
    if isinstance(cell, float) and f"{cell:.2f}".endswith(".10"):
        return "either"  # a workbook keeps 2007.10 as 2007.1
    text = plain(str(int(cell) if isinstance(cell, float) and cell % 1 == 0 else cell))
    if _YEAR.fullmatch(text):
        return "year"
    digits = re.findall(r"\d+", text)
    return "month" if len(digits) == 2 or re.fullmatch(r"\d{6}", text) else "day"  # noqa: PLR2004 - year and month


def yes(cell: Any) -> bool:
    """Return a cell as yes or no. Raises Unreadable."""
    if isinstance(cell, bool):
        return cell
    text = words(cell).lower()
    if text in YES or text in NO:
        return text in YES
    raise Unreadable


def words(cell: Any) -> str:
    """Return a cell as text: 5.0 reads 5, a date reads 2007-02-05."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and not (cell.hour or cell.minute or cell.second):
        return cell.date().isoformat()
    return " ".join(str(cell).split())


def _date(year: str, month: str | None = None, day_of_month: str | None = None) -> date:
    try:
        return date(int(year), int(month or 1), int(day_of_month or 1))
    except ValueError:
        raise Unreadable from None


def _plausible(value: date) -> date:
    if value in SENTINELS or value.year in YEARS:
        return value
    raise Unreadable
