"""The chart of units against pace, checked by the data that it draws."""

import pandas as pd
import pytest

from parkatlas import colours
from parkatlas.charts import targets
from parkatlas.messages import speaking
from parkatlas.words.targets import units_title


@pytest.fixture
def units():
    """Make rows of targets_by_unit at 75 % of the year from (unit, metric, target, done), base ones unless said."""

    def make(*rows):
        names = ["unit_label", "metric", "target_value", "done_value", "target_tier"]
        frame = pd.DataFrame([(*row, "base")[:5] for row in rows], columns=names)
        frame = frame.astype({"target_value": float, "done_value": float})
        done = 100.0 * frame["done_value"] / frame["target_value"]
        lamp = [None if pd.isna(share) else "green" if share >= 75 else "red" for share in done]
        even = frame["target_value"] * 0.75
        return frame.assign(
            unit_id=frame["unit_label"], even_pace_value=even, ahead_value=frame["done_value"] - even,
            completion_pct=done, pace_pct=75.0, ahead_points=done - 75.0, required_per_month_value=1.0, lamp=lamp,
        )  # fmt: skip

    return make


@pytest.fixture
def two(units):
    """Two units: one ahead on money and behind on count, one the other way round."""
    return units(
        ("甲镇", "project_count", 4, 2), ("甲镇", "contract_wan", 20_000, 16_000),
        ("乙镇", "project_count", 4, 4), ("乙镇", "contract_wan", 5000, 500),
    )  # fmt: skip


def bars(figure):
    return [trace for trace in figure.data if trace.type == "bar"]


def scattered(figure, mode):
    return [trace for trace in figure.data if trace.type == "scatter" and trace.mode == mode]


def words(figure):
    return [trace.text for trace in scattered(figure, "text")]


def test_count_and_money_share_one_order_of_units(two):
    figure = targets.units(two, "project_count")
    count, money = bars(figure)
    assert list(figure.layout.yaxis.ticktext) == ["乙镇", "甲镇"]
    assert dict(zip(count.y, count.x, strict=True)) == {0: 100, 1: 50}
    assert dict(zip(money.y, money.x, strict=True)) == {0: 10, 1: 80}
    assert {count.xaxis, money.xaxis} == {"x", "x2"}


def test_the_chosen_metric_ranks_the_units_beside_their_count(two):
    figure = targets.units(two, "contract_wan")
    assert list(figure.layout.yaxis.ticktext) == ["甲镇", "乙镇"]
    assert [note.text for note in figure.layout.annotations] == ["<b>项目个数（个）</b>", "<b>合同投资额（亿元）</b>"]


def test_a_unit_ahead_on_money_but_behind_on_count_is_named(two):
    assert (
        units_title(two, "project_count")
        == "2 个单位有项目个数目标，1 个跟上时序，1 个落后；1 个单位合同投资额超前、项目个数却落后，甲镇最突出"
    )


def test_money_of_all_units_is_told_in_one_unit(two):
    _, money = words(targets.units(two, "project_count"))
    assert [label.split("\u2002")[1].split(">")[1].split("<")[0] for label in money] == ["1.60 / 2.00", "0.05 / 0.50"]


def test_a_lamp_is_colour_shape_and_points(two):
    count, _ = words(targets.units(two, "project_count"))
    assert f'<span style="color:{colours.LAMP_TEXT[False]["red"]}">■ −25.0</span>' in count[0]
    assert "● +25.0" in count[1]


def test_a_unit_without_a_target_has_its_figure_and_no_bar(units):
    rows = units(("甲镇", "project_count", 4, 2), ("乙局", "project_count", None, 3))
    figure = targets.units(rows, "project_count")
    assert "—（3）" in words(figure)[0][1]
    assert pd.isna(bars(figure)[0].x[1])
    assert bars(figure)[0].marker.color[1] == colours.LIGHT.no_data


def test_a_metric_without_its_partner_is_drawn_alone(units):
    figure = targets.units(units(("甲镇", "in_place_wan", 4, 2)), "in_place_wan")
    assert len(bars(figure)) == 1


def test_no_target_of_any_unit_is_said_in_the_title(units):
    assert (
        units_title(units(("甲镇", "project_count", None, 2)), "project_count")
        == "各单位都没有项目个数目标，只列完成数"
    )


def test_the_stretch_target_is_marked_on_the_base_ones_measure(units):
    rows = units(("甲镇", "project_count", 4, 2), ("甲镇", "project_count", 5, 2, "stretch"))
    figure = targets.units(rows, "project_count")
    (marks,) = scattered(figure, "markers")
    assert (len(bars(figure)[0].x), list(marks.x)) == (1, [125])


def test_a_unit_far_past_its_target_does_not_dwarf_the_others(units):
    figure = targets.units(units(("甲镇", "project_count", 1, 30)), "project_count")
    assert bars(figure)[0].x[0] == 150
    assert "+2,925.0" in words(figure)[0][0]


def test_of_many_units_only_first_and_last_are_drawn(units):
    rows = units(*((f"{i:02}", metric, 100, i) for i in range(40) for metric in ("project_count", "contract_wan")))
    figure = targets.units(rows, "project_count")
    assert [len(bar.x) for bar in bars(figure)] == [24, 24]
    assert "其余 16 个单位见下表" in [note.text for note in figure.layout.annotations]


def test_projects_that_state_no_unit_are_a_row_of_their_own(units):
    rows = units(("甲镇", "project_count", 4, 2), (None, "project_count", None, 1))
    figure = targets.units(rows, "project_count")
    assert list(figure.layout.yaxis.ticktext) == ["甲镇", "未填引进单位"]
    assert list(bars(figure)[0].y) == [0, 1]


def test_names_are_words_and_never_markup(units):
    figure = targets.units(units(("<b>$x$</b>", "project_count", 4, 2)), "project_count")
    assert "<b>" not in figure.layout.yaxis.ticktext[0]
    assert "<b>$x$" not in bars(figure)[0].hovertext[0]


def test_the_chart_speaks_english(two):
    with speaking("en"):
        figure = targets.units(two, "project_count")
    assert [note.text for note in figure.layout.annotations] == [
        "<b>Projects</b>",
        "<b>Contract investment (m CNY)</b>",
    ]
