"""The originals and the journal are the truth: the database can be thrown away, damaged or killed."""

import json
import shutil
import subprocess
import sys

import pytest

from parkatlas import queries
from parkatlas.errors import WorkspaceBusy, WorkspaceDamaged
from parkatlas.workspace import Workspace, database, opening
from tests.parkatlas.workspace import making


def test_rebuild_gives_the_same_rows_after_every_kind_of_change(directory, tmp_path):
    with Workspace(directory) as workspace:
        making.take(
            workspace, "ledger", making.ledger(tmp_path / "a.csv", ("玻璃厂", "甲镇", "东园", 10, 9)), "2026-02"
        )
        making.take(workspace, "parks", making.squares(tmp_path / "b.geojson", 东园=0, 西园=1000, 南园=3000))
        for change, number in (("undo", 5), ("undo", 3), ("redo", 3), ("undo", 2), ("redo", 2)):
            getattr(workspace, change)(number)
        stored = making.tables(workspace)
    with Workspace.rebuild(directory) as rebuilt:
        assert making.tables(rebuilt) == stored
    assert not (directory / database.REBUILDING).exists()


def test_a_database_thrown_away_is_made_anew_at_opening(directory):
    with Workspace(directory) as workspace:
        stored = making.tables(workspace)
    database.remove(directory / database.FILE)
    with Workspace(directory) as again:
        assert making.tables(again) == stored


def test_opening_and_asking_leave_the_database_byte_for_byte_as_it_was(directory):
    before = (directory / database.FILE).read_bytes()
    with Workspace.create(directory) as workspace:
        workspace.ask("parks")
    assert (directory / database.FILE).read_bytes() == before


def test_tables_that_other_scripts_made_are_made_anew_at_opening(directory, monkeypatch):
    with Workspace(directory) as workspace:
        stored = making.tables(workspace)
    scripts = queries.table_scripts()
    monkeypatch.setattr(queries, "table_scripts", lambda: (*scripts, "create macro newer() as 1;"))
    with Workspace.create(directory) as newer:
        made_anew = making.tables(newer)
    assert made_anew.pop("made_by") != stored.pop("made_by")
    assert made_anew == stored


@pytest.mark.parametrize("at", [0, 12_288])
def test_a_damaged_database_names_originals_and_backup_and_rebuild_mends_it(directory, tmp_path, at):
    with Workspace(directory) as workspace:
        workspace.backup(tmp_path / "b.zip")
        stored = making.tables(workspace)
    overwrite(directory / database.FILE, at)
    with pytest.raises(WorkspaceDamaged) as damaged, Workspace(directory) as workspace:
        making.tables_asked(workspace)
    assert damaged.value.last_backup == str(tmp_path / "b.zip")
    with Workspace.rebuild(directory) as rebuilt:
        assert making.tables(rebuilt) == stored


def test_a_database_of_something_else_is_damaged(directory):
    (directory / database.FILE).write_bytes(b"not a database" * 1000)
    with pytest.raises(WorkspaceDamaged):
        Workspace(directory)


def test_the_last_half_line_of_the_journal_is_dropped(directory):
    journal = directory / "journal.jsonl"
    whole = journal.read_bytes()
    journal.write_bytes(whole + b'{"do": "undo", "impo')
    with Workspace(directory) as workspace:
        assert workspace.revision == 4
        workspace.undo(4)
    assert journal.read_bytes().startswith(whole)
    assert [json.loads(line)["do"] for line in journal.read_text(encoding="utf-8").splitlines()][-1] == "undo"


def test_a_broken_line_within_the_journal_is_named(directory):
    journal = directory / "journal.jsonl"
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join([lines[0], b"{broken\n", *lines[2:]]))
    with pytest.raises(WorkspaceDamaged, match=r"journal\.jsonl 第 2 行无法读取") as damaged:
        Workspace(directory)
    assert damaged.value.cure == "journal"


def test_a_journal_shorter_than_the_tables_is_damage(directory):
    journal = directory / "journal.jsonl"
    journal.write_bytes(b"".join(journal.read_bytes().splitlines(keepends=True)[:-1]))
    with pytest.raises(WorkspaceDamaged, match="缺少第 4 至 4 行"):
        Workspace(directory)


@pytest.fixture
def exchanged(directory, tmp_path):
    """The workspace with the tables of another, and what its own held."""
    with Workspace(directory) as workspace:
        stored = making.tables(workspace)
    with Workspace.create(tmp_path / "other") as other:
        making.take(other, "parks", making.squares(tmp_path / "b.geojson", 北园=0))
    shutil.copy(tmp_path / "other" / database.FILE, directory / database.FILE)
    return directory, stored


def test_tables_of_another_workspace_are_named_and_set_aside_by_a_rebuild(exchanged):
    directory, stored = exchanged
    with pytest.raises(WorkspaceDamaged, match=r"journal\.jsonl 第 1 行与数据表") as damaged:
        Workspace(directory)
    assert damaged.value.cure == "rebuild"
    with Workspace.rebuild(directory) as rebuilt:
        assert making.tables(rebuilt) == stored
    assert (directory / opening.UNREADABLE).exists()


def test_no_journal_is_written_from_the_tables_of_another_workspace(exchanged):
    directory, _ = exchanged
    before = (directory / "journal.jsonl").read_bytes()
    with pytest.raises(WorkspaceDamaged, match="另一个工作区"):
        Workspace.rebuild(directory, journal_from_tables=True)
    assert (directory / "journal.jsonl").read_bytes() == before


@pytest.mark.parametrize(
    ("harm", "fault"), [(lambda path: path.unlink(), "missing"), (lambda path: path.write_bytes(b"x"), "changed")]
)
def test_a_lost_or_changed_original_is_found_and_its_rows_still_stand(directory, harm, fault):
    entry = making.journal(directory)[0]
    digest = entry["files"][0][1]
    harm(directory / "originals" / digest)
    with Workspace.rebuild(directory) as workspace:
        assert workspace.check() == [(f"original_{fault}", digest, 1)]
        assert len(workspace.ask("projects")) == 2


HOLDER = """
import sys
from pathlib import Path
from parkatlas.workspace import Workspace
workspace = Workspace(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


def test_a_second_process_is_told_who_holds_the_workspace(directory):
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(directory)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        holder.stdout.readline()
        for attempt in (Workspace, Workspace.rebuild):
            with pytest.raises(WorkspaceBusy) as busy:
                attempt(directory)
            assert busy.value.args == (str(holder.pid),)
        holder.stdin.close()
    with Workspace(directory) as free:
        assert free.revision == 4


def overwrite(path, at):
    with path.open("r+b") as file:
        file.seek(at)
        file.write(b"\xff" * 4096)
