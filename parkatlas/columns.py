"""Every column once: its name, type, unit and what ledgers also call it; what people call it stands in `locale/`.

The one catalogue behind import headers, validation, SQL contracts, axis titles, tables, exports and the glossary.
"""

from dataclasses import dataclass

from parkatlas.messages import LANGUAGES, in_every_language, text

UNITS = ("", "万元", "亿元", "万美元", "亩", "万元/亩", "%", "个", "人", "家", "次", "公里", "米", "天", "度")

SQL_TYPES = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "date": "DATE",
    "time": "TIMESTAMP",
    "boolean": "BOOLEAN",
    "bytes": "BLOB",
}

# The years that dates, months and days may have: any other is taken for a typing error.
YEARS = range(1901, 2100)


@dataclass(frozen=True)
class Column:
    """One column: SQL and file name, kind of value, unit, what ledgers also call it, and whose codes it holds.

    Its label and its meaning stand in the catalogues, by its name; one that stands for another bears its own title.
    """

    name: str
    kind: str
    unit: str = ""
    aliases: tuple[str, ...] = ()
    vocabulary: str = ""
    titled: str = ""

    @property
    def label(self) -> str:
        """The label in the language in use, without the unit."""
        return self.titled or text(f"columns.{self.name}")

    @property
    def labels(self) -> tuple[str, ...]:
        """The label in every language, the Chinese one first: files of people may be headed in any."""
        return in_every_language(f"columns.{self.name}")

    @property
    def unit_label(self) -> str:
        """The unit in the language in use, empty where there is none."""
        return unit_label(self.unit)

    @property
    def unit_labels(self) -> tuple[str, ...]:
        """The unit in every language."""
        return in_every_language(f"units.{self.unit}") if self.unit else ("",) * len(LANGUAGES)

    @property
    def header(self) -> str:
        """Label and unit, as a table's header or an axis title shows them."""
        unit = self.unit_label
        return text("units.header", label=self.label, unit=unit) if unit else self.label

    @property
    def meaning(self) -> str:
        """The definition in the language in use."""
        return text(f"columns.{self.name}.meaning")

    @property
    def sql_type(self) -> str:
        """The DuckDB type that stores it."""
        return SQL_TYPES[self.kind]


def unit_label(unit: str) -> str:
    """Return what a unit of measurement is called in the language in use; empty where it has no word for it."""
    return text(f"units.{unit}") if unit else ""


def _column(name: str, kind: str, unit: str = "", aliases: str = "", vocabulary: str = "") -> Column:
    """Return a row of the table below, its aliases as words between spaces."""
    return Column(name, kind, unit, tuple(aliases.split()), vocabulary)


# fmt: off
_ALL = (
    # Parks.
    _column("park_id", "text", "", "园区代码 园区ID"),
    _column("park_name", "text", "", "园区名称 所在园区 入驻园区 工业园区 落户园区"),
    _column("park_label", "text"),
    _column("park_level", "text", "", "级别 等级", "park_level"),
    _column("zone_name", "text", "", "上级园区 开发区 所属片区"),
    _column("park_industries", "text", "", "产业定位 主导产业定位 产业"),
    _column("park_industry", "text"),
    _column("planned_area_mu", "number", "亩", "规划用地 规划用地面积 面积 总面积 NN"),
    _column("ready_area_mu", "number", "亩", "已达到供地条件面积 已开发面积 净地面积 熟地面积"),
    _column("supplied_area_mu", "number", "亩", "已供地 已供地面积 已供应面积"),
    _column("built_area_mu", "number", "亩", "已建面积 已建成面积"),
    _column("free_area_mu", "number", "亩"),
    _column("largest_free_mu", "number", "亩", "最大连片可供面积 最大连片面积 连片可供面积 最大可供地块 最大地块面积"),
    _column("drawn_area_mu", "number", "亩"),
    _column("area_difference_pct", "number", "%"),
    _column("park_threshold_wan_per_mu", "number", "万元/亩", "准入门槛 投资强度门槛 准入强度"),
    _column("land_price_wan_per_mu", "number", "万元/亩", "地价 土地价格 工业用地价格 出让价格 出让底价 土地单价"),
    _column("threshold_wan_per_mu", "number", "万元/亩", "门槛 门槛值 强度门槛 准入强度 投资强度门槛"),
    _column("trial_threshold_wan_per_mu", "number", "万元/亩"),
    _column("motorway_km", "number", "公里", "高速距离 距高速公路 距高速"),
    _column("rail_km", "number", "公里", "铁路距离 距铁路 距火车站"),
    _column("port_km", "number", "公里", "港口距离"),
    _column("airport_km", "number", "公里", "机场距离"),
    _column("has_road", "boolean", "", "道路"),
    _column("has_water", "boolean", "", "通水 供水"),
    _column("has_sewer", "boolean", "", "通排水 污水"),
    _column("has_power", "boolean", "", "供电"),
    _column("has_gas", "boolean", "", "燃气 供气"),
    _column("has_heat", "boolean", "", "通热 热力"),
    _column("has_telecom", "boolean", "", "通信 电信"),
    _column("is_levelled", "boolean", "", "土地平整 场地平整"),
    _column("established_on", "date", "", "设立时间 批复时间"),
    _column("merged_into_name", "text", "", "并入 合并至 并入园区名称"),
    _column("merged_on", "date", "", "合并日期 合并时间 并入时间"),
    _column("parcel_no", "integer"),
    # Units.
    _column("unit_id", "text", "", "单位代码"),
    _column("unit_name", "text", "", "单位 单位名称 引进单位 引资单位 招商单位 责任部门 乡镇 所在地"),
    _column("unit_label", "text"),
    _column("unit_kind", "text", "", "类型 单位性质", "unit_kind"),
    _column("host_unit_id", "text"),
    _column("host_unit_name", "text", "", "属地 属地单位 落地单位 所属乡镇 所在乡镇 所属镇街"),
    # Projects: who, what, where.
    _column("project_id", "text", "", "项目代码 编号 电子监管号 统一编码 项目ID"),
    _column("project_name", "text", "", "项目名称 工程名称 企业名称"),
    _column("investor_name", "text", "", "投资企业 投资主体 投资单位 土地使用权人 业主单位"),
    _column("source_region", "text", "", "来源地 投资方所在地 资金来源 来源区域", "source_region"),
    _column("capital_type", "text", "", "资金性质 资本类型 投资性质", "capital_type"),
    _column("industry_code", "text", "", "国民经济行业代码 行业分类代码"),
    _column("industry_name", "text", "", "行业 产业类别 所属产业 所属行业 行业分类 产业类型"),
    _column("address", "text", "", "项目位置 建设地点 地点 位置"),
    _column("lon", "number", "度", "经度(度) x lng longitude"),
    _column("lat", "number", "度", "纬度(度) y latitude"),
    _column("stated_park_name", "text"),
    _column("located_park_name", "text"),
    _column("located_count", "integer", "个"),
    _column("place_issue", "text", "", "", "place_issue"),
    _column("is_enclave", "boolean"),
    # Projects: land and money.
    _column("land_mu", "number", "亩", "占地面积 用地 项目用地 占地 面积 土地面积"),
    _column("contract_wan", "number", "万元", "合同投资 总投资 投资总额 计划总投资 协议投资额 合同金额 成交价格"),
    _column("planned_fai_wan", "number", "万元", "计划固投 固定资产投资 固投 计划固定资产"),
    _column("done_fai_wan", "number", "万元", "完成固投 累计完成固投 累计完成投资 已完成投资 完成投资"),
    _column("in_place_wan", "number", "万元", "累计到位资金 实际到位资金 资金到位"),
    _column("outside_in_place_wan", "number", "万元", "市外资金 县外资金 域外到位资金 外来资金"),
    _column("foreign_usd_wan", "number", "万美元", "利用外资 外资到位 实际外资"),
    _column("output_wan", "number", "万元", "产值 年产值收入"),
    _column("tax_wan", "number", "万元", "税收 年纳税"),
    _column("invested_wan", "number", "万元"),
    _column("invested_yi", "number", "亿元"),
    _column("basis", "text", "", "", "basis"),
    # Projects: stage and time.
    _column("stage", "text", "", "项目阶段 进展 项目进展 进度 项目状态 状态 建设阶段", "stage"),
    _column("lead_on", "date", "", "线索时间"),
    _column("negotiating_on", "date", "", "洽谈时间 在谈日期"),
    _column("intent_on", "date", "", "意向时间"),
    _column("agreement_on", "date", "", "协议时间 框架协议日期"),
    _column("signed_on", "date", "", "签约时间 合同签订日期 合同日期 签订日期"),
    _column("started_on", "date", "", "开工时间 实际开工时间 实际开工日期 动工时间"),
    _column("building_on", "date", "", "在建时间 主体施工日期"),
    _column("completed_on", "date", "", "竣工时间 实际竣工时间 实际竣工日期"),
    _column("producing_on", "date", "", "投产时间"),
    _column("at_capacity_on", "date", "", "达产时间"),
    _column("dropped_on", "date", "", "终止时间 取消日期"),
    _column("drop_reason", "text", "", "取消原因"),
    # Projects that ledgers stopped to name, and what was decided on them.
    _column("outcome", "text", "", "项目去向 认定结果 处理结果", "outcome"),
    _column("decided_on", "date", "", "认定时间 决定日期 日期"),
    _column("heir_name", "text", "", "并入 合并至 并入项目名称"),
    _column("decision_note", "text", "", "认定依据 原因"),
    _column("unreported_count", "integer", "个"),
    _column("unreported_contract_wan", "number", "万元"),
    _column("unreported_done_wan", "number", "万元"),
    _column("unreported_in_place_wan", "number", "万元"),
    _column("planned_start_on", "date", "", "计划开工日期 计划开工时间"),
    _column("planned_completion_on", "date", "", "计划竣工日期 计划竣工时间 约定竣工时间"),
    _column("due_start_on", "date"),
    _column("due_completion_on", "date"),
    _column("begun_on", "date"),
    _column("finished_on", "date"),
    _column("planned_production_on", "date", "", "计划投产日期 计划投产时间"),
    _column("supplied_on", "date", "", "供地时间 约定交地时间 交地日期"),
    _column("agreed_start_on", "date", "", "约定开工时间 约定开工日期"),
    _column("leader_name", "text", "", "包联领导 分包领导 责任领导 区级领导 县级领导"),
    _column("officer_name", "text", "", "专员 联系人 项目负责人 责任人"),
    _column("source_row", "integer"),
    # Targets, campaigns, obstacles.
    _column("year", "integer", "", "年份 目标年度"),
    _column("metric", "text", "", "指标名称 考核指标", "metric"),
    _column("target_tier", "text", "", "档次 目标类型", "target_tier"),
    _column("target_value", "number", "", "目标 任务数 年度目标 目标任务"),
    _column("done_value", "number"),
    _column("period_value", "number"),
    _column("even_pace_value", "number"),
    _column("ahead_value", "number"),
    _column("completion_pct", "number", "%"),
    _column("pace_pct", "number", "%"),
    _column("ahead_points", "number", "%"),
    _column("required_per_day_value", "number"),
    _column("required_per_month_value", "number"),
    _column("lamp", "text", "", "", "lamp"),
    _column("unit_group", "text", "", "", "unit_group"),
    _column("ranked_group", "text", "", "", "ranked_group"),
    _column("ranked_id", "text"),
    _column("ranked_name", "text"),
    _column("place", "integer"),
    _column("place_count", "integer", "个"),
    _column("place_before", "integer"),
    _column("places_risen", "integer"),
    _column("place_year_ago", "integer"),
    _column("places_risen_year", "integer"),
    _column("campaign_id", "text"),
    _column("campaign_state", "text", "", "", "campaign_state"),
    _column("day_number", "integer", "天"),
    _column("day_count", "integer", "天"),
    _column("days_left", "integer", "天"),
    _column("left_value", "number"),
    _column("required_per_week_value", "number"),
    _column("week_number", "integer"),
    _column("week_first_on", "date"),
    _column("week_last_on", "date"),
    _column("planned_value", "number"),
    _column("planned_total_value", "number"),
    _column("campaign_step", "text"),
    _column("last_year_value", "number"),
    _column("recounted_value", "number"),
    _column("previous_value", "number"),
    _column("yoy_pct", "number", "%"),
    _column("recounted_yoy_pct", "number", "%"),
    _column("pop_pct", "number", "%"),
    _column("value_unit", "text", "", "", "value_unit"),
    _column("grain", "text", "", "", "grain"),
    _column("period_from", "date"),
    _column("period_to", "date"),
    _column("months_covered", "integer"),
    _column("is_partial", "boolean"),
    _column("has_ledger", "boolean"),
    _column("is_told", "boolean"),
    _column("monthless_count", "integer", "个"),
    _column("before_wan", "number", "万元"),
    _column("now_wan", "number", "万元"),
    _column("fallen_wan", "number", "万元"),
    _column("campaign_name", "text", "", "行动名称 专项行动名称"),
    _column("first_on", "date", "", "起始日期 开始时间 出发日期"),
    _column("last_on", "date", "", "截止日期 结束时间 返回日期"),
    _column("obstacle_id", "text"),
    _column("project_names", "text", "", "相关项目 影响项目"),
    _column("obstacle_kind", "text", "", "问题类型 类别", "obstacle_kind"),
    _column("description", "text", "", "存在问题 问题 问题内容"),
    _column("raised_on", "date", "", "提出时间"),
    _column("due_on", "date", "", "办结时限 完成时限"),
    _column("resolved_on", "date", "", "解决时间 办结日期"),
    # Imports.
    _column("import_id", "integer"),
    _column("import_kind", "text", "", "", "import_kind"),
    _column("period", "date", "", "月份 期别"),
    _column("file_name", "text"),
    _column("file_sha256", "text"),
    _column("imported_at", "time"),
    _column("imported_by", "text"),
    _column("import_row_count", "integer"),
    _column("warning_count", "integer"),
    _column("is_active", "boolean"),
    _column("is_in_force", "boolean"),
    # Other regions, to be compared with.
    _column("peer_name", "text", "", "地区名称 区县 城区 市县"),
    _column("indicator", "text", "", "指标 指标名称 考核指标"),
    _column("peer_value", "number", "", "数值 完成数 完成值 总量"),
    _column("growth_pct", "number", "%", "增速 增幅 同比 增长"),
    _column("peer_rank", "integer"),
    _column("peer_count", "integer", "个"),
    _column("growth_rank", "integer"),
    _column("growth_count", "integer", "个"),
    _column("is_own", "boolean"),
    # Enclaves: thresholds by date, flows, conditions of entry, and the two books.
    _column("valid_from_on", "date", "", "生效日期 执行时间 起始日期 施行日期"),
    _column("threshold_source", "text", "", "依据 文件依据 文号 依据文件 来源"),
    _column("threshold_origin", "text", "", "", "threshold_origin"),
    _column("entry_verdict", "text", "", "", "entry_verdict"),
    _column("entry_lack", "text"),
    _column("failing_count", "integer", "个"),
    _column("unjudged_count", "integer", "个"),
    _column("unit_lon", "number", "度"),
    _column("unit_lat", "number", "度"),
    _column("park_lon", "number", "度"),
    _column("park_lat", "number", "度"),
    _column("is_host", "boolean"),
    _column("local_value", "number"),
    _column("credited_value", "number"),
    _column("gained_value", "number"),
    _column("region_value", "number"),
    _column("local_total_value", "number"),
    _column("credited_total_value", "number"),
    _column("shared_value", "number"),
    _column("host_share_value", "number"),
    _column("is_balanced", "boolean"),
    _column("stamp", "text", "", "", "stamp"),
    # Layers to check against.
    _column("layer_name", "text", "", "图层名称"),
    _column("layer_kind", "text", "", "", "layer_kind"),
    _column("patch_no", "integer"),
    _column("patch_name", "text", "", "图斑名称 图斑编号 地块名称 地块编号 TBBH JBNTTBBH YJJBNTTBBH HXBH"),
    _column("patch_count", "integer", "个"),
    _column("patch_area_mu", "number", "亩"),
    _column("overlap_mu", "number", "亩"),
    _column("overlap_pct", "number", "%"),
    _column("layer_touch", "text", "", "", "layer_touch"),
    _column("layer_distance_m", "integer", "米"),
    _column("nearest_park_km", "number", "公里"),
    # Land: rates, what is left, idle land, grades per mu.
    _column("ready_free_area_mu", "number", "亩"),
    _column("unbuilt_area_mu", "number", "亩"),
    _column("developed_pct", "number", "%"),
    _column("supplied_pct", "number", "%"),
    _column("built_pct", "number", "%"),
    _column("idle_state", "text", "", "", "idle_state"),
    _column("idle_days", "integer", "天"),
    _column("idle_on", "date"),
    _column("reclaim_on", "date"),
    _column("running_count", "integer", "个"),
    _column("idle_count", "integer", "个"),
    _column("reclaim_count", "integer", "个"),
    _column("idle_land_mu", "number", "亩"),
    _column("sited_count", "integer", "个"),
    _column("stated_count", "integer", "个"),
    _column("stated_planned_mu", "number", "亩"),
    _column("land_per_project_mu", "number", "亩"),
    _column("capacity_wan", "number", "万元"),
    _column("park_names", "text"),
    _column("room_count", "integer", "个"),
    _column("is_contradictory", "boolean"),
    _column("grade", "text", "", "", "grade"),
    _column("grade_score", "number"),
    _column("grade_place", "integer"),
    _column("tax_wan_per_mu", "number", "万元/亩"),
    _column("output_wan_per_mu", "number", "万元/亩"),
    _column("done_wan_per_mu", "number", "万元/亩"),
    # Recruiting teams and their trips.
    _column("team_name", "text", "", "小分队 招商队 招商组 招商团队 团队"),
    _column("trip_region", "text", "", "区域 目的地 招商地区 外出地区 地区", "source_region"),
    _column("traveller_count", "integer", "人", "人数 参加人数"),
    _column("trip_leader_name", "text", "", "带队人 领队 带队"),
    _column("visited_count", "integer", "家", "拜访企业 走访企业数 对接企业"),
    _column("lead_count", "integer", "个", "线索 线索数 项目线索"),
    _column("brought_names", "text", "", "引进项目 促成项目名称"),
    _column("trip_notes", "text", "", "说明"),
    _column("trip_count", "integer", "次"),
    _column("team_count", "integer", "个"),
    _column("trip_days", "integer", "天"),
    _column("last_trip_on", "date"),
    _column("brought_count", "integer", "个"),
    _column("brought_signed_count", "integer", "个"),
    _column("brought_contract_wan", "number", "万元"),
    _column("brought_in_place_wan", "number", "万元"),
    _column("early_count", "integer", "个"),
    _column("has_result", "boolean"),
    _column("region_signed_count", "integer", "个"),
    _column("region_contract_wan", "number", "万元"),
    _column("region_in_place_wan", "number", "万元"),
    _column("signed_since_count", "integer", "个"),
    # One park beside another.
    _column("planned_wan_per_mu", "number", "万元/亩"),
    _column("contract_wan_per_mu", "number", "万元/亩"),
    # What queries count and weigh.
    _column("project_count", "integer", "个", "项目个数"),
    _column("park_count", "integer", "个"),
    _column("started_count", "integer", "个"),
    _column("producing_count", "integer", "个"),
    _column("measured_count", "integer", "个"),
    _column("measured_unsigned_count", "integer", "个"),
    _column("judged_count", "integer", "个"),
    _column("measured_wan", "number", "万元"),
    _column("measured_land_mu", "number", "亩"),
    _column("reached_count", "integer", "个"),
    _column("trial_reached_count", "integer", "个"),
    _column("short_count", "integer", "个"),
    _column("missing_count", "integer", "个"),
    _column("exempt_count", "integer", "个"),
    _column("no_money_count", "integer", "个"),
    _column("enclave_count", "integer", "个"),
    _column("share_pct", "number", "%"),
    _column("scale_tier", "text", "", "", "scale_tier"),
    _column("industry_sector", "text", "", "", "industry_sector"),
    _column("industry_section", "text", "", "", "industry_section"),
    _column("industry_division", "text", "", "", "industry_division"),
    _column("industry_group", "text", "", "", "industry_group"),
    _column("industry_class", "text", "", "", "industry_class"),
    _column("cut_key", "text"),
    _column("cut_value", "text"),
    _column("attribute_key", "text"),
    _column("count_share_pct", "number", "%"),
    _column("area_share_pct", "number", "%"),
    _column("invested_share_pct", "number", "%"),
    _column("cumulative_count", "integer", "个"),
    _column("cumulative_share_pct", "number", "%"),
    _column("reached_share_pct", "number", "%"),
    _column("trial_reached_share_pct", "number", "%"),
    _column("started_share_pct", "number", "%"),
    _column("signed_count", "integer", "个"),
    _column("signed_contract_wan", "number", "万元"),
    _column("contract_count", "integer", "个"),
    _column("intensity_wan_per_mu", "number", "万元/亩"),
    _column("shortfall_wan_per_mu", "number", "万元/亩"),
    _column("shortfall_wan", "number", "万元"),
    _column("verdict", "text", "", "", "verdict"),
    _column("gap", "text", "", "", "gap"),
    _column("bin_from_wan_per_mu", "number", "万元/亩"),
    _column("bin_to_wan_per_mu", "number", "万元/亩"),
    # The pipeline.
    _column("stage_on", "date"),
    _column("stage_days", "integer", "天"),
    _column("limit_days", "integer", "天"),
    _column("over_days", "integer", "天"),
    _column("intended_wan", "number", "万元"),
    _column("held_wan", "number", "万元"),
    _column("is_own_place", "boolean"),
    _column("reached_stage_count", "integer", "个"),
    _column("conversion_pct", "number", "%"),
    _column("median_days", "number", "天"),
    _column("p90_days", "number", "天"),
    _column("left_count", "integer", "个"),
    _column("undated_count", "integer", "个"),
    _column("misdated_count", "integer", "个"),
    _column("stuck_count", "integer", "个"),
    _column("stuck_wan", "number", "万元"),
    _column("cohort_year", "integer"),
    _column("reached_signed_count", "integer", "个"),
    _column("reached_started_count", "integer", "个"),
    _column("reached_producing_count", "integer", "个"),
    _column("dropped_count", "integer", "个"),
    _column("ever_signed_share_pct", "number", "%"),
    _column("ever_started_share_pct", "number", "%"),
    _column("ever_producing_share_pct", "number", "%"),
    _column("producing_share_pct", "number", "%"),
    _column("in_place_share_pct", "number", "%"),
    _column("paired_count", "integer", "个"),
    _column("paired_contract_wan", "number", "万元"),
    _column("paired_in_place_wan", "number", "万元"),
    _column("agreement_count", "integer", "个"),
    _column("agreement_wan", "number", "万元"),
    _column("work_group", "text", "", "", "work_group"),
    _column("pipeline_gap", "text", "", "", "pipeline_gap"),
    _column("earlier_stage", "text", "", "", "stage"),
    _column("earlier_period", "date"),
    _column("obstacle_count", "integer", "个"),
    _column("overdue_count", "integer", "个"),
    _column("open_days", "integer", "天"),
    _column("is_lit", "boolean"),
    _column("picked_count", "integer", "个"),
    _column("choice_kind", "text"),
    _column("choice", "text"),
    _column("choice_label", "text"),
    _column("attention", "text", "", "", "attention"),
    _column("days_late", "integer", "天"),
    _column("overdue_days", "integer", "天"),
    _column("schedule_days_late", "integer", "天"),
    _column("stake_wan", "number", "万元"),
    _column("delay_days", "integer", "天"),
    _column("attention_score", "number"),
    _column("other_reason_count", "integer", "个"),
    # People and what they answer for.
    _column("role", "text", "", "", "role"),
    _column("person_name", "text"),
    _column("found_person_name", "text"),
    _column("state_lamp", "text", "", "", "lamp"),
    _column("person_lamp", "text", "", "", "lamp"),
    _column("moved_count", "integer", "个"),
    _column("unplanned_count", "integer", "个"),
    _column("due_count", "integer", "个"),
    _column("late_count", "integer", "个"),
    _column("late_wan", "number", "万元"),
    _column("next_step", "text", "", "", "next_step"),
    _column("next_on", "date"),
    _column("days_to_next", "integer", "天"),
    _column("previous_stage", "text", "", "", "stage"),
    _column("in_place_added_wan", "number", "万元"),
    _column("done_added_wan", "number", "万元"),
    _column("is_moved", "boolean"),
    _column("stop_no", "integer"),
    _column("arrives_at", "text"),
    _column("leaves_at", "text"),
    _column("leg_km", "number", "公里"),
    _column("obstacle_descriptions", "text"),
    _column("place_key", "text"),
    _column("place_name", "text"),
    _column("word", "text"),
    _column("word_unit", "text"),
    _column("word_meaning", "text"),
    _column("word_aliases", "text"),
    _column("word_code", "text"),
    _column("vocabulary", "text"),
    # One park, one project.
    _column("is_reached", "boolean"),
    _column("reached_on", "date"),
    _column("planned_on", "date"),
    _column("is_in_ledger", "boolean"),
    _column("changed_field", "text"),
    _column("before_text", "text"),
    _column("after_text", "text"),
    _column("distance_m", "number", "米"),
    _column("is_industry_fit", "boolean"),
    # Siting a new project.
    _column("promised_mu", "number", "亩"),
    _column("available_mu", "number", "亩"),
    _column("held_mu", "number", "亩"),
    _column("progress_pct", "number", "%"),
    _column("siting_verdict", "text", "", "", "siting_verdict"),
    _column("siting_place", "integer"),
    _column("siting_move", "text"),
    _column("siting_score", "integer"),
    _column("agglomeration_said", "text"),
    _column("transport_said", "text"),
    _column("land_price_said", "text"),
    _column("free_land_said", "text"),
    _column("progress_said", "text"),
    _column("industry_check", "text"),
    _column("threshold_check", "text"),
    _column("land_check", "text"),
    _column("utilities_check", "text"),
    _column("distances_check", "text"),
    _column("layers_check", "text"),
    _column("needed_change", "text"),
    _column("required_land_mu", "number", "亩"),
    _column("assigned_count", "integer", "个"),
    _column("assigned_mu", "number", "亩"),
    _column("left_mu", "number", "亩"),
    _column("siting_reason", "text"),
    _column("cell_id", "text"),
    # Clusters.
    _column("area_id", "text"),
    _column("area_name", "text"),
    _column("count_quotient", "number"),
    _column("invested_quotient", "number"),
    _column("land_quotient", "number"),
    _column("leading_industry", "text"),
    _column("leading_share_pct", "number", "%"),
    _column("count_hhi", "number"),
    _column("invested_hhi", "number"),
    _column("fit_share_pct", "number", "%"),
    _column("fit_known_count", "integer", "个"),
    _column("firm_name", "text"),
    _column("firm_share_pct", "number", "%"),
    _column("rest_count", "integer", "个"),
    _column("rest_invested_wan", "number", "万元"),
    _column("rest_industry", "text"),
    _column("cluster_verdict", "text", "", "", "cluster_verdict"),
    _column("gathered_count", "integer", "个"),
    _column("industry_count", "integer", "个"),
    _column("p_value", "text"),
    _column("adjusted_p", "text"),
    _column("is_robust", "boolean"),
    _column("largest_project", "text"),
    _column("glaeser", "number"),
    _column("cluster_no", "integer"),
    _column("spread_m", "number", "米"),
    _column("all_count", "integer", "个"),
    _column("neighbourhood", "text", "", "", "neighbourhood"),
    _column("rest_hhi", "number"),
)
# fmt: on

CATALOGUE: dict[str, Column] = {column.name: column for column in _ALL}

# Headers that say no more than "name": they mean the subject of the record, its first column.
BARE_NAMES = ("名称", "name")

# The columns that hold the date on which each stage was reached, in the order of the stages.
STAGE_DATES = (
    "lead_on", "negotiating_on", "intent_on", "agreement_on", "signed_on", "started_on", "building_on",
    "completed_on", "producing_on", "at_capacity_on", "dropped_on",
)  # fmt: skip


def column(name: str) -> Column:
    """Return the catalogue's column of that name; raises KeyError where there is none."""
    return CATALOGUE[name]
