"""The chart of sites, checked by the data that it draws."""

import pandas as pd

from parkatlas import colours
from parkatlas.charts import siting
from parkatlas.words.siting_words import ranking_title


def rows(*parts):
    frame = pd.DataFrame(parts, columns=["park_name", "transport", "progress"])
    return frame.assign(total=frame["transport"] + frame["progress"])


def test_each_park_is_a_bar_of_what_each_criterion_adds():
    scores = rows(("甲园", 50.0, 20.0), ("乙园", 10.0, 40.0))
    figure = siting.ranking(scores)
    assert [list(bar.x) for bar in figure.data[:2]] == [[50, 10], [20, 40]]
    assert figure.data[0].marker.color == colours.CRITERION["transport"]
    assert ranking_title(scores) == "甲园得分最高：70 分，领先 20.0 分"
    assert list(figure.layout.yaxis2.ticktext) == ["70", "50"]


def test_one_park_alone_and_two_alike_are_told_so():
    assert ranking_title(rows(("甲园", 1.0, 2.0))) == "满足全部硬条件的只有甲园：3 分"
    assert ranking_title(rows(("甲园", 1.0, 2.0), ("乙园", 2.0, 1.0))).startswith("甲园等园区得分相同")


def test_names_are_no_markup():
    scores = rows(("<b>{{7*7}}</b>", 1.0, 2.0))
    figure = siting.ranking(scores, title=ranking_title(scores))
    text = figure.layout.title.text + figure.layout.yaxis.ticktext[0] + figure.data[0].hovertext[0]
    assert not any(mark in text for mark in ("<b>", "{{"))
