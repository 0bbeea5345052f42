"""What must hold between the cells of a table: unique ids, known names, plausible money, land, points and dates."""

from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from parkatlas.columns import CATALOGUE
from parkatlas.intake.headers import nearest
from parkatlas.intake.notebook import Notebook
from parkatlas.intake.typed import TypedTable
from parkatlas.terms import INDUSTRY_CODES

CLEARLY_CHINA = (70.0, 140.0)  # a latitude in this range is a longitude in the wrong column
MONEY, LAND = ("万元", "万美元", "亿元"), ("亩",)


def required(table: TypedTable, names: tuple[str, ...], book: Notebook) -> None:
    """Every row needs these fields."""
    for name in names:
        unread = table.unread.get(name, set())
        empty = [(row, "") for row, _ in table.cells(pc.is_null(table.columns[name]), name) if row not in unread]
        book.group("error", "cell_missing", empty, column=table.header(name), field=name)


def amounts(table: TypedTable, book: Notebook) -> None:
    """No amount is negative; an amount or land of 0 means "not stated" and becomes null."""
    for name, column in list(table.columns.items()):
        unit = CATALOGUE[name].unit
        if CATALOGUE[name].kind not in ("number", "integer") or unit in ("", "度"):
            continue
        about = {"column": table.header(name), "field": name}
        book.group("error", "negative", table.cells(pc.less(column, 0), name), **about)
        if (unit in MONEY and not name.startswith(("done", "in_place", "outside", "foreign"))) or unit in LAND:
            zero = pc.equal(column, 0)
            book.group("warning", "zero_is_missing", table.cells(zero, name), **about)
            table.columns[name] = pc.if_else(pc.fill_null(zero, False), None, column)


def points(table: TypedTable, book: Notebook) -> None:
    """Longitude and latitude come together, in degrees, in their own columns."""
    if "lon" not in table.columns or "lat" not in table.columns:
        _alone(table, book)
        return
    lon, lat = table.columns["lon"], table.columns["lat"]
    at_null_island = pc.and_(pc.equal(lon, 0), pc.equal(lat, 0))
    book.group("warning", "point_zero", table.cells(at_null_island, "lon"), column=table.header("lon"))
    keep = pc.invert(pc.fill_null(at_null_island, False))
    lon, lat = pc.if_else(keep, lon, None), pc.if_else(keep, lat, None)
    table.columns |= {"lon": lon, "lat": lat}
    low, high = CLEARLY_CHINA
    swapped = pc.and_(pc.and_(pc.greater(lat, low), pc.less(lat, high)), pc.less(pc.abs(lon), low))
    book.group("error", "point_swapped", table.cells(swapped, "lat"), column=table.header("lat"))
    inside = pc.invert(pc.fill_null(swapped, False))
    for name, column, bound in (("lon", lon, 180), ("lat", lat, 90)):
        out = pc.and_(pc.greater(pc.abs(column), bound), inside)
        book.group("error", "point_out", table.cells(out, name), column=table.header(name), bound=bound)
    half = pc.xor(pc.is_null(lon), pc.is_null(lat))
    book.group("warning", "point_half", table.cells(half, "lon"), column=table.header("lon"))
    table.columns |= {name: pc.if_else(half, None, column) for name, column in (("lon", lon), ("lat", lat))}


def _alone(table: TypedTable, book: Notebook) -> None:
    for name in ("lon", "lat"):
        if name in table.columns:
            book.add("warning", "point_half", column=table.header(name), value=None)
            del table.columns[name]


def unique(table: TypedTable, name: str, book: Notebook) -> None:
    """No value of an id stands in two rows."""
    for value, rows in repeated(table, name).items():
        about = {"count": len(rows), "rows": rows[:10], "field": name}
        book.add("error", "duplicate", row=rows[1], column=table.header(name), value=value, **about)


def repeated(table: TypedTable, name: str) -> dict[str, list[int]]:
    """Return the values that stand in several rows, each with its row numbers."""
    column = table.columns[name].drop_null()
    if pc.all(pc.less(column[:-1], column[1:])).as_py():  # numbers given in order need no looking up
        return {}
    counts = pc.value_counts(column)
    several = counts.filter(pc.greater(counts.field("counts"), 1)).field("values")
    if not len(several):
        return {}
    cells = table.cells(pc.is_in(table.columns[name], several), name)
    rows_by_value: dict[str, list[int]] = {}
    for row, value in cells:
        rows_by_value.setdefault(value, []).append(row)
    return rows_by_value


def numbered_names(table: TypedTable, name: str, book: Notebook) -> pa.Array:
    """Return ids made from names: a name's second row gets the suffix #2, with a warning."""
    several = repeated(table, name)
    names = table.columns[name]
    if not several:
        return names
    cells = [(rows[1], value) for value, rows in several.items()]
    book.group("warning", "same_name", sorted(cells), column=table.header(name))
    seen: dict[str, int] = {}
    ids = names.to_pylist()
    for index, value in enumerate(ids):
        if value in several:
            seen[value] = seen.get(value, 0) + 1
            ids[index] = value if seen[value] == 1 else f"{value}#{seen[value]}"
    return pa.array(ids, pa.string())


def registered(table: TypedTable, name: str, register: tuple[str, ...] | None, kind: str, book: Notebook) -> None:
    """Every name stands in its register; without a register the names are taken in, with a warning."""
    if name not in table.columns:
        return
    column = table.columns[name]
    if register is None:
        book.add(
            "warning", "names_taken_in", column=table.header(name), kind=kind, count=pc.count_distinct(column).as_py()
        )
        return
    unknown = pc.invert(pc.is_in(column, pa.array(register, pa.string())))
    cells = table.cells(pc.and_(unknown, pc.is_valid(column)), name)
    first_of: dict[Any, int] = {}
    for row, value in cells:
        first_of.setdefault(value, row)
    if not first_of:
        return
    offered = [
        {"row": row, "value": value, "nearest": nearest(value, register)} for value, row in list(first_of.items())[:20]
    ]
    book.add(
        "error", "unknown_name", row=offered[0]["row"], value=offered[0]["value"], column=table.header(name), kind=kind,
        nearest=offered[0]["nearest"], examples=offered, count=len(first_of), rows_count=len(cells),
    )  # fmt: skip


def industry_codes(table: TypedTable, book: Notebook) -> None:
    """Warn of codes that GB/T 4754-2017 does not hold, at any level, with their letter or without: C3360, 3360, C33."""
    if "industry_code" in table.columns:
        standard = {*INDUSTRY_CODES, *(code[1:] for code in INDUSTRY_CODES)} - {""}
        codes = table.columns["industry_code"]
        odd = pc.and_(pc.is_valid(codes), pc.invert(pc.is_in(codes, pa.array(sorted(standard)))))
        book.group(
            "warning", "industry_code_odd", table.cells(odd, "industry_code"), column=table.header("industry_code")
        )


def in_order(table: TypedTable, earlier: str, later: str, level: str, code: str, book: Notebook) -> None:  # noqa: PLR0913, PLR0917 - two dates and what their disorder means
    """One date does not come after the other."""
    if earlier in table.columns and later in table.columns:
        wrong = pc.greater(table.columns[earlier], table.columns[later])
        book.group(level, code, table.cells(wrong, later), column=table.header(later), other=table.header(earlier))


def not_after(table: TypedTable, names: tuple[str, ...], last: date | None, book: Notebook) -> None:
    """Warn of what is said to have happened after the ledger's last day."""
    for name in names if last else ():
        if name in table.columns:
            late = pc.greater(table.columns[name], pa.scalar(last, pa.date32()))
            book.group("warning", "after_period", table.cells(late, name), column=table.header(name), period=str(last))


def positive(table: TypedTable, name: str, book: Notebook) -> None:
    """Refuse targets of nothing or less."""
    about = {"column": table.header(name), "field": name}
    book.group("error", "not_positive", table.cells(pc.less_equal(table.columns[name], 0), name), **about)


def one_row_each(table: TypedTable, columns: dict[str, pa.Array], names: tuple[str, ...], book: Notebook) -> None:
    """No two rows say the same of the same."""
    seen: dict[tuple[Any, ...], int] = {}
    for row, key in zip(table.rows, zip(*(columns[name].to_pylist() for name in names), strict=True), strict=True):
        if key in seen:
            key_text = "、".join(str(part) for part in key if part is not None)
            book.add("error", "said_twice", row=row, value=key_text, rows=[seen[key], row], fields=list(names))
        seen.setdefault(key, row)
