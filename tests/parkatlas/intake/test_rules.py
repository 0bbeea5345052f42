"""The version of the rules moves when the rows that they make of a file do."""

import hashlib

from parkatlas import formats, intake
from tests.parkatlas.workspace import making

# Of every version what these files come to. A change that makes other rows of them is a new version: add one to
# intake.RULES and a line here; older lines stay as they are.
ROWS = {1: "5fdd2c0ceec45da372ec242b97467f7d0bfe7b2047fac7b366e360e3401ba347"}
HEADERS = (
    "项目名称",
    "引进单位",
    "用地面积(公顷)",
    "合同投资额（亿元）",
    "项目阶段",
    "签约时间",
    "经度",
    "纬度",
    "备注",
)
LINES = (
    ("玻璃厂 ", "甲镇", "1.5", '"1,200.5"', "在建", "2026.3", "116.905", "31.004", "x"),
    ("钢厂\u3000二期", "乙镇", "", "0", "已投产", "2026年2月5日", "", "", ""),
    ("合计", "", "1.5", "1200.5", "", "", "", "", ""),
)


def made(kind, path, month=None):
    """Return every value of the tables that a file becomes, as text."""
    options = intake.Options(
        period=formats.period_end(month) if month else None, crs=making.METRES if kind == "parks" else None
    )
    taken = intake.read(intake.Offer(path, kind, path.name, options), intake.Registers(), intake.Limits())
    return "".join(
        f"{name}.{column}={[as_text(value) for value in table[column].to_pylist()]}\n"
        for name, table in sorted(taken.tables.items())
        for column in sorted(table.column_names)
    )


def as_text(value):
    """Return a value without the last digits, in which machines may differ; of an outline its presence."""
    if isinstance(value, bytes):
        return "outline"
    return f"{value:.5f}" if isinstance(value, float) else str(value)


def test_other_rows_of_the_same_files_want_another_version_of_the_rules(tmp_path):
    ledger = made("ledger", making.rows(tmp_path / "台账.csv", HEADERS, *LINES), "2026-03")
    parks = made("parks", making.squares(tmp_path / "园区.geojson", 东园=0, 西园=1000))
    digest = hashlib.sha256(f"{ledger}{parks}".encode()).hexdigest()
    assert ROWS.get(intake.RULES) == digest, "the rows have changed: add one to intake.RULES and record them here"
