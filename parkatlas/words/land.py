"""The land in sentences and key figures: what is left, what it would carry, what lies idle, how the grades divide."""

from typing import TYPE_CHECKING, Any

from parkatlas import formats
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words.sentences import KeyFigure, measured

if TYPE_CHECKING:
    import pandas as pd

MOST = 16  # parks, industries or projects in a chart
GRADED = ("a", "b", "c", "d")
_RATES = ("developed_pct", "supplied_pct", "built_pct")


def finding(totals: "pd.DataFrame") -> str:
    """Say how much land is left, what it would carry, what lies idle, and which parks say too little to count."""
    row = totals.iloc[0]
    if not row["park_count"]:
        return ""
    parts = [_left(row), _idle(row), _unstated(row)]
    return text("sentences.sentence_end", said=text("land.clause_end").join(filter(None, parts)))


def figures(totals: "pd.DataFrame") -> list[KeyFigure]:
    """Return free land, the three rates, and idle land."""
    row = totals.iloc[0]
    ready = row["ready_free_area_mu"]
    compared = "" if formats.is_none(ready) else text("land.ready_of_free", area=formats.quantity(ready, "亩"))
    idle = int(row["idle_count"])
    return [
        measured("free_area_mu", row["free_area_mu"], compared),
        *(measured(name, row[name], text(f"land.base_{name}")) for name in _RATES),
        KeyFigure(
            column("idle_land_mu").label,
            *_area(row["idle_land_mu"], idle),
            text("land.idle_of", count=idle, reclaim=int(row["reclaim_count"])) if idle else text("land.none_idle"),
            is_good=not idle,
        ),
    ]


def _area(idle_mu: object, count: int) -> tuple[str, str]:
    """Return idle land as (number, unit): none is 0, land that no project states is none."""
    if not count:
        return formats.number(0), column("idle_land_mu").unit_label
    return formats.number(idle_mu, "亩"), "" if formats.is_none(idle_mu) else column("idle_land_mu").unit_label


def _left(row: "pd.Series[Any]") -> str:
    if not row["stated_count"]:
        return text("land.nothing_stated", count=int(row["park_count"]))
    return text(
        "land.left",
        count=int(row["stated_count"]),
        planned=formats.quantity(row["stated_planned_mu"], "亩"),
        free=formats.quantity(row["free_area_mu"], "亩"),
        money=formats.money(row["capacity_wan"]),
    )


def _idle(row: "pd.Series[Any]") -> str:
    count = int(row["idle_count"])
    if not count:
        return ""
    area = formats.quantity(row["idle_land_mu"], "亩")
    return text("land.idle", count=count, area=area, reclaim=int(row["reclaim_count"]))


def _unstated(row: "pd.Series[Any]") -> str:
    lacking = int(row["park_count"] - row["stated_count"])
    return text("land.unstated", count=lacking) if lacking and row["stated_count"] else ""


def by_park_title(parks: "pd.DataFrame") -> str:
    """Return which park has the most free land (rows of ``land_by_park``, of which one at least states it)."""
    rows = parks[parks["free_area_mu"].notna()]
    most = rows.iloc[0]
    area = formats.quantity(most["free_area_mu"], "亩")
    return text("land.most_free", park=most["park_name"], area=area) + _cut(rows)


def by_industry_title(industries: "pd.DataFrame") -> str:
    """Return which industry has the least free land (rows of ``land_by_industry``, of which one at least states it)."""
    rows = industries[industries["free_area_mu"].notna()]
    least = rows.iloc[-1]
    area = formats.quantity(least["free_area_mu"], "亩")
    return text("land.least_free", industry=least["park_industry"], area=area) + _cut(rows)


def idle_title(projects: "pd.DataFrame") -> str:
    """Return how many projects let their land lie idle, and how much (rows of ``idle_land``)."""
    idle = projects[projects["idle_state"] != "running"]
    if idle.empty:
        return text("land.only_running", count=len(projects)) + _cut(projects)
    area = formats.quantity(idle["land_mu"].sum(min_count=1), "亩")
    reclaim = int((idle["idle_state"] == "reclaim").sum())
    return text("land.idle", count=len(idle), area=area, reclaim=reclaim) + _cut(projects)


def grades_title(projects: "pd.DataFrame") -> str:
    """Return how the grades divide, and how many projects have none (rows of ``grades``)."""
    counts = projects["grade"].value_counts()
    graded = {code: int(counts.get(code, 0)) for code in GRADED}
    rest = int(counts.sum()) - sum(graded.values())
    if not sum(graded.values()):
        return text("land.none_graded", count=rest)
    return text("land.graded", **graded) + (text("land.not_graded", count=rest) if rest else "")


def _cut(rows: "pd.DataFrame") -> str:
    return text("land.first", count=MOST) if len(rows) > MOST else ""
