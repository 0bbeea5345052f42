"""Parks: names, attributes and outlines; several rows of one name are one park in several parcels."""

from typing import Any

import numpy as np
import pyarrow as pa
import shapely

from parkatlas import measures
from parkatlas.columns import CATALOGUE
from parkatlas.filetypes import KINDS
from parkatlas.intake import checks, mergers, outlines, registers
from parkatlas.intake.scales import SCALES
from parkatlas.intake.source import Source
from parkatlas.intake.typed import TYPES, TypedTable

AREAS = ("planned_area_mu", "ready_area_mu", "supplied_area_mu", "built_area_mu", "largest_free_mu")
AREA_UNITS = {unit: SCALES["亩"][unit] for unit in ("亩", "公顷", "平方米", "平方公里")}
CLEAR = 0.4  # median |ln(stated ÷ drawn)| up to which a guessed unit is believed


def read(source: Source) -> dict[str, pa.Table]:
    """Return ``parks`` (one row per park) and ``parcels`` (one row per polygon, outline as WKB in EPSG:4326)."""
    table, shapes = registers.read(source, "parks", outlines_needed=True)
    book = source.book
    checks.required(table, ("park_name",), book)
    checks.amounts(table, book)
    if source.registers.units is not None:
        checks.registered(table, "host_unit_name", source.registers.units, "units", book)
    book.stop_at_errors()
    owner, first = _parks_of_rows(table, source)
    into = mergers.check(table, first, book)
    book.stop_at_errors()
    if shapes is None:
        book.add("note", "no_outlines")
        whole = np.full(len(first), None)
        return {"parks": _parks(table, first, whole, np.zeros(len(first))), "parcels": _parcels([], whole, np.zeros(0))}
    names = table.columns["park_name"].to_pylist()
    sound = outlines.repaired(shapes, names, table.rows, book)
    book.stop_at_errors()
    whole = np.array([_joined(sound[owner == park]) for park in range(len(first))], object)
    park_names = [names[row] for row in first]
    parts, park_of = shapely.get_parts(whole, return_index=True)
    areas = measures.area_mu(parts)
    drawn = np.bincount(park_of, areas, minlength=len(whole))
    _areas(table, owner, first, drawn, source)
    alone = [park for park, heir in enumerate(into) if heir is None]
    outlines.say_overlaps(whole[alone], [park_names[park] for park in alone], book)  # a merged park lies in its heir
    return {"parks": _parks(table, first, whole, drawn), "parcels": _parcels(_ids(table, first), whole, areas)}


def _joined(shapes: Any) -> Any:
    return shapes[0] if len(shapes) == 1 else shapely.union_all(shapes)


def _parks_of_rows(table: TypedTable, source: Source) -> tuple[Any, list[int]]:
    """Return for every row the index of its park, and for every park its first row; writes down contradictions."""
    names = table.columns["park_name"].to_pylist()
    ids = table.columns.get("park_id", pa.nulls(len(names), pa.string())).to_pylist()
    names_of: dict[str, str] = {}
    ids_of: dict[str, str] = {}
    for row, name, code in zip(table.rows, names, ids, strict=True):
        if code is not None and names_of.setdefault(code, name) != name:
            source.book.add(
                "error",
                "id_of_several",
                row=row,
                value=code,
                column=table.header("park_id"),
                names=[names_of[code], name],
            )
        if code is not None and ids_of.setdefault(name, code) != code:
            source.book.add(
                "error",
                "name_of_several",
                row=row,
                value=name,
                column=table.header("park_name"),
                ids=[ids_of[name], code],
            )
    index_of = {name: index for index, name in enumerate(dict.fromkeys(names))}
    owner = np.array([index_of[name] for name in names])
    first = [int(np.flatnonzero(owner == park)[0]) for park in range(len(index_of))]
    table.columns["park_id"] = pa.array([ids_of.get(name, name) for name in names], pa.string())
    if len(first) < len(names):
        _merge_attributes(table, owner, first, source)
    return owner, first


def _merge_attributes(table: TypedTable, owner: Any, first: list[int], source: Source) -> None:
    """Put each park's first stated value into its first row; rows that disagree are written down."""
    several = [park for park in range(len(first)) if (owner == park).sum() > 1]
    source.book.group(
        "note",
        "parcels_joined",
        [(table.rows[first[park]], table.columns["park_name"][first[park]].as_py()) for park in several],
    )
    for name, column in list(table.columns.items()):
        cells, differ = column.to_pylist(), []
        for park in several if name not in ("park_id", "park_name", *AREAS) else ():
            stated = [(index, cells[index]) for index in np.flatnonzero(owner == park) if cells[index] is not None]
            if len({value for _, value in stated}) > 1:
                differ.append(
                    (
                        table.rows[int(stated[1][0])],
                        f"{table.columns['park_name'][first[park]]}: {stated[0][1]} / {stated[1][1]}",
                    )
                )
            cells[first[park]] = stated[0][1] if stated else None
        source.book.group("warning", "attributes_disagree", differ, column=table.header(name))
        table.columns[name] = pa.array(cells, column.type)


def _areas(table: TypedTable, owner: Any, first: list[int], drawn: Any, source: Source) -> None:
    """Bring stated areas to mu, one per park, and compare them with the drawn ones."""
    names = [table.columns["park_name"][row].as_py() for row in first]
    totals = {name: _per_park(table, name, owner, drawn, source) for name in AREAS if name in table.columns}
    planned = totals.get("planned_area_mu")
    if planned is not None:
        factor = _factor(table, planned, drawn, source)
        for name, total in totals.items():
            totals[name] = total * (factor if _unit_unsaid(table, name) else 1.0)
        outlines.say_differences(names, totals["planned_area_mu"], drawn, source.book)
    for name, total in totals.items():
        values = np.full(len(owner), np.nan)
        values[first] = total
        table.columns[name] = pa.array(values, pa.float64(), from_pandas=True)


def _per_park(table: TypedTable, name: str, owner: Any, drawn: Any, source: Source) -> Any:
    """Return one stated area per park: the sum of its rows where they differ by parcel, else what all rows repeat.

    Of largest pieces the largest, for a sum of pieces is no piece.
    """
    values = table.columns[name].to_numpy(zero_copy_only=False)
    totals, summed = np.full(len(drawn), np.nan), []
    for park in range(len(drawn)):
        stated = values[(owner == park) & np.isfinite(values)]
        if len(stated) and (name == "largest_free_mu" or (stated == stated[0]).all()):
            totals[park] = stated.max()
        elif len(stated):
            totals[park] = stated.sum()
            summed.append((table.rows[int(np.flatnonzero(owner == park)[0])], totals[park]))
    source.book.group("warning", "area_summed", summed, column=table.header(name))
    return totals


def _unit_unsaid(table: TypedTable, name: str) -> bool:
    return not table.matches[name].stated


def _factor(table: TypedTable, planned: Any, drawn: Any, source: Source) -> float:
    """Return the factor to mu of areas whose header names no unit, found by comparing with the drawing."""
    if not _unit_unsaid(table, "planned_area_mu"):
        return 1.0
    unit, off = outlines.factor_of(planned, drawn, AREA_UNITS)
    code = "area_unit_inferred"
    if off > CLEAR:
        code, unit = "area_unit_unclear", "亩"
    source.book.add(
        "warning", code, column=table.header("planned_area_mu"), value=unit, off_pct=float((np.exp(off) - 1) * 100)
    )
    return AREA_UNITS[unit]


def _ids(table: TypedTable, first: list[int]) -> list[str]:
    return [table.columns["park_id"][row].as_py() for row in first]


def _parks(table: TypedTable, first: list[int], whole: Any, drawn: Any) -> pa.Table:
    """Return one row per park with all its columns, the drawn area in mu and a point inside."""
    rows = pa.array(first, pa.int64())
    columns = {
        name: table.columns[name].take(rows)
        if name in table.columns
        else pa.nulls(len(first), TYPES[CATALOGUE[name].kind])
        for name in KINDS["parks"].columns
    }
    lon, lat = measures.representative_points(whole)
    drawn = pa.array(drawn, mask=shapely.is_missing(whole))
    points = {name: pa.array(values, pa.float64(), from_pandas=True) for name, values in (("lon", lon), ("lat", lat))}
    return pa.table(columns | {"drawn_area_mu": drawn} | points)


def _parcels(ids: list[str], whole: Any, areas: Any) -> pa.Table:
    """Return one row per polygon, numbered from 1 within its park."""
    parts, owner = shapely.get_parts(whole, return_index=True)
    numbers = np.arange(len(parts)) - np.searchsorted(owner, owner) + 1
    return pa.table(
        {
            "park_id": pa.array([ids[park] for park in owner], pa.string()),
            "parcel_no": pa.array(numbers, pa.int64()),
            "drawn_area_mu": pa.array(areas, pa.float64()),
            "outline": pa.array(list(shapely.to_wkb(parts)), pa.binary()),
        }
    )
