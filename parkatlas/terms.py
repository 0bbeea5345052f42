"""The closed vocabularies of the field, each in its order, with what people call them."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from parkatlas import resources
from parkatlas.filetypes import KINDS
from parkatlas.messages import DEFAULT_LANGUAGE, LANGUAGES, catalogue, in_every_language, language, text


@dataclass(frozen=True)
class Term:
    """One word of a vocabulary: the code that is stored, and what ledgers also call it.

    Its label stands in the catalogues, under its ``key``.
    """

    code: str
    key: str
    aliases: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The label in the language in use."""
        return text(self.key)

    @property
    def labels(self) -> tuple[str, ...]:
        """The label in every language, the Chinese one first: files of people may hold any."""
        return in_every_language(self.key)


@dataclass(frozen=True)
class Industry(Term):
    """An industry of GB/T 4754-2017, whose official name is Chinese; a language may have a name for it, too."""

    official: str = ""

    @property
    def label(self) -> str:
        """The name in the language in use, else code and official name."""
        return self._named(language())

    @property
    def labels(self) -> tuple[str, ...]:
        """The name in every language."""
        return tuple(map(self._named, LANGUAGES))

    def _named(self, chosen: str) -> str:
        other = self.official if chosen == DEFAULT_LANGUAGE else f"{self.code} {self.official}"
        return str(catalogue(chosen, "industries").get(self.key, other))


def _terms(vocabulary: str, *terms: str | tuple[str, ...]) -> tuple[Term, ...]:
    """Return the terms of a vocabulary, each from its code or from its code and aliases."""
    rows = [(term,) if isinstance(term, str) else term for term in terms]
    return tuple(Term(code, f"terms.{vocabulary}.{code}", tuple(aliases)) for code, *aliases in rows)


STAGES = _terms(
    "stage",
    ("lead", "项目线索", "信息", "接洽"),
    ("negotiating", "洽谈", "在谈项目", "洽谈中"),
    ("intent", "意向协议", "意向签约", "达成意向"),
    ("agreement", "框架协议", "协议签订", "签订协议"),
    ("signed", "合同", "已签约", "合同签订", "正式签约", "签订合同"),
    ("started", "已开工", "新开工", "动工", "破土动工"),
    ("building", "建设中", "在建项目", "施工中", "续建"),
    ("completed", "已竣工", "完工", "建成"),
    ("producing", "已投产", "试生产", "运营", "投入运营"),
    ("at_capacity", "已达产", "满产", "达产达效"),
    ("dropped", "取消", "已终止", "流失", "退出", "搁置", "中止"),
)

SCALE_TIERS = _terms("scale_tier", "ge_1yi", "5000wan_1yi", "3000_5000wan", "1000_3000wan", "500_1000wan", "lt_500wan")

INVESTMENT_BASES = _terms(
    "basis",
    ("planned", "计划口径"),
    ("done", "完成口径"),
    ("contract", "合同口径"),
)

ENTRY_VERDICTS = _terms("verdict", "pass", "short", "missing", "exempt")

SITING_VERDICTS = _terms("siting_verdict", "pass", "missing", "short")
# What parks that meet all conditions are ranked by.
SITING_CRITERIA = _terms("siting_criterion", "agglomeration", "transport", "land_price", "free_land", "progress")

PLACE_ISSUES = _terms("place_issue", "outside", "several", "nowhere", "unplaced")

PARK_LEVELS = _terms(
    "park_level",
    ("national", "国家级园区", "国家级开发区"),
    ("provincial", "省级园区", "省级开发区"),
    ("municipal", "市级园区", "地市级"),
    ("county", "县级园区", "县区级", "区级"),
)

UNIT_KINDS = _terms(
    "unit_kind",
    ("township", "镇", "乡"),
    ("subdistrict", "街道办", "街道办事处"),
    ("department", "县直部门", "市直部门", "区直部门", "局"),
    ("zone", "管委会", "园区管委会"),
    ("county", "县", "区", "市"),
)

CAPITAL_TYPES = _terms(
    "capital_type",
    ("domestic", "国内", "民营", "国有"),
    ("foreign", "外商", "合资", "港澳台资", "中外合资"),
)

SOURCE_REGIONS = _terms(
    "source_region",
    ("yangtze", "长江三角洲"),
    ("pearl", "粤港澳大湾区", "珠江三角洲"),
    ("jingjinji", "京津唐", "环渤海"),
    ("hmt", "香港", "澳门", "台湾"),
    ("abroad", "国外", "海外"),
    ("province", "省内"),
    ("other", "其他", "省外"),
)

INDUSTRY_SECTORS = _terms("industry_sector", "farming", "industry", "construction", "service")


def _level(length: int) -> tuple[Term, ...]:
    """Return the industries of GB/T 4754-2017 whose code has that length, without the section's letter."""
    rows = [row for row in _STANDARD if len(row["code"]) == length]
    bare = [row["code"] if length == 1 else row["code"][1:] for row in rows]
    return tuple(
        Industry(code, f"industries.{code}", official=row["name"]) for code, row in zip(bare, rows, strict=True)
    )


# GB/T 4754-2017, every code with its section's letter: 20 sections, 97 divisions, 473 groups, 1381 classes.
with resources.INDUSTRIES.open(encoding="utf-8", newline="") as _file:
    _STANDARD = list(csv.DictReader(_file))
INDUSTRY_CODES = tuple(row["code"] for row in _STANDARD)
INDUSTRY_SECTIONS, INDUSTRY_DIVISIONS, INDUSTRY_GROUPS, INDUSTRY_CLASSES = (_level(length) for length in (1, 3, 4, 5))

# Each is a column of the parks, too, and called alike.
INFRASTRUCTURE = tuple(
    Term(code, f"columns.{code}", tuple(aliases))
    for code, *aliases in (
        ("has_road", "道路"),
        ("has_water", "通水", "供水"),
        ("has_sewer", "污水", "通排水"),
        ("has_power", "供电"),
        ("has_gas", "燃气", "供气"),
        ("has_heat", "通热", "热力", "蒸汽"),
        ("has_telecom", "通信", "电信", "网络"),
        ("is_levelled", "土地平整", "场地平整"),
    )
)

OBSTACLE_KINDS = _terms(
    "obstacle_kind",
    ("acquisition", "拆迁", "征地", "征拆"),
    ("quota", "土地指标", "指标"),
    ("permit", "审批", "手续", "证照"),
    ("funds", "融资", "资金短缺"),
    ("infrastructure", "配套", "水电路"),
    ("labour", "招工", "用工难"),
    "other",
)

TARGET_METRICS = _terms(
    "metric",
    ("project_count", "引进项目数", "项目数", "项目个数(个)", "引进项目"),
    ("contract_wan", "合同投资", "签约额"),
    ("in_place_wan", "实际到位资金", "内资到位"),
    ("outside_in_place_wan", "市外资金", "县外资金", "外来资金"),
    ("done_fai_wan", "完成固投", "固投", "固定资产投资完成额"),
    ("foreign_usd_wan", "利用外资", "外资"),
    ("large_count", "亿元项目", "亿元以上项目数"),
    ("started_count", "开工数", "新开工项目"),
    ("producing_count", "投产数"),
)

TARGET_TIERS = _terms(
    "target_tier",
    ("base", "确定", "责任目标", "基本目标"),
    ("stretch", "力争", "奋斗目标"),
)

LAMPS = _terms("lamp", "green", "yellow", "red")

PACES = _terms("pace_by", "days", "months")

LAMP_RULES = _terms("lamp_rule", "points", "share")

UNIT_GROUPS = _terms("unit_group", "territory", "department", "unsorted")

RANKED_GROUPS = (*UNIT_GROUPS, *_terms("ranked_group", "park"))

CAMPAIGN_STATES = _terms("campaign_state", "coming", "running", "ended")

ATTENTION = _terms(
    "attention", "short", "late_start", "late_completion", "idle", "outside", "stuck", "not_paid", "fallen_back",
    "obstacle", "unreported",
)  # fmt: skip

# What became of a project that ledgers stopped to name.
OUTCOMES = _terms(
    "outcome",
    ("stays", "仍在库", "继续推进", "仍在推进"),
    ("dropped", "终止", "取消", "退出"),
    ("merged", "合并", "并入"),
)

# Who answers for a project, and the date it heads for.
ROLES = _terms("role", "leader", "officer")
NEXT_STEPS = _terms("next_step", "start", "completion", "production")

WORK_GROUPS = _terms("work_group", "to_produce", "under_way", "to_start", "preparing", "in_production")

PIPELINE_GAPS = _terms(
    "pipeline_gap", "stuck", "agreement_only", "not_started", "not_paid", "funds_unstated", "not_producing",
    "fallen_back", "dropped",
)  # fmt: skip

# What the check-up finds of an industry or a park, and where shares are like those of the neighbours.
CLUSTER_VERDICTS = _terms("cluster_verdict", "clustered", "fragile", "random", "untested", "few")
NEIGHBOURHOODS = _terms("neighbourhood", "high_high", "high_low", "low_high", "low_low", "none")

IMPORT_KINDS = _terms("import_kind", *KINDS)

# What a layer of polygons says of the land: the first two forbid building on it.
LAYER_KINDS = _terms(
    "layer_kind",
    ("farmland", "基本农田"),
    ("ecology", "生态红线"),
    ("control", "控规"),
    ("plan", "规划", "总规"),
    ("other", "其他"),
)
FORBIDDING_LAYERS = ("farmland", "ecology")

LAYER_TOUCHES = _terms("layer_touch", "inside", "near")

IDLE_STATES = _terms("idle_state", "running", "idle", "reclaim")

GRADES = _terms("grade", "a", "b", "c", "d", "young", "missing", "few")

THRESHOLD_ORIGINS = _terms("threshold_origin", "table", "park", "default")

ENTRY_CONDITIONS = _terms("entry_verdict", "fit", "unfit", "unjudged")

STAMPS = _terms("stamp", "internal")

GAPS = _terms("gap", "invested_wan", "land_mu", "lon", "in_place_wan", "industry_name", "stage", "unit_name")

GRAINS = _terms("grain", "month", "quarter")

VALUE_UNITS = _terms("value_unit", "count", "wan")

YES_NO = _terms(
    "yes_no",
    ("yes", "有", "已通", "√", "1", "true"),
    ("no", "无", "未通", "×", "0", "false"),
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
    "outcome": OUTCOMES,
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
    """Return the term a ledger means by ``word`` (code, label in any language, or alias), or None."""
    return _by_word(vocabulary).get(word.strip().lower())


@cache
def _by_word(vocabulary: str) -> dict[str, Term]:
    terms: dict[str, Term] = {}
    for term in VOCABULARIES[vocabulary]:
        for name in (term.code, *term.labels, *term.aliases):
            terms.setdefault(name.lower(), term)
    return terms


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
    wanted = set(codes)
    return [term.code for term in VOCABULARIES[vocabulary] if term.code in wanted]
