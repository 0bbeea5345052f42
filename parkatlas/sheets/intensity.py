"""Intensity: which parks and projects reach the entry threshold per mu."""

from typing import TYPE_CHECKING

from parkatlas import charts, words
from parkatlas.sheets.model import Pair, Sheet
from parkatlas.sheets.overview import is_empty

if TYPE_CHECKING:
    from parkatlas.sheets.asking import Asking

BELOW = (
    "project_name", "park_name", "unit_name", "industry_name", "stage", "intensity_wan_per_mu", "threshold_wan_per_mu",
    "shortfall_wan_per_mu", "shortfall_wan", "land_mu", "threshold_origin", "threshold_source",
)  # fmt: skip
GAPS = ("gap", "project_name", "park_name", "unit_name", "stage")
PLACES = ("place_issue", "project_name", "stated_park_name", "located_park_name", "unit_name", "lon", "lat")
_CLASSES = {"bin_width": 20.0, "bin_top": 300.0}  # 万元/亩


def sheet(ask: "Asking") -> Sheet:
    """Return what the page says."""
    totals = ask("overview_totals")
    finding = words.sentences.intensity(totals)
    if is_empty(totals):
        return ask.lacking("intensity", "region", finding)
    distribution = ask.query_chart(
        "intensity_distribution",
        charts.intensity.distribution,
        "intensity_distribution",
        find=words.intensity.distribution_title,
        **_CLASSES,
    )
    sensitivity = ask.query_chart(
        "intensity_sensitivity",
        charts.intensity.sensitivity,
        "threshold_sensitivity",
        ask.scope.threshold,
        find=words.intensity.sensitivity_title,
    )
    return ask.sheet(
        "intensity",
        finding,
        words.sentences.intensity_figures(totals),
        [
            ask.query_chart(
                "intensity_by_park",
                charts.intensity.by_park,
                "intensity_by_park",
                find=words.intensity.by_park_title,
            ),
            Pair((distribution,), (sensitivity,)),
            ask.table("intensity_by_project", "intensity_below", BELOW, verdict="short"),
            ask.table("data_gaps", "intensity_gaps", GAPS),
            ask.table("place_issues", "intensity_places", PLACES),
        ],
    )
