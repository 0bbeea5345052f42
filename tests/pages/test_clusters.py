"""The Clusters page: verdicts and refusals, the choices and the address, months side by side, bad input."""

import pytest

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
    shown = show(clustered, "clusters")
    assert "2 个样本足够的产业中，1 个集聚明显，陶瓷居前；另有 1 个样本不足或未检验。" in shown.text.replace("\\", "")
    assert shown.figures["陶瓷集群"][0] == "1 个"
    assert shown.figures["产业契合度"] == ("100.0 %", "园区内 12 个可判定的项目")
    assert shown.table("陶瓷集群")["project_count"].tolist() == [12]
    assert shown.table("产业集聚体检表").set_index("industry_name").loc["玻璃", "cluster_verdict"] == "样本不足"


def test_the_address_chooses_industry_areas_and_months(show, clustered):
    shown = show(clustered, "clusters", industry="玻璃", area="unit", then="2026-05-31")
    assert "玻璃：样本不足，仅 3 个有坐标的项目（至少 10 个）。" in shown.text.replace("\\", "")
    assert "2026-05：0 个项目，没有集群" in shown.text.replace("<br>", "")


def test_the_month_before_stands_beside_the_month_looked_at(show, clustered):
    words = show(clustered, "clusters", then="2026-05-31").text.replace("<br>", "")
    assert "2026-05：1 处集群，含 6/6 个项目" in words
    assert "2026-06：1 处集群，含 12/12 个项目" in words


def test_playing_goes_on_month_by_month_and_stops_at_the_last(show, clustered):
    shown = show(clustered, "clusters", then="2026-06-30")
    play = next(button for button in shown.app.button if button.label == "播放")
    play.click()
    shown.run()
    assert shown.app.session_state["then"] == "2026-05-31"
    shown.run()
    assert (shown.app.session_state["then"], shown.app.session_state["playing"]) == ("2026-06-30", False)


def test_a_filter_of_industries_shows_these_and_tests_against_all(show, clustered):
    shown = show(clustered, "clusters", industries="陶瓷")
    row = shown.table("产业集聚体检表")
    assert (row["industry_name"].tolist(), row["cluster_verdict"].tolist()) == (["陶瓷"], ["集聚明显"])


def test_a_rule_that_asks_for_more_leaves_no_cluster_and_all_projects(show, clustered):
    shown = show(clustered, "clusters")
    shown.widget("slider", "cluster_least").set_value(20)
    shown.run()
    assert shown.figures["集群内项目"][0] == "0 个"
    assert "陶瓷：12 个有坐标的项目没有形成集群" in shown.text.replace("<br>", "")


def test_projects_without_points_are_told_and_not_tested(show, tmp_path):
    rows = making.table(tmp_path / "台账.csv", *(row | {"经度": None, "纬度": None} for row in (*CERAMICS, *STEEL)))
    shown = show(making.workspace(tmp_path / "workspace", ("ledger", rows, "2026-06")), "clusters")
    assert "都不够条件检验集聚" in shown.text
    assert "暂时无法显示" not in shown.text


def test_wrong_words_in_the_address_are_passed_over(show, clustered):
    shown = show(clustered, "clusters", industry="<script>", area="moon", then="never", now="1")
    assert "陶瓷集群" in shown.text
