"""What the marks of charts say when pointed at."""

from typing import Any

from parkatlas import formats, terms
from parkatlas.charts.labels import stacked
from parkatlas.columns import column
from parkatlas.words import sentences


def of_park(row: Any) -> str:
    """Return what a park's bar says when pointed at: name whole, figures, what is missing."""
    return stacked(
        str(row.park_name),
        _stated("intensity_wan_per_mu", row.intensity_wan_per_mu),
        _stated("threshold_wan_per_mu", row.threshold_wan_per_mu),
        _stated("verdict", row.verdict),
        _stated("measured_wan", row.measured_wan),
        _stated("measured_land_mu", row.measured_land_mu),
        _stated("measured_count", row.measured_count),
        _stated("missing_count", row.missing_count),
    )


def of_class(row: Any) -> str:
    """Return what a class of the distribution says when pointed at."""
    low, high = formats.plain(row.bin_from_wan_per_mu), row.bin_to_wan_per_mu
    span = f"≥ {low}" if formats.is_none(high) else f"{low}–{formats.plain(high)}"
    return stacked(
        f"{span} {column('intensity_wan_per_mu').unit_label}",
        _stated("verdict", row.verdict),
        _stated("project_count", row.project_count),
        _stated("land_mu", row.land_mu),
    )


def of_threshold(row: Any) -> str:
    """Return what a point of the sensitivity curve says when pointed at."""
    return stacked(
        _stated("trial_threshold_wan_per_mu", row.trial_threshold_wan_per_mu),
        _stated("trial_reached_share_pct", row.trial_reached_share_pct),
        _stated("trial_reached_count", row.trial_reached_count),
        _stated("judged_count", row.judged_count),
    )


def of_target(row: Any) -> str:
    """Return what a metric's bar says when pointed at: done, targets, completion, pace."""
    return stacked(
        terms.label("metric", row.metric),
        f"{column('done_value').label} {formats.metric(row.metric, row.done_value)}",
        f"{terms.label('target_tier', row.target_tier)} {formats.metric(row.metric, row.target_value)}",
        _stated("completion_pct", row.completion_pct),
        f"{column('even_pace_value').label} {formats.metric(row.metric, row.even_pace_value)}",
        sentences.points(row.ahead_points),
    )


def _stated(name: str, value: Any) -> str:
    return f"{column(name).label} {formats.cell(name, value)}"
