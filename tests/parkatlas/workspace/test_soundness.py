"""A check finds what is not sound: originals, journal, tables against what the journal gives."""

import errno
import os

import duckdb
import pytest

from parkatlas.errors import WorkspaceDamaged
from parkatlas.workspace import Workspace, care, database, soundness
from tests.parkatlas.workspace import making


def test_a_sound_workspace_has_no_fault_and_says_when_it_was_checked(workspace, directory):
    assert workspace.check() == []
    assert care.read(directory).checked.faults == ()


CHANGES = (
    "update projects set planned_fai_wan = 1 where project_id = '钢厂'",
    "delete from projects where project_id = '钢厂'",
    "insert into projects select * from projects limit 1",
    "update imports set imported_by = '别人'",
    "update parks set park_name = '别园'",
)


@pytest.mark.parametrize("change", CHANGES)
def test_a_table_changed_behind_the_journal_is_named(directory, change):
    with duckdb.connect(str(directory / database.FILE)) as connection:
        connection.execute(change)
    with Workspace(directory) as workspace:
        table = change.split()[{"update": 1}.get(change.split()[0], 2)]
        assert ("table_differs", table, 0) in workspace.check()


def test_what_was_undone_and_redone_is_no_fault(workspace):
    workspace.undo(4)
    workspace.undo(2)
    workspace.redo(2)
    assert workspace.check() == []


def test_decisions_stand_through_later_registers_and_a_replay(workspace, tmp_path):
    decided = making.rows(tmp_path / "d.csv", ("项目名称", "去向", "认定日期"), ("钢厂", "已终止", "2026-02-28"))
    making.take(workspace, "decisions", decided)
    making.take(workspace, "parks", making.squares(tmp_path / "p2.geojson", 东园=0, 西园=1000, 北园=3000))
    making.take(workspace, "ledger", making.ledger(tmp_path / "3.csv", ("玻璃厂", "甲镇", "东园", 10, 1)), "2026-03")
    assert workspace.ask("projects")["project_name"].tolist() == ["玻璃厂"]
    assert workspace.check() == []


def test_a_table_that_cannot_be_read_is_named():
    assert list(soundness.tables_at_fault({"projects": None, "parks": (1, 2)}, None)) == [
        ("table_unreadable", "projects", 0)
    ]


def test_an_entry_that_the_tables_lack_is_told(workspace, directory):
    lines = (directory / "journal.jsonl").read_bytes()
    (directory / "journal.jsonl").write_bytes(lines[: lines[:-1].rfind(b"\n") + 1])
    assert workspace.check() == [("journal_differs", "4", 3)]


def test_a_journal_that_cannot_be_read_is_a_fault(workspace, directory):
    (directory / "journal.jsonl").write_bytes(b"{broken\n")
    assert [fault for fault, *_ in workspace.check() if not fault.startswith("query")] == ["journal_damaged"]


def test_an_original_that_is_a_folder_is_unreadable(workspace, directory):
    original = min((directory / "originals").iterdir())
    original.unlink()
    original.mkdir()
    assert [(fault, name) for fault, name, _ in workspace.check()] == [("original_unreadable", original.name)]


def test_superseded_ledgers_of_one_month_follow_each_other_as_imported(directory, tmp_path):
    with Workspace(directory) as workspace:
        for money in range(1, 9):
            file = tmp_path / f"{money}.csv"
            file.write_text(f"项目名称,到位资金(万元)\n缝纫厂,{money}\n", encoding="utf-8")
            making.take(workspace, "ledger", file, "2026-05")
    with duckdb.connect(str(directory / database.FILE), read_only=True) as tables:
        rows = tables.sql(
            "select in_place_before_wan from projects where project_name = '缝纫厂' order by import_id"
        ).fetchall()
    assert [before for (before,) in rows] == [None, 1, 2, 3, 4, 5, 6, None]  # the last one alone counts


def lose_the_last_import(directory):
    """Cut the last line off the journal and throw the tables away; return the hash of the original it named."""
    lost = making.journal(directory)[-1]["files"][0][1]
    lines = (directory / "journal.jsonl").read_bytes()
    (directory / "journal.jsonl").write_bytes(lines[: lines[:-1].rfind(b"\n") + 1])
    (directory / database.FILE).unlink()
    return lost


def test_an_import_lost_from_journal_and_tables_together_is_told(directory, caplog):
    lost = lose_the_last_import(directory)
    with Workspace(directory) as workspace:
        assert "1 个" in caplog.text
        assert workspace.check() == [("original_unnamed", lost, 0)]
        assert workspace.unnamed_originals() == [lost]


def test_files_of_others_among_the_originals_are_no_fault(workspace, directory):
    (directory / "originals" / "notes.txt").write_text("mine", encoding="utf-8")
    assert workspace.check() == []


@pytest.mark.parametrize("has_links", [True, False])
def test_originals_of_an_import_killed_before_its_journal_line_go(directory, tmp_path, monkeypatch, has_links):
    before = {path.name for path in (directory / "originals").iterdir()}
    file = making.ledger(tmp_path / "3.csv", ("纸厂", "甲镇", "东园", 1, 1))
    if not has_links:
        monkeypatch.setattr("pathlib.Path.hardlink_to", refuse_links)
    child = os.fork()
    if not child:
        monkeypatch.setattr("parkatlas.workspace.journal.Journal._append", lambda *_: os._exit(9))
        with Workspace(directory) as workspace:
            making.take(workspace, "ledger", file, "2026-03")
    os.waitpid(child, 0)
    assert {path.name for path in (directory / "originals").iterdir()} > before
    with Workspace(directory) as workspace:
        assert workspace.check() == []
    assert {path.name for path in (directory / "originals").iterdir()} == before


def test_an_original_whose_line_was_lost_right_after_the_import_stays(directory, tmp_path):
    child = os.fork()
    if not child:
        with Workspace(directory) as workspace, pytest.MonkeyPatch.context() as patch:
            patch.setattr(database, "checkpoint", lambda _: os._exit(9))
            file = making.ledger(tmp_path / "3.csv", ("纸厂", "甲镇", "东园", 1, 1))
            making.take(workspace, "ledger", file, "2026-03")
    os.waitpid(child, 0)
    named = making.journal(directory)[-1]["files"][0][1]
    lines = (directory / "journal.jsonl").read_bytes()
    (directory / "journal.jsonl").write_bytes(lines[: lines[:-1].rfind(b"\n") + 1])
    with pytest.raises(WorkspaceDamaged, match="缺少第"):
        Workspace(directory)
    assert (directory / "originals" / named).exists()
    with Workspace.rebuild(directory, journal_from_tables=True) as mended:
        assert mended.check() == []


def test_a_refused_import_leaves_no_original(workspace, directory, tmp_path, monkeypatch):
    before = {path.name for path in (directory / "originals").iterdir()}
    monkeypatch.setattr("parkatlas.workspace.whole.sync_directory", refuse_links)
    with pytest.raises(PermissionError):
        making.take(workspace, "ledger", making.ledger(tmp_path / "3.csv", ("纸厂", "甲镇", "东园", 1, 1)), "2026-03")
    monkeypatch.undo()
    assert {path.name for path in (directory / "originals").iterdir()} == before
    assert workspace.check() == []


def test_a_first_import_killed_before_its_journal_line_locks_nothing(tmp_path):
    child = os.fork()
    if not child:
        with Workspace.create(tmp_path / "N") as workspace, pytest.MonkeyPatch.context() as patch:
            patch.setattr("parkatlas.workspace.journal.Journal._append", lambda *_: os._exit(9))
            making.take(workspace, "parks", making.squares(tmp_path / "p.geojson", 东园=0))
    os.waitpid(child, 0)
    with Workspace(tmp_path / "N") as workspace:
        assert workspace.check() == []


def refuse_links(*_):
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))
