"""The pipeline's page in a browser: a click on a number lists its projects, and they light up on the map."""

from tests.browser.conftest import Map, settle

SIGNED = 4  # the fifth stage, counted from the top


def test_a_bar_of_the_funnel_lists_the_projects_of_its_stage(open_page, page, small):
    open_page("stages", on=small)
    box = page.locator(".st-key-chart-pipeline_funnel .bars .point").nth(SIGNED).bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    settle(page)
    assert page.locator(".st-key-listed h3").inner_text() == "签约阶段的项目"
    assert "listed=stage" in page.url


def test_a_list_lights_its_projects_up_on_the_map_and_leads_back(open_page, page, small):
    open_page("stages?listed=gap:not_started", on=small)
    page.get_by_text("在地图上亮显").click()
    map_ = Map(page)
    legend = map_.frame.locator(".pa-legend").inner_text()
    assert "所列项目" in legend
    assert "lit=gap" in page.url
    page.get_by_text("回到清单").click()
    settle(page)
    assert page.locator(".st-key-listed h3").inner_text() == "签约未开工的项目"


def test_a_second_click_on_a_number_closes_its_list(open_page, page, small):
    open_page("stages?listed=group:to_start", on=small)
    page.locator('[class*="st-key-number-group-to_start"] button').click()
    settle(page)
    assert page.locator(".st-key-listed h3").count() == 0
    assert "listed" not in page.url
