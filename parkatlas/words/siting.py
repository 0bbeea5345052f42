"""A proposed project in all parks, in words: finding, figures, the table of parks, and how scores come about."""

from typing import TYPE_CHECKING, Any

import numpy as np

from parkatlas import formats, terms
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words import siting_words
from parkatlas.words.sentences import KeyFigure, measured

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from parkatlas.analysis.siting import Comparison

CONDITIONS = ("industry", "threshold", "land", "utilities", "distances", "layers")
SCORES = tuple(f"{term.code}_said" for term in terms.SITING_CRITERIA)
_DISTANCES = ("motorway_km", "rail_km", "port_km", "airport_km")
_UNITS = {"agglomeration": "个", "land_price": "万元/亩", "free_land": "亩", "progress": "%"}


def finding(comparison: "Comparison") -> str:
    """Say how many parks meet all conditions and which comes first; where none does, which comes nearest and why."""
    sentence, names, meeting = lacking(comparison), _names(comparison), comparison.meeting
    if sentence:
        return sentence
    if len(meeting) == 1:
        return text("siting.only_one", count=len(names), name=names[meeting.index[0]])
    if len(meeting):
        return _first(comparison, names)
    sentence = text("siting.no_park", count=len(names))
    beyond = _beyond_all(comparison)
    if beyond:
        return sentence + text("siting.beyond_all", needs=text("siting.comma").join(beyond))
    nearest = comparison.ranked.iloc[0]
    if nearest["siting_verdict"] == "missing":
        return sentence + text(
            "siting.to_be_checked", count=int((comparison.ranked["siting_verdict"] == "missing").sum())
        )
    change = siting_words.change(comparison.need, _facts(comparison)[nearest.name], _checks(comparison)[nearest.name])
    return sentence + text("siting.nearest", name=names[nearest.name], change=change)


def figures(comparison: "Comparison") -> list[KeyFigure]:
    """Return the project's intensity, how many parks meet all, are open or fail, and the first one's score."""
    counts = comparison.ranked["siting_verdict"].value_counts()
    stated = comparison.checked.loc[comparison.checked["condition"] == "threshold", "stated"]
    intensity = stated.iloc[0] if len(stated) else None
    first = comparison.meeting.iloc[0] if len(comparison.meeting) else None
    score = None if first is None else first["total"]
    return [
        KeyFigure(
            column("intensity_wan_per_mu").label,
            formats.number(intensity, "万元/亩"),
            "" if formats.is_none(intensity) else column("intensity_wan_per_mu").unit_label,
            text("siting.thresholds", range=_span("万元/亩", comparison.parks["threshold_wan_per_mu"], 0)),
        ),
        _counted("pass", counts, text("siting.of_parks", count=len(comparison.parks))),
        _counted("missing", counts, text("siting.data_missing")),
        _counted("short", counts, text("siting.see_changes")),
        KeyFigure(
            text("siting.first_score"),
            formats.number(score, decimals=0),
            "" if formats.is_none(score) else text("siting.points"),
            "" if first is None else _names(comparison)[str(first.name)],
        ),
    ]


def table(comparison: "Comparison") -> "pd.DataFrame":
    """Return one row per park, the recommended first, in columns of the catalogue, conditions and scores in words."""
    facts, checks = _facts(comparison), _checks(comparison)
    parks = [(facts[one], checks[one]) for one in comparison.ranked.index]
    is_first = comparison.ranked["siting_verdict"] == "pass"
    rows = comparison.ranked.assign(
        park_name=[fact["park_name"] for fact, _ in parks],
        siting_move=[_moved(row) for row in comparison.ranked.to_dict("records")],
        siting_score=comparison.ranked["total"].where(is_first).round().astype("Int64"),
        siting_place=comparison.ranked["siting_place"].astype("Int64"),
        needed_change=[siting_words.change(comparison.need, fact, rows) for fact, rows in parks],
        **{f"{term.code}_said": _cells(comparison, term.code) for term in terms.SITING_CRITERIA},
        **{
            f"{name}_check": [
                siting_words.condition(comparison.need, fact, [row for row in rows if row["condition"] == name])
                for fact, rows in parks
            ]
            for name in CONDITIONS
            if (comparison.checked["condition"] == name).any()
        },
    )
    order = ("park_id", "siting_place", "siting_move", "park_name", "siting_verdict", "siting_score", *SCORES)
    check_columns = (f"{name}_check" for name in CONDITIONS)
    return rows.reset_index()[[*order, *(name for name in check_columns if name in rows), "needed_change"]]


def verdict_sentence(row: "Mapping[str, Any]") -> str:
    """Say how one park stands: its rank and score where it meets all, else its verdict and what would have to change.

    ``row`` is one of ``table``.
    """
    verdict = terms.label("siting_verdict", row["siting_verdict"])
    if row["siting_verdict"] != "pass":
        return text("siting.stands_not", name=row["park_name"], verdict=verdict, change=row["needed_change"])
    if formats.is_none(row["siting_score"]):
        return text("siting.stands_unscored", name=row["park_name"], verdict=verdict)
    rank, score = int(row["siting_place"]), formats.number(row["siting_score"], decimals=0)
    return text("siting.stands", name=row["park_name"], verdict=verdict, place=rank, score=score)


def _facts(comparison: "Comparison") -> dict[str, dict[str, Any]]:
    """Return the facts of each park, by its id."""
    return {row["park_id"]: row for row in comparison.parks.to_dict("records")}


def _checks(comparison: "Comparison") -> dict[str, list[dict[str, Any]]]:
    """Return the conditions checked of each park, by its id."""
    checks: dict[str, list[dict[str, Any]]] = {}
    for row in comparison.checked.to_dict("records"):
        checks.setdefault(row["park_id"], []).append(row)
    return checks


def explained(comparison: "Comparison", park_id: str) -> list[tuple[str, str]]:
    """Say of each criterion what the park has, between what the parks lie, and the score that this makes."""
    return [
        (
            term.label,
            text(
                "siting.explained",
                score=_scores(comparison.scored[term.code], [park_id])[0],
                value=text(f"siting.value_{term.code}", value=_value(comparison, park_id, term.code)),
                range=_range(comparison, term.code),
            ),
        )
        for term in terms.SITING_CRITERIA
    ]


def _first(comparison: "Comparison", names: dict[str, str]) -> str:
    first, second = comparison.meeting.iloc[0], comparison.meeting.iloc[1]
    counts = {"count": len(names), "meeting": len(comparison.meeting)}
    if formats.is_none(first["siting_place"]):
        return text("siting.no_weights", **counts)
    tied = comparison.meeting.index[comparison.meeting["siting_place"] == 1]
    if len(tied) > 1:
        return text("siting.tied", names=text("siting.list_comma").join(names[one] for one in tied), **counts)
    sentence = text(
        "siting.first",
        name=names[str(first.name)],
        score=formats.number(first["total"], decimals=0),
        second=names[str(second.name)],
        second_score=formats.number(second["total"], decimals=0),
        **counts,
    )
    risen = first["siting_place_usual"] - first["siting_place"]
    return sentence + (text("siting.risen", place=int(first["siting_place_usual"])) if risen > 0 else "")


def lacking(comparison: "Comparison") -> str:
    """Say what of the project itself is missing, so that no park can be recommended; nothing where all is there."""
    need = comparison.need
    if not need.land_mu:
        return text("siting.zero_land")
    if not need.fai_wan:
        return text("siting.zero_money")
    return "" if need.industries else text("siting.no_industry")


def _beyond_all(comparison: "Comparison") -> list[str]:
    """Return the needs that every park fails, each with what comes nearest."""
    clauses = []
    for (name, item), rows in comparison.checked.groupby(["condition", "item"], sort=False):
        if name in ("utilities", "distances") and (rows["verdict"] == "short").all():
            figures = {"most": rows["wanted"].iloc[0], "best": rows["stated"].min()}
            words = {key: formats.quantity(value, "公里") for key, value in figures.items()}
            clauses.append(text(f"siting.beyond_{name}", name=column(str(item)).label, **words))
    for name, rows in comparison.checked.groupby("condition", sort=False):
        if name in ("industry", "threshold", "land", "layers") and (rows["verdict"] == "short").all():
            clauses.append(_beyond(comparison, str(name), rows))
    return clauses


def _beyond(comparison: "Comparison", name: str, rows: "pd.DataFrame") -> str:
    if name == "industry":
        return text("siting.beyond_industry", names=text("siting.list_comma").join(comparison.need.industries))
    best = rows.loc[rows["margin"].idxmax()]
    stated = best["wanted" if name == "threshold" else "stated"]
    gap = siting_words.quantity(name, -best["margin"])
    return text(f"siting.beyond_{name}", best=siting_words.quantity(name, stated), gap=gap)


def _cells(comparison: "Comparison", criterion: str) -> list[str]:
    """Return what each park has and the score that this makes, in the order of the ranking."""
    parks = comparison.ranked.index
    scores = _scores(comparison.scored[criterion], parks)
    if criterion == "transport":
        return scores
    measured = comparison.measured[criterion].reindex(parks)
    pairs = zip(measured, scores, strict=True)
    return [text("siting.cell", value=_measure(criterion, value), score=score) for value, score in pairs]


def _scores(scored: "pd.Series[float]", parks: "Iterable[str]") -> list[str]:
    """Return scores in words: 0 for what a park does not state, none where no two parks differ."""
    if scored.isna().all():
        return [text("siting.undecided") for _ in parks]
    filled = scored.fillna(0.0).to_dict()
    return [text("siting.score", score=formats.number(filled[park], decimals=0)) for park in parks]


def _value(comparison: "Comparison", park_id: str, criterion: str) -> str:
    row = comparison.measured.loc[park_id]
    if criterion != "transport":
        return _measure(criterion, row[criterion])
    distances = [
        text("siting.at_distance", name=column(name).label, km=formats.quantity(row[name], "公里"))
        for name in _DISTANCES
        if not np.isnan(row[name])
    ]
    return text("siting.list_comma").join(distances) or text("siting.unstated")


def _measure(criterion: str, value: float) -> str:
    if np.isnan(value):
        return text("siting.unstated")
    unit = _UNITS[criterion]
    return formats.quantity(int(value) if unit == "个" else float(value), unit)


def _range(comparison: "Comparison", criterion: str) -> str:
    """Say between which values the parks lie."""
    if criterion == "transport":
        return text("siting.range_transport")
    stated = comparison.measured[criterion].dropna()
    if stated.empty or stated.min() == stated.max():
        return text("siting.range_unstated" if stated.empty else "siting.range_same")
    return text("siting.range", range=_span(_UNITS[criterion], stated))


def _span(unit: str, values: "pd.Series[float]", decimals: int | None = None) -> str:
    low, high = float(values.min()), float(values.max())
    most = formats.quantity(high, unit, decimals)
    return most if low == high else f"{formats.number(low, unit, decimals)}–{most}"


def _moved(row: "Mapping[str, Any]") -> str | None:
    """Say from which rank to which the weights moved a park; nothing where it stays."""
    now, usual = row["siting_place"], row["siting_place_usual"]
    if formats.is_none(now) or formats.is_none(usual) or now == usual:
        return None
    return text("siting.moved", usual=int(usual), now=int(now), mark="▲" if now < usual else "▼")


def _counted(verdict: str, counts: "pd.Series[int]", compared: str) -> KeyFigure:
    count = int(counts.get(verdict, 0))
    label = terms.label("siting_verdict", verdict)
    is_good = bool(count) if verdict == "pass" else None
    return measured("park_count", count, compared, label=label, is_good=is_good)


def _names(comparison: "Comparison") -> dict[str, str]:
    return dict(zip(comparison.parks["park_id"], comparison.parks["park_name"], strict=True))
