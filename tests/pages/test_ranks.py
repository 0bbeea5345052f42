"""The Ranks page on a county to be counted in the head: without a target, units and parks rank by what they brought."""

import pytest

from tests.pages import making, toy


@pytest.fixture(scope="module")
def league(tmp_path_factory):
    """Up to June 2026 一厂 and 二厂 were signed for 东园; 一厂 by 甲镇, 二厂 by 乙局; in May only 二厂 was there."""
    folder = tmp_path_factory.mktemp("league")
    return making.workspace(
        folder / "workspace",
        ("units", making.table(folder / "责任单位.csv", *toy.UNITS), None),
        ("parks", making.boundaries(folder / "园区.geojson", toy.EAST, toy.WEST), None),
        ("ledger", making.table(folder / "五月.csv", {**toy.THREE, "签约日期": "2026-03-01"}), "2026-05"),
        ("ledger", making.table(folder / "六月.csv", *toy.JUNE), "2026-06"),
    )


def test_the_page_says_who_is_first_of_each_group(show, league):
    finding = next(words for words in show(league, "ranks").words if words.startswith("#####"))
    assert "乡镇街道和开发区中甲镇项目个数第一（1 个）" in finding
    assert "园区中东园项目个数第一（2 个）" in finding


def test_parks_are_ranked_by_the_metric_of_the_address_with_their_moves(show, league):
    page = show(league, "ranks", ranked_group="park", rank_metric="contract_wan")
    table = page.table("园区：合同投资额名次").set_index("ranked_name")
    assert table["done_value"].to_dict() == {"东园": 6000, "西园": 0}
    assert table["place"].to_dict() == {"东园": 1, "西园": 2}
    assert table["places_risen"].to_dict() == {"东园": "↑ 1", "西园": "↓ 1"}
    assert page.figures["上升最多"] == ("↑ 1", "东园")
    assert page.figures["尚为零"] == ("1 个", "西园")


def test_a_filter_of_parks_lists_fewer_and_moves_nobody(show, league):
    page = show(league, "ranks", ranked_group="park", rank_metric="contract_wan", parks="西园")
    assert page.table("园区：合同投资额名次")["place"].tolist() == [2]
