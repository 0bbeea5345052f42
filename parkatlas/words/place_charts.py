"""The titles over the charts of one park or one project: how far its money is, how its land divides, what is late."""

from typing import TYPE_CHECKING, Any

from parkatlas import formats
from parkatlas.messages import text

if TYPE_CHECKING:
    import pandas as pd

MOST_BARS = 25  # projects in the chart of a park's building
_NAMED_MONTHS = 3


def money_title(months: "pd.DataFrame") -> str:
    """Return how far the newest ledger's investment is of what was planned, and which ledgers are missing.

    Rows of ``queries/project_history`` or ``queries/park_money_by_month``.
    """
    newest = months[months["has_ledger"]].iloc[-1]
    done, planned = newest["done_fai_wan"], newest["planned_fai_wan"]
    if formats.is_none(done):
        sentence = text("places.nothing_done", month=formats.month(newest["period_to"]))
    elif formats.is_none(planned) or not planned:
        sentence = text("places.done", done=formats.money(done))
    else:
        share = formats.quantity(100 * done / planned, "%")
        sentence = text("places.done_of_plan", done=formats.money(done), share=share)
    return sentence + _lacks(months)


def land_title(parks: "pd.DataFrame") -> str:
    """Return how much of a park's planned land is supplied, free and idle (its row of ``queries/parks``)."""
    row = parks.iloc[0]
    planned, parts = float(row["planned_area_mu"]), land_parts(row)
    sentence = text(
        "places.land_supplied",
        planned=formats.quantity(planned, "亩"),
        share=formats.quantity(100 * float(row["supplied_area_mu"]) / planned, "%"),
        free=formats.quantity(parts["free_area_mu"], "亩"),
    )
    if not parts.get("idle_area_mu"):
        return sentence
    return sentence + text("places.land_idle", idle=formats.quantity(parts["idle_area_mu"], "亩"))


def land_parts(park: "pd.Series[Any]") -> dict[str, float]:
    """Return the parts of the planned land, mu; where built land is not stated, supplied land is one part."""
    supplied, built = float(park["supplied_area_mu"]), park["built_area_mu"]
    free = {"free_area_mu": float(park["free_area_mu"])}
    if formats.is_none(built) or not 0 <= built <= supplied:
        return {"supplied_area_mu": supplied} | free
    return {"built_area_mu": float(built), "idle_area_mu": supplied - float(built)} | free


def gantt_title(projects: "pd.DataFrame") -> str:
    """Return how many projects are late, and by how much the latest (rows of ``queries/park_schedule``)."""
    late = projects["schedule_days_late"].dropna()
    if late.empty:
        sentence = text("places.none_late", count=len(projects))
    else:
        longest = formats.quantity(int(late.max()), "天")
        sentence = text("places.some_late", count=len(projects), late=len(late), longest=longest)
    rest = len(projects) - MOST_BARS
    return sentence + text("places.rest", most=MOST_BARS, rest=rest) if rest > 0 else sentence


def _lacks(months: "pd.DataFrame") -> str:
    missing = [formats.month(day) for day in months.loc[~months["has_ledger"], "period_to"]]
    if not missing:
        return ""
    named = text("places.list_comma").join(missing[:_NAMED_MONTHS])
    key = "places.missing" if len(missing) <= _NAMED_MONTHS else "places.many_missing"
    return text(key, months=named, count=len(missing))
