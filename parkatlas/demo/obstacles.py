"""The demo's obstacles: what holds projects back, who has to solve it and by when."""

from datetime import date, timedelta

import numpy as np
from shapely.geometry import Point

from parkatlas.demo.calendar import LAST_DAY, generator
from parkatlas.demo.county import degrees
from parkatlas.demo.files import position
from parkatlas.demo.grounds import grounds
from parkatlas.demo.projects import Project
from parkatlas.terms import OBSTACLE_KINDS

Rows = list[dict[str, object]]
_KINDS = {term.code: term.labels[0] for term in OBSTACLE_KINDS}

# Kind, the stages at which it happens, what is said, and the unit that answers ("" means the host unit).
_CASES = (
    ("acquisition", ("signed",), "红线内3户未签拆迁协议，场地无法交付", ""),
    ("quota", ("signed",), "新增建设用地指标缺口，待市级追加", "县自然资源局"),
    ("permit", ("signed",), "环评批复未取得，施工许可无法办理", "县生态环境局"),
    ("acquisition", ("signed",), "坟墓迁移补偿标准未谈妥", ""),
    ("funds", ("building",), "银行贷款未放款，主体施工放缓", "县财政局"),
    ("infrastructure", ("building",), "厂区外10千伏专线未接入", "县住建局"),
    ("permit", ("completed",), "消防验收未通过，不能投产", "县住建局"),
    ("labour", ("producing",), "新增生产线缺熟练工60余人", "县人社局"),
    ("permit", ("started",), "图审意见未闭合，施工许可滞后", "县住建局"),
    ("funds", ("started",), "投资方后续资金未到位", "县商务局"),
    ("infrastructure", ("completed",), "蒸汽管网未接通，设备无法调试", "县住建局"),
    ("other", ("building",), "施工道路与村民通行矛盾，时有阻工", ""),
)  # fmt: skip
_SINGLE_COUNT = 24
# Kind, what is said, who answers, the park whose projects it holds, how many, and the place beside it in metres.
_SHARED = (
    ("infrastructure", "园区东延路未贯通，大型设备进不了场", "县交通局", "龙窑陶瓷建材产业园", 7, (1350.0, -900.0)),
    (
        "infrastructure",
        "110千伏变电站扩容未完工，新增负荷无法报装",
        "县发改局",
        "城东装备制造产业园",
        4,
        (-700.0, 950.0),
    ),
)
_STAGES_HELD = ("signed", "started", "building", "completed")


def _dates(rng: np.random.Generator, earliest: date) -> dict[str, date]:
    """Draw when it was raised, is due and, for two in five, was solved; never after the last ledger."""
    oldest = max(earliest + timedelta(days=15), LAST_DAY - timedelta(days=300))
    raised = oldest + timedelta(days=int((LAST_DAY - oldest).days * rng.uniform(0, 0.85)))
    due = raised + timedelta(days=int(rng.choice([30, 45, 60, 90])))
    solved = raised + timedelta(days=int(rng.integers(12, 70)))
    dates = {"raised_on": raised, "due_on": due}
    return {**dates, "resolved_on": solved} if solved <= LAST_DAY and rng.random() < 0.6 else dates  # noqa: PLR2004


def _single(rng: np.random.Generator, projects: list[Project]) -> Rows:
    """Return obstacles of one project each, at a stage at which such a thing happens."""
    rows: Rows = []
    delayed: set[str] = set()
    makers = [one for one in projects if one.code.startswith("C")]
    for index in range(_SINGLE_COUNT):
        kind, stages, description, unit = _CASES[index % len(_CASES)]
        fit = [one for one in makers if one.history.stage(LAST_DAY) in stages and one.name not in delayed]
        project = fit[int(rng.integers(len(fit)))]
        delayed.add(project.name)
        reached = project.history.reached_by(LAST_DAY)[stages[0]]
        about = {"project_names": project.name, "obstacle_kind": _KINDS[kind], "description": description}
        rows.append(
            {**about, "unit_name": unit or project.host, **_dates(rng, min(reached, LAST_DAY - timedelta(days=120)))}
        )
    return rows


def _shared(projects: list[Project]) -> Rows:
    """Return the two obstacles that delay several projects of a park and have a position of their own."""
    rows: Rows = []
    for kind, description, unit, park, count, (east, north) in _SHARED:
        own = [one for one in projects if one.park and one.park.name == park]
        delayed = [one.name for one in own if one.history.stage(LAST_DAY) in _STAGES_HELD][-count:]
        centre = grounds()[park].geoms[0].centroid
        point = degrees(Point(centre.x + east, centre.y + north))
        about = {
            "project_names": "、".join(delayed),
            "obstacle_kind": _KINDS[kind],
            "description": description,
            "unit_name": unit,
        }
        rows.append({**about, "raised_on": date(2026, 5, 12), "due_on": date(2026, 9, 30), **position(point)})
    return rows


def obstacles(projects: list[Project]) -> Rows:
    """Return all obstacles with their numbers, oldest first."""
    rows = [*_single(generator(5), projects), *_shared(projects)]
    rows.sort(key=lambda row: (str(row["raised_on"]), str(row["project_names"])))
    return [{**row, "obstacle_id": f"W{number:02d}"} for number, row in enumerate(rows, 1)]
