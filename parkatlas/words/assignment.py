"""The reserve library assigned to parks, in words: how many find one, why each got the park it got, why others none."""

from typing import TYPE_CHECKING, Any

from parkatlas import formats
from parkatlas.columns import column
from parkatlas.messages import text

if TYPE_CHECKING:
    import pandas as pd

    from parkatlas.analysis.assignment import Assignment

_REFUSED = ("no_facts", "industry", "threshold", "land", "layers", "full")
PROJECTS = (
    "project_name", "park_name", "siting_reason", "siting_score", "required_land_mu", "planned_fai_wan",
    "industry_name", "stage", "stated_park_name", "unit_name",
)  # fmt: skip
PARKS = ("park_name", "available_mu", "held_mu", "assigned_count", "assigned_mu", "left_mu")


def finding(done: "Assignment", reserve: "pd.DataFrame") -> str:
    """Say how many projects find a park, with their land and money, and why the others find none."""
    placed = done.outcomes["park_id"].notna()
    counts = done.outcomes.loc[~placed, "reason"].value_counts()
    why = [text(f"siting.why_{code}", count=counts[code]) for code in _REFUSED if code in counts]
    which = "all" if placed.all() else "some" if placed.any() else "none"
    return text(
        f"siting.placed_{which}",
        count=len(placed),
        placed=int(placed.sum()),
        left=int((~placed).sum()),
        mu=formats.quantity(done.outcomes.loc[placed, "required_land_mu"].sum(), "亩"),
        money=formats.money(float(reserve.loc[placed.to_numpy(), "planned_fai_wan"].sum())),
        why=text("siting.list_comma").join(why),
    )


def projects(done: "Assignment", reserve: "pd.DataFrame", parks: "pd.DataFrame") -> "pd.DataFrame":
    """Return one row per project, the placed ones first by park, with the reason in words."""
    names = dict(zip(parks["park_id"], parks["park_name"], strict=True))
    rows = reserve.reset_index(drop=True).rename(columns={"park_name": "stated_park_name"})
    outcomes = done.outcomes
    rows = rows.assign(
        park_name=outcomes["park_id"].map(names),
        required_land_mu=outcomes["required_land_mu"],
        siting_score=outcomes["score"].round().astype("Int64"),
        siting_reason=[_reason(one, mine, names) for (_, one), (_, mine) in zip(
            outcomes.iterrows(), rows.iterrows(), strict=True)],
    )  # fmt: skip
    by = ["park_name", "planned_fai_wan"]
    return rows.sort_values(by, ascending=[True, False], na_position="last", kind="stable")[["project_id", *PROJECTS]]


def by_park(done: "Assignment", parks: "pd.DataFrame") -> "pd.DataFrame":
    """Return one row per park: what it has, what is held, what was assigned, what is left; the fullest first."""
    rows = done.parks.merge(parks[["park_id", "park_name", "available_mu"]], on="park_id")
    return rows.sort_values("assigned_mu", ascending=False, kind="stable")[["park_id", *PARKS]]


def _reason(outcome: "pd.Series[Any]", project: "pd.Series[Any]", names: dict[str, str]) -> str:
    code, unit = outcome["reason"], "万元/亩" if outcome["reason"] == "threshold" else "亩"
    if code == "land" and formats.is_none(outcome["other_park_id"]):
        return text("siting.reason_land_unknown")
    needed = ("industry_name", "planned_fai_wan")
    lacking = [column(name).label for name in needed if formats.is_none(project[name]) or not project[name]]
    sentence = text(
        f"siting.reason_{code}",
        count=outcome["fit_count"],
        other=names.get(outcome["other_park_id"], formats.NONE),
        gap=formats.quantity(outcome["gap"], unit),
        industry=project["industry_name"],
        names=text("siting.list_comma").join(lacking),
    )
    is_derived = formats.is_none(project["land_mu"]) and code not in ("no_facts", "industry", "threshold")
    return sentence + (text("siting.land_derived") if is_derived else "")
