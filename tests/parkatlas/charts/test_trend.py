"""The charts of time, checked by the data that they draw and the sentences over them."""

import math
from datetime import date

import pandas as pd
import pytest

from parkatlas import colours, messages
from parkatlas.charts import trend, year
from parkatlas.words import quarters
from parkatlas.words.trend import bars_title, curve_title

NAN = math.nan
QINGCHENG = ([25, 28, 21], [300_000, 361_500, 114_900])


def quarter_rows(metric, values, *, year_of=2004, partial=False, covered=3):
    """Return rows of progress_by_month, the quarters of a year from the first on; the last may still run."""
    rows = []
    for place, value in enumerate(values):
        is_partial = partial and place == len(values) - 1
        first, last = 3 * place + 1, 3 * place + (1 if is_partial else 3)
        rows.append(
            {
                "grain": "quarter", "metric": metric, "period_from": pd.Timestamp(year_of, first, 1),
                "period_to": pd.Timestamp(year_of, last, 28), "period_value": value, "last_year_value": NAN,
                "yoy_pct": NAN, "recounted_yoy_pct": NAN, "previous_value": NAN, "pop_pct": NAN,
                "is_partial": is_partial, "months_covered": covered, "has_ledger": not math.isnan(value),
                "monthless_count": 0,
            }
        )  # fmt: skip
    return rows


def progress(counts, money=(), **how):
    return pd.DataFrame([*quarter_rows("project_count", counts, **how), *quarter_rows("contract_wan", money, **how)])


def test_the_slump_of_the_third_quarter_2004_is_named():
    assert bars_title(progress(*QINGCHENG), "project_count") == "三季度放缓：21 个项目、11.49 亿元，为前三季度最低"
    with messages.speaking("en"):
        title = bars_title(progress(*QINGCHENG), "project_count")
    assert title == "Q3 slowed down: 21 projects, 1,149.0 m CNY, the lowest of the first three quarters"


def test_money_that_did_not_slump_with_the_number_is_left_out():
    frame = progress([25, 28, 21], [100_000, 90_000, 300_000])
    assert bars_title(frame, "project_count") == "三季度放缓：21 个项目，为前三季度最低"


def test_another_metric_is_named_by_its_own_quarters():
    frame = pd.DataFrame(quarter_rows("started_count", [9, 4, 8]))
    assert bars_title(frame, "started_count") == "二季度放缓：开工项目 4 个，为前三季度最低"


def test_a_low_first_quarter_is_a_low_beginning_and_not_a_slump():
    assert "一季度起步偏低" in bars_title(progress([13, 20, 30]), "project_count")


def test_a_running_quarter_is_never_the_lowest():
    frame = progress([13, 20, 10, 5], partial=True)
    assert quarters.pace(frame, "project_count").lowest == pd.Timestamp(2004, 7, 1)
    bars = trend.bars(frame, "project_count", "quarter").data[0]
    assert list(bars.marker.pattern.shape) == ["", "", "", "/"]
    assert list(bars.marker.color) == [*[colours.LIGHT.accent] * 2, colours.LIGHT.short, colours.LIGHT.accent]


@pytest.mark.parametrize("counts", [[20, 20, 19], [10, 20, 10], [20], [20, 20]])
def test_quarters_nearly_alike_or_twice_the_lowest_or_alone_are_no_slump(counts):
    assert quarters.pace(progress(counts), "project_count").lowest is None


def test_quarters_that_hold_months_of_others_are_not_compared():
    assert quarters.pace(progress([20, 20, 5], covered=4), "project_count").whole.empty


def test_a_quarter_without_its_ledger_bears_a_cross_and_no_bar():
    figure = trend.bars(pd.DataFrame(quarter_rows("in_place_wan", [100.0, NAN, 300.0])), "in_place_wan", "quarter")
    assert math.isnan(figure.data[0].y[1])
    (cross,) = [trace for trace in figure.data if "x-thin" in str(trace.marker)]
    assert (list(cross.x), list(cross.hovertext)) == ([1], ["缺 2004-06 台账"])


def test_money_is_drawn_in_the_unit_that_people_say():
    figure = trend.bars(pd.DataFrame(quarter_rows("contract_wan", [114_900.0])), "contract_wan", "quarter")
    assert list(figure.data[0].y) == [11.49]
    assert figure.layout.yaxis.title.text == "合同投资额（亿元）"


def test_an_earlier_year_is_pale():
    frame = pd.DataFrame(
        [*quarter_rows("project_count", [1.0] * 4, year_of=2003), *quarter_rows("project_count", [2.0])]
    )
    assert list(trend.bars(frame, "project_count", "quarter").data[0].marker.opacity) == [0.4] * 4 + [1.0]


def curve_rows(done, target=100.0):
    """Return rows of cumulative_by_month of 2026 told as far as ``done``, against an even pace."""
    ends = [pd.Timestamp(2026, month, 28) for month in range(1, 13)]
    is_told = [i < len(done) for i in range(12)]
    return pd.DataFrame(
        {
            "metric": "project_count", "period_to": ends, "period_value": [*done, *[NAN] * (12 - len(done))],
            "last_year_value": [5.0 * i for i in range(1, 13)], "yoy_pct": 20.0,
            "recounted_yoy_pct": 20.0, "target_value": target,
            "even_pace_value": [target * i / 12 for i in range(1, 13)], "is_told": is_told,
        }
    )  # fmt: skip


NO_PATH = pd.DataFrame()


def test_the_year_is_told_against_last_year_and_even_pace():
    title = curve_title(curve_rows([10.0, 20.0, 28.0]), "project_count", NO_PATH)
    assert title == "1–3 月项目个数累计 28 个，同比 +20.0%，比均衡进度多约 3 个"


def test_without_a_year_before_nothing_is_said_of_growth():
    rows = curve_rows([10.0], target=NAN).assign(yoy_pct=NAN, recounted_yoy_pct=NAN)
    assert curve_title(rows, "project_count", NO_PATH) == "1 月项目个数累计 10 个"


def test_without_a_target_there_is_no_even_pace_to_speak_of():
    figure = year.curve(curve_rows([10.0], target=NAN), "project_count", NO_PATH)
    assert (
        curve_title(curve_rows([10.0], target=NAN), "project_count", NO_PATH) == "1 月项目个数累计 10 个，同比 +20.0%"
    )
    assert "均衡进度" not in figure.layout.title.subtitle.text


@pytest.mark.parametrize(
    ("low", "high", "place"), [(90, 110, "在区间内"), (80, 90, "高于区间"), (110, 120, "低于区间")]
)
def test_the_forecast_is_told_against_the_target(low, high, place):
    path = pd.DataFrame(
        {
            "period_to": [date(2026, 10, 31), date(2026, 12, 31)],
            "low_value": [80, low], "mid_value": [80, (low + high) / 2], "high_value": [80, high],
        }
    )  # fmt: skip
    figure = year.curve(curve_rows([8.0] * 10), "project_count", path)
    title = curve_title(curve_rows([8.0] * 10), "project_count", path)
    assert f"{low}–{high} 个" in title
    assert f"目标 100 个{place}" in title
    assert [list(trace.x) for trace in figure.data[:3]] == [[10, 12]] * 3


def test_a_month_that_is_not_known_leaves_a_gap_in_the_curve():
    figure = year.curve(curve_rows([10.0, NAN, 28.0]), "project_count", NO_PATH)
    (line,) = [trace for trace in figure.data if trace.mode == "lines+markers"]
    assert math.isnan(line.y[1])
    assert line.connectgaps is None
