"""The page of people of a county that can be counted in the head (toy.py), and of thinner ones."""

import pytest

from tests.pages import toy

LATE = {**toy.ONE, "计划开工日期": "2026-06-01", "项目专员": "李专员"}


@pytest.fixture(scope="module")
def states(tmp_path_factory):
    """A function: a county whose June ledger holds these rows, the only ledger."""

    def workspace(*rows):
        return toy.county(tmp_path_factory.mktemp("people"), parks=False, targets=False, june=rows)

    return workspace


def test_what_moved_is_late_or_due_stands_on_top(show, county):
    figures = show(county, "people").figures
    assert figures["包保领导"] == ("1 位", "3 个项目未填")
    assert figures["有进展"] == ("3 个", "共 4 个项目")
    assert figures["逾期项目"] == ("0 个", "3 个缺计划日期，无从判断")


def test_a_late_project_is_told_with_its_leader(show, states):
    page = show(states(LATE, toy.TWO), "people")
    assert (
        "1 位包保领导负责 1 个项目；逾期 1 个（2,000 万元），30天内到期 0 个，逾期最多的是张书记"
        in page.text.replace("\\", "")
    )
    assert page.table("包保领导一览")["person_lamp"].tolist() == ["■ 滞后", "● 正常"]
    assert page.table("包保领导一览")["person_name"].tolist() == ["张书记", "未填"]


def test_one_ledger_alone_leaves_movement_open(show, states):
    assert show(states(LATE), "people").figures["有进展"] == ("—", "没有上期台账可比")


def test_a_county_that_names_nobody_is_told_so_and_lists_its_projects(show, states):
    page = show(states(toy.TWO, toy.THREE), "people")
    assert "2 个项目均未填包保领导。" in page.text
    assert set(page.table("全部人员的项目")["project_name"]) == {"二厂", "三厂"}


def test_without_planned_dates_nobody_is_said_to_be_on_time(show, states):
    text = show(states(toy.ONE), "people").text
    assert "没有已知逾期的项目，30天内到期 0 个；1 个已签约项目缺计划日期，无从判断。" in text


def test_where_all_is_done_nothing_is_late(show, states):
    done = {**toy.THREE, "包保领导": "张书记"}
    page = show(states(done), "people")
    assert "没有逾期项目，30天内到期 0 个" in page.text
    assert page.table("包保领导一览")["person_lamp"].tolist() == ["● 正常"]


def test_a_link_opens_a_persons_list_and_a_choice_changes_it(show, states):
    page = show(states(LATE, toy.TWO), "people", role="officer", person="李专员")
    assert page.table("李专员的项目")["project_name"].tolist() == ["一厂"]
    page.widget("selectbox", "people-person").set_value("")
    assert len(page.run().table("全部人员的项目")) == 2


def test_an_address_that_names_a_stranger_lists_everybody(show, county):
    page = show(county, "people", role="mayor", person="王")
    assert "全部人员的项目" in page.words
