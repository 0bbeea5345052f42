"""What pages say of a county that can be counted in the head (toy.py)."""

import pytest

from parkatlas.ui.layout import PAGES
from tests.pages import toy


def test_the_overview_counts_the_year_against_its_targets(show, county):
    figures = show(county).figures
    assert figures["本年项目个数"][0] == "2 个"
    assert figures["本年项目个数"][1].startswith("完成 50.0%")
    assert figures["本年合同投资额"][0] == "6,000 万元"


def test_the_overview_says_intensity_and_how_many_have_started(show, county):
    figures = show(county).figures
    assert figures["投资强度"] == ("82.5 万元/亩", "达标率 66.7%")
    assert figures["开工率"] == ("50.0 %", "已签约 4 个，开工 2 个")


def test_without_targets_the_overview_says_how_much_stands_there(show, tmp_path):
    figures = show(toy.county(tmp_path, targets=False)).figures
    assert figures["项目数"] == ("4 个", "2 个园区")
    assert figures["合同投资额"][0] == "1.00 亿元"


def test_a_parks_own_threshold_decides_about_it(show, county):
    by_park = show(county).table("各园区投资强度").set_index("park_name")
    assert by_park["verdict"].to_dict() == {"西园": "达标", "东园": "未达标"}
    assert by_park["intensity_wan_per_mu"].to_dict() == {"西园": 90.0, "东园": 80.0}


def test_the_intensity_page_counts_passes_and_projects_with_missing_data(show, county):
    figures = {label: value for label, (value, _) in show(county, "intensity").figures.items()}
    assert figures == {
        "投资强度": "82.5 万元/亩", "达标率": "66.7 %", "未达标项目": "1 个", "缺数据项目": "1 个",
    }  # fmt: skip


def test_a_project_below_the_threshold_is_listed_with_what_it_lacks(show, county):
    (row,) = show(county, "intensity").table("未达标项目（差多少）").to_dict("records")
    assert (row["project_name"], row["shortfall_wan_per_mu"], row["shortfall_wan"]) == ("二厂", 50, 1000)


def test_missing_data_are_listed_field_by_field(show, county):
    gaps = show(county, "intensity").table("缺数据的项目")
    named = gaps.groupby("project_name")["gap"].apply(set).to_dict()
    assert named == {"三厂": {"缺到位资金"}, "四厂": {"缺用地面积", "缺坐标", "缺产业"}}


def test_the_map_draws_parks_by_verdict_and_projects_with_a_point(show, county):
    scene = show(county, "park_map").scene
    assert dict(zip(scene["parks"]["names"], scene["parks"]["of"], strict=True)) == {"东园": 1, "西园": 0}
    assert set(scene["projects"]["names"]) == {"一厂", "二厂", "三厂"}


def test_a_link_to_a_park_opens_its_card(show, county):
    words = show(county, "park_map", chosen="park:东园").text
    assert "80\\.0 万元\\/亩" in words
    assert "2 个项目，1 个达标，0 个缺数据" in words
    assert "1,500 亩" in words


def test_a_link_to_a_project_opens_its_card_with_the_enclave_marked(show, county):
    words = show(county, "park_map", chosen="project:二厂").text
    assert "#### 二厂" in words
    assert ":violet-badge[飞地项目]" in words
    assert "2026-04-01" in words


def test_search_finds_parks_and_projects_by_part_of_a_name(show, county):
    page = show(county, "park_map")
    page.widget("text_input", "search").set_value("园")
    assert page.run().widget("button_group", "found").options == ["东园", "西园"]


def test_search_that_finds_nothing_says_what_was_searched(show, county):
    page = show(county, "park_map")
    page.widget("text_input", "search").set_value("*x*")
    assert r"没有找到“\*x\*”。" in page.run().words


def test_the_list_of_imports_names_each_file_and_who_took_it_in(show, county):
    imports = show(county, "imports").table("导入记录")
    assert list(imports["file_name"]) == ["目标.csv", "六月.csv", "五月.csv", "园区.geojson", "责任单位.csv"]
    assert set(imports["imported_by"]) == {"小王"}


def test_the_glossary_finds_a_column_by_what_ledgers_call_it(show, county):
    page = show(county, "glossary")
    page.widget("text_input", "glossary_search").set_value("县外资金")
    assert list(page.run().table("指标与字段")["word"]) == ["域外资金"]


@pytest.mark.parametrize("page", [name for *_, name, _ in PAGES])
def test_every_page_states_date_basis_region_and_that_data_are_invented(county_page, page):
    line = county_page(page).app.caption[0].value
    for part in ("2026\\-06\\-30", "计划固定资产投资", "全部园区", "青山县", "示例数据"):
        assert part in line
