"""Sentences and key figures on a campaign: where its clock stands, what was done by then, who brought nothing."""

from typing import TYPE_CHECKING

from parkatlas import formats, terms
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words.sentences import KeyFigure, against_pace, brought, is_ahead

if TYPE_CHECKING:
    import pandas as pd

_LEADING = ("project_count", "contract_wan", "in_place_wan")
_NAMED = 3


def finding(campaign: "pd.Series[object]", progress: "pd.DataFrame", idle: "pd.DataFrame") -> str:
    """Say the campaign's day, its first two metrics against the clock, and who brought neither funds nor contracts.

    A row of ``queries/campaigns``, rows of ``queries/campaign_progress`` and ``queries/campaign_without_result``.
    """
    clauses = [_clock(campaign), *(_against_clock(row) for row in _leading(progress)[:2])]
    if not idle.empty:
        names = text("campaigns.list_comma").join(str(name) for name in idle["unit_label"].head(_NAMED))
        clauses.append(
            text("campaigns.without_result" if len(idle) <= _NAMED else "campaigns.many_without_result",
                 count=len(idle), names=names)
        )  # fmt: skip
    return text("sentences.sentence_end", said=text("sentences.clause_comma").join(clauses))


def figures(campaign: "pd.Series[object]", progress: "pd.DataFrame", idle: "pd.DataFrame") -> list[KeyFigure]:
    """Return at most five figures: the clock, what was done of two metrics, units with nothing, the week's due."""
    leading = _leading(progress)
    unit = column("day_number").unit_label
    clock = KeyFigure(
        text("campaigns.clock"),
        str(campaign["day_number"]),
        text("campaigns.of_days", count=campaign["day_count"], unit=unit),
        text("campaigns.left_until", days=campaign["days_left"], day=formats.day(campaign["last_on"])),
    )
    without = KeyFigure(
        text("campaigns.units_without_result"),
        formats.number(len(idle)),
        formats.metric_parts("project_count", 0)[1],
        text("campaigns.neither"),
        is_good=idle.empty,
    )
    first_figures = [clock, *map(_done, leading[:2])]
    return [*first_figures, without, *map(_due, leading[:1])] if campaign["day_number"] else first_figures


def _leading(progress: "pd.DataFrame") -> "list[pd.Series[object]]":
    """Return the rows of the metrics that matter most, in their order, all where none of them has a target."""
    rows = {str(row["metric"]): row for _, row in progress.iterrows()}
    return [rows[metric] for metric in _LEADING if metric in rows] or list(rows.values())


def _clock(campaign: "pd.Series[object]") -> str:
    return text(
        f"campaigns.is_{campaign['campaign_state']}",
        name=campaign["campaign_name"],
        number=campaign["day_number"],
        count=campaign["day_count"],
        first=formats.day(campaign["first_on"]),
        last=formats.day(campaign["last_on"]),
    )


def _against_clock(row: "pd.Series[object]") -> str:
    metric = terms.label("metric", str(row["metric"]))
    target = formats.metric(str(row["metric"]), float(row["target_value"]))
    if formats.is_none(row["ahead_points"]):
        return text("campaigns.only_target", metric=metric, target=target)
    return text(
        "campaigns.against_target",
        brought=brought(str(row["metric"]), row["done_value"]),
        share=formats.quantity(row["completion_pct"], "%"),
        pace=against_pace(row["ahead_points"]),
    )


def _done(row: "pd.Series[object]") -> KeyFigure:
    metric, points = str(row["metric"]), row["ahead_points"]
    target = formats.metric(metric, float(row["target_value"]))
    if formats.is_none(points):
        compared, is_good = text("campaigns.target_of", target=target), None
    else:
        is_good = is_ahead(points)
        compared = text("campaigns.done", target=target, pace=against_pace(points))
    value, unit = formats.metric_parts(metric, row["done_value"])
    return KeyFigure(terms.label("metric", metric), value, unit, compared, is_good=is_good)


def _due(row: "pd.Series[object]") -> KeyFigure:
    metric = str(row["metric"])
    value, unit = formats.metric_parts(metric, formats.whole(metric, row["required_per_week_value"], is_required=True))
    left = formats.metric(metric, float(row["left_value"])) if not formats.is_none(row["left_value"]) else formats.NONE
    return KeyFigure(
        text("campaigns.due_per_week", metric=terms.label("metric", metric)), value, unit,
        text("campaigns.still_to_do", left=left),
    )  # fmt: skip


def weeks_title(frame: "pd.DataFrame", metric: str) -> str:
    """Return how much is left and in how many weeks, or that the target is reached (rows of ``campaign_weeks``)."""
    rows = frame[frame["metric"] == metric]
    left = float(rows["planned_value"].sum())
    label = terms.label("metric", metric)
    if not left:
        return text("campaigns.reached", metric=label)
    return text("campaigns.weeks_finding", metric=label, left=formats.metric(metric, left), count=len(rows))
