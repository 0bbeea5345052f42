"""Land: how much is left and for whom, what lies idle, and how much each mu yields."""

from typing import TYPE_CHECKING

from parkatlas import charts, words
from parkatlas.messages import text
from parkatlas.sheets import layers
from parkatlas.sheets.asking import MOST_ROWS
from parkatlas.sheets.model import Block, Chart, Pair, Sheet, Text

if TYPE_CHECKING:
    import pandas as pd

    from parkatlas.sheets.asking import Asking

BY_PARK = (
    "park_name", "free_area_mu", "ready_free_area_mu", "developed_pct", "supplied_pct", "built_pct", "idle_land_mu",
    "land_per_project_mu", "room_count", "capacity_wan", "planned_area_mu", "supplied_area_mu", "built_area_mu",
)  # fmt: skip
BY_INDUSTRY = ("park_industry", "free_area_mu", "ready_free_area_mu", "capacity_wan", "park_count", "park_names")
IDLE = (
    "project_name", "park_name", "idle_state", "idle_days", "land_mu", "agreed_start_on", "idle_on", "reclaim_on",
    "contract_wan", "unit_name", "leader_name",
)  # fmt: skip
GRADES = (
    "project_name", "park_name", "grade", "grade_score", "grade_place", "tax_wan_per_mu", "output_wan_per_mu",
    "done_wan_per_mu", "land_mu", "producing_on",
)  # fmt: skip
_MOST_NAMED = 10


def sheet(ask: "Asking") -> Sheet:
    """Return what the page says."""
    totals, parks = ask("land_totals"), ask("land_by_park")
    finding = words.land.finding(totals)
    if parks.empty:
        return ask.lacking("land", "park", finding)
    return ask.sheet(
        "land",
        finding,
        words.land.figures(totals),
        [
            Pair(_by_park(ask, parks), (_by_industry(ask),)),
            ask.table("land_by_park", "land_by_park", BY_PARK),
            ask.table("land_by_industry", "land_by_industry", BY_INDUSTRY),
            Pair((_idle(ask),), _grades(ask)),
            ask.table("idle_land", "idle_land", IDLE),
            ask.table("grades", "grades", GRADES),
            *layers.of_all(ask, parks),
        ],
    )


def _by_park(ask: "Asking", parks: "pd.DataFrame") -> tuple[Block, ...]:
    """Return what each park has left; the parks whose areas contradict each other are named."""
    drawn: Block = Text(text("places.no_land"))
    if parks["free_area_mu"].notna().any():
        title = words.land.by_park_title(parks)
        drawn = ask.chart(
            "land_by_park_chart", charts.land.by_park, parks, title, question=ask.question("land_by_park")
        )
    wrong = parks.loc[parks["is_contradictory"].astype(bool), "park_name"]
    if wrong.empty:
        return (drawn,)
    names = text("pages.list_comma").join(wrong.head(_MOST_NAMED))
    return drawn, Text(text("land.contradictory", count=len(wrong), names=names), "warning")


def _by_industry(ask: "Asking") -> Chart | Text:
    """Return the free land open to each leading industry, where any park states both."""
    rows = ask("land_by_industry")
    if not rows["free_area_mu"].notna().any():
        return Text(text("land.no_industry"))
    title = words.land.by_industry_title(rows)
    return ask.chart(
        "land_by_industry_chart", charts.land.by_industry, rows, title, question=ask.question("land_by_industry")
    )


def _idle(ask: "Asking") -> Chart | Text:
    """Return the clock of the land whose agreed start has passed; a word where none is."""
    rows = ask("idle_land", most=MOST_ROWS)
    if rows.empty:
        return Text(text("land.no_clock"))
    title = words.land.idle_title(rows)
    return ask.chart(
        "idle_land_chart", charts.land.idle, rows, title, question=ask.question("idle_land", most=MOST_ROWS)
    )


def _grades(ask: "Asking") -> tuple[Block, ...]:
    """Return how the grades divide and the rule that made them; a word where no project produces."""
    rows = ask.whole("grades")
    if rows.empty:
        return (Text(text("land.no_producing")),)
    rule = {name: f"{value:g}" for name, value in ask.settings.grades.model_dump().items()}
    title = words.land.grades_title(rows)
    chart = ask.chart("grades_chart", charts.land.grades, rows, title, question=ask.question("grades"))
    return chart, Text(text("land.rule", **rule))
