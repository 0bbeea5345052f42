"""Clustering in words: every verdict in one sentence that claims no more than its test, and the figures on top."""

import numpy as np
import pandas as pd
import pytest

from parkatlas import messages
from parkatlas.analysis.clustering import Checkup, Picture
from parkatlas.analysis.clustering.neighbours import Likeness
from parkatlas.words import clusters

ROW = {
    "industry_name": "陶瓷", "project_count": 31, "located_count": 31, "area_name": "源潭", "gathered_count": 22,
    "count_quotient": 3.4, "largest_project": "大厂", "glaeser": 0.4, "p_value": 0.001, "adjusted_p": 0.002,
    "beyond_count": 0.0, "cluster_verdict": "clustered",
}  # fmt: skip
AREA = {
    "area_name": "源潭", "project_count": 40, "industry_name": "陶瓷", "industry_count": 31, "gathered_count": 22,
    "count_quotient": 3.4, "largest_project": "大厂", "p_value": 1e-9, "adjusted_p": 1e-8,
    "cluster_verdict": "clustered",
}  # fmt: skip
FEW = {
    "industry_name": "钢", "project_count": 8, "located_count": 6, "cluster_verdict": "few", "p_value": np.nan,
    "adjusted_p": np.nan, "largest_project": None,
}  # fmt: skip


def survey(*rows, areas=(AREA,)):
    return Checkup(
        pd.DataFrame(rows, columns=list(ROW)), pd.DataFrame(areas, columns=list(AREA)), pd.DataFrame(),
        all_count=120, located_count=118, looked_at=118, industry_tests=2, area_tests=30,
    )  # fmt: skip


def industry_sentence(**facts):
    return clusters.industry(pd.Series(ROW | facts), survey(ROW))


def test_a_cluster_is_told_with_numbers_odds_and_without_its_largest():
    assert industry_sentence() == (
        "陶瓷集聚明显：31 个项目中 22 个在源潭，区位商 3.4；"
        "把各项目的产业随机打乱 999 次，没有一次达到目前的集中程度（校正后 p = 0.002）；剔除最大项目的企业后仍成立。"
    )


def test_one_that_hangs_on_its_largest_project_says_so():
    sentence = industry_sentence(cluster_verdict="fragile")
    assert sentence.startswith("陶瓷的集聚依赖最大项目：")
    assert sentence.endswith("剔除最大项目的企业后不再成立。")


def test_chance_is_never_called_proof_of_the_contrary():
    sentence = industry_sentence(cluster_verdict="random", adjusted_p=0.4, beyond_count=399.0)
    assert sentence.startswith("陶瓷未见超出随机的集聚：")
    assert "399 次达到目前的集中程度（校正后 p = 0.400）" in sentence
    assert "剔除" not in sentence


def test_too_few_are_refused_by_their_number():
    assert industry_sentence(**FEW) == "钢：样本不足，仅 6 个有坐标的项目（至少 10 个）。"


def test_without_money_or_place_the_sentence_says_what_could_not_be_done():
    assert industry_sentence(largest_project=None).endswith("未能剔除最大项目再检验。")
    assert "31 个项目都不在册内区域" in industry_sentence(area_name=None, gathered_count=0, count_quotient=np.nan)


def test_an_industry_on_one_spot_is_not_tested_and_that_is_said():
    assert "未检验" in industry_sentence(cluster_verdict="untested", p_value=np.nan, adjusted_p=np.nan)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "达到 22 个及以上的概率小于 0.001（校正后 p < 0.001）；剔除最大项目的企业后仍成立。"),
        ({"p_value": 0.002, "adjusted_p": 0.031}, "达到 22 个及以上的概率为 0.002（校正后 p = 0.031）；"),
        ({"adjusted_p": 0.2, "cluster_verdict": "random"}, "首位产业陶瓷未见超出随机"),
        ({"cluster_verdict": "few", "adjusted_p": np.nan}, "样本不足，不作检验"),
    ],
)
def test_a_park_is_told_with_its_exact_odds(facts, words):
    assert words in clusters.area(pd.Series(AREA | facts), survey(ROW))


def test_the_tests_made_at_once_are_named():
    assert "p 值按 2 个产业一并校正" in clusters.industry_test(survey(ROW))
    assert "按 30 对" in clusters.area_test(survey(ROW))


def test_the_finding_counts_what_was_tested_and_what_was_not():
    assert (
        clusters.finding(survey(ROW, FEW))
        == "1 个样本足够的产业中，1 个集聚明显，陶瓷居前；另有 1 个样本不足或未检验。"
    )
    assert clusters.finding(survey(FEW)) == "120 个项目分属 1 个产业，都不够条件检验集聚。"
    assert clusters.finding(survey()) == ""


ELEVEN = {"project_count": 11, "located_count": 11, "gathered_count": 11}


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (
            ELEVEN | {"cluster_verdict": "few"},
            "陶瓷 11 个中 11 个在源潭，有坐标的样本少，不作随机性检验；120 个项目分属 1 个产业。",
        ),
        (ELEVEN | {"cluster_verdict": "random"}, "陶瓷 11 个中 11 个在源潭；检验的 1 个产业都不能排除偶然。"),
        (ELEVEN | {"gathered_count": 5, "cluster_verdict": "random"}, "检验的 1 个产业都不能排除偶然。"),
        (ELEVEN | {"gathered_count": 5, "cluster_verdict": "few"}, "120 个项目分属 1 个产业，都不够条件检验集聚。"),
    ],
)
def test_where_no_industry_passes_the_finding_tells_what_figures_show(facts, said):
    assert clusters.finding(survey(ROW | facts)) == said


def picture(groups=()):
    names = ["cluster_no", "project_count", "invested_wan", "invested_share_pct"]
    return Picture(pd.DataFrame(), pd.DataFrame(groups, columns=names), 30, 30, 80)


def test_five_figures_tell_industries_fit_and_clusters():
    areas = pd.DataFrame({"fit_share_pct": [100.0, 50.0, np.nan], "fit_known_count": [10, 30, 0]})
    figures = clusters.figures(survey(ROW, FEW), areas, "陶瓷", picture([(1, 24, 900.0, 60.0)]))
    assert [figure.value for figure in figures] == ["1", "1", "62.5", "1", "24"]
    assert figures[4].compared == "占有坐标项目 80.0%"


def test_a_map_is_titled_by_what_it_shows():
    one = picture([(1, 24, 900.0, 60.0)])
    assert clusters.grouped("陶瓷", one) == "陶瓷有 1 处集群：30 个有坐标的项目中 24 个在其中（80.0%）"
    assert clusters.grouped("陶瓷", picture()) == "陶瓷：30 个有坐标的项目没有形成集群"
    assert clusters.on_day("2026-06", one) == "2026-06：1 处集群，含 30 个有坐标项目中的 24 个"


def test_figures_of_nothing_are_dashes_not_zeros():
    areas = pd.DataFrame({"fit_share_pct": [np.nan], "fit_known_count": [0]})
    figures = clusters.figures(survey(FEW), areas, "钢", picture())
    assert (figures[2].value, figures[3].compared) == ("—", "")


def test_neighbours_are_told_with_islands_and_refused_where_they_are_few():
    alike = Likeness(0.631, -0.03, 0.005, 4, 35, 12)
    assert clusters.likeness(alike, "陶瓷", "hexagon") == (
        "相邻六边形网格的陶瓷占比相近，超出随机：莫兰指数 0.63（p = 0.005；35 个参与，12 个孤立的不计）。"
    )
    assert "不计算莫兰指数" in clusters.likeness(Likeness(area_count=3, island_count=2), "陶瓷", "unit")
    assert "未见超出随机" in clusters.likeness(Likeness(0.1, -0.03, 0.3, 299, 35, 0), "陶瓷", "unit")


def test_a_table_says_whether_it_holds_only_where_that_was_tested():
    table = clusters.industry_table(survey(ROW, ROW | {"cluster_verdict": "fragile"}, FEW))
    assert table["is_robust"].tolist()[:2] == [True, False]
    assert table["is_robust"].isna().tolist() == [False, False, True]
    assert table["adjusted_p"].fillna("").tolist() == ["0.002", "0.002", ""]


def test_english_says_the_same():
    with messages.speaking("en"):
        assert industry_sentence() == (
            "陶瓷 is clustered: 22 of 31 projects are in 源潭, quotient 3.4; "
            "none of 999 random exchanges came as close together (adjusted p = 0.002); "
            "it holds without the firm of the largest project."
        )
