"""Park: one park's land and facts, its own targets, its projects against their plans, and who answers for them."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from parkatlas import charts, formats, terms, words
from parkatlas.columns import Column, column
from parkatlas.messages import text
from parkatlas.sheets import layers
from parkatlas.sheets.model import Block, Chart, Offers, Pair, Sheet, Table, Text
from parkatlas.sheets.pipeline import funnel
from parkatlas.sheets.project import OBSTACLES

if TYPE_CHECKING:
    import pandas as pd

    from parkatlas.sheets.asking import Asking

FACTS = (
    "park_level", "zone_name", "host_unit_name", "park_industries", "planned_area_mu", "drawn_area_mu",
    "supplied_area_mu", "built_area_mu", "free_area_mu", "largest_free_mu", "land_price_wan_per_mu", "motorway_km",
    "rail_km", "port_km", "airport_km", "established_on",
)  # fmt: skip
_OFFICERS = ("leader_name", "officer_name", "project_count", "contract_wan", "project_names")
_SCHEDULE = (
    "project_name", "stage", "schedule_days_late", "due_start_on", "begun_on", "due_completion_on", "finished_on",
    "contract_wan", "leader_name", "officer_name",
)  # fmt: skip
_PARCELS = ("zone_name", "park_name", "parcel_no", "drawn_area_mu")
_TARGETS = ("metric", "target_value", "done_value", "completion_pct", "lamp", "ahead_points")


def row_of(ask: "Asking", query: str, park: str) -> "pd.Series[Any] | None":
    """Return one park's row of a query that has a row a park; None where it is unknown.

    All parks are asked for at once: most often the map has their rows ready.
    """
    rows = ask(query, parks=None)
    own = rows[rows["park_id"] == park]
    return None if own.empty else own.iloc[0]


def offers(ask: "Asking", park: str = "", **_: object) -> Offers:
    """Return what may be chosen: the parks, and those to stand beside the one chosen."""
    parks = list(ask("parks")["park_id"])
    return {"park": parks, "other": [one for one in parks if one != (park or parks[0])]}


def sheet(ask: "Asking", park: str = "", other: str = "") -> Sheet:
    """Return what the page says of the park of an id, of the first where none is named; nothing of an unknown one.

    ``other`` is the id of a park to stand beside it.
    """
    if not park:
        offered = ask("parks")
        park = str(offered["park_id"].iloc[0]) if len(offered) else ""
    if not park:
        return ask.lacking("park", "park")
    fact, figure = row_of(ask, "parks", park), row_of(ask, "intensity_by_park", park)
    if fact is None or figure is None:
        return ask.sheet("park")
    one: dict[str, Any] = {"park_id": park}
    within: dict[str, Any] = {"parks": [park]}
    targets, months = ask("park_targets", **one), ask("park_money_by_month", **one)
    obstacles, stages = ask("obstacles_open", **within), ask("pipeline_stages", **within)
    merged = words.parks.mergers(ask("park_mergers", **one))
    obstacle_table = ask.rows_table(obstacles, "park_obstacles", OBSTACLES, ask.question("obstacles_open", **within))
    return ask.sheet(
        "park",
        words.places.park(fact, figure, targets, obstacles),
        words.places.park_figures(fact, figure, months, obstacles),
        [
            Pair(
                (_targets(ask, targets, park), _land(ask, fact), money(ask, "park_money", park)),
                (ask.facts("place", str(fact["park_name"]), fact, FACTS, ask.question("parks")),),
                (3, 2),
            ),
            Pair((funnel(ask, "park_stages", stages, **within),), (obstacle_table,), (3, 2)),
            *_beside(ask, park, other),
            *_schedule(ask, park),
            ask.table("park_parcels", "park_parcels", _PARCELS, **one),
            Text(merged, "prose") if merged else None,
            *layers.of_park(ask, park),
            ask.table("park_officers", "park_officers", _OFFICERS, **one),
        ],
    )


def _beside(ask: "Asking", park: str, other: str) -> tuple[Block, ...]:
    """Return a park's figures, and beside them those of another with the money of both month by month."""
    profiles = ask("park_profiles", parks=None).set_index("park_id", drop=False)
    chosen = [park, *([other] if other in profiles.index and other != park else [])]
    rows, question = profiles.loc[chosen], ask.question("park_profiles", parks=chosen)
    side_by_side, caption = words.parks.beside(rows), ask.captioned(text("pages.park_profiles"))
    columns = {name: Column(name, "text", titled=name) for name in side_by_side.columns}
    table = Table(
        "park_profiles",
        caption,
        side_by_side,
        columns,
        partial(ask.whole, "park_profiles", parks=chosen),
        question=question,
    )
    if len(chosen) == 1:
        return (table,)
    own, others = (
        (Text(rows.loc[one, "park_name"], "label"), money(ask, key, one))
        for one, key in zip(chosen, ("park_trend_own", "park_trend_other"), strict=True)
    )
    return table, Pair(own, others)


def money(ask: "Asking", key: str, park: str) -> Chart | Text:
    """Return a park's money by month; a word where no ledger states any."""
    months = ask("park_money_by_month", park_id=park)
    if months.empty or not charts.places.has_money(months):
        return Text(text("places.no_park_money"))
    title = words.place_charts.money_title(months)
    return ask.chart(
        key, charts.places.money, months, title, question=ask.question("park_money_by_month", park_id=park)
    )


def _land(ask: "Asking", fact: "pd.Series[Any]") -> Chart | Text:
    """Return how a park's land divides; a word where the register does not state it."""
    if not charts.places.has_land(fact):
        return Text(text("places.no_land"))
    row = fact.to_frame().T
    return ask.chart(
        "park_land", charts.places.land, row, words.place_charts.land_title(row), question=ask.question("parks")
    )


def _schedule(ask: "Asking", park: str) -> list[Block]:
    """Return when a park's projects were to be built and when they are; the largest as bars, all in the table."""
    rows, question = ask("park_schedule", park_id=park), ask.question("park_schedule", park_id=park)
    title = words.place_charts.gantt_title(rows)
    return [
        ask.chart("park_gantt", charts.schedule.gantt, rows, title, ask.scope.as_of, question=question),
        ask.rows_table(rows, "park_schedule", _SCHEDULE, question),
    ]


def _targets(ask: "Asking", rows: "pd.DataFrame", park: str) -> Table:
    """Return a park's own targets with their lamps, each figure with its unit."""
    worded = rows.assign(
        metric=[_metric(row) for _, row in rows.iterrows()],
        **{name: [_figure(row, name) for _, row in rows.iterrows()] for name in ("target_value", "done_value")},
        completion_pct=[formats.quantity(value, "%") for value in rows["completion_pct"]],
        ahead_points=[formats.quantity(value, "%") for value in rows["ahead_points"]],
        lamp=rows["lamp"].map(words.lamps.word),
    )
    return Table(
        "park_targets",
        ask.captioned(text("pages.park_targets")),
        worded,
        {name: replace(column(name), kind="text", unit="", vocabulary="") for name in _TARGETS},
        partial(ask.whole, "park_targets", park_id=park),
        question=ask.question("park_targets", park_id=park),
        nothing=text("places.no_targets"),
    )


def _figure(row: "pd.Series[Any]", name: str) -> str | None:
    return None if formats.is_none(row[name]) else formats.metric(row["metric"], float(row[name]))


def _metric(row: "pd.Series[Any]") -> str:
    metric = terms.label("metric", row["metric"])
    if row["target_tier"] == "base":
        return metric
    return text("places.of_tier", metric=metric, tier=terms.label("target_tier", row["target_tier"]))
