"""Recruiting in words: what teams brought, who brought nothing, where nobody went."""

import pandas as pd

from parkatlas import messages
from parkatlas.words import recruiting

TEAMS = pd.DataFrame(
    [("甲队", 3, 20, True), ("甲队", 1, 4, False), ("乙队", 2, 9, False)],
    columns=["team_name", "trip_count", "trip_days", "has_result"],
)
COLUMNS = ("trip_region", "trip_count", "trip_days", "visited_count", "lead_count", "brought_count",
           "brought_signed_count", "brought_contract_wan", "region_signed_count", "region_contract_wan")  # fmt: skip
REGIONS = pd.DataFrame(
    [("pearl", 6, 33, 40, 7, 3, 2, 12_000.0, 5, 30_000.0), ("hmt", 0, None, None, None, 0, 0, None, 1, 900.0),
     ("province", 0, None, None, None, 0, 0, None, 0, None)],
    columns=COLUMNS,
)  # fmt: skip


def test_the_finding_names_teams_without_result_and_regions_without_a_trip():
    assert recruiting.finding(REGIONS, TEAMS) == (
        "2 支小分队外出 6 次、33 天；促成项目 3 个，其中签约 2 个、合同额 1.20 亿元；乙队没有成果；港澳台没有人去。"
    )


def test_without_trips_nothing_is_found():
    assert recruiting.finding(REGIONS, TEAMS[:0]) == ""


def test_a_table_that_names_no_project_is_said_to_be_silent():
    silent = REGIONS.assign(brought_count=None, brought_signed_count=None, brought_contract_wan=None)
    open_ones = TEAMS.assign(has_result=None)
    assert "活动表没有填写促成项目" in recruiting.finding(silent, open_ones)
    figures = {figure.label: figure.value for figure in recruiting.figures(silent, open_ones)}
    assert [figures[name] for name in ("促成签约", "促成合同额", "没有成果的小分队")] == ["—"] * 3


def test_figures_stand_beside_what_they_are_compared_with():
    values = {figure.label: (figure.value, figure.compared) for figure in recruiting.figures(REGIONS, TEAMS)}
    assert values["外出次数"] == ("6", "2 支小分队，共 33 天")
    assert values["走访企业"] == ("40", "获得线索 7 个")
    assert values["促成合同额"] == ("1.20", "全部来源地签约 6 个，3.09 亿元")
    assert values["没有成果的小分队"] == ("1", "乙队")


def test_english_counts_the_same():
    with messages.speaking("en"):
        assert "nobody went to Hong Kong, Macao, Taiwan" in recruiting.finding(REGIONS, TEAMS)
