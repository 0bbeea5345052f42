"""One record a format and a kind of file: what is written there, uploader, command line and sniffing all know."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from parkatlas import terms
from parkatlas.columns import CATALOGUE
from parkatlas.filetypes import FORMATS, KINDS, ending, listed, parts_of
from tests.conventions.project import ROOT

# A format nobody reads: a first line, then a name and an outline a line. Its record and its reader are all it takes.
RECORD = 'FileFormat("lines", "Outlines in lines", (".lines",), "lines", is_drawn=True, opens=(b"#outlines",)),'
READER = '''
"""Outlines in lines, read."""
import shapely
from parkatlas.intake.layer import Layer

def read(source, _):
    names, shapes = zip(*(line.split(" ", 1) for line in source.path.read_text("utf-8").splitlines()[1:]))
    return [Layer("", ["name"], [list(names)], shapely.from_wkt(shapes), "EPSG:4326")]
'''
CONTENT = "#outlines\n北园 POLYGON((117 31, 117.01 31, 117.01 31.01, 117 31))\n"
ON_THE_PAGE = f"""
from streamlit.testing.v1 import AppTest
page = AppTest.from_string("from parkatlas.ui.imports import panel; panel.upload()", default_timeout=60)
page.session_state["import_kind"] = "parks"
uploader = page.run().file_uploader[0]
assert ".lines" in uploader.allowed_type and "Outlines in lines (.lines)" in uploader.help
uploader.upload("a.lines", {CONTENT.encode()!r})
page.run().button(key="check-upload").click().run()
print(page.success[0].value)
"""
FACTS = """
from streamlit.testing.v1 import AppTest
script = "from parkatlas import sheets; from parkatlas.ui.kit import data, sheet;"
script += "sheet.blocks(sheets.project.sheet(data.asking(), '纸厂').blocks)"
page = AppTest.from_string(script, default_timeout=60).run()
print(*[each.value for each in page.get("html")])
"""


@pytest.fixture
def copy(tmp_path):
    """A copy of the project for a test to extend."""
    for folder in filter(lambda name: (ROOT / name).is_dir(), ("parkatlas", "locale", "queries")):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def write_behind(folder, file, line, more):
    """Write more behind the first line of its kind in a file of the project's copy."""
    (path,) = folder.rglob(file)
    before, mark, after = path.read_text(encoding="utf-8").partition(line)
    assert mark, f"{file} has no {line!r}"
    path.write_text(before + mark + more + after, encoding="utf-8")


def output(folder, *words):
    """Run Python in a folder, on a workspace of it; return what it printed."""
    environment = os.environ | {"PARKATLAS_WORKSPACE": str(folder / "W"), "PARKATLAS_LANG": "en", "PYTHONPATH": ""}
    done = subprocess.run([sys.executable, *words], cwd=folder, env=environment, capture_output=True, text=True)  # noqa: PLW1510 - the assertion below says more
    assert not done.returncode, done.stdout + done.stderr
    return done.stdout


def test_a_format_is_one_record_and_one_reader(copy):
    write_behind(copy, "filetypes.py", "FORMATS: dict[str, FileFormat] = {each.code: each for each in (\n", RECORD)
    (copy / "parkatlas" / "intake" / "lines.py").write_text(READER, encoding="utf-8")
    (copy / "a.lines").write_text(CONTENT, encoding="utf-8")
    assert "Outlines in lines (.lines)" in " ".join(output(copy, "-m", "parkatlas", "import", "--help").split())
    assert "1 row" in output(copy, "-m", "parkatlas", "import", "parks", "a.lines")
    assert "1 行" in output(copy, "-c", ON_THE_PAGE)


def test_a_new_column_on_the_project_page_takes_three_files(copy):
    row = '_column("jobs_count", "integer", "人", "用工"),'
    write_behind(copy, "columns.py", "_ALL = (\n", row)
    for language, label in (("zh_CN", "就业人数"), ("en", "Jobs")):
        names = {"columns.jobs_count": label, "columns.jobs_count.meaning": label}
        entries = "".join(f'msgid "{key}"\nmsgstr "{words}"\n\n' for key, words in names.items())
        write_behind(copy / "locale" / language, "columns.po", 'UTF-8\\n"\n\n', entries)
    write_behind(copy, "filetypes.py", '"leader_name", "officer_name",', '"jobs_count",')
    write_behind(copy, "project_facts.sql", "officer_name              VARCHAR\n", "--  jobs_count  BIGINT  人\n")
    write_behind(copy, "project_facts.sql", "chosen.officer_name,\n", "chosen.jobs_count,\n")
    (copy / "a.csv").write_text("项目,用工\n纸厂,77\n", encoding="utf-8")
    output(copy, "-m", "parkatlas", "import", "ledger", "a.csv", "--period", "2026-01")
    assert "<dt>就业人数</dt><dd>77 人</dd>" in output(copy, "-c", FACTS)
    assert not json.loads(output(copy, "-m", "parkatlas", "check", "--json"))["faults"]


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.code)
def test_a_kind_names_columns_of_the_catalogue_each_once(kind):
    assert sorted(kind.columns) == sorted(set(kind.columns))
    assert set(kind.required) <= set(kind.columns) <= set(CATALOGUE)
    assert terms.label("import_kind", kind.code) != kind.code


def test_a_kind_takes_every_ending_of_its_formats_and_of_their_parts():
    assert {".kmz", ".xlsm", ".et", ".tsv", ".txt", ".dbf"} <= set(KINDS["parks"].endings)
    assert {".kmz", ".shx"} <= set(KINDS["layers"].endings) <= set(KINDS["parks"].endings)
    assert ".xlsm" in KINDS["ledger"].endings
    assert ".kml" not in KINDS["ledger"].endings


def test_formats_are_listed_by_name_with_their_endings():
    assert listed([FORMATS["csv"], FORMATS["kml"], FORMATS["kmz"]]) == "CSV (.csv .txt .tsv), KML (.kml .kmz)"


@pytest.mark.parametrize(("name", "expected"), [("A.XLSM", ".xlsm"), ("a.dbf", ".dbf"), ("a.exe", ""), ("a/../b", "")])
def test_only_an_ending_that_a_record_names_is_known(name, expected):
    assert ending(name) == expected


@pytest.mark.parametrize(
    ("name", "beside", "parts"),
    [
        ("a.shp", ["a.dbf", "a.prj", "b.dbf", "a.txt"], ["a.dbf", "a.prj"]),
        ("Parks.shp", ["parks.dbf", "PARKS.SHX"], ["parks.dbf", "PARKS.SHX"]),
        ("Parks.shp", ["parks.dbf", "Parks.dbf"], ["Parks.dbf"]),
        ("Parks.shp", ["parks.shp", "parks.dbf"], []),
        ("a.gpkg", ["a.gpkg-wal", "a.gpkg-shm", "b.gpkg-wal"], ["a.gpkg-wal"]),
        ("a.kml", ["a.dbf"], []),
    ],
)
def test_parts_have_their_file_s_name_and_only_then_ignore_case(name, beside, parts):
    assert parts_of(name, [*beside, name]) == parts
