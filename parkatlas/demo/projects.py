"""The demo's projects: who builds what where, with which money; facts that hold over all ledgers."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from parkatlas.demo.calendar import LAST_DAY, busy_days, generator, months_between
from parkatlas.demo.histories import (
    OPEN_STAGES,
    History,
    dropped_project,
    fallen_back,
    held_up,
    open_project,
    signed_project,
)
from parkatlas.demo.industries import INDUSTRIES, MISFIT, OUTSIDE, Industry, brands, drawn, project_name
from parkatlas.demo.money import Money, money_of
from parkatlas.demo.register import INTRODUCERS, PARKS, TERRITORIES, Park

REGIONS = {"长三角": 34, "珠三角": 14, "京津冀": 7, "港澳台": 8, "境外": 5, "本省": 22, "其他地区": 10}
LEADERS = ("周启明", "沈若谷", "韩砚秋", "陆景行", "苏敬亭", "程望舒", "方知远", "陶怀瑾")
OFFICERS = (
    "丁小满", "叶清和", "孟一帆", "姜书宁", "彭思远", "万晓棠", "钟立夏", "龚文茵", "雷少秋", "祝青岚", "卓远帆", "贺知微",
)  # fmt: skip
_OPEN = {"lead": 10, "negotiating": 11, "intent": 9, "agreement": 8}
_DROPPED = 15
_PARK_SHARE = 0.88
_FIT_SHARE = 0.83
_HOST_SHARE = 0.5
_LAND_LIMITS = (8.0, 400.0)


@dataclass(frozen=True)
class Project:
    """A project's lasting facts; ``park`` is None outside parks, ``history`` knows the future of its plan."""

    number: str
    name: str
    investor: str
    unit: str
    host: str
    park: Park | None
    region: str
    industry: Industry
    code: str
    product: str
    land_mu: float
    money: Money
    leader: str
    officer: str
    history: History

    @property
    def is_foreign(self) -> bool:
        """Whether its capital comes from beyond the mainland."""
        return self.money.foreign_share > 0


_COHORTS = (
    (53, months_between((2022, 7), (2024, 4))),
    (40, months_between((2024, 5), (2024, 12))),
    (66, months_between((2025, 1), (2025, 12))),
    (48, months_between((2026, 1), (2026, 10))),
)


def _idle(histories: list[History]) -> list[History]:
    """Let five projects stand idle for more than a year, two for more than two, and four be late by less."""
    one, two = LAST_DAY - timedelta(days=380), LAST_DAY - timedelta(days=760)
    old = [index for index, history in enumerate(histories) if history.agreed_start and history.agreed_start < two]
    young = [index for index, item in enumerate(histories) if item.agreed_start and two <= item.agreed_start < one]
    late = [index for index, item in enumerate(histories) if item.agreed_start and one + timedelta(days=60) < item.agreed_start]
    for index in (*old[3::20][:2], *young[4::12][:5], *late[2::7][:4]):
        histories[index] = held_up(histories[index], "started")
    return histories


def _stopped(histories: list[History]) -> list[History]:
    """Let some started projects stop on the way and two fall back."""
    started = [index for index, history in enumerate(histories) if "started" in history.known(LAST_DAY)]
    for index, stage in zip(started[7::17], ("completed", "producing", "building") * 4, strict=False):
        histories[index] = held_up(histories[index], stage)
    building, signed = started[40], len(histories) - 70
    histories[building] = fallen_back(held_up(histories[building], "completed"), "building", 150)
    lost = fallen_back(held_up(histories[signed], "started"), "signed", 140)
    histories[signed] = replace(lost, supplied=None, agreed_start=None)
    return histories


def _histories() -> list[History]:
    rng = generator(1)
    signed = [signed_project(rng, day) for count, months in _COHORTS for day in busy_days(rng, count, months)]
    signed.sort(key=lambda history: history.reached["signed"])
    held = _stopped(_idle(signed))
    waiting = [open_project(rng, stage) for stage, count in _OPEN.items() for _ in range(count)]
    dropped = [dropped_project(rng, day) for day in busy_days(rng, _DROPPED, months_between((2024, 8), (2026, 9)))]
    return sorted([*held, *waiting, *dropped], key=lambda history: min(history.reached.values()))


def _place(rng: np.random.Generator, history: History, used: dict[str, float]) -> Park | None:
    """Draw the park: one that stood when the project was signed and still has land to supply."""
    if rng.random() > _PARK_SHARE:
        return None
    day = history.reached.get("signed", LAST_DAY)
    weights = {
        park.name: park.weight * (6 if park.name.startswith("柳桥") else 1)
        for park in PARKS
        if date.fromisoformat(park.established) < day and used[park.name] < park.planned_mu * park.supplied_share * 0.8
    }
    name = drawn(rng, weights)
    return next(park for park in PARKS if park.name == name)


def _industry(rng: np.random.Generator, park: Park | None) -> Industry:
    if park is None:
        return INDUSTRIES[drawn(rng, OUTSIDE)]
    if rng.random() < _FIT_SHARE:
        leading = {name: 2 - index for index, name in enumerate(park.industries)}
        return INDUSTRIES[drawn(rng, leading)]
    return INDUSTRIES[drawn(rng, {name: weight for name, weight in MISFIT.items() if name not in park.industries})]


def _host(rng: np.random.Generator, park: Park | None) -> str:
    if park is not None:
        return park.host
    rural = [name for name, kind, _, _ in TERRITORIES if kind == "乡镇"]
    return rural[int(rng.integers(len(rural)))]


def _unit(rng: np.random.Generator, host: str, *, in_park: bool) -> str:
    own = _HOST_SHARE if in_park else 0.7
    if host in INTRODUCERS and rng.random() < own:
        return host
    return drawn(rng, {name: weight for name, weight in INTRODUCERS.items() if name != host})


def _land(rng: np.random.Generator, industry: Industry, history: History, room: float) -> float:
    """Draw the land in mu, within the room the park has left; projects of 2026 are larger than those before."""
    signed = history.reached.get("signed")
    factor = 1.25 if signed and signed.year == LAST_DAY.year else 1.0
    land = float(industry.land_mu * factor * rng.lognormal(0, 0.62))
    return round(min(max(land, _LAND_LIMITS[0]), _LAND_LIMITS[1], max(room, _LAND_LIMITS[0])), 1)


def _drawn_project(rng: np.random.Generator, history: History, used: dict[str, float], brand: str) -> Project:
    park = _place(rng, history, used)
    industry = _industry(rng, park)
    host = _host(rng, park)
    code, product = industry.classes[int(rng.integers(len(industry.classes)))]
    room = park.planned_mu * park.supplied_share * 0.9 - used[park.name] if park else _LAND_LIMITS[1]
    land = _land(rng, industry, history, room)
    if park and history.supplied:
        used[park.name] += land
    region = drawn(rng, REGIONS)
    unit = _unit(rng, host, in_park=park is not None)
    return Project(
        "", project_name(rng, brand, code, product), f"{brand}{industry.trade}有限公司", unit, host, park, region,
        industry, code, product, land, money_of(rng, region, park, industry.name, land), "", "", history,
    )  # fmt: skip


def _numbered(projects: list[Project]) -> list[Project]:
    """Give each project its number, its leader (by park or host) and its case officer (by unit)."""
    grounds = [*(park.name for park in PARKS), *(name for name, *_ in TERRITORIES)]
    units = list(INTRODUCERS)
    found = []
    for index, project in enumerate(projects):
        year = min(project.history.reached.values()).year
        ground = grounds.index(project.park.name if project.park else project.host)
        leader = LEADERS[ground % len(LEADERS)]
        officer = OFFICERS[(units.index(project.unit) * 5 + index % 2) % len(OFFICERS)]
        found.append(replace(project, number=f"YC{year}-{index + 1:03d}", leader=leader, officer=officer))
    return found


def _expansions(rng: np.random.Generator, projects: list[Project]) -> list[Project]:
    """Let some firms that build already come back with a second phase in the same park."""
    found = list(projects)
    for index, project in enumerate(projects):
        earlier = [other for other in projects[:index] if other.park == project.park and other.industry == project.industry]
        if not earlier or project.park is None or rng.random() > 0.08:  # noqa: PLR2004 - one in twelve
            continue
        first = earlier[int(rng.integers(len(earlier)))]
        name = f"{first.name.removesuffix('项目')}二期项目"
        if name not in {other.name for other in found} and "二期" not in first.name:
            same = {"investor": first.investor, "code": first.code, "product": first.product, "region": first.region}
            found[index] = replace(project, name=name, money=replace(project.money, **_origin(first)), **same)
    return found


def _origin(first: Project) -> dict[str, float]:
    return {"outside_share": first.money.outside_share, "foreign_share": first.money.foreign_share}


def draw_projects() -> list[Project]:
    """Return all projects of the demo, by the day of their lead."""
    rng = generator(2)
    histories = _histories()
    used = dict.fromkeys((park.name for park in PARKS), 0.0)
    names = brands(rng, len(histories))
    drawn_ones = [_drawn_project(rng, history, used, name) for history, name in zip(histories, names, strict=True)]
    return _numbered(_expansions(rng, drawn_ones))


def is_open(project: Project) -> bool:
    """Return whether the project stands before its contract today."""
    return project.history.stage(LAST_DAY) in OPEN_STAGES
