"""Reports: findings keep their facts and are worded in the language in use."""

import json

import pytest

from parkatlas import messages
from parkatlas.intake import Finding, Options, Report

BAD_CELL = Finding(
    "error", "not_a_number", "a.xlsx", "台账", 3, "总投资", "很多", {"count": 1, "field": "contract_wan"}
)


def test_a_finding_says_place_matter_and_cure():
    assert str(BAD_CELL).startswith("工作表「台账」，第 3 行，「总投资」列：「很多」不是数字。 这一列只填数字")


def test_a_finding_is_worded_in_the_language_in_use():
    with messages.speaking("en"):
        assert BAD_CELL.to_json()["message"] == "“很多” is not a number."


def test_a_report_survives_being_kept_as_json():
    report = Report("a.xlsx", (BAD_CELL,))
    assert Report.from_records("a.xlsx", json.loads(json.dumps(report.to_records()))) == report


def test_a_hostile_value_is_shown_as_it_is_and_never_filled_in():
    finding = Finding("error", "not_a_number", value="{file} {{7*191}} {0.__class__}")
    assert "{file} {{7*191}} {0.__class__}" in finding.message


def test_errors_come_first():
    warning = {"level": "warning", "code": "zero_is_missing"}
    levels = [f.level for f in Report.from_records("a", [warning, {"level": "error", "code": "file_empty"}]).findings]
    assert levels == ["error", "warning"]


@pytest.mark.parametrize("options", [Options(), Options("甲", "EPSG:4490", "gbk", {"land_mu": "面积"})])
def test_options_survive_being_kept_as_json(options):
    assert Options.from_json(json.loads(json.dumps(options.to_json()))) == options
