"""Charts of clustering, checked by the data that they draw: ranking, map, L against chance, trend."""

import datetime as dt

import numpy as np
import pandas as pd

from parkatlas.analysis.clustering import Ground, Rule
from parkatlas.analysis.clustering.picture import Line, drawn
from parkatlas.charts import cluster_map, clusters

INDUSTRIES = pd.DataFrame({
    "industry_name": ["陶瓷", "<b>钢</b>", "玻璃"], "project_count": [20, 12, 4], "gathered_count": [15, 3, 4],
    "area_name": ["甲园", "乙园", None], "count_quotient": [3.0, 1.0, np.nan],
    "cluster_verdict": ["clustered", "random", "few"],
})  # fmt: skip


def test_bars_are_shares_in_the_first_area_with_their_numbers():
    figure = clusters.ranking(INDUSTRIES)
    assert list(figure.data[0].x) == [75, 25, 100]
    assert list(figure.layout.yaxis2.ticktext) == ["15/20", "3/12", "4/4"]
    assert figure.layout.title.text == "检验的 2 个产业中 1 个集聚明显"


def test_names_are_no_markup_in_the_ranking():
    assert "<b>" not in clusters.ranking(INDUSTRIES).layout.yaxis.ticktext[1]


def test_where_none_was_tested_the_title_says_so():
    assert clusters.ranking(INDUSTRIES[2:]).layout.title.text == "各产业样本不足，不作检验"


def curve(observed):
    rows = pd.DataFrame({"radius_m": [1000.0, 2000.0, 3000.0], "observed_m": observed, "mean_m": 1000.0})
    return clusters.curve(rows.assign(upper_m=2000.0), "陶瓷").layout.title.text.replace("<br>", "")


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
    assert clusters.trend(rows).layout.title.text == "2025 年以来，1 个区域更专业化，1 个更多元"
    assert clusters.trend(rows[rows["period"] == days[1]]).layout.title.text == "各区域的专业化指数（仅一年）"


def picture(money=100.0):
    """Return six 陶瓷 projects within a street, one far off, and one of 钢."""
    rows = pd.DataFrame({
        "project_name": [f"厂{i}" for i in range(7)] + ["<i>钢厂</i>"], "industry_name": ["陶瓷"] * 7 + ["钢"],
        "invested_wan": money, "area_name": "甲园",
        "lon": [117.0 + 0.001 * i for i in range(6)] + [117.3, 117.1], "lat": 31.0,
    })  # fmt: skip
    plane = Ground(rows["lon"], rows["lat"])
    return drawn(rows, "陶瓷", Rule(), plane, (Line(), Line()))


def drawn_map(shown, focus=0):
    view = cluster_map.View(shown, cluster_map.finding("陶瓷", shown), focus)
    return cluster_map.draw(shown.projects, view)


def test_the_map_keeps_outliers_and_names_clusters():
    figure = drawn_map(picture())
    words = [note.text for note in figure.layout.annotations]
    assert "1: 6 个, 600 万元" in words
    outside = next(trace for trace in figure.data if trace.marker.symbol == "circle-open")
    assert len(outside.x) == 1
    assert figure.layout.title.text == "陶瓷有 1 处集群：7 个项目中 6 个在其中（85.7&#37;）"


def test_a_look_at_a_cluster_comes_near():
    whole, near = (drawn_map(picture(), focus).layout.xaxis.range for focus in (0, 1))
    assert whole[1] - whole[0] > 25
    assert near[1] - near[0] < 3


def test_a_map_without_money_or_with_nothing_is_drawn_all_the_same():
    assert drawn_map(picture(np.nan)).layout.annotations[0].text == "1: 6 个, —"
    nothing = drawn(
        pd.DataFrame(columns=["project_name", "industry_name", "invested_wan", "area_name", "lon", "lat"]),
        "陶瓷", Rule(), Ground([0.0], [0.0]), (Line(), Line()),
    )  # fmt: skip
    assert cluster_map.finding("陶瓷", nothing) == "陶瓷：0 个有坐标的项目没有形成集群"


def test_both_axes_have_one_scale():
    assert drawn_map(picture()).layout.yaxis.scaleanchor == "x"


def test_names_are_no_markup_on_the_map():
    texts = [said for trace in drawn_map(picture()).data for said in trace.hovertext or ()]
    assert texts
    assert not [said for said in texts if "<i>" in said]
