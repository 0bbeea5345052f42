"""The closed vocabularies of the field, each in its order, with what people call them."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from parkatlas import resources
from parkatlas.filetypes import KINDS
from parkatlas.messages import pick


@dataclass(frozen=True)
class Term:
    """One word of a vocabulary: the code that is stored, its labels and what ledgers also call it."""

    code: str
    zh: str
    en: str
    aliases: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The label in the language in use."""
        return pick(self.zh, self.en)


STAGES = (
    Term("lead", "线索", "Lead", ("项目线索", "信息", "接洽")),
    Term("negotiating", "在谈", "Negotiating", ("洽谈", "在谈项目", "洽谈中")),
    Term("intent", "意向", "Intent", ("意向协议", "意向签约", "达成意向")),
    Term("agreement", "协议", "Agreement", ("框架协议", "协议签订", "签订协议")),
    Term("signed", "签约", "Contract signed", ("合同", "已签约", "合同签订", "正式签约", "签订合同")),
    Term("started", "开工", "Started", ("已开工", "新开工", "动工", "破土动工")),
    Term("building", "在建", "Building", ("建设中", "在建项目", "施工中", "续建")),
    Term("completed", "竣工", "Completed", ("已竣工", "完工", "建成")),
    Term("producing", "投产", "Producing", ("已投产", "试生产", "运营", "投入运营")),
    Term("at_capacity", "达产", "At capacity", ("已达产", "满产", "达产达效")),
    Term("dropped", "终止", "Dropped", ("取消", "已终止", "流失", "退出", "搁置", "中止")),
)

SCALE_TIERS = (
    Term("ge_1yi", "≥1亿元", "≥100m CNY"),
    Term("5000wan_1yi", "5000万–1亿元", "50–100m CNY"),
    Term("3000_5000wan", "3000万–5000万元", "30–50m CNY"),
    Term("1000_3000wan", "1000万–3000万元", "10–30m CNY"),
    Term("500_1000wan", "500万–1000万元", "5–10m CNY"),
    Term("lt_500wan", "<500万元", "<5m CNY"),
)

INVESTMENT_BASES = (
    Term("planned", "计划固定资产投资", "Planned fixed-asset investment", ("计划口径",)),
    Term("done", "完成固定资产投资", "Fixed-asset investment done", ("完成口径",)),
    Term("contract", "合同投资额", "Contract investment", ("合同口径",)),
)

ENTRY_VERDICTS = (
    Term("pass", "达标", "At or above threshold"),
    Term("short", "未达标", "Below threshold"),
    Term("missing", "缺数据", "Data missing"),
)

SITING_VERDICTS = (
    Term("pass", "可落户", "Meets all"),
    Term("missing", "待核实", "To be checked"),
    Term("short", "不满足", "Fails"),
)
# What parks that meet all conditions are ranked by.
SITING_CRITERIA = (
    Term("agglomeration", "产业集聚", "Agglomeration"),
    Term("transport", "交通", "Transport"),
    Term("land_price", "地价", "Land price"),
    Term("free_land", "可安排土地", "Free land"),
    Term("progress", "园区进度", "Progress"),
)

PLACE_ISSUES = (
    Term("outside", "点位不在所填园区内", "Point outside its stated park"),
    Term("several", "点位落在多个园区", "Point inside several parks"),
    Term("nowhere", "点位不在任何园区", "Point in no park"),
    Term("unplaced", "无园区也无坐标", "Neither park nor point"),
)

PARK_LEVELS = (
    Term("national", "国家级", "National", ("国家级园区", "国家级开发区")),
    Term("provincial", "省级", "Provincial", ("省级园区", "省级开发区")),
    Term("municipal", "市级", "Municipal", ("市级园区", "地市级")),
    Term("county", "县级", "County", ("县级园区", "县区级", "区级")),
)

UNIT_KINDS = (
    Term("township", "乡镇", "Township", ("镇", "乡")),
    Term("subdistrict", "街道", "Sub-district", ("街道办", "街道办事处")),
    Term("department", "部门", "Department", ("县直部门", "市直部门", "区直部门", "局")),
    Term("zone", "开发区", "Development zone", ("管委会", "园区管委会")),
    Term("county", "县区", "County", ("县", "区", "市")),
)

CAPITAL_TYPES = (
    Term("domestic", "内资", "Domestic", ("国内", "民营", "国有")),
    Term("foreign", "外资", "Foreign", ("外商", "合资", "港澳台资", "中外合资")),
)

SOURCE_REGIONS = (
    Term("yangtze", "长三角", "Yangtze River Delta", ("长江三角洲",)),
    Term("pearl", "珠三角", "Pearl River Delta", ("粤港澳大湾区", "珠江三角洲")),
    Term("jingjinji", "京津冀", "Beijing–Tianjin–Hebei", ("京津唐", "环渤海")),
    Term("hmt", "港澳台", "Hong Kong, Macao, Taiwan", ("香港", "澳门", "台湾")),
    Term("abroad", "境外", "Abroad", ("国外", "海外")),
    Term("province", "本省", "Own province", ("省内",)),
    Term("other", "其他地区", "Elsewhere in China", ("其他", "省外")),
)

INDUSTRY_SECTORS = (
    Term("farming", "农林牧渔业", "Farming"),
    Term("industry", "工业", "Industry"),
    Term("construction", "建筑业", "Construction"),
    Term("service", "服务业", "Services"),
)


def _level(length: int) -> tuple[Term, ...]:
    """Return the industries of GB/T 4754-2017 whose code has that length, by their code without the section's letter.

    Sections and divisions have English names; groups and classes are told by code and Chinese name.
    """
    found = [row for row in _STANDARD if len(row["code"]) == length]
    bare = [row["code"] if length == 1 else row["code"][1:] for row in found]
    return tuple(
        Term(code, row["zh"], row["en"] or f"{code} {row['zh']}") for code, row in zip(bare, found, strict=True)
    )


# GB/T 4754-2017, every code with its section's letter: 20 sections, 97 divisions, 473 groups, 1381 classes.
with resources.INDUSTRIES.open(encoding="utf-8", newline="") as _file:
    _STANDARD = list(csv.DictReader(_file))
INDUSTRY_CODES = tuple(row["code"] for row in _STANDARD)
INDUSTRY_SECTIONS, INDUSTRY_DIVISIONS, INDUSTRY_GROUPS, INDUSTRY_CLASSES = (_level(length) for length in (1, 3, 4, 5))

INFRASTRUCTURE = (
    Term("has_road", "通路", "Road", ("道路",)),
    Term("has_water", "给水", "Water", ("通水", "供水")),
    Term("has_sewer", "排水", "Sewer", ("污水", "通排水")),
    Term("has_power", "通电", "Power", ("供电",)),
    Term("has_gas", "通气", "Gas", ("燃气", "供气")),
    Term("has_heat", "供热", "Heat", ("通热", "热力", "蒸汽")),
    Term("has_telecom", "通讯", "Telecom", ("通信", "电信", "网络")),
    Term("is_levelled", "平整", "Levelled", ("土地平整", "场地平整")),
)

OBSTACLE_KINDS = (
    Term("acquisition", "征地拆迁", "Land acquisition", ("拆迁", "征地", "征拆")),
    Term("quota", "用地指标", "Land quota", ("土地指标", "指标")),
    Term("permit", "审批手续", "Permits", ("审批", "手续", "证照")),
    Term("funds", "资金", "Funds", ("融资", "资金短缺")),
    Term("infrastructure", "基础设施", "Infrastructure", ("配套", "水电路")),
    Term("labour", "用工", "Labour", ("招工", "用工难")),
    Term("other", "其他", "Other", ()),
)

TARGET_METRICS = (
    Term("project_count", "项目个数", "Projects", ("引进项目数", "项目数", "项目个数(个)", "引进项目")),
    Term("contract_wan", "合同投资额", "Contract investment", ("合同投资", "签约额")),
    Term("in_place_wan", "到位资金", "Funds in place", ("实际到位资金", "内资到位")),
    Term("outside_in_place_wan", "域外资金", "Out-of-region funds", ("市外资金", "县外资金", "外来资金")),
    Term("done_fai_wan", "固定资产投资", "Fixed-asset investment", ("完成固投", "固投", "固定资产投资完成额")),
    Term("foreign_usd_wan", "实际利用外资", "Foreign capital used", ("利用外资", "外资")),
    Term("large_count", "亿元以上项目", "Projects ≥100m CNY", ("亿元项目", "亿元以上项目数")),
    Term("started_count", "开工项目", "Projects started", ("开工数", "新开工项目")),
    Term("producing_count", "投产项目", "Projects producing", ("投产数",)),
)

TARGET_TIERS = (
    Term("base", "确定目标", "Base target", ("确定", "责任目标", "基本目标")),
    Term("stretch", "力争目标", "Stretch target", ("力争", "奋斗目标")),
)

LAMPS = (
    Term("green", "正常", "On pace"),
    Term("yellow", "预警", "Watch"),
    Term("red", "滞后", "Behind"),
)

PACES = (
    Term("days", "按天", "By days"),
    Term("months", "按月", "By months"),
)

LAMP_RULES = (
    Term("points", "百分点", "Percentage points"),
    Term("share", "占均衡进度的比例", "Share of even pace"),
)

UNIT_GROUPS = (
    Term("territory", "乡镇街道和开发区", "Townships and zones"),
    Term("department", "部门", "Departments"),
    Term("unsorted", "未分类", "Not classified"),
)

RANKED_GROUPS = (*UNIT_GROUPS, Term("park", "园区", "Parks"))

CAMPAIGN_STATES = (
    Term("coming", "未开始", "Coming"),
    Term("running", "进行中", "Running"),
    Term("ended", "已结束", "Ended"),
)

ATTENTION = (
    Term("short", "投资强度未达标", "Below the entry threshold"),
    Term("late_start", "逾期未开工", "Start overdue"),
    Term("late_completion", "逾期未竣工", "Completion overdue"),
    Term("idle", "供而未建", "Supplied land not built on"),
    Term("outside", "点位与所填园区不符", "Point outside its stated park"),
    Term("stuck", "阶段停留超期", "Stuck in its stage"),
    Term("not_paid", "开工未到资", "Started, no funds"),
    Term("fallen_back", "阶段回退", "Fallen back"),
    Term("obstacle", "问题逾期未决", "Obstacle overdue"),
)

# Who answers for a project, and the date it heads for.
ROLES = (
    Term("leader", "包保领导", "Leader in charge"),
    Term("officer", "项目专员", "Case officer"),
)
NEXT_STEPS = (
    Term("start", "开工", "Start"),
    Term("completion", "竣工", "Completion"),
    Term("production", "投产", "Production"),
)

WORK_GROUPS = (
    Term("to_produce", "保投产", "To production"),
    Term("under_way", "抓续建", "Keep building"),
    Term("to_start", "争开工", "Get started"),
    Term("preparing", "促前期", "Prepare"),
    Term("in_production", "已投产", "In production"),
)

PIPELINE_GAPS = (
    Term("stuck", "超期停留", "Stuck"),
    Term("agreement_only", "仅有协议", "Agreement only"),
    Term("not_started", "签约未开工", "Not started"),
    Term("not_paid", "开工未到资", "No funds"),
    Term("not_producing", "竣工未投产", "Not producing"),
    Term("fallen_back", "阶段回退", "Fallen back"),
    Term("dropped", "终止", "Dropped"),
)

# What the check-up finds of an industry or a park, and where shares are like those of the neighbours.
CLUSTER_VERDICTS = (
    Term("clustered", "集聚明显", "Clustered"),
    Term("fragile", "依赖最大项目", "Hangs on its largest project"),
    Term("random", "未超出随机", "Not told from chance"),
    Term("untested", "未检验", "Not tested"),
    Term("few", "样本不足", "Too few"),
)
NEIGHBOURHOODS = (
    Term("high_high", "高，周边也高", "High amid high"),
    Term("high_low", "高，周边低", "High amid low"),
    Term("low_high", "低，周边高", "Low amid high"),
    Term("low_low", "低，周边也低", "Low amid low"),
    Term("none", "不显著", "Not told from chance"),
)

IMPORT_KINDS = tuple(Term(kind.code, kind.zh, kind.en) for kind in KINDS.values())

# What a layer of polygons says of the land: the first two forbid building on it.
LAYER_KINDS = (
    Term("farmland", "永久基本农田", "Permanent basic farmland", ("基本农田",)),
    Term("ecology", "生态保护红线", "Ecological red line", ("生态红线",)),
    Term("control", "控制性详细规划", "Regulatory detailed plan", ("控规",)),
    Term("plan", "国土空间规划", "Spatial plan", ("规划", "总规")),
    Term("other", "其他图层", "Other", ("其他",)),
)
FORBIDDING_LAYERS = ("farmland", "ecology")

LAYER_TOUCHES = (
    Term("inside", "点位在图层内", "Point inside the layer"),
    Term("near", "用地可能涉及", "Land may reach it"),
)

IDLE_STATES = (
    Term("running", "未满一年", "Under a year"),
    Term("idle", "满一年", "A full year"),
    Term("reclaim", "满两年", "Two years"),
)

GRADES = (
    Term("a", "A", "A"),
    Term("b", "B", "B"),
    Term("c", "C", "C"),
    Term("d", "D", "D"),
    Term("young", "投产时间短，不评", "Too young"),
    Term("missing", "缺数据，不评", "Data missing"),
    Term("few", "可评项目太少", "Too few"),
)

THRESHOLD_ORIGINS = (
    Term("table", "门槛表", "Table of thresholds"),
    Term("park", "园区自定", "Park's own"),
    Term("default", "默认门槛", "Default"),
)

ENTRY_CONDITIONS = (
    Term("fit", "符合准入", "Fit to enter"),
    Term("unfit", "不符合", "Not fit"),
    Term("unjudged", "无法判定", "Cannot be judged"),
)

STAMPS = (Term("internal", "内部", "Internal"),)

GAPS = (
    Term("invested_wan", "缺所选口径投资", "Investment missing"),
    Term("land_mu", "缺用地面积", "Land missing"),
    Term("lon", "缺坐标", "Point missing"),
    Term("industry_name", "缺产业", "Industry missing"),
    Term("stage", "缺阶段", "Stage missing"),
    Term("unit_name", "缺引进单位", "Introducing unit missing"),
)

GRAINS = (
    Term("month", "按月", "By month"),
    Term("quarter", "按季度", "By quarter"),
)

VALUE_UNITS = (
    Term("count", "个", "Projects"),
    Term("wan", "万元", "10k CNY"),
)

YES_NO = (
    Term("yes", "是", "Yes", ("有", "已通", "√", "1", "true")),
    Term("no", "否", "No", ("无", "未通", "×", "0", "false")),
)

VOCABULARIES: dict[str, tuple[Term, ...]] = {
    "stage": STAGES,
    "scale_tier": SCALE_TIERS,
    "basis": INVESTMENT_BASES,
    "verdict": ENTRY_VERDICTS,
    "siting_verdict": SITING_VERDICTS,
    "siting_criterion": SITING_CRITERIA,
    "place_issue": PLACE_ISSUES,
    "park_level": PARK_LEVELS,
    "unit_kind": UNIT_KINDS,
    "capital_type": CAPITAL_TYPES,
    "source_region": SOURCE_REGIONS,
    "industry_sector": INDUSTRY_SECTORS,
    "industry_section": INDUSTRY_SECTIONS,
    "industry_division": INDUSTRY_DIVISIONS,
    "industry_group": INDUSTRY_GROUPS,
    "industry_class": INDUSTRY_CLASSES,
    "infrastructure": INFRASTRUCTURE,
    "obstacle_kind": OBSTACLE_KINDS,
    "metric": TARGET_METRICS,
    "target_tier": TARGET_TIERS,
    "lamp": LAMPS,
    "pace_by": PACES,
    "lamp_rule": LAMP_RULES,
    "unit_group": UNIT_GROUPS,
    "ranked_group": RANKED_GROUPS,
    "campaign_state": CAMPAIGN_STATES,
    "attention": ATTENTION,
    "role": ROLES,
    "next_step": NEXT_STEPS,
    "work_group": WORK_GROUPS,
    "pipeline_gap": PIPELINE_GAPS,
    "cluster_verdict": CLUSTER_VERDICTS,
    "neighbourhood": NEIGHBOURHOODS,
    "import_kind": IMPORT_KINDS,
    "layer_kind": LAYER_KINDS,
    "idle_state": IDLE_STATES,
    "grade": GRADES,
    "layer_touch": LAYER_TOUCHES,
    "gap": GAPS,
    "threshold_origin": THRESHOLD_ORIGINS,
    "entry_verdict": ENTRY_CONDITIONS,
    "stamp": STAMPS,
    "grain": GRAINS,
    "value_unit": VALUE_UNITS,
    "yes_no": YES_NO,
}


def find(vocabulary: str, word: str) -> Term | None:
    """Return the term a ledger means by ``word`` (code, label or alias), or None."""
    wanted = word.strip().lower()
    for term in VOCABULARIES[vocabulary]:
        if wanted in {name.lower() for name in (term.code, term.zh, term.en, *term.aliases)}:
            return term
    return None


def label(vocabulary: str, code: str | None) -> str:
    """Return the label of a stored code in the language in use; an unknown code shows itself, none shows "—"."""
    if not isinstance(code, str):
        return "—"
    term = _by_code(vocabulary).get(code)
    return term.label if term else code


@cache
def _by_code(vocabulary: str) -> dict[str, Term]:
    return {term.code: term for term in VOCABULARIES[vocabulary]}


def present(vocabulary: str, codes: Iterable[object]) -> list[str]:
    """Return those codes of a vocabulary that are among ``codes``, in its order."""
    there = set(codes)
    return [term.code for term in VOCABULARIES[vocabulary] if term.code in there]
