"""The charts of investment intensity, checked by the data that they draw."""

import pandas as pd

from parkatlas import colours, messages
from parkatlas.charts import intensity
from parkatlas.words.intensity import by_park_title, distribution_title, sensitivity_title


def classes(*rows):
    return pd.DataFrame(
        rows, columns=["bin_from_wan_per_mu", "bin_to_wan_per_mu", "verdict", "project_count", "land_mu"]
    )


def shares(*rows):
    frame = pd.DataFrame(rows, columns=["trial_threshold_wan_per_mu", "trial_reached_count", "trial_reached_share_pct"])
    return frame.assign(judged_count=10)


def many(parks, count, missing=0):
    pairs = [(f"园{place}", float(1000 - place)) for place in range(count)]
    return parks(*pairs, *((f"缺{place}", None) for place in range(missing)))


def test_parks_stand_from_the_highest_down_with_the_missing_last(parks):
    figure = intensity.by_park(parks(("缺", None), ("低", 80.0), ("高", 120.0)))
    assert list(figure.layout.yaxis.ticktext) == ["高", "低", "缺"]
    assert list(figure.data[0].x)[:2] == [120.0, 80.0]


def test_a_bar_has_the_colour_of_its_verdict(parks):
    bars = intensity.by_park(parks(("高", 100.0), ("低", 99.9), ("缺", None))).data[0]
    assert list(bars.marker.color) == [colours.LIGHT.reached, colours.LIGHT.short, colours.LIGHT.no_data]
    assert list(bars.marker.pattern.shape) == ["", "", "/"]


def test_a_park_without_a_figure_says_so_instead_of_showing_zero(parks):
    figure = intensity.by_park(parks(("高", 120.0), ("缺", None)))
    assert list(figure.layout.yaxis2.ticktext) == ["120.0", "缺数据"]
    assert "投资强度 —" in figure.data[0].hovertext[1]


def test_each_park_shows_its_own_threshold(parks):
    figure = intensity.by_park(parks(("甲", 120.0, 150.0), ("乙", 90.0, 80.0)))
    assert list(figure.data[1].x) == [150.0, 80.0]


def test_figures_of_several_lengths_stand_right_aligned(parks):
    figure = intensity.by_park(parks(("甲", 1200.0), ("乙", 90.0)))
    assert [len(words) for words in figure.layout.yaxis2.ticktext] == [7, 7]


def test_the_title_is_what_it_is_given(parks):
    figure = intensity.by_park(parks(("甲", 120.0)), title="甲园最高，<b>60%</b>")
    assert figure.layout.title.text == "甲园最高，&#60;b&#62;60&#37;&#60;/b&#62;"


def test_the_finding_names_the_first_and_the_last_park(parks):
    title = by_park_title(parks(("甲", 120.0), ("乙", 80.0), ("缺", None)))
    assert title == "2 个有数据的园区中 1 个达标；最高甲 120.0，最低乙 80.0 万元/亩"


def test_a_single_park_is_not_called_first_and_last(parks):
    assert by_park_title(parks(("甲", 120.0), ("缺", None))) == "甲投资强度120.0万元/亩，达标"


def test_parks_that_all_lack_data_are_said_to(parks):
    assert by_park_title(parks(("甲", None), ("乙", None))).startswith("2 个园区都缺数据")


def test_two_parks_of_one_name_keep_their_own_bars(parks):
    assert len(set(intensity.by_park(parks(("工业园", 120.0), ("工业园", 80.0))).data[0].y)) == 2


def test_of_250_parks_the_ends_are_drawn_and_the_rest_is_told(parks):
    figure = intensity.by_park(many(parks, 240, missing=10))
    assert len(figure.data[0].x) == 24
    assert figure.layout.annotations[0].text == "其余 226 个园区：达标 216 个，缺数据 10 个"


def test_of_many_parks_that_mostly_lack_data_all_others_are_drawn(parks):
    figure = intensity.by_park(many(parks, 5, missing=40))
    assert len(figure.data[0].x) == 5
    assert figure.layout.annotations[0].text == "其余 40 个园区：缺数据 40 个"


def test_a_long_park_name_is_cut_on_the_axis_only(parks):
    figure = intensity.by_park(parks(("长" * 60, 120.0)))
    assert figure.layout.yaxis.ticktext[0] == "长" * 11 + "…"
    assert "长" * 60 in figure.data[0].hovertext[0]


def test_no_parks_draw_an_empty_chart(parks):
    assert len(intensity.by_park(parks(("甲", 1.0)).iloc[:0]).data[0].x) == 0


def test_classes_stand_in_the_middle_of_their_bounds():
    rows = classes((80.0, 100.0, "short", 3, 9.0), (100.0, 120.0, "pass", 5, 9.0))
    assert [list(bars.x) for bars in intensity.distribution(rows, 100.0).data[:2]] == [[90.0], [110.0]]
    assert distribution_title(rows) == "8 个可评判项目中，5 个达标，占 62.5%"


def test_the_open_class_at_the_top_is_named_with_its_lower_bound():
    figure = intensity.distribution(classes((0.0, 20.0, "short", 3, 9.0), (40.0, None, "pass", 5, 9.0)))
    assert list(figure.layout.xaxis.ticktext) == ["0", "20", "≥40"]


def test_a_threshold_is_drawn_only_where_one_holds_for_all():
    frame = classes((80.0, 100.0, "short", 3, 9.0))
    assert len(intensity.distribution(frame, 100.0).layout.shapes) == 1
    assert len(intensity.distribution(frame, None).layout.shapes) == 0


def test_only_an_open_class_still_draws():
    assert list(intensity.distribution(classes((300.0, None, "pass", 2, 9.0))).data[0].y) == [2]


def test_no_measured_project_is_said():
    assert distribution_title(classes()).startswith("没有可评判的项目")
    assert intensity.distribution(classes()).data


def test_the_chosen_threshold_is_marked_on_the_curve():
    rows = shares((90.0, 8, 80.0), (100.0, 6, 60.0), (120.0, 4, 40.0))
    marked = intensity.sensitivity(rows, 100.0).data[1]
    assert (marked.x, marked.y) == ((100.0,), (60.0,))
    assert sensitivity_title(rows, 100.0) == "门槛为 100 万元/亩时，60.0% 的项目达标；提高到 120 时为 40.0%"


def test_a_threshold_between_two_rows_takes_the_nearer_one():
    rows = shares((90.0, 8, 80.0), (100.0, 6, 60.0))
    assert sensitivity_title(rows, 97.0).startswith("门槛为 100 万元/亩时")
    assert intensity.sensitivity(rows, 97.0).layout.shapes[0].x0 == 97.0


def test_a_sensitivity_of_nothing_measured_draws_no_curve():
    figure = intensity.sensitivity(shares((90.0, 0, None), (100.0, 0, None)), 100.0)
    assert len(figure.data[0].x) == 0


def test_titles_speak_english(parks):
    with messages.speaking("en"):
        rows = parks(("A", 120.0), ("B", 80.0))
        title, figure = by_park_title(rows), intensity.by_park(rows)
    assert title.startswith("1 of 2 parks with data reach their threshold")
    assert figure.layout.xaxis.title.text == "Investment intensity (10k CNY/mu)"


def test_dark_and_large_change_colours_and_sizes_only(parks):
    frame = parks(("甲", 120.0))
    plain, dark = intensity.by_park(frame), intensity.by_park(frame, dark=True, large=True)
    assert (plain.layout.font.size, dark.layout.font.size) == (14, 20)
    assert dark.layout.paper_bgcolor == colours.DARK.ground
    assert dark.data[0].x == plain.data[0].x
