"""Parks and industries as the queries of siting return them, free of everything that a test does not say."""

import pandas as pd

from parkatlas.analysis import conditions, siting

USUAL = {"agglomeration": 30, "transport": 20, "land_price": 15, "free_land": 15, "progress": 20}
NONE = dict.fromkeys(USUAL, 0)
UTILITIES = ("has_gas", "has_heat")


def parks(*rows):
    """Return parks: with 100 mu available at 100 万元/亩, leading in ceramics, unless a row says otherwise."""
    usual = {
        "park_industries": "陶瓷、物流", "threshold_wan_per_mu": 100.0, "available_mu": 100.0, "held_mu": 0.0,
        "largest_free_mu": None, "land_price_wan_per_mu": None, "progress_pct": None,
        **dict.fromkeys(conditions.DISTANCES), **dict.fromkeys(UTILITIES),
    }  # fmt: skip
    records = [{"park_id": f"P{n}", "park_name": f"园{n}", **usual, **row} for n, row in enumerate(rows)]
    numbers = [*conditions.DISTANCES, "largest_free_mu", "land_price_wan_per_mu", "progress_pct", "available_mu"]
    return pd.DataFrame(records).astype(dict.fromkeys(numbers, float))


def industries(*rows):
    """Return rows of park id, industry, code and count."""
    return pd.DataFrame(rows, columns=["park_id", "industry_name", "industry_code", "project_count"])


def compared(*rows, need=None, weights=USUAL, counts=(), overlaps=None):
    """Return the comparison of parks for a project, ceramics at 200 万元/亩 on 50 mu unless another is given."""
    project = need or conditions.Need(("陶瓷",), 10000.0, 50.0)
    return siting.compare(project, parks(*rows), industries(*counts), (weights, USUAL), overlaps)
