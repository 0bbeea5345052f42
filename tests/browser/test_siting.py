"""The page of sites in a browser: a weight moves the ranking, and its link reopens it; the map shows every park."""

from tests.browser.conftest import Map, settle


def finding(page):
    return page.locator('[data-testid="stMain"] h5').first.inner_text()


def test_a_weight_moves_the_ranking_and_a_link_reopens_it(open_page, page, server):
    open_page("where?site_industry=包装印刷", on=server)
    assert "首选石亭食品产业园" in finding(page)
    for name in ("agglomeration", "land_price"):
        page.locator(f'.st-key-site_w_{name} input[type="range"]').press("Home")
        settle(page)
    assert "首选河东科创园" in finding(page)
    assert "按默认权重它排第 2" in finding(page)
    assert "site_w_agglomeration=0" in page.url
    page.reload()
    assert len(Map(page).drawn("park")) == 12
    assert "首选河东科创园" in finding(page)
