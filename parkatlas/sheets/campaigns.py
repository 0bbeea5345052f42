"""Campaigns: how far a push is against its clock, what each week left has to bring, and who brought nothing."""

from functools import partial
from typing import TYPE_CHECKING, Any

from parkatlas import charts, terms, words
from parkatlas.messages import text
from parkatlas.sheets import paced
from parkatlas.sheets.asking import catalogued
from parkatlas.sheets.model import Block, Chart, Choice, Offers, Pair, Sheet, Table, Text

if TYPE_CHECKING:
    import pandas as pd

    from parkatlas.sheets.asking import Asking

_UNITS = (
    "unit_label", "done_value", "target_value", "completion_pct", "lamp", "ahead_points", "ahead_value",
    "required_per_week_value",
)  # fmt: skip
_IDLE = ("unit_label", "unit_kind")


def offers(ask: "Asking", campaign: str = "", group: str = "", **_: object) -> Offers:
    """Return what may be chosen: campaigns, and the groups and metrics of the one chosen."""
    ids = list(ask("campaigns")["campaign_id"])
    by_unit = ask("campaign_by_unit", campaign_id=campaign or next(iter(ids), ""))
    return {"campaign": ids, **paced.offers(by_unit, group)}


def sheet(ask: "Asking", campaign: str = "", group: str = "", metric: str = "") -> Sheet:
    """Return what the page says of a campaign, the one that runs where none is named, by one metric."""
    campaigns = ask("campaigns")
    if campaigns.empty:
        return ask.lacking("campaigns", "campaigns")
    rows = campaigns.set_index("campaign_id", drop=False)
    one = rows.loc[campaign or campaigns["campaign_id"].iloc[0]]
    named = {"campaign_id": one["campaign_id"]}
    progress, idle, by_unit = (
        ask(query, **named) for query in ("campaign_progress", "campaign_without_result", "campaign_by_unit")
    )
    blocks = _of_units(ask, one, by_unit, *paced.chosen(by_unit, group, metric)) if len(by_unit) else []
    figures = words.campaigns.figures(one, progress, idle)
    return ask.sheet("campaigns", words.campaigns.finding(one, progress, idle), figures, blocks)


def _of_units(
    ask: "Asking", campaign: "pd.Series[Any]", by_unit: "pd.DataFrame", group: str, metric: str
) -> list[Block]:
    rows = paced.of_group(by_unit, group)
    named = {"campaign_id": campaign["campaign_id"]}
    question = ask.question("campaign_by_unit", **named)
    title = words.targets.units_title(rows, metric)
    own = rows[rows["metric"] == metric].sort_values(["ahead_points", "unit_id"], ascending=[False, True])
    return [
        Choice("group_and_metric"),
        ask.chart("campaigns_units", charts.targets.units, rows, title, metric, question=question),
        *_rest(ask, campaign, metric),
        Table(
            "campaign_by_unit",
            ask.captioned(text("pages.campaigns_by_unit", metric=terms.label("metric", metric))),
            own[list(_UNITS)].assign(
                unit_label=own["unit_label"].map(words.targets.unit_name),
                lamp=own["lamp"].map(words.lamps.word),
            ),
            catalogued(_UNITS),
            partial(ask.whole, "campaign_by_unit", **named),
            question=question,
            metric=metric,
        ),
    ]


def _rest(ask: "Asking", campaign: "pd.Series[Any]", metric: str) -> list[Block]:
    """Return what is still to come: what each week left has to bring, beside it who brought nothing so far."""
    named = {"campaign_id": campaign["campaign_id"]}
    weeks, idle = ask("campaign_weeks", **named), _without_result(ask, campaign)
    if weeks.empty:
        return idle
    question, title = ask.question("campaign_weeks", **named), words.campaigns.weeks_title(weeks, metric)
    drawn: Chart = ask.chart("campaigns_weeks", charts.campaigns.weeks, weeks, title, metric, question=question)
    return [Pair((drawn,), tuple(idle))]


def _without_result(ask: "Asking", campaign: "pd.Series[Any]") -> list[Block]:
    """Return who brought neither funds nor contracts, each with the step that the settings prescribe by now."""
    if not campaign["day_number"]:
        return []
    named = {"campaign_id": campaign["campaign_id"]}
    idle = ask("campaign_without_result", **named)
    caption = ask.captioned(text("pages.campaigns_without_result"))
    if idle.empty:
        return [Text(caption.title, "heading"), Text(text("campaigns.all_brought"))]
    steps = ask.settings.campaigns
    passed = 100 * int(campaign["day_number"]) / int(campaign["day_count"])

    def with_steps(rows: "pd.DataFrame") -> "pd.DataFrame":
        return rows.assign(campaign_step=[steps.due(group, passed) for group in rows["unit_group"]])

    return [
        Table(
            "campaign_without_result",
            caption,
            with_steps(idle),
            catalogued([*_IDLE, "campaign_step"] if steps.steps else _IDLE),
            lambda: with_steps(ask.whole("campaign_without_result", **named)),
            question=ask.question("campaign_without_result", **named),
        )
    ]
