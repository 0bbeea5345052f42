"""The pages of one park and one project of a county that can be counted in the head (toy.py)."""

import pytest

from tests.pages import making, toy


@pytest.fixture(scope="module")
def lone(tmp_path_factory):
    """A workspace of one park without projects and one project without park, date or money."""
    folder = tmp_path_factory.mktemp("lone")
    parks = making.boundaries(folder / "园区.geojson", toy.EAST)
    ledger = making.table(folder / "六月.csv", {"项目名称": "散户"})
    return making.workspace(folder / "workspace", ("parks", parks, None), ("ledger", ledger, "2026-06"))


def test_a_link_opens_its_project_with_its_figures(show, county):
    page = show(county, "project", project="一厂")
    assert "一厂：签约" in page.text
    assert page.figures["到位资金"] == ("500 万元", "为合同的 25.0%")
    assert page.figures["投资强度"] == ("140.0 万元/亩", "门槛 100.0 万元/亩")


def test_without_a_link_the_largest_project_is_shown(show, county):
    assert "二厂：开工" in show(county, "project").text


def test_another_project_is_chosen_and_stands_in_the_address(show, county):
    page = show(county, "project", project="一厂")
    page.widget("selectbox", "project").set_value("三厂")
    assert "三厂：投产" in page.run().text
    assert page.app.query_params["project"] == "三厂"


def test_a_filter_narrows_the_choice_and_leaves_a_linked_project_standing(show, county):
    page = show(county, "project", project="一厂", parks="西园")
    assert "一厂：签约" in page.text
    assert page.widget("selectbox", "project").options == ["三厂", "四厂", "一厂"]


def test_the_entry_check_says_what_is_missing(show, county):
    words = show(county, "project", project="二厂").text.replace("\\", "")
    assert "产业“机械”在园区主导产业（化工、机械）之列" in words
    assert "差 50.0 万元/亩，合 1,000 万元" in words
    assert "缺用地面积，门槛 80.0 万元/亩（园区自定）" in show(county, "project", project="四厂").text.replace("\\", "")


def test_what_changed_is_told_by_field_with_units(show, county):
    rows = show(county, "project", project="一厂").table("各期台账的变动")
    assert rows[["changed_field", "before_text", "after_text"]].to_numpy().tolist() == [
        ["计划固定资产投资", "900 万元", "1,400 万元"]
    ]


def test_neighbours_are_those_of_the_park(show, county):
    rows = show(county, "project", project="一厂").table("同园区项目，由近到远")
    assert rows["project_name"].tolist() == ["二厂"]
    # 0.003° of latitude and of longitude at 31°: √(333.6² + 285.9²).
    assert rows["distance_m"].tolist() == [439]


@pytest.mark.parametrize(("page_name", "key"), [("project", "project"), ("park", "park")])
@pytest.mark.parametrize("name", ["没有的", "<img src=x>", "{{7*7}}", "' or 1=1 --"])
def test_an_unknown_id_is_said_and_shows_nothing_else(show, county, page_name, key, name):
    page = show(county, page_name, **{key: name})
    assert "没有这个编号" in page.text
    assert name not in page.text
    assert not page.figures
    page.widget("selectbox", key).set_value({"project": "一厂", "park": "东园"}[key])
    assert page.run().figures


def test_a_project_without_park_date_or_money_has_its_page(show, lone):
    page = show(lone, "project", project="散户")
    assert "散户：阶段未填" in page.text
    assert "各期台账都未填投资额，没有走势可画。" in page.text
    assert "项目不在任何园区，没有主导产业可比" in page.text
    assert not page.app.get("plotly_chart")


def test_a_park_shows_its_projects_and_who_answers_for_them(show, county):
    page = show(county, "park", park="东园")
    assert page.figures["项目数"] == ("2 个", "1 个达标")
    people = page.table("包保领导与项目专员")
    assert people["project_names"].tolist() == ["一厂", "二厂"]
    assert people["leader_name"].tolist()[0] == "张书记"


def test_a_park_without_targets_says_so_and_one_with_targets_has_lamps(show, tmp_path, county):
    assert "— 本年没有下达给本园区的目标。" in show(county, "park", park="东园").text
    goal = {"年度": 2026, "指标": "项目个数", "目标值": 2, "园区": "东园"}
    imports = [
        ("parks", making.boundaries(tmp_path / "园区.geojson", toy.EAST), None),
        ("ledger", making.table(tmp_path / "六月.csv", toy.ONE), "2026-06"),
        ("targets", making.table(tmp_path / "目标.csv", goal), None),
    ]
    rows = show(making.workspace(tmp_path / "workspace", *imports), "park", park="东园").table("园区目标")
    assert rows[["target_value", "done_value", "completion_pct", "lamp"]].to_numpy().tolist() == [
        ["2 个", "1 个", "50.0%", "● 正常"]
    ]


def test_a_park_without_projects_draws_no_chart_of_them(show, lone):
    page = show(lone, "park", park="东园")
    assert page.figures["项目数"][0] == "0 个"
    assert "各期台账都未填本园区项目的投资额，没有走势可画。" in page.text
    assert not page.app.get("plotly_chart")


def test_the_map_card_and_the_attention_list_lead_to_the_project(show, county):
    links = show(county, "park_map", chosen="project:一厂").app.get("page_link")
    assert [link.proto.query_string for link in links if link.proto.label == "查看全部情况"] != []
    pages = [link.proto.page for link in show(county).app.get("page_link") if link.proto.label.startswith("1")]
    assert pages == ["project-card"]
