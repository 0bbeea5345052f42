"""Projects that the newest ledger leaves out: said on every page, listed on Data, and decided on there."""

import pytest

from parkatlas.ui.kit import store
from tests.pages import making, toy


@pytest.fixture
def region(tmp_path):
    """Return the toy county with a ledger of July that leaves 二厂 (4000 of contract) and 四厂 (1000) out."""
    directory = toy.county(tmp_path)
    return making.workspace(directory, ("ledger", making.table(tmp_path / "七月.csv", toy.ONE, toy.THREE), "2026-07"))


def test_data_says_how_many_are_left_out_and_what_they_hold(show, region):
    words = show(region, "imports").text
    assert "本期台账未报的项目有 2 个" in words
    assert "合同投资额 5,000 万元" in words.replace("\\", "")


@pytest.mark.parametrize("page", ["overview", "intensity", "trend", "pipeline"])
def test_every_page_says_that_it_counts_them(show, region, page):
    links = [link.proto for link in show(region, page).app.get("page_link")]
    assert ("含本期台账未报项目 2 个", "data") in [(link.label, link.page) for link in links]


def test_pages_say_nothing_where_the_ledger_names_all(show, county):
    page = show(county, "intensity")
    assert not [link for link in page.app.get("page_link") if "未报项目" in link.proto.label]


def test_what_is_to_be_asked_about_names_them_and_leads_to_data(show, region):
    links = [link.proto for link in show(region).app.get("page_link")]
    assert [link.page for link in links if "本期台账未报 2 个项目" in link.label] == ["data"]


def decided(show, region, projects, outcome, heir=""):
    """Decide on projects on the Data page; return the page."""
    page = show(region, "imports")
    turn = store.workspace().revision
    page.widget("multiselect", f"decide-projects-{turn}").set_value(projects)
    page.widget("button_group", f"decide-outcome-{turn}").set_value(outcome)
    page.run()
    if heir:
        page.widget("text_input", f"decide-heir_name-{turn}").set_value(heir)
    page.widget("button", "decide-button").click()
    page.run()
    return page


def test_a_decision_is_an_import_and_ends_the_question(show, region):
    page = decided(show, region, ["二厂", "四厂"], "dropped")
    imports = store.workspace().ask("imports")
    assert (imports["import_kind"][0], imports["import_row_count"][0]) == ("decisions", 2)
    assert "本期台账未报" not in page.text
    assert store.workspace().ask("overview_totals")["contract_wan"].iloc[0] == 5000


def test_a_decision_can_be_taken_before_the_month_of_the_ledger_ends(show, region, tmp_path):
    to_come = making.table(tmp_path / "末月.csv", toy.ONE)
    making.workspace(region, ("ledger", to_come, "2090-12"))
    decided(show, region, ["四厂"], "stays")
    assert store.workspace().ask("unreported_projects")["project_name"].tolist() == ["二厂", "三厂"]


def test_a_project_merged_into_one_that_nobody_knows_is_refused_with_names_like_it(show, region):
    page = decided(show, region, ["四厂"], "merged", heir="一广")
    assert "一厂" in page.text
    assert "decisions" not in set(store.workspace().ask("imports")["import_kind"])


def test_the_check_of_a_ledger_says_whom_it_leaves_out(show, region, tmp_path):
    page = show(region, "imports")
    page.app.file_uploader[0].upload("八月.csv", making.table(tmp_path / "八月.csv", toy.ONE).read_bytes())
    page.run().widget("button", "check-upload").click()
    page.run()
    assert "这份台账没有报 3 个在库项目：二厂、三厂、四厂" in page.text
