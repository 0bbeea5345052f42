"""Charts of clustering, checked by the data that they draw: ranking, L against chance, trend."""

import datetime as dt

import numpy as np
import pandas as pd

from parkatlas.charts import clusters
from parkatlas.words.clusters import curve_title, ranking_title, trend_title

INDUSTRIES = pd.DataFrame({
    "industry_name": ["陶瓷", "<b>钢</b>", "玻璃"], "project_count": [20, 12, 4], "gathered_count": [15, 3, 4],
    "area_name": ["甲园", "乙园", None], "count_quotient": [3.0, 1.0, np.nan],
    "cluster_verdict": ["clustered", "random", "few"],
})  # fmt: skip


def test_bars_are_shares_in_the_first_area_with_their_numbers():
    figure = clusters.ranking(INDUSTRIES)
    assert list(figure.data[0].x) == [75, 25, 100]
    assert list(figure.layout.yaxis2.ticktext) == ["15/20", "3/12", "4/4"]
    assert ranking_title(INDUSTRIES) == "检验的 2 个产业中 1 个集聚明显"


def test_names_are_no_markup_in_the_ranking():
    assert "<b>" not in clusters.ranking(INDUSTRIES).layout.yaxis.ticktext[1]


def test_where_none_was_tested_the_title_says_so():
    assert ranking_title(INDUSTRIES[2:]) == "各产业样本不足，不作检验"


def curve(observed):
    rows = pd.DataFrame({"radius_m": [1000.0, 2000.0, 3000.0], "observed_m": observed, "mean_m": 1000.0})
    return curve_title(rows.assign(upper_m=2000.0))


def test_the_curve_says_at_which_distances_it_leaves_chance():
    assert curve([2500.0, 2500.0, 1500.0]) == "3 个距离中 2 个超出随机，最远 2.0 公里"
    assert curve([2500.0] * 3) == "在 3.0 公里以内的各个距离上都超出随机"
    assert curve([1500.0] * 3) == "各个距离上都没有超出随机范围"


def test_the_trend_counts_who_became_more_specialised():
    days = [dt.date(2025, 12, 31), dt.date(2026, 6, 30)]
    rows = pd.DataFrame({
        "area_id": ["甲", "甲", "乙", "乙"], "area_name": ["甲园", "甲园", "乙园", "乙园"], "period": days * 2,
        "project_count": [3, 4, 2, 2], "leading_industry": "陶瓷", "count_hhi": [0.5, 0.7, 1.0, 0.5],
    })  # fmt: skip
    assert trend_title(rows) == "2025 年以来，1 个区域更专业化，1 个更多元"
    assert trend_title(rows[rows["period"] == days[1]]) == "各区域的专业化指数（仅一年）"
