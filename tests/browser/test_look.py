"""What a person chooses about the frame: language, type size, theme, filters; and what must not be there."""

import re

import pytest

from tests.browser.conftest import go, settle, shown_words

LIGHTNESS = (
    "e => { const [r, g, b] = getComputedStyle(e).backgroundColor.match(/\\d+/g).map(Number); return r + g + b; }"
)


def test_the_language_switches_the_whole_page_and_stands_in_the_address(open_page, page, small):
    open_page(on=small)
    page.get_by_text("English", exact=True).click()
    settle(page)
    assert page.get_by_role("heading", level=1).inner_text() == "Overview"
    assert "lang=en" in page.url
    page.get_by_text("中文", exact=True).click()
    settle(page)
    assert page.get_by_role("heading", level=1).inner_text() == "总览"


def test_large_type_enlarges_figures_and_text(open_page, page, small):
    def sizes():
        script = "e => parseFloat(getComputedStyle(e).fontSize)"
        words = [page.locator(name).first.evaluate(script) for name in (".figures .value", ".figures .label", "h1")]
        return [*words, page.locator('[data-testid="stDataFrame"]').first.bounding_box()["height"]]

    open_page(on=small)
    usual = sizes()
    page.get_by_text("大字号").click()
    settle(page)
    assert all(large > 1.3 * small for large, small in zip(sizes(), usual, strict=True))
    assert "large=1" in page.url


def test_large_type_enlarges_the_names_and_the_legend_of_the_map(open_page, page, small):
    def sizes(path):
        open_page(path, on=small)
        frame = page.wait_for_selector('iframe[title^="streamlit_folium"]').content_frame()
        frame.wait_for_selector(".pa-label")
        script = "e => parseFloat(getComputedStyle(e).fontSize)"
        return [frame.locator(name).first.evaluate(script) for name in (".pa-label", ".pa-legend")]

    usual = sizes("map")
    assert sizes("map?large=1") == pytest.approx([1.4 * size for size in usual])


@pytest.mark.parametrize(("scheme", "is_dark"), [("light", False), ("dark", True)])
def test_page_cards_and_map_take_the_theme_of_the_browser(open_page, page, small, scheme, is_dark):
    page.emulate_media(color_scheme=scheme)
    open_page(on=small)
    frame = page.wait_for_selector('iframe[title^="streamlit_folium"]').content_frame()
    frame.wait_for_selector("body[data-drawn]", state="attached")
    grounds = [
        page.locator(name).first for name in ('[data-testid="stApp"]', ".figures > div", '[class*="st-key-card-"]')
    ]
    shades = [ground.evaluate(LIGHTNESS) for ground in [*grounds, frame.locator(".pa-legend")]]
    assert all((shade < 200) == is_dark for shade in shades), shades


def test_filters_outlive_page_changes_and_a_link_reopens_the_same_figures(open_page, page, small, browser):
    open_page(on=small)
    page.get_by_label("园区", exact=True).click()
    page.get_by_role("option", name="西园").click()
    settle(page)
    page.keyboard.press("Escape")
    go(page, "per-mu")
    assert page.locator(".figures .value").first.inner_text().replace("\n", "") == "90.0万元/亩"
    other = browser.new_context(viewport={"width": 1440, "height": 900})
    copied = other.new_page()
    copied.goto(page.url)
    settle(copied)
    assert copied.locator(".figures").inner_text() == page.locator(".figures").inner_text()
    other.close()


def test_one_click_on_the_chips_clears_the_filters_and_the_address(open_page, page, small):
    open_page("per-mu?parks=西园&stages=producing", on=small)
    assert page.get_by_text("园区：西园", exact=True).count() == 1
    page.get_by_role("button", name="清除筛选").click()
    settle(page)
    assert "parks" not in page.url
    page.locator(".figures .value").first.filter(has_text="82.5").wait_for()


def test_there_is_no_developers_menu_and_no_telemetry(open_page, page, small, watch):
    open_page(on=small)
    assert (
        page.locator(
            '[data-testid="stMainMenu"], [data-testid="stAppDeployButton"], [data-testid="stToolbarActions"]'
        ).count()
        == 0
    )
    assert not [path for path in watch.paths if re.search("analytics|segment|webhooks|metrics", path)]


def test_the_server_hands_out_a_token_against_forged_requests(open_page, context, small):
    open_page(on=small)
    assert "_streamlit_xsrf" in {cookie["name"] for cookie in context.cookies()}


def test_a_tables_own_menu_speaks_chinese(open_page, page, small):
    open_page("per-mu", on=small)
    table = page.locator('[data-testid="stDataFrame"]').first
    table.scroll_into_view_if_needed()
    table.hover(position={"x": 235, "y": 18})
    page.wait_for_timeout(300)
    table.click(position={"x": 235, "y": 18})
    menu = page.get_by_test_id("stDataFrameColumnMenu").get_by_role("menuitem")
    assert len([item for item in menu.all() if item.is_visible()]) == 2
    assert not re.search("Sort|Statistics|Autosize|Pin|Hide|Format", shown_words(page))
