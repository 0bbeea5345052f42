"""Numbers, money, land and dates as people read them; "—" where there is no value."""

import math
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, localcontext
from functools import lru_cache
from numbers import Integral, Real
from typing import NamedTuple

from babel import Locale
from babel.numbers import format_decimal

from parkatlas import terms
from parkatlas.columns import CATALOGUE, YEARS, Column, column, unit_label
from parkatlas.messages import DEFAULT_LANGUAGE, language, text

NONE = "—"
WAN_PER_YI = 10_000
_PLAIN = Locale("en")
_WAN_PER_MILLION = 100

# How many decimals a number of this unit bears on screen: never false precision.
DECIMALS = {
    "万元": 0, "亿元": 2, "万美元": 0, "亩": 1, "万元/亩": 1, "%": 1, "个": 0, "人": 0, "家": 0, "次": 0, "公里": 1,
    "米": 0, "天": 0, "度": 5, "": 2,
}  # fmt: skip
_MU_WITHOUT_DECIMALS = 1000


def is_none(value: object) -> bool:
    """Tell whether there is no value: None, NaN, or the "not available" and "not a time" of frames."""
    # Frames' own markers are told by name: importing pandas here would cost the command line half a second.
    return value is None or type(value).__name__ in ("NAType", "NaTType") or value != value  # noqa: PLR0124


def number(value: object, unit: str = "", decimals: int | None = None) -> str:
    """Return a number with thousands separators and its unit's decimals, without the unit."""
    real = _real(value)
    if real is None:
        return NONE
    if decimals is None:
        is_whole = isinstance(real, int) or (unit == "亩" and abs(real) >= _MU_WITHOUT_DECIMALS)
        decimals = 0 if is_whole else DECIMALS[unit]
    return _rounded(real, decimals)


@lru_cache(maxsize=50_000)  # a page of tables says the same few thousand numbers again and again
def _rounded(real: float, decimals: int) -> str:
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    with localcontext(rounding=ROUND_HALF_UP):  # as people and spreadsheets round: 12.25 is 12.3
        digits: str = format_decimal(real, format=pattern, locale=_PLAIN)
    return digits.lstrip("-") if not digits.strip("-0.,") else digits


def plain(value: float) -> str:
    """Return a bound or a threshold with a decimal only where it has one."""
    return number(float(value), decimals=0 if float(value).is_integer() else 1)


def quantity(value: object, unit: str, decimals: int | None = None) -> str:
    """Return a number with its unit: ``12.5 万元/亩``, ``80.0%``; "—" alone where there is no value."""
    digits, label = number(value, unit, decimals), unit_label(unit)
    if digits == NONE or not label:
        return digits
    return f"{digits}%" if unit == "%" else f"{digits} {label}"


class MoneyUnit(NamedTuple):
    """What people count an amount in: its name, how many 万元 it is, and the decimals that it bears."""

    label: str
    wan: int
    decimals: int


def money_unit(wan: float) -> MoneyUnit:
    """Return what an amount in 万元 is counted in: 亿元 from 1 亿元 on, else 万元.

    Other languages have no word for either and count in millions.
    """
    if language() != DEFAULT_LANGUAGE:
        return MoneyUnit(text("units.million"), _WAN_PER_MILLION, 1)
    unit, per = ("亿元", WAN_PER_YI) if round(abs(wan)) >= WAN_PER_YI else ("万元", 1)
    return MoneyUnit(unit_label(unit), per, DECIMALS[unit])


def money_parts(wan: object) -> tuple[str, str]:
    """Return an amount in 万元 as (number, unit)."""
    real = _real(wan)
    if real is None:
        return NONE, ""
    unit = money_unit(real)
    return number(real / unit.wan, decimals=unit.decimals), unit.label


def metric_parts(metric: str, value: object) -> tuple[str, str]:
    """Return a value of a target's metric as (number, unit): money in 亿元 or 万元."""
    unit = unit_of(metric)
    if unit == "万元":
        return money_parts(value)
    real = _real(value)
    if real is None:
        return NONE, ""
    # Half a project is no project, but may well be what a month asks.
    decimals = 1 if unit == "个" and real != round(real) else None
    return number(value, unit, decimals), unit_label(unit)


def unit_of(metric: str) -> str:
    """Return the unit of a target's metric; what is no column is counted."""
    return CATALOGUE[metric].unit if metric in CATALOGUE else "个"


def metric(name: str, value: float) -> str:
    """Return a value of a target's metric as people say it: ``59.82 亿元``, ``48 个``, ``1,751 万美元``."""
    return " ".join(filter(None, metric_parts(name, value)))


def whole(name: str, value: float, *, is_required: bool = False) -> float:
    """Return what is foretold or asked of a metric, in whole projects where it counts them (asked: rounded up)."""
    if unit_of(name) != "个" or _real(value) is None:
        return value
    return float(math.ceil(round(value, 6)) if is_required else math.floor(value + 0.5))


@dataclass(frozen=True)
class Amount:
    """A measure for values of one metric told side by side: all in the unit that the largest of them takes."""

    metric: str
    largest: float

    @property
    def unit(self) -> str:
        """The unit's label, empty where there is none."""
        return metric_parts(self.metric, self.largest)[1]

    def number(self, value: object) -> str:
        """Return a value in that unit, without it."""
        real = _real(value)
        if real is None or unit_of(self.metric) != "万元":
            return metric_parts(self.metric, value)[0]
        unit = money_unit(self.largest)
        return number(real / unit.wan, decimals=unit.decimals)


def money(wan: object) -> str:
    """Return an amount in 万元 as people say it: ``77.64 亿元``, ``8,600 万元``."""
    return " ".join(filter(None, money_parts(wan)))


def day(value: object) -> str:
    """Return a date as ISO text."""
    if is_none(value):
        return NONE
    return value.strftime("%Y-%m-%d") if isinstance(value, date | datetime) else str(value)


def month(value: date) -> str:
    """Return a period as ``2026-10``."""
    return value.strftime("%Y-%m")


def period_end(value: str) -> date | None:
    """Return the last day of the month that ``2026-10`` names, or None if it names none of ``columns.YEARS``."""
    match = re.fullmatch(r"(\d{4})-(\d{1,2})", value.strip())
    year, number_of_month = (int(match[1]), int(match[2])) if match else (0, 0)
    if year not in YEARS or not 1 <= number_of_month <= 12:  # noqa: PLR2004 - months of a year
        return None
    return date(year, number_of_month, monthrange(year, number_of_month)[1])


def cell(name: str, value: object) -> str:
    """Return a value of the catalogue's column ``name`` as a card or a popup shows it, unit included."""
    return cell_of(column(name), value)


def cell_of(entry: Column, value: object) -> str:
    """Return a value of a column as ``cell`` does; words that stand in another kind of column stay as they are."""
    if is_none(value):
        return NONE
    if entry.vocabulary or entry.kind == "boolean":
        code = ("yes" if value else "no") if entry.kind == "boolean" else str(value)
        return terms.label(entry.vocabulary or "yes_no", code)
    if entry.kind in ("date", "time"):
        return day(value)
    if entry.name.endswith("year"):
        return number(value, decimals=0).replace(",", "")
    if entry.kind not in ("number", "integer") or isinstance(value, str):
        return str(value)
    return money(value) if entry.unit == "万元" else quantity(value, entry.unit)


def _real(value: object) -> float | int | None:
    """Return a number of whatever library as Python's own; None for what is none, infinite or no number."""
    if is_none(value) or not isinstance(value, Real):
        return None
    real = int(value) if isinstance(value, Integral) else float(value)
    return None if math.isinf(real) else real
