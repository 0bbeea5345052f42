"""The Enclaves page of a county that can be counted in the head (toy.py): 乙局 brought 二厂 to 东园 of 甲镇."""

import shutil

from parkatlas.ui.kit.markdown import plain
from parkatlas.workspace.settings import FILE
from tests.pages import making, toy


def test_the_only_enclave_is_told_and_what_it_lacks(county_page):
    page = county_page("enclaves")
    finding = "飞地项目 1 个、投资 1,000 万元，由 1 个单位引进到其他属地的 1 个园区；1 个不符合准入条件。"
    assert plain(finding) in page.text
    row = page.table("准入条件").iloc[0]
    assert (row["project_name"], row["entry_verdict"]) == ("二厂", "不符合")
    assert row["entry_lack"] == "差 50.0 万元/亩（共 1,000 万元）"


def test_a_unit_without_a_seat_is_named_but_not_drawn(county_page):
    page = county_page("enclaves")
    assert "登记表未填所在地、未画在图上的引进单位：乙局（1 个）。" in page.text
    assert page.scene["arcs"]["names"] == []
    assert page.scene["parks"]["names"] == ["东园", "西园"]


def test_a_year_without_enclaves_is_not_offered_and_nonsense_is_ignored(show, county):
    page = show(county, "enclaves", year="1999")
    assert list(page.widget("button_group", "enclaves-year").options) == ["全部", "2026 年（1）"]
    assert page.figures["飞地项目数"][0] == "1 个"


def test_both_books_and_the_line_that_proves_them_are_stamped_internal(county_page):
    page = county_page("enclaves")
    proof = "在地合计 6,000 万元 = 考核合计 6,000 万元 = 全域合计 6,000 万元，2 个项目各计一次，账目相符"
    assert plain(proof) in page.text
    rows = page.table("在地与考核两本账 :red-badge[内部]")
    assert rows.set_index("unit_label")["credited_value"].to_dict() == {"乙局": 4000, "甲镇": 2000}
    assert "考核数（内部）（万元）" in page.words


def test_a_share_rule_and_a_threshold_of_the_signing_date_count(show, county, tmp_path):
    directory = shutil.copytree(county, tmp_path / "workspace", ignore=shutil.ignore_patterns("control"))
    with (directory / FILE).open("a", encoding="utf-8") as file:
        file.write("[[credit.rules]]\nintroducer_share_pct = 75\nuntil = 2026-06-30\n")
    rows = {"园区": "东园", "执行日期": "2026-01-01", "准入门槛": 50, "门槛依据": "县发1号"}
    making.workspace(directory, ("thresholds", making.table(tmp_path / "门槛.csv", rows), None))
    page = show(directory, "enclaves")
    entry = page.table("准入条件").iloc[0]
    assert (entry["entry_verdict"], entry["threshold_source"]) == ("符合准入", "县发1号")
    assert plain("其中飞地 4,000 万元，按规则划给属地 1,000 万元") in page.text


def test_the_map_draws_the_largest_flows_and_names_the_rest(show, tmp_path):
    units = [{"单位名称": f"乡{k}", "经度": 117.0, "纬度": 31.1} for k in range(21)]
    rows = [{**toy.TWO, "项目名称": f"厂{k}", "引进单位": f"乡{k}"} for k in range(21)]
    county = toy.county(tmp_path, ledger=False, targets=False)
    register = making.table(tmp_path / "单位.csv", *toy.UNITS, *units)
    making.workspace(
        county, ("units", register, None), ("ledger", making.table(tmp_path / "台账.csv", *rows), "2026-06")
    )
    page = show(county, "enclaves")
    assert list(page.widget("button_group", "enclaves-flow_count").options) == ["最大的 20 条", "全部 21 条"]
    assert len(page.scene["arcs"]["names"]) == 20
    assert plain("图上为投资额最大的 20 条流向，占 95.2%；其余 1 条见下方矩阵和表格。") in page.text
    assert len(show(county, "enclaves", flow_count="all").scene["arcs"]["names"]) == 21
