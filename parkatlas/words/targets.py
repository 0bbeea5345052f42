"""Sentences and key figures on targets: how far the region is, who keeps pace and who lags."""

from typing import TYPE_CHECKING

from parkatlas import formats, terms
from parkatlas.messages import text
from parkatlas.words.sentences import (
    KeyFigure,
    against_target,
    base_targets,
    completion,
    is_ahead,
    leading,
    points,
)
from parkatlas.words.widths import clipped

if TYPE_CHECKING:
    import pandas as pd

_LEADING = ("project_count", "contract_wan", "in_place_wan")
_NAMED = 3
_NAME_WIDTH = 22


def finding(progress: "pd.DataFrame", by_unit: "pd.DataFrame") -> str:
    """Say how far the region is, count and money in one breath, and which units lag most on the first of them.

    Rows of ``queries/target_progress`` and ``queries/targets_by_unit``; empty where no target has a figure.
    """
    base = base_targets(progress)
    clauses = [against_target(metric, base[metric]) for metric in leading(base, _LEADING[:2], 2)]
    if not clauses:
        return ""
    return text("sentences.sentence_end", said=text("sentences.clause_comma").join([*clauses, *_laggards(by_unit)]))


def figures(progress: "pd.DataFrame", by_unit: "pd.DataFrame") -> list[KeyFigure]:
    """Return at most five figures: what is done of three targets, the units that lag, what each month still asks."""
    base = base_targets(progress)
    spoken = leading(base, _LEADING, 3)
    others = [name for name in leading(base, (), len(base)) if name not in spoken]
    metrics = [*spoken, *others][:3]
    stretch = progress[progress["target_tier"] == "stretch"].set_index("metric")["completion_pct"]
    figures = [_done_figure(metric, base[metric], stretch.get(metric)) for metric in metrics]
    return [
        *figures,
        *_lamps_figure(by_unit),
        *(_required_figure(metric, base[metric]) for metric in metrics[:1]),
    ][:5]


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
    compared = completion(row)
    if not formats.is_none(stretch_pct):
        compared = text("targets.and_stretch", base=compared, share=formats.quantity(stretch_pct, "%"))
    return KeyFigure(
        text("sentences.this_year", metric=terms.label("metric", metric)),
        *formats.metric_parts(metric, float(row["done_value"])),
        compared,
        is_good=is_ahead(row["ahead_points"]),
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
    required = formats.whole(metric, row["required_per_month_value"], is_required=True)
    value, unit = formats.metric_parts(metric, required)
    even = formats.metric(metric, float(row["target_value"]) / 12)
    return KeyFigure(
        text("targets.required_per_month", metric=terms.label("metric", metric)),
        value,
        unit,
        text("targets.even_per_month", even=even),
    )


def region_title(progress: "pd.DataFrame") -> str:
    """Return how many metrics keep pace with the calendar, and the one furthest behind (rows of target_progress)."""
    if progress.empty:
        return text("charts.no_targets")
    frame = by_metric(progress)
    frame = frame[frame["ahead_points"].notna()]
    behind = frame[frame["ahead_points"] < 0]
    if behind.empty:
        return text("charts.targets_all_ahead", count=len(frame))
    worst = behind.loc[behind["ahead_points"].idxmin()]
    return text(
        "charts.targets_finding",
        count=len(frame),
        ahead=len(frame) - len(behind),
        behind=len(behind),
        metric=terms.label("metric", worst["metric"]),
        points=points(worst["ahead_points"]),
    )


def by_metric(progress: "pd.DataFrame") -> "pd.DataFrame":
    """Return one row per metric in the vocabulary's order, of the base target where it has both."""
    order = [term.code for term in terms.TARGET_METRICS]
    tiered = progress.sort_values("target_tier").assign(rank=progress["metric"].map(order.index))
    return tiered.sort_values("rank", kind="stable").drop_duplicates("metric").reset_index(drop=True)


def units_title(by_unit: "pd.DataFrame", metric: str) -> str:
    """Return how many units keep pace on a metric, and whose money is ahead while their count is behind.

    Rows of ``queries/targets_by_unit``.
    """
    frame, chosen = first_tier(by_unit), drawn_metrics(by_unit, metric)
    ahead_by = frame.pivot_table(index="unit_id", columns="metric", values="ahead_points", dropna=False)
    ahead_by = ahead_by.reindex(columns=list(chosen))
    own = ahead_by[metric].dropna()
    if own.empty:
        return text("targets.no_unit_targets", metric=terms.label("metric", metric))
    sentence = text(
        "targets.units_finding",
        metric=terms.label("metric", metric),
        count=len(own),
        ahead=int((own >= 0).sum()),
        behind=int((own < 0).sum()),
    )
    if len(chosen) == 1:
        return sentence
    count, money = chosen
    split = ahead_by[(ahead_by[count] < 0) & (ahead_by[money] >= 0)]
    if split.empty:
        return sentence
    names = frame.drop_duplicates("unit_id").set_index("unit_id")["unit_label"]
    most = clipped(str(names[split[money].idxmax()]), _NAME_WIDTH)
    return sentence + text(
        "targets.split_finding",
        number=len(split),
        money=terms.label("metric", money),
        metric=terms.label("metric", count),
        unit=most,
    )


def first_tier(by_unit: "pd.DataFrame") -> "pd.DataFrame":
    """Return one row per metric and unit, of the base target where it has both."""
    return by_unit.sort_values("target_tier", kind="stable").drop_duplicates(["metric", "unit_id"])


def drawn_metrics(by_unit: "pd.DataFrame", metric: str) -> tuple[str, ...]:
    """Return the metrics to draw for one that was chosen: a count left of its money, as far as there are targets."""
    targeted = set(by_unit.loc[by_unit["target_value"].notna(), "metric"])
    partner = "contract_wan" if metric.endswith("_count") else "project_count"
    both = (metric, partner) if metric.endswith("_count") else (partner, metric)
    return both if partner in targeted else (metric,)


def unit_name(name: object) -> str:
    """Return a unit's name, or the words for projects that state none."""
    return name if isinstance(name, str) else text("targets.no_unit")
