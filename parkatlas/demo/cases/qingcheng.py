"""清城区, January to September 2004: 74 of 100 projects, 77.64 of 100 亿元, and a third quarter that slumped."""

from datetime import date

import numpy as np

from parkatlas.demo.calendar import month_end
from parkatlas.demo.cases.amounts import amounts, spread
from parkatlas.demo.cases.case import Case
from parkatlas.demo.cases.lives import Row, onward, paid
from parkatlas.demo.cases.projects import Ground, Trade, days, finished, units_of

_SEED = [2004, 9]
_LAST = date(2004, 9, 30)
_INTENSITY = (104.0, 230.0)  # 万元/亩; the speech asks for none
_STREETS = {
    "凤城街道": (113.052, 23.702), "东城街道": (113.098, 23.694), "洲心街道": (113.081, 23.652),
    "横荷街道": (113.036, 23.634),
}  # fmt: skip
_TOWNS = {
    "龙塘镇": (113.071, 23.572), "石角镇": (112.958, 23.551), "源潭镇": (113.196, 23.664),
    "飞来峡镇": (113.232, 23.792), "升平镇": (113.162, 23.752),
}  # fmt: skip
# First and last day of signing, whether industrial, the sum in 万元 (so low, so high each), and how many per unit.
_GROUPS: tuple[tuple[date, date, bool, int, tuple[int, int], dict[str, int]], ...] = (
    (date(2004, 1, 5), date(2004, 3, 31), True, 150_000, (1200, 32_000),
     {"龙塘镇": 8, "源潭镇": 4, "石角镇": 4, "横荷街道": 1, "东城街道": 1}),
    (date(2004, 1, 5), date(2004, 3, 31), False, 131_500, (3000, 60_000),
     {"龙塘镇": 1, "洲心街道": 2, "横荷街道": 2, "东城街道": 1}),
    (date(2004, 4, 1), date(2004, 6, 30), True, 205_900, (1200, 38_000),
     {"龙塘镇": 10, "源潭镇": 4, "石角镇": 4, "横荷街道": 1, "洲心街道": 1}),
    (date(2004, 4, 1), date(2004, 6, 30), True, 2100, (500, 900), {"飞来峡镇": 3}),
    (date(2004, 4, 1), date(2004, 6, 30), False, 172_000, (3000, 70_000),
     {"龙塘镇": 3, "洲心街道": 1, "横荷街道": 1, "东城街道": 1}),
    (date(2004, 9, 2), date(2004, 9, 20), True, 59_600, (8000, 22_000), {"横荷街道": 4}),
    (date(2004, 7, 1), date(2004, 9, 20), True, 41_300, (1000, 6500), {"龙塘镇": 8, "源潭镇": 3, "石角镇": 3}),
    (date(2004, 7, 1), date(2004, 9, 20), False, 14_000, (1500, 8000), {"龙塘镇": 1, "洲心街道": 1, "源潭镇": 1}),
)  # fmt: skip
_CERAMICS = (
    Trade("C3071", "陶瓷", "抛光砖生产线", "陶瓷"),
    Trade("C3072", "陶瓷", "卫生洁具", "洁具"),
    Trade("C2643", "陶瓷", "陶瓷色釉料", "釉料"),
)
_METALS = (
    Trade("C3251", "金属加工", "铜材压延", "铜业"),
    Trade("C3252", "金属加工", "铝型材", "铝业"),
    Trade("C3340", "金属加工", "金属线材", "金属制品"),
)
_MIXED = (
    Trade("C2110", "家具", "板式家具", "家具"),
    Trade("C2929", "塑料制品", "注塑制品", "塑胶"),
    Trade("C1829", "纺织服装", "针织成衣", "制衣"),
    Trade("C3982", "电子", "线路板", "电子"),
    Trade("C3311", "金属加工", "钢结构件", "钢构"),
    Trade("C1951", "制鞋", "运动鞋", "鞋业"),
)
_SERVICES = (
    Trade("K7010", "房地产", "商住小区", "置业"),
    Trade("L7223", "商贸", "综合市场", "商贸"),
    Trade("H6110", "旅游", "度假酒店", "酒店"),
    Trade("G5990", "物流", "仓储物流中心", "物流"),
)
_OWN = {"源潭镇": _CERAMICS, "石角镇": _METALS}


def _trade(rng: np.random.Generator, unit: str, *, is_industry: bool) -> Trade:
    offered = _OWN.get(unit, _MIXED) if is_industry else _SERVICES
    return offered[int(rng.integers(len(offered)))]


def _projects(rng: np.random.Generator) -> list[Row]:
    rows: list[Row] = []
    trades: list[Trade] = []
    for first, last, is_industry, total, (low, high), counts in _GROUPS:
        units = spread(rng, counts)
        sums = amounts(rng, len(units), total, low, high)
        for unit, contract, signed in zip(units, sums, days(rng, len(units), first, last), strict=True):
            row: Row = {"unit_name": unit, "contract_wan": contract, "planned_fai_wan": round(contract * 0.82)}
            rows.append(row | onward(rng, signed, _LAST))
            trades.append(_trade(rng, unit, is_industry=is_industry))
    rows = [row | paid(rng, row) for row in rows]
    return finished(rng, rows, trades, Ground(_STREETS | _TOWNS), prefix="QC2004-", intensity=_INTENSITY)


_TARGETS = ({"metric": "项目个数", "target_value": 100}, {"metric": "合同投资额", "target_value": 1_000_000})
# A hundred days, for what is left of the year's targets.
_CAMPAIGN = {"campaign_name": "末季攻坚", "first_on": date(2004, 9, 23), "last_on": date(2004, 12, 31)}
_HELD_UP = "征地补偿尚未谈妥，用地不能按期交付"


def _obstacles(projects: list[Row]) -> list[Row]:
    """Return the land that is not acquired for the seven largest projects that have not started."""
    waiting = [row for row in projects if "started_on" not in row]
    largest = sorted(waiting, key=lambda row: -int(str(row["contract_wan"])))[:7]
    return [
        {
            "obstacle_id": f"W{number:02d}",
            "project_names": row["project_name"],
            "obstacle_kind": "征地拆迁",
            "description": _HELD_UP,
            "raised_on": row["signed_on"],
            "due_on": date(2004, 10, 31),
            "unit_name": row["unit_name"],
        }
        for number, row in enumerate(largest, 1)
    ]


def case() -> Case:
    """Return the case."""
    projects = _projects(np.random.default_rng(_SEED))
    return Case(
        months=[month_end(2004, month) for month in range(1, 10)],
        units=units_of({"街道": _STREETS, "乡镇": _TOWNS}),
        projects=projects,
        targets=[{"year": 2004, "target_tier": "确定目标", **target} for target in _TARGETS],
        campaigns=[
            {**_CAMPAIGN, "metric": "项目个数", "target_value": 26},
            {**_CAMPAIGN, "metric": "合同投资额", "target_value": 223_600},
        ],
        obstacles=_obstacles(projects),
    )
