"""Small query results, as the queries return them."""

import pandas as pd
import pytest

VERDICTS = {True: "pass", False: "short"}


def park_row(name, intensity, threshold=100.0):
    is_known = intensity is not None
    return {
        "park_id": name,
        "park_name": name,
        "measured_count": 2 if is_known else 0,
        "missing_count": 0 if is_known else 2,
        "measured_land_mu": 10.0 if is_known else None,
        "measured_wan": 10.0 * intensity if is_known else None,
        "intensity_wan_per_mu": intensity,
        "threshold_wan_per_mu": threshold,
        "verdict": VERDICTS[intensity >= threshold] if is_known else "missing",
    }


@pytest.fixture
def parks():
    """Make rows of intensity_by_park from (name, intensity) or (name, intensity, threshold)."""

    def make(*rows):
        frame = pd.DataFrame([park_row(*row) for row in rows])
        return frame.astype({"intensity_wan_per_mu": float, "measured_land_mu": float, "measured_wan": float})

    return make


@pytest.fixture
def targets():
    """Make rows of target_progress at 75 % of the year from (metric, tier, target, done)."""

    def make(*rows):
        frame = pd.DataFrame(rows, columns=["metric", "target_tier", "target_value", "done_value"])
        done = 100.0 * frame["done_value"] / frame["target_value"]
        return frame.assign(
            even_pace_value=frame["target_value"] * 0.75, completion_pct=done, pace_pct=75.0, ahead_points=done - 75.0
        )

    return make
