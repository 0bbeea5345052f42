"""Two parks beside each other, and what became of parks that merged, in words."""

from typing import TYPE_CHECKING, Any

import pandas as pd

from parkatlas import formats, terms
from parkatlas.columns import column
from parkatlas.messages import text

if TYPE_CHECKING:
    from collections.abc import Iterable

FACTS = (
    "park_level", "zone_name", "host_unit_name", "park_industries", "planned_area_mu", "drawn_area_mu",
    "area_difference_pct", "ready_area_mu", "supplied_area_mu", "built_area_mu", "free_area_mu", "idle_land_mu",
    "developed_pct", "supplied_pct", "built_pct", "project_count", "started_count", "producing_count", "contract_wan",
    "threshold_wan_per_mu", "planned_wan_per_mu", "done_wan_per_mu", "contract_wan_per_mu", "output_wan_per_mu",
    "tax_wan_per_mu", "motorway_km", "rail_km", "port_km", "airport_km", "established_on",
)  # fmt: skip


def beside(profiles: "pd.DataFrame") -> "pd.DataFrame":
    """Return parks as columns and their facts as rows, each value as people read it (``queries/park_profiles``)."""
    facts = {text("parks.fact"): [column(name).label for name in FACTS] + [text("parks.utilities")]}
    for _, row in profiles.iterrows():
        facts[_free(row["park_name"], facts)] = [formats.cell(name, row[name]) for name in FACTS] + [utilities(row)]
    return pd.DataFrame(facts)


def utilities(park: "pd.Series[Any]") -> str:
    """Say how many of the utilities a park has and which it lacks or does not state."""
    states = {term: park[term.code] for term in terms.INFRASTRUCTURE}
    unstated = [term.label for term, has in states.items() if formats.is_none(has)]
    lacks = [term.label for term, has in states.items() if not formats.is_none(has) and not has]
    clauses = [text("parks.has", count=len(states) - len(unstated) - len(lacks), of=len(states))]
    clauses += [text("parks.lacks", names=_listed(lacks))] if lacks else []
    clauses += [text("parks.unstated", names=_listed(unstated))] if unstated else []
    return text("sentences.clause_comma").join(clauses)


def mergers(merged: "pd.DataFrame") -> str:
    """Say which parks were merged into one and when (rows of ``queries/park_mergers``); empty where none was."""
    clauses = [
        text(
            "parks.merged",
            park=row["park_name"],
            day=formats.day(row["merged_on"]),
            area=formats.quantity(row["planned_area_mu"], "亩"),
        )
        for _, row in merged.iterrows()
    ]
    return text("sentences.sentence_end", said=text("sentences.clause_comma").join(clauses)) if clauses else ""


def _listed(names: "Iterable[str]") -> str:
    return text("places.list_comma").join(names)


def _free(name: str, taken: dict[str, Any]) -> str:
    """Return a name that heads no other column: two parks may bear one name."""
    while name in taken:
        name += "′"
    return name
