"""The Recruiting page: trips and what they brought, from a table that an office imports."""

import pytest

from tests.pages import making, toy

ONE = {
    "招商小分队": "一队", "招商区域": "珠三角", "开始日期": "2026-02-01", "结束日期": "2026-02-04", "责任单位": "乙局",
    "走访企业": 6, "获得线索": 2, "促成项目": "一厂",
}  # fmt: skip
TWO = {**ONE, "招商小分队": "二队", "招商区域": "京津唐", "获得线索": 0, "促成项目": ""}


@pytest.fixture(scope="module")
def travelled(tmp_path_factory):
    """The toy county with a trip of two teams each, one of which brought 一厂."""
    folder = tmp_path_factory.mktemp("travelled")
    directory = toy.county(folder)
    with making.Workspace(directory) as made:
        made.import_file(making.offer("trips", making.table(folder / "trips.csv", ONE, TWO)))
    return directory


def test_teams_stand_with_what_they_brought(show, travelled):
    page = show(travelled, "recruiting")
    assert page.figures["促成合同额"] == ("2,000 万元", "全部来源地签约 0 个，—")
    teams = page.table("各小分队的外出与成果")
    assert teams["team_name"].tolist() == ["一队", "二队"]
    assert "二队没有成果；长三角、港澳台、境外没有人去" in page.text


def test_a_year_without_trips_keeps_its_switch(show, travelled):
    page = show(travelled, "recruiting", period="2026-05", units="甲镇")
    assert "一队" not in page.text
    assert len(page.app.get("button_group")) >= 2


def test_without_a_table_of_trips_there_is_a_hint_and_nothing_else(show, county):
    page = show(county, "recruiting")
    assert "还没有招商活动" in page.text
    assert not page.app.get("plotly_chart")
    assert not page.figures
