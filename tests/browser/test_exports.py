"""What can be taken away from a page: pictures and tables that say what they show, of when, on which basis."""

import csv
import io
import struct

import openpyxl
from PIL import Image

from parkatlas import intake, terms
from tests.browser.conftest import Map

PNG = b"\x89PNG\r\n\x1a\n"


def test_a_chart_is_saved_as_a_picture(open_page, download, small):
    open_page("per-mu", on=small)
    name, content = download("存为图片", '[class*="st-key-card-chart-"]')
    assert name.endswith(".png")
    assert "2026-06-30" in name
    assert content.startswith(PNG)
    assert len(content) > 20_000
    wide, high = struct.unpack(">II", content[16:24])
    assert wide >= 1200
    assert high >= 600


def test_a_map_is_saved_as_a_picture_with_its_title(open_page, page, small):
    map_ = Map(open_page("map", on=small))
    at, size = map_.frame.evaluate(
        "() => [map.latLngToContainerPoint([31.0085, 117.0085]), map.getContainer().offsetHeight]"
    )
    with page.expect_download() as started:
        map_.frame.locator(".pa-picture").click()
    assert started.value.suggested_filename.startswith("园区地图_2026-06-30_")
    picture = Image.open(started.value.path()).convert("RGB")
    title_px = picture.height - 2 * size
    seen = picture.getpixel((2 * int(at["x"]), title_px + 2 * int(at["y"])))
    ground = picture.getpixel((2, 2))
    assert sum(abs(a - b) for a, b in zip(seen, ground, strict=True)) > 60  # 东园 is filled
    assert len(picture.crop((0, 0, picture.width, title_px)).getcolors(1 << 24)) > 2  # words, not an empty band


def test_a_table_is_saved_as_a_workbook_that_says_what_it_is(open_page, download, small):
    open_page("per-mu?parks=东园", on=small)
    name, content = download("导出 XLSX")
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    text = "\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None)
    for part in ("未达标项目", "万元/亩", "2026-06-30", "计划固定资产投资", "东园", "青山县", "示例数据", "二厂"):
        assert part in text, part
    assert "示例数据" in name


def test_a_table_is_saved_as_csv_that_says_what_it_is(open_page, download, small):
    open_page("per-mu", on=small)
    _, content = download("导出 CSV")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    text = "\n".join(cell for row in rows for cell in row)
    for part in ("未达标项目", "万元/亩", "2026-06-30", "计划固定资产投资", "青山县", "示例数据", "二厂"):
        assert part in text, part


def test_every_template_opens_as_a_workbook(open_page, download, small):
    open_page("data", on=small)
    for kind in intake.TEMPLATES:
        name, content = download(terms.label("import_kind", kind), '[data-testid="stDownloadButton"]')
        assert name.endswith(".xlsx")
        assert openpyxl.load_workbook(io.BytesIO(content)).sheetnames
