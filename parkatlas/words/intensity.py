"""The titles over the charts of the investment intensity: who reaches the threshold, and who would."""

from typing import TYPE_CHECKING, Any

from parkatlas import formats, terms
from parkatlas.messages import text
from parkatlas.words.widths import clipped

if TYPE_CHECKING:
    import pandas as pd

_NAME_WIDTH = 24
_STEP = 20  # 万元/亩: how far up "raised to" looks


def by_park_title(frame: "pd.DataFrame") -> str:
    """Return how many parks reach their threshold, and which stand first and last (rows of intensity_by_park)."""
    ranked = frame[frame["intensity_wan_per_mu"].notna()].sort_values("intensity_wan_per_mu", ascending=False)
    if ranked.empty:
        return text("charts.parks_without_figures", count=len(frame))
    first, last = ranked.iloc[0], ranked.iloc[-1]
    return text(
        "charts.parks_finding" if len(ranked) > 1 else "charts.park_finding",
        verdict=terms.label("verdict", first["verdict"]),
        count=len(ranked),
        reached=int((ranked["verdict"] == "pass").sum()),
        first=clipped(first["park_name"], _NAME_WIDTH),
        high=formats.number(float(first["intensity_wan_per_mu"]), "万元/亩"),
        last=clipped(last["park_name"], _NAME_WIDTH),
        low=formats.number(float(last["intensity_wan_per_mu"]), "万元/亩"),
    )


def left_out(frame: "pd.DataFrame") -> str:
    """Return how the parks that are not drawn divide."""
    counts = frame["verdict"].value_counts()
    parts = [
        f"{terms.label('verdict', code)} {formats.quantity(int(counts[code]), '个')}"
        for code in ("pass", "short", "missing")
        if code in counts
    ]
    return text("charts.untold", count=len(frame), parts=text("charts.comma").join(parts))


def distribution_title(frame: "pd.DataFrame") -> str:
    """Return how many of the measured projects reach their threshold (rows of intensity_distribution)."""
    total = int(frame["project_count"].sum())
    if not total:
        return text("charts.nothing_measured")
    reached = int(frame.loc[frame["verdict"] == "pass", "project_count"].sum())
    share = formats.quantity(100.0 * reached / total, "%")
    return text("charts.distribution_finding", count=total, reached=reached, share=share)


def sensitivity_title(frame: "pd.DataFrame", threshold: float) -> str:
    """Return the share at the chosen threshold and at one 20 万元/亩 higher (rows of threshold_sensitivity)."""
    rows = frame[frame["trial_reached_share_pct"].notna()]
    if rows.empty:
        return text("charts.nothing_measured")
    here = nearest(rows, threshold)
    higher = nearest(rows, float(here["trial_threshold_wan_per_mu"]) + _STEP)
    return text(
        "charts.sensitivity_finding",
        threshold=formats.plain(here["trial_threshold_wan_per_mu"]),
        share=formats.quantity(float(here["trial_reached_share_pct"]), "%"),
        higher=formats.plain(higher["trial_threshold_wan_per_mu"]),
        then=formats.quantity(float(higher["trial_reached_share_pct"]), "%"),
    )


def nearest(frame: "pd.DataFrame", threshold: float) -> Any:
    """Return the row whose threshold is nearest to ``threshold``."""
    return frame.loc[(frame["trial_threshold_wan_per_mu"] - threshold).abs().idxmin()]
