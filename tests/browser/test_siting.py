"""The page of sites in a browser: a weight moves the ranking; map, ranking and address choose the same park."""

from tests.browser.conftest import HEADER_PX, ROW_PX, TICK_PX, Map, settle


def finding(page):
    return page.locator('[data-testid="stMain"] h5').first.inner_text()


def test_a_weight_moves_the_ranking_and_a_link_reopens_it(open_page, page, server):
    open_page("where?site_industry=包装印刷", on=server)
    assert "首选石亭食品产业园" in finding(page)
    for name in ("agglomeration", "land_price"):
        page.locator(f'.st-key-siting-site_w_{name} input[type="range"]').press("Home")
        settle(page)
    assert "首选河东科创园" in finding(page)
    assert "按默认权重它排第 2" in finding(page)
    assert "site_w_agglomeration=0" in page.url
    page.reload()
    assert len(Map(page).drawn("park")) == 12
    assert "首选河东科创园" in finding(page)


def test_map_and_ranking_mark_the_same_chosen_park(open_page, page, server):
    map_ = Map(open_page("where?site_industry=包装印刷", on=server))
    find = (
        "() => { let at; map.eachLayer(l => { if (l.item && l.item.id === 'park:P08') at = l.item.point }); return at }"
    )
    lat, lon = map_.frame.evaluate(find)
    map_.click(lon, lat)
    card = page.locator(".st-key-card-siting-one")
    card.get_by_text("柳桥新能源产业园：不满足。产业须属新能源、装备制造").wait_for()
    assert "site_park=P08" in page.url
    box = page.locator(".st-key-siting-list canvas").first.bounding_box()
    page.mouse.click(box["x"] + TICK_PX, box["y"] + HEADER_PX + ROW_PX / 2)  # the first of the ranking
    card.get_by_text("石亭食品产业园：可落户，第 1 名，61 分").wait_for()
    settle(page)
    assert map_.frame.locator(".pa-label.is-chosen").inner_text() == "石亭食品产业园"
    map_.frame.wait_for_selector(".pa-popup", state="detached")
