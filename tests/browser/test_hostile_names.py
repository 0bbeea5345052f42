"""Names that try to become code, as park, project, unit, industry, leader and file: shown as they are, never run."""

import csv
import io
import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlencode

import openpyxl
import pytest
from openpyxl.utils.escape import unescape
from playwright.sync_api import expect

from tests.browser.conftest import HERE, PATHS, Map, go, settle, shown_words
from tests.hostile import COMMAND, EVALUATED, FORMULAS, KINDS, MARKED, NAMES, changed, verbatim
from tests.pages import hostile_county
from tests.pages.hostile_county import place, project

TRACE = Path("/tmp/parkatlas-was-run")  # noqa: S108 - what COMMAND would leave behind
# With its mark each, but for those that would be a number, a day or nothing.
MARK_OF = dict(zip(NAMES, MARKED, strict=True))
TEXTS = tuple(name if name in FORMULAS else MARK_OF[name] for name in hostile_county.TEXTS)
TOKENS = tuple(" ".join(name.split()) for name in TEXTS)  # a reader of tables folds spaces
STREAMLITS_OWN = re.compile(
    "Select all|No results|Press Enter|Upload|Browse files|Drag and drop|Choose an option|Limit|Deploy|Manage app"
)
# One of each kind of text: what is opened one by one.
SOME = tuple(hostile_county.TEXTS.index(kind[0]) for kind in KINDS)


@pytest.fixture(scope="module")
def hostile(chromium, serve, tmp_path_factory):  # noqa: ARG001 - without a browser nothing needs to be served
    """A server of a workspace in which everything that has a name has a hostile one."""
    TRACE.unlink(missing_ok=True)
    return serve(hostile_county.make(tmp_path_factory.mktemp("hostile"), TEXTS))


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
    return {" ".join(verbatim(text).split()) for text in place.all_inner_texts()}


# What the mouse would be told at each thing of the map in turn.
EVERY_TOOLTIP = """() => {
    const things = [], said = [];
    map.eachLayer(layer => layer.item && layer.item.id && things.push(layer));
    for (const thing of things) {
        const latlng = thing.getLatLng ? thing.getLatLng() : thing.getBounds().getCenter();
        thing.fire('mouseover', { latlng }, true);
        said.push(...[...document.querySelectorAll('.pa-tip strong')].map(name => name.textContent));
        thing.fire('mouseout', { latlng }, true);
    }
    return said;
}"""
# What only a text itself can have become: the page has no such links, pictures or frames of its own.
AWAY = f'a[href*=":"]:not([href*="?"], [href^="http://{HERE}"])'
BECOME = f':is({AWAY}, img[src$="x"], iframe[srcdoc], [onerror], [onload])'


def made_of_texts(page):
    """Return the elements that texts have become."""
    return page.locator(BECOME).evaluate_all("all => all.map(one => one.outerHTML)")


def unguarded(cell):
    """Return a text without apostrophes, which guard against formulas."""
    return cell.replace("'", "")


def lacking(lines):
    """Return the names that are not among the texts shown; signs of direction and line ends are not compared."""
    text = "\n".join(lines)
    return [name for name in TOKENS if name not in text]


READ_ALL = "() => [document.body.innerText, ...[...document.querySelectorAll('svg text')].map(one => one.textContent)]"


def readable_text(page):
    """Return all that can be read on a page: its text, and that of its maps and charts."""
    frames = [frame for frame in page.frames if frame.url.startswith("http")]
    return "\n".join(text for frame in frames for text in frame.evaluate(READ_ALL))


def test_every_page_shows_hostile_names_verbatim_and_runs_none_of_them(open_page, page, hostile):
    open_page("?" + urlencode([("industries", name) for name in TEXTS]), on=hostile)
    for path in [*PATHS[1:], PATHS[0]]:
        go(page, path)
        text = readable_text(page)
        assert not lacking([" ".join(verbatim(text).split())])  # each is a chip at least
        assert changed(text) == []
        assert page.locator('[data-testid="stException"], .st-key-card-error').count() == 0
        assert page.get_by_role("dialog").count() == 0
        for chart in page.locator('[data-testid="stPlotlyChart"]').all():
            chart.hover()
            page.wait_for_timeout(150)
        assert page.evaluate("() => window.wasRun") is None
        assert made_of_texts(page) == []
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
    axis = {" ".join(verbatim(text).split()) for text in page.locator(".ytick text").all_text_contents()}
    assert len([text for text in axis if any(name.startswith(text.removesuffix("…")) for name in TOKENS)]) > 5
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
    options = set()
    for _ in range(40):
        options |= texts(page.get_by_role("option"))
        page.get_by_role("listbox").evaluate("list => list.scrollBy(0, 200)")
        page.wait_for_timeout(40)
    assert not lacking(options)


def test_chips_and_caption_show_every_name_as_it_is(open_page, page, hostile):
    open_page("terms?" + urlencode([("industries", name) for name in TEXTS]), on=hostile)
    chips = [verbatim(text) for text in page.locator(".st-key-chips .stMarkdownBadge").all_text_contents()]
    assert sorted(" ".join(chip.split()) for chip in chips) == sorted(f"产业：{name}" for name in TOKENS)
    line = verbatim(page.locator('[data-testid="stCaptionContainer"]').first.text_content())
    assert "、".join(TOKENS) in " ".join(line.split())
    assert made_of_texts(page) == []


def test_the_exports_of_a_table_hold_every_name_as_it_is(open_page, download, hostile):
    open_page("map", on=hostile)
    rows = csv.DictReader(io.StringIO(download("导出 CSV")[1].decode("utf-8-sig"), newline=""))
    assert {unguarded(" ".join(row["项目"].split())) for row in rows} == set(map(unguarded, TOKENS))
    sheet = openpyxl.load_workbook(io.BytesIO(download("导出 XLSX")[1])).active
    column = [cell.value for cell in sheet[3]].index("项目")
    cells = [row[column] for row in sheet.iter_rows(min_row=4)]
    assert {" ".join(unescape(cell.value).split()) for cell in cells} == set(TOKENS)
    assert {cell.data_type for cell in cells} == {"s"}


def test_labels_and_legend_of_the_map_show_names_as_they_are(open_page, hostile):
    map_ = Map(open_page("map?attribute=industry_name", on=hostile))
    map_.frame.evaluate("() => map.setView([31.1, 117.12], 12, { animate: false })")
    assert [label for label in map_.frame.locator(".pa-label").all_inner_texts() if verbatim(label.strip()) in TOKENS]
    assert texts(map_.frame.locator(".pa-legend .pa-entry span")) & set(TOKENS)


def test_the_tooltips_of_the_map_show_every_name_as_it_is(open_page, hostile):
    map_ = Map(open_page("map", on=hostile))
    map_.frame.evaluate("() => map.setView([31.1, 117.12], 11, { animate: false })")
    map_.rest()
    tooltips = Counter(" ".join(verbatim(name).split()) for name in map_.frame.evaluate(EVERY_TOOLTIP))
    assert [name for name in TOKENS if tooltips[name] < 2] == []  # the park and the project
    assert not lacking(tooltips)


def test_seats_and_arcs_of_enclaves_show_names_as_they_are(open_page, page, hostile):
    page.set_viewport_size({"width": 1440, "height": 1400})  # the whole map: nothing scrolls under the mouse
    map_ = Map(open_page("flows", on=hostile))
    largest = [len(TEXTS) - back for back in (2, 3, 4)]  # of the flows, which are drawn
    map_.frame.evaluate("([x, y]) => map.setView([y, x], 13, { animate: false })", place(largest[1]))
    labels = map_.frame.locator(".pa-label.of-seats").all_inner_texts()
    assert [seat for seat in labels if verbatim(seat.strip()) in TOKENS]
    for number in largest:
        lon, lat = place(number)
        map_.hover(lon, lat + 0.015)
        assert TOKENS[number] in " ".join(map_.frame.locator(".pa-tip").inner_text().split())
        map_.frame.evaluate("() => map.fire('click')")


def test_popup_and_card_of_each_project_show_its_names_as_they_are(open_page, page, hostile):
    for number in SOME:
        open_page(f"map?chosen=project:{project(number)}", on=hostile)
        card = " ".join(verbatim(page.locator(".st-key-card-place").text_content()).split())
        assert card.count(TOKENS[number]) >= 4  # heading, park, unit, investor, industry, leader


def test_the_pages_of_projects_and_parks_show_names_as_they_are(open_page, page, hostile):
    for number in SOME:
        open_page(f"project-card?project={project(number)}", on=hostile)
        main = " ".join(verbatim(page.get_by_test_id("stMain").text_content()).split())
        assert main.count(TOKENS[number]) >= 4
        assert made_of_texts(page) == []


def test_an_obstacle_s_tooltip_and_card_show_its_names_as_they_are(open_page, page, hostile):
    map_ = Map(open_page("map?chosen=obstacle:W010", on=hostile))
    lon, lat = place(10)
    map_.hover(lon + 0.002, lat + 0.0062)
    assert TOKENS[10][:40] in " ".join(map_.frame.locator(".pa-tip").inner_text().split())
    card = " ".join(page.locator(".st-key-card-place").inner_text().split())
    assert card.count(TOKENS[10]) >= 3  # heading, unit, project


def test_popups_and_cards_show_hostile_names_of_parks_and_layers(open_page, page, hostile):
    map_ = Map(open_page("map", on=hostile))
    map_.frame.evaluate("() => map.setView([30.98, 117.01], 13, { animate: false })")
    for name, (lon, lat) in [(TOKENS[number], place(number)) for number in (0, 1)]:
        map_.click(lon + 0.005, lat - 0.045)
        assert " ".join(map_.frame.locator(".pa-popup").inner_text().split()).count(name) == 2  # the layer, the patch
        assert name in texts(map_.frame.locator(".pa-entry span"))
    for name, (lon, lat) in [(TOKENS[number], place(number)) for number in (0, 1)]:
        map_.click(lon + 0.0085, lat + 0.0015)
        assert name in " ".join(map_.frame.locator(".pa-popup").inner_text().split())
        expect(page.locator(".st-key-card-place")).to_contain_text(" ".join(name.split()))


def test_search_shows_its_words_and_its_matches_as_they_are(open_page, page, hostile):
    open_page("map", on=hostile)
    for words in ("<img", "{{cycler", "{%", "${7", "*粗体*"):
        page.get_by_label("按名称、拼音首字母或责任人查找").fill(words)
        page.keyboard.press("Enter")
        page.locator('[data-testid="stButtonGroup"] button', has_text=words).first.wait_for()
    page.get_by_label("按名称、拼音首字母或责任人查找").fill("<script>alert(1)</script>{{7*191}}nowhere")
    page.keyboard.press("Enter")
    page.get_by_text("没有找到“<script>alert(1)</script>{{7*191}}nowhere”。").wait_for()


def test_the_attention_list_names_projects_as_they_are(open_page, page, hostile):
    open_page(on=hostile)
    matters = texts(page.locator(".st-key-card-attention a"))
    assert len([matter for matter in matters if any(name in matter for name in TOKENS)]) == 10


def test_a_refused_file_is_named_and_quoted_as_it_is(open_page, page, hostile):
    open_page("data", on=hostile)
    row = f'项目名称,用地面积(亩)\n"甲","{COMMAND}"\n'.encode()
    name = "{{7*191}}`${window.wasRun=1}`*x*.csv"
    page.locator('input[type="file"]').set_input_files([{"name": name, "mimeType": "", "buffer": row}])
    settle(page)
    page.get_by_role("button", name="检查文件").click()
    card = page.locator(".st-key-card-upload")
    expect(card).to_contain_text(COMMAND, timeout=60_000)
    expect(card).to_contain_text(name)


def test_a_wrong_link_with_code_in_it_is_ignored(open_page, page, hostile):
    open_page("map?chosen=%3Cimg%20src%3Dx%20onerror%3Dwindow.wasRun%3D1%3E&parks={{7*191}}&at=`${1}`", on=hostile)
    assert "点击地图上的园区或项目" in page.locator(".st-key-card-place").inner_text()
