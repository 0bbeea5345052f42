"""Campaigns: a push between two days, with its own targets per unit and metric."""

import pyarrow as pa

from parkatlas.filetypes import KINDS
from parkatlas.intake import checks, fields, tables
from parkatlas.intake.source import Source
from parkatlas.intake.targets import column_of, in_units_of_metrics
from parkatlas.intake.typed import TypedTable

TARGET = ("campaign_name", "unit_name", "metric")


def read(source: Source) -> dict[str, pa.Table]:
    """Return ``campaigns`` (one row per name) and ``campaign_targets``; no unit means the whole region."""
    table = fields.read(tables.read(source, "campaigns"), source.book)
    in_units_of_metrics(table, source.book)
    checks.required(table, KINDS["campaigns"].required, source.book)
    checks.positive(table, "target_value", source.book)
    checks.in_order(table, "first_on", "last_on", "error", "ends_before", source.book)
    checks.registered(table, "unit_name", source.registers.units, "units", source.book)
    targets = {name: column_of(table, name) for name in (*TARGET, "target_value")}
    checks.one_row_each(table, targets, TARGET, source.book)
    targets["campaign_id"] = targets.pop("campaign_name")
    order = ("campaign_id", "unit_name", "metric", "target_value")
    return {
        "campaigns": _campaigns(table, source),
        "campaign_targets": pa.table({name: targets[name] for name in order}),
    }


def _campaigns(table: TypedTable, source: Source) -> pa.Table:
    """Return each campaign once; rows of one campaign must name the same days."""
    days: dict[str | None, tuple[object, object]] = {}
    columns = [table.columns[name].to_pylist() for name in ("campaign_name", "first_on", "last_on")]
    for row, (name, first, last) in zip(table.rows, zip(*columns, strict=True), strict=True):
        if days.setdefault(name, (first, last)) != (first, last):
            source.book.add("error", "campaign_days_differ", row=row, value=name, column=table.header("first_on"))
    names = pa.array(days, pa.string())
    first_on, last_on = (pa.array([pair[index] for pair in days.values()], pa.date32()) for index in (0, 1))
    return pa.table({"campaign_id": names, "campaign_name": names, "first_on": first_on, "last_on": last_on})
