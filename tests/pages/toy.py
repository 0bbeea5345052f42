"""A county to be counted in the head: two parks, two units, four projects, two months.

Planned investment ÷ land, 万元/亩, in June:

========  ======  ======  ==========================  ==========================
project   park    unit    June                        May
========  ======  ======  ==========================  ==========================
一厂      东园    甲镇    1400 ÷ 10 = 140, reaches    900 ÷ 10 = 90, falls short
二厂      东园    乙局    1000 ÷ 20 = 50, falls short
三厂      西园    甲镇    900 ÷ 10 = 90, reaches 80
四厂      西园    甲镇    500 ÷ no land: missing
========  ======  ======  ==========================  ==========================

东园 2400 ÷ 30 = 80, below the threshold of 100; 西园 900 ÷ 10 = 90, above its own of 80; both 3300 ÷ 40 = 82.5.
二厂 was brought by 乙局 to a park of 甲镇: the only enclave.
"""

from tests.pages import making

EAST = making.park("东园", 117.00, 31.00, 属地="甲镇", 规划面积=1500, 级别="省级", 主导产业="化工、机械")
WEST = making.park("西园", 116.90, 31.00, 属地="甲镇", 规划面积=800, 准入门槛=80, 级别="县级")

# The eastern half of 东园 and as much beyond it; on its western border stands 一厂.
FIELD = making.park("1", 117.005, 31.00)

UNITS = ({"单位名称": "甲镇", "单位类型": "乡镇"}, {"单位名称": "乙局", "单位类型": "部门"})

ONE = {
    "项目名称": "一厂", "园区": "东园", "引进单位": "甲镇", "产业": "化工", "阶段": "签约", "用地面积(亩)": 10,
    "计划固定资产投资(万元)": 1400, "合同投资额(万元)": 2000, "到位资金(万元)": 500, "签约日期": "2026-02-01",
    "经度": 117.005, "纬度": 31.005, "包保领导": "张书记",
}  # fmt: skip
TWO = {
    "项目名称": "二厂", "园区": "东园", "引进单位": "乙局", "产业": "机械", "阶段": "开工", "用地面积(亩)": 20,
    "计划固定资产投资(万元)": 1000, "合同投资额(万元)": 4000, "到位资金(万元)": 1000, "签约日期": "2026-01-10",
    "开工日期": "2026-04-01", "经度": 117.002, "纬度": 31.002,
}  # fmt: skip
THREE = {
    "项目名称": "三厂", "园区": "西园", "引进单位": "甲镇", "产业": "机械", "阶段": "投产", "用地面积(亩)": 10,
    "计划固定资产投资(万元)": 900, "合同投资额(万元)": 3000, "签约日期": "2025-03-01", "开工日期": "2025-05-01",
    "投产日期": "2026-05-01", "经度": 116.905, "纬度": 31.005,
}  # fmt: skip
FOUR = {
    "项目名称": "四厂", "园区": "西园", "引进单位": "甲镇", "阶段": "签约",
    "计划固定资产投资(万元)": 500, "合同投资额(万元)": 1000,
}  # fmt: skip
MAY = ({**ONE, "计划固定资产投资(万元)": 900},)
JUNE = (ONE, TWO, THREE, FOUR)
TARGETS = (
    {"年度": 2026, "指标": "项目个数", "目标值": 4, "目标档次": "确定目标"},
    {"年度": 2026, "指标": "合同投资额", "目标值": 10000, "目标档次": "确定目标"},
)


def county(folder, *, parks=True, ledger=True, targets=True, june=JUNE):
    """Make the county's workspace, or a thinner one, in ``folder`` and return its directory."""
    imports = []
    if parks:
        imports.append(("units", making.table(folder / "责任单位.csv", *UNITS), None))
        imports.append(("parks", making.boundaries(folder / "园区.geojson", EAST, WEST), None))
    if ledger:
        if june == JUNE:
            imports.append(("ledger", making.table(folder / "五月.csv", *MAY), "2026-05"))
        imports.append(("ledger", making.table(folder / "六月.csv", *june), "2026-06"))
    if targets:
        imports.append(("targets", making.table(folder / "目标.csv", *TARGETS), None))
    return making.workspace(folder / "workspace", *imports)


def unmapped(folder):
    """Make the county with parks that nobody has drawn, and return its directory."""
    register = [{"园区名称": name, "属地": "甲镇", "规划面积": 800} for name in ("东园", "西园")]
    return making.workspace(
        folder / "workspace",
        ("units", making.table(folder / "责任单位.csv", *UNITS), None),
        ("parks", making.table(folder / "园区.csv", *register), None),
        ("ledger", making.table(folder / "六月.csv", *JUNE), "2026-06"),
    )


def odd(folder):
    """Make a county of all that should not be, and return its directory.

    Parks that overlap, one in two zones; units without territory; twelve projects of an industry that no standard
    knows and twelve others, all on one spot; enclaves whose introducer has no place.
    """
    parks = (
        making.park("东园", 117.00, 31.00, 属地="甲镇", 所属开发区="东区", 规划面积=1500),
        making.park("东园", 117.02, 31.00, 所属开发区="西区"),
        making.park("西园", 117.005, 31.00, 属地="甲镇", 规划面积=800),
    )
    rows = [{**TWO, "项目名称": f"{no}厂", "产业": "火星业" if no % 2 else "化工"} for no in range(24)]
    return making.workspace(
        folder / "workspace",
        ("units", making.table(folder / "责任单位.csv", *UNITS), None),
        ("parks", making.boundaries(folder / "园区.geojson", *parks), None),
        ("ledger", making.table(folder / "六月.csv", *rows), "2026-06"),
    )
