"""The matters a leader should ask about, in sentences: what it is, what is at stake, who answers."""

from typing import TYPE_CHECKING

from parkatlas import formats, terms
from parkatlas.messages import text

if TYPE_CHECKING:
    import pandas as pd


def matter(row: "pd.Series[object]") -> str:
    """Say one matter (row of ``attention``) with the figure that makes it one."""
    facts = {
        "subject": _subject(row),
        "days": formats.quantity(row["delay_days"], "天"),
        "short": formats.quantity(row["shortfall_wan_per_mu"], "万元/亩"),
        "stage": terms.label("stage", str(row["stage"])) if isinstance(row["stage"], str) else formats.NONE,
        "count": formats.number(int(str(row["project_count"]))),
    }
    is_undated = row["attention"] == "not_paid" and formats.is_none(row["delay_days"])
    return text(f"attention.{'not_paid_undated' if is_undated else row['attention']}", **facts)


def behind(row: "pd.Series[object]") -> str:
    """Say what stands behind a matter: the money at stake, who answers for it, how many reasons more there are."""
    other = int(str(row["other_reason_count"]))
    parts = [
        formats.money(row["stake_wan"]) if not formats.is_none(row["stake_wan"]) else text("attention.no_money"),
        _answers(row),
        text("attention.others", count=other) if other else "",
    ]
    return text("attention.comma").join(filter(None, parts))


def _subject(row: "pd.Series[object]") -> str:
    if isinstance(row["obstacle_id"], str):
        return str(row["description"] or "") or terms.label("obstacle_kind", str(row["obstacle_kind"]))
    place = next((row[name] for name in ("park_name", "unit_name") if isinstance(row[name], str)), None)
    return text("attention.subject", name=row["project_name"], place=place) if place else str(row["project_name"])


def _answers(row: "pd.Series[object]") -> str:
    if isinstance(row["leader_name"], str):
        return text("attention.leader", name=row["leader_name"])
    return text("attention.unit", name=row["unit_name"]) if isinstance(row["unit_name"], str) else ""
