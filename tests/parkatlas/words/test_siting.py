"""Sites in words: who is recommended, every condition with its margin, what to change, and the sheet to print."""

import datetime as dt
import io

import openpyxl
import pandas as pd
import pytest

from parkatlas import exports, messages, words
from parkatlas.analysis import assignment
from parkatlas.analysis.conditions import Need
from tests import hostile
from tests.parkatlas.sites import NONE, USUAL, compared, industries, parks

BY_LAND = NONE | {"free_land": 1}
CAPTION = words.Caption("落户比选单", dt.date(2026, 6, 30), source="云川县")


def cell(name, need, overlaps=None, **park):
    """Return what the table says of one park in a column."""
    return words.siting.table(compared(park, need=need, overlaps=overlaps))[name].iloc[0]


def ceramics(money=10000.0, land=50.0, **more):
    return Need(("陶瓷",), money, land, **more)


@pytest.mark.parametrize(
    ("rows", "need", "sentence"),
    [
        (({}, {"available_mu": 20}), ceramics(), "2 个园区中只有园0满足全部硬条件。"),
        (({}, {}), ceramics(), "2 个园区中 2 个满足全部硬条件；所设权重分不出高下。"),
        (
            ({}, {"available_mu": 200}),
            ceramics(),
            "2 个园区中 2 个满足全部硬条件，首选园1（100 分），其次园0（0 分）。",
        ),
        (
            ({}, {"available_mu": 200}, {"available_mu": 200}),
            ceramics(),
            "3 个园区中 3 个满足全部硬条件，园1、园2并列第一。",
        ),
        (({},), ceramics(land=0), "用地为 0，无法计算投资强度，暂不推荐园区：请填写用地面积。"),
        (({},), ceramics(money=0), "固定资产投资为 0，无法计算投资强度，暂不推荐园区：请填写投资额。"),
        (
            ({},),
            Need((), 10000, 50),
            "行业无法对应到本地产业，暂不推荐园区：请选择产业，或改用其他行业代码。",
        ),
        (({},), Need(("文旅",), 10000, 50), "1 个园区没有一个满足全部硬条件：没有园区的主导产业含文旅。"),
        (
            ({}, {"threshold_wan_per_mu": 80.0}),
            ceramics(3500),
            "2 个园区没有一个满足全部硬条件：投资强度离最低的门槛 80.0 万元/亩 还差 10.0 万元/亩。",
        ),
        (
            ({}, {"available_mu": 85}),
            ceramics(money=99000, land=120),
            "2 个园区没有一个满足全部硬条件：一个园区能给的土地最多 100.0 亩，还缺 20.0 亩。",
        ),
        (
            ({"rail_km": 8.0}, {"rail_km": 6.0}),
            ceramics(most_km={"rail_km": 5.0}),
            "2 个园区没有一个满足全部硬条件：距铁路站最近 6.0 公里，达不到 5.0 公里以内的要求。",
        ),
        (
            ({"has_gas": False},),
            ceramics(utilities=("has_gas",)),
            "1 个园区没有一个满足全部硬条件：没有园区具备通气。",
        ),
        (({}, {}), ceramics(utilities=("has_gas",)), "2 个园区没有一个满足全部硬条件：2 个园区缺数据，须先核实。"),
        (
            ({"available_mu": 20.0}, {"park_industries": "物流"}),
            ceramics(),
            "2 个园区没有一个满足全部硬条件：最接近的是园0，须作调整：用地不超过 20.0 亩。",
        ),
    ],
)
def test_the_finding_recommends_or_says_why_not(rows, need, sentence):
    assert words.siting.finding(compared(*rows, need=need)) == sentence


@pytest.mark.parametrize(
    ("name", "need", "park", "text"),
    [
        ("industry_check", ceramics(), {"park_industries": "物流"}, "✗ 物流"),
        ("industry_check", ceramics(), {"park_industries": None}, "? 园区未填主导产业"),
        ("threshold_check", ceramics(4400), {}, "✗ 差 12.0 万元/亩"),
        ("threshold_check", ceramics(5000), {}, "✓ 正好达到门槛"),
        ("threshold_check", ceramics(land=0), {}, "? 缺投资或用地"),
        ("land_check", ceramics(land=120, in_one_piece=False), {"available_mu": 85}, "✗ 可安排 85.0 亩，缺 35.0 亩"),
        ("land_check", ceramics(), {}, "✓ 100.0 亩（连片未知），余 50.0 亩"),
        ("land_check", ceramics(), {"largest_free_mu": 60}, "✓ 连片 60.0 亩，余 10.0 亩"),
        ("land_check", ceramics(), {"available_mu": None}, "? 园区未填规划或已供面积"),
        ("land_check", ceramics(land=None), {}, "? 项目未填用地"),
        ("utilities_check", ceramics(utilities=("has_gas", "has_heat")), {"has_gas": True}, "? 未填供热"),
        ("utilities_check", ceramics(utilities=("has_gas", "has_heat")), {"has_gas": False}, "✗ 缺通气"),
        ("distances_check", ceramics(most_km={"port_km": 20}), {"port_km": 26.1}, "✗ 距港口 26.1 公里，超 6.1 公里"),
        ("agglomeration_said", ceramics(), {}, "0 个 · 不计分"),
        ("land_price_said", ceramics(), {}, "未填 · 不计分"),
    ],
)
def test_a_cell_says_what_was_held_against_what_with_its_margin(name, need, park, text):
    assert cell(name, need, **park) == text


def test_layers_that_forbid_building_are_taken_off_the_land():
    overlaps = pd.DataFrame({"park_id": ["P0"], "overlap_mu": [70.0]})
    assert cell("layers_check", ceramics(), overlaps) == "✗ 扣后缺 20.0 亩"
    assert "layers_check" not in words.siting.table(compared({}))


@pytest.mark.parametrize(
    ("need", "park", "text"),
    [
        (ceramics(), {}, ""),
        (ceramics(4000), {}, "固投增至 5,000 万元（增 1,000 万元），或用地不超过 40.0 亩"),
        (ceramics(4000), {"available_mu": 45}, "用地不超过 45.0 亩；固投增至 4,500 万元（增 500 万元）"),
        (ceramics(4000), {"available_mu": 30}, "用地不超过 30.0 亩"),
        (ceramics(), {"available_mu": 0}, "园区已无地可安排"),
        (ceramics(), {"park_industries": "物流", "available_mu": None}, "产业须属物流；先核实用地"),
        (ceramics(utilities=("has_gas",)), {"has_gas": False}, "自行解决通气，或由园区补齐"),
        (ceramics(most_km={"rail_km": 5}), {"rail_km": 7}, "距铁路站放宽到 7.0 公里"),
    ],
)
def test_what_would_have_to_change_is_enough_and_no_more(need, park, text):
    assert cell("needed_change", need, **park) == text


def test_weights_move_a_place_from_its_usual_one():
    rows = ({"available_mu": 300.0, "rail_km": 9.0}, {"rail_km": 1.0})
    comparison = compared(*rows, weights=BY_LAND)
    assert words.siting.table(comparison)["siting_move"].tolist() == ["▲ 2 → 1", "▼ 1 → 2"]
    assert words.siting.finding(comparison).endswith("按默认权重它排第 2。")


def test_every_score_is_explained():
    comparison = compared({"rail_km": 2.0}, {"rail_km": 6.0}, counts=[("P0", "陶瓷", None, 3)])
    reasons = dict(words.siting.explained(comparison, "P0"))
    assert reasons["产业集聚"] == "100 分：已签约同产业项目 3 个；各园区 0–3 个"
    assert reasons["交通"] == "100 分：距铁路站 2.0 公里；各项距离与其他园区比较后平均"
    assert reasons["地价"] == "不计分：工业地价 未填；各园区均未填"


def outcome(reserve, *rows):
    """Return what is said of an assignment: the finding, and the reason of each project by its id."""
    usual = {"project_name": "厂", "stage": "intent", "unit_name": "镇", "park_name": None, "park_id": None}
    usual |= {"industry_name": "陶瓷", "planned_fai_wan": 5000.0, "land_mu": 50.0}
    frame = pd.DataFrame([{"project_id": f"R{n}", **usual, **row} for n, row in enumerate(reserve)])
    done = assignment.assign(frame, parks(*rows), industries(), BY_LAND)
    reasons = words.assignment.projects(done, frame, parks(*rows)).set_index("project_id")["siting_reason"]
    return words.assignment.finding(done, frame), reasons.to_dict()


def test_the_assignment_counts_projects_with_a_park_and_explains_the_others():
    reserve = [{}, {"industry_name": "文旅"}, {"planned_fai_wan": None}, {"planned_fai_wan": 4000.0}]
    finding, reasons = outcome(reserve, {})
    assert finding == (
        "4 个储备项目中 1 个可落园区，用地 50.0 亩，计划固定资产投资 5,000 万元；"
        "3 个未能落实：缺数据 1 个、产业不符 1 个、强度不够 1 个。"
    )
    assert reasons == {
        "R0": "唯一满足条件的园区",
        "R1": "没有园区的主导产业含文旅",
        "R2": "缺计划固定资产投资",
        "R3": "强度不够：离园0的门槛差 20.0 万元/亩",
    }


def test_land_that_was_derived_is_said_to_be():
    assert outcome([{"land_mu": None}], {})[1] == {"R0": "唯一满足条件的园区；用地未填，按门槛倒推上限"}


@pytest.mark.parametrize(
    ("park", "sentence"),
    [
        ({}, "园0：可落户"),
        ({"park_industries": "物流"}, "园0：不满足。产业须属物流"),
        ({"park_industries": None}, "园0：待核实。先核实产业符合"),
    ],
)
def test_one_park_is_described_by_its_verdict_and_needed_changes(park, sentence):
    assert words.siting.verdict_sentence(words.siting.table(compared(park)).iloc[0]) == sentence


def test_a_park_that_meets_all_is_described_by_rank_and_score():
    comparison = compared({"available_mu": 200}, {"available_mu": 100}, weights=BY_LAND)
    assert words.siting.verdict_sentence(words.siting.table(comparison).iloc[0]) == "园0：可落户，第 1 名，100 分"


def sheet(comparison, name="新厂"):
    book = openpyxl.load_workbook(io.BytesIO(exports.siting.to_xlsx(comparison, name, USUAL, CAPTION)))
    return book.active


def test_the_sheet_prints_on_one_page_and_holds_project_ranking_and_signatures():
    page = sheet(compared({"available_mu": 200}, {}, {"park_industries": "物流"}))
    words = [str(cell.value) for row in page.iter_rows() for cell in row if cell.value]
    assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert "新厂：产业 陶瓷，固定资产投资 1.00 亿元，用地 50.0 亩" in words
    assert {"园0", "园1", "园2", "产业须属物流"} <= set(words)
    assert words[-1].startswith("分管领导")


def test_the_sheet_counts_parks_left_out_and_prints_every_line():
    page = sheet(compared(*({"park_industries": "物流"} for _ in range(12))))
    words = [str(cell.value) for row in page.iter_rows() for cell in row if cell.value]
    assert words.count("另有 2 个园区，见导出的表。") == 1
    assert page.print_area.endswith(f"!$A$1:$I${page.max_row}")


def test_a_name_on_the_sheet_is_never_a_formula():
    comparison = compared(*({"park_name": name} for name in hostile.NAMES[:12]))
    kinds = {cell.data_type for row in sheet(comparison, "=1+1").iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s"}


def test_english_speaks_english():
    with messages.speaking("en"):
        assert words.siting.finding(compared({}, {})).startswith("2 of 2 parks meet all hard conditions")
