"""Every column once: its name, type, unit, labels, what ledgers also call it, and what it means.

The one catalogue behind import headers, validation, SQL contracts, axis titles, tables, exports and the glossary.
"""

from dataclasses import dataclass

from parkatlas.messages import pick

UNITS = {
    "": ("", ""),
    "万元": ("万元", "10k CNY"),
    "亿元": ("亿元", "100m CNY"),
    "万美元": ("万美元", "10k USD"),
    "亩": ("亩", "mu"),
    "万元/亩": ("万元/亩", "10k CNY/mu"),
    "%": ("%", "%"),
    "个": ("个", ""),
    "人": ("人", "people"),
    "家": ("家", ""),
    "次": ("次", ""),
    "公里": ("公里", "km"),
    "米": ("米", "m"),
    "天": ("天", "days"),
    "度": ("度", "°"),
}

SQL_TYPES = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "date": "DATE",
    "time": "TIMESTAMP",
    "boolean": "BOOLEAN",
    "bytes": "BLOB",
}


@dataclass(frozen=True)
class Column:
    """One column: SQL and file name, kind of value, unit, labels, header aliases and meaning."""

    name: str
    kind: str
    unit: str
    zh: str
    en: str
    aliases: tuple[str, ...]
    meaning_zh: str
    meaning_en: str
    vocabulary: str = ""

    @property
    def label(self) -> str:
        """The label in the language in use, without the unit."""
        return pick(self.zh, self.en)

    @property
    def unit_label(self) -> str:
        """The unit in the language in use, empty where there is none."""
        return pick(*UNITS[self.unit])

    @property
    def header(self) -> str:
        """Label and unit, as a table's header or an axis title shows them."""
        unit = self.unit_label
        return pick(f"{self.zh}（{unit}）", f"{self.en} ({unit})") if unit else self.label

    @property
    def meaning(self) -> str:
        """The definition in the language in use."""
        return pick(self.meaning_zh, self.meaning_en)

    @property
    def sql_type(self) -> str:
        """The DuckDB type that stores it."""
        return SQL_TYPES[self.kind]


def _column(*row: str) -> Column:
    """Read one row of the table below: a Column's fields in their order, the aliases as words between spaces."""
    name, kind, unit, zh, en, aliases, *rest = row
    return Column(name, kind, unit, zh, en, tuple(aliases.split()), *rest)


# fmt: off
_ALL = (
    # Parks.
    _column("park_id", "text", "", "园区编号", "Park id", "园区代码 园区ID", "园区的唯一编号；文件中没有时由园区名称产生", "Unique id of a park; made from its name where the file has none"),
    _column("park_name", "text", "", "园区", "Park", "园区名称 所在园区 入驻园区 工业园区 落户园区", "园区名称；在台账中是项目所在的园区", "Name of the park; in a ledger, the park a project stands in"),
    _column("park_level", "text", "", "园区级别", "Park level", "级别 等级", "国家级、省级、市级或县级", "National, provincial, municipal or county", "park_level"),
    _column("zone_name", "text", "", "所属开发区", "Parent zone", "上级园区 开发区 所属片区", "园区所属的开发区或集聚区", "Development zone that the park belongs to"),
    _column("park_industries", "text", "", "主导产业", "Leading industries", "产业定位 主导产业定位 产业", "园区定位的主导产业，以顿号分隔；准入条件之一", "Industries the park is meant for, separated by 、; one of the entry conditions"),
    _column("planned_area_mu", "number", "亩", "规划面积", "Planned area", "规划用地 规划用地面积 面积 总面积 NN", "园区规划面积（文件所填）", "Planned area of the park as its file states it"),
    _column("ready_area_mu", "number", "亩", "达到供地条件面积", "Ready area", "已达到供地条件面积 已开发面积 净地面积 熟地面积", "已完成征地和配套、达到供地条件的土地，含已供应的", "Land acquired and serviced so that it can be supplied, that already supplied included"),
    _column("supplied_area_mu", "number", "亩", "已供面积", "Supplied area", "已供地 已供地面积 已供应面积", "已供应给企业的土地", "Land already supplied to firms"),
    _column("built_area_mu", "number", "亩", "建成面积", "Built area", "已建面积 已建成面积", "已建成的土地", "Land already built on"),
    _column("free_area_mu", "number", "亩", "可供面积", "Free area", "", "规划面积 − 已供面积", "Planned less supplied area"),
    _column("drawn_area_mu", "number", "亩", "图形面积", "Drawn area", "", "边界图形在椭球面上的面积", "Area of the boundary on the ellipsoid"),
    _column("area_difference_pct", "number", "%", "面积差", "Area difference", "", "(图形面积 − 规划面积) ÷ 规划面积", "(Drawn − planned) ÷ planned area"),
    _column("park_threshold_wan_per_mu", "number", "万元/亩", "园区自定门槛", "Park's own threshold", "准入门槛 投资强度门槛 准入强度", "园区自定的准入门槛；空则用默认门槛", "The park's own entry threshold; the default holds where it is empty"),
    _column("threshold_wan_per_mu", "number", "万元/亩", "准入门槛", "Entry threshold", "门槛 门槛值 强度门槛 准入强度 投资强度门槛", "适用于该园区的投资强度门槛（含本数）", "Intensity a project must reach in this park (inclusive)"),
    _column("motorway_km", "number", "公里", "距高速口", "To motorway", "高速距离 距高速公路 距高速", "到最近高速公路出入口的距离", "Distance to the nearest motorway junction"),
    _column("rail_km", "number", "公里", "距铁路站", "To rail", "铁路距离 距铁路 距火车站", "到最近铁路货运站的距离", "Distance to the nearest rail freight station"),
    _column("port_km", "number", "公里", "距港口", "To port", "港口距离", "到最近港口的距离", "Distance to the nearest port"),
    _column("airport_km", "number", "公里", "距机场", "To airport", "机场距离", "到最近机场的距离", "Distance to the nearest airport"),
    _column("has_road", "boolean", "", "通路", "Road", "道路", "七通一平：道路", "Site has road access"),
    _column("has_water", "boolean", "", "给水", "Water", "通水 供水", "七通一平：给水", "Site has water supply"),
    _column("has_sewer", "boolean", "", "排水", "Sewer", "通排水 污水", "七通一平：排水", "Site has a sewer"),
    _column("has_power", "boolean", "", "通电", "Power", "供电", "七通一平：电力", "Site has power"),
    _column("has_gas", "boolean", "", "通气", "Gas", "燃气 供气", "七通一平：燃气", "Site has gas"),
    _column("has_heat", "boolean", "", "供热", "Heat", "通热 热力", "七通一平：热力", "Site has heat or steam"),
    _column("has_telecom", "boolean", "", "通讯", "Telecom", "通信 电信", "七通一平：通讯", "Site has telecom"),
    _column("is_levelled", "boolean", "", "平整", "Levelled", "土地平整 场地平整", "七通一平：场地平整", "Site is levelled"),
    _column("established_on", "date", "", "设立日期", "Established on", "设立时间 批复时间", "园区批准设立的日期", "Date the park was approved"),
    _column("merged_into_name", "text", "", "并入园区", "Merged into", "并入 合并至 并入园区名称", "该园区并入了哪个园区（名称或编号）；自并入日期起不再单列", "Park that this one was merged into, by name or id; from that day on it no longer stands alone"),
    _column("merged_on", "date", "", "并入日期", "Merged on", "合并日期 合并时间 并入时间", "并入的日期", "Date of the merger"),
    _column("parcel_no", "integer", "", "地块", "Parcel", "", "园区的第几个地块", "Which piece of the park"),
    # Units.
    _column("unit_id", "text", "", "单位编号", "Unit id", "单位代码", "责任单位的唯一编号；文件中没有时由名称产生", "Unique id of a unit; made from its name where the file has none"),
    _column("unit_name", "text", "", "责任单位", "Unit", "单位 单位名称 引进单位 引资单位 招商单位 责任部门 乡镇 所在地", "承担目标、引进项目的乡镇、街道、部门、开发区；在台账中是引进单位", "Township, sub-district, department or zone with targets; in a ledger, the one that introduced the project"),
    _column("unit_kind", "text", "", "单位类型", "Kind of unit", "类型 单位性质", "乡镇、街道、部门、开发区或县区", "Township, sub-district, department, zone or county", "unit_kind"),
    _column("host_unit_id", "text", "", "属地编号", "Host unit id", "", "落地属地的编号", "Id of the host unit"),
    _column("host_unit_name", "text", "", "落地属地", "Host unit", "属地 属地单位 落地单位 所属乡镇 所在乡镇 所属镇街", "园区或项目所在地的单位", "Unit on whose territory the park or project stands"),
    # Projects: who, what, where.
    _column("project_id", "text", "", "项目编号", "Project id", "项目代码 编号 电子监管号 统一编码 项目ID", "项目的唯一编号；文件中没有时由项目名称产生", "Unique id of a project; made from its name where the file has none"),
    _column("project_name", "text", "", "项目", "Project", "项目名称 工程名称 企业名称", "项目名称", "Name of the project"),
    _column("investor_name", "text", "", "投资方", "Investor", "投资企业 投资主体 投资单位 土地使用权人 业主单位", "出资企业", "The firm that invests"),
    _column("source_region", "text", "", "资金来源地", "Source region", "来源地 投资方所在地 资金来源 来源区域", "投资方所在区域", "Home region of the investor", "source_region"),
    _column("capital_type", "text", "", "内外资", "Capital type", "资金性质 资本类型 投资性质", "内资或外资", "Domestic or foreign", "capital_type"),
    _column("industry_code", "text", "", "行业代码", "Industry code", "国民经济行业代码 行业分类代码", "GB/T 4754-2017 行业代码", "Code of GB/T 4754-2017"),
    _column("industry_name", "text", "", "产业", "Industry", "行业 产业类别 所属产业 所属行业 行业分类 产业类型", "当地产业分类", "Industry as the county groups it"),
    _column("address", "text", "", "地址", "Address", "项目位置 建设地点 地点 位置", "项目地址", "Address of the project"),
    _column("lon", "number", "度", "经度", "Longitude", "经度(度) x lng longitude", "CGCS2000 经度", "CGCS2000 longitude"),
    _column("lat", "number", "度", "纬度", "Latitude", "纬度(度) y latitude", "CGCS2000 纬度", "CGCS2000 latitude"),
    _column("stated_park_name", "text", "", "所填园区", "Stated park", "", "台账所填的园区", "Park that the ledger states"),
    _column("located_park_name", "text", "", "点位所在园区", "Park at the point", "", "坐标所在的园区", "Park that holds the point"),
    _column("located_count", "integer", "个", "点位所在园区数", "Parks at the point", "", "包含该点的园区个数（边界上的点算在内）", "How many parks hold the point (a point on a boundary belongs)"),
    _column("place_issue", "text", "", "位置问题", "Place issue", "", "坐标与所填园区不符、落在多个园区、不在任何园区，或两者皆无", "Point outside its stated park, in several, in none, or neither stated", "place_issue"),
    _column("is_enclave", "boolean", "", "飞地项目", "Enclave", "", "引进单位不是项目所在园区的属地单位", "The introducing unit is not the host unit of the park"),
    # Projects: land and money.
    _column("land_mu", "number", "亩", "用地面积", "Land", "占地面积 用地 项目用地 占地 面积 土地面积", "项目用地面积", "Land of the project"),
    _column("contract_wan", "number", "万元", "合同投资额", "Contract investment", "合同投资 总投资 投资总额 计划总投资 协议投资额 合同金额 成交价格", "合同约定的投资额", "Investment agreed by contract"),
    _column("planned_fai_wan", "number", "万元", "计划固定资产投资", "Planned fixed-asset investment", "计划固投 固定资产投资 固投 计划固定资产", "计划完成的固定资产投资", "Fixed-asset investment as planned"),
    _column("done_fai_wan", "number", "万元", "完成固定资产投资", "Fixed-asset investment done", "完成固投 累计完成固投 累计完成投资 已完成投资 完成投资", "开工以来累计完成的固定资产投资", "Fixed-asset investment done since the start, cumulative"),
    _column("in_place_wan", "number", "万元", "到位资金", "Funds in place", "累计到位资金 实际到位资金 资金到位", "累计到位资金", "Funds in place, cumulative"),
    _column("outside_in_place_wan", "number", "万元", "域外资金", "Out-of-region funds", "市外资金 县外资金 域外到位资金 外来资金", "到位资金中来自域外的部分，累计", "Part of the funds in place that came from outside the region, cumulative"),
    _column("foreign_usd_wan", "number", "万美元", "实际利用外资", "Foreign capital used", "利用外资 外资到位 实际外资", "累计实际利用外资", "Foreign capital used, cumulative"),
    _column("output_wan", "number", "万元", "年产值", "Annual output", "产值 年产值收入", "上年产值", "Output of the last full year"),
    _column("tax_wan", "number", "万元", "年税收", "Annual tax", "税收 年纳税", "上年税收", "Tax of the last full year"),
    _column("invested_wan", "number", "万元", "投资额", "Investment", "", "所选口径的投资额", "Investment on the chosen basis"),
    _column("invested_yi", "number", "亿元", "投资额", "Investment", "", "所选口径的投资额", "Investment on the chosen basis"),
    _column("basis", "text", "", "口径", "Basis", "", "投资强度的投资口径：计划固投、完成固投或合同投资额", "Which investment the intensity uses: planned, done or contract", "basis"),
    # Projects: stage and time.
    _column("stage", "text", "", "阶段", "Stage", "项目阶段 进展 项目进展 进度 项目状态 状态 建设阶段", "线索→在谈→意向→协议→签约→开工→在建→竣工→投产→达产；终止", "Lead → … → at capacity; or dropped", "stage"),
    _column("lead_on", "date", "", "线索日期", "Lead on", "线索时间", "获得线索的日期", "Date of the lead"),
    _column("negotiating_on", "date", "", "洽谈日期", "Negotiating on", "洽谈时间 在谈日期", "开始洽谈的日期", "Date negotiation began"),
    _column("intent_on", "date", "", "意向日期", "Intent on", "意向时间", "达成意向的日期", "Date of the letter of intent"),
    _column("agreement_on", "date", "", "协议日期", "Agreement on", "协议时间 框架协议日期", "签订框架协议的日期", "Date of the framework agreement"),
    _column("signed_on", "date", "", "签约日期", "Signed on", "签约时间 合同签订日期 合同日期 签订日期", "签订正式合同的日期", "Date the contract was signed"),
    _column("started_on", "date", "", "开工日期", "Started on", "开工时间 实际开工时间 实际开工日期 动工时间", "实际开工日期", "Date of the actual start"),
    _column("building_on", "date", "", "在建日期", "Building on", "在建时间 主体施工日期", "进入主体施工的日期", "Date the main works began"),
    _column("completed_on", "date", "", "竣工日期", "Completed on", "竣工时间 实际竣工时间 实际竣工日期", "竣工日期", "Date of completion"),
    _column("producing_on", "date", "", "投产日期", "Producing on", "投产时间", "投产日期", "Date production began"),
    _column("at_capacity_on", "date", "", "达产日期", "At capacity on", "达产时间", "达产日期", "Date full capacity was reached"),
    _column("dropped_on", "date", "", "终止日期", "Dropped on", "终止时间 取消日期", "终止日期", "Date the project was dropped"),
    _column("drop_reason", "text", "", "终止原因", "Reason dropped", "取消原因", "终止的原因", "Why it was dropped"),
    _column("planned_start_on", "date", "", "计划开工", "Planned start", "计划开工日期 计划开工时间", "计划开工日期", "Planned date of the start"),
    _column("planned_completion_on", "date", "", "计划竣工", "Planned completion", "计划竣工日期 计划竣工时间 约定竣工时间", "计划竣工日期", "Planned date of completion"),
    _column("planned_production_on", "date", "", "计划投产", "Planned production", "计划投产日期 计划投产时间", "计划投产日期", "Planned date of production"),
    _column("supplied_on", "date", "", "供地日期", "Land supplied on", "供地时间 约定交地时间 交地日期", "土地交付日期", "Date the land was handed over"),
    _column("agreed_start_on", "date", "", "约定开工", "Agreed start", "约定开工时间 约定开工日期", "供地合同约定的开工日期；闲置土地由此起算", "Start agreed in the land contract; idle land counts from it"),
    _column("leader_name", "text", "", "包保领导", "Leader in charge", "包联领导 分包领导 责任领导 区级领导 县级领导", "包保领导", "Leader in charge"),
    _column("officer_name", "text", "", "项目专员", "Case officer", "专员 联系人 项目负责人 责任人", "项目专员", "Case officer"),
    _column("source_row", "integer", "", "原始行号", "Row in file", "", "在原始文件中的行号", "Row in the imported file"),
    # Targets, campaigns, obstacles.
    _column("year", "integer", "", "年度", "Year", "年份 目标年度", "目标所属年度", "Year of the target"),
    _column("metric", "text", "", "指标", "Metric", "指标名称 考核指标", "目标所考核的指标", "What the target counts", "metric"),
    _column("target_tier", "text", "", "目标档次", "Target tier", "档次 目标类型", "确定目标或力争目标", "Base or stretch", "target_tier"),
    _column("target_value", "number", "", "目标值", "Target", "目标 任务数 年度目标 目标任务", "目标值，单位随指标", "Target, in the metric's unit"),
    _column("done_value", "number", "", "完成值", "Done", "", "完成值，单位随指标", "Done, in the metric's unit"),
    _column("even_pace_value", "number", "", "均衡进度", "Even pace", "", "目标 × 已过天数 ÷ 全年天数；设置为按月时，目标 × 已过月数 ÷ 12", "Target × days passed ÷ days in the year; set to months, target × months ended ÷ 12"),
    _column("ahead_value", "number", "", "超（欠）进度", "Ahead of pace", "", "完成值 − 均衡进度", "Done less even pace"),
    _column("completion_pct", "number", "%", "完成率", "Completion", "", "完成值 ÷ 目标值", "Done ÷ target"),
    _column("pace_pct", "number", "%", "时序进度", "Calendar", "", "已过天数 ÷ 全年天数；设置为按月时，已过月数 ÷ 12", "Days passed ÷ days in the year; set to months, months ended ÷ 12"),
    _column("ahead_points", "number", "%", "超（欠）时序", "Ahead of calendar", "", "完成率 − 时序进度，百分点", "Completion less calendar, in points"),
    _column("required_per_day_value", "number", "", "每日需完成", "Required per day", "", "(目标 − 完成值) ÷ 剩余天数，单位随指标", "(Target − done) ÷ days left, in the metric's unit"),
    _column("required_per_month_value", "number", "", "每月需完成", "Required per month", "", "(目标 − 完成值) ÷ 剩余月数，单位随指标", "(Target − done) ÷ months left, in the metric's unit"),
    _column("lamp", "text", "", "预警灯", "Lamp", "", "与均衡进度相比：正常、预警或滞后，分界见设置", "Against even pace: on pace, watch or behind; bounds are in the settings", "lamp"),
    _column("unit_group", "text", "", "单位分组", "Group of units", "", "乡镇街道和开发区、部门，分开比较", "Territories and departments, compared apart", "unit_group"),
    _column("ranked_group", "text", "", "排名对象", "Ranked", "", "乡镇街道和开发区、部门、园区，分开排名", "Territories, departments and parks, ranked apart", "ranked_group"),
    _column("ranked_id", "text", "", "单位或园区编号", "Unit or park id", "", "参加排名的单位或园区", "Unit or park that is ranked"),
    _column("ranked_name", "text", "", "单位或园区", "Unit or park", "", "参加排名的单位或园区", "Unit or park that is ranked"),
    _column("place", "integer", "", "名次", "Rank", "", "在同组中的名次，并列同名次", "Rank within the group; ties share it"),
    _column("place_count", "integer", "个", "参加排名", "Ranked", "", "同组中参加排名的单位或园区个数", "How many units or parks of the group are ranked"),
    _column("place_before", "integer", "", "上期名次", "Rank before", "", "本年上一期台账时的名次", "Rank at the year's ledger before"),
    _column("places_risen", "integer", "", "较上期升降", "Places risen", "", "比上一期台账上升的名次，下降为负", "Places risen since the ledger before; negative where it fell"),
    _column("place_year_ago", "integer", "", "上年同期名次", "Rank a year ago", "", "上年同期的名次", "Rank on the same day of last year"),
    _column("places_risen_year", "integer", "", "较上年升降", "Places risen in a year", "", "比上年同期上升的名次，下降为负", "Places risen since the same day of last year; negative where it fell"),
    _column("campaign_id", "text", "", "行动编号", "Campaign id", "", "专项行动的编号", "Id of the campaign"),
    _column("campaign_state", "text", "", "行动状态", "State of the campaign", "", "未开始、进行中或已结束", "Coming, running or ended", "campaign_state"),
    _column("day_number", "integer", "天", "已进行", "Day", "", "专项行动已进行的天数，首日为第 1 天", "Day of the campaign; its first day is 1"),
    _column("day_count", "integer", "天", "总天数", "Days", "", "专项行动的总天数，首末日都计入", "Days of the campaign, first and last included"),
    _column("days_left", "integer", "天", "剩余天数", "Days left", "", "专项行动剩余天数", "Days left of the campaign"),
    _column("left_value", "number", "", "尚差", "Still to do", "", "目标 − 完成值，完成后为 0", "Target less done, 0 once it is reached"),
    _column("required_per_week_value", "number", "", "每周需完成", "Required per week", "", "尚差 ÷ 剩余天数 × 7，单位随指标", "Still to do ÷ days left × 7, in the metric's unit"),
    _column("week_number", "integer", "", "第几周", "Week", "", "自台账次日起的周次", "Week from the day after the ledger"),
    _column("planned_value", "number", "", "本周应完成", "Due in the week", "", "按天数分摊的尚差，个数取整，各周之和等于尚差", "Still to do, shared out by days; counts are whole; the weeks sum to what is left"),
    _column("planned_total_value", "number", "", "周末累计应达", "Due by the week's end", "", "已完成加到该周末应完成的", "Done and due by the end of the week"),
    _column("campaign_step", "text", "", "应采取措施", "Step due", "", "按单位分组和行动进度，设置中规定的措施", "What the settings prescribe for the group of units at this point of the campaign"),
    _column("last_year_value", "number", "", "上年同期", "Last year", "", "上年同期的值，单位随指标", "Same months of the year before, in the metric's unit"),
    _column("previous_value", "number", "", "上期", "Period before", "", "上一个月或上一季度的值，单位随指标", "Month or quarter before, in the metric's unit"),
    _column("yoy_pct", "number", "%", "同比", "Year on year", "", "本期 ÷ 上年同期 − 1；没有基数时为空", "Period ÷ same months of the year before − 1; empty without a base"),
    _column("pop_pct", "number", "%", "环比", "On the period before", "", "本期 ÷ 上期 − 1；没有基数或季度未满时为空", "Period ÷ the one before − 1; empty without a base and for a running quarter"),
    _column("value_unit", "text", "", "计量单位", "Counted in", "", "本行数值的单位", "Unit of the row's values", "value_unit"),
    _column("grain", "text", "", "时间粒度", "Grain", "", "按月或按季度", "By month or by quarter", "grain"),
    _column("period_from", "date", "", "期初", "From", "", "本期第一天", "First day of the period"),
    _column("period_to", "date", "", "期末", "To", "", "本期最后一天；未满的季度为最新台账日", "Last day of the period; of a running quarter, the newest ledger's"),
    _column("months_covered", "integer", "", "所含月数", "Months held", "", "新增额自上一份台账起算所含的月数；缺台账时多于本期月数", "Months since the ledger that the sum is counted from; more than the period's own where ledgers are missing"),
    _column("is_partial", "boolean", "", "本期未满", "Still running", "", "季度尚未结束", "The quarter still runs"),
    _column("has_ledger", "boolean", "", "期末有台账", "Ledger at its end", "", "期末当月有台账在用", "A ledger is in force for the period's last month"),
    _column("is_told", "boolean", "", "已有台账", "Told", "", "不晚于最新台账", "Not after the newest ledger"),
    _column("undated_count", "integer", "个", "缺日期项目", "Without a date", "", "已到该阶段但缺日期、因而不计入任何月份的项目", "Projects at that stage without its date, which therefore stand in no month"),
    _column("before_wan", "number", "万元", "上次所填", "Stated before", "", "此前台账所填的累计额", "Cumulative sum that the ledger before stated"),
    _column("now_wan", "number", "万元", "本次所填", "Stated now", "", "本期台账所填的累计额", "Cumulative sum that this ledger states"),
    _column("fallen_wan", "number", "万元", "减少", "Fallen by", "", "上次所填 − 本次所填", "Stated before less stated now"),
    _column("campaign_name", "text", "", "专项行动", "Campaign", "行动名称 专项行动名称", "专项行动的名称", "Name of the campaign"),
    _column("first_on", "date", "", "开始日期", "First day", "起始日期 开始时间 出发日期", "专项行动或招商活动的首日", "First day of the campaign or trip"),
    _column("last_on", "date", "", "结束日期", "Last day", "截止日期 结束时间 返回日期", "专项行动或招商活动的末日；招商活动为空则仍在外", "Last day of the campaign or trip; a trip without one is still under way"),
    _column("obstacle_id", "text", "", "问题编号", "Obstacle id", "", "问题的唯一编号", "Unique id of an obstacle"),
    _column("project_names", "text", "", "涉及项目", "Projects held up", "相关项目 影响项目", "受影响的项目，以顿号分隔", "Projects held up, separated by 、"),
    _column("obstacle_kind", "text", "", "问题类别", "Kind of obstacle", "问题类型 类别", "征地拆迁、用地指标、审批手续等", "Land acquisition, quota, permits …", "obstacle_kind"),
    _column("description", "text", "", "问题描述", "Description", "存在问题 问题 问题内容", "问题的描述", "What holds the project back"),
    _column("raised_on", "date", "", "提出日期", "Raised on", "提出时间", "提出日期", "Date it was raised"),
    _column("due_on", "date", "", "限办日期", "Due on", "办结时限 完成时限", "限期解决的日期", "Date by which it is to be solved"),
    _column("resolved_on", "date", "", "解决日期", "Resolved on", "解决时间 办结日期", "解决日期", "Date it was solved"),
    # Imports.
    _column("import_id", "integer", "", "导入编号", "Import id", "", "导入的编号", "Id of the import"),
    _column("import_kind", "text", "", "导入类别", "Import kind", "", "园区边界、责任单位、项目台账等", "Parks, units, ledger …", "import_kind"),
    _column("period", "date", "", "台账期", "Ledger period", "月份 期别", "台账所属月份（月末日）", "Month of the ledger, as its last day"),
    _column("file_name", "text", "", "文件", "File", "", "导入文件的名称", "Name of the imported file"),
    _column("file_sha256", "text", "", "文件指纹", "File hash", "", "导入文件的 SHA-256", "SHA-256 of the imported file"),
    _column("imported_at", "time", "", "导入时间", "Imported at", "", "导入时间（UTC）", "Time of import (UTC)"),
    _column("imported_by", "text", "", "导入人", "Imported by", "", "导入人", "Who imported it"),
    _column("import_row_count", "integer", "", "行数", "Rows", "", "导入的行数", "Rows taken in"),
    _column("warning_count", "integer", "", "提醒数", "Warnings", "", "导入时的提醒条数", "Warnings at import"),
    _column("is_active", "boolean", "", "有效", "Active", "", "未被撤销", "Not undone"),
    _column("is_in_force", "boolean", "", "在用", "In force", "", "有效且未被同期新导入取代", "Active and not superseded by a newer import of the same period"),
    # Other regions, to be compared with.
    _column("peer_name", "text", "", "地区", "Region", "地区名称 区县 城区 市县", "作比较的地区；本地区用工作区所设的名称", "A region to compare with; one's own under the name that the workspace sets"),
    _column("indicator", "text", "", "比较指标", "Indicator", "指标 指标名称 考核指标", "作比较的指标，带单位", "What is compared, with its unit"),
    _column("peer_value", "number", "", "指标值", "Value", "数值 完成数 完成值 总量", "指标的值，单位随指标", "Value of the indicator, in its own unit"),
    _column("growth_pct", "number", "%", "同比增速", "Growth", "增速 增幅 同比 增长", "比上年同期增长", "Growth over the same period of the year before"),
    _column("peer_rank", "integer", "", "位次", "Rank", "", "按指标值从高到低，并列同位", "By value from the highest; equal values share a rank"),
    _column("peer_count", "integer", "个", "排位地区数", "Regions ranked", "", "有指标值的地区数", "Regions with a value"),
    _column("growth_rank", "integer", "", "增速位次", "Rank by growth", "", "按增速从高到低，并列同位", "By growth from the highest; equal growth shares a rank"),
    _column("growth_count", "integer", "个", "增速排位地区数", "Regions ranked by growth", "", "有增速的地区数", "Regions with a growth"),
    _column("is_own", "boolean", "", "本地区", "Own region", "", "是否本地区", "Whether it is the workspace's own region"),
    # Enclaves: thresholds by date, flows, conditions of entry, and the two books.
    _column("valid_from_on", "date", "", "执行日期", "In force from", "生效日期 执行时间 起始日期 施行日期", "门槛自该日起对新签约项目执行，到下一次调整为止", "Day from which the threshold holds for contracts signed, until the next one"),
    _column("threshold_source", "text", "", "门槛依据", "Source of the threshold", "依据 文件依据 文号 依据文件 来源", "定下门槛的文件或会议", "Document or meeting that set the threshold"),
    _column("entry_threshold_wan_per_mu", "number", "万元/亩", "签约日门槛", "Threshold when signed", "", "签约之日执行的准入门槛（含本数）；尚未签约的按台账日", "Entry threshold in force on the signing date (inclusive); where not signed yet, on the ledger's day"),
    _column("threshold_origin", "text", "", "门槛出处", "Taken from", "", "门槛表、园区自定门槛或默认门槛", "Table of thresholds, the park's own, or the default", "threshold_origin"),
    _column("entry_verdict", "text", "", "准入情况", "Entry", "", "产业、强度两项条件都符合为符合准入；有一项不符为不符合；此外缺数据的为无法判定", "Both conditions, industry and intensity, are met; one is not; or else data are missing", "entry_verdict"),
    _column("entry_lack", "text", "", "差在哪里", "What is missing", "", "不符合或无法判定的原因", "Why it fails or cannot be judged"),
    _column("failing_count", "integer", "个", "不符合准入", "Not fit to enter", "", "至少一项准入条件不符的飞地项目", "Enclaves that fail one of the conditions of entry at least"),
    _column("unjudged_count", "integer", "个", "无法判定", "Cannot be judged", "", "没有不符、但缺数据而无法判定的飞地项目", "Enclaves that fail no condition but lack data for one"),
    _column("unit_lon", "number", "度", "单位经度", "Unit's longitude", "", "引进单位所在地的 CGCS2000 经度；空为登记表未填", "CGCS2000 longitude of the introducing unit's seat; empty where the register has none"),
    _column("unit_lat", "number", "度", "单位纬度", "Unit's latitude", "", "引进单位所在地的 CGCS2000 纬度；空为登记表未填", "CGCS2000 latitude of the introducing unit's seat; empty where the register has none"),
    _column("park_lon", "number", "度", "园区经度", "Park's longitude", "", "园区内一点的 CGCS2000 经度；空为没有边界", "CGCS2000 longitude of a point inside the park; empty without a boundary"),
    _column("park_lat", "number", "度", "园区纬度", "Park's latitude", "", "园区内一点的 CGCS2000 纬度；空为没有边界", "CGCS2000 latitude of a point inside the park; empty without a boundary"),
    _column("is_host", "boolean", "", "承接飞地", "Takes enclaves", "", "园区内有飞地项目", "Enclaves stand in the park"),
    _column("local_value", "number", "", "在地数", "Where it stands", "", "按项目落地属地统计的值，单位随指标", "Counted for the host unit where the project stands, in the metric's unit"),
    _column("credited_value", "number", "", "考核数（内部）", "Credited (internal)", "", "飞地项目按分成规则在引进单位与属地之间分配后的值，单位随指标；仅供内部考核", "After sharing enclaves between introducer and host by the rules, in the metric's unit; for internal assessment only"),
    _column("gained_value", "number", "", "考核 − 在地（内部）", "Credited less standing (internal)", "", "考核数 − 在地数，各单位之和为 0", "Credited less where it stands; sums to 0 over the units"),
    _column("region_value", "number", "", "全域合计", "Region", "", "不分单位、逐个项目相加的合计，单位随指标", "Sum over the projects without any unit, in the metric's unit"),
    _column("local_total_value", "number", "", "在地合计", "Sum where they stand", "", "各单位在地数之和", "Sum of the units' figures where projects stand"),
    _column("credited_total_value", "number", "", "考核合计（内部）", "Sum credited (internal)", "", "各单位考核数之和", "Sum of the units' credited figures"),
    _column("shared_value", "number", "", "飞地部分", "Of enclaves", "", "其中飞地项目的值", "Part of it that enclaves brought"),
    _column("host_share_value", "number", "", "属地分成（内部）", "Host's share (internal)", "", "飞地项目按规则分给属地的值", "Part of the enclaves' value that the rules give to the hosts"),
    _column("is_balanced", "boolean", "", "账目相符", "Balanced", "", "在地合计、考核合计都等于全域合计", "Both sums equal the region's"),
    _column("stamp", "text", "", "标识", "Stamp", "", "考核数为内部资料", "Credited figures are internal", "stamp"),
    # Layers to check against.
    _column("layer_name", "text", "", "图层", "Layer", "图层名称", "约束图层的名称；同名图层再次导入时新的取代旧的", "Name of a constraint layer; a newer import of the same name supersedes it"),
    _column("layer_kind", "text", "", "图层类别", "Kind of layer", "", "永久基本农田、生态保护红线、控制性详细规划、国土空间规划或其他", "Farmland, red line, detailed plan, spatial plan or other", "layer_kind"),
    _column("patch_no", "integer", "", "图斑序号", "Patch no.", "", "图斑在文件中的次序", "Place of the patch in its file"),
    _column("patch_name", "text", "", "图斑", "Patch", "图斑名称 图斑编号 地块名称 地块编号 TBBH JBNTTBBH YJJBNTTBBH HXBH", "图斑的名称或编号", "Name or number of a patch"),
    _column("patch_count", "integer", "个", "图斑数", "Patches", "", "图层的图斑个数", "Number of patches of the layer"),
    _column("patch_area_mu", "number", "亩", "图层面积", "Area of layer", "", "各图斑在椭球面上的面积之和", "Sum of the patches' areas on the ellipsoid"),
    _column("overlap_mu", "number", "亩", "压占面积", "Overlap", "", "园区边界图形与图层相交部分在椭球面上的面积，图斑相叠的只计一次", "Area on the ellipsoid that the park's boundary shares with the layer; patches that overlap count once"),
    _column("overlap_pct", "number", "%", "压占比例", "Overlap share", "", "压占面积 ÷ 园区图形面积", "Overlap ÷ the park's drawn area"),
    _column("layer_touch", "text", "", "涉及方式", "How it touches", "", "台账只有项目点位：点位在图层内，按全部用地计；点位在图层外但与用地等面积的圆触及图层，为可能涉及，须实地核对", "A ledger knows a project's point only: inside the layer all its land counts; outside it, where a circle as large as its land reaches the layer, it may be touched and is to be surveyed", "layer_touch"),
    _column("layer_distance_m", "integer", "米", "距图层", "To the layer", "", "项目点位到图层的距离", "Distance from the project's point to the layer"),
    _column("nearest_park_km", "number", "公里", "距最近园区", "To the nearest park", "", "图层到最近园区的距离；0 为相接或相交", "Distance from the layer to the nearest park; 0 where they touch"),
    # Land: rates, what is left, idle land, grades per mu.
    _column("ready_free_area_mu", "number", "亩", "现可供面积", "Ready to supply", "", "达到供地条件面积 − 已供面积", "Ready less supplied area"),
    _column("unbuilt_area_mu", "number", "亩", "已供未建成", "Supplied, not built", "", "已供面积 − 建成面积", "Supplied less built area"),
    _column("developed_pct", "number", "%", "土地开发率", "Land developed", "", "达到供地条件面积 ÷ 规划面积（《开发区土地集约利用评价规程》TD/T 1029；该规程的分母不含不可建设土地，名录未填，未作扣除）", "Ready ÷ planned area (standard TD/T 1029, whose base leaves out land that cannot be built on; the register does not state it)"),
    _column("supplied_pct", "number", "%", "土地供应率", "Land supplied", "", "已供面积 ÷ 达到供地条件面积（TD/T 1029）", "Supplied ÷ ready area (TD/T 1029)"),
    _column("built_pct", "number", "%", "土地建成率", "Land built", "", "建成面积 ÷ 已供面积（TD/T 1029）", "Built ÷ supplied area (TD/T 1029)"),
    _column("idle_state", "text", "", "闲置状态", "Idle state", "", "自约定开工之日起：未满一年、满一年（闲置土地）、满两年（可收回）；《闲置土地处置办法》第二条、第十四条", "From the agreed start: under a year, a full year (idle), two years (may be taken back)", "idle_state"),
    _column("idle_days", "integer", "天", "约定开工后", "Since agreed start", "", "自约定开工之日至截至日的天数", "Days from the agreed start to the as-of date"),
    _column("idle_on", "date", "", "满一年", "A full year", "", "约定开工之日满一年的日期，此后为闲置土地", "A year after the agreed start; from then on the land is idle"),
    _column("reclaim_on", "date", "", "满两年", "Two years", "", "约定开工之日满两年的日期，此后可依法收回", "Two years after the agreed start; from then on the land may be taken back"),
    _column("running_count", "integer", "个", "未满一年", "Under a year", "", "已过约定开工、未满一年而未动工的项目", "Projects past their agreed start for less than a year and not started"),
    _column("idle_count", "integer", "个", "闲置项目", "Idle", "", "约定开工满一年未动工的项目", "Projects not started a full year after the agreed start"),
    _column("reclaim_count", "integer", "个", "满两年", "Two years", "", "约定开工满两年未动工的项目", "Projects not started two years after the agreed start"),
    _column("idle_land_mu", "number", "亩", "闲置土地", "Idle land", "", "约定开工满一年未动工的项目用地", "Land of the projects not started a full year after the agreed start"),
    _column("sited_count", "integer", "个", "有用地的项目", "Projects with land", "", "台账填有用地面积的项目", "Projects that state their land"),
    _column("stated_count", "integer", "个", "面积齐全的园区", "Parks with land stated", "", "规划面积、已供面积齐全且不矛盾的园区", "Parks whose planned and supplied land are stated and agree"),
    _column("land_per_project_mu", "number", "亩", "项目平均用地", "Land per project", "", "有用地的项目的平均用地", "Mean land of the projects that state it"),
    _column("capacity_wan", "number", "万元", "可承载投资", "Could carry", "", "可供面积 × 准入门槛", "Free area × entry threshold"),
    _column("park_names", "text", "", "有可供地的园区", "Parks with free land", "", "主导产业含该产业、有可供地的园区，可供多的在前", "Parks of the industry with free land, the most first"),
    _column("room_count", "integer", "个", "可容项目", "Room for", "", "可供面积 ÷ 项目平均用地，取整", "Free area ÷ land per project, whole ones"),
    _column("is_contradictory", "boolean", "", "面积矛盾", "Areas contradict", "", "建成大于已供、已供大于达到供地条件、或大于规划；不计算比率", "Built exceeds supplied, supplied exceeds ready, or one exceeds planned; no rates"),
    _column("grade", "text", "", "亩均评级", "Grade", "", "按亩均得分的名次分为 A、B、C、D；投产时间短、缺数据或可评项目太少的不评", "A to D by the place of the score per mu; too young, lacking data or too few are not graded", "grade"),
    _column("grade_score", "number", "", "亩均得分", "Score", "", "Σ 权重 × min(指标 ÷ 全部参评项目平均, 1.5)；平均为 Σ指标 ÷ Σ用地", "Σ weight × min(figure ÷ mean of the graded, 1.5); the mean is Σ figure ÷ Σ land"),
    _column("grade_place", "integer", "", "评级名次", "Place", "", "在全部参评项目中的名次，并列同名次", "Place among all graded projects; ties share it"),
    _column("tax_wan_per_mu", "number", "万元/亩", "亩均税收", "Tax per mu", "", "年税收 ÷ 用地面积", "Annual tax ÷ land"),
    _column("output_wan_per_mu", "number", "万元/亩", "亩均产值", "Output per mu", "", "年产值 ÷ 用地面积", "Annual output ÷ land"),
    _column("done_wan_per_mu", "number", "万元/亩", "亩均完成投资", "Investment done per mu", "", "完成固定资产投资 ÷ 用地面积", "Fixed-asset investment done ÷ land"),
    # Recruiting teams and their trips.
    _column("team_name", "text", "", "招商小分队", "Recruiting team", "小分队 招商队 招商组 招商团队 团队", "外出招商的小分队", "Team that recruits away from home"),
    _column("trip_region", "text", "", "招商区域", "Region visited", "区域 目的地 招商地区 外出地区 地区", "招商活动前往的区域", "Region that a trip goes to", "source_region"),
    _column("traveller_count", "integer", "人", "外出人数", "Travellers", "人数 参加人数", "参加招商活动的人数", "People on the trip"),
    _column("trip_leader_name", "text", "", "带队领导", "Trip leader", "带队人 领队 带队", "带队外出的领导", "Who led the trip"),
    _column("visited_count", "integer", "家", "走访企业", "Firms visited", "拜访企业 走访企业数 对接企业", "走访、对接的企业", "Firms visited"),
    _column("lead_count", "integer", "个", "获得线索", "Leads brought", "线索 线索数 项目线索", "招商活动获得的项目线索", "Leads that the trip brought"),
    _column("brought_names", "text", "", "促成项目", "Projects brought", "引进项目 促成项目名称", "招商活动促成的项目，以顿号分隔；与台账的项目名称或编号一致", "Projects that the trip brought, separated by 、, as the ledger names or numbers them"),
    _column("trip_notes", "text", "", "备注", "Notes", "说明", "招商活动的备注", "Notes on the trip"),
    _column("trip_count", "integer", "次", "外出次数", "Trips", "", "期内出发的招商活动", "Trips that set out within the span"),
    _column("team_count", "integer", "个", "小分队", "Teams", "", "期内外出的小分队", "Teams that set out within the span"),
    _column("trip_days", "integer", "天", "外出天数", "Days away", "", "首日至末日，两日都计入；未填末日或末日在后的算到截至日", "First to last day, both included; up to the as-of date where there is no last day or it is still to come"),
    _column("last_trip_on", "date", "", "最近外出", "Last trip", "", "期内最近一次出发的日期", "When the last trip of the span set out"),
    _column("brought_count", "integer", "个", "促成项目数", "Brought", "", "活动表列明、台账未终止、签约不早于出发的项目，每个只计一次", "Projects that the table of trips links, that are not dropped and were not signed before the trip set out; each counts once"),
    _column("brought_signed_count", "integer", "个", "促成签约", "Brought and signed", "", "促成项目中已签合同的", "Projects brought that have a contract"),
    _column("brought_contract_wan", "number", "万元", "促成合同额", "Contracts brought", "", "促成签约项目的合同投资额", "Contract investment of the projects brought and signed"),
    _column("brought_in_place_wan", "number", "万元", "促成到位资金", "Funds brought", "", "促成签约项目的到位资金", "Funds in place of the projects brought and signed"),
    _column("early_count", "integer", "个", "此前已签", "Signed before", "", "活动表列明而签约早于出发的项目，不计入促成", "Projects linked that were signed before the trip set out; not counted as brought"),
    _column("has_result", "boolean", "", "有成果", "Has a result", "", "期内获得线索或促成项目；两项均未填的为空", "Leads or projects brought within the span; empty where neither is stated"),
    _column("region_signed_count", "integer", "个", "来源地签约", "Signed from there", "", "资金来源地为该区域、期内签约的全部项目，不论是否外出促成", "All projects of that source region signed within the span, whoever brought them"),
    _column("region_contract_wan", "number", "万元", "来源地合同额", "Contracts from there", "", "来源地签约项目的合同投资额", "Contract investment of the projects signed from there"),
    _column("region_in_place_wan", "number", "万元", "来源地到位资金", "Funds from there", "", "来源地签约项目的到位资金", "Funds in place of the projects signed from there"),
    _column("signed_since_count", "integer", "个", "首次外出后签约", "Signed since the first trip", "", "来源地签约项目中，签约不早于期内首次外出的；没有外出的为空", "Of those signed from there, the ones since the first trip of the span; empty without a trip"),
    # One park beside another.
    _column("planned_wan_per_mu", "number", "万元/亩", "投资强度（计划）", "Intensity, planned", "", "Σ 计划固投 ÷ Σ 用地；缺数据的项目不计入", "Σ planned investment ÷ Σ land, over projects that have both"),
    _column("invested_wan_per_mu", "number", "万元/亩", "投资强度（完成）", "Intensity, done", "", "Σ 完成固投 ÷ Σ 用地；缺数据的项目不计入", "Σ investment done ÷ Σ land, over projects that have both"),
    _column("contract_wan_per_mu", "number", "万元/亩", "投资强度（合同）", "Intensity, contract", "", "Σ 合同投资额 ÷ Σ 用地；缺数据的项目不计入", "Σ contract investment ÷ Σ land, over projects that have both"),
    # What queries count and weigh.
    _column("project_count", "integer", "个", "项目数", "Projects", "项目个数", "项目个数", "Number of projects"),
    _column("park_count", "integer", "个", "园区数", "Parks", "", "园区个数", "Number of parks"),
    _column("started_count", "integer", "个", "开工项目", "Started", "", "已开工（含在建、竣工、投产、达产）的项目", "Projects started or beyond"),
    _column("producing_count", "integer", "个", "投产项目", "Producing", "", "已投产（含达产）的项目", "Projects producing or at capacity"),
    _column("measured_count", "integer", "个", "可测项目", "Measured", "", "土地与所选口径投资都有值的项目", "Projects with both land and investment on the chosen basis"),
    _column("reached_count", "integer", "个", "达标项目", "At threshold", "", "投资强度达到门槛的项目", "Projects at or above the threshold"),
    _column("short_count", "integer", "个", "未达标项目", "Below threshold", "", "投资强度未达门槛的项目", "Projects below the threshold"),
    _column("missing_count", "integer", "个", "缺数据项目", "Data missing", "", "缺土地或缺所选口径投资的项目", "Projects without land or without that investment"),
    _column("enclave_count", "integer", "个", "飞地项目数", "Enclaves", "", "飞地项目个数", "Number of enclave projects"),
    _column("share_pct", "number", "%", "占比", "Share", "", "占全部的比重", "Share of the total"),
    _column("scale_tier", "text", "", "规模", "Scale", "", "所选口径投资额所在的档次，下限含本数", "Tier of the investment on the chosen basis, lower bound inclusive", "scale_tier"),
    _column("industry_sector", "text", "", "工业与服务业", "Sector", "", "由行业代码的门类归并：A 农林牧渔业，B、C、D 工业，E 建筑业，F 至 T 服务业", "From the section of the industry's code: A farming, B to D industry, E construction, F to T services", "industry_sector"),
    _column("industry_section", "text", "", "行业门类", "Section", "", "GB/T 4754-2017 的门类（字母）", "Section of GB/T 4754-2017, a letter", "industry_section"),
    _column("industry_division", "text", "", "行业大类", "Division", "", "GB/T 4754-2017 的大类（两位数字）", "Division of GB/T 4754-2017, two digits", "industry_division"),
    _column("industry_group", "text", "", "行业中类", "Industry group", "", "GB/T 4754-2017 的中类（三位数字）", "Group of GB/T 4754-2017, three digits", "industry_group"),
    _column("industry_class", "text", "", "行业小类", "Industry class", "", "GB/T 4754-2017 的小类（四位数字）", "Class of GB/T 4754-2017, four digits", "industry_class"),
    _column("cut_key", "text", "", "分组标识", "Group key", "", "分组的代码、名称或编号；未填为空", "Code, name or id of a group; empty where not stated"),
    _column("cut_value", "text", "", "分组", "Group", "", "所选分组方式的取值", "Value of the chosen grouping"),
    _column("count_share_pct", "number", "%", "个数占比", "Share of projects", "", "项目数占全部的比重", "Share of the number of projects"),
    _column("invested_share_pct", "number", "%", "投资占比", "Share of investment", "", "所选口径投资额占全部的比重", "Share of the investment on the chosen basis"),
    _column("cumulative_count", "integer", "个", "本档及以上", "This tier and above", "", "本档及以上各档的项目数", "Projects of this tier and those above"),
    _column("cumulative_share_pct", "number", "%", "本档及以上占比", "This tier and above, share", "", "本档及以上各档的项目数占全部的比重", "Share of the projects of this tier and those above"),
    _column("reached_share_pct", "number", "%", "达标率", "Share at threshold", "", "达标项目 ÷ 可测项目", "Projects at threshold ÷ measured projects"),
    _column("started_share_pct", "number", "%", "开工率", "Share started", "", "开工项目 ÷ 已签约项目", "Started ÷ contract-signed projects"),
    _column("signed_count", "integer", "个", "签约项目", "Signed", "", "已签正式合同的项目（含其后各阶段）", "Projects with a signed contract or beyond"),
    _column("intensity_wan_per_mu", "number", "万元/亩", "投资强度", "Investment intensity", "", "Σ 投资 ÷ Σ 用地；缺数据的项目不计入", "Σ investment ÷ Σ land, over projects that have both"),
    _column("shortfall_wan_per_mu", "number", "万元/亩", "每亩差额", "Short by, per mu", "", "门槛 − 投资强度（未达标时）", "Threshold less intensity, where below"),
    _column("shortfall_wan", "number", "万元", "差额", "Short by", "", "每亩差额 × 用地", "Shortfall per mu × land"),
    _column("verdict", "text", "", "达标情况", "Verdict", "", "达标、未达标或缺数据", "At threshold, below, or data missing", "verdict"),
    _column("gap", "text", "", "缺项", "Missing field", "", "所缺的数据项", "Which field is missing", "gap"),
    _column("bin_from_wan_per_mu", "number", "万元/亩", "强度下限", "Intensity from", "", "分组下限（含）", "Lower bound of the class, inclusive"),
    _column("bin_to_wan_per_mu", "number", "万元/亩", "强度上限", "Intensity to", "", "分组上限（不含）", "Upper bound of the class, exclusive"),
    # The pipeline.
    _column("stage_on", "date", "", "进入本阶段", "In stage since", "", "台账所填的本阶段日期", "Date the ledger states for the stage"),
    _column("stage_days", "integer", "天", "已停留", "Days in stage", "", "自进入本阶段之日至截至日的天数", "Days from the stage's date to the as-of date"),
    _column("limit_days", "integer", "天", "停留时限", "Limit", "", "该阶段的停留时限（设置 [stages]）", "How long a project may stand in the stage (settings, [stages])"),
    _column("over_days", "integer", "天", "超期", "Over by", "", "已停留 − 停留时限", "Days in stage less the limit"),
    _column("intended_wan", "number", "万元", "意向投资额", "Intended investment", "", "签约以前所填的投资额；不是合同额", "Investment stated before a contract; not contract money"),
    _column("held_wan", "number", "万元", "影响投资额", "Money held up", "", "受问题影响的项目的合同或意向投资额", "Contract or intended investment of the projects held up"),
    _column("is_own_place", "boolean", "", "有自己的位置", "Own place", "", "问题自己填有坐标；否则取所影响项目的中心", "The obstacle states its own point; else the middle of the projects it holds up"),
    _column("reached_stage_count", "integer", "个", "曾达到", "Reached", "", "曾达到该阶段或其后阶段的项目（跳过的阶段视为经过）", "Projects that ever reached the stage or one beyond (skipped stages count as reached)"),
    _column("conversion_pct", "number", "%", "转化率", "Conversion", "", "达到该阶段 ÷ 达到前一阶段", "Reached the stage ÷ reached the stage before"),
    _column("median_days", "number", "天", "停留中位数", "Median days", "", "已离开该阶段的项目停留天数的中位数", "Median days of those who have left the stage"),
    _column("p90_days", "number", "天", "停留九成位", "P90 days", "", "九成项目不超过的停留天数（已离开该阶段者）", "Days that nine in ten of those who have left the stage did not exceed"),
    _column("left_count", "integer", "个", "已离开", "Left", "", "已离开该阶段、日期齐全的项目", "Projects that have left the stage with both dates known"),
    _column("undated_count", "integer", "个", "缺阶段日期", "Undated", "", "现处该阶段而未填其日期的项目", "Projects now in the stage that do not state its date"),
    _column("misdated_count", "integer", "个", "日期矛盾", "Dates contradict", "", "离开日期早于进入日期的项目，不计入停留天数", "Projects that would leave the stage before entering it; left out of the days"),
    _column("stuck_count", "integer", "个", "超期项目", "Stuck", "", "停留超过该阶段时限的项目", "Projects longer in their stage than its limit"),
    _column("stuck_wan", "number", "万元", "超期项目投资额", "Investment stuck", "", "超期项目的合同投资额（未签约的为意向投资额）", "Contract (else intended) investment of the stuck projects"),
    _column("cohort_year", "integer", "", "起始年份", "Year begun", "", "项目最早日期所在的年份", "Year of a project's first date"),
    _column("reached_signed_count", "integer", "个", "曾签约", "Ever signed", "", "曾达到签约或其后阶段的项目", "Projects that ever reached the contract or beyond"),
    _column("reached_started_count", "integer", "个", "曾开工", "Ever started", "", "曾达到开工或其后阶段的项目", "Projects that ever reached the start or beyond"),
    _column("reached_producing_count", "integer", "个", "曾投产", "Ever producing", "", "曾达到投产或其后阶段的项目", "Projects that ever reached production or beyond"),
    _column("dropped_count", "integer", "个", "终止", "Dropped", "", "终止的项目", "Projects dropped"),
    _column("signed_share_pct", "number", "%", "签约率", "Share signed", "", "曾签约 ÷ 该年起始的全部项目", "Ever signed ÷ all projects begun in that year"),
    _column("producing_share_pct", "number", "%", "投产率", "Share producing", "", "投产项目 ÷ 开工项目", "Producing ÷ started"),
    _column("in_place_share_pct", "number", "%", "到位率", "Funds in place", "", "到位资金 ÷ 合同投资额（已签约且两者均有值的项目）", "Funds in place ÷ contract investment, of signed projects that state both"),
    _column("paired_count", "integer", "个", "可算到位率", "With both figures", "", "已签约且合同投资额、到位资金均有值的项目", "Signed projects that state both contract and funds in place"),
    _column("paired_contract_wan", "number", "万元", "到位率的合同额", "Contracts compared", "", "可算到位率的项目的合同投资额", "Contract investment of the projects that state both"),
    _column("agreement_count", "integer", "个", "仅有协议", "Agreement only", "", "有协议而未签合同的项目", "Projects with an agreement and no contract"),
    _column("work_group", "text", "", "工作组", "Work group", "", "保投产、抓续建、争开工、促前期", "Who has to push the project on", "work_group"),
    _column("pipeline_gap", "text", "", "清单", "List", "", "需要推动的项目清单", "List of projects that call for action", "pipeline_gap"),
    _column("earlier_stage", "text", "", "此前最高阶段", "Stage before", "", "此前台账所填的最高阶段", "The highest stage that an earlier ledger stated", "stage"),
    _column("earlier_period", "date", "", "此前台账期", "Ledger before", "", "最近一期阶段高于现在的台账", "The newest ledger in which the project stood higher"),
    _column("obstacle_count", "integer", "个", "未决问题", "Open obstacles", "", "尚未解决的问题", "Obstacles not yet solved"),
    _column("overdue_count", "integer", "个", "逾期问题", "Overdue", "", "已过限办日期而未解决的问题", "Obstacles past the date due and not solved"),
    _column("open_days", "integer", "天", "已挂", "Open for", "", "自提出之日至截至日的天数", "Days from the day it was raised to the as-of date"),
    _column("is_lit", "boolean", "", "所列项目", "Listed projects", "", "地图上突出显示的清单项目", "Projects of the list that the map lights up"),
    _column("picked_count", "integer", "个", "已选", "Selected", "", "其中在地图或表中选中的项目", "Of these, selected on the map or in the table"),
    _column("choice_kind", "text", "", "筛选项", "Filter", "", "筛选项的类别：园区、单位、产业、阶段、台账期", "What is filtered: parks, units, industries, stages, periods"),
    _column("choice", "text", "", "取值", "Value", "", "筛选取值", "Value of a filter"),
    _column("choice_label", "text", "", "名称", "Name", "", "筛选取值的名称", "Name of a filter's value"),
    _column("attention", "text", "", "关注事项", "Matter", "", "需要关注的事项类别", "Kind of matter that needs attention", "attention"),
    _column("days_late", "integer", "天", "逾期", "Late by", "", "超过计划日期的天数", "Days past the planned date"),
    _column("stake_wan", "number", "万元", "涉及金额", "Money at stake", "", "投资强度的差额；其他事项为所填的投资额", "The shortfall of intensity; of other matters the investment stated"),
    _column("delay_days", "integer", "天", "拖延", "Delay", "", "自应办之日至截至日的天数", "Days from the day it should have been done to the as-of date"),
    _column("attention_score", "number", "", "关注分值", "Weight of the matter", "", "涉及金额（万元）× 拖延天数", "Money at stake (10k CNY) × days of delay"),
    _column("other_reason_count", "integer", "个", "其他原因", "Further reasons", "", "该项目另有的关注原因", "Further reasons to ask about the same project"),
    # People and what they answer for.
    _column("role", "text", "", "职责", "Role", "", "包保领导或项目专员", "Leader in charge or case officer", "role"),
    _column("person_name", "text", "", "姓名", "Name", "", "台账所填的包保领导或项目专员；空为未填", "The leader or officer that the ledger names; empty where it names nobody"),
    _column("state_lamp", "text", "", "状态", "Status", "", "项目：已过计划日期为滞后，30天内到期或停留超期为预警；人员：逾期项目占四分之一及以上为滞后，有逾期或停留超期为预警", "Project: behind once a planned date has passed; watch within 30 days of it or past the stage's limit. Person: behind where a quarter or more are late, watch where any is late or stuck", "lamp"),
    _column("moved_count", "integer", "个", "有进展", "Moved", "", "自上期台账以来阶段上升、资金或投资增加或新入账的项目", "Projects that rose in stage, added money or are new since the ledger before"),
    _column("unplanned_count", "integer", "个", "缺计划日期", "Without a planned date", "", "已签约未投产而未填下一节点计划日期的项目，无从判断逾期", "Projects with a contract and not yet producing that do not state the planned date of their next step: whether they are late is not known"),
    _column("due_count", "integer", "个", "30天内到期", "Due in 30 days", "", "30天内应开工、竣工或投产的项目", "Projects to start, complete or produce within 30 days"),
    _column("late_count", "integer", "个", "逾期项目", "Late", "", "已过计划开工、竣工或投产日期的项目", "Projects past their planned start, completion or production"),
    _column("late_wan", "number", "万元", "逾期项目投资额", "Investment late", "", "逾期项目所填的投资额", "Investment stated by the late projects"),
    _column("next_step", "text", "", "下一节点", "Next step", "", "下一个有计划日期的节点：开工、竣工或投产", "The next step with a planned date: start, completion or production", "next_step"),
    _column("next_on", "date", "", "计划日期", "Planned for", "", "下一节点的计划日期", "Planned date of the next step"),
    _column("days_to_next", "integer", "天", "距节点", "Days to it", "", "距计划日期的天数；负数为已逾期", "Days to the planned date; negative once it has passed"),
    _column("previous_stage", "text", "", "上期阶段", "Stage last ledger", "", "上一期台账所填的阶段", "Stage in the ledger before the newest", "stage"),
    _column("in_place_added_wan", "number", "万元", "新增到位", "Funds added", "", "自上期台账以来新增的到位资金", "Funds in place added since the ledger before"),
    _column("done_added_wan", "number", "万元", "新增完成投资", "Investment added", "", "自上期台账以来新增的完成投资", "Fixed-asset investment done since the ledger before"),
    _column("is_moved", "boolean", "", "有进展", "Moved", "", "自上期台账以来有进展", "Moved since the ledger before"),
    _column("stop_no", "integer", "", "站次", "Stop", "", "拉练线路中的次序", "Place in the order of the tour"),
    _column("arrives_at", "text", "", "到达", "Arrives", "", "按直线距离 × 绕行系数和车速推算的到达时间", "Reckoned from straight distance × detour factor and speed"),
    _column("leaves_at", "text", "", "离开", "Leaves", "", "到达时间加每站停留", "Arrival and the minutes of a stop"),
    _column("leg_km", "number", "公里", "距上一站", "Leg", "", "直线距离 × 绕行系数", "Straight distance × detour factor"),
    _column("obstacle_descriptions", "text", "", "未决问题", "Open obstacles", "", "该项目尚未解决的问题", "What is not solved yet and holds the project up"),
    _column("place_key", "text", "", "地点", "Place", "", "园区或项目的标识", "Which park or project"),
    _column("place_name", "text", "", "地点名称", "Name of the place", "", "园区或项目的名称", "Name of the park or project"),
    _column("word", "text", "", "名称", "Name", "", "指标、字段或分类的名称", "Name of a figure, field or term"),
    _column("word_unit", "text", "", "单位", "Unit", "", "计量单位", "Unit"),
    _column("word_meaning", "text", "", "含义", "Meaning", "", "定义或计算方法", "Definition or formula"),
    _column("word_aliases", "text", "", "台账中的其他叫法", "Other names in ledgers", "", "导入时能识别的列名或写法", "Headers or words that an import recognises"),
    _column("word_code", "text", "", "代码", "Code", "", "查询和导入时使用的代码", "Code used by queries and imports"),
    _column("vocabulary", "text", "", "分类", "Vocabulary", "", "所属分类", "Vocabulary it belongs to"),
    # One park, one project.
    _column("is_reached", "boolean", "", "已达到", "Reached", "", "现处该阶段或其后阶段，或已填该阶段日期", "It stands in the stage or beyond, or states its date"),
    _column("reached_on", "date", "", "实际日期", "Reached on", "", "台账所填的达到该阶段的日期", "Date the ledger states for the stage"),
    _column("planned_on", "date", "", "计划日期", "Planned for", "", "计划达到该阶段的日期；没有计划开工的，用约定开工", "Date planned for the stage; for the start, else the one agreed with the land"),
    _column("is_in_ledger", "boolean", "", "台账载有", "In the ledger", "", "该月台账载有该项目", "The month's ledger speaks of the project"),
    _column("changed_field", "text", "", "变动项", "Field", "", "与上一份载有该项目的台账相比有变动的数据项", "Field that differs from the ledger before that speaks of the project"),
    _column("before_text", "text", "", "变动前", "Before", "", "上一份台账所填的值", "What the ledger before stated"),
    _column("after_text", "text", "", "变动后", "After", "", "本期台账所填的值", "What this ledger states"),
    _column("distance_m", "number", "米", "距离", "Distance", "", "两个点位之间的球面距离（半正矢公式）", "Distance between the two points on a sphere (haversine)"),
    _column("is_industry_fit", "boolean", "", "符合主导产业", "Fits the industries", "", "项目产业在园区主导产业之列；准入条件之一", "The project's industry is among the park's leading ones; one of the entry conditions"),
    _column("cell_id", "text", "", "格网", "Cell", "", "地图聚合格网编号", "Cell of the map's grid"),
)
# fmt: on

CATALOGUE: dict[str, Column] = {column.name: column for column in _ALL}

# What a file of each kind may hold, in the template's order.
RECORDS: dict[str, tuple[str, ...]] = {
    "parks": (
        "park_name", "park_id", "park_level", "zone_name", "host_unit_name", "park_industries",
        "planned_area_mu", "ready_area_mu", "supplied_area_mu", "built_area_mu", "park_threshold_wan_per_mu",
        "motorway_km", "rail_km", "port_km", "airport_km",
        "has_road", "has_water", "has_sewer", "has_power", "has_gas", "has_heat", "has_telecom", "is_levelled",
        "established_on", "merged_into_name", "merged_on",
    ),
    "units": ("unit_name", "unit_id", "unit_kind", "lon", "lat"),
    "ledger": (
        "project_name", "project_id", "unit_name", "host_unit_name", "park_name", "investor_name", "source_region",
        "capital_type", "industry_code", "industry_name", "address", "lon", "lat", "land_mu", "contract_wan",
        "planned_fai_wan", "done_fai_wan", "in_place_wan", "outside_in_place_wan", "foreign_usd_wan", "output_wan",
        "tax_wan", "stage", "lead_on", "negotiating_on", "intent_on", "agreement_on", "signed_on", "started_on",
        "building_on", "completed_on", "producing_on", "at_capacity_on", "dropped_on", "drop_reason",
        "planned_start_on", "planned_completion_on", "planned_production_on", "supplied_on", "agreed_start_on",
        "leader_name", "officer_name",
    ),
    "targets": ("year", "metric", "target_value", "target_tier", "unit_name", "park_name"),
    "campaigns": ("campaign_name", "first_on", "last_on", "unit_name", "metric", "target_value"),
    "obstacles": (
        "project_names", "obstacle_kind", "description", "raised_on", "due_on", "resolved_on", "unit_name", "lon", "lat",
        "obstacle_id",
    ),
    "peers": ("peer_name", "indicator", "peer_value", "growth_pct"),
    "thresholds": ("park_name", "valid_from_on", "threshold_wan_per_mu", "threshold_source"),
    "layers": ("patch_name",),
    "trips": (
        "team_name", "trip_region", "first_on", "last_on", "traveller_count", "trip_leader_name", "unit_name",
        "visited_count", "lead_count", "brought_names", "trip_notes",
    ),
}  # fmt: skip

REQUIRED: dict[str, tuple[str, ...]] = {
    "parks": ("park_name",),
    "units": ("unit_name",),
    "ledger": ("project_name",),
    "targets": ("year", "metric", "target_value"),
    "campaigns": ("campaign_name", "first_on", "last_on", "metric", "target_value"),
    "obstacles": ("project_names", "obstacle_kind"),
    "peers": ("peer_name", "indicator"),
    "thresholds": ("park_name", "valid_from_on", "threshold_wan_per_mu", "threshold_source"),
    "layers": (),
    "trips": ("team_name", "trip_region", "first_on"),
}

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
