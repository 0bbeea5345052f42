"""海港区, the eve of the sixty days of 2009: 73 projects being built, 15 completed, a zone of three parks."""

from datetime import date, timedelta

import numpy as np

from parkatlas.demo.calendar import month_end
from parkatlas.demo.cases.amounts import spread
from parkatlas.demo.cases.case import Case
from parkatlas.demo.cases.grounds import Park
from parkatlas.demo.cases.lives import Row, paid
from parkatlas.demo.cases.projects import Ground, Trade, finished, units_of

_SEED = [2009, 11]
_LAST = date(2009, 10, 31)
_ZONE = "临港产业聚集区"
_TOWNS = {
    "海港镇": (119.572, 39.951), "西港镇": (119.532, 39.938), "东港镇": (119.648, 39.962), "北港镇": (119.601, 39.986),
    "海阳镇": (119.512, 39.972),
}  # fmt: skip
_COMMITTEE = {f"{_ZONE}管委会": (119.655, 39.972)}
_DEPARTMENTS = {"区发改局": (119.601, 39.936), "区工信局": (119.604, 39.938), "区商务局": (119.598, 39.939),
                "区建设局": (119.607, 39.935)}  # fmt: skip
_PARKS = (
    Park("北部工业区", f"{_ZONE}管委会", "玻璃、装备制造、金属压延", 119.605, 40.021, 5200, 3100, 12.0, "省级", _ZONE),
    Park("临港物流园", f"{_ZONE}管委会", "现代物流", 119.681, 39.951, 2600, 1400, 350.0, "市级", _ZONE),
    Park("东部循环经济园", f"{_ZONE}管委会", "电子、光伏、生物工程", 119.722, 40.003, 3800, 1900, 28.0, "市级", _ZONE),
)
_TRADES = {
    "北部工业区": (
        Trade("C3041", "玻璃", "超白浮法玻璃", "玻璃"), Trade("C3042", "玻璃", "节能中空玻璃", "玻璃"),
        Trade("C3484", "装备制造", "港口机械部件", "重工"), Trade("C3130", "金属压延", "精密带钢", "金属"),
    ),
    "临港物流园": (Trade("G5990", "现代物流", "钢材物流中心", "物流"), Trade("G5920", "现代物流", "粮油仓储", "物流")),
    "东部循环经济园": (
        Trade("C3982", "电子", "电路板", "电子"), Trade("C3825", "光伏", "太阳能电池组件", "光伏"),
        Trade("C2761", "生物工程", "生物制剂", "生物科技"), Trade("C4210", "循环经济", "废钢加工", "再生资源"),
    ),
    "": (Trade("K7010", "房地产", "商业综合体", "置业"), Trade("C1361", "食品加工", "水产品加工", "食品")),
}  # fmt: skip
_DATES = ("negotiating_on", "intent_on", "agreement_on", "signed_on", "started_on", "building_on", "completed_on",
          "producing_on")  # fmt: skip
# The stage a project stands at, how many, and the bounds of their planned investment in 万元.
_GROUPS: tuple[tuple[str, int, tuple[int, int]], ...] = (
    ("producing_on", 18, (1200, 24_000)),
    ("completed_on", 15, (1500, 26_000)),
    ("building_on", 51, (1000, 60_000)),
    ("started_on", 22, (1000, 45_000)),
    ("building_on", 6, (300, 900)),
    ("signed_on", 12, (2000, 50_000)),
    ("agreement_on", 6, (5000, 70_000)),
    ("intent_on", 7, (5000, 80_000)),
    ("negotiating_on", 7, (5000, 90_000)),
)


def _dates(rng: np.random.Generator, stage: str) -> Row:
    """Draw the dates of a project back from the one of its stage, which lies within a hundred days of the last day."""
    reached = _DATES[: _DATES.index(stage) + 1]
    day = _LAST - timedelta(days=int(rng.integers(6, 100)))
    dates = {}
    for name in reversed(reached):
        dates[name] = day
        day -= timedelta(days=int(rng.integers(20, 75)))
    return {name: dates[name] for name in reached}


def _wan(rng: np.random.Generator, low: int, high: int) -> int:
    """Draw an investment between two bounds, small ones more often, in tens of 万元."""
    return round(float(low * (high / low) ** rng.uniform(0, 1)) / 10) * 10


def _rows(rng: np.random.Generator) -> tuple[list[Row], list[Trade]]:
    count = sum(often for _, often, _ in _GROUPS)
    parks_drawn = iter(spread(rng, {"北部工业区": 52, "临港物流园": 24, "东部循环经济园": 44, "": count - 120}))
    units = [*_TOWNS, *_COMMITTEE, *_DEPARTMENTS]
    rows: list[Row] = []
    trades: list[Trade] = []
    for stage, often, (low, high) in _GROUPS:
        for park in (next(parks_drawn) for _ in range(often)):
            planned = _wan(rng, low, high)
            unit = units[int(rng.integers(len(units)))]
            row: Row = {"unit_name": unit, "planned_fai_wan": planned, "contract_wan": round(planned * 1.16)}
            host = list(_TOWNS)[int(rng.integers(len(_TOWNS)))]
            row |= {"park_name": park} if park else {"host_unit_name": host}
            row |= _dates(rng, stage)
            if "completed_on" not in row:
                row["planned_completion_on"] = _LAST + timedelta(days=int(rng.integers(20, 300)))
            rows.append(row | (paid(rng, row) if "signed_on" in row else {}))
            trades.append(_TRADES[park][int(rng.integers(len(_TRADES[park])))])
    return rows, trades


_CAMPAIGN = {"campaign_name": "大干60天", "first_on": date(2009, 11, 2), "last_on": date(2009, 12, 31)}
_AIMS = {"投产项目": 15, "开工项目": 12}


# Indicator; then value and growth of 海港区 among ten other main urban districts, whose names the ledger does not know.
_INDICATORS: tuple[tuple[str, tuple[float, ...], tuple[float, ...]], ...] = (
    ("固定资产投资（亿元）", (96.4, 284.0, 241.5, 226.8, 208.3, 187.6, 163.2, 149.9, 131.7, 112.5, 88.2),
     (38.6, 41.2, 35.5, 29.8, 44.1, 31.0, 27.4, 36.9, 33.3, 25.6, 22.1)),
    ("规模以上工业增加值（亿元）", (58.3, 162.4, 141.0, 122.7, 104.6, 95.9, 83.5, 61.2, 55.0, 47.8, 39.1),
     (9.6, 12.4, 11.8, 8.9, 14.2, 10.5, 13.1, 7.7, 9.2, 11.1, 6.4)),
    ("实际利用外资（万美元）", (8650, 21_400, 17_900, 13_250, 11_800, 9400, 8200, 6900, 5350, 4800, 3100),
     (15.2, 18.9, 9.4, 21.5, 12.7, 16.3, 8.8, 11.0, 14.6, 7.1, 5.9)),
    ("财政收入（亿元）", (17.8, 39.6, 34.1, 29.7, 25.2, 22.4, 18.9, 16.3, 14.0, 12.6, 9.8),
     (13.4, 16.8, 15.1, 12.2, 17.9, 14.3, 11.6, 10.7, 13.9, 9.5, 8.3)),
)  # fmt: skip
_PEERS = ("海港区", *(f"{letter}市主城区" for letter in "甲乙丙丁戊己庚辛壬癸"))


def _peers() -> list[Row]:
    return [
        {"peer_name": name, "indicator": indicator, "peer_value": value, "growth_pct": growth}
        for indicator, values, growths in _INDICATORS
        for name, value, growth in zip(_PEERS, values, growths, strict=True)
    ]


def case() -> Case:
    """Return the case."""
    rng = np.random.default_rng(_SEED)
    rows, trades = _rows(rng)
    regions = {"京津冀": 9, "长三角": 3, "本省": 6, "其他地区": 3, "境外": 1, "港澳台": 1}
    ground = Ground(_TOWNS | _COMMITTEE, _PARKS)
    return Case(
        months=[month_end(2009, month) for month in range(5, 11)],
        units=units_of({"乡镇": _TOWNS, "开发区": _COMMITTEE, "部门": _DEPARTMENTS}),
        projects=finished(rng, rows, trades, ground, prefix="HG2009-", regions=regions, intensity=(160.0, 380.0)),
        parks=list(_PARKS),
        peers=_peers(),
        campaigns=[{**_CAMPAIGN, "metric": metric, "target_value": value} for metric, value in _AIMS.items()],
    )
