"""The chart of the structure, checked by the data that it draws, with the figures of 昌图县 2007 and 清城区 2004."""

import pandas as pd

from parkatlas.charts import structure
from parkatlas.words.structure import by_cut_title

TIERS = (
    ("ge_1yi", 12, 560_000.0),
    ("5000wan_1yi", 12, 78_000.0),
    ("3000_5000wan", 16, 60_000.0),
    ("1000_3000wan", 41, 71_000.0),
    ("500_1000wan", 45, 31_000.0),
)


def rows(*parts):
    """Return rows of the query from (value, count, money)."""
    frame = pd.DataFrame(parts, columns=["cut_value", "project_count", "invested_wan"])
    frame["invested_wan"] = frame["invested_wan"].astype(float)
    count_share = 100.0 * frame["project_count"] / frame["project_count"].sum()
    return frame.assign(
        count_share_pct=count_share, invested_share_pct=100.0 * frame["invested_wan"] / frame["invested_wan"].sum()
    )


def bars(figure):
    return [[round(share, 1) for share in trace.x] for trace in figure.data[:2]]


def test_count_and_money_stand_in_pairs_on_one_scale():
    count, money = bars(structure.by_cut(rows(*TIERS), "scale_tier"))
    assert count == [9.5, 9.5, 12.7, 32.5, 35.7]
    assert money == [70.0, 9.8, 7.5, 8.9, 3.9]


def test_a_pair_is_named_once_and_bears_its_figures():
    axis = structure.by_cut(rows(*TIERS), "scale_tier").layout
    assert axis.yaxis.ticktext[0] == "≥1亿元"
    assert axis.yaxis2.ticktext[0].startswith("12 个  9.5&#37;<br>")
    assert "56.00 亿元  70.0&#37;" in axis.yaxis2.ticktext[0]


def test_the_finding_is_where_number_and_money_differ_most():
    sectors = rows(("industry", 59, 458_900.0), ("service", 15, 317_500.0))
    title = by_cut_title(sectors, "industry_sector")
    assert title == "工业个数占比与投资占比相差最大：占项目数的 79.7%，占投资额的 59.1%"


def test_beyond_sixteen_values_the_smaller_ones_are_summed():
    figure = structure.by_cut(rows(*((f"镇{number}", 1, 10.0) for number in range(20))), "unit_name")
    assert len(figure.data[0].x) == 16
    assert figure.layout.yaxis.ticktext[-1] == "其余 5 类"
    assert sum(figure.data[1].x) == 100


def test_what_is_not_stated_is_named_so_and_draws_no_money():
    figure = structure.by_cut(rows(("ge_1yi", 1, 10_000.0), (None, 3, None)), "scale_tier")
    assert figure.layout.yaxis.ticktext[1] == "未填写"
    assert figure.layout.yaxis2.ticktext[1].endswith(">—</span>")


def test_no_money_at_all_is_said_in_the_title():
    title = by_cut_title(rows(("甲镇", 3, None)), "unit_name")
    assert title == "甲镇最多，占项目数的 100.0%；没有所选口径的投资额"


def test_nothing_draws_an_empty_chart_that_says_so():
    assert len(structure.by_cut(rows(), "unit_name").data[0].x) == 0
    assert by_cut_title(rows(), "unit_name") == "没有已签约的项目"


def test_names_are_no_markup():
    hostile = rows(("<b>{{7*7}}</b>", 1, 1.0))
    figure = structure.by_cut(hostile, "unit_name", title=by_cut_title(hostile, "unit_name"))
    assert "<b>" not in figure.layout.title.text + figure.layout.yaxis.ticktext[0] + figure.data[0].hovertext[0]
