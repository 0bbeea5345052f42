"""The Clusters page: verdicts and refusals, map, choices and address, months side by side, bad input."""

from contextlib import ExitStack

import pytest

from parkatlas.ui.clusters import answers
from tests.pages import making, toy

PARK = making.park("东园", 117.00, 31.00, 主导产业="陶瓷")


def factory(number, industry="钢", **facts):
    """Return a ledger row: started, 1000 万元; steel works stand ten kilometres and more apart."""
    return {
        "项目名称": f"{number}号厂", "产业": industry, "阶段": "开工", "引进单位": "甲镇",
        "计划固定资产投资(万元)": 1000 + number, "经度": 117.2 + number % 5 / 10, "纬度": 31.2 + number // 5 / 10,
    } | facts  # fmt: skip


def in_park(number):
    return factory(number, "陶瓷", 园区="东园", 经度=117.002 + number / 5000, 纬度=31.005)


CERAMICS = [in_park(number) for number in range(12)]
STEEL = [factory(number) for number in range(20, 40)]
SMALL = [factory(number, "玻璃") for number in range(50, 53)]


def text_of(page):
    """Return all that a page says, Markdown's escapes taken out."""
    return page.text.replace("\\", "")


@pytest.fixture(scope="module")
def clustered(tmp_path_factory):
    """A county whose twelve ceramics works stand in one park, six of them a month before; twenty of steel anywhere."""
    folder = tmp_path_factory.mktemp("clustered")
    units = making.table(folder / "责任单位.csv", *toy.UNITS)
    parks = making.boundaries(folder / "园区.geojson", PARK)
    may = making.table(folder / "五月.csv", *CERAMICS[:6], *STEEL)
    june = making.table(folder / "六月.csv", *CERAMICS, *STEEL, *SMALL)
    imports = [("units", units, None), ("parks", parks, None), ("ledger", may, "2026-05"), ("ledger", june, "2026-06")]
    return making.workspace(folder / "workspace", *imports)


def test_a_cluster_is_found_named_and_tested(show, clustered):
    page = show(clustered, "clusters")
    assert "2 个样本足够的产业中，1 个集聚明显，陶瓷居前；另有 1 个样本不足或未检验。" in text_of(page)
    assert page.figures["陶瓷集群"][0] == "1 个"
    assert page.figures["产业契合度"] == ("100.0 %", "园区内 12 个可判定的项目")
    assert page.table("陶瓷集群")["project_count"].tolist() == [12]
    assert page.table("产业集聚体检表").set_index("industry_name").loc["玻璃", "cluster_verdict"] == "样本不足"


def test_the_address_chooses_industry_areas_and_months(show, clustered):
    page = show(clustered, "clusters", industry="玻璃", area="unit", then="2026-05-31")
    assert "玻璃：样本不足，仅 3 个有坐标的项目（至少 10 个）。" in text_of(page)
    assert "2026-05：0 个有坐标的项目，没有集群" in text_of(page)


def test_the_month_before_stands_beside_the_month_looked_at(show, clustered):
    page = show(clustered, "clusters", then="2026-05-31")
    assert "2026-05：1 处集群，含 6 个有坐标项目中的 6 个" in text_of(page)
    assert "2026-06：1 处集群，含 12 个有坐标项目中的 12 个" in text_of(page)
    whole, then, now = page.scenes
    assert [len(scene["projects"]["names"]) for scene in (whole, then, now)] == [12, 6, 12]
    assert (whole["twin"], then["twin"], now["twin"]) == (False, True, True)


def test_playing_goes_on_month_by_month_and_stops_at_the_last(show, clustered):
    page = show(clustered, "clusters", then="2026-06-30")
    play = next(button for button in page.app.button if button.label == "播放")
    play.click()
    page.run()
    assert page.app.session_state["clusters-then"] == "2026-05-31"
    page.run()
    assert (page.app.session_state["clusters-then"], page.app.session_state["playing"]) == ("2026-06-30", False)


def test_a_filter_of_industries_shows_these_and_tests_against_all(show, clustered):
    page = show(clustered, "clusters", industries="陶瓷")
    row = page.table("产业集聚体检表")
    assert (row["industry_name"].tolist(), row["cluster_verdict"].tolist()) == (["陶瓷"], ["集聚明显"])


def test_a_rule_that_asks_for_more_leaves_no_cluster_and_all_projects(show, clustered):
    page = show(clustered, "clusters")
    page.widget("slider", "clusters-least").set_value(20)
    page.run()
    assert page.figures["集群内项目"][0] == "0 个"
    assert "陶瓷：12 个有坐标的项目没有形成集群" in text_of(page)
    assert page.scenes[0]["hulls"]["names"] == []
    assert [entry["count"] for entry in page.scenes[0]["projects"]["entries"]] == [0, 12]
    assert page.app.query_params["least"] == "20"


def test_the_map_shows_parks_clusters_the_industry_and_all_others(show, clustered):
    scene = show(clustered, "clusters").scenes[0]
    assert scene["hulls"]["names"] == ["1 号 · 12 个 · 1.21 亿元"]
    assert set(scene["projects"]["names"]) == {f"{number}号厂" for number in range(12)}
    assert [entry["count"] for entry in scene["projects"]["entries"]] == [12, 0]
    assert scene["others"]["entries"][0]["count"] == len(scene["others"]["names"]) == 23
    assert (scene["parks"]["names"], scene["parks"]["facts"][0][0]) == (["东园"], "陶瓷")


def rule_and_look(page):
    """Return what the page has chosen as a cluster, and which cluster it looks at."""
    names = ("least", "near_m", "far_m", "weight", "look")
    return [page.app.session_state[f"clusters-{name}"] for name in names]


def test_a_link_reopens_rule_and_cluster_and_the_map_goes_there(show, clustered):
    page = show(clustered, "clusters", least="4", near_m="0", far_m="900", weight="money", look="1")
    assert rule_and_look(page) == [
        4,
        0,
        900,
        "money",
        "1",
    ]
    west, south, east, north = page.scenes[0]["focus"]
    assert 117.0 < west < 117.002 < east < 117.007
    assert 31.003 < south < 31.005 < north < 31.007
    assert page.app.query_params["near_m"] == "0"


@pytest.mark.parametrize(
    "wrong",
    [{"least": "2", "near_m": "-1", "far_m": "nan"}, {"least": "x", "near_m": "inf", "weight": "gold", "look": "9"}],
)
def test_wrong_rules_in_the_address_are_passed_over(show, clustered, wrong):
    page = show(clustered, "clusters", **wrong)
    assert rule_and_look(page) == [
        5,
        500,
        2000,
        "once",
        "",
    ]
    assert not set(wrong) & set(page.app.query_params)


def test_another_industry_is_looked_at_as_a_whole(show, clustered):
    page = show(clustered, "clusters", look="1")
    page.widget("selectbox", "clusters-industry").set_value("钢")
    page.run()
    assert page.app.session_state["clusters-look"] == ""
    assert page.scenes[0]["focus"] == page.scenes[0]["extent"]


def test_by_investment_a_few_large_projects_make_a_cluster(show, tmp_path):
    large = [in_park(number) | {"计划固定资产投资(万元)": 3000} for number in range(3)]
    rows = making.table(tmp_path / "台账.csv", *large, *(factory(number, "陶瓷") for number in range(20, 30)))
    place = making.workspace(tmp_path / "workspace", ("ledger", rows, "2026-06"))
    assert show(place, "clusters").figures["陶瓷集群"][0] == "0 个"
    assert show(place, "clusters", weight="money").scenes[0]["hulls"]["names"] == ["1 号 · 3 个 · 9,000 万元"]


@pytest.mark.parametrize("count", [1, 12])
def test_one_project_and_all_on_one_spot_are_drawn_without_a_fault(show, tmp_path, count):
    rows = making.table(tmp_path / "台账.csv", *(factory(k) | {"经度": 117.2, "纬度": 31.2} for k in range(count)))
    page = show(making.workspace(tmp_path / "workspace", ("ledger", rows, "2026-06")), "clusters", near_m="0")
    assert "暂时无法显示" not in page.text
    assert len(page.scene["hulls"]["names"]) == count // 12


def test_projects_without_points_are_told_and_not_tested(show, tmp_path):
    rows = making.table(tmp_path / "台账.csv", *(row | {"经度": None, "纬度": None} for row in (*CERAMICS, *STEEL)))
    page = show(making.workspace(tmp_path / "workspace", ("ledger", rows, "2026-06")), "clusters")
    assert "有坐标的样本少，不作随机性检验" in page.text
    assert "暂时无法显示" not in page.text


def test_wrong_words_in_the_address_are_passed_over(show, clustered):
    page = show(clustered, "clusters", industry="<script>", area="moon", then="never", now="1")
    assert "陶瓷集群" in page.text


def test_a_visitor_who_must_wait_is_told_so(show, clustered, monkeypatch):
    numbers = []
    with ExitStack() as another:

        def waited(ahead, tell):
            numbers.append(ahead())
            tell(ahead())
            another.close()

        another.enter_context(answers._TURNS.queued())
        monkeypatch.setattr(answers.turns, "wait", waited)
        assert len(show(clustered, "clusters", basis="done").table("陶瓷集群")) == 1
    assert numbers == [1]
