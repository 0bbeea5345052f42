"""Overview: how the region stands against its targets, where its parks are, and what needs attention."""

from typing import TYPE_CHECKING

from parkatlas import charts, words
from parkatlas.messages import text
from parkatlas.sheets.model import Listing, Pair, Sheet

if TYPE_CHECKING:
    import pandas as pd

    from parkatlas.sheets.asking import Asking

BY_PARK = (
    "park_name", "intensity_wan_per_mu", "threshold_wan_per_mu", "verdict", "project_count", "reached_share_pct",
    "short_count", "missing_count", "measured_wan", "measured_land_mu", "free_area_mu",
)  # fmt: skip
_ON_MAP = ("park_name", "intensity_wan_per_mu", "threshold_wan_per_mu", "verdict", "project_count")
_MATTERS = 10


def sheet(ask: "Asking") -> Sheet:
    """Return what the page says."""
    totals, targets = ask("overview_totals"), ask("target_progress")
    finding = words.sentences.overview(totals, targets)
    if is_empty(totals):
        return ask.lacking("overview", "region", finding)
    has_parks = bool(totals["park_count"].iloc[0])
    map_ = ask.scene("overview_map", ask("intensity_by_park"), _ON_MAP, ask.question("intensity_by_park"))
    return ask.sheet(
        "overview",
        finding,
        words.sentences.overview_figures(totals, targets),
        [
            Pair((map_,), (_matters(ask),), (3, 2)),
            ask.query_chart(
                "overview_targets", charts.overview.targets, "target_progress", find=words.targets.region_title
            ),
            ask.table("intensity_by_park", "overview_parks", BY_PARK) if has_parks else None,
        ],
    )


def is_empty(totals: "pd.DataFrame") -> bool:
    """Tell whether the scope holds neither a park nor a project (a row of ``overview_totals``)."""
    return not totals[["park_count", "project_count"]].iloc[0].any()


def _matters(ask: "Asking") -> Listing:
    rows = ask("attention", most=_MATTERS)
    sentences = tuple(
        f"{words.attention.matter(row)}{text('attention.comma')}{words.attention.behind(row)}"
        for _, row in rows.iterrows()
    )
    return Listing(
        "attention", ask.captioned(text("pages.attention")), sentences, rows, ask.question("attention", most=_MATTERS)
    )
