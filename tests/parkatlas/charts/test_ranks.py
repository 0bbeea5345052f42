"""The chart of the ranks, checked by the data that it draws."""

import pandas as pd

from parkatlas import colours
from parkatlas.charts import ranks
from parkatlas.words.ranks import league_title, risen

NAMES = ("ranked_name", "done_value", "place", "places_risen", "place_before", "place_year_ago")


def rows(*parts):
    return pd.DataFrame(parts, columns=NAMES).assign(
        metric="project_count", ranked_group="park", place_count=len(parts)
    )


FOUR = (
    ("东园", 6.0, 1, 1, 2, None), ("西园", 3.0, 2, -1, 1, None), ("南园", 3.0, 2, 0, 2, None),
    ("北园", 0.0, 4, 0, 4, None),
)  # fmt: skip


def test_names_bear_their_shared_places_and_figures_their_moves():
    figure = ranks.league(rows(*FOUR))
    assert list(figure.layout.yaxis.ticktext) == ["1  东园", "2  西园", "2  南园", "4  北园"]
    assert [label.split("<")[0].strip() for label in figure.layout.yaxis2.ticktext] == ["6", "3", "3", "0"]
    assert ["↑ 1" in label or "↓ 1" in label for label in figure.layout.yaxis2.ticktext] == [True, True, False, False]


def test_the_title_says_who_leads_and_what_the_first_three_brought():
    assert league_title(rows(*FOUR)) == "东园项目个数第 1，6 个；前 3 名占园区合计的 100.0%"
    assert league_title(rows(*FOUR[:2])) == "东园项目个数第 1，6 个"


def test_without_a_month_before_nothing_is_said_of_moves():
    first = rows(("东园", 6.0, 1, None, None, None))
    assert colours.LIGHT.reached not in ranks.league(first).layout.title.subtitle.text
    assert risen(None) is None


def test_without_a_value_there_is_no_rank():
    figure = ranks.league(rows(*FOUR[:2], ("空", None, None, None, None, None)))
    assert list(figure.layout.yaxis.ticktext) == ["1  东园", "2  西园", "—  空"]
    assert figure.layout.yaxis2.ticktext[2] == "—"


def test_ranks_left_out_of_the_chart_are_counted_in_a_note():
    many = rows(*((f"园{i}", 40.0 - i, i + 1, 0, i + 1, None) for i in range(40)))
    assert "其余 16 个见下表" in ranks.league(many).layout.annotations[0].text


def test_names_are_no_markup():
    hostile = rows(("<b>{{7*7}}</b>$x$", 1.0, 1, 0, 1, 1))
    text = ranks.league(hostile, title=league_title(hostile)).to_json()
    assert not any(mark in text for mark in ("<b>{{", "\\u003cb\\u003e{{", "$x$"))
