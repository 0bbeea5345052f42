"""The clusters' page in a browser: a look at a cluster, at a project, at another industry, and months that play."""

import re

import pytest

from tests.browser.conftest import Map, settle

# Where a project of a cluster stands that nothing covers, and its name.
FREE = """() => {
    let found;
    map.eachLayer(form => {
        if (form.item?.layer !== "projects" || form.item.of !== 0) return;
        const { x, y } = map.latLngToContainerPoint(form.getLatLng());
        if (document.elementFromPoint(x, y) === form.getElement()) found = form;
    });
    const { lng, lat } = found.getLatLng();
    return [lng, lat, found.item.content.names[found.item.i]];
}"""
ZOOM = "() => map.getZoom()"


@pytest.fixture(autouse=True)
def tall(page):
    """The maps stand in the window whole: nothing scrolls between a look and a click."""
    page.set_viewport_size({"width": 1440, "height": 2400})


def test_a_cluster_looked_at_fills_the_map_and_its_projects_open(open_page, page, server):
    map_ = Map(open_page("cluster", on=server))
    assert page.get_by_text("陶瓷建材有 2 处集群").is_visible()
    whole = map_.frame.evaluate(ZOOM)
    page.get_by_text("1 号", exact=True).click()
    map_.frame.wait_for_function(f"() => map.getZoom() > {whole} + 1")
    map_.rest()
    lon, lat, name = map_.frame.evaluate(FREE)
    map_.click(lon, lat)
    assert name in map_.frame.locator(".pa-popup").inner_text()
    assert page.get_by_role("link", name=name).get_attribute("href").count("project=") == 1
    assert "look=1" in page.url
    assert map_.frame.locator(".pa-hull").count() > 0
    map_.frame.locator(".pa-layer", has_text="集群范围").click()
    assert map_.frame.locator(".pa-hull, .of-hulls").count() == 0
    page.locator(".st-key-clusters-industry input").click()
    page.get_by_role("option", name="装备制造").click()
    map_.frame.wait_for_function(f"() => map.getZoom() <= {whole}")
    assert page.get_by_text(re.compile("^装备制造有 .* 处集群")).is_visible()
    assert "industry=" in page.url
    assert "look=" not in page.url


def test_the_months_play_to_the_last_on_maps_that_move_together(open_page, page, server):
    open_page("cluster?then=2026-08-31", on=server)
    _, then, now = (one.content_frame() for one in page.query_selector_all('iframe[title^="streamlit_folium"]'))
    assert page.get_by_text(re.compile("^2026-08：")).is_visible()
    then.wait_for_selector("body[data-drawn]", state="attached")
    now.wait_for_selector("body[data-drawn]", state="attached")
    then.evaluate("() => { window.mark = 1; map.setZoom(13, { animate: false }) }")
    assert now.evaluate(ZOOM) == 13
    page.get_by_role("button", name="播放").click()
    page.get_by_text(re.compile("^2026-09：")).wait_for()
    page.get_by_text(re.compile("^2026-08：")).wait_for(state="detached")
    page.get_by_text(re.compile("^2026-10：")).nth(1).wait_for()
    page.get_by_role("button", name="播放").wait_for()
    settle(page)
    assert page.get_by_text(re.compile("^2026-10：")).count() == 2
    assert not re.search("then=2026-0", page.url)
    assert (then.evaluate("() => window.mark"), then.evaluate(ZOOM)) == (1, 13)
