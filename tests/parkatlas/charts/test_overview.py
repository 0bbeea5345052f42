"""The chart of the year's targets, checked by the data that it draws."""

from parkatlas import colours
from parkatlas.charts import overview
from parkatlas.words.targets import region_title


def test_count_behind_and_money_ahead_differ_in_colour_at_the_same_calendar(targets):
    rows = targets(("contract_wan", "base", 1_000_000.0, 776_400.0), ("project_count", "base", 100.0, 74.0))
    bars = overview.targets(rows).data[0]
    assert [round(share, 2) for share in bars.x] == [74.0, 77.64]
    assert list(bars.marker.color) == [colours.LIGHT.short, colours.LIGHT.reached]


def test_money_is_said_in_yi_and_counts_in_pieces(targets):
    rows = targets(("contract_wan", "base", 1_000_000.0, 776_400.0), ("project_count", "base", 100.0, 74.0))
    count, money = overview.targets(rows).layout.yaxis.ticktext
    assert "74 个 / 100 个" in count
    assert "77.64 亿元 / 100.00 亿元" in money


def test_foreign_capital_is_said_in_dollars(targets):
    figure = overview.targets(targets(("foreign_usd_wan", "base", 5000.0, 1200.0)))
    assert "1,200 万美元 / 5,000 万美元" in figure.layout.yaxis.ticktext[0]


def test_the_stretch_target_is_marked_beyond_the_base_target(targets):
    rows = targets(("in_place_wan", "base", 8000.0, 6000.0), ("in_place_wan", "stretch", 10_000.0, 6000.0))
    figure = overview.targets(rows)
    assert list(figure.data[0].x) == [75.0]
    assert [list(marks.x) for marks in figure.data[1:3]] == [[100.0], [125.0]]


def test_a_stretch_target_alone_is_the_full_measure(targets):
    figure = overview.targets(targets(("in_place_wan", "stretch", 10_000.0, 6000.0)))
    assert list(figure.data[0].x) == [60.0]


def test_the_finding_names_the_metric_furthest_behind(targets):
    rows = targets(
        ("project_count", "base", 100.0, 74.0), ("large_count", "base", 10.0, 5.0), ("contract_wan", "base", 10.0, 9.0)
    )
    assert region_title(rows) == "3 项指标中，1 项跟上时序，2 项落后；亿元以上项目差得最多（落后 25.0 个百分点）"


def test_all_metrics_on_pace_are_said_to_be(targets):
    assert region_title(targets(("project_count", "base", 100.0, 75.0))) == "1 项指标全部跟上时序"


def test_a_bar_far_past_its_target_does_not_dwarf_the_others(targets):
    rows = targets(("project_count", "base", 100.0, 74.0), ("large_count", "base", 1.0, 30.0))
    assert overview.targets(rows).layout.xaxis.range[1] < 250


def test_no_targets_draw_an_empty_chart_that_says_so(targets):
    assert len(overview.targets(targets()).data[0].x) == 0
    assert region_title(targets()) == "本年度还没有目标"
