"""The chart of recruiting, checked by the data that it draws."""

import pandas as pd

from parkatlas import colours
from parkatlas.charts import recruiting
from parkatlas.words.recruiting import by_region_title

NAMES = ("trip_region", "trip_count", "trip_days", "visited_count", "lead_count", "brought_signed_count",
         "brought_contract_wan", "region_signed_count", "region_contract_wan")  # fmt: skip
PEARL = ("pearl", 6, 33, 40, 7, 2, 12_000.0, 5, 30_000.0)
NOWHERE = ("hmt", 0, None, None, None, 0, None, 1, 900.0)


def rows(*parts):
    return pd.DataFrame(parts, columns=NAMES)


def test_what_was_brought_lies_within_all_that_was_signed_from_there():
    figure = recruiting.by_region(rows(PEARL))
    assert [list(bar.x) for bar in figure.data[:2]] == [[3.0], [1.2]]
    assert by_region_title(rows(PEARL)) == "珠三角促成最多：签约 2 个，合同额 1.20 亿元"
    assert figure.layout.xaxis.title.text == "合同投资额（亿元）"


def test_a_region_that_nobody_went_to_is_marked():
    labels = recruiting.by_region(rows(PEARL, NOWHERE)).layout.yaxis2.ticktext
    assert "未外出" in labels[1]
    assert colours.LIGHT.short in labels[1]


def test_trips_that_brought_nothing_are_told_as_such():
    idle = (*PEARL[:5], None, None, *PEARL[7:])
    assert by_region_title(rows(idle)) == "去珠三角最多：6 次，外出尚未促成签约"
    assert by_region_title(rows(NOWHERE)) == "所选期间没有小分队外出"
