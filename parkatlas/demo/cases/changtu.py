"""昌图县, January to September 2007: 126 projects of five tiers, enclaves, and a plan of 20 亿元 done to 87.5 %."""

from datetime import date

import numpy as np

from parkatlas.demo.calendar import month_end
from parkatlas.demo.cases.amounts import amounts, spread
from parkatlas.demo.cases.case import Case
from parkatlas.demo.cases.changtu_places import (
    BIOMASS,
    CHOLINE,
    DEPARTMENTS,
    HEAT,
    OLD_SIPING,
    PARKS,
    PIGS,
    RURAL,
    TOWNS,
    TRADES,
    VEHICLES,
    WIND,
)
from parkatlas.demo.cases.lives import Row, onward
from parkatlas.demo.cases.projects import Ground, Trade, days, finished, units_of

_SEED = [2007, 9]
_LAST = date(2007, 9, 30)
# How many of each tier of planned fixed-asset investment, their sum in 万元, and the bounds of each.
_TIERS = (
    (12, 560_000, 10_000, 96_000),
    (12, 78_000, 5000, 9900),
    (16, 60_000, 3000, 4900),
    (41, 71_000, 1000, 2900),
    (45, 31_000, 500, 990),
)
_OUTSIDE, _DONE = 688_000, 175_000
_LATE = 6  # projects that will not produce within the year: 120 of 126 are 95 %


def _amounts(rng: np.random.Generator) -> list[int]:
    return [value for count, total, low, high in _TIERS for value in amounts(rng, count, total, low, high)]


# What the speech names: trade, tier of the amount (0 the largest) and what it says; all else is drawn.
_NAMED: tuple[tuple[Trade, int, Row], ...] = (
    (VEHICLES, 0, {
        "unit_name": "老四平镇", "park_name": OLD_SIPING, "signed_on": date(2007, 1, 16),
        "started_on": date(2007, 4, 10), "building_on": date(2007, 5, 18),
    }),
    (CHOLINE, 0, {"unit_name": "县经济局", "park_name": "昌图工业园区"}),
    (WIND, 0, {"unit_name": "县发展改革局", "host_unit_name": "曲家店镇"}),
    (BIOMASS, 0, {"unit_name": "县发展改革局", "park_name": "昌图工业园区"}),
    (PIGS, 1, {
        "unit_name": "八面城镇", "park_name": "八面城工业园区", "signed_on": date(2007, 2, 6),
        "started_on": date(2007, 3, 26), "building_on": date(2007, 6, 25),
        "planned_completion_on": date(2007, 10, 31), "planned_production_on": date(2007, 11, 30),
    }),
    (HEAT, 2, {
        "unit_name": "县外经贸局", "park_name": OLD_SIPING, "signed_on": date(2007, 1, 23),
        "started_on": date(2007, 3, 15), "building_on": date(2007, 4, 20), "producing_on": date(2007, 8, 20),
        "planned_completion_on": date(2007, 12, 20), "planned_production_on": date(2007, 12, 20),
    }),
)  # fmt: skip


def _tier(index: int) -> int:
    """Return which tier, 0 the largest, the amount of this index belongs to."""
    bounds = np.cumsum([count for count, *_ in _TIERS])
    return int(np.searchsorted(bounds, index, side="right"))


def _who(rng: np.random.Generator, count: int) -> list[tuple[str | None, str, str | None]]:
    """Draw (park, unit, host outside parks) of the projects that the speech does not name; ten more in 老四平."""
    parks: dict[str, int] = {OLD_SIPING: 10, "八面城工业园区": 15, "昌图工业园区": 14}
    parks_drawn = spread(rng, {**parks, "": count - sum(parks.values())})
    units = [*TOWNS, *DEPARTMENTS]
    rows: list[tuple[str | None, str, str | None]] = []
    for park in parks_drawn:
        unit = units[int(rng.integers(len(units)))]
        host = unit if unit in TOWNS else list(TOWNS)[int(rng.integers(len(TOWNS)))]
        rows.append((park or None, unit, None if park else host))
    return rows


def _rows(rng: np.random.Generator) -> tuple[list[Row], list[Trade]]:
    """Return every project's unit, park, planned investment and what is named of it, with its trade."""
    sums = _amounts(rng)
    indices = [int(index) for index in rng.permutation(len(sums))]
    rows: list[Row] = []
    trades: list[Trade] = []
    for trade, tier, stated in _NAMED:
        first = next(index for index in indices if _tier(index) == tier)
        indices.remove(first)
        rows.append({**stated, "planned_fai_wan": sums[first]})
        trades.append(trade)
    for index, (park, unit, host) in zip(indices, _who(rng, len(indices)), strict=True):
        offered = TRADES[park] if park else RURAL
        trades.append(offered[int(rng.integers(len(offered)))])
        rows.append({"unit_name": unit, "park_name": park, "host_unit_name": host, "planned_fai_wan": sums[index]})
    return [{name: value for name, value in row.items() if value is not None} for row in rows], trades


def _dated(rng: np.random.Generator, rows: list[Row]) -> list[Row]:
    """Give each project its dates: of the twelve in 老四平, ten start by the end of April and two wait till June."""
    signed = iter(days(rng, len(rows), date(2007, 1, 4), date(2007, 8, 31)))
    early = iter(days(rng, len(rows), date(2007, 1, 4), date(2007, 2, 10)))
    waiting = 2
    dated = []
    for row in rows:
        day = next(signed)
        if "signed_on" in row:
            dated.append(row)
        elif row.get("park_name") != OLD_SIPING:
            dated.append(onward(rng, day, _LAST) | row)
        else:
            until = {"started_on": date(2007, 4, 24)} if waiting <= 0 else {"started_on": date(2007, 6, 12)}
            waiting -= 1
            dated.append({"signed_on": next(early), **until, "building_on": date(2007, 7, 10)} | row)
    return dated


def _planned(rng: np.random.Generator, rows: list[Row]) -> list[Row]:
    """Give each its plan: all produce within 2007, but for six of those that have not started."""
    late = [index for index, row in enumerate(rows) if "started_on" not in row][:_LATE]
    return [
        {
            "planned_start_on": row.get("started_on", date(2007, 9, 10) if index % 3 == 0 else date(2007, 10, 20)),
            "planned_completion_on": date(2008, 5, 20) if index in late else days(rng, 1, _LAST, date(2007, 11, 25))[0],
            "planned_production_on": date(2008, 6, 30) if index in late else date(2007, 12, 20),
            **row,
        }
        for index, row in enumerate(rows)
    ]


def _paid(rng: np.random.Generator, rows: list[Row]) -> list[Row]:
    """Share out the funds of 68.8 亿元 from outside and the 17.5 亿元 done, within what each project can hold."""
    contracts = [round(int(str(row["planned_fai_wan"])) * 1.18 / 10) * 10 for row in rows]
    outside = amounts(rng, len(rows), _OUTSIDE, [round(wan * 0.55) for wan in contracts], contracts)
    started = [index for index, row in enumerate(rows) if "started_on" in row]
    plans = [int(str(rows[index]["planned_fai_wan"])) for index in started]
    least, most = ([round(wan * share) for wan in plans] for share in (0.06, 0.94))
    done = dict(zip(started, amounts(rng, len(started), _DONE, least, most), strict=True))
    return [
        row | {
            "contract_wan": contracts[index],
            "outside_in_place_wan": outside[index],
            "in_place_wan": min(contracts[index], outside[index] + round(contracts[index] * 0.03)),
            "done_fai_wan": done.get(index),
        }
        for index, row in enumerate(rows)
    ]  # fmt: skip


# Kind, what holds up, and whether it is solved: obstacles are traced one by one, the unsolved are reported up.
_HELD_UP = (
    ("征地拆迁", "地上附着物补偿未达成一致", False), ("审批手续", "环评批复未下达", True),
    ("资金", "银行贷款未落实", False), ("基础设施", "厂区道路和供水未接通", True),
    ("用地指标", "农用地转用指标不足", False), ("审批手续", "施工许可证未办结", True),
    ("基础设施", "供电增容未完成", False), ("用工", "技术工人不足", True),
)  # fmt: skip


def _obstacles(projects: list[Row]) -> list[Row]:
    """Return what holds up the largest projects that have not started, then some of those that build."""
    waiting = [row for row in projects if "started_on" not in row]
    building = [row for row in projects if "building_on" in row and "producing_on" not in row]
    delayed = [*waiting[:4], *building[:4]]
    return [
        {
            "obstacle_id": f"W{number:02d}",
            "project_names": row["project_name"],
            "obstacle_kind": kind,
            "description": description,
            "raised_on": date(2007, 8, 2 + 3 * number),
            "due_on": date(2007, 9, 20),
            "resolved_on": date(2007, 9, 18) if is_solved else None,
            "unit_name": row["host_unit_name"],
        }
        for number, (row, (kind, description, is_solved)) in enumerate(zip(delayed, _HELD_UP, strict=True), 1)
    ]


def case() -> Case:
    """Return the case."""
    rng = np.random.default_rng(_SEED)
    rows, trades = _rows(rng)
    rows = _paid(rng, _planned(rng, _dated(rng, rows)))
    regions = {"京津冀": 5, "长三角": 4, "珠三角": 2, "本省": 6, "其他地区": 4, "港澳台": 1}
    ground = Ground(TOWNS, PARKS)
    projects = finished(rng, rows, trades, ground, prefix="CT2007-", regions=regions, intensity=(104.0, 210.0))
    return Case(
        months=[month_end(2007, month) for month in range(1, 10)],
        units=units_of({"乡镇": TOWNS, "部门": DEPARTMENTS}),
        projects=projects,
        parks=list(PARKS),
        targets=[{"year": 2007, "metric": "固定资产投资", "target_value": 200_000, "target_tier": "确定目标"}],
        obstacles=_obstacles(projects),
    )
