"""Where a region stands among its peers, in words."""

import pandas as pd

from parkatlas import messages
from parkatlas.words import peers

NAMES = ("indicator", "is_own", "peer_rank", "peer_count", "growth_pct", "growth_rank", "growth_count")
ROWS = pd.DataFrame(
    [("固投", True, 10, 11, 38.6, 3, 11), ("外资", True, 6, 11, None, None, 10), ("外资", False, 1, 11, 1.0, 1, 10)],
    columns=NAMES,
)


def test_the_best_and_the_last_place_are_named():
    assert peers.finding(ROWS, "海港区") == "海港区 2 项指标中，外资位次最好（第6位/11），固投最靠后（第10位/11）。"


def test_a_region_that_is_not_listed_is_told_how_to_be():
    assert "没有别处的数据" in peers.finding(ROWS[~ROWS["is_own"]], "别处")


def test_no_peers_have_no_finding():
    assert peers.finding(ROWS[:0], "海港区") == ""


def test_a_figure_per_indicator_with_the_rank_of_its_growth():
    figures = [(figure.label, figure.value, figure.compared) for figure in peers.figures(ROWS)]
    assert figures == [("固投", "第10位/11", "同比 38.6%，增速第3位/11"), ("外资", "第6位/11", "同比 —，增速—")]


def test_english_says_ten_of_eleven():
    with messages.speaking("en"):
        assert peers.figures(ROWS)[0].value == "10 of 11"


def test_a_shared_rank_is_said_to_be_shared():
    tied = pd.concat([ROWS, ROWS.iloc[:1].assign(is_own=False)])
    assert peers.figures(tied)[0].value == "并列第10位/11"
    assert peers.figures(tied)[0].compared == "同比 38.6%，增速并列第3位/11"
