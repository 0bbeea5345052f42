"""昌图县, January to September 2007: 126 projects of five tiers, enclaves, and a plan of 20 亿元 done to 87.5 %."""

from datetime import date

import numpy as np

from parkatlas.demo.calendar import month_end
from parkatlas.demo.cases.amounts import amounts, spread
from parkatlas.demo.cases.case import Case
from parkatlas.demo.cases.grounds import Park
from parkatlas.demo.cases.lives import Row, onward
from parkatlas.demo.cases.projects import Ground, Trade, days, finished, units_of

_SEED = [2007, 9]
_LAST = date(2007, 9, 30)
_TOWNS = {
    "昌图镇": (124.111, 42.786), "老城镇": (124.186, 42.812), "八面城镇": (124.021, 43.219),
    "老四平镇": (124.247, 43.086),
    "三江口镇": (123.602, 43.348), "金家镇": (123.846, 43.061), "宝力镇": (123.698, 42.872),
    "泉头镇": (124.223, 42.905),
    "双庙子镇": (124.282, 43.003), "亮中桥镇": (123.917, 42.668), "马仲河镇": (124.083, 42.701),
    "毛家店镇": (124.328, 42.934), "大洼镇": (123.992, 42.934), "傅家镇": (123.761, 43.172),
    "四面城镇": (124.048, 42.871),
    "曲家店镇": (123.811, 43.262),
}  # fmt: skip
_DEPARTMENTS = {
    "县发展改革局": (124.108, 42.790), "县经济局": (124.112, 42.792), "县外经贸局": (124.116, 42.789),
    "县财政局": (124.109, 42.783), "县国土资源局": (124.114, 42.782), "县建设局": (124.105, 42.786),
    "县农村经济局": (124.119, 42.785), "县交通局": (124.103, 42.781),
}  # fmt: skip
_OLD_SIPING = "老四平工业园区"
_PARKS = (
    Park(_OLD_SIPING, "老四平镇", "专用汽车、装备制造", 124.262, 43.101, 3200, 1750, 24.0),
    Park("八面城工业园区", "八面城镇", "农产品加工", 124.041, 43.204, 2400, 1280, 348.0),
    Park("昌图工业园区", "昌图镇", "生物化工、新能源", 124.136, 42.772, 2900, 1490, 8.0),
)
_VEHICLES, _HEAT = (
    Trade("C3630", "专用汽车", "专用汽车制造", "专用车"),
    Trade("C3360", "装备制造", "重型热处理", "热处理"),
)
_CHOLINE, _WIND, _BIOMASS, _PIGS = (
    Trade("C1495", "生物化工", "氯化胆碱", "生物科技"),
    Trade("D4415", "新能源", "风力发电", "风电"),
    Trade("D4417", "新能源", "生物质发电", "生物质能"),
    Trade("C1351", "农产品加工", "生猪屠宰加工", "肉业"),
)
_TRADES = {
    _OLD_SIPING: (_VEHICLES, _HEAT, Trade("C3484", "装备制造", "机械零部件", "机械")),
    "八面城工业园区": (
        Trade("C1310", "农产品加工", "玉米精深加工", "粮油"), Trade("C1371", "农产品加工", "脱水蔬菜", "食品"),
        Trade("C1353", "农产品加工", "熟肉制品", "食品"),
    ),
    "昌图工业园区": (
        Trade("C2669", "生物化工", "生物制剂", "生化"), Trade("C2625", "生物化工", "有机肥料", "肥业"),
        Trade("C3811", "新能源", "风电塔筒", "风电设备"),
    ),
}  # fmt: skip
_RURAL = (
    Trade("C3031", "建材", "新型墙体砖", "建材"), Trade("A0313", "畜牧", "种猪繁育基地", "牧业"),
    Trade("C1312", "农产品加工", "水稻加工", "米业"), Trade("C2011", "木材加工", "木材加工", "木业"),
    Trade("F5112", "商贸", "农贸市场", "商贸"), Trade("C1371", "农产品加工", "蔬菜保鲜", "食品"),
)  # fmt: skip
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
    (_VEHICLES, 0, {
        "unit_name": "老四平镇", "park_name": _OLD_SIPING, "signed_on": date(2007, 1, 16),
        "started_on": date(2007, 4, 10), "building_on": date(2007, 5, 18),
    }),
    (_CHOLINE, 0, {"unit_name": "县经济局", "park_name": "昌图工业园区"}),
    (_WIND, 0, {"unit_name": "县发展改革局", "host_unit_name": "曲家店镇"}),
    (_BIOMASS, 0, {"unit_name": "县发展改革局", "park_name": "昌图工业园区"}),
    (_PIGS, 1, {
        "unit_name": "八面城镇", "park_name": "八面城工业园区", "signed_on": date(2007, 2, 6),
        "started_on": date(2007, 3, 26), "building_on": date(2007, 6, 25),
        "planned_completion_on": date(2007, 10, 31), "planned_production_on": date(2007, 11, 30),
    }),
    (_HEAT, 2, {
        "unit_name": "县外经贸局", "park_name": _OLD_SIPING, "signed_on": date(2007, 1, 23),
        "started_on": date(2007, 3, 15), "building_on": date(2007, 4, 20), "producing_on": date(2007, 8, 20),
        "planned_completion_on": date(2007, 12, 20), "planned_production_on": date(2007, 12, 20),
    }),
)  # fmt: skip


def _tier(place: int) -> int:
    """Return which tier, 0 the largest, the project at this place of the amounts belongs to."""
    bounds = np.cumsum([count for count, *_ in _TIERS])
    return int(np.searchsorted(bounds, place, side="right"))


def _who(rng: np.random.Generator, count: int) -> list[tuple[str | None, str, str | None]]:
    """Draw (park, unit, host outside parks) of the projects that the speech does not name; ten more in 老四平."""
    parks: dict[str, int] = {_OLD_SIPING: 10, "八面城工业园区": 15, "昌图工业园区": 14}
    places = spread(rng, {**parks, "": count - sum(parks.values())})
    units = [*_TOWNS, *_DEPARTMENTS]
    found: list[tuple[str | None, str, str | None]] = []
    for park in places:
        unit = units[int(rng.integers(len(units)))]
        host = unit if unit in _TOWNS else list(_TOWNS)[int(rng.integers(len(_TOWNS)))]
        found.append((park or None, unit, None if park else host))
    return found


def _rows(rng: np.random.Generator) -> tuple[list[Row], list[Trade]]:
    """Return every project's unit, park, planned investment and what is named of it, with its trade."""
    sums = _amounts(rng)
    places = [int(place) for place in rng.permutation(len(sums))]
    rows: list[Row] = []
    trades: list[Trade] = []
    for trade, tier, said in _NAMED:
        place = next(index for index in places if _tier(index) == tier)
        places.remove(place)
        rows.append({**said, "planned_fai_wan": sums[place]})
        trades.append(trade)
    for place, (park, unit, host) in zip(places, _who(rng, len(places)), strict=True):
        offered = _TRADES[park] if park else _RURAL
        trades.append(offered[int(rng.integers(len(offered)))])
        rows.append({"unit_name": unit, "park_name": park, "host_unit_name": host, "planned_fai_wan": sums[place]})
    return [{name: value for name, value in row.items() if value is not None} for row in rows], trades


def _dated(rng: np.random.Generator, rows: list[Row]) -> list[Row]:
    """Give each project its dates: of the twelve in 老四平, ten start by the end of April and two wait till June."""
    signed = iter(days(rng, len(rows), date(2007, 1, 4), date(2007, 8, 31)))
    early = iter(days(rng, len(rows), date(2007, 1, 4), date(2007, 2, 10)))
    waiting = 2
    found = []
    for row in rows:
        day = next(signed)
        if "signed_on" in row:
            found.append(row)
        elif row.get("park_name") != _OLD_SIPING:
            found.append(onward(rng, day, _LAST) | row)
        else:
            until = {"started_on": date(2007, 4, 24)} if waiting <= 0 else {"started_on": date(2007, 6, 12)}
            waiting -= 1
            found.append({"signed_on": next(early), **until, "building_on": date(2007, 7, 10)} | row)
    return found


def _planned(rng: np.random.Generator, rows: list[Row]) -> list[Row]:
    """Give each its plan: all produce within 2007, but for six of those that have not started."""
    late = [index for index, row in enumerate(rows) if "started_on" not in row][:_LATE]
    return [
        {
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


def case() -> Case:
    """Return the case."""
    rng = np.random.default_rng(_SEED)
    rows, trades = _rows(rng)
    projects = _paid(rng, _planned(rng, _dated(rng, rows)))
    regions = {"京津冀": 5, "长三角": 4, "珠三角": 2, "本省": 6, "其他地区": 4, "港澳台": 1}
    ground = Ground(_TOWNS, _PARKS)
    return Case(
        months=[month_end(2007, month) for month in range(1, 10)],
        units=units_of({"乡镇": _TOWNS, "部门": _DEPARTMENTS}),
        projects=finished(
            rng, projects, trades, ground, prefix="CT2007-", regions=regions, intensity=(104.0, 210.0)
        ),
        parks=list(_PARKS),
        targets=[{"year": 2007, "metric": "固定资产投资", "target_value": 200_000, "target_tier": "确定目标"}],
    )  # fmt: skip
