"""The demo's targets and campaigns: set so that the region lags on projects and leads on money at the last ledger."""

import math
from collections import Counter
from datetime import date

from parkatlas.demo.calendar import LAST_DAY
from parkatlas.demo.money import done_wan, in_place_wan
from parkatlas.demo.projects import Project
from parkatlas.demo.register import DEPARTMENTS, INTRODUCERS, TERRITORIES, ZONE
from parkatlas.terms import TARGET_METRICS, TARGET_TIERS

Rows = list[dict[str, object]]
_METRICS = {term.code: term.labels[0] for term in TARGET_METRICS}
_BASE, _STRETCH = (term.labels[0] for term in TARGET_TIERS)
_LARGE_WAN = 10_000

# Share of the year's target that was done: by the end of 2025, and by the last ledger of 2026 (83 % of the year).
_COMPLETION = {
    2025: {
        "project_count": 1.03, "contract_wan": 0.96, "in_place_wan": 1.04, "outside_in_place_wan": 1.01,
        "done_fai_wan": 1.02, "foreign_usd_wan": 0.91, "large_count": 1.05, "started_count": 0.98,
        "producing_count": 0.95,
    },
    2026: {
        "project_count": 0.765, "contract_wan": 0.875, "in_place_wan": 0.84, "outside_in_place_wan": 0.80,
        "done_fai_wan": 0.815, "foreign_usd_wan": 0.68, "large_count": 0.87, "started_count": 0.81,
        "producing_count": 0.74,
    },
}  # fmt: skip
_TERRITORIAL = ("done_fai_wan", "started_count", "producing_count")
_TWO_TIERS = ("project_count", "contract_wan", "in_place_wan")
_FOREIGN = (ZONE, "龙窑镇", "白沙渡镇", "石亭镇", "横塘镇", "河东街道", "澄溪街道", "县商务局", "县发改局", "县工信局")
_STEPS = {
    "contract_wan": 500,
    "in_place_wan": 500,
    "outside_in_place_wan": 500,
    "done_fai_wan": 500,
    "foreign_usd_wan": 10,
}
_PARK_TARGETS = (
    "城东装备制造产业园",
    "澄溪高新技术产业园",
    "龙窑陶瓷建材产业园",
    "白沙渡新材料产业园",
    "石亭食品产业园",
)
_PARK_COMPLETION = (0.92, 0.71, 0.84, 0.66, 0.97)


def _amount(project: Project, metric: str, day: date) -> float:
    """Return a project's cumulative amount of a money metric at the end of ``day``."""
    money, history = project.money, project.history
    if metric == "done_fai_wan":
        return done_wan(money, history, day) or 0
    in_place = in_place_wan(money, history, day) or 0
    share = {
        "in_place_wan": 1.0,
        "outside_in_place_wan": money.outside_share,
        "foreign_usd_wan": money.foreign_share / 7.1,
    }
    return in_place * share[metric]


def _counted(project: Project, metric: str, first: date, last: date) -> bool:
    stage = {"started_count": "started", "producing_count": "producing"}.get(metric, "signed")
    day = project.history.reached_by(last).get(stage)
    return day is not None and day > first and (metric != "large_count" or project.money.contract >= _LARGE_WAN)


def done(projects: list[Project], metric: str, first: date, last: date) -> float:
    """Return what ``projects`` did of a metric after ``first`` up to and with ``last``."""
    if metric.endswith("_count") or metric == "contract_wan":
        counted = [project for project in projects if _counted(project, metric, first, last)]
        return sum(project.money.contract for project in counted) if metric == "contract_wan" else len(counted)
    return sum(_amount(project, metric, last) - _amount(project, metric, first) for project in projects)


def _units(metric: str) -> list[str]:
    """Return the units that carry targets of a metric."""
    if metric == "foreign_usd_wan":
        return list(_FOREIGN)
    lands = [name for name, *_ in TERRITORIES]
    if metric == "large_count":
        return [ZONE, *(name for name in lands if INTRODUCERS.get(name, 0) >= 4)]  # noqa: PLR2004 - the larger ones
    return [ZONE, *lands] if metric in _TERRITORIAL else [ZONE, *lands, *DEPARTMENTS]


def _weights(projects: list[Project], units: list[str]) -> dict[str, float]:
    """Return how much of a target each unit carries: what it brought in over the years, evened out a little."""
    brought = Counter(project.unit for project in projects)
    return {unit: (brought[unit] + 1.5) ** 0.9 for unit in units}


def _shared_out(total: float, weights: dict[str, float], step: int, least: int) -> dict[str, int]:
    """Share a target out over units by weight, in whole steps, ``least`` steps to each; who gets none is left out."""
    steps = max(round(total / step), least * len(weights))
    free = steps - least * len(weights)
    exact = {unit: least + free * weight / sum(weights.values()) for unit, weight in weights.items()}
    whole = {unit: math.floor(value) for unit, value in exact.items()}
    behind = sorted(weights, key=lambda unit: whole[unit] - exact[unit])
    for unit in behind[: steps - sum(whole.values())]:
        whole[unit] += 1
    return {unit: count * step for unit, count in whole.items() if count}


def _stretched(value: int, step: int) -> int:
    return math.ceil(value * 1.15 / step) * step


def _year_targets(projects: list[Project], year: int, metric: str) -> Rows:
    total = (
        done(projects, metric, date(year - 1, 12, 31), min(date(year, 12, 31), LAST_DAY)) / _COMPLETION[year][metric]
    )
    step = _STEPS.get(metric, 1)
    base = _shared_out(total, _weights(projects, _units(metric)), step, 1)
    tiers = {_BASE: base}
    if metric in _TWO_TIERS:
        tiers[_STRETCH] = {unit: _stretched(value, step) for unit, value in base.items()}
    return [
        {"year": year, "metric": _METRICS[metric], "target_value": value, "target_tier": tier, "unit_name": unit}
        for tier, values in tiers.items()
        for unit, value in values.items()
    ]


def _park_targets(projects: list[Project]) -> Rows:
    rows: Rows = []
    for name, completion in zip(_PARK_TARGETS, _PARK_COMPLETION, strict=True):
        own = [project for project in projects if project.park and project.park.name == name]
        for metric in ("project_count", "contract_wan", "done_fai_wan"):
            step = _STEPS.get(metric, 1)
            value = max(1, round(done(own, metric, date(2025, 12, 31), LAST_DAY) / completion / step)) * step
            row = {
                "year": 2026,
                "metric": _METRICS[metric],
                "target_value": value,
                "target_tier": _BASE,
                "park_name": name,
            }
            rows.append(row)
    return rows


def targets(projects: list[Project]) -> Rows:
    """Return the targets of all units for two years, and of five parks for this one."""
    of_units = [row for year in _COMPLETION for metric in _METRICS for row in _year_targets(projects, year, metric)]
    return [*of_units, *_park_targets(projects)]


# Name, first and last day, and the share done of each target by the last ledger.
_CAMPAIGNS = (
    ("2025年末季冲刺", date(2025, 10, 1), date(2025, 12, 31), 0.94),
    ("百日攻坚", date(2026, 9, 1), date(2026, 12, 9), 0.52),
)
_CAMPAIGN_METRICS = ("project_count", "contract_wan", "in_place_wan", "started_count")


def campaigns(projects: list[Project]) -> Rows:
    """Return one finished campaign and the hundred days under way, with their units' targets."""
    rows: Rows = []
    for name, first, last, share in _CAMPAIGNS:
        for metric in _CAMPAIGN_METRICS:
            achieved = done(projects, metric, date.fromordinal(first.toordinal() - 1), min(last, LAST_DAY))
            weights = _weights(projects, _units(metric))
            shared = _shared_out(achieved / share, weights, _STEPS.get(metric, 1), 0)
            about = {"campaign_name": name, "first_on": first, "last_on": last, "metric": _METRICS[metric]}
            rows += [{**about, "unit_name": unit, "target_value": value} for unit, value in shared.items()]
    return rows
