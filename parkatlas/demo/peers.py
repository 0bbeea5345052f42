"""The demo's peers: the county beside eight invented ones, by what it brought this year and how that grew."""

from datetime import date

from parkatlas.demo.calendar import LAST_DAY, generator
from parkatlas.demo.ledgers import Ledgers
from parkatlas.demo.register import COUNTY
from parkatlas.terms import STAGES

Rows = list[dict[str, object]]
_OTHERS = ("雾溪县", "石渡县", "青屏县", "枫桥县", "白鹭县", "梧岭县", "碧塘县", "晴川县")
# Metric, the indicator's name, and what one of its units is in the metric's.
_INDICATORS = (
    ("project_count", "签约项目（个）", 1),
    ("contract_wan", "合同投资额（亿元）", 10_000),
    ("in_place_wan", "到位资金（亿元）", 10_000),
    ("done_fai_wan", "固定资产投资（亿元）", 10_000),
    ("foreign_usd_wan", "实际利用外资（万美元）", 1),
)


_LEDGERED = ("in_place_wan", "done_fai_wan", "foreign_usd_wan")
_DROPPED = STAGES[-1].labels[0]


def _year(ledgers: Ledgers, metric: str, years_ago: int) -> float:
    """Return what the county's ledgers said of a year by the last one's day in it, as they were published then."""
    year = LAST_DAY.year - years_ago
    first, last = date(year - 1, 12, 31), LAST_DAY.replace(year=year)
    going = [row for row in ledgers.month(last) if row["stage"] != _DROPPED]
    if metric not in _LEDGERED:
        signed = [row for row in going if first < row.get("signed_on", first) <= last]  # type: ignore[operator]
        return len(signed) if metric == "project_count" else sum(_amount(row, metric) for row in signed)
    before = {row["project_id"]: row for row in ledgers.month(first)}
    return sum(_amount(row, metric) - _amount(before.get(row["project_id"], {}), metric) for row in going)


def _amount(row: dict[str, object], metric: str) -> int:
    return int(str(row.get(metric, 0)))


def peers(ledgers: Ledgers) -> Rows:
    """Return value and growth of every county by each indicator; the county's own are those of its ledgers."""
    rng = generator(6)
    rows: Rows = []
    for metric, indicator, unit in _INDICATORS:
        own, before = _year(ledgers, metric, 0), _year(ledgers, metric, 1)
        growth = 100 * (own / before - 1)
        figures = {COUNTY: (own, growth)} | {
            name: (own * rng.uniform(0.55, 1.5), growth + rng.normal(0, 14)) for name in _OTHERS
        }
        decimals = 0 if unit == 1 else 2
        rows += [
            {
                "peer_name": name,
                "indicator": indicator,
                "peer_value": round(float(value) / unit, decimals),
                "growth_pct": round(float(pct), 1),
            }
            for name, (value, pct) in figures.items()
        ]
    return rows
