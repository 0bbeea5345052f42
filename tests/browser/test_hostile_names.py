"""Names that try to become code, as park, project, unit, industry, leader and file: shown as they are, never run."""

import re
from pathlib import Path

import pytest

from parkatlas.workspace import Workspace
from tests.browser.conftest import PATHS, Map, go, settle, shown_words
from tests.hostile import COMMAND, EVALUATED, NAMES
from tests.pages import making

TRACE = Path("/tmp/parkatlas-was-run")  # noqa: S108 - what COMMAND would leave behind
TOKENS = tuple(" ".join(name.split()) for name in NAMES)  # a reader of tables folds spaces
STREAMLITS_OWN = re.compile(
    "Select all|No results|Press Enter|Upload|Browse files|Drag and drop|Choose an option|Limit|Deploy|Manage app"
)
FILE_NAME = "<img src=x onerror=window.wasRun=1>{{7*191}}`${window.wasRun=1}`.csv"


def _places():
    """Return one corner per name, ten in a row."""
    return [(117 + 0.02 * (i % 10), 31 + 0.02 * (i // 10)) for i in range(len(NAMES))]


@pytest.fixture(scope="module")
def hostile(chromium, serve, tmp_path_factory):  # noqa: ARG001 - without a browser nothing needs to be served
    """A server of a workspace in which everything that has a name has a hostile one."""
    TRACE.unlink(missing_ok=True)
    folder = tmp_path_factory.mktemp("hostile")
    parks = [
        making.park(name, *place, 属地=NAMES[i - 1])
        for i, (name, place) in enumerate(zip(NAMES, _places(), strict=True))
    ]
    rows = [
        {
            "项目编号": f"P{i:02}", "项目名称": name, "园区": name, "引进单位": name, "产业": name, "包保领导": name,
            "投资方": name, "阶段": "签约", "用地面积(亩)": 10, "计划固定资产投资(万元)": 500 + 100 * i,
            "合同投资额(万元)": 500, "约定开工": "2020-01-01", "经度": lon + 0.005, "纬度": lat + 0.005,
        }
        for i, (name, (lon, lat)) in enumerate(zip(NAMES, _places(), strict=True))
    ]  # fmt: skip
    seats = [
        {"单位名称": name, "经度": lon, "纬度": lat + 0.015} for name, (lon, lat) in zip(NAMES, _places(), strict=True)
    ]
    goals = [{"年度": 2026, "指标": "项目个数", "目标值": 3, "单位": name} for name in NAMES]
    peers = [{"地区": name, "比较指标": name, "指标值": 1} for name in NAMES]
    trips = [{"招商小分队": name, "招商区域": "境外", "开始日期": "2026-05-01", "带队领导": name, "责任单位": name,
              "促成项目": "P00", "备注": name} for name in NAMES]  # fmt: skip
    obstacles = [
        {
            "问题编号": f"W{i:02}", "涉及项目": f"P{i:02}", "问题类别": "用工", "问题描述": name, "责任单位": name,
            "经度": lon + 0.002, "纬度": lat + 0.006,
        }
        for i, (name, (lon, lat)) in enumerate(zip(NAMES, _places(), strict=True))
    ]  # fmt: skip
    tables = {"units": seats, "ledger": rows, "targets": goals, "peers": peers, "trips": trips, "obstacles": obstacles}
    offers = [making.offer("parks", making.boundaries(folder / "parks.geojson", *parks), name=NAMES[0] + ".geojson")]
    for kind, table in tables.items():
        month = "2026-06" if kind == "ledger" else None
        offers.append(making.offer(kind, making.table(folder / f"{kind}.csv", *table), month, FILE_NAME))
    offers += [
        making.layer(folder / f"{i}.geojson", "other", making.park(name, lon, lat - 0.05, 图斑名称=name), name=name)
        for i, (name, (lon, lat)) in enumerate(list(zip(NAMES, _places(), strict=True))[:3])
    ]
    with Workspace.create(folder / "workspace", NAMES[0][:60], is_example=True) as made:
        made.import_files(offers)
    return serve(folder / "workspace")


@pytest.fixture(autouse=True)
def nothing_ran(page, watch):
    """After each test: no script of a name ran, none was fetched, no template was evaluated on the server."""
    yield
    for frame in page.frames:
        assert frame.evaluate("() => window.wasRun") is None
        assert EVALUATED not in frame.evaluate("() => document.documentElement.innerHTML")
    assert not [path for path in watch.paths if path.rstrip("/").endswith("/x")], "a picture of a name was fetched"
    assert not watch.dialogs
    assert not TRACE.exists()


def texts(place):
    """Return the text of every element that a locator finds."""
    return {" ".join(text.split()) for text in place.all_inner_texts()}


def lacking(shown):
    """Return the names that are not among the texts shown; signs of direction and line ends are not compared."""
    said = "\n".join(shown)
    return [name for name in TOKENS if name not in said]


def test_every_page_stands_nothing_of_a_name_runs_and_no_english_word_of_the_framework_shows(open_page, page, hostile):
    open_page(on=hostile)
    for path in [*PATHS[1:], PATHS[0]]:
        go(page, path)
        assert page.locator('[data-testid="stException"], .st-key-card-error').count() == 0
        assert page.get_by_role("dialog").count() == 0
        for chart in page.locator('[data-testid="stPlotlyChart"]').all():
            chart.hover()
            page.wait_for_timeout(150)
        assert page.evaluate("() => window.wasRun") is None
        for box in page.locator('[data-testid="stMain"] [data-testid="stTextInput"] input:visible').all():
            box.fill("x")
        page.get_by_test_id("stSidebar").get_by_label("园区", exact=True).fill("zz")
        page.wait_for_timeout(300)
        assert not STREAMLITS_OWN.findall(shown_words(page))
        page.keyboard.press("Escape")


def test_charts_name_parks_as_they_are(open_page, page, hostile):
    open_page("per-mu", on=hostile)
    axis = {" ".join(text.split()) for text in page.locator(".ytick text").all_text_contents()}
    assert any("onerror" in text for text in axis)
    bar = page.locator('[data-testid="stPlotlyChart"]').first.locator(".bars path").first
    bar.hover(force=True)
    page.wait_for_selector(".hoverlayer text")


def test_targets_name_units_as_they_are(open_page, page, hostile):
    open_page("goals", on=hostile)
    axis = {" ".join(text.split()) for text in page.locator(".ytick text").all_text_contents()}
    assert any("onerror" in text for text in axis)
    table = page.locator('[data-testid="stDataFrame"]').first
    table.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    cells = {" ".join(text.split()) for text in table.locator('[role="gridcell"]').all_text_contents()}
    assert len([name for name in TOKENS if name in cells]) > 5


def test_tables_hold_every_name_as_it_is(open_page, page, hostile):
    open_page(on=hostile)
    table = page.locator('[data-testid="stDataFrame"]').first
    table.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    cells = {" ".join(text.split()) for text in table.locator('[role="gridcell"]').all_text_contents()}
    assert len([name for name in TOKENS if name in cells]) > 5


def test_the_filters_offer_every_name_as_it_is(open_page, page, hostile):
    open_page("terms", on=hostile)
    page.get_by_label("产业", exact=True).click()
    shown = set()
    for _ in range(12):
        shown |= texts(page.get_by_role("option"))
        page.get_by_role("listbox").evaluate("list => list.scrollBy(0, 200)")
        page.wait_for_timeout(60)
    assert not lacking(shown)


def test_chips_and_the_line_under_the_title_show_names_as_they_are(open_page, page, hostile):
    open_page("terms?" + "&".join(f"stages={stage}" for stage in ["signed"]), on=hostile)
    for name in (TOKENS[0], COMMAND, TOKENS[7], TOKENS[22]):
        page.get_by_label("产业", exact=True).fill(name[:20])
        page.get_by_role("option", name=name, exact=True).click()
        settle(page)
    page.keyboard.press("Escape")
    chips = "\n".join(texts(page.locator(".st-key-chips")))
    line = page.locator('[data-testid="stCaptionContainer"]').first.inner_text()
    for name in (TOKENS[0], COMMAND, TOKENS[7], TOKENS[22]):
        assert name in chips
        assert name in line


def test_labels_legend_and_tooltips_of_the_map_show_names_as_they_are(open_page, hostile):
    shown = Map(open_page("map?attribute=industry_name", on=hostile))
    shown.frame.evaluate("() => map.setView([31.03, 117.06], 12, { animate: false })")
    assert [label for label in shown.frame.locator(".pa-label").all_inner_texts() if label.strip() in NAMES]
    assert texts(shown.frame.locator(".pa-legend .pa-entry span")) & set(TOKENS)
    for name, (lon, lat) in list(zip(TOKENS, _places(), strict=True))[3:8]:
        shown.hover(lon + 0.0075, lat + 0.0075)
        assert name in " ".join(shown.frame.locator(".pa-tip").inner_text().split())
        shown.frame.evaluate("() => map.fire('click')")


def test_seats_and_arcs_of_enclaves_show_names_as_they_are(open_page, page, hostile):
    page.set_viewport_size({"width": 1440, "height": 1400})  # the whole map: nothing scrolls under the mouse
    shown = Map(open_page("flows", on=hostile))
    shown.frame.evaluate("() => map.setView([31.0, 117.03], 13, { animate: false })")
    assert [seat for seat in shown.frame.locator(".pa-label.of-seats").all_inner_texts() if seat.strip() in NAMES]
    for name, (lon, lat) in list(zip(TOKENS, _places(), strict=True))[1:4]:
        shown.hover(lon, lat + 0.015)
        assert name in " ".join(shown.frame.locator(".pa-tip").inner_text().split())
        shown.frame.evaluate("() => map.fire('click')")


def test_popup_and_card_of_each_project_show_its_names_as_they_are(open_page, page, hostile):
    for i in (0, 10, 16, 22):
        open_page(f"map?chosen=project:P{i:02}", on=hostile)
        card = " ".join(page.locator(".st-key-card-place").inner_text().split())
        assert card.count(TOKENS[i]) >= 4  # heading, park, unit, investor, industry, leader


def test_an_obstacle_s_tooltip_and_card_show_its_names_as_they_are(open_page, page, hostile):
    shown = Map(open_page("map?chosen=obstacle:W10", on=hostile))
    lon, lat = _places()[10]
    shown.hover(lon + 0.002, lat + 0.0062)
    assert TOKENS[10][:40] in " ".join(shown.frame.locator(".pa-tip").inner_text().split())
    card = " ".join(page.locator(".st-key-card-place").inner_text().split())
    assert card.count(TOKENS[10]) >= 3  # heading, unit, project


def test_a_click_on_a_hostile_park_opens_its_popup_and_its_card_and_one_on_a_hostile_layer_its_popup(
    open_page, page, hostile
):
    shown = Map(open_page("map", on=hostile))
    shown.frame.evaluate("() => map.setView([30.98, 117.01], 13, { animate: false })")
    for name, (lon, lat) in list(zip(TOKENS, _places(), strict=True))[:2]:
        shown.click(lon + 0.005, lat - 0.045)
        assert " ".join(shown.frame.locator(".pa-popup").inner_text().split()).count(name) == 2  # the layer, the patch
        assert name in texts(shown.frame.locator(".pa-entry span"))
    for name, (lon, lat) in list(zip(TOKENS, _places(), strict=True))[:2]:
        shown.click(lon + 0.0085, lat + 0.0015)
        assert name in " ".join(shown.frame.locator(".pa-popup").inner_text().split())
        assert name in " ".join(page.locator(".st-key-card-place").inner_text().split())


def test_search_shows_what_was_searched_and_found_as_it_is(open_page, page, hostile):
    open_page("map", on=hostile)
    for words in ("<img", "{{cycler", "{%", "${7", "*粗体*"):
        page.get_by_label("按名称、拼音首字母或责任人查找").fill(words)
        page.keyboard.press("Enter")
        page.locator('[data-testid="stButtonGroup"] button', has_text=words).first.wait_for()
    page.get_by_label("按名称、拼音首字母或责任人查找").fill("<script>alert(1)</script>{{7*191}}nowhere")
    page.keyboard.press("Enter")
    page.get_by_text("没有找到“<script>alert(1)</script>{{7*191}}nowhere”。").wait_for()


def test_the_matters_to_ask_about_name_projects_as_they_are(open_page, page, hostile):
    open_page(on=hostile)
    matters = texts(page.locator(".st-key-card-attention a"))
    assert len([matter for matter in matters if any(name in matter for name in TOKENS)]) == 10


def test_a_refused_file_is_named_and_quoted_as_it_is(open_page, page, hostile):
    open_page("data", on=hostile)
    row = f'项目名称,用地面积(亩)\n"{NAMES[3]}","{NAMES[10]}"\n'.encode()
    name = "{{7*191}}`${window.wasRun=1}`*x*.csv"
    page.locator('input[type="file"]').set_input_files([{"name": name, "mimeType": "", "buffer": row}])
    settle(page)
    page.get_by_role("button", name="检查文件").click()
    settle(page)
    said = " ".join(page.locator(".st-key-card-upload").inner_text().split())
    assert name in said
    assert NAMES[10] in said


def test_a_wrong_link_with_code_in_it_is_ignored(open_page, page, hostile):
    open_page("map?chosen=%3Cimg%20src%3Dx%20onerror%3Dwindow.wasRun%3D1%3E&parks={{7*191}}&at=`${1}`", on=hostile)
    assert "点击地图上的园区或项目" in page.locator(".st-key-card-place").inner_text()
