"""The charts of the pipeline, checked by the data that they draw."""

from html import unescape

import pandas as pd
import pytest

from parkatlas import colours
from parkatlas.charts import pipeline
from parkatlas.messages import speaking
from parkatlas.terms import STAGES
from parkatlas.words.pipeline import durations_title, funnel_title

ORDER = [term.code for term in STAGES if term.code != "dropped"]


@pytest.fixture
def stages():
    """Make rows of pipeline_stages from {stage: (now, reached, money)}; whoever is not named is 0."""

    def make(**figures):
        rows = []
        for place, stage in enumerate(ORDER):
            now, reached, money = figures.get(stage, (0, 0, None))
            before = figures.get(ORDER[place - 1], (0, 0, None))[1] if place else 0
            rows.append({
                "stage": stage, "project_count": now, "reached_stage_count": reached,
                "contract_wan": money if place >= 4 else None, "intended_wan": money if place < 4 else None,
                "conversion_pct": 100.0 * reached / before if before else None,
                "median_days": None, "p90_days": None, "left_count": 0, "undated_count": 0, "misdated_count": 0,
                "limit_days": None, "stuck_count": 0,
            })  # fmt: skip
        numbers = ["contract_wan", "intended_wan", "conversion_pct", "median_days", "p90_days", "limit_days"]
        return pd.DataFrame(rows).astype(dict.fromkeys(numbers, float))

    return make


@pytest.fixture
def few(stages):
    """Four came to a contract, two of them to the start, where one stands."""
    return stages(
        lead=(0, 5, None), negotiating=(0, 5, None), intent=(0, 5, None), agreement=(1, 5, 300.0),
        signed=(2, 4, 20_000.0), started=(1, 2, 5_000.0), building=(1, 1, None),
    )  # fmt: skip


def test_a_bar_is_who_stands_there_and_who_has_moved_on(few):
    now, passed = pipeline.funnel(few).data[:2]
    assert list(now.x) == [0, 0, 0, 1, 2, 1, 1, 0, 0, 0]
    assert list(passed.x) == [5, 5, 5, 4, 2, 1, 0, 0, 0, 0]


def test_stages_run_along_their_ramp_and_bars_carry_their_stage(few):
    now = pipeline.funnel(few).data[0]
    assert list(now.marker.color) == [colours.STAGE[stage] for stage in ORDER]
    assert list(now.customdata) == ORDER


def test_the_finding_counts_contracts_starts_and_where_most_stand(few):
    assert funnel_title(few) == "曾签约 4 个，其中开工 2 个（50.0%）、投产 0 个（0.0%）；现处签约阶段的最多（2 个）"


def test_money_before_the_contract_is_called_intended(few):
    labels = pipeline.funnel(few).layout.yaxis2.ticktext
    assert "意向 300 万元" in labels[3]
    assert "2.00 亿元" in labels[4]
    assert "意向" not in labels[4]
    assert "—" in labels[6]


def test_conversion_stands_under_the_name_and_nowhere_without_a_base(few):
    names = pipeline.funnel(few).layout.yaxis.ticktext
    assert "80.0%" in unescape(names[4])
    assert "转化" not in names[0]
    assert "转化" not in names[8]


def test_a_funnel_without_contracts_says_so(stages):
    assert funnel_title(stages(lead=(2, 2, None))) == "2 个项目尚无一个签约；现处线索阶段的最多（2 个）"


def test_an_empty_funnel_says_that_nothing_is_stated(stages):
    assert funnel_title(stages()) == "范围内没有已填阶段或阶段日期的项目。"


def test_days_are_drawn_only_for_stages_that_anybody_has_left(few):
    few.loc[4, ["median_days", "p90_days", "left_count", "limit_days"]] = [90.0, 170.0, 2, 180.0]
    figure = pipeline.durations(few)
    median, p90, limit = figure.data[:3]
    assert (list(median.x), list(p90.x), list(limit.x)) == ([90.0], [170.0], [180.0])
    assert durations_title(few).startswith("签约耗时最长：半数在 90 天内离开")


def test_no_days_at_all_are_said_in_words(few):
    assert "无从计算" in durations_title(few)


def test_titles_speak_english(few):
    with speaking("en"):
        assert funnel_title(few).startswith("Of 4 ever signed")


@pytest.mark.parametrize("draw", [pipeline.funnel, pipeline.durations])
def test_a_chart_is_drawn_dark_and_large_too(draw, few):
    few.loc[4, ["median_days", "p90_days", "left_count"]] = [90.0, 170.0, 2]
    assert draw(few, dark=True, large=True).layout.font.size > draw(few).layout.font.size
