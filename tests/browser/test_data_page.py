"""The Data page in a browser: a look before anything is stored, imports that can be undone, files that are refused."""

import hashlib
import io
import shutil
import zipfile

import geopandas as gpd
import pytest
import shapely

from parkatlas import terms
from parkatlas.workspace import drafts
from tests.browser.conftest import go, settle
from tests.pages import toy
from tests.parkatlas.intake.making import workbook

JULY = {**toy.ONE, "计划固定资产投资(万元)": 2000}  # (2000 + 1000 + 900) ÷ 40 亩 = 97.5


def ledger(*rows):
    """Return an xlsx ledger with one sheet, 台账."""
    return workbook(("台账", [list(rows[0]), *(list(row.values()) for row in rows)]))


@pytest.fixture(scope="module")
def own_workspace(small_workspace, tmp_path_factory):
    """A copy of the toy county that these tests change, and change back."""
    own = tmp_path_factory.mktemp("own") / "workspace"
    return shutil.copytree(small_workspace, own, ignore=shutil.ignore_patterns("control"))  # another's socket


@pytest.fixture(scope="module")
def own(chromium, own_workspace, serve):  # noqa: ARG001 - without a browser nothing needs to be served
    """The server of that copy."""
    return serve(own_workspace)


@pytest.fixture
def upload(open_page, page, own):
    """A function: open the Data page, choose a kind, upload files (name, bytes) and press the check."""

    def choose(kind, *files):
        open_page("data", on=own)
        name_of_kind = terms.label("import_kind", kind)
        page.locator('[data-testid="stButtonGroup"]').get_by_text(name_of_kind, exact=True).click()
        payload = [{"name": name, "mimeType": "", "buffer": content} for name, content in files]
        page.locator(f'[class*="st-key-files-{kind}-"] input').set_input_files(payload)
        press(page, "检查文件")

    return choose


def press(page, name):
    """Press a button and wait."""
    page.get_by_role("button", name=name).click()
    settle(page)


def intensity(page):
    """Go to the intensity page and back, and return the intensity of all on the way."""
    go(page, "per-mu")
    figure = page.locator(".figures .value").first.inner_text().split("\n")[0]
    go(page, "data")
    return figure


def choose_newest_import(page):
    """Tick the first row of the list of imports, which is drawn on a canvas."""
    table = page.locator('[class*="st-key-imports-"] [data-testid="stDataFrame"]')
    table.locator('[role="gridcell"]').first.wait_for(state="attached")
    table.click(position={"x": 18, "y": 52})
    settle(page)


def fingerprint(directory):
    """Return what the files of a workspace hold, but for what visitors have filled in."""
    files = sorted(path for path in directory.rglob("*") if path.is_file() and path.name != "lock")
    files = [path for path in files if path.parent.name != drafts.FOLDER]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_ledger_is_checked_imported_undone_and_redone(upload, page):
    upload("ledger", ("七月.xlsx", ledger(JULY)))
    page.locator(".st-key-card-upload").get_by_text("检查通过：1 行").first.wait_for()
    assert intensity(page) == "82.5"
    upload("ledger", ("七月.xlsx", ledger(JULY)))
    press(page, "确认导入")
    assert intensity(page) == "97.5"
    choose_newest_import(page)
    press(page, "撤销导入")
    assert intensity(page) == "82.5"
    choose_newest_import(page)
    press(page, "恢复导入")
    assert intensity(page) == "97.5"
    choose_newest_import(page)
    press(page, "撤销导入")


def test_a_refused_ledger_names_place_and_cure_and_stores_nothing(upload, page, own_workspace):
    before = fingerprint(own_workspace)
    upload("ledger", ("八月.xlsx", ledger(JULY, {**JULY, "项目名称": "五厂", "计划固定资产投资(万元)": "约两亿"})))
    card = page.locator(".st-key-card-upload").inner_text()
    for part in ("八月.xlsx", "没有存入任何数据", "台账", "3", "计划固定资产投资", "约两亿"):
        assert part in card, part
    assert page.get_by_role("button", name="确认导入").count() == 0
    assert fingerprint(own_workspace) == before


def parts_of_shapefile(folder):
    """Write a shapefile of one park and return its parts as (name, bytes)."""
    frame = gpd.GeoDataFrame({"园区名称": ["北园"]}, geometry=[shapely.box(117.1, 31, 117.11, 31.01)], crs=4326)
    frame.to_file(folder / "园区.shp", encoding="utf-8")
    return [(path.name, path.read_bytes()) for path in sorted(folder.iterdir())]


def test_a_shapefile_is_taken_as_a_zip(upload, page, tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts_of_shapefile(tmp_path):
            archive.writestr(name, content)
    upload("parks", ("园区.zip", packed.getvalue()))
    page.locator(".st-key-card-upload").get_by_text("检查通过：1 行").first.wait_for()


def test_the_parts_of_a_shapefile_are_taken_together(upload, page, tmp_path):
    upload("parks", *parts_of_shapefile(tmp_path))
    page.locator(".st-key-card-upload").get_by_text("检查通过：1 行").first.wait_for()
