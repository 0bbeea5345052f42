"""The command line: every command, its exit code, its JSON, and what it says to wrong words."""

import csv
import io
import json
import os
import shutil
import socket
import subprocess
import sys

import pytest
import xlsxwriter
from typer.testing import CliRunner

from parkatlas import intake, queries, resources
from parkatlas.cli import app, output
from parkatlas.filetypes import KINDS
from parkatlas.workspace import Workspace, control
from tests.conventions.project import ROOT
from tests.parkatlas.workspace import disks

DONE, USAGE, REFUSED = 0, 2, 3
HOSTILE = "\x1b[31m红\x07\x9b2J左\u202e右\n断\t行"
STORED = "红\n断\t行"  # a name with controls that nobody sees is refused


def run(directory, *words, lang="en"):
    """Run a command on a workspace; return exit code, output and errors."""
    outcome = CliRunner().invoke(app, ["--workspace", str(directory), "--lang", lang, *map(str, words)])
    assert outcome.exception is None or isinstance(outcome.exception, SystemExit), outcome.exception
    return outcome.exit_code, outcome.stdout, outcome.stderr


def output_of(directory, *words):
    """Run a command that must succeed with --json; return what it prints."""
    code, printed, _ = run(directory, *words, "--json")
    assert code == DONE, printed
    return json.loads(printed)


def deals(path):
    """Write land deals as a ministry's table has them: hectares, 万元, every cell text, words for nothing."""
    rows = [
        ("项目名称", "所在地", "面积(公顷)", "成交价格(万元)", "实际竣工时间"),
        ("甲厂", "城关镇", "2", "300", "Nah"),
        ("乙厂", "城关镇", "1", "165", "1901年01月02日"),
        ("划拨", "河东镇", "1", "0", "Nah"),
    ]
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return path


MAPPED = ("land_mu=面积(公顷)", "contract_wan=成交价格(万元)", "unit_name=所在地", "project_name=项目名称")
TAKE_DEALS = ("--period", "2007-02", *(word for pair in MAPPED for word in ("--map", pair)))


@pytest.fixture(scope="module")
def pattern(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cli")
    output_of(folder / "W", "import", "ledger", deals(folder / "2007-02.xlsx"), *TAKE_DEALS)
    return folder / "W"


@pytest.fixture
def directory(pattern, tmp_path):
    return shutil.copytree(pattern, tmp_path / "W")


def test_a_table_of_land_deals_is_imported_and_its_intensities_printed(directory, tmp_path):
    answer = output_of(directory, "import", "ledger", deals(tmp_path / "x.xlsx"), *TAKE_DEALS)
    assert (answer["kind"], answer["import_id"], answer["row_count"], answer["report"]["errors"]) == ("ledger", 2, 3, 0)
    assert "zero_is_missing" in [finding["code"] for finding in answer["report"]["findings"]]
    params = ("--param", "basis=contract", "--param", "as_of=2007-02-28", "--format", "csv")
    rows = csv.DictReader(run(directory, "ask", "intensity_by_project", *params)[1].removeprefix("\ufeff").splitlines())
    assert sorted(row["intensity_wan_per_mu"] for row in rows) == ["", "10.0", "11.0"]


def test_a_dry_run_reports_and_stores_nothing(directory, tmp_path):
    answer = output_of(directory, "import", "ledger", deals(tmp_path / "x.xlsx"), *TAKE_DEALS, "--dry-run")
    assert (answer["import_id"], answer["row_count"]) == (None, 3)
    assert len(output_of(directory, "imports")) == 1


def test_a_refused_file_ends_with_3_and_names_place_and_cure(directory, tmp_path):
    (tmp_path / "x.csv").write_text("项目名称,用地面积(亩)\n甲,很多\n", encoding="utf-8")
    code, printed, _ = run(directory, "import", "ledger", tmp_path / "x.csv", "--period", "2026-01", "--json")
    finding = json.loads(printed)["report"]["findings"][0]
    assert (code, finding["level"], finding["row"], finding["column"]) == (REFUSED, "error", 2, "用地面积(亩)")
    code, printed, errors = run(directory, "import", "ledger", tmp_path / "x.csv", "--period", "2026-01")
    assert (code, printed) == (REFUSED, "")
    assert "很多" in errors


def test_a_layer_bears_the_name_and_kind_that_are_said(directory):
    file = ROOT / "data" / "layers" / "ecology.geojson"
    assert output_of(directory, "import", "layers", file, "--layer", "红线/生态红线")["row_count"] == 4
    (row,) = json.loads(run(directory, "ask", "layers", "--format", "json")[1])
    assert (row["layer_name"], row["layer_kind"], row["file_name"]) == ("红线", "ecology", "ecology.geojson")


@pytest.mark.parametrize(
    ("kind", "layer", "expected"),
    [("layers", "红线/没有", "farmland, ecology"), ("parks", "红线", "--layer is for layers")],
)
def test_a_layer_of_no_kind_or_of_another_file_is_refused(directory, kind, layer, expected):
    file = ROOT / "data" / "layers" / "ecology.geojson"
    code, _, errors = run(directory, "import", kind, file, "--layer", layer)
    assert code == USAGE
    assert expected in errors


def test_imports_are_undone_and_redone(directory):
    assert output_of(directory, "undo", 1) == {"import_id": 1, "is_active": False}
    assert not output_of(directory, "imports")[0]["is_active"]
    assert output_of(directory, "redo", 1)["is_active"]
    code, _, errors = run(directory, "redo", 1)
    assert code == USAGE
    assert "no import 1" in errors


@pytest.mark.parametrize("query", sorted(queries.load_all()))
@pytest.mark.parametrize("output_format", ["table", "csv", "json"])
def test_every_query_prints_in_every_format(pattern, query, output_format):
    needed = {"intensity_distribution": ("bin_width=20", "bin_top=300"), "project_cells": ("cell_lon=1", "cell_lat=1")}
    params = [word for pair in needed.get(query, ()) for word in ("--param", pair)]
    code, printed, _ = run(pattern, "ask", query, "--format", output_format, *params)
    assert code == DONE
    names = [column.name for column in queries.find(query).returns]
    if output_format == "json":
        assert [list(row) for row in json.loads(printed) if list(row) != names] == []
    if output_format == "csv":
        assert next(csv.reader(io.StringIO(printed.removeprefix("\ufeff")))) == names
    assert printed.strip()


def test_an_empty_folder_is_no_workspace_to_read(tmp_path):
    code, printed, errors = run(tmp_path, "ask", "projects")
    assert (code, printed) == (USAGE, "")
    assert "first file" in errors
    assert not any(tmp_path.iterdir())


def test_a_new_disk_is_no_workspace_to_read(tmp_path):
    (tmp_path / "lost+found").mkdir()
    for words in (("check",), ("backup", str(tmp_path / "b.zip")), ("ask", "projects")):
        assert run(tmp_path, *words)[0] == USAGE
    assert [path.name for path in tmp_path.iterdir()] == ["lost+found"]


def test_an_empty_workspace_has_no_rows(tmp_path):
    Workspace.create(tmp_path).close()
    assert run(tmp_path, "ask", "projects") == (DONE, "No rows.\n", "")
    assert run(tmp_path, "ask", "projects", lang="zh_CN")[1] == "没有符合条件的数据。\n"


def test_days_and_whole_numbers_look_like_such(pattern):
    row = json.loads(run(pattern, "ask", "imports", "--format", "json")[1])[0]
    assert (row["period"], row["import_row_count"]) == ("2007-02-28", 3)
    assert run(pattern, "ask", "place_issues", "--format", "csv")[1].splitlines()[1].split(",")[5] == '""'


def test_lists_and_vocabulary_words_may_be_given_as_people_write_them(pattern):
    words = ("ask", "projects", "--format", "csv", "--param", "stages=,签约", "--param", "units=城关镇,河东镇")
    rows = list(csv.DictReader(io.StringIO(run(pattern, *words)[1].removeprefix("\ufeff"))))
    assert sorted(row["project_name"] for row in rows) == ["乙厂", "划拨", "甲厂"]


WRONG_WORDS = {
    "unknown query": (("ask", "project"), "projects"),
    "unknown parameter": (("ask", "parks", "--param", "as_off=2026-01-01"), "as_of"),
    "no pair": (("ask", "parks", "--param", "as_of"), "NAME=VALUE"),
    "no date": (("ask", "parks", "--param", "as_of=2026-02-30"), "2026-10-31"),
    "no number": (("ask", "projects", "--param", "threshold=nan"), "number"),
    "no count": (("ask", "projects", "--param", "most=-1"), "from 0 to"),
    "a count beyond its type": (("ask", "projects", "--param", f"most={2**63}"), str(2**63 - 1)),
    "a year that no date has": (("ask", "enclave_books", "--param", f"year={2**63 - 1}"), "1901 to 2099"),
    "too long a name": (("import", "parks", "a" * 300), "255 bytes"),
    "too long a name for a template": (("template", "ledger", "a" * 300), "255 bytes"),
    "too long a name for a backup": (("backup", "a" * 300), "255 bytes"),
    "a template into a device": (("template", "ledger", "/dev/full"), "/dev/full is there already"),
    "no basis": (("ask", "projects", "--param", "basis=plan"), "planned, done, contract"),
    "no stage": (("ask", "projects", "--param", "stages=signed,over"), "at_capacity"),
    "no period": (("import", "ledger", "README.md"), "--period"),
    "no month": (("import", "ledger", "README.md", "--period", "2026-13"), "YYYY-MM"),
    "no file": (("import", "parks", "nowhere.shp"), "nowhere.shp"),
    "no field": (("import", "parks", "README.md", "--map", "park_nam=x"), "park_name"),
    "no kind": (("import", "park", "README.md"), "parks"),
    "no folder": (("template", "parks", "nowhere/x.xlsx"), "nowhere"),
    "no folder for a backup": (("backup", "nowhere/x.zip"), "nowhere"),
    "no import": (("undo", "99"), "99"),
    "no such command": (("improt",), "improt"),
    "no such port": (("serve", "--port", "70000"), "65535"),
    "no such address": (("serve", "--address", "203.0.113.7"), "203.0.113.7"),
    "an empty address": (("serve", "--address", ""), "127.0.0.1"),
    "a field twice": (("import", "units", "README.md", "--map", "unit_name=a", "--map", "unit_name=b"), "unit_name"),
    "a full directory for the demo": (("demo",), "not empty"),
}


@pytest.mark.parametrize("mistake", WRONG_WORDS)
def test_wrong_words_end_with_2_and_a_sentence_that_helps(pattern, mistake, monkeypatch):
    monkeypatch.chdir(ROOT)
    words, helpful = WRONG_WORDS[mistake]
    code, printed, errors = run(pattern, *words)
    assert (code, printed) == (USAGE, "")
    assert helpful in errors
    assert "Traceback" not in errors


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("ask", "parks", "--param", "as_of=x", "--format", "json"), "2026-10-31"),
        (("undo", "99", "--json"), "99"),
        (("undo", "x", "--json"), "integer"),
        (("undo", "--json"), "ID"),
        (("undo", "1", "--json", "--forec"), "--forec"),
        (("import", "park", "README.md", "--json"), "parks"),
        (("ask", "--format=json"), "query"),
    ],
)
def test_wrong_words_are_json_where_json_was_asked_for(pattern, words, named):
    code, printed, _ = run(pattern, *words)
    assert code == USAGE
    assert named in json.loads(printed)["error"]


@pytest.mark.parametrize(
    "words", [("ask", "parks"), ("imports",), ("undo", "1"), ("check",), ("rebuild",), ("serve",), ("backup", "x.zip")]
)
def test_a_workspace_that_is_not_there_is_said_and_not_made(tmp_path, words):
    code, _, errors = run(tmp_path / "typo", *words)
    assert code == USAGE
    assert "No such workspace" in errors
    assert not (tmp_path / "typo").exists()


def test_every_query_is_listed_with_its_parameters(tmp_path):
    listed = output_of(tmp_path, "queries")["queries"]
    assert sorted(query["name"] for query in listed) == sorted(queries.load_all())
    (projects,) = [query for query in listed if query["name"] == "projects"]
    assert "planned | done | contract" in projects["params"]["basis"]
    assert "planned | done | contract" in run(tmp_path, "queries")[1]


def test_fields_are_told_for_every_kind(tmp_path):
    fields = {kind: [field["field"] for field in output_of(tmp_path, "fields", kind)["fields"]] for kind in KINDS}
    assert fields == {code: list(kind.columns) for code, kind in KINDS.items()}


@pytest.mark.parametrize("kind", intake.TEMPLATES)
def test_a_template_exists_for_every_kind_that_is_written(tmp_path, kind):
    assert output_of(tmp_path, "template", kind, tmp_path / "t.xlsx")["kind"] == kind
    assert (tmp_path / "t.xlsx").read_bytes().startswith(b"PK")


def test_a_template_is_written_over_no_file(tmp_path):
    (tmp_path / "t.xlsx").write_bytes(b"mine")
    code, _, errors = run(tmp_path, "template", "parks", tmp_path / "t.xlsx")
    assert (code, (tmp_path / "t.xlsx").read_bytes()) == (USAGE, b"mine")
    assert "is there already" in errors


def test_a_template_that_cannot_be_written_is_said(tmp_path):
    code, _, errors = run(tmp_path, "template", "parks", "/proc/parkatlas.xlsx")
    assert code == REFUSED
    assert "/proc/parkatlas.xlsx" in errors


def test_a_template_on_a_full_disk_leaves_no_half_file(tmp_path):
    with disks.mounted(tmp_path / "disk", megabytes=1) as disk:
        disk.fill(leaving=0)
        code, _, errors = run(tmp_path, "template", "parks", disk.path / "t.xlsx")
        assert (code, [path.name for path in disk.path.iterdir()]) == (REFUSED, ["ballast"])
        assert "t.xlsx" in errors


def test_a_template_onto_a_pipe_is_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    code, _, errors = run(tmp_path, "template", "parks", tmp_path / "pipe")
    assert code == USAGE
    assert "is there already" in errors


def test_an_answer_that_cannot_be_printed_is_said_in_a_sentence(pattern):
    words = [sys.executable, "-m", "parkatlas", "--workspace", str(pattern), "--lang", "en", "ask", "projects"]
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123 - a device
        done = subprocess.run(words, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == REFUSED
    assert done.stderr.startswith("The answer cannot be printed")
    assert len(done.stderr.splitlines()) == 1


def test_layers_are_drawn_and_have_no_template(tmp_path):
    code, _, errors = run(tmp_path, "template", "layers", tmp_path / "t.xlsx")
    assert (code, (tmp_path / "t.xlsx").exists()) == (USAGE, False)
    assert "no template" in errors


def test_a_workspace_is_checked_rebuilt_backed_up_and_restored(directory, tmp_path):
    assert output_of(directory, "check") == {"faults": []}
    assert output_of(directory, "rebuild") == {"entry_count": 1}
    assert output_of(directory, "backup", tmp_path / "b.zip")["original_count"] == 1
    assert output_of(tmp_path / "V", "restore", tmp_path / "b.zip")["entry_count"] == 1
    code, _, errors = run(directory, "restore", tmp_path / "b.zip")
    assert code == REFUSED
    assert "not empty" in errors


def test_a_changed_original_is_a_fault_and_ends_with_3(directory):
    next((directory / "originals").iterdir()).write_bytes(b"x")
    code, printed, _ = run(directory, "check")
    assert code == REFUSED
    assert "does not match its hash" in printed


def test_names_never_reach_the_terminal_as_commands(directory, tmp_path):
    assert output.plain(HOSTILE).splitlines()[0] == "\\x1b[31m红\\x07\\x9b2J左\\u202e右"
    (tmp_path / "x.csv").write_text(f'项目名称\n"{HOSTILE}"\n', encoding="utf-8")
    assert run(directory, "import", "ledger", tmp_path / "x.csv", "--period", "2007-03")[0] == REFUSED
    (tmp_path / "x.csv").write_text(f'项目名称\n"{STORED}"\n', encoding="utf-8")
    printed = "".join(run(directory, "import", "ledger", tmp_path / "x.csv", "--period", "2007-03")[1:])
    table = run(directory, "ask", "projects", "--param", "as_of=2007-03-31")[1]
    assert not set("\x1b\x07\x9b\u202e") & set(printed + table)
    assert len(table.splitlines()) == 5


HOLDER = """
import sys
from pathlib import Path
from parkatlas.workspace import Workspace
workspace = Workspace(Path(sys.argv[1]))
print("open", flush=True)
input()
"""


def test_a_busy_workspace_says_who_holds_it(directory):
    command = [sys.executable, "-c", HOLDER, str(directory)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as process:
        process.stdout.readline()
        code, _, errors = run(directory, "ask", "parks")
        process.stdin.close()
    assert code == REFUSED
    assert str(process.pid) in errors


def test_a_port_in_use_is_said_before_anything_is_started(pattern):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, _, errors = run(pattern, "serve", "--port", taken.getsockname()[1])
    assert code == USAGE
    assert "is taken" in errors


def test_a_damaged_workspace_is_said_before_anything_is_started(pattern, tmp_path):
    workspace = shutil.copytree(pattern, tmp_path / "W")
    (workspace / "parkatlas.duckdb").write_bytes(b"no database")
    code, _, errors = run(workspace, "serve", "--port", "1025")
    assert code == REFUSED
    assert "rebuild" in errors


def test_a_map_without_its_scripts_is_said_when_serving(pattern, tmp_path, monkeypatch):
    monkeypatch.setattr(resources, "STATIC", tmp_path)
    monkeypatch.setattr("parkatlas.server.serve", lambda *_: None)
    code, _, errors = run(pattern, "serve")
    assert code == DONE
    assert "make setup" in errors


def test_every_command_and_option_explains_itself():
    listed = CliRunner().invoke(app, ["--help"]).stdout
    for command in (line.split()[0] for line in listed.split("Commands:")[1].strip().splitlines()):
        helped = CliRunner().invoke(app, [command, "--help"], terminal_width=200).stdout
        options = [option.split() for option in helped.split("Options:")[1].split("\n  --")[1:]]
        assert all(len(option) > 2 for option in options), f"{command}: {options}"
    assert "..." not in listed.split("Commands:")[1], "shorten the first sentence of the command"


LOADED = """
import sys
from parkatlas.cli import app
try:
    app()
finally:
    print(sorted({"pandas", "duckdb", "geopandas", "streamlit"} & set(sys.modules)), file=sys.stderr)
"""


@pytest.mark.parametrize("words", [("--help",), ("ask", "--help"), ("queries",), ("ask", "nonsense")])
def test_words_that_need_no_data_load_no_heavy_library(words):
    ended = subprocess.run(
        [sys.executable, "-c", LOADED, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.stderr.splitlines()[-1] == "[]"


def test_python_m_parkatlas_is_the_door(pattern):
    command = [sys.executable, "-m", "parkatlas", "ask", "projects", "--format", "csv"]
    named = os.environ | {"PARKATLAS_WORKSPACE": str(pattern)}
    ended = subprocess.run(command, cwd=ROOT, env=named, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr, len(ended.stdout.splitlines())) == (DONE, "", 4)


def test_a_served_workspace_is_backed_up_and_checked_without_stopping_it(directory, tmp_path):
    with Workspace(directory) as serving:
        control.listen(serving)
        assert output_of(directory, "backup", tmp_path / "b.zip")["original_count"] == 1
        assert output_of(directory, "check") == {"faults": []}
        code, _, errors = run(directory, "backup", tmp_path / "b.zip")
    assert (code, "is there already" in errors) == (REFUSED, True)
    assert output_of(tmp_path / "V", "restore", tmp_path / "b.zip")["entry_count"] == 1


BYTES = os.fsdecode(b"\xff")


@pytest.mark.parametrize(
    "words",
    [
        ("import", "parks", f"{BYTES}.geojson"),
        ("import", "parks", "parks.geojson", "--by", BYTES),
        ("import", "parks", "parks.geojson", "--sheet", BYTES),
        ("import", "parks", "parks.geojson", "--crs", BYTES),
        ("import", "parks", "parks.geojson", "--encoding", BYTES),
        ("import", "parks", "parks.geojson", "--map", f"park_name={BYTES}"),
        ("backup", f"{BYTES}.zip"),
        ("restore", f"{BYTES}.zip"),
        ("ask", BYTES),
        ("show", "overview", "--park", BYTES),
    ],
)
def test_words_that_are_no_text_are_refused_by_every_command(pattern, words):
    code, _, errors = run(pattern, *words)
    assert code == USAGE
    assert "no text in UTF-8" in errors


def test_a_workspace_whose_path_is_no_text_is_refused_plainly(tmp_path):
    (tmp_path / BYTES).mkdir()
    code, _, errors = run(tmp_path / BYTES, "check")
    assert (code, "no text in UTF-8" in errors) == (USAGE, True)


def test_json_stays_readable_where_a_path_is_no_text(capsysbinary):
    output.say(as_json=True, facts={"path": BYTES}, sentence="")
    assert json.loads(capsysbinary.readouterr().out.decode()) == {"path": BYTES}


@pytest.mark.parametrize(("name", "why"), [("长" * 201, "200"), ("左\u202e右", "controls"), ("红\x1b[31m", "controls")])
def test_who_does_it_is_named_as_files_are(directory, tmp_path, name, why):
    words = ("import", "ledger", deals(tmp_path / "d.xlsx"), *TAKE_DEALS, "--by", name)
    for command in (words, ("undo", "1", "--by", name)):
        code, _, errors = run(directory, *command)
        assert (code, why in errors) == (USAGE, True), errors
    assert len(output_of(directory, "imports")) == 1


@pytest.mark.parametrize("period", ["9999-12", "1900-12", "2100-01", "0001-01", "2026-13"])
def test_a_month_of_another_century_is_refused_with_the_years_allowed(pattern, tmp_path, period):
    code, _, errors = run(pattern, "import", "ledger", deals(tmp_path / "d.xlsx"), "--period", period)
    assert code == USAGE
    assert "1901 to 2099" in errors


@pytest.mark.parametrize("words", [("show", "overview", "--as-of"), ("ask", "parks", "--param")])
def test_a_day_of_another_century_is_refused_with_the_years_allowed(pattern, words):
    code, _, errors = run(pattern, *words, "9999-12-31" if words[0] == "show" else "as_of=9999-12-31")
    assert code == USAGE
    assert "1901 to 2099" in errors
