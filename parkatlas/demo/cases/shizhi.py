"""A city's departments past the middle of a hundred days: some with neither funds in place nor a contract."""

from datetime import date, timedelta

import numpy as np

from parkatlas.demo.calendar import month_end
from parkatlas.demo.cases.case import Case
from parkatlas.demo.cases.lives import Row, onward, paid
from parkatlas.demo.cases.projects import Ground, Trade, days, finished, units_of

_SEED = [2010, 7]
_FIRST, _LAST, _END = date(2010, 6, 1), date(2010, 7, 31), date(2010, 9, 8)
_CENTRE = (116.86, 31.02)
_COUNTIES = {"城东区": (116.92, 31.03), "城西区": (116.79, 31.00), "江北新区": (116.88, 31.09)}
# Contracts signed before the push, within it, and projects that are only talked about, of each department.
_BROUGHT = {
    "市发改委": (2, 3, 1), "市工信委": (2, 4, 1), "市商务局": (3, 3, 2), "市财政局": (1, 2, 0), "市住建委": (1, 2, 1),
    "市国土局": (0, 1, 1), "市交通局": (1, 1, 0), "市农委": (1, 1, 2), "市科技局": (0, 2, 1), "市国资委": (1, 1, 1),
    "市旅游局": (0, 1, 1), "市水利局": (0, 1, 0), "市环保局": (1, 0, 1), "市质监局": (0, 0, 2), "市粮食局": (0, 1, 1),
    "市文广新局": (0, 0, 1), "市卫生局": (0, 0, 1), "市教育局": (0, 0, 0), "市民政局": (0, 0, 1), "市体育局": (0, 0, 0),
}  # fmt: skip
_TRADES = (
    Trade("C3391", "装备制造", "精密铸件", "机械"),
    Trade("C3825", "新能源", "光伏组件", "光伏"),
    Trade("C1353", "食品加工", "肉制品", "食品"),
    Trade("C1819", "纺织服装", "服装", "服饰"),
    Trade("G5990", "现代物流", "物流配送中心", "物流"),
    Trade("L7223", "商贸", "商贸城", "商贸"),
)
_METRICS = {"项目个数": 2, "到位资金": 3000}
_TALKED = ("negotiating_on", "intent_on")


def _seats() -> dict[str, tuple[float, float]]:
    """Return where the departments sit, in rows about the centre of the city."""
    return {
        name: (round(_CENTRE[0] + 0.004 * (index % 5) - 0.008, 4), round(_CENTRE[1] + 0.004 * (index // 5) - 0.008, 4))
        for index, name in enumerate(_BROUGHT)
    }


def _dates(rng: np.random.Generator, before: int, within: int, talked: int) -> list[Row]:
    """Return the dates of a department's projects: signed before the push, within it, and not signed."""
    old = days(rng, before, date(2010, 1, 6), _FIRST - timedelta(days=8))
    new = days(rng, within, _FIRST, _LAST - timedelta(days=4))
    soon = days(rng, talked, _FIRST, _LAST)
    open_ones: list[Row] = [{_TALKED[day.day % 2]: day} for day in soon]
    return [*(onward(rng, day, _LAST) for day in (*old, *new)), *open_ones]


def _rows(rng: np.random.Generator) -> list[Row]:
    rows: list[Row] = []
    counties = list(_COUNTIES)
    for unit, counts in _BROUGHT.items():
        for dates in _dates(rng, *counts):
            planned = round(2200 * float(np.exp(rng.normal(0.4, 0.7))), -1)
            row: Row = {
                "unit_name": unit,
                "host_unit_name": counties[int(rng.integers(len(counties)))],
                "planned_fai_wan": round(planned),
                "contract_wan": round(planned * 1.2),
                **dates,
            }
            rows.append(row | (paid(rng, row) if "signed_on" in row else {}))
    return rows


def case() -> Case:
    """Return the case."""
    rng = np.random.default_rng(_SEED)
    rows = _rows(rng)
    trades = [_TRADES[int(rng.integers(len(_TRADES)))] for _ in rows]
    push = {"campaign_name": "市直部门百日会战", "first_on": _FIRST, "last_on": _END}
    return Case(
        months=[month_end(2010, month) for month in range(5, 8)],
        units=units_of({"部门": _seats(), "县区": _COUNTIES}),
        projects=finished(rng, rows, trades, Ground(_COUNTIES), prefix="BR2010-"),
        campaigns=[
            {**push, "unit_name": unit, "metric": metric, "target_value": value}
            for unit in _BROUGHT
            for metric, value in _METRICS.items()
        ],
    )
