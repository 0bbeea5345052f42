"""Sentences and key figures on targets: how far the region is, who keeps pace and who lags."""

from typing import TYPE_CHECKING

from parkatlas import formats, terms
from parkatlas.messages import text
from parkatlas.words.sentences import KeyFigure, against_target, base_targets, leading

if TYPE_CHECKING:
    import pandas as pd

_LEADING = ("project_count", "contract_wan", "in_place_wan")
_NAMED = 3


def finding(progress: "pd.DataFrame", by_unit: "pd.DataFrame") -> str:
    """Say how far the region is, count and money in one breath, and which units lag most on the first of them.

    Rows of ``queries/target_progress`` and ``queries/targets_by_unit``; empty where no target has a figure.
    """
    base = base_targets(progress)
    said = [against_target(metric, base[metric]) for metric in leading(base, _LEADING[:2], 2)]
    if not said:
        return ""
    return text("sentences.sentence_end", said=text("sentences.clause_comma").join([*said, *_laggards(by_unit)]))


def figures(progress: "pd.DataFrame", by_unit: "pd.DataFrame") -> list[KeyFigure]:
    """Return at most five figures: what is done of three targets, the units that lag, what each month still asks."""
    base = base_targets(progress)
    spoken = leading(base, _LEADING, 3)
    others = [name for name in leading(base, (), len(base)) if name not in spoken]
    told = [*spoken, *others][:3]
    stretch = progress[progress["target_tier"] == "stretch"].set_index("metric")["completion_pct"]
    shown = [_done_figure(metric, base[metric], stretch.get(metric)) for metric in told]
    return [*shown, *_lamps_figure(by_unit), *(_required_figure(metric, base[metric]) for metric in told[:1])][:5]


def _laggards(by_unit: "pd.DataFrame") -> list[str]:
    """Return the clause on units in red, those furthest behind named; none where no unit has a lamp."""
    rows = _first_metric(by_unit)
    if rows.empty:
        return []
    metric = terms.label("metric", rows["metric"].iloc[0])
    red = rows[rows["lamp"] == "red"].sort_values(["ahead_points", "ahead_value"], kind="stable")
    if red.empty:
        return [text("targets.none_lags", metric=metric, count=len(rows))]
    names = text("targets.list_comma").join(str(name) for name in red["unit_label"].head(_NAMED))
    return [text("targets.who_lags", metric=metric, count=len(rows), red=len(red), names=names)]


def _first_metric(by_unit: "pd.DataFrame") -> "pd.DataFrame":
    """Return the lit rows of the units' base targets of the first metric in the vocabulary's order."""
    rows = by_unit[(by_unit["target_tier"] == "base") & by_unit["lamp"].notna()]
    first = next((term.code for term in terms.TARGET_METRICS if (rows["metric"] == term.code).any()), "")
    return rows[rows["metric"] == first]


def _done_figure(metric: str, row: "pd.Series[object]", stretch_pct: object) -> KeyFigure:
    points = float(row["ahead_points"])
    compared = text(
        "sentences.completion_ahead" if points >= 0 else "sentences.completion_behind",
        share=formats.quantity(row["completion_pct"], "%"),
        points=formats.number(abs(points), "%"),
    )
    if not formats.is_none(stretch_pct):
        compared = text("targets.and_stretch", base=compared, share=formats.quantity(stretch_pct, "%"))
    return KeyFigure(
        text("sentences.this_year", metric=terms.label("metric", metric)),
        *formats.metric_parts(metric, float(row["done_value"])),
        compared,
        is_good=points >= 0,
    )


def _lamps_figure(by_unit: "pd.DataFrame") -> list[KeyFigure]:
    rows = _first_metric(by_unit)
    if rows.empty:
        return []
    counts = rows["lamp"].value_counts()
    return [
        KeyFigure(
            text("targets.units_behind", metric=terms.label("metric", rows["metric"].iloc[0])),
            formats.number(int(counts.get("red", 0))),
            formats.metric_parts("project_count", 0)[1],
            text(
                "targets.of_units",
                count=len(rows),
                green=int(counts.get("green", 0)),
                yellow=int(counts.get("yellow", 0)),
            ),
            is_good=not counts.get("red", 0),
        )
    ]


def _required_figure(metric: str, row: "pd.Series[object]") -> KeyFigure:
    """Return what each month left asks, beside the even pace of a month."""
    required = row["required_per_month_value"]
    value, unit = formats.metric_parts(metric, required)
    even = formats.metric(metric, float(row["target_value"]) / 12)
    return KeyFigure(
        text("targets.required_per_month", metric=terms.label("metric", metric)),
        value,
        unit,
        text("targets.even_per_month", even=even),
    )
