"""What must hold between the cells of a table: unique ids, known names, plausible money, land, points and dates."""

from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from parkatlas.columns import CATALOGUE
from parkatlas.intake.frame import Frame
from parkatlas.intake.headers import nearest
from parkatlas.intake.notebook import Notebook
from parkatlas.terms import INDUSTRY_CODES

CLEARLY_CHINA = (70.0, 140.0)  # a latitude in this range is a longitude in the wrong column
MONEY, LAND = ("万元", "万美元", "亿元"), ("亩",)


def required(frame: Frame, names: tuple[str, ...], book: Notebook) -> None:
    """Every row needs these fields."""
    for name in names:
        unread = frame.unread.get(name, set())
        empty = [(row, "") for row, _ in frame.places(pc.is_null(frame.columns[name]), name) if row not in unread]
        book.group("error", "cell_missing", empty, column=frame.header(name), field=name)


def amounts(frame: Frame, book: Notebook) -> None:
    """No amount is negative; an amount or land of 0 means "not stated" and becomes null."""
    for name, column in list(frame.columns.items()):
        unit = CATALOGUE[name].unit
        if CATALOGUE[name].kind not in ("number", "integer") or unit in ("", "度"):
            continue
        about = {"column": frame.header(name), "field": name}
        book.group("error", "negative", frame.places(pc.less(column, 0), name), **about)
        if (unit in MONEY and not name.startswith(("done", "in_place", "outside", "foreign"))) or unit in LAND:
            zero = pc.equal(column, 0)
            book.group("warning", "zero_is_missing", frame.places(zero, name), **about)
            frame.columns[name] = pc.if_else(pc.fill_null(zero, False), None, column)


def points(frame: Frame, book: Notebook) -> None:
    """Longitude and latitude come together, in degrees, in their own columns."""
    if "lon" not in frame.columns or "lat" not in frame.columns:
        _alone(frame, book)
        return
    lon, lat = frame.columns["lon"], frame.columns["lat"]
    at_null_island = pc.and_(pc.equal(lon, 0), pc.equal(lat, 0))
    book.group("warning", "point_zero", frame.places(at_null_island, "lon"), column=frame.header("lon"))
    keep = pc.invert(pc.fill_null(at_null_island, False))
    lon, lat = pc.if_else(keep, lon, None), pc.if_else(keep, lat, None)
    frame.columns |= {"lon": lon, "lat": lat}
    low, high = CLEARLY_CHINA
    swapped = pc.and_(pc.and_(pc.greater(lat, low), pc.less(lat, high)), pc.less(pc.abs(lon), low))
    book.group("error", "point_swapped", frame.places(swapped, "lat"), column=frame.header("lat"))
    inside = pc.invert(pc.fill_null(swapped, False))
    for name, column, bound in (("lon", lon, 180), ("lat", lat, 90)):
        out = pc.and_(pc.greater(pc.abs(column), bound), inside)
        book.group("error", "point_out", frame.places(out, name), column=frame.header(name), bound=bound)
    half = pc.xor(pc.is_null(lon), pc.is_null(lat))
    book.group("warning", "point_half", frame.places(half, "lon"), column=frame.header("lon"))
    frame.columns |= {name: pc.if_else(half, None, column) for name, column in (("lon", lon), ("lat", lat))}


def _alone(frame: Frame, book: Notebook) -> None:
    for name in ("lon", "lat"):
        if name in frame.columns:
            book.add("warning", "point_half", column=frame.header(name), value=None)
            del frame.columns[name]


def unique(frame: Frame, name: str, book: Notebook) -> None:
    """No value of an id stands in two rows."""
    for value, rows in repeated(frame, name).items():
        about = {"count": len(rows), "rows": rows[:10], "field": name}
        book.add("error", "duplicate", row=rows[1], column=frame.header(name), value=value, **about)


def repeated(frame: Frame, name: str) -> dict[str, list[int]]:
    """Return the values that stand in several rows, each with its row numbers."""
    column = frame.columns[name].drop_null()
    if pc.all(pc.less(column[:-1], column[1:])).as_py():  # numbers given in order need no looking up
        return {}
    counts = pc.value_counts(column)
    several = counts.filter(pc.greater(counts.field("counts"), 1)).field("values")
    if not len(several):
        return {}
    places = frame.places(pc.is_in(frame.columns[name], several), name)
    found: dict[str, list[int]] = {}
    for row, value in places:
        found.setdefault(value, []).append(row)
    return found


def numbered_names(frame: Frame, name: str, book: Notebook) -> pa.Array:
    """Return ids made from names: a name's second row gets the suffix #2, with a warning."""
    several = repeated(frame, name)
    names = frame.columns[name]
    if not several:
        return names
    places = [(rows[1], value) for value, rows in several.items()]
    book.group("warning", "same_name", sorted(places), column=frame.header(name))
    seen: dict[str, int] = {}
    ids = names.to_pylist()
    for index, value in enumerate(ids):
        if value in several:
            seen[value] = seen.get(value, 0) + 1
            ids[index] = value if seen[value] == 1 else f"{value}#{seen[value]}"
    return pa.array(ids, pa.string())


def known_names(frame: Frame, name: str, register: tuple[str, ...] | None, kind: str, book: Notebook) -> None:
    """Every name stands in its register; without a register the names are taken in, with a warning."""
    if name not in frame.columns:
        return
    column = frame.columns[name]
    if register is None:
        book.add(
            "warning", "names_taken_in", column=frame.header(name), kind=kind, count=pc.count_distinct(column).as_py()
        )
        return
    unknown = pc.invert(pc.is_in(column, pa.array(register, pa.string())))
    places = frame.places(pc.and_(unknown, pc.is_valid(column)), name)
    first_of: dict[Any, int] = {}
    for row, value in places:
        first_of.setdefault(value, row)
    if not first_of:
        return
    offered = [
        {"row": row, "value": value, "nearest": nearest(value, register)} for value, row in list(first_of.items())[:20]
    ]
    book.add(
        "error", "unknown_name", row=offered[0]["row"], value=offered[0]["value"], column=frame.header(name), kind=kind,
        nearest=offered[0]["nearest"], examples=offered, count=len(first_of), rows_count=len(places),
    )  # fmt: skip


def industry_codes(frame: Frame, book: Notebook) -> None:
    """Warn of codes that GB/T 4754-2017 does not hold, at any level, with their letter or without: C3360, 3360, C33."""
    if "industry_code" in frame.columns:
        known = {*INDUSTRY_CODES, *(code[1:] for code in INDUSTRY_CODES)} - {""}
        codes = frame.columns["industry_code"]
        odd = pc.and_(pc.is_valid(codes), pc.invert(pc.is_in(codes, pa.array(sorted(known)))))
        book.group(
            "warning", "industry_code_odd", frame.places(odd, "industry_code"), column=frame.header("industry_code")
        )


def in_order(frame: Frame, earlier: str, later: str, level: str, code: str, book: Notebook) -> None:  # noqa: PLR0913, PLR0917 - two dates and what their disorder means
    """One date does not come after the other."""
    if earlier in frame.columns and later in frame.columns:
        wrong = pc.greater(frame.columns[earlier], frame.columns[later])
        book.group(level, code, frame.places(wrong, later), column=frame.header(later), other=frame.header(earlier))


def not_after(frame: Frame, names: tuple[str, ...], last: date | None, book: Notebook) -> None:
    """Warn of what is said to have happened after the ledger's last day."""
    for name in names if last else ():
        if name in frame.columns:
            late = pc.greater(frame.columns[name], pa.scalar(last, pa.date32()))
            book.group("warning", "after_period", frame.places(late, name), column=frame.header(name), period=str(last))


def positive(frame: Frame, name: str, book: Notebook) -> None:
    """Refuse targets of nothing or less."""
    about = {"column": frame.header(name), "field": name}
    book.group("error", "not_positive", frame.places(pc.less_equal(frame.columns[name], 0), name), **about)


def one_row_each(frame: Frame, columns: dict[str, pa.Array], names: tuple[str, ...], book: Notebook) -> None:
    """No two rows say the same of the same."""
    seen: dict[tuple[Any, ...], int] = {}
    for row, key in zip(frame.rows, zip(*(columns[name].to_pylist() for name in names), strict=True), strict=True):
        if key in seen:
            shown = "、".join(str(part) for part in key if part is not None)
            book.add("error", "said_twice", row=row, value=shown, rows=[seen[key], row], fields=list(names))
        seen.setdefault(key, row)
