"""The demo's projects: who builds what where, with which money; facts that hold over all ledgers."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from parkatlas.demo.calendar import LAST_DAY, generator
from parkatlas.demo.cohorts import all_histories
from parkatlas.demo.histories import OPEN_STAGES, History
from parkatlas.demo.industries import INDUSTRIES, MISFIT, OUTSIDE, Industry, brands, drawn, project_name
from parkatlas.demo.money import Money, money_of
from parkatlas.demo.register import INTRODUCERS, PARKS, TERRITORIES, Park

REGIONS = {"长三角": 34, "珠三角": 14, "京津冀": 7, "港澳台": 8, "境外": 5, "本省": 22, "其他地区": 10}
LEADERS = ("周启明", "沈若谷", "韩砚秋", "陆景行", "苏敬亭", "程望舒", "方知远", "陶怀瑾")
OFFICERS = (
    "丁小满", "叶清和", "孟一帆", "姜书宁", "彭思远", "万晓棠", "钟立夏", "龚文茵", "雷少秋",
    "祝青岚", "卓远帆", "贺知微",
)  # fmt: skip
_OUTSIDE_SHARE = 0.12
_FIT_SHARE = 0.83
_HOST_SHARE = 0.48
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


@dataclass(frozen=True)
class Fate:
    """What is settled before a project is drawn; ``outside`` all parks, ``own``: introduced by its host itself."""

    history: History
    brand: str
    outside: bool
    own: bool


def _fates(rng: np.random.Generator) -> list[Fate]:
    histories = all_histories()
    count = len(histories)
    outside = rng.permutation(count) < _OUTSIDE_SHARE * count
    own = rng.permutation(count) < _HOST_SHARE * count
    names = brands(rng, count)
    facts = zip(histories, names, outside.tolist(), own.tolist(), strict=True)
    return [Fate(history, name, away, kept) for history, name, away, kept in facts]


def _place(rng: np.random.Generator, history: History, used: dict[str, float]) -> Park:
    """Draw the park: one that stood when the project was signed and still has land to supply."""
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


def _unit(rng: np.random.Generator, host: str, *, own: bool) -> str:
    """Draw the unit that introduced a project: its host where it is the host's ``own``, else another one."""
    if own and host in INTRODUCERS:
        return host
    return drawn(rng, {name: weight for name, weight in INTRODUCERS.items() if name != host})


def _land(rng: np.random.Generator, industry: Industry, history: History, room: float) -> float:
    """Draw the land in mu, within the room the park has left; projects of 2026 are larger than those before."""
    signed = history.reached.get("signed")
    factor = 1.25 if signed and signed.year == LAST_DAY.year else 1.0
    land = float(industry.land_mu * factor * rng.lognormal(0, 0.62))
    return round(min(max(land, _LAND_LIMITS[0]), _LAND_LIMITS[1], max(room, _LAND_LIMITS[0])), 1)


def _drawn_project(rng: np.random.Generator, fate: Fate, used: dict[str, float]) -> Project:
    history, brand = fate.history, fate.brand
    park = None if fate.outside else _place(rng, history, used)
    industry = _industry(rng, park)
    host = _host(rng, park)
    code, product = industry.classes[int(rng.integers(len(industry.classes)))]
    room = park.planned_mu * park.supplied_share * 0.9 - used[park.name] if park else _LAND_LIMITS[1]
    land = _land(rng, industry, history, room)
    if park and history.supplied:
        used[park.name] += land
    region = drawn(rng, REGIONS)
    unit = _unit(rng, host, own=fate.own)
    name = project_name(rng, brand, industry.name, product)
    return Project(
        "", name, f"{brand}{industry.trade}有限公司", unit, host, park, region, industry, code, product, land,
        money_of(rng, region, park, industry.name, land), "", "", history,
    )  # fmt: skip


def _numbered(projects: list[Project]) -> list[Project]:
    """Give each project its number, its leader (by park or host) and its case officer (by unit)."""
    grounds = [*(park.name for park in PARKS), *(name for name, *_ in TERRITORIES)]
    units = list(INTRODUCERS)
    numbered = []
    for index, project in enumerate(projects):
        year = min(project.history.reached.values()).year
        ground = grounds.index(project.park.name if project.park else project.host)
        leader = LEADERS[ground % len(LEADERS)]
        officer = OFFICERS[(units.index(project.unit) * 5 + index % 2) % len(OFFICERS)]
        numbered.append(replace(project, number=f"YC{year}-{index + 1:03d}", leader=leader, officer=officer))
    return numbered


def _expansions(rng: np.random.Generator, projects: list[Project]) -> list[Project]:
    """Let some firms that build already come back with a second phase in the same park."""
    expanded = list(projects)
    for index, project in enumerate(projects):
        earlier = [
            other for other in projects[:index] if other.park == project.park and other.industry == project.industry
        ]
        if not earlier or project.park is None or rng.random() > 0.08:  # noqa: PLR2004 - one in twelve
            continue
        first = earlier[int(rng.integers(len(earlier)))]
        name = f"{first.name.removesuffix('项目')}二期项目"
        if name not in {other.name for other in expanded} and "二期" not in first.name:
            expanded[index] = _second_phase(project, first, name)
    return expanded


def _second_phase(project: Project, first: Project, name: str) -> Project:
    money = replace(project.money, outside_share=first.money.outside_share, foreign_share=first.money.foreign_share)
    return replace(
        project, name=name, investor=first.investor, code=first.code, product=first.product, region=first.region,
        money=money,
    )  # fmt: skip


def draw_projects() -> list[Project]:
    """Return all projects of the demo, by the day of their lead."""
    rng = generator(2)
    used = dict.fromkeys((park.name for park in PARKS), 0.0)
    drawn_ones = [_drawn_project(rng, fate, used) for fate in _fates(rng)]
    return _numbered(_expansions(rng, drawn_ones))


def is_open(project: Project) -> bool:
    """Return whether the project stands before its contract today."""
    return project.history.stage(LAST_DAY) in OPEN_STAGES
