"""The names and seats of the invented county: townships, departments, the zone, and its twelve parks."""

from dataclasses import dataclass

COUNTY = "云川县"
ZONE = "云川经济开发区"
CENTRE = (116.86, 31.02)  # longitude and latitude of the county seat

# Name, kind, seat in km east and north of the county seat.
TERRITORIES = (
    ("文昌街道", "街道", -0.6, -0.9),
    ("河东街道", "街道", 4.6, -0.2),
    ("澄溪街道", "街道", -1.2, 4.6),
    ("三里店镇", "乡镇", 10.6, 3.6),
    ("龙窑镇", "乡镇", 20.0, -3.5),
    ("黄泥铺镇", "乡镇", 11.4, -9.6),
    ("白沙渡镇", "乡镇", 5.4, -20.0),
    ("横塘镇", "乡镇", -4.4, -10.2),
    ("大河湾镇", "乡镇", -12.6, -19.6),
    ("柳桥镇", "乡镇", -11.4, -2.4),
    ("双溪镇", "乡镇", -21.6, 4.2),
    ("枫林镇", "乡镇", -8.8, 13.8),
    ("石亭镇", "乡镇", 7.8, 13.4),
    ("梅岭乡", "乡镇", -20.0, 18.6),
    ("高坪乡", "乡镇", 1.4, 24.6),
    ("芦荡乡", "乡镇", 18.2, -19.0),
)
# Seats beyond the border, which give the county its outline.
NEIGHBOURS = (
    (38.0, -2.5), (33.5, 10.5), (23.0, 15.0), (20.5, 24.0), (14.0, 36.5), (0.5, 37.0), (-11.5, 32.0), (-25.0, 30.5),
    (-34.5, 23.0), (-31.0, 12.5), (-36.5, 2.0), (-25.5, -8.0), (-26.5, -19.0), (-16.0, -31.0), (-3.5, -29.5),
    (8.0, -34.5), (20.5, -30.0), (30.5, -25.5), (29.5, -13.0),
)  # fmt: skip

DEPARTMENTS = (
    "县发改局", "县工信局", "县商务局", "县财政局", "县住建局", "县自然资源局", "县交通局", "县农业农村局", "县科技局",
    "县人社局", "县文旅局", "县市场监管局", "县生态环境局", "县国资中心",
)  # fmt: skip

# How often a unit introduces a project; units missing here introduce none.
INTRODUCERS = {
    ZONE: 20, "龙窑镇": 15, "县工信局": 11, "三里店镇": 10, "县商务局": 10, "白沙渡镇": 8, "石亭镇": 8, "县发改局": 7,
    "横塘镇": 7, "河东街道": 6, "黄泥铺镇": 5, "澄溪街道": 5, "双溪镇": 4, "柳桥镇": 4, "县科技局": 4, "枫林镇": 3,
    "文昌街道": 3, "县住建局": 2.5, "县农业农村局": 2.5, "县财政局": 2, "大河湾镇": 2, "县自然资源局": 1.5,
    "县国资中心": 1.5, "县文旅局": 1.5, "县交通局": 1.2, "芦荡乡": 1.2, "县市场监管局": 0.8, "梅岭乡": 0.8,
}  # fmt: skip


@dataclass(frozen=True)
class Parcel:
    """One piece of a park: its share of the area, offset in km along and across the road, and street blocks."""

    share: float
    along: float
    across: float
    blocks: tuple[str, ...]


@dataclass(frozen=True)
class Park:
    """What is known of a park; position in km from the county seat, bearing of its road in degrees from east."""

    name: str
    level: str
    zone: str
    host: str
    industries: tuple[str, ...]
    planned_mu: int
    supplied_share: float
    built_share: float
    threshold: float | None
    east: float
    north: float
    bearing: float
    parcels: tuple[Parcel, ...]
    lacks: tuple[str, ...]
    established: str
    weight: float
    drawn_factor: float = 1.0


def _whole(*blocks: str) -> tuple[Parcel, ...]:
    return (Parcel(1.0, 0.0, 0.0, blocks),)


PARKS = (
    Park("城东装备制造产业园", "省级", ZONE, ZONE, ("装备制造", "汽车零部件"), 6200, 0.71, 0.58, None, 7.9, -0.3, 14.0,
         _whole("011110", "111111", "111111", "011100"), (), "2008-06-18", 0.17, 1.012),
    Park("澄溪高新技术产业园", "省级", ZONE, ZONE, ("电子信息", "生物医药"), 3400, 0.62, 0.47, 150.0, -2.6, 7.6, 118.0,
         _whole("1110", "1111", "1111", "0111"), (), "2013-04-02", 0.12, 0.991),
    Park("临港物流园", "省级", ZONE, ZONE, ("现代物流",), 2600, 0.55, 0.36, None, 8.2, -20.6, 158.0,
         _whole("111111", "111110"), ("has_gas", "has_heat"), "2016-09-20", 0.07, 1.02),
    Park("龙窑陶瓷建材产业园", "市级", "", "龙窑镇", ("陶瓷建材",), 7800, 0.66, 0.55, None, 21.4, -1.6, 352.0,
         (Parcel(0.7, 0.0, 0.0, ("111110", "111111", "011111", "001110")),
          Parcel(0.3, -3.6, -1.7, ("0111", "1111", "1110"))),
         ("has_heat",), "2004-11-08", 0.16, 0.985),
    Park("白沙渡新材料产业园", "市级", "", "白沙渡镇", ("新材料",), 4300, 0.58, 0.41, None, 2.6, -17.4, 76.0,
         _whole("01111", "11111", "11110"), (), "2011-03-15", 0.11, 1.007),
    Park("横塘纺织服装产业园", "县级", "", "横塘镇", ("纺织服装",), 1900, 0.964, 0.89, None, -5.2, -8.1, 62.0,
         _whole("1111", "1111", "1110"), ("has_heat",), "2006-05-26", 0.08, 0.994),
    Park("石亭食品产业园", "县级", "", "石亭镇", ("食品加工", "包装印刷"), 2400, 0.69, 0.52, None, 6.6, 11.4, 62.0,
         _whole("0111", "1111", "1100"), ("has_heat",), "2010-08-12", 0.10, 1.018),
    Park("柳桥新能源产业园", "县级", "", "柳桥镇", ("新能源",), 5200, 0.085, 0.03, None, -9.6, -4.0, 12.0,
         _whole("111110", "111111", "011111"), ("has_sewer", "has_gas", "has_heat", "is_levelled"),
         "2025-01-16", 0.03, 1.004),
    Park("双溪家居产业园", "县级", "", "双溪镇", ("家居制造",), 1500, 0.60, 0.44, 80.0, -19.4, 5.0, 348.0,
         _whole("1110", "1111"), ("has_gas", "has_heat"), "2014-10-30", 0.05, 0.978),
    Park("枫林农产品加工园", "县级", "", "枫林镇", ("食品加工",), 820, 0.64, 0.50, None, -7.4, 12.2, 112.0,
         _whole("110", "111"), ("has_sewer", "has_gas", "has_heat"), "2017-07-07", 0.03, 1.011),
    Park("黄泥铺循环经济产业园", "县级", "", "黄泥铺镇", ("循环经济",), 2100, 0.48, 0.33, None, 12.6, -7.6, 128.0,
         (Parcel(0.62, 0.0, 0.0, ("1111", "0111")), Parcel(0.38, 2.2, 0.8, ("111", "110"))),
         ("has_gas", "has_heat"), "2018-12-21", 0.05, 0.87),
    Park("河东科创园", "县级", "", "河东街道", ("电子信息", "包装印刷"), 620, 0.71, 0.49, None, 7.85, 0.73, 14.0,
         _whole("1111", "1110"), ("has_heat",), "2021-05-18", 0.05, 1.03),
)  # fmt: skip

# What a park offers to who comes: the price of land (万元/亩) and its largest free piece in mu, where it states them,
# and industries it takes as well.
OFFERS: dict[str, tuple[float | None, float | None, tuple[str, ...]]] = {
    "城东装备制造产业园": (18.5, 640, ()), "澄溪高新技术产业园": (22.0, 410, ()), "临港物流园": (16.0, 520, ()),
    "龙窑陶瓷建材产业园": (11.2, 780, ()), "白沙渡新材料产业园": (12.8, 900, ("新能源",)),
    "横塘纺织服装产业园": (13.5, 45, ()), "石亭食品产业园": (10.6, 310, ()),
    "柳桥新能源产业园": (9.6, 2100, ("装备制造",)), "双溪家居产业园": (8.8, None, ("包装印刷",)),
    "枫林农产品加工园": (8.4, 160, ()), "黄泥铺循环经济产业园": (9.2, 430, ("新材料",)), "河东科创园": (None, 120, ()),
}  # fmt: skip

# Places that distances are measured to, km from the county seat.
MOTORWAY_JUNCTIONS = ((7.4, -3.2), (-15.0, 1.5), (4.5, -15.5))
RAIL_FREIGHT_STATIONS = ((12.5, -1.8),)
PORTS = ((9.4, -21.6),)
AIRPORTS = ((-38.0, 46.0),)
