"""The map: what a click, a search, a filter and a link do to it."""

from tests.browser.conftest import Map, settle

IN_EAST, IN_WEST = (117.0085, 31.0015), (116.9015, 31.0085)  # inside the parks, away from the projects
PROJECT_ONE = (117.005, 31.005)


def card(page):
    """Return what the card beside the map says."""
    return page.locator(".st-key-card-place").inner_text()


def choose(page, label, option):
    """Choose an option of a drop-down."""
    page.get_by_label(label, exact=True).click()
    page.get_by_role("option", name=option, exact=True).click()
    settle(page)


def test_a_click_on_a_park_opens_its_card_beside_the_map(open_page, page, small):
    Map(open_page("map", on=small)).click(*IN_EAST)
    assert "东园" in card(page)
    assert "80.0 万元/亩" in card(page)
    assert "chosen=park" in page.url


def test_a_click_on_a_project_opens_its_card_and_a_popup(open_page, page, small):
    map_ = Map(open_page("map", on=small))
    map_.click(*PROJECT_ONE)
    assert "一厂" in card(page)
    assert "张书记" in card(page)
    assert "140.0 万元/亩" in map_.frame.locator(".pa-popup").inner_text()


def test_a_click_beside_everything_lets_go_of_what_was_chosen(open_page, page, small):
    map_ = Map(open_page("map", on=small))
    map_.click(*IN_EAST)
    map_.click(116.95, 31.03)
    assert "点击地图上的园区或项目" in card(page)
    assert "chosen" not in page.url


def test_a_tooltip_names_what_is_under_the_mouse(open_page, small):
    map_ = Map(open_page("map", on=small))
    map_.hover(*IN_WEST)
    assert "西园" in map_.frame.locator(".pa-tip").inner_text()


def test_search_moves_the_map_and_opens_the_card(open_page, page, small):
    map_ = Map(open_page("map", on=small))
    before = map_.view
    page.get_by_label("按名称、拼音首字母或责任人查找").fill("西园")
    page.keyboard.press("Enter")
    settle(page)
    page.get_by_role("radio", name="西园").click()
    map_.rest()
    page.wait_for_timeout(1000)  # the flight
    lon, lat, zoom = map_.view
    assert abs(lon - 116.905) < 0.01
    assert abs(lat - 31.005) < 0.01
    assert zoom > before[2]
    assert "西园" in card(page)


def test_colours_and_filters_change_without_reloading_the_frame_or_moving_the_map(open_page, page, small):
    map_ = Map(open_page("map", on=small))
    map_.frame.evaluate("() => { window.mark = 1; map.setView([31.004, 117.003], 14, { animate: false }) }")
    view = map_.view
    choose(page, "园区填色", "项目数")
    choose(page, "项目颜色", "产业")
    page.get_by_label("阶段", exact=True).click()
    page.get_by_role("option", name="签约").click()
    map_.rest()
    assert map_.frame.evaluate("() => window.mark") == 1
    assert map_.view == view
    assert map_.drawn("project") == {"project:一厂"}
    legend = map_.frame.locator(".pa-legend").inner_text()
    assert "项目数" in legend
    assert "化工" in legend


def test_the_legend_filters_without_the_server_and_a_link_repeats_it(open_page, page, small):
    map_ = Map(open_page("map", on=small))
    order = map_.frame.evaluate("() => document.body.dataset.drawn")
    entry = map_.frame.locator(".pa-legend button", has_text="未达标").first
    entry.click()
    assert map_.drawn("park") == {"park:西园"}
    entry.click()
    assert map_.drawn("park") == {"park:西园", "park:东园"}
    entry.click()
    map_.frame.locator(".pa-legend .pa-layer", has_text="项目").first.click()
    assert map_.frame.evaluate("() => document.body.dataset.drawn") == order
    page.reload()
    linked = Map(page)
    assert (linked.drawn("park"), linked.drawn("project")) == ({"park:西园"}, set())


def test_moving_the_map_asks_nothing_when_everything_was_sent(open_page, page, small):
    map_ = Map(open_page("map", on=small))
    map_.frame.evaluate(
        "() => { window.asked = 0; const set = Streamlit.setComponentValue;"
        " Streamlit.setComponentValue = (...a) => { window.asked++; set(...a) }; map.panBy([120, 40]) }"
    )
    page.wait_for_timeout(1000)
    map_.frame.evaluate("() => map.zoomIn()")
    page.wait_for_timeout(1000)
    assert map_.frame.evaluate("() => window.asked") == 0


def test_the_region_stays_fitted_to_the_window_until_somebody_moves_it(open_page, page, small):
    map_ = Map(open_page("map", on=small))
    zoom = "() => map.getZoom()"
    wide = map_.frame.evaluate(zoom)
    page.set_viewport_size({"width": 680, "height": 900})
    map_.frame.wait_for_function(f"() => map.getZoom() < {wide}")
    map_.frame.evaluate("() => map.setZoom(14, { animate: false })")
    page.set_viewport_size({"width": 1440, "height": 900})
    map_.frame.wait_for_function("() => map.getSize().x > 600")
    assert map_.frame.evaluate(zoom) == 14


def test_a_link_reopens_the_chosen_park_at_its_window(open_page, page, small):
    link = "map?chosen=park:西园&at=116.88,30.98,116.93,31.03,13&measure=project_count"
    lon, lat, _ = Map(open_page(link, on=small)).view
    assert abs(lon - 116.905) < 0.02
    assert abs(lat - 31.005) < 0.02
    assert "西园" in card(page)


def test_a_layer_is_switched_off_in_the_legend(open_page, small):
    map_ = Map(open_page("map", on=small))
    map_.frame.locator(".pa-layer", has_text="项目").click()
    assert map_.drawn("project") == set()
    assert map_.drawn("park") == {"park:西园", "park:东园"}


def test_the_overviews_list_of_matters_leads_to_the_project(open_page, page, small):
    open_page(on=small)
    page.get_by_role("link", name="二厂").click()
    page.wait_for_url("**/project-card?**")
    settle(page)
    assert page.get_by_text("二厂").first.is_visible()


def test_a_click_on_an_obstacle_opens_its_card_and_highlights_its_projects(open_page, page, server):
    map_ = Map(open_page("map", on=server))
    is_road = "l.item && l.item.layer === 'obstacles' && l.item.content.names[l.item.i].includes('东延路')"
    find = f"() => {{ let at; map.eachLayer(l => {{ if ({is_road}) at = l.item.point }}); return at }}"
    lat, lon = map_.frame.evaluate(find)
    map_.frame.evaluate("at => map.setView(at, 13, { animate: false })", [lat, lon])
    map_.click(lon, lat + 0.0004)  # the triangle stands on its place
    assert "园区东延路未贯通" in card(page)
    assert "县交通局" in card(page)
    assert "chosen=obstacle" in page.url
    lit = map_.frame.locator('.pa-project[fill="#D81B60"]')
    assert lit.count() == page.locator('.st-key-card-place [data-testid="stPageLink"]').count() == 7
    map_.frame.locator(".pa-layer", has_text="问题").click()
    assert map_.drawn("obstacle") == set()
