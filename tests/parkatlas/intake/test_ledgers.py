"""Ledgers: headers, units, missing words, dates, stages and everything that is refused."""

import datetime as dt

import pytest

from parkatlas.intake import Registers
from tests.parkatlas.intake.making import workbook

NOBODY = Registers()


@pytest.mark.parametrize(
    ("header", "cell", "wan"),
    [("总投资(亿元)", 1.5, 15000), ("合同投资额（万元）", 1.5, 1.5), ("合同投资（元）", 15000, 1.5), ("总投资", 7, 7),
     ("Contract investment (10k CNY)", 3, 3), ("合同投资额亿元", 2, 20000)],
)  # fmt: skip
def test_money_is_taken_in_by_the_unit_of_its_header(files, header, cell, wan):
    [project] = files.projects("a.xlsx", workbook(("台账", [["项目", header], ["甲", cell]])))
    assert project["contract_wan"] == pytest.approx(wan)


@pytest.mark.parametrize(
    ("header", "cell", "mu"),
    [
        ("面积（公顷）", 2, 30),
        ("用地面积(亩)", 2, 2),
        ("用地面积（㎡）", 10000, 15),
        ("占地面积/平方米", 10000, 15),
        ("Land (mu)", 4, 4),
    ],
)
def test_land_is_taken_in_by_the_unit_of_its_header(files, header, cell, mu):
    [project] = files.projects("a.csv", f"项目,{header}\n甲,{cell}\n")
    assert project["land_mu"] == pytest.approx(mu)


def test_a_unit_stated_above_the_table_holds_for_headers_without_one(files):
    rows = [["2026年台账"], ["单位：亿元、公顷"], ["项目名称", "总投资", "面积"], ["甲", 2, 1]]
    [project] = files.projects("a.xlsx", workbook(("台账", rows)))
    assert (project["contract_wan"], project["land_mu"], project["source_row"]) == (20000, 15, 4)


def test_a_unit_that_does_not_fit_is_refused(files):
    errors = files.refused("a.csv", "项目,合同投资额（万美元）\n甲,1\n")
    assert errors["unit_unfit"].value == "万美元"


def test_an_explicit_mapping_names_the_field(files):
    [project] = files.projects("a.csv", "项目,钱\n甲,5\n", mapping={"done_fai_wan": "钱"})
    assert project["done_fai_wan"] == 5


def test_an_unknown_field_or_header_is_refused_with_the_nearest(files):
    errors = files.refused("a.csv", "项目,投资1\n甲,5\n", mapping={"contract": "投资1", "done_fai_wan": "投资"})
    assert "contract_wan" in errors["unknown_field"].details["nearest"]
    assert errors["unknown_header"].details["nearest"] == ["投资1"]


def test_a_header_of_name_alone_means_the_project(files):
    assert files.projects("a.csv", "名称,产业\n甲,化工\n")[0]["project_name"] == "甲"


def test_a_ledger_without_project_names_is_refused_with_its_headers(files):
    errors = files.refused("a.csv", "单位,用地面积\n龙塘镇,1\n")
    assert errors["column_missing"].details["headers"] == ["单位", "用地面积"]


@pytest.mark.parametrize("cell", ["Nah", "NULL", "-", "—", "/", "无", "不详", "N/A", "\u00a0"])
def test_a_missing_word_is_null_and_reported(files, cell):
    intake = files.read("a.csv", f"项目,用地面积,投资方\n甲,{cell},{cell}\n")
    [project] = intake.tables["projects"].to_pylist()
    assert (project["land_mu"], project["investor_name"]) == (None, None)
    assert [finding.code for finding in intake.report.warnings] == ["missing_words"]


@pytest.mark.parametrize("cell", ["8,338", "８３３８", " 8 338 ", "8338.0"])
def test_numbers_written_as_text_are_numbers(files, cell):
    [project] = files.projects("a.xlsx", workbook(("台账", [["项目", "总投资"], ["甲", cell]])))
    assert project["contract_wan"] == 8338


def test_a_text_in_a_money_column_is_refused_with_its_place(files):
    rows = [["项目", "总投资(万元)"], ["甲", 5], ["乙", "很多"]]
    error = files.refused("a.xlsx", workbook(("台账", rows)))["not_a_number"]
    assert (error.sheet, error.row, error.column, error.value) == ("台账", 3, "总投资(万元)", "很多")
    assert "很多" in error.message
    assert error.cure


@pytest.mark.parametrize(
    ("cell", "day"),
    [("2007年02月05日", "2007-02-05"), ("2007-02-05", "2007-02-05"), ("2007/2/28 9:02:32", "2007-02-28"),
     ("2007.2", "2007-02-01"), ("20230501", "2023-05-01"), ("2023年5月", "2023-05-01"), ("1901年01月02日", None)],
)  # fmt: skip
def test_dates_are_read_as_people_write_them(files, cell, day):
    [project] = files.projects("a.csv", f"项目,签约日期\n甲,{cell}\n")
    assert project["signed_on"] == (day and dt.date.fromisoformat(day))


def test_a_date_cell_and_a_day_number_of_a_workbook_are_dates(files):
    rows = [["项目", "签约日期"], ["甲", dt.datetime(2007, 2, 5)], ["乙", 39118]]  # noqa: DTZ001 - a workbook has no zone
    days = [project["signed_on"] for project in files.projects("a.xlsx", workbook(("台账", rows)))]
    assert days == [dt.date(2007, 2, 5)] * 2


@pytest.mark.parametrize("cell", ["2023-02-30", "明年", "2023-13-01", "5"])
def test_a_day_that_is_none_is_refused(files, cell):
    assert files.refused("a.csv", f"项目,签约日期\n甲,{cell}\n")["not_a_date"].value == cell


def test_land_or_money_of_zero_is_missing_with_a_warning(files):
    intake = files.read("a.csv", "项目,用地面积,总投资\n甲,0,0\n")
    [project] = intake.tables["projects"].to_pylist()
    assert (project["land_mu"], project["contract_wan"]) == (None, None)
    assert [finding.code for finding in intake.report.warnings] == ["zero_is_missing"] * 2


def test_negative_land_is_refused(files):
    assert files.refused("a.csv", "项目,用地面积\n甲,-3\n")["negative"].value == "-3"


def test_swapped_coordinates_are_refused_as_such(files):
    assert "point_swapped" in files.refused("a.csv", "项目,经度,纬度\n甲,42,123\n")


def test_coordinates_beyond_the_globe_are_refused(files):
    assert files.refused("a.csv", "项目,经度,纬度\n甲,200,42\n")["point_out"].value == "200"


def test_a_repeated_id_is_refused_with_both_rows(files):
    error = files.refused("a.csv", "项目,项目编号\n甲,1\n乙,1\n")["duplicate"]
    assert error.details["rows"] == [2, 3]


def test_repeated_names_without_ids_are_told_apart(files):
    ids = [project["project_id"] for project in files.projects("a.csv", "项目\n甲\n乙\n甲\n")]
    assert ids == ["甲", "乙", "甲#2"]


def test_a_code_of_eighteen_digits_keeps_its_digits(files):
    [project] = files.projects("a.csv", "项目,项目编号\n甲,123456789012345678\n")
    assert project["project_id"] == "123456789012345678"


def test_text_that_looks_like_a_formula_stays_text(files):
    [project] = files.projects("a.csv", "项目,地址\n=1+1,@x\n")
    assert (project["project_name"], project["address"]) == ("=1+1", "@x")


def test_unknown_units_and_parks_are_refused_with_the_nearest(files):
    errors = files.refused("a.csv", "项目,责任单位\n甲,龙塘\n")
    assert errors["unknown_name"].details["nearest"] == ["龙塘镇"]


def test_a_workspace_without_registers_takes_the_names_in(files):
    intake = files.read("a.csv", "项目,责任单位,落地属地,园区\n甲,A镇,B镇,C园\n乙,A镇,,\n", registers=NOBODY)
    assert intake.tables["units"].to_pydict() == {"unit_id": ["A镇", "B镇"], "unit_name": ["A镇", "B镇"]}
    assert intake.tables["parks"].to_pydict() == {"park_id": ["C园"], "park_name": ["C园"]}
    warnings = [(finding.code, finding.column) for finding in intake.report.warnings]
    assert warnings == [("names_taken_in", column) for column in ("责任单位", "落地属地", "园区")]


def test_the_park_of_a_ledger_is_the_stated_one(files):
    assert files.projects("a.csv", "项目,园区\n甲,高新园\n")[0]["stated_park_name"] == "高新园"


def test_stage_words_are_stored_as_codes_and_strange_ones_refused(files):
    assert files.projects("a.csv", "项目,阶段\n甲,已签约\n")[0]["stage"] == "signed"
    assert "开工" in files.refused("b.csv", "项目,阶段\n甲,开工了\n")["not_a_term"].details["nearest"]


def test_a_stage_not_stated_follows_from_the_last_stage_date(files):
    [project] = files.projects("a.csv", "项目,签约日期,开工日期,竣工日期\n甲,2023-01-01,2023-05-01,\n")
    assert project["stage"] == "started"


def test_stage_dates_out_of_order_or_after_the_month_are_warned_of(files):
    text = "项目,签约日期,开工日期\n甲,2023-05-01,2023-01-01\n乙,2023-01-01,2023-07-01\n"
    warnings = files.read("a.csv", text, period=dt.date(2023, 6, 30)).report.warnings
    assert [(finding.code, finding.row) for finding in warnings] == [("stage_order", 2), ("after_period", 3)]


def test_an_unlisted_source_region_counts_as_elsewhere_with_a_warning(files):
    intake = files.read("a.csv", "项目,资金来源地\n甲,火星\n")
    assert intake.tables["projects"]["source_region"].to_pylist() == ["other"]
    assert [finding.code for finding in intake.report.warnings] == ["region_other"]


def test_a_code_that_the_standard_does_not_hold_is_warned_of(files):
    codes = ("C3360", "3360", "C33", "", "C1310", "A3360", "X12")
    intake = files.read("a.csv", "项目,行业代码\n" + "".join(f"项目{i},{code}\n" for i, code in enumerate(codes)))
    (warning,) = intake.report.warnings
    assert (warning.code, warning.details["count"], warning.value) == ("industry_code_odd", 3, "C1310")


def test_rows_of_sums_and_remarks_are_no_projects(files):
    rows = [["序号", "项目", "总投资"], ["小计", "", 3], [1, "甲", 3], ["", "合 计", 3], ["注：截至3月", "", ""]]
    assert [project["project_name"] for project in files.projects("a.xlsx", workbook(("台账", rows)))] == ["甲"]


def test_alike_faults_are_one_finding_with_examples(files):
    rows = "".join(f"项目{number},很多\n" for number in range(1000))
    error = files.refused("a.csv", "项目,总投资\n" + rows)["not_a_number"]
    assert (error.details["count"], len(error.details["examples"])) == (1000, 20)


def test_a_month_stored_as_a_number_is_warned_of_as_ambiguous(files):
    rows = [["项目", "签约日期"], ["甲", 2007.1]]
    [warning] = files.read("a.xlsx", workbook(("台账", rows))).report.warnings
    assert warning.code == "date_by_either"


def test_a_ledger_of_a_month_of_another_age_is_refused(files):
    assert "period_odd" in files.refused("a.csv", "项目名称\n甲\n", period=dt.date(9999, 12, 31))


def test_a_file_whose_name_is_no_text_is_refused(files):
    assert "not_text" in files.refused("\udcff.csv", "项目名称\n甲\n")
