"""The year's end foretold from the months so far, with an interval made of the method's own past errors.

Point: seasonal means. The last whole years (blocks of twelve months ending with the newest) are each divided by their
mean; a calendar month's index is the mean of its values over the blocks, and the months to come are foretold as the
newest block's mean times their indices. Interval: Williams and Goodman, "A simple method for the construction of
empirical confidence limits for economic forecasts", Journal of the American Statistical Association 66 (1971),
752-754. The same forecast is made from every earlier month with a year before it; each error (brought less foretold,
over as many months) is divided by the mean of the year it was made from. The 10 % and 90 % points of these errors,
at (n + 1) p in their order, times today's mean are added to today's forecast, and so is their median: it takes out what
the method has missed on average. Were past and present errors exchangeable, the interval would hold four times in five;
the errors of overlapping spans are not independent and regions change, so how often it held is counted and shown.
"""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd

YEAR = 12
LEVEL_PCT = 80
# The 10 % point at (n + 1) p of n ordered errors is one of them only from nine on.
LEAST_ERRORS = 9
_POINTS = (0.1, 0.5, 0.9)

Values = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Forecast:
    """A forecast of one metric's year-end, or why there is none.

    ``path``: period_to (month ends, from the newest ledger's to December), low_value, mid_value, high_value, the year
    up to then in the metric's unit; empty where ``refusal`` says why: ``year_over``, ``no_base``, ``few_months`` or
    ``idle``.
    ``month_count`` unbroken months are stated, ``needed_count`` are needed. ``error_count`` errors made the
    interval at the year's end; of ``checked_count`` earlier ones, each with an interval from the errors known then,
    ``held_count`` held.
    """

    refusal: str = ""
    path: pd.DataFrame = field(default_factory=pd.DataFrame)
    month_count: int = 0
    needed_count: int = 0
    error_count: int = 0
    checked_count: int = 0
    held_count: int = 0

    @property
    def year_count(self) -> int:
        """How many whole years the seasonal means are of."""
        return self.month_count // YEAR


def year_end(months: pd.DataFrame, to_date: pd.DataFrame) -> Forecast:
    """Foretell the year's end of one metric.

    ``months``: rows of ``queries/progress_by_month`` (grain month), ``to_date``: rows of
    ``queries/cumulative_by_month``, both of the one metric in order of time. Money that fell is taken as it is; no
    month is foretold to bring less than nothing.
    """
    past = to_date[to_date["is_told"]]
    to_come = to_date.loc[~to_date["is_told"], "period_to"]
    if past.empty or to_come.empty:
        return Forecast(refusal="year_over")
    done = past["period_value"].iloc[-1]
    if pd.isna(done):
        return Forecast(refusal="no_base")
    values = unbroken(months)
    horizon = len(to_come)
    needed = YEAR + horizon + LEAST_ERRORS - 1
    if len(values) < needed:
        return Forecast(refusal="few_months", month_count=len(values), needed_count=needed)
    if np.lib.stride_tricks.sliding_window_view(values, YEAR).sum(axis=1).min() <= 0:
        return Forecast(refusal="idle")
    added = [(0.0, 0.0, 0.0), *(interval(values, ahead) for ahead in range(1, horizon + 1))]
    totals = float(done) + np.maximum.accumulate(np.array(added))
    path = pd.DataFrame(totals, columns=["low_value", "mid_value", "high_value"])
    path.insert(0, "period_to", [past["period_to"].iloc[-1], *to_come])
    errors = past_errors(values, horizon)
    hits = back_test(errors, horizon)
    return Forecast("", path, len(values), needed, len(errors), len(hits), int(hits.sum()))


def unbroken(months: pd.DataFrame) -> Values:
    """Return the values of the newest months without a gap: each known, and of one month alone."""
    is_whole = (months["period_value"].notna() & months["months_covered"].eq(1).fillna(value=False)).to_numpy(
        dtype=bool
    )
    gaps = np.flatnonzero(~is_whole)
    first = int(gaps[-1]) + 1 if len(gaps) else 0
    values: Values = months["period_value"].to_numpy(dtype=np.float64)
    return values[first:]


def point(values: Values, ahead: int) -> tuple[float, float]:
    """Return what the next ``ahead`` months (12 at most) bring by seasonal means, and the newest year's monthly mean.

    ``values``: at least twelve months; every twelve in a row must have brought something, here and below.
    """
    blocks = values[-(len(values) // YEAR) * YEAR :].reshape(-1, YEAR)
    means = blocks.mean(axis=1)
    index = (blocks / means[:, None]).mean(axis=0)
    return float(means[-1] * index[:ahead].sum()), float(means[-1])


def past_errors(values: Values, ahead: int) -> Values:
    """Return the errors of the forecasts over ``ahead`` months from every month with a year before it, in order.

    In mean months of the year each was made from.
    """
    errors = []
    for origin in range(YEAR, len(values) - ahead + 1):
        foretold, mean = point(values[:origin], ahead)
        errors.append((float(values[origin : origin + ahead].sum()) - foretold) / mean)
    return np.array(errors, dtype=np.float64)


def interval(values: Values, ahead: int) -> tuple[float, float, float]:
    """Return the low, middle and high of what the next ``ahead`` months bring."""
    foretold, mean = point(values, ahead)
    low, middle, high = _points(past_errors(values, ahead))
    return foretold + mean * low, foretold + mean * middle, foretold + mean * high


def back_test(errors: Values, ahead: int) -> npt.NDArray[np.bool_]:
    """Return for each past forecast that could have had an interval whether that held.

    ``errors``: those of ``past_errors``. An interval is made of the errors that were known when its forecast was made:
    those of forecasts whose months were over by then, nine at least.
    """
    hits = []
    for index in range(LEAST_ERRORS + ahead - 1, len(errors)):
        low, _, high = _points(errors[: index - ahead + 1])
        hits.append(low <= errors[index] <= high)
    return np.array(hits, dtype=np.bool_)


def _points(errors: Values) -> Values:
    return np.quantile(errors, _POINTS, method="weibull")
