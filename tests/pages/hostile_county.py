"""A county in which everything that has a name bears a hostile one: each of the corpus, as everything at once."""

from parkatlas.intake.values import is_missing
from parkatlas.workspace import Workspace
from tests.hostile import NAMES
from tests.pages import making

# A cell of "--" or "NaN" says that there is no value, so nothing is called so.
TEXTS = tuple(name for name in NAMES if not is_missing(name))
FILE_NAME = "<img src=x onerror=window.wasRun=1>{{7*191}}`${window.wasRun=1}`.csv"
_IN_A_ROW, _STEP = 12, 0.02
_LAYERS = 3


def place(number):
    """Return the lower left corner of a name's square, the names twelve in a row from the south."""
    return 117 + _STEP * (number % _IN_A_ROW), 31 + _STEP * (number // _IN_A_ROW)


def project(number):
    """Return the id of the project that bears a name."""
    return f"P{number:03}"


def make(folder, texts=TEXTS, ids=project, step=0):
    """Make the county of these texts, and of projects with these ids by number, in ``folder``; return its directory.

    A project bears its text throughout, unless its ``step`` is one: then its park has the next text, its unit the one
    after, and so on, so that few projects show all texts.
    """
    parks = [
        making.park(name, *place(number), 属地=texts[number - 1], 所属开发区=texts[number - 2])
        for number, name in enumerate(texts)
    ]
    offers = [making.offer("parks", making.boundaries(folder / "parks.geojson", *parks), name=texts[0] + ".geojson")]
    for kind, month, rows in _tables(texts, ids, step):
        path = making.table(folder / f"{kind}-{month}.csv", *rows)
        offers.append(making.offer(kind, path, month, FILE_NAME))
    for number, name in enumerate(texts[:_LAYERS]):
        lon, lat = place(number)
        patch = making.park(name, lon, lat - 0.05, 图斑名称=name)
        offers.append(making.layer(folder / f"{number}.geojson", "other", patch, name=name))
    with Workspace.create(folder / "workspace", texts[0][:60], is_example=True) as made:
        made.import_files(offers)
    return folder / "workspace"


def _tables(texts, ids, step):
    """Yield kind, month and rows of every table."""
    numbered = [(number, name, *place(number)) for number, name in enumerate(texts)]
    first = texts[0]
    yield "units", None, [{"单位名称": name, "经度": lon, "纬度": lat + 0.015} for _, name, lon, lat in numbered]
    ledger = [_row(ids(number), number, texts, step) for number in range(len(texts))]
    yield "ledger", "2026-05", [row | {"投资方": texts[number - 1]} for number, row in enumerate(ledger)]
    yield "ledger", "2026-06", ledger
    goal = {"年度": 2026, "指标": "项目个数", "目标值": 3}
    yield "targets", None, [goal | {about: name} for name in texts for about in ("单位", "园区")]
    push = {"专项行动": first, "开始日期": "2026-06-01", "结束日期": "2026-07-30", "指标": "项目个数", "目标值": 3}
    later = push | {"开始日期": "2026-07-01"}
    yield (
        "campaigns",
        None,
        [*(push | {"责任单位": name} for name in texts), *(later | {"专项行动": n} for n in texts[1:])],
    )
    peers = {name: {"地区": first, "比较指标": name, "指标值": 1} for name in texts}
    yield "peers", None, [*peers.values(), *({"地区": name, "比较指标": first, "指标值": 1} for name in texts[1:])]
    yield (
        "thresholds",
        None,
        [{"园区": name, "准入门槛(万元/亩)": 100, "执行日期": "2020-01-01", "门槛依据": name} for name in texts],
    )
    trip = {"招商区域": "境外", "开始日期": "2026-05-01", "促成项目": ids(0)}
    yield (
        "trips",
        None,
        [trip | {"招商小分队": name, "带队领导": name, "责任单位": name, "备注": name} for name in texts],
    )
    yield "obstacles", None, [
        {
            "问题编号": f"W{number:03}", "涉及项目": ids(number), "问题类别": "用工",
            "问题描述": texts[(number + 4 * step) % len(texts)],
            "责任单位": name, "经度": lon + 0.002, "纬度": lat + 0.006,
        }
        for number, name, lon, lat in numbered
    ]  # fmt: skip


def _row(own_id, number, texts, step):
    borne = ("项目名称", "园区", "包保领导", "项目专员", "引进单位", "产业", "投资方", "地址")
    lon, lat = place(number)
    return {name: texts[(number + step * turn) % len(texts)] for turn, name in enumerate(borne)} | {
        "项目编号": own_id, "阶段": "签约", "用地面积(亩)": 10, "计划固定资产投资(万元)": 500 + 100 * number,
        "合同投资额(万元)": 500, "签约日期": "2026-03-01", "约定开工": "2020-01-01",
        "经度": lon + 0.005, "纬度": lat + 0.005,
    }  # fmt: skip
