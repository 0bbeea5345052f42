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


def finding(found: "Comparison") -> str:
    """Say how many parks meet all conditions and which comes first; where none does, which comes nearest and why."""
    said, names, meeting = lacking(found), _names(found), found.meeting
    if said:
        return said
    if len(meeting) == 1:
        return text("siting.only_one", count=len(names), name=names[meeting.index[0]])
    if len(meeting):
        return _first(found, names)
    said = text("siting.no_park", count=len(names))
    beyond = _beyond_all(found)
    if beyond:
        return said + text("siting.beyond_all", needs=text("siting.comma").join(beyond))
    nearest = found.ranked.iloc[0]
    if nearest["siting_verdict"] == "missing":
        return said + text("siting.to_be_checked", count=int((found.ranked["siting_verdict"] == "missing").sum()))
    change = siting_words.change(found.need, _facts(found)[nearest.name], _checks(found)[nearest.name])
    return said + text("siting.nearest", name=names[nearest.name], change=change)


def figures(found: "Comparison") -> list[KeyFigure]:
    """Return the project's intensity, how many parks meet all, are open or fail, and the first one's score."""
    counts = found.ranked["siting_verdict"].value_counts()
    stated = found.checked.loc[found.checked["condition"] == "threshold", "stated"]
    intensity = stated.iloc[0] if len(stated) else None
    first = found.meeting.iloc[0] if len(found.meeting) else None
    score = None if first is None else first["total"]
    return [
        KeyFigure(
            column("intensity_wan_per_mu").label,
            formats.number(intensity, "万元/亩"),
            "" if formats.is_none(intensity) else column("intensity_wan_per_mu").unit_label,
            text("siting.thresholds", range=_span("万元/亩", found.parks["threshold_wan_per_mu"], 0)),
        ),
        _counted("pass", counts, text("siting.of_parks", count=len(found.parks))),
        _counted("missing", counts, text("siting.data_missing")),
        _counted("short", counts, text("siting.see_changes")),
        KeyFigure(
            text("siting.first_score"),
            formats.number(score, decimals=0),
            "" if formats.is_none(score) else text("siting.points"),
            "" if first is None else _names(found)[str(first.name)],
        ),
    ]


def table(found: "Comparison") -> "pd.DataFrame":
    """Return one row per park, the recommended first, in columns of the catalogue, conditions and scores in words."""
    facts, checks = _facts(found), _checks(found)
    parks = [(facts[one], checks[one]) for one in found.ranked.index]
    is_first = found.ranked["siting_verdict"] == "pass"
    rows = found.ranked.assign(
        park_name=[fact["park_name"] for fact, _ in parks],
        siting_move=[_moved(row) for row in found.ranked.to_dict("records")],
        siting_score=found.ranked["total"].where(is_first).round().astype("Int64"),
        siting_place=found.ranked["siting_place"].astype("Int64"),
        needed_change=[siting_words.change(found.need, fact, rows) for fact, rows in parks],
        **{f"{term.code}_said": _cells(found, term.code) for term in terms.SITING_CRITERIA},
        **{
            f"{name}_check": [
                siting_words.condition(found.need, fact, [row for row in rows if row["condition"] == name])
                for fact, rows in parks
            ]
            for name in CONDITIONS
            if (found.checked["condition"] == name).any()
        },
    )
    order = ("park_id", "siting_place", "siting_move", "park_name", "siting_verdict", "siting_score", *SCORES)
    held = (f"{name}_check" for name in CONDITIONS)
    return rows.reset_index()[[*order, *(name for name in held if name in rows), "needed_change"]]


def standing(row: "Mapping[str, Any]") -> str:
    """Say how one park stands: its place and score where it meets all, else its verdict and what would have to change.

    ``row`` is one of ``table``.
    """
    verdict = terms.label("siting_verdict", row["siting_verdict"])
    if row["siting_verdict"] != "pass":
        return text("siting.stands_not", name=row["park_name"], verdict=verdict, change=row["needed_change"])
    if formats.is_none(row["siting_score"]):
        return text("siting.stands_unscored", name=row["park_name"], verdict=verdict)
    place, score = int(row["siting_place"]), formats.number(row["siting_score"], decimals=0)
    return text("siting.stands", name=row["park_name"], verdict=verdict, place=place, score=score)


def _facts(found: "Comparison") -> dict[str, dict[str, Any]]:
    """Return the facts of each park, by its id."""
    return {row["park_id"]: row for row in found.parks.to_dict("records")}


def _checks(found: "Comparison") -> dict[str, list[dict[str, Any]]]:
    """Return the conditions checked of each park, by its id."""
    checks: dict[str, list[dict[str, Any]]] = {}
    for row in found.checked.to_dict("records"):
        checks.setdefault(row["park_id"], []).append(row)
    return checks


def explained(found: "Comparison", park_id: str) -> list[tuple[str, str]]:
    """Say of each criterion what the park has, between what the parks lie, and the score that this makes."""
    return [
        (
            term.label,
            text(
                "siting.explained",
                score=_scores(found.scored[term.code], [park_id])[0],
                value=text(f"siting.value_{term.code}", value=_value(found, park_id, term.code)),
                range=_range(found, term.code),
            ),
        )
        for term in terms.SITING_CRITERIA
    ]


def _first(found: "Comparison", names: dict[str, str]) -> str:
    first, second = found.meeting.iloc[0], found.meeting.iloc[1]
    counts = {"count": len(names), "meeting": len(found.meeting)}
    if formats.is_none(first["siting_place"]):
        return text("siting.no_weights", **counts)
    tied = found.meeting.index[found.meeting["siting_place"] == 1]
    if len(tied) > 1:
        return text("siting.tied", names=text("siting.list_comma").join(names[one] for one in tied), **counts)
    said = text(
        "siting.first",
        name=names[str(first.name)],
        score=formats.number(first["total"], decimals=0),
        second=names[str(second.name)],
        second_score=formats.number(second["total"], decimals=0),
        **counts,
    )
    risen = first["siting_place_usual"] - first["siting_place"]
    return said + (text("siting.risen", place=int(first["siting_place_usual"])) if risen > 0 else "")


def lacking(found: "Comparison") -> str:
    """Say what of the project itself is missing, so that no park can be recommended; nothing where all is there."""
    need = found.need
    if not need.land_mu:
        return text("siting.zero_land")
    if not need.fai_wan:
        return text("siting.zero_money")
    return "" if need.industries else text("siting.no_industry")


def _beyond_all(found: "Comparison") -> list[str]:
    """Return the needs that every park fails, each with what comes nearest."""
    said = []
    for (name, item), rows in found.checked.groupby(["condition", "item"], sort=False):
        if name in ("utilities", "distances") and (rows["verdict"] == "short").all():
            figures = {"most": rows["wanted"].iloc[0], "best": rows["stated"].min()}
            words = {key: formats.quantity(value, "公里") for key, value in figures.items()}
            said.append(text(f"siting.beyond_{name}", name=column(str(item)).label, **words))
    for name, rows in found.checked.groupby("condition", sort=False):
        if name in ("industry", "threshold", "land", "layers") and (rows["verdict"] == "short").all():
            said.append(_beyond(found, str(name), rows))
    return said


def _beyond(found: "Comparison", name: str, rows: "pd.DataFrame") -> str:
    if name == "industry":
        return text("siting.beyond_industry", names=text("siting.list_comma").join(found.need.industries))
    best = rows.loc[rows["margin"].idxmax()]
    stated = best["wanted" if name == "threshold" else "stated"]
    gap = siting_words.quantity(name, -best["margin"])
    return text(f"siting.beyond_{name}", best=siting_words.quantity(name, stated), gap=gap)


def _cells(found: "Comparison", criterion: str) -> list[str]:
    """Return what each park has and the score that this makes, in the order of the ranking."""
    parks = found.ranked.index
    scores = _scores(found.scored[criterion], parks)
    if criterion == "transport":
        return scores
    measured = found.measured[criterion].reindex(parks)
    pairs = zip(measured, scores, strict=True)
    return [text("siting.cell", value=_measure(criterion, value), score=score) for value, score in pairs]


def _scores(scored: "pd.Series[float]", parks: "Iterable[str]") -> list[str]:
    """Return scores in words: 0 for what a park does not state, none where no two parks differ."""
    if scored.isna().all():
        return [text("siting.undecided") for _ in parks]
    known = scored.fillna(0.0).to_dict()
    return [text("siting.score", score=formats.number(known[park], decimals=0)) for park in parks]


def _value(found: "Comparison", park_id: str, criterion: str) -> str:
    row = found.measured.loc[park_id]
    if criterion != "transport":
        return _measure(criterion, row[criterion])
    said = [
        text("siting.at_distance", name=column(name).label, km=formats.quantity(row[name], "公里"))
        for name in _DISTANCES
        if not np.isnan(row[name])
    ]
    return text("siting.list_comma").join(said) or text("siting.unstated")


def _measure(criterion: str, value: float) -> str:
    if np.isnan(value):
        return text("siting.unstated")
    unit = _UNITS[criterion]
    return formats.quantity(int(value) if unit == "个" else float(value), unit)


def _range(found: "Comparison", criterion: str) -> str:
    """Say between which values the parks lie."""
    if criterion == "transport":
        return text("siting.range_transport")
    stated = found.measured[criterion].dropna()
    if stated.empty or stated.min() == stated.max():
        return text("siting.range_unstated" if stated.empty else "siting.range_same")
    return text("siting.range", range=_span(_UNITS[criterion], stated))


def _span(unit: str, values: "pd.Series[float]", decimals: int | None = None) -> str:
    low, high = float(values.min()), float(values.max())
    most = formats.quantity(high, unit, decimals)
    return most if low == high else f"{formats.number(low, unit, decimals)}–{most}"


def _moved(row: "Mapping[str, Any]") -> str | None:
    """Say from which place to which the weights moved a park; nothing where it stays."""
    now, usual = row["siting_place"], row["siting_place_usual"]
    if formats.is_none(now) or formats.is_none(usual) or now == usual:
        return None
    return text("siting.moved", usual=int(usual), now=int(now), mark="▲" if now < usual else "▼")


def _counted(verdict: str, counts: "pd.Series[int]", compared: str) -> KeyFigure:
    count = int(counts.get(verdict, 0))
    label = terms.label("siting_verdict", verdict)
    is_good = bool(count) if verdict == "pass" else None
    return measured("park_count", count, compared, label=label, is_good=is_good)


def _names(found: "Comparison") -> dict[str, str]:
    return dict(zip(found.parks["park_id"], found.parks["park_name"], strict=True))
