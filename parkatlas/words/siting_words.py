"""One project in one park, in words: every hard condition with its margin, and what would have to change to meet it.

``fact`` is the park's row of ``queries/siting_parks``, ``rows`` its rows of ``analysis.conditions.checks``.
"""

from typing import TYPE_CHECKING, Any

import numpy as np

from parkatlas import formats
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words.widths import clipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd

    from parkatlas.analysis.conditions import Need

    Check = Mapping[str, Any]

MARKS = {"pass": "✓", "short": "✗", "missing": "?"}
_NAME_WIDTH = 26
_UNITS = {"threshold": "万元/亩", "land": "亩", "layers": "亩"}


def condition(need: "Need", fact: "Mapping[str, Any]", rows: "Sequence[Check]") -> str:
    """Say one condition after its mark: the values compared and the margin; of several items the decisive ones."""
    verdict = next(code for code in ("short", "missing", "pass") if any(row["verdict"] == code for row in rows))
    return f"{MARKS[verdict]} {_sentence(need, fact, verdict, [row for row in rows if row['verdict'] == verdict])}"


def change(need: "Need", fact: "Mapping[str, Any]", rows: "Sequence[Check]") -> str:
    """Say what the project would have to change to meet the park's conditions, and what is to be checked first."""
    failed = [row for row in rows if row["verdict"] == "short"]
    clauses = []
    if any(row["condition"] == "industry" for row in failed):
        clauses.append(text("siting.change_industry", leading=fact["park_industries"]))
    clauses += _money_and_land(need, fact, failed)
    utilities = [row["item"] for row in failed if row["condition"] == "utilities"]
    if utilities:
        clauses.append(text("siting.change_utilities", names=_labels(utilities)))
    clauses += [
        text("siting.change_distance", name=column(row["item"]).label, km=formats.quantity(row["stated"], "公里"))
        for row in failed
        if row["condition"] == "distances"
    ]
    unknown = dict.fromkeys(row["condition"] for row in rows if row["verdict"] == "missing")
    if unknown:
        clauses.append(text("siting.check_first", names=_labels(f"{name}_check" for name in unknown)))
    return text("siting.clause_end").join(clauses)


def quantity(name: str, value: object) -> str:
    """Return a figure of a condition in its unit."""
    return formats.quantity(value, _UNITS[name])


def _sentence(need: "Need", fact: "Mapping[str, Any]", verdict: str, rows: "Sequence[Check]") -> str:
    row = rows[0]
    match row["condition"]:
        case "industry":
            if verdict == "missing":
                return text("siting.park_industry_missing" if need.industries else "siting.industry_missing")
            return text(f"siting.industry_{verdict}", leading=fact["park_industries"])
        case "utilities":
            return text(f"siting.utilities_{verdict}", names=_labels(one["item"] for one in rows))
        case "distances":
            return text("siting.comma").join(_distance(one, verdict) for one in rows)
        case "threshold":
            is_even = row["margin"] == 0
            return text("siting.threshold_even") if is_even else text(f"siting.threshold_{verdict}", **_figures(row))
        case _:
            return _land(row, verdict)


def _land(row: "Check", verdict: str) -> str:
    if verdict == "missing":
        return text(f"siting.{row['condition']}_missing" if row["wanted"] > 0 else "siting.no_land")
    figures = _figures(row)
    if row["condition"] == "layers":
        return text(f"siting.layers_{verdict}", gap=figures["gap"])
    basis = text(f"siting.land_{row['item']}", mu=figures["stated"])
    return text(f"siting.land_{verdict}", stated=basis, gap=figures["gap"])


def _figures(row: "Check") -> dict[str, str]:
    figures = {"stated": row["stated"], "wanted": row["wanted"], "gap": abs(row["margin"])}
    return {name: quantity(row["condition"], value) for name, value in figures.items()}


def _distance(row: "Check", verdict: str) -> str:
    figures = {"km": formats.quantity(row["stated"], "公里"), "gap": formats.quantity(abs(row["margin"]), "公里")}
    return text(f"siting.distance_{verdict}", name=column(row["item"]).label, **figures)


def _labels(names: "Iterable[str]") -> str:
    return text("siting.list_comma").join(column(name).label for name in names)


def _money_and_land(need: "Need", fact: "Mapping[str, Any]", failed: "Sequence[Check]") -> list[str]:
    """Say how land and money have to change together: on less land the same money is denser."""
    of_land = [row["stated"] for row in failed if row["condition"] in ("land", "layers")]
    is_thin = any(row["condition"] == "threshold" for row in failed)
    if not (of_land or is_thin):
        return []
    land, money = float(need.land_mu), float(need.fai_wan or 0)  # type: ignore[arg-type]
    most = _floor(min([land, *of_land]))
    if most <= 0:
        return [text("siting.change_none")]
    clauses = [text("siting.change_land", mu=formats.quantity(most, "亩"))] if of_land else []
    threshold = float(fact["threshold_wan_per_mu"])
    if is_thin and money < threshold * most:
        needed = np.ceil(round(threshold * most, 6))
        figures = {"money": formats.money(needed), "more": formats.money(needed - money)}
        least = formats.quantity(_floor(money / threshold), "亩")
        is_less = bool(of_land) or money <= 0
        clauses.append(
            text("siting.change_money", **figures) if is_less else text("siting.change_either", **figures, mu=least)
        )
    return clauses


def _floor(mu: float) -> float:
    """Return land to a tenth of a mu below, so that what is said does suffice."""
    return float(np.floor(round(mu * 10, 6)) / 10)


def ranking_title(scores: "pd.DataFrame") -> str:
    """Return which park scores highest, and how far ahead it is; ``scores``: name and total, the highest first."""
    first = scores.iloc[0]
    facts = {"name": clipped(first["park_name"], _NAME_WIDTH), "score": formats.number(first["total"], decimals=0)}
    if len(scores) == 1:
        return text("siting.chart_only", **facts)
    gap = float(first["total"] - scores["total"].iloc[1])
    if round(gap, 1) == 0:
        return text("siting.chart_tied", **facts)
    return text("siting.chart_first", gap=formats.number(gap, decimals=1), **facts)
