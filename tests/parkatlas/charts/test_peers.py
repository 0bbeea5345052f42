"""The chart of the peers, checked by the data that it draws, with 海港区 2009 as the tenth of eleven."""

import pandas as pd

from parkatlas import colours
from parkatlas.charts import peers
from parkatlas.words.peers import ranking_title

NAMES = ("peer_name", "is_own", "peer_value", "peer_rank", "peer_count", "growth_pct", "growth_rank", "growth_count")


def rows(*parts):
    return pd.DataFrame(parts, columns=NAMES).assign(indicator="固定资产投资（亿元）")


FIRST = ("甲区", False, 284.0, 1, 11, 41.2, 2, 11)
OWN = ("海港区", True, 96.4, 10, 11, 38.6, 3, 11)
WITHOUT = ("乙区", False, None, None, 11, None, None, 11)


def test_the_own_region_is_marked_and_stands_in_the_title():
    figure = peers.ranking(rows(FIRST, OWN))
    assert list(figure.data[0].marker.color) == [colours.LIGHT.no_data, colours.LIGHT.accent]
    assert ranking_title(rows(FIRST, OWN)) == "海港区：固定资产投资（亿元）第10位/11，增速第3位/11"


def test_a_region_without_a_value_is_not_drawn():
    assert list(peers.ranking(rows(FIRST, OWN, WITHOUT)).data[0].x) == [284.0, 96.4]


def test_without_the_own_region_the_first_is_told_of():
    assert ranking_title(rows(FIRST)).startswith("甲区：")


def test_names_and_indicators_are_no_markup():
    hostile = rows(("<b>{{7*7}}</b>", True, 1.0, 1, 1, 1.0, 1, 1)).assign(indicator="<i>$x$</i>")
    figure = peers.ranking(hostile, title=ranking_title(hostile))
    text = figure.layout.title.text + figure.layout.yaxis.ticktext[0] + figure.layout.xaxis.title.text
    assert not any(mark in text for mark in ("<b>", "<i>", "{{", "$x$"))
