"""The county's industries: GB/T 4754-2017 classes with their products, and what a project of each looks like."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Industry:
    """A local industry: typical land in mu, a firm's trade word, code and product of each class, GB/T divisions."""

    name: str
    divisions: tuple[str, ...]
    land_mu: float
    trade: str
    classes: tuple[tuple[str, str], ...]


INDUSTRIES = {
    industry.name: industry
    for industry in (
        Industry("装备制造", ("C33", "C34", "C35"), 62, "重工", (
            ("C3421", "数控机床"), ("C3441", "特种水泵"), ("C3484", "精密机械零部件"), ("C3511", "矿山破碎机械"),
            ("C3572", "智能农机"), ("C3434", "物流输送设备"), ("C3311", "装配式钢结构"))),
        Industry("汽车零部件", ("C36",), 55, "汽车部件", (
            ("C3670", "汽车底盘零部件"), ("C3670", "汽车内饰件"), ("C3670", "铝合金压铸件"), ("C3670", "汽车线束"))),
        Industry("陶瓷建材", ("C30",), 85, "陶瓷", (
            ("C3071", "大规格陶瓷岩板"), ("C3071", "高档墙地砖"), ("C3072", "智能卫浴陶瓷"), ("C3074", "日用细瓷"),
            ("C3073", "特种陶瓷"), ("C3034", "岩棉保温板"), ("C3021", "装配式水泥构件"), ("C3089", "耐火陶瓷"))),
        Industry("食品加工", ("C13", "C14", "C15"), 42, "食品", (
            ("C1371", "蔬菜净菜加工"), ("C1353", "肉制品"), ("C1411", "烘焙糕点"), ("C1431", "米面制品"),
            ("C1432", "速冻预制菜"), ("C1522", "山泉饮用水"), ("C1361", "水产品冷冻加工"))),
        Industry("包装印刷", ("C22", "C23", "C29"), 26, "包装", (
            ("C2231", "环保纸箱"), ("C2319", "彩印包装"), ("C2926", "塑料周转箱"))),
        Industry("新能源", ("C38", "D44"), 95, "新能源", (
            ("C3825", "光伏组件"), ("C3841", "锂电池模组"), ("C3824", "储能变流器"), ("C3811", "风电机舱装配"),
            ("D4417", "生物质热电联产"))),
        Industry("生物医药", ("C27", "C35"), 46, "药业", (
            ("C2710", "原料药"), ("C2740", "中成药"), ("C2730", "中药饮片"), ("C2770", "医用敷料"),
            ("C2761", "重组蛋白药物"), ("C3581", "体外诊断设备"))),
        Industry("电子信息", ("C39", "I65"), 30, "电子", (
            ("C3982", "高密度电路板"), ("C3974", "显示模组"), ("C3981", "片式电感"), ("C3985", "电子级铜箔"),
            ("C3912", "服务器结构件"), ("C3989", "传感器元件"))),
        Industry("现代物流", ("G58", "G59"), 72, "物流", (
            ("G5920", "智慧仓储中心"), ("G5930", "冷链物流园"), ("G5810", "铁公水多式联运中心"),
            ("G5990", "大宗商品仓储"))),
        Industry("纺织服装", ("C17", "C18"), 40, "纺织", (
            ("C1711", "高支纱线"), ("C1712", "色织面料"), ("C1819", "职业装"), ("C1811", "运动服装"),
            ("C1781", "水刺无纺布"), ("C1829", "针织内衣"))),
        Industry("新材料", ("C26", "C29", "C30", "C32"), 68, "新材料", (
            ("C2651", "改性工程塑料"), ("C3240", "高性能铝合金"), ("C2921", "光学薄膜"), ("C2641", "水性涂料"),
            ("C3062", "玻纤复合材料"), ("C3252", "铝板带"))),
        Industry("家居制造", ("C20", "C21"), 38, "家居", (
            ("C2110", "全屋定制家具"), ("C2031", "实木门"), ("C2130", "金属家具"), ("C2021", "环保胶合板"))),
        Industry("循环经济", ("C42", "N77"), 48, "再生资源", (
            ("C4210", "废旧金属拆解"), ("C4220", "废塑料再生"), ("N7723", "建筑垃圾资源化利用"))),
        Industry("现代农业", ("A01", "A04"), 90, "农业", (
            ("A0141", "设施蔬菜基地"), ("A0152", "葡萄产业园"), ("A0412", "稻虾综合养殖"))),
        Industry("文旅康养", ("H61", "N78", "Q84", "Q85", "R90"), 60, "文旅", (
            ("H6110", "山居度假酒店"), ("N7869", "生态旅游区"), ("Q8514", "康养社区"), ("R9030", "田园休闲综合体"))),
        Industry("清洁能源", ("D44",), 120, "能源", (
            ("D4416", "农光互补光伏电站"), ("D4415", "分散式风电"))),
    )
}  # fmt: skip

# Industries of projects outside any park, and of those in a park that do not fit its leading ones.
OUTSIDE = {"现代农业": 5, "文旅康养": 5, "清洁能源": 3, "陶瓷建材": 2, "食品加工": 3, "家居制造": 2, "现代物流": 2}
MISFIT = {
    "装备制造": 4,
    "食品加工": 3,
    "家居制造": 2,
    "包装印刷": 4,
    "新材料": 4,
    "纺织服装": 2,
    "电子信息": 2,
    "现代物流": 3,
}

_FIRST = "澜衡泽砺珩曜峥岚煜翎璟朔淳骁熠芮湛郅嵘钧垚霁瀚"
_SECOND = "拓朗桓启铭越韬屹涵驰臻禾骞昱衍弘卓珈"
_NAME_FORMS = (
    "{brand}{product}项目",
    "{brand}{product}生产项目",
    "{brand}{product}产业化项目",
    "{brand}年产{amount}{product}项目",
)
_PLAIN = ("现代物流", "现代农业", "文旅康养", "清洁能源", "循环经济", "新能源")
_AMOUNTS = {
    "装备制造": ("3000台套", "1.2万台套"), "汽车零部件": ("80万套", "200万套"),
    "食品加工": ("5000吨", "1.2万吨", "3万吨"), "包装印刷": ("2万吨",), "新材料": ("1万吨", "4万吨"),
}  # fmt: skip


def drawn(rng: np.random.Generator, weights: dict[str, float] | dict[str, int]) -> str:
    """Return one key, drawn with its weight."""
    values = np.array(list(weights.values()), dtype=float)
    return list(weights)[int(rng.choice(len(values), p=values / values.sum()))]


def brands(rng: np.random.Generator, count: int) -> list[str]:
    """Return that many different invented brand names of two characters."""
    names = [first + second for first in _FIRST for second in _SECOND]
    return [names[index] for index in rng.permutation(len(names))[:count]]


def project_name(rng: np.random.Generator, brand: str, industry: str, product: str) -> str:
    """Return a project's name as ledgers write it."""
    if industry in _PLAIN:
        return f"{brand}{product}项目"
    amounts = _AMOUNTS.get(industry, ())
    form = _NAME_FORMS[int(rng.integers(4 if amounts else 3))]
    return form.format(brand=brand, product=product, amount=amounts[int(rng.integers(len(amounts)))] if amounts else "")
