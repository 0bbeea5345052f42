"""Workbooks and text tables: which sheet, which character set, and files that are traps."""

import io
import zipfile

import pytest

from parkatlas.intake import Limits
from tests.parkatlas.intake.making import workbook

LEDGER = [["项目", "总投资"], ["甲", 1]]


def test_hidden_and_empty_sheets_are_passed_over(files):
    book = workbook(("旧", [["项目"], ["旧项目"]]), ("空", []), ("台账", LEDGER), hidden=("旧",))
    intake = files.read("a.xlsx", book)
    assert intake.tables["projects"]["project_name"].to_pylist() == ["甲"]
    assert [finding.sheet for finding in intake.report.findings if finding.code == "sheet_read"] == ["台账"]


def test_other_sheets_that_were_not_read_are_named(files):
    [warning] = files.read("a.xlsx", workbook(("一月", LEDGER), ("二月", LEDGER))).report.warnings
    assert warning.details["sheets"] == ["二月"]


def test_a_sheet_asked_for_is_read_and_an_unknown_one_refused(files):
    book = workbook(("一月", LEDGER), ("二月", [["项目"], ["乙"]]))
    assert files.projects("a.xlsx", book, sheet="二月")[0]["project_name"] == "乙"
    assert "二月" in files.refused("a.xlsx", book, sheet="三月")["sheet_unknown"].details["nearest"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_character_set_of_a_text_is_found_by_its_content(files, encoding):
    [project] = files.projects("a.csv", "项目名称,产业\n清城陶瓷项目,陶瓷\n".encode(encoding))
    assert project["project_name"] == "清城陶瓷项目"


def test_big5_is_told_from_gb18030(files):
    text = "項目,地址\n臺中港科技產業園區,臺中市梧棲區\n潭子科技產業園區,臺中市潭子區\n"
    intake = files.read("a.csv", text.encode("big5"), mapping={"project_name": "項目"})
    assert intake.tables["projects"]["project_name"].to_pylist() == ["臺中港科技產業園區", "潭子科技產業園區"]


def test_an_unknown_character_set_is_refused(files):
    for name in ("utf-9", "undefined", "rot13"):
        assert "encoding_unknown" in files.refused("a.csv", "项目\n甲\n", encoding=name)


@pytest.mark.parametrize("header", ["name", "项目"])
def test_a_text_that_is_not_in_the_character_set_said_is_refused(files, header):
    content = f"{header}\n陶瓷厂\n".encode("gb18030")
    finding = files.refused("a.csv", content, encoding="utf-8", mapping={"project_name": header})["encoding_wrong"]
    assert finding.value == "utf-8"


@pytest.mark.parametrize("option", [{"sheet": "台账"}, {"crs": "EPSG:4490"}])
def test_what_is_decided_in_vain_about_a_file_is_refused(files, option):
    ((name, value),) = option.items()
    finding = files.refused("a.csv", "项目\n甲\n", **option)["option_unfit"]
    assert (finding.details["option"], finding.value) == (name, value)


def test_a_comma_without_quotes_does_not_shift_a_row_silently(files):
    assert files.refused("a.csv", "项目,总投资\n甲,1,234\n")["row_width"].row == 2


def test_blank_lines_are_skipped_and_rows_keep_their_numbers(files):
    rows = [project["source_row"] for project in files.projects("a.csv", "项目,总投资\n甲,1\n\n,\n乙,2\n")]
    assert rows == [2, 5]


def test_a_cell_in_the_last_corner_of_a_sheet_is_refused_quickly(files):
    far = [["项目"], ["甲"]]
    book = workbook(("台账", far))
    errors = files.refused("a.xlsx", _with_far_cell(book))
    assert "too_big" in errors
    assert "2,048" in errors["too_big"].message


def _with_far_cell(book):
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
            content = old.read(name).replace(b"</sheetData>", far).replace(b'ref="A1:A2"', b'ref="A1:XFD1048576"')
            new.writestr(name, content)
    return file.getvalue()


def test_a_workbook_that_unpacks_beyond_reason_is_refused(files):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"")
        archive.writestr("xl/worksheets/sheet1.xml", bytes(100_000_000))
    assert "zip_ratio" in files.refused("a.xlsx", file.getvalue())


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.csv", b"", "file_empty"),
        ("a.xlsx", "项目\n甲\n".encode(), "content_differs"),
        ("a.geojson", "项目\n甲\n".encode(), "content_differs"),
        ("a.csv", b"%PDF-1.4", "content_unknown"),
        ("a.xls", b"<html><table></table></html>", "content_unknown"),
        ("a.xlsx", b"PK\x03\x04broken", "content_unknown"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "file_broken"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(files, name, content, code):
    assert code in files.refused(name, content)


def test_a_file_that_is_not_there_is_refused(files):
    assert "unreadable" in files.refused("missing.csv", None)


@pytest.mark.usefixtures("children_proper")  # one that is forked has more memory than is left to it here
def test_too_little_memory_or_time_is_a_message_that_names_the_setting(files):
    text = "项目,总投资\n" + "".join(f"项目{number},1\n" for number in range(400_000))
    assert "intake.memory_mb" in files.refused("a.csv", text, limits=Limits(memory_mb=64))["too_big"].cure
    assert "intake.seconds" in files.refused("a.csv", text, limits=Limits(seconds=0))["too_slow"].cure


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_rows_with_a_running_number_alone_are_left_out_with_a_warning(files, name):
    rows = [["序号", "项目"], ["1", "甲"], ["2", ""]]
    text = "\n".join(",".join(row) for row in rows)
    intake = files.read(name, text if name == "a.csv" else workbook(("台账", rows)))
    assert intake.tables["projects"].num_rows == 1
    assert [(finding.code, finding.row) for finding in intake.report.warnings] == [("rows_without_fields", 3)]
