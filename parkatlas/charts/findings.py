"""What a chart finds, in a sentence made from its rows, and what its marks say when pointed at."""

from typing import Any

import pandas as pd

from parkatlas import formats, terms
from parkatlas.charts.labels import clipped, stacked
from parkatlas.columns import column
from parkatlas.messages import text

_NAME_WIDTH = 24
_STEP = 20  # 万元/亩: how far up "raised to" looks


def of_parks(frame: pd.DataFrame) -> str:
    """Return how many parks reach their threshold, and which stand first and last (rows of intensity_by_park)."""
    known = frame[frame["intensity_wan_per_mu"].notna()].sort_values("intensity_wan_per_mu", ascending=False)
    if known.empty:
        return text("charts.parks_without_figures", count=len(frame))
    first, last = known.iloc[0], known.iloc[-1]
    return text(
        "charts.parks_finding" if len(known) > 1 else "charts.park_finding",
        verdict=terms.label("verdict", first["verdict"]),
        count=len(known),
        reached=int((known["verdict"] == "pass").sum()),
        first=clipped(first["park_name"], _NAME_WIDTH),
        high=formats.number(float(first["intensity_wan_per_mu"]), "万元/亩"),
        last=clipped(last["park_name"], _NAME_WIDTH),
        low=formats.number(float(last["intensity_wan_per_mu"]), "万元/亩"),
    )


def of_untold(frame: pd.DataFrame) -> str:
    """Return how the parks that are not drawn divide."""
    counts = frame["verdict"].value_counts()
    parts = [
        f"{terms.label('verdict', code)} {formats.quantity(int(counts[code]), '个')}"
        for code in ("pass", "short", "missing")
        if code in counts
    ]
    return text("charts.untold", count=len(frame), parts=text("charts.comma").join(parts))


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


def of_distribution(frame: pd.DataFrame) -> str:
    """Return how many of the measured projects reach their threshold (rows of intensity_distribution)."""
    total = int(frame["project_count"].sum())
    if not total:
        return text("charts.nothing_measured")
    reached = int(frame.loc[frame["verdict"] == "pass", "project_count"].sum())
    share = formats.quantity(100.0 * reached / total, "%")
    return text("charts.distribution_finding", count=total, reached=reached, share=share)


def of_class(row: Any) -> str:
    """Return what a class of the distribution says when pointed at."""
    low, high = plain(row.bin_from_wan_per_mu), row.bin_to_wan_per_mu
    span = f"≥ {low}" if formats.is_none(high) else f"{low}–{plain(high)}"
    return stacked(
        f"{span} {column('intensity_wan_per_mu').unit_label}",
        _stated("verdict", row.verdict),
        _stated("project_count", row.project_count),
        _stated("land_mu", row.land_mu),
    )


def of_sensitivity(frame: pd.DataFrame, threshold: float) -> str:
    """Return the share at the chosen threshold and at one 20 万元/亩 higher (rows of threshold_sensitivity)."""
    known = frame[frame["trial_reached_share_pct"].notna()]
    if known.empty:
        return text("charts.nothing_measured")
    here = nearest(known, threshold)
    higher = nearest(known, float(here["trial_threshold_wan_per_mu"]) + _STEP)
    return text(
        "charts.sensitivity_finding",
        threshold=plain(here["trial_threshold_wan_per_mu"]),
        share=formats.quantity(float(here["trial_reached_share_pct"]), "%"),
        higher=plain(higher["trial_threshold_wan_per_mu"]),
        then=formats.quantity(float(higher["trial_reached_share_pct"]), "%"),
    )


def of_threshold(row: Any) -> str:
    """Return what a point of the sensitivity curve says when pointed at."""
    return stacked(
        _stated("trial_threshold_wan_per_mu", row.trial_threshold_wan_per_mu),
        _stated("trial_reached_share_pct", row.trial_reached_share_pct),
        _stated("trial_reached_count", row.trial_reached_count),
        _stated("measured_count", row.measured_count),
    )


def of_targets(frame: pd.DataFrame) -> str:
    """Return how many metrics keep pace with the calendar, and the one furthest behind (rows of target_progress)."""
    if frame.empty:
        return text("charts.no_targets")
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


def of_target(row: Any) -> str:
    """Return what a metric's bar says when pointed at: done, targets, completion, pace."""
    return stacked(
        terms.label("metric", row.metric),
        f"{column('done_value').label} {formats.metric(row.metric, row.done_value)}",
        f"{terms.label('target_tier', row.target_tier)} {formats.metric(row.metric, row.target_value)}",
        _stated("completion_pct", row.completion_pct),
        f"{column('even_pace_value').label} {formats.metric(row.metric, row.even_pace_value)}",
        points(row.ahead_points),
    )


def points(ahead: float) -> str:
    """Return how far ahead of or behind the calendar, in percentage points."""
    if formats.is_none(ahead):
        return terms.label("verdict", "missing")
    shown = formats.number(abs(float(ahead)), "%")
    if shown == formats.number(0.0, "%"):
        return text("charts.on_pace")
    return text("charts.points_ahead" if ahead > 0 else "charts.points_behind", points=shown)


def nearest(frame: pd.DataFrame, threshold: float) -> Any:
    """Return the row whose threshold is nearest to ``threshold``."""
    return frame.loc[(frame["trial_threshold_wan_per_mu"] - threshold).abs().idxmin()]


def plain(value: float) -> str:
    """Return a bound or a threshold with a decimal only where it has one."""
    return formats.number(float(value), decimals=0 if float(value).is_integer() else 1)


def _stated(name: str, value: Any) -> str:
    return f"{column(name).label} {formats.cell(name, value)}"
