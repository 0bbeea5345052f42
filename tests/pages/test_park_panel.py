"""The Park page beside another park, with its zone, its pieces and what was merged into it."""

import pytest

from tests.pages import making, toy

OLD = making.park("老园", 117.00, 31.00, 并入园区="东园", 并入日期="2026-03-01", 规划面积=300)


@pytest.fixture(scope="module")
def joined(tmp_path_factory):
    folder = tmp_path_factory.mktemp("joined")
    parks = making.boundaries(folder / "园区.geojson", toy.EAST, toy.WEST, OLD)
    ledger = making.table(folder / "六月.csv", toy.ONE, toy.THREE, {**toy.FOUR, "园区": "老园"})
    return making.workspace(folder / "workspace", ("parks", parks, None), ("ledger", ledger, "2026-06"))


def test_another_park_is_chosen_stands_beside_and_in_the_address(show, county):
    page = show(county, "park", park="东园")
    assert list(page.table("园区对比").columns) == ["项目", "东园"]
    page.widget("selectbox", "park-other").set_value("西园")
    facts = page.run().table("园区对比").set_index("项目")
    assert facts.loc["投资强度（计划）"].tolist() == ["80.0 万元/亩", "90.0 万元/亩"]
    assert page.app.query_params["other"] == "西园"
    assert "各期台账都未填本园区项目的投资额，没有走势可画。" not in page.text


@pytest.mark.parametrize("other", ["东园", "没有的", "<img src=x>"])
def test_nonsense_beside_a_park_is_ignored(show, county, other):
    page = show(county, "park", park="东园", other=other)
    assert list(page.table("园区对比").columns) == ["项目", "东园"]


def test_a_merged_park_is_told_and_its_name_means_its_heir(show, joined):
    page = show(joined, "park", park="东园")
    assert "老园（规划 300.0 亩）于 2026-03-01 并入。" in page.text.replace("\\", "")
    assert page.figures["项目数"][0] == "2 个"
    assert page.widget("selectbox", "park").options == ["东园", "西园"]
