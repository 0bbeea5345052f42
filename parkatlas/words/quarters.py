"""Which quarter of a year was the lowest: the rule by which a slump is named."""

from datetime import date
from typing import NamedTuple

import pandas as pd

# Lower than the mean of the year's other quarters by a tenth at least; a way of naming, not a test of significance.
_LOW = 0.9
_FEWEST = 2
_MONTHS = 3


class Pace(NamedTuple):
    """The whole quarters of the newest year for one metric; ``lowest`` is None where none stands out."""

    whole: pd.DataFrame
    lowest: date | None


def pace(progress: pd.DataFrame, metric: str) -> Pace:
    """Return the newest year's whole quarters whose value is known, in order, and the first day of the lowest.

    ``progress``: rows of ``queries/progress_by_month``. A running quarter and one that holds months of another,
    for want of a ledger, are left out.
    """
    rows = progress[(progress["grain"] == "quarter") & (progress["metric"] == metric)].sort_values("period_from")
    if rows.empty:
        return Pace(rows, None)
    year = rows["period_from"].iloc[-1].year
    is_whole = ~rows["is_partial"] & (rows["months_covered"] == _MONTHS) & rows["period_value"].notna()
    whole = rows[is_whole.fillna(value=False) & (rows["period_from"].map(lambda day: day.year) == year)]
    if len(whole) < _FEWEST:
        return Pace(whole, None)
    index = whole["period_value"].idxmin()
    others = whole["period_value"].drop(index)
    low = float(whole.loc[index, "period_value"])
    is_low = low < float(others.min()) and low <= _LOW * float(others.mean())
    return Pace(whole, whole.loc[index, "period_from"] if is_low else None)
