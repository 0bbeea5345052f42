"""The page of land in a browser: its map tells of constraint layers, its lists lead to their projects."""

from tests.browser.conftest import HEADER_PX, ROW_PX, TICK_PX, Map, settle


def test_a_red_line_has_a_popup_and_idle_land_opens_its_project(open_page, page, server):
    map_ = Map(open_page("ground", on=server))
    assert len(map_.drawn("park")) == 12
    find = "l => l.item && l.item.layer === 'constraints' && l.item.content.names[l.item.i] === '生态保护红线'"
    lat, lon = map_.frame.evaluate(
        f"() => {{ let at; map.eachLayer(l => {{ if (({find})(l)) at = l.getCenter() }}); return [at.lat, at.lng] }}"
    )
    map_.click(lon, lat)
    popup = map_.frame.locator(".pa-popup").inner_text()
    assert "生态保护红线" in popup
    assert " 亩" in popup
    table = page.locator(".st-key-table-idle_land canvas").first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    page.mouse.click(box["x"] + TICK_PX, box["y"] + HEADER_PX + ROW_PX / 2)  # the longest idle
    page.wait_for_url("**/project-card?**")
    settle(page)
    assert page.get_by_text("泽禾日用细瓷二期项目").first.is_visible()
