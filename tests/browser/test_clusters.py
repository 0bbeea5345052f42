"""The clusters' page in a browser: come near to a cluster, choose an industry, let the months play."""

import re

from tests.browser.conftest import settle


def title(page, chart):
    return page.locator(f".st-key-chart-{chart} .gtitle").first.text_content()


def test_a_look_at_a_cluster_comes_near_and_another_industry_has_its_own(open_page, page, server):
    open_page("cluster", on=server)
    assert title(page, "cluster_map").startswith("陶瓷建材")
    bar = page.locator(".st-key-chart-cluster_map .annotation-text", has_text="公里")
    assert bar.text_content() == "10 公里"
    page.get_by_text("集群 1", exact=True).click()
    settle(page)
    assert bar.text_content() == "0.5 公里"
    page.locator(".st-key-industry input").click()
    page.get_by_role("option", name="装备制造").click()
    settle(page)
    assert title(page, "cluster_map").startswith("装备制造")
    assert "industry=" in page.url


def test_the_months_play_to_the_last_and_stop(open_page, page, server):
    open_page("cluster?then=2026-08-31", on=server)
    assert title(page, "cluster_then").startswith("2026-08")
    page.get_by_role("button", name="播放").click()
    page.wait_for_function(
        "() => document.querySelector('.st-key-chart-cluster_then .gtitle')?.textContent.startsWith('2026-10')"
    )
    page.get_by_role("button", name="播放").wait_for()
    assert not re.search("then=2026-0", page.url)
    assert title(page, "cluster_now").startswith("2026-10")
