"""The forecast of a year's end, on series whose future can be told in the head."""

import numpy as np
import pandas as pd
import pytest

from parkatlas.analysis import forecast

SEASON = [1.0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 13]
STEADY = [5.0] * 34


def months(values, covered=1, end="2026-10-31"):
    """Return rows of progress_by_month that end with a month."""
    days = pd.date_range(end=end, periods=len(values), freq="ME")
    return pd.DataFrame({"period_to": days, "period_value": values, "months_covered": covered})


def to_date(values, year=2026):
    """Return rows of cumulative_by_month of a year told up to the last of these monthly values."""
    days = pd.date_range(f"{year}-01-31", periods=12, freq="ME")
    done = [*np.cumsum(values), *[np.nan] * (12 - len(values))]
    return pd.DataFrame({"period_to": days, "period_value": done, "is_told": [i < len(values) for i in range(12)]})


def year_end(values, month_count=10):
    return forecast.year_end(months(values), to_date(values[-month_count:]))


def test_a_constant_month_is_forecast_without_a_margin():
    made = year_end(STEADY)
    assert made.path["mid_value"].tolist() == [50, 55, 60]
    assert made.path["low_value"].tolist() == made.path["high_value"].tolist() == [50, 55, 60]
    assert (made.error_count, made.held_count) == (21, made.checked_count)


def test_a_rush_every_december_is_expected_again():
    made = year_end((SEASON * 3)[:34])
    assert made.path["mid_value"].iloc[-1] == pytest.approx(10 + 1 + 13)


def test_the_path_begins_with_what_is_done_and_ends_in_december():
    made = year_end(STEADY)
    assert made.path.iloc[0, 1:].tolist() == [50, 50, 50]
    assert made.path["period_to"].iloc[-1] == pd.Timestamp(2026, 12, 31)


def test_the_interval_lies_around_its_middle_and_widens_month_by_month():
    made = year_end(list(np.random.default_rng(1).poisson(5.0, 34).astype(float)))
    low, mid, high = (made.path[name] for name in ("low_value", "mid_value", "high_value"))
    assert ((low <= mid) & (mid <= high)).all()
    assert (high - low).iloc[-1] > (high - low).iloc[0] == 0


def test_no_month_is_forecast_below_zero():
    falling = [40.0 - i for i in range(34)]
    assert year_end(falling).path["low_value"].is_monotonic_increasing


@pytest.mark.parametrize(("count", "is_refused"), [(21, True), (22, False)])
def test_two_months_ahead_need_a_year_two_months_and_eight_more(count, is_refused):
    made = year_end(STEADY[:count])
    assert (made.refusal == "few_months") is is_refused
    assert (made.month_count, made.needed_count) == (count, 22)


def test_eleven_months_ahead_need_thirty_one():
    assert year_end(STEADY[:25], month_count=1).needed_count == 31


def test_a_gap_in_the_ledgers_ends_the_months_that_count():
    values = [*STEADY[:20], np.nan, 10.0, *STEADY[:9]]
    covered = [1] * 21 + [2] + [1] * 9
    assert forecast.unbroken(months(values, covered)).tolist() == [5.0] * 9


@pytest.mark.parametrize(
    ("values", "month_count", "refusal"),
    [(STEADY, 12, "year_over"), ([*STEADY[:10], *[0.0] * 12, *STEADY[:12]], 10, "idle"), ([], 0, "year_over")],
)
def test_a_year_that_is_over_or_idle_is_not_foretold(values, month_count, refusal):
    assert forecast.year_end(months(values), to_date(values[-month_count:] if month_count else [])).refusal == refusal


def test_money_without_a_base_before_the_year_is_not_foretold():
    unknown = to_date(STEADY[:10]).assign(period_value=np.nan)
    assert forecast.year_end(months(STEADY), unknown).refusal == "no_base"


def test_the_ends_of_nine_errors_make_the_interval():
    low, middle, high = forecast._points(np.arange(1.0, 10.0))
    assert (low, middle, high) == (1, 5, 9)


def test_a_back_test_uses_only_errors_known_at_its_time():
    errors = np.array([*range(1, 10), 100.0, 5.0, 5.0])
    assert forecast.back_test(errors, 1).tolist() == [False, True, True]
    assert len(forecast.back_test(errors, 3)) == 1


def test_intervals_of_independent_months_hold_four_times_in_five():
    rng = np.random.default_rng(7)
    hits = checked = 0
    for _ in range(300):
        series = rng.gamma(3.0, 10.0, 40)
        brought = series[36:].sum()
        low, _, high = forecast.interval(series[:36], 4)
        hits += low <= brought <= high
        checked += 1
    assert 0.7 <= hits / checked <= 0.9
