"""The page of sites: three parks and a reserve to be counted in the head, needs that no park meets, and links.

Parks: 甲园 (化工, 500 of 600 mu free), 乙园 (化工, 100 of 200 mu free, the cheaper and nearer), 丙园 (机械, states no
supplied land).
Reserve: 一号 asks 90 mu, 二号 the same, 三号 makes machines, 四号 states no money.
"""

import pytest

from tests.pages import making

PARKS = (
    making.park("甲园", 117.0, 31.0, 规划面积=600, 已供面积=100, 主导产业="化工", 距铁路站=20, 工业地价=20),
    making.park("乙园", 116.9, 31.0, 规划面积=200, 已供面积=100, 主导产业="化工", 距铁路站=5, 工业地价=10),
    making.park("丙园", 116.8, 31.0, 规划面积=900, 主导产业="机械", 距铁路站=2),
)
ASKING = {"产业": "化工", "阶段": "协议", "用地面积(亩)": 90, "计划固定资产投资(万元)": 9000}
LEDGER = (
    {"项目名称": "老厂", "园区": "乙园", "产业": "化工", "行业代码": "C2651", "阶段": "投产", "用地面积(亩)": 50},
    {"项目名称": "一号", **ASKING, "计划固定资产投资(万元)": 9900},
    {"项目名称": "二号", **ASKING},
    {"项目名称": "三号", **ASKING, "产业": "机械"},
    {"项目名称": "四号", "产业": "化工", "阶段": "线索"},
)
RANKING = "比选排名"


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sites")
    parks, ledger = making.boundaries(folder / "园区.geojson", *PARKS), making.table(folder / "台账.csv", *LEDGER)
    return making.workspace(folder / "workspace", ("parks", parks, None), ("ledger", ledger, "2026-06"))


@pytest.fixture
def compare(show, sites):
    """A function: open the page for a chemical project, with more of the address."""
    return lambda **address: show(sites, "siting", **{"site_industry": "化工"} | address)


def test_the_parks_that_meet_all_are_ranked_and_the_first_is_named(compare):
    page = compare()
    assert "3 个园区中 2 个满足全部硬条件，首选乙园" in page.text
    table = page.table(RANKING)
    assert table["park_name"].tolist() == ["乙园", "甲园", "丙园"]
    assert table["siting_place"].fillna(0).tolist() == [1, 2, 0]
    assert page.figures["投资强度"] == ("150.0 万元/亩", "各园区门槛 100 万元/亩")
    assert "✗ 机械" in page.words


def test_a_weight_moves_a_rank_from_its_usual_place(compare):
    page = compare()
    for name in ("agglomeration", "transport", "land_price", "progress"):
        page.widget("slider", f"siting-site_w_{name}").set_value(0)
    table = page.run().table(RANKING)
    assert table["park_name"].tolist()[:2] == ["甲园", "乙园"]
    assert table["siting_move"].tolist()[:2] == ["▲ 2 → 1", "▼ 1 → 2"]
    assert "按默认权重它排第 2" in page.text
    assert page.app.query_params["site_w_transport"] == "0"


def test_a_link_reopens_the_comparison_with_the_margins(compare):
    page = compare(site_land="120", site_fai="10560", site_name="新厂")
    assert "✗ 差 12.0 万元/亩" in page.words
    assert "✗ 100.0 亩（连片未知），缺 20.0 亩" in page.words
    assert "没有一个满足全部硬条件" in page.text
    assert "固投增至 1.20 亿元（增 1,440 万元），或用地不超过 105.6 亩" in page.text.replace("\\", "")


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ({"site_rail_km": "1"}, "距铁路站最近 2.0 公里，达不到 1.0 公里以内的要求"),
        ({"site_land": "0"}, "用地为 0，无法计算投资强度，暂不推荐园区"),
        ({"site_industry": "", "site_code": "X99"}, "GB/T 4754-2017 没有 X99 这个大类"),
        ({"site_land": "-5", "site_fai": "many"}, "首选乙园"),
    ],
)
def test_what_cannot_be_met_or_told_is_said_in_a_sentence(compare, address, sentence):
    page = compare(**address)
    assert sentence in page.text.replace("\\", "")
    recommended = page.table(RANKING)["siting_place"].notna().any()
    assert recommended == ("首选" in sentence)


def test_a_chosen_park_is_marked_on_the_map_and_shows_its_conditions(compare):
    page = compare(site_park="丙园")
    assert page.scenes[0]["selected"] == "park:丙园"
    assert page.app.session_state["siting-list"]["selection"]["rows"] == [2]
    assert "丙园：不满足。产业须属机械；先核实用地" in page.text.replace("\\", "")
    page.widget("selectbox", "site_park").set_value("甲园")
    assert page.run().scenes[0]["selected"] == "park:甲园"
    assert page.app.query_params["site_park"] == "甲园"


def test_without_a_choice_the_first_park_is_described_and_none_marked(compare):
    page = compare(site_park="nowhere")
    assert page.scenes[0]["selected"] is None
    assert "乙园：可落户，第 1 名" in page.text.replace("\\", "")
    assert "site_park" not in page.app.query_params


def test_a_project_that_lacks_its_land_blames_no_park(compare):
    assert "怎样才能落户" not in compare(site_land="0").text


def test_the_reserve_is_assigned_to_free_land_or_told_why_not(compare):
    table = compare().table("储备项目落位").set_index("project_name")
    assert table["park_name"].fillna("").to_dict() == {"一号": "乙园", "二号": "甲园", "三号": "", "四号": ""}
    assert table["siting_reason"].to_dict() == {
        "一号": "满足条件的 2 个园区中得分最高",
        "二号": "得分更高的乙园土地已排给其他项目",
        "三号": "产业相符的园区未填可供土地",
        "四号": "缺计划固定资产投资",
    }


def test_projects_to_assign_can_be_picked(compare):
    page = compare(site_which="chosen", site_picked="二号")
    assert page.table("储备项目落位")["park_name"].tolist() == ["乙园"]


def test_a_filter_of_parks_limits_who_competes(compare):
    assert "1 个园区中只有甲园满足全部硬条件" in compare(parks="甲园").text
