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


def make(folder):
    """Make the county in ``folder`` and return its directory."""
    parks = [making.park(name, *place(number), 属地=TEXTS[number - 1]) for number, name in enumerate(TEXTS)]
    offers = [making.offer("parks", making.boundaries(folder / "parks.geojson", *parks), name=TEXTS[0] + ".geojson")]
    for kind, rows in _tables().items():
        month = "2026-06" if kind == "ledger" else None
        offers.append(making.offer(kind, making.table(folder / f"{kind}.csv", *rows), month, FILE_NAME))
    for number, name in enumerate(TEXTS[:_LAYERS]):
        lon, lat = place(number)
        patch = making.park(name, lon, lat - 0.05, 图斑名称=name)
        offers.append(making.layer(folder / f"{number}.geojson", "other", patch, name=name))
    with Workspace.create(folder / "workspace", TEXTS[0][:60], is_example=True) as made:
        made.import_files(offers)
    return folder / "workspace"


def _tables():
    numbered = [(number, name, *place(number)) for number, name in enumerate(TEXTS)]
    return {
        "units": [{"单位名称": name, "经度": lon, "纬度": lat + 0.015} for _, name, lon, lat in numbered],
        "ledger": [_row(*one) for one in numbered],
        "targets": [{"年度": 2026, "指标": "项目个数", "目标值": 3, "单位": name} for name in TEXTS],
        "peers": [{"地区": name, "比较指标": name, "指标值": 1} for name in TEXTS],
        "trips": [
            {
                "招商小分队": name, "招商区域": "境外", "开始日期": "2026-05-01", "带队领导": name, "责任单位": name,
                "促成项目": project(0), "备注": name,
            }
            for name in TEXTS
        ],
        "obstacles": [
            {
                "问题编号": f"W{number:03}", "涉及项目": project(number), "问题类别": "用工", "问题描述": name,
                "责任单位": name, "经度": lon + 0.002, "纬度": lat + 0.006,
            }
            for number, name, lon, lat in numbered
        ],
    }  # fmt: skip


def _row(number, name, lon, lat):
    return {
        "项目编号": project(number), "项目名称": name, "园区": name, "引进单位": name, "产业": name, "包保领导": name,
        "投资方": name, "阶段": "签约", "用地面积(亩)": 10, "计划固定资产投资(万元)": 500 + 100 * number,
        "合同投资额(万元)": 500, "约定开工": "2020-01-01", "经度": lon + 0.005, "纬度": lat + 0.005,
    }  # fmt: skip
