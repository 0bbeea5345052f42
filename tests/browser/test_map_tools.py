"""The map's tools: draw, measure, tick and click, play, two maps side by side; the window is kept."""

from tests.browser.conftest import HEADER_PX, ROW_PX, TICK_PX, Map, go, settle

AROUND_EAST = [(116.995, 30.995), (117.015, 30.995), (117.015, 31.015), (116.995, 31.015)]
IN_FIELD = (117.012, 31.005)  # east of the park


def at(map_, lon, lat):
    """Return where on the map a place stands."""
    return map_.frame.evaluate("([x, y]) => map.latLngToContainerPoint([y, x])", [lon, lat])


def take(map_, tool):
    """Take a tool from the map's bar; return the map's area, to click on."""
    map_.frame.locator(f".pa-tool.is-{tool}").click()
    map_.frame.wait_for_function("() => document.querySelector('.is-sketching')")
    return map_.frame.locator("#map_div")


def put(map_, *places, tool):
    """Take a tool and click at places, in degrees, the last one twice."""
    area = take(map_, tool)
    for place in places:
        area.click(position=at(map_, *place))
    area.click(position=at(map_, *places[-1]))
    map_.rest()


def test_a_polygon_drawn_selects_what_lies_inside_until_it_is_cleared(open_page, page, small):
    map_ = Map(open_page("map?at=116.96,30.96,117.05,31.05,13", on=small))
    map_.click(117.005, 31.005)  # 一厂: a click on the map lets it go
    put(map_, *AROUND_EAST, tool="polygon")
    page.get_by_text("其中有 2 个项目").wait_for()
    assert "inside=polygon" in page.url
    assert map_.frame.locator(".pa-drawn").count() == 1
    map_.frame.locator(".pa-tool.is-clear").click()
    map_.rest()
    assert page.get_by_text("其中有 2 个项目").count() == 0
    assert map_.frame.locator(".pa-drawn").count() == 0


def test_lengths_are_measured_and_constraint_layers_switched_without_the_server(open_page, page, small):
    map_ = Map(open_page("map?at=116.96,30.96,117.05,31.05,13", on=small))
    put(map_, (117.0, 31.0), (117.01, 31.0), tool="measure")
    metres = int(map_.frame.locator(".pa-note").inner_text().split()[1])
    assert abs(metres - 955) <= 15  # 955.1 m, and a click hits whole pixels only
    assert "inside" not in page.url
    map_.frame.locator(".pa-tool.is-clear").click()
    order = map_.frame.evaluate("() => document.body.dataset.drawn")
    field = map_.frame.locator(".leaflet-constraints-pane path")
    map_.click(*IN_FIELD)
    popup = map_.frame.locator(".pa-popup").inner_text()
    assert "农田" in popup
    assert "1,588 亩" in popup
    for switch in (".pa-entry", ".pa-layer"):
        button = map_.frame.locator(switch, has_text="农田" if switch == ".pa-entry" else "约束图层")
        button.click()
        assert field.count() == 0
        button.click()
        assert field.count() == 1
    assert map_.frame.evaluate("() => document.body.dataset.drawn") == order


def test_ticks_in_the_table_and_clicks_on_the_map_agree(open_page, page, small):
    map_ = Map(open_page("map", on=small))
    table = page.locator(".st-key-table-map canvas").first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    page.mouse.click(box["x"] + TICK_PX, box["y"] + HEADER_PX + ROW_PX / 2)  # 二厂 has the largest contract
    settle(page)
    map_.frame.wait_for_selector(".leaflet-picked-pane path")
    assert "pick=" in page.url
    map_.click(117.005, 31.005)  # 一厂
    page.get_by_text("把这 2 个项目排成拉练线路").wait_for()


def test_play_reaches_the_newest_ledger_without_rebuilding_the_map(open_page, page, small):
    map_ = Map(open_page("map?as_of=2026-05-31", on=small))
    map_.frame.evaluate("() => { window.mark = 1 }")
    page.locator(".st-key-play button").click()
    map_.frame.wait_for_function("() => document.querySelectorAll('.leaflet-projects-pane path').length === 3")
    page.get_by_role("button", name="播放").wait_for()
    assert map_.frame.evaluate("() => window.mark") == 1


def test_two_maps_move_together_and_the_address_keeps_their_window(open_page, page, small):
    map_ = Map(open_page("map?compare=day", on=small))
    other = page.locator('iframe[title^="streamlit_folium"]').nth(1).element_handle().content_frame()
    other.wait_for_selector("body[data-drawn]", state="attached")
    map_.frame.evaluate("() => map.setView([31.004, 117.003], 14, { animate: false })")
    assert other.evaluate("() => [map.getCenter().lat, map.getZoom()]") == [31.004, 14]
    page.wait_for_url("**at=116.**")
    go(page, "")
    go(page, "map")
    assert abs(Map(page).view[1] - 31.004) < 0.002


def test_a_site_visit_is_put_together_on_the_map(open_page, page, small):
    map_ = Map(open_page("tour?at=116.96,30.96,117.05,31.05,13", on=small))
    map_.frame.evaluate("() => { window.mark = 1 }")
    map_.click(117.005, 31.005)  # 一厂
    page.get_by_role("button", name="加入行程").click()
    settle(page)
    map_.frame.wait_for_selector(".pa-stop")
    take(map_, "point").click(position=at(map_, 117.03, 30.99))

    page.wait_for_url("**start=117.0**")
    assert "stop=" in page.url
    assert map_.frame.evaluate("() => window.mark") == 1
