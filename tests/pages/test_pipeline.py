"""The pipeline's page of a county that can be counted in the head (toy.py)."""

import pytest

from parkatlas.ui.kit.listing import Listed


def numbers(page):
    """Return the labels of the numbers to click, by key."""
    return {
        button.key.removeprefix("number-"): button.label
        for button in page.app.button
        if button.key and button.key.startswith("number-")
    }


def test_the_rates_stand_on_the_projects_that_state_both_figures(show, county):
    figures = show(county, "pipeline").figures
    assert figures["合同投资额"] == ("1.00 亿元", "已签约 4 个")
    assert figures["到位率"] == ("25.0 %", "到位 1,500 万元 ÷ 合同 6,000 万元（2 个项目）")
    assert figures["开工率"] == ("50.0 %", "开工 2 个 ÷ 签约 4 个")
    assert figures["投产率"] == ("50.0 %", "投产 1 个 ÷ 开工 2 个")


def test_work_groups_and_lists_are_numbers_to_click(show, county):
    labels = numbers(show(county, "pipeline"))
    assert "争开工" in labels["group:to_start"]
    assert "2 个" in labels["group:to_start"]
    assert "2 个" in labels["gap:not_started"]


def test_a_number_clicked_lists_its_projects_and_clicked_again_closes(show, county):
    page = show(county, "pipeline")
    page.widget("button", "number-gap:not_started").click()
    assert set(page.run().table("签约未开工的项目")["project_name"]) == {"一厂", "四厂"}
    page.widget("button", "number-gap:not_started").click()
    assert "签约未开工的项目" not in page.run().words


@pytest.mark.parametrize(
    ("address", "title", "names"),
    [
        ("stage:producing", "投产阶段的项目", {"三厂"}),
        ("stage:signed:2026", "签约阶段的项目（2026 年起始）", {"一厂"}),
        ("group:to_start", "争开工的项目", {"一厂", "四厂"}),
    ],
)
def test_a_link_opens_its_list(show, county, address, title, names):
    page = show(county, "pipeline", listed=address)
    assert set(page.table(title)["project_name"]) == names


@pytest.mark.parametrize("address", ["", "x", "gap:", "gap:x", "stage:signed:x", "group:to_start:2025", "a:b:c:d"])
def test_an_address_that_names_no_list_opens_none(show, county, address):
    assert Listed.read(address) is None
    assert show(county, "pipeline", listed=address).app.session_state["listed"] == ""


@pytest.mark.parametrize("words", ["stage:signed", "stage:", "stage:lead:2025", "group:preparing", "gap:stuck"])
def test_a_list_is_written_into_the_address_as_it_was_read(words):
    assert Listed.read(words).words == words


def test_a_year_begun_leaves_its_cohort_in_the_funnel(show, county):
    page = show(county, "pipeline", cohort="2025")
    assert "曾签约 1 个" in page.text


def test_a_list_highlights_its_projects_on_the_map(show, county):
    page = show(county, "park_map", lit="gap:not_started")
    projects = page.scene["projects"]
    of = {
        name: projects["entries"][entry]["label"] for name, entry in zip(projects["names"], projects["of"], strict=True)
    }
    assert of == {"一厂": "所列项目", "二厂": "未列项目", "三厂": "未列项目"}
    assert "亮显：签约未开工的项目（2 个，有坐标 1 个）" in page.text.replace("\\", "")


def test_the_highlight_ends_on_a_click_and_for_an_unknown_list(show, county):
    page = show(county, "park_map", lit="gap:not_started")
    page.widget("button", "unlit").click()
    assert page.run().scene["projects"]["title"] == "阶段"
    assert show(county, "park_map", lit="gap:x").scene["projects"]["title"] == "阶段"
