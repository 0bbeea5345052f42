"""吉林市, January to May: two targets, foreign capital, many agreements, few contracts, fewer landed."""

from datetime import date, timedelta

import numpy as np

from parkatlas.demo.calendar import month_end, months_between
from parkatlas.demo.cases.case import Case
from parkatlas.demo.cases.lives import Row, onward, paid
from parkatlas.demo.cases.projects import Ground, Trade, days, finished, units_of

_SEED = [2008, 5]
_LAST = date(2008, 5, 31)
_COUNTIES = {
    "昌邑区": (126.574, 43.882), "龙潭区": (126.562, 43.911), "船营区": (126.541, 43.833), "丰满区": (126.562, 43.822),
    "永吉县": (126.498, 43.673), "舒兰市": (126.966, 44.406), "磐石市": (126.060, 42.946), "蛟河市": (127.345, 43.724),
    "桦甸市": (126.746, 42.972),
}  # fmt: skip
_ZONES = {"高新区": (126.524, 43.815), "经济开发区": (126.497, 43.948)}
# How often each unit introduces a project; 丰满区 and 舒兰市 none.
_WEIGHTS = {"昌邑区": 4, "龙潭区": 5, "船营区": 4, "永吉县": 3, "磐石市": 4, "蛟河市": 2, "桦甸市": 3, "高新区": 6,
            "经济开发区": 5}  # fmt: skip
_TRADES = (
    Trade("C2614", "化工", "精细化工", "化工"),
    Trade("C3670", "汽车零部件", "汽车底盘部件", "汽车部件"),
    Trade("C2829", "化纤", "碳纤维", "碳纤"),
    Trade("C3240", "冶金", "镍合金", "冶金"),
    Trade("C1311", "农产品加工", "大米精加工", "米业"),
    Trade("C3824", "电力电子", "半导体器件", "电子"),
    Trade("N7861", "旅游", "雾凇度假区", "旅游"),
)
# First and last day of signing, and how many.
_SIGNED = (
    (date(2006, 1, 9), date(2006, 12, 20), 36),
    (date(2007, 1, 8), date(2007, 5, 31), 12),
    (date(2007, 6, 1), date(2007, 12, 20), 16),
    (date(2008, 1, 8), date(2008, 3, 31), 5),
    (date(2008, 4, 1), date(2008, 5, 28), 12),
)
_OPEN = (("agreement_on", 26), ("intent_on", 13), ("negotiating_on", 11), ("lead_on", 12))
_OPEN_DATES = ("lead_on", "negotiating_on", "intent_on", "agreement_on")
_FOREIGN_SHARE, _YUAN_PER_DOLLAR = 0.6, 7.0
# The first quarter of 2008 is flat, April and May rise; the same months of the year before were busy ones.
_MONTHS = {
    (2008, 1): 0.6, (2008, 2): 0.5, (2008, 3): 0.7, (2008, 4): 1.7, (2008, 5): 2.1,
    **{(2007, month): 2.0 for month in range(1, 6)},
}  # fmt: skip
_REGIONS = {"长三角": 6, "珠三角": 5, "京津冀": 5, "本省": 2, "其他地区": 2, "港澳台": 4, "境外": 4}
# Base and stretch of the year, 万元 and 万美元.
_TARGETS = {"域外资金": (520_000, 620_000), "到位资金": (580_000, 690_000), "实际利用外资": (10_300, 12_300)}

# Two teams for each region of the speech: name, where it went, who sent it. Those of the units without any result
# brought nothing.
_TEAMS = (
    ("长三角招商一队", "长三角", "高新区"), ("长三角招商二队", "长三角", "昌邑区"),
    ("珠三角招商一队", "珠三角", "经济开发区"), ("珠三角招商二队", "珠三角", "丰满区"),
    ("京津唐招商一队", "京津唐", "龙潭区"), ("京津唐招商二队", "京津唐", "舒兰市"),
)  # fmt: skip
_SET_OUT = (date(2008, 2, 18), date(2008, 3, 12), date(2008, 4, 7))  # after the spring festival, or some days later
_WITHOUT_RESULT = ("丰满区", "舒兰市")


def _targets() -> list[Row]:
    """Return the city's two targets of each metric, the base one shared out among all units, the idle ones too."""
    shares = {**_WEIGHTS, **dict.fromkeys(_WITHOUT_RESULT, 2)}
    rows: list[Row] = []
    for metric, values in _TARGETS.items():
        target: Row = {"year": 2008, "metric": metric}
        for tier, value in zip(("确定目标", "力争目标"), values, strict=True):
            rows.append({**target, "target_value": value, "target_tier": tier})
        owed = {unit: round(values[0] * share / sum(shares.values()), -2) for unit, share in shares.items()}
        owed["龙潭区"] += values[0] - sum(owed.values())
        rows += [
            {**target, "unit_name": unit, "target_value": value, "target_tier": "确定目标"}
            for unit, value in owed.items()
        ]
    return rows


def _money(rng: np.random.Generator) -> Row:
    planned = round(2500 * float(np.exp(rng.normal(1.1, 0.8))), -1)
    return {"planned_fai_wan": round(planned), "contract_wan": round(planned * 1.2)}


def _signed(rng: np.random.Generator) -> list[Row]:
    return [
        _money(rng) | onward(rng, day, _LAST) for first, last, count in _SIGNED for day in days(rng, count, first, last)
    ]


def _open(rng: np.random.Generator) -> list[Row]:
    """Return what has no contract yet; all but leads came this year."""
    rows = []
    for stage, count in _OPEN:
        reached = _OPEN_DATES[: _OPEN_DATES.index(stage) + 1]
        for last in days(rng, count, date(2008, 1, 20), date(2008, 5, 28)):
            dates = {name: last - timedelta(days=24 * back) for back, name in enumerate(reversed(reached))}
            rows.append(_money(rng) | {name: dates[name] for name in reached})
    return rows


def _funded(rng: np.random.Generator, project: Row) -> Row:
    """Return the project with its funds: from outside the city, and in dollars where they are foreign."""
    if "signed_on" not in project:
        return project
    row = project | paid(rng, project)
    in_place = int(str(row["in_place_wan"]))
    row["outside_in_place_wan"] = round(in_place * (0.4 if row["source_region"] == "本省" else 0.94))
    if row["capital_type"] == "外资":
        row["foreign_usd_wan"] = round(in_place * _FOREIGN_SHARE / _YUAN_PER_DOLLAR)
    return row


def _trips(projects: list[Row]) -> list[Row]:
    """Return each team's trips since the spring festival; its first names what it brought.

    That is what its unit introduced from that region, with an agreement or a contract since that trip set out.
    """
    rng = np.random.default_rng([*_SEED, 1])
    rows: list[Row] = []
    for team, region, unit in _TEAMS:
        firsts = [day + timedelta(days=int(rng.integers(8))) for day in _SET_OUT]
        alias = {"京津唐": "京津冀"}.get(region, region)
        own = [row for row in projects if (row["unit_name"], row["source_region"]) == (unit, alias)]
        brought = [row for row in own if _agreed(row) >= firsts[0]]
        for first in firsts:
            named = brought if first == firsts[0] else []
            rows.append(
                {
                    "team_name": team,
                    "trip_region": region,
                    "first_on": first,
                    "last_on": first + timedelta(days=int(rng.integers(3, 12))),
                    "traveller_count": int(rng.integers(3, 7)),
                    "unit_name": unit,
                    "visited_count": int(rng.integers(4, 16)),
                    "lead_count": 0 if unit in _WITHOUT_RESULT else int(rng.integers(1, 5)),
                    "brought_names": "、".join(str(row["project_name"]) for row in named),
                }
            )
    return rows


def _agreed(project: Row) -> date:
    """Return when a project was agreed or signed, the first day of all where it was not."""
    day = project.get("signed_on") or project.get("agreement_on")
    return day if isinstance(day, date) else date.min


def case() -> Case:
    """Return the case."""
    rng = np.random.default_rng(_SEED)
    names, weights = list(_WEIGHTS), np.array(list(_WEIGHTS.values()), dtype=float)
    rows = [
        {"unit_name": names[int(rng.choice(len(names), p=weights / weights.sum()))], **row}
        for row in (*_signed(rng), *_open(rng))
    ]
    trades = [_TRADES[int(rng.integers(len(_TRADES)))] for _ in rows]
    drawn = finished(rng, rows, trades, Ground(_COUNTIES | _ZONES), prefix="JL-", regions=_REGIONS)
    projects = [_funded(rng, project) for project in drawn]
    return Case(
        months=[month_end(*month) for month in months_between((2006, 12), (2008, 5))],
        units=units_of({"县区": _COUNTIES, "开发区": _ZONES}),
        projects=projects,
        targets=_targets(),
        weights=_MONTHS,
        trips=_trips(projects),
    )
