"""Tables as XLSX and CSV: kinds kept, captions carried, formulas never."""

import csv
import io
from datetime import date

import openpyxl
import pandas as pd
import pytest
from openpyxl.utils.escape import unescape

from parkatlas import messages
from parkatlas.errors import TooManyRows
from parkatlas.exports import tables, to_csv, to_xlsx
from tests import hostile


def sheet_of(content):
    return openpyxl.load_workbook(io.BytesIO(content)).active


def rows_of(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.fixture
def frame():
    return pd.DataFrame(
        {
            "park_name": ["甲园", "乙园"],
            "verdict": ["pass", "missing"],
            "intensity_wan_per_mu": [120.26, None],
            "project_count": [1200, 3],
            "signed_on": pd.to_datetime(["2026-03-01", None]),
            "is_enclave": [True, None],
        }
    )


def test_title_and_caption_stand_above_the_header(frame, caption):
    sheet = sheet_of(to_xlsx(frame, caption))
    assert sheet["A1"].value == "投资强度"
    assert sheet["A2"].value == caption.line
    assert [cell.value for cell in sheet[3]][:3] == ["园区", "达标情况", "投资强度（万元/亩）"]


def test_numbers_dates_codes_and_booleans_keep_their_kind(frame, caption):
    cells = sheet_of(to_xlsx(frame, caption))[4]
    assert [cell.value for cell in cells[:4]] == ["甲园", "达标", 120.26, 1200]
    assert cells[4].value.date() == date(2026, 3, 1)
    assert cells[5].value == "是"


def test_decimals_follow_the_unit(frame, caption):
    cells = sheet_of(to_xlsx(frame, caption))[4]
    assert [cells[place].number_format for place in (2, 3, 4)] == ["#,##0.0", "#,##0", "yyyy-mm-dd"]


def test_no_value_leaves_the_cell_empty(frame, caption):
    assert [cell.value for cell in sheet_of(to_xlsx(frame, caption))[5]] == ["乙园", "缺数据", None, 3, None, None]


def test_the_header_is_frozen_and_filtered_and_a4_printed_across(frame, caption):
    sheet = sheet_of(to_xlsx(frame, caption))
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B4", "A3:F5")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)


def test_a_column_is_wide_enough_for_what_it_holds(caption):
    sheet = sheet_of(to_xlsx(pd.DataFrame({"park_name": ["清河高新技术产业集中区"]}), caption))
    assert 22 <= sheet.column_dimensions["A"].width <= 26


@pytest.mark.parametrize("name", [*hostile.NAMES, "+86 10", "@SUM(A1)", "-cmd", "https://x.cn", "001234567890123456"])
def test_a_text_stays_that_text_in_xlsx(name, caption):
    cell = sheet_of(to_xlsx(pd.DataFrame({"park_name": [name]}), caption))["A4"]
    assert (cell.data_type, unescape(cell.value), cell.hyperlink) == ("s", name, None)


def test_a_text_longer_than_a_cell_holds_is_cut(caption):
    sheet = sheet_of(to_xlsx(pd.DataFrame({"description": ["长" * 40_000]}), caption))
    assert len(sheet["A4"].value) == 32_767


@pytest.mark.parametrize("title", ["a" * 60, "[x]:*?/\\", "'", "", *hostile.NAMES])
def test_any_title_makes_a_workbook(title, frame, caption):
    renamed = type(caption)(title, caption.as_of)
    assert sheet_of(to_xlsx(frame, renamed))["A4"].value == "甲园"


def test_more_rows_than_a_sheet_holds_are_refused_with_both_numbers(monkeypatch, frame, caption):
    monkeypatch.setattr(tables, "WORKBOOK_ROWS", 1)
    with pytest.raises(TooManyRows) as refused:
        to_xlsx(frame, caption)
    assert (refused.value.rows, refused.value.limit) == (2, 1)


def test_a_sheet_with_most_rows_ends_on_the_last_row_of_excel():
    assert tables.WORKBOOK_ROWS + 3 == 1_048_576


def test_an_empty_table_still_says_what_it_is(frame, caption):
    sheet = sheet_of(to_xlsx(frame.iloc[:0], caption))
    assert (sheet["A2"].value, sheet["A3"].value, sheet.max_row) == (caption.line, "园区", 3)


def test_headers_and_labels_speak_english(frame, caption):
    with messages.speaking("en"):
        sheet = sheet_of(to_xlsx(frame, caption))
    assert [sheet["B4"].value, sheet["C3"].value] == ["At or above threshold", "Investment intensity (10k CNY/mu)"]


def test_a_csv_begins_with_its_header_and_repeats_the_caption(frame, caption):
    rows = rows_of(to_csv(frame, caption))
    assert rows[0][0] == "园区"
    assert rows[1] == ["甲园", "达标", "120.26", "1200", "2026-03-01", "是", f"投资强度 · {caption.line}"]
    assert rows[2][2:6] == ["", "3", "", ""]


def test_a_csv_begins_with_the_mark_that_tells_excel_of_chinese(frame, caption):
    assert to_csv(frame, caption).startswith(b"\xef\xbb\xbf")


def test_numbers_are_not_guarded_even_below_zero(caption):
    frame = pd.DataFrame({"ahead_value": [-2.5], "park_name": ["-3"]})
    assert rows_of(to_csv(frame, caption))[1][:2] == ["-2.5", "-3"]


def test_numbers_leave_without_binary_noise(caption):
    assert rows_of(to_csv(pd.DataFrame({"land_mu": [0.1 + 0.2]}), caption))[1][0] == "0.3"
