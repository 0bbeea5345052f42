"""Workspaces of past releases (scripts/past_workspaces.py makes them) open with every command, as they were."""

import json
import zipfile
from datetime import date
from itertools import cycle, product
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from parkatlas import intake
from parkatlas.cli import app
from parkatlas.errors import InputRefused, WorkspaceDamaged
from parkatlas.workspace import Workspace, database, journal, opening, originals, settings, upgrade
from tests.faults.conftest import EVERY
from tests.parkatlas.workspace import making

PAST = sorted((Path(__file__).parent / "past").glob("*.zip"))


@pytest.fixture(params=PAST, ids=lambda path: path.stem)
def past(request, tmp_path):
    """The directory of a workspace that a past release left: two ledgers of February, the later one undone."""
    return unpacked(request.param, tmp_path)


def unpacked(packed, folder):
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(folder / "W")
    return folder / "W"


@pytest.fixture(scope="module", params=PAST, ids=lambda path: path.stem)
def opened(request, tmp_path_factory):
    """Such a workspace, opened by this release, and its journal of before; read it, never change it."""
    directory = unpacked(request.param, tmp_path_factory.mktemp("opened"))
    before = (directory / journal.FILE).read_bytes()
    with Workspace(directory) as workspace:
        yield workspace, before


@pytest.fixture
def refusing(monkeypatch):
    """A reader that takes no file any more."""

    def refuse(offer, *_):
        raise InputRefused(intake.Report(offer.file_name, (intake.Finding("error", "file_empty", offer.file_name),)))

    monkeypatch.setattr(intake, "reading", refuse)


def facts(workspace):
    planned = workspace.ask("projects").set_index("project_id")["planned_fai_wan"].to_dict()
    imports = workspace.ask("imports").sort_values("import_id")
    return planned, imports["is_active"].tolist(), imports["imported_by"].nunique()


STANDING = {"玻璃厂": 2000, "钢厂": 500}, [True, True, True, True, False], 1


def test_a_past_workspace_opens_with_its_figures_and_is_sound(opened):
    workspace, _ = opened
    assert facts(workspace) == STANDING
    assert workspace.check() == []


def test_a_past_workspace_is_rebuilt_with_its_figures(past):
    Workspace(past).close()
    with Workspace.rebuild(past) as rebuilt:
        assert facts(rebuilt) == STANDING


@pytest.mark.usefixtures("refusing")
def test_rows_come_from_the_old_tables_whatever_later_rules_say(past):
    with Workspace(past) as workspace:
        assert facts(workspace) == STANDING
    assert {entry["rules"] for entry in making.journal(past) if entry["do"] == "import"} == {upgrade.RULES}


def test_without_its_tables_a_past_workspace_is_read_again(past):
    database.remove(past / database.FILE)
    with Workspace(past) as workspace:
        assert facts(workspace) == STANDING


def test_the_journal_of_a_past_workspace_stays_beside_the_new_one(opened):
    workspace, before = opened
    assert (workspace.directory / upgrade.ASIDE).read_bytes() == before


COMMANDS = (
    ("check",), ("rebuild",), ("imports",), ("ask", "projects"), ("undo", "4"), ("redo", "5"), ("reread",),
    ("backup", "b.zip"), ("import", "ledger", "l.csv", "--period", "2026-03"), ("show", "overview"),
)  # fmt: skip
OTHERWISE_TESTED = {"demo", "restore", "serve"}
WITHOUT_A_WORKSPACE = {"fields", "template", "queries", "pages"}
# With all faults every command meets every release; else each meets one in turn, since what it opens is brought to
# today's form before it sees it.
MEETINGS = [*(product(COMMANDS, PAST) if EVERY else zip(COMMANDS, cycle(PAST), strict=False))]


def test_no_command_is_left_out():
    names = {command.name for command in get_command(app).commands.values()}
    assert names == {command[0] for command in COMMANDS} | OTHERWISE_TESTED | WITHOUT_A_WORKSPACE


@pytest.mark.parametrize(
    ("command", "packed"), MEETINGS, ids=lambda value: value[0] if isinstance(value, tuple) else value.stem
)
def test_every_command_opens_a_past_workspace(tmp_path, monkeypatch, command, packed):
    past = unpacked(packed, tmp_path)
    monkeypatch.chdir(tmp_path)
    making.ledger(tmp_path / "l.csv", ("纸厂", "甲镇", "东园", 1, 1))
    done = CliRunner().invoke(app, ["--workspace", str(past), *command])
    assert (done.exit_code, done.exception) == (0, None), done.output


def test_a_past_workspace_keeps_its_outlines(opened):
    workspace, _ = opened
    parks = workspace.boundaries(date(2026, 2, 28))
    assert parks["park_name"].tolist() == ["东园", "西园"]
    assert parks.union_all().bounds == pytest.approx((117, 40, 117.011, 40.001))


def test_the_demo_leaves_a_past_workspace_as_it_is(past):
    before = making.prints(past)
    done = CliRunner().invoke(app, ["--workspace", str(past), "demo"])
    assert done.exit_code != 0
    assert not isinstance(done.exception, Exception) or isinstance(done.exception, SystemExit), done.output
    assert making.prints(past) == before


def test_a_past_backup_is_restored(past, tmp_path):
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as packed:
        for path in [past / journal.FILE, past / settings.FILE, *(past / originals.FOLDER).iterdir()]:
            packed.write(path, path.relative_to(past))
    done = CliRunner().invoke(app, ["--workspace", str(tmp_path / "R"), "restore", str(tmp_path / "b.zip")])
    assert (done.exit_code, done.exception) == (0, None), done.output
    with Workspace(tmp_path / "R") as workspace:
        assert facts(workspace) == STANDING


def test_a_past_backup_that_lost_its_last_line_is_told(past, tmp_path):
    lines = (past / journal.FILE).read_bytes().splitlines(keepends=True)
    last = max(number for number, line in enumerate(lines) if json.loads(line)["do"] == "import")
    ((_, lost),) = json.loads(lines[last])["files"]
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as packed:
        packed.writestr(journal.FILE, b"".join(lines[:last]))
        for path in [past / settings.FILE, *(past / originals.FOLDER).iterdir()]:
            packed.write(path, path.relative_to(past))
    done = CliRunner().invoke(app, ["--workspace", str(tmp_path / "R"), "restore", str(tmp_path / "b.zip")])
    assert (done.exit_code, done.exception) == (0, None), done.output
    assert lost in done.output


def test_a_line_that_was_never_acknowledged_is_healed(past):
    lines = (past / journal.FILE).read_bytes().splitlines(keepends=True)
    unacknowledged = json.loads(lines[3]) | {"files": [[".csv", "0" * 64]], "at": "2026-01-01T00:00:00"}
    lines.insert(3, json.dumps(unacknowledged).encode() + b"\n")
    (past / journal.FILE).write_bytes(b"".join(lines))
    with Workspace(past) as workspace:
        assert facts(workspace) == STANDING


def test_a_journal_with_fewer_lines_than_the_old_tables_makes_nothing_less(past):
    lines = (past / journal.FILE).read_bytes().splitlines(keepends=True)
    for remaining in (lines[:-1], []):
        (past / journal.FILE).write_bytes(b"".join(remaining))
        for attempt in (Workspace, Workspace.rebuild):
            with pytest.raises(WorkspaceDamaged, match="缺少第") as damaged:
                attempt(past)
            assert damaged.value.cure == "restore"
    assert database.journal_lines(past / database.FILE) == len(lines)
    assert not (past / opening.JOURNAL_ASIDE).exists()
