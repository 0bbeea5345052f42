"""The entry check of one project names the threshold that applied and where it comes from."""

import datetime as dt

import pandas as pd
import pytest

from parkatlas.words import places

ASKED = {
    "投资强度 90.0 万元/亩，门槛 80.0 万元/亩（2024-01-01 起，县发1号）": ("table", dt.date(2024, 1, 1), "县发1号"),
    "投资强度 90.0 万元/亩，门槛 80.0 万元/亩（园区自定）": ("park", pd.NaT, None),
    "投资强度 90.0 万元/亩，门槛 80.0 万元/亩（默认门槛）": ("default", pd.NaT, None),
}


@pytest.mark.parametrize("sentence", ASKED)
def test_the_entry_check_says_which_threshold_applied_since_when_and_by_what(sentence):
    names = ("threshold_origin", "valid_from_on", "threshold_source")
    fact = pd.Series(
        {"industry_name": "陶瓷", "park_id": "东园", "park_industries": "陶瓷", "is_industry_fit": True}
        | {"verdict": "pass", "intensity_wan_per_mu": 90.0, "threshold_wan_per_mu": 80.0}
        | dict(zip(names, ASKED[sentence], strict=True))
    )
    assert places.entry(fact)[1].sentence == sentence
