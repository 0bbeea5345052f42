"""Templates: a filled one reads back without a word."""

import datetime as dt

import openpyxl
import pytest

from parkatlas import messages, terms
from parkatlas.columns import column
from parkatlas.filetypes import KINDS
from parkatlas.intake import TEMPLATES, Registers, template_name, write_template

NAMES = Registers(units=("甲",), parks=("甲",), projects=("甲",))
EXAMPLES = {"text": "甲", "integer": 2026, "number": 12.5, "date": dt.datetime(2026, 3, 15), "boolean": "是"}  # noqa: DTZ001 - a workbook has no zone


def example(name):
    about = column(name)
    if name in ("merged_into_name", "merged_on", "heir_name"):  # the only one cannot have gone into another
        return None
    if about.vocabulary:
        return terms.VOCABULARIES[about.vocabulary][0].label
    return "C3360" if name == "industry_code" else EXAMPLES[about.kind]


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("kind", TEMPLATES)
def test_a_filled_template_reads_back_without_errors_or_warnings(files, kind, language):
    with messages.speaking(language):
        path = files.folder / template_name(kind)
        write_template(kind, path)
        book = openpyxl.load_workbook(path)
        headers = [cell.value for cell in book.worksheets[0][1]]
        names = {column(name).header: name for name in KINDS[kind].columns}
        assert sorted(headers) == sorted(names)
        for index, header in enumerate(headers, 1):
            book.worksheets[0].cell(2, index, example(names[header]))
        book.save(path)
        intake = files.read(path.name, None, kind, registers=NAMES, period=dt.date(2026, 3, 31))
    assert {finding.level for finding in intake.report.findings} == {"note"}
    [row] = intake.tables[KINDS[kind].table].to_pylist()
    filled = [name for name in names.values() if example(name) is not None]
    assert [name for name in filled if name in row and row[name] is None] == []


def test_a_template_offers_the_words_of_each_vocabulary(tmp_path):
    write_template("ledger", tmp_path / "a.xlsx")
    rules = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0].data_validations.dataValidation
    assert sum(rule.type == "list" for rule in rules) == 3


def test_an_empty_template_is_refused_as_having_no_rows(files):
    write_template("ledger", files.folder / "a.xlsx")
    assert "no_rows" in files.refused("a.xlsx", None)
