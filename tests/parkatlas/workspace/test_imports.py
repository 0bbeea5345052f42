"""Imports are whole or not at all; undone and redone at will; names are resolved again when registers come."""

import os
from datetime import date
from pathlib import Path

import duckdb
import pytest

from parkatlas import intake
from parkatlas.errors import InputRefused, NameRefused, UnknownImport, WorkspaceFull
from parkatlas.workspace import Workspace
from tests.parkatlas.workspace import making


def planned(workspace):
    return workspace.ask("projects").set_index("project_id")["planned_fai_wan"].to_dict()


def test_a_square_of_100_metres_is_15_mu(workspace):
    assert workspace.ask("parks")["drawn_area_mu"].tolist() == pytest.approx([15, 15], rel=2e-3)


def test_a_receipt_says_id_rows_and_findings(workspace, tmp_path):
    receipt = making.take(
        workspace, "ledger", making.ledger(tmp_path / "3.csv", ("纸厂", "甲镇", "东园", 1, 1)), "2026-03"
    )
    assert (receipt.import_id, receipt.row_count, receipt.report.errors) == (5, 1, ())


def test_the_newest_ledger_is_what_is_asked_of(workspace):
    assert workspace.newest_period == date(2026, 2, 28)
    assert planned(workspace) == {"玻璃厂": 2000, "钢厂": 500}


@pytest.mark.parametrize(
    "line", [("坏", "甲镇", "东园", 10, "很多"), ("坏", "丙镇", "东园", 1, 1), ("坏", "甲镇", "南园", 1, 1)]
)
def test_a_refused_file_leaves_the_directory_byte_for_byte(workspace, directory, tmp_path, line):
    before = making.prints(directory)
    with pytest.raises(InputRefused):
        making.take(workspace, "ledger", making.ledger(tmp_path / "x.csv", line), "2026-03")
    assert making.prints(directory) == before


def test_of_several_files_those_before_a_refused_one_stay(workspace, tmp_path):
    lines = {"2026-03": ("纸厂", "甲镇", 1), "2026-04": ("坏", "丙镇", 1), "2026-05": ("纸厂", "甲镇", 2)}
    offers = [
        making.offer("ledger", making.ledger(tmp_path / f"{month}.csv", (name, unit, "东园", 1, wan)), month)
        for month, (name, unit, wan) in lines.items()
    ]
    with pytest.raises(InputRefused, match="丙镇"):
        workspace.import_files(offers)
    assert workspace.newest_period == date(2026, 3, 31)
    assert not list(workspace.directory.glob("incoming-*"))


def test_a_file_that_is_not_there_keeps_none_before_it_out(workspace, tmp_path):
    here = making.offer("ledger", making.ledger(tmp_path / "3.csv", ("纸厂", "甲镇", "东园", 1, 1)), "2026-03")
    gone = making.offer("ledger", tmp_path / "4.csv", "2026-04")
    with pytest.raises(InputRefused):
        workspace.import_files([here, gone])
    assert workspace.newest_period == date(2026, 3, 31)


def test_a_preview_stores_nothing(workspace, directory, tmp_path):
    before = making.prints(directory)
    file = making.ledger(tmp_path / "3.csv", ("纸厂", "甲镇", "东园", 1, 1))
    taken = workspace.preview(intake.Offer(file, "ledger", file.name, intake.Options(period=date(2026, 3, 31))))
    assert taken.tables["projects"].num_rows == 1
    assert making.prints(directory) == before


def test_undo_and_redo_bring_back_the_same_rows(workspace):
    before = planned(workspace)
    workspace.undo(4)
    assert planned(workspace) == {"玻璃厂": 1000, "钢厂": 500}
    assert workspace.newest_period == date(2026, 1, 31)
    workspace.redo(4)
    assert planned(workspace) == before


@pytest.mark.parametrize(("do", "number"), [("undo", 99), ("redo", 99), ("redo", 1)])
def test_an_import_missing_or_already_in_that_state_cannot_be_switched(workspace, do, number):
    entries = workspace.journal.entries()
    with pytest.raises(UnknownImport):
        getattr(workspace, do)(number)
    assert workspace.journal.entries() == entries


def test_the_same_month_again_supersedes_and_the_older_one_stays(workspace, tmp_path):
    making.take(workspace, "ledger", making.ledger(tmp_path / "2.csv", ("玻璃厂", "甲镇", "东园", 10, 9)), "2026-02")
    assert planned(workspace)["玻璃厂"] == 9
    assert workspace.ask("imports")["is_in_force"].tolist() == [True, False, True, True, True]
    workspace.undo(5)
    assert planned(workspace)["玻璃厂"] == 2000


def test_parks_that_come_after_the_ledger_resolve_its_points(tmp_path):
    with Workspace.create(tmp_path / "W") as workspace:
        file = making.rows(tmp_path / "l.csv", ("项目名称", "经度", "纬度"), ("甲", 120.0005, 40.0047))
        making.take(workspace, "ledger", file, "2026-01")
        assert workspace.ask("projects")["park_id"].isna().all()
        making.take(workspace, "parks", making.squares(tmp_path / "p.geojson", 园=0))
        issues = workspace.ask("place_issues")
        located = workspace.ask("projects")["park_id"].tolist()
    assert (located, len(issues)) == (["园"], 0)


def test_the_shapes_follow_every_change(workspace):
    assert set(workspace.boundaries(date(2026, 2, 28))["park_id"]) == {"东园", "西园"}
    workspace.undo(2)
    assert workspace.boundaries(date(2026, 2, 28)).empty
    assert workspace.outlines(date(2026, 2, 28)).empty


def test_without_a_name_the_user_of_the_machine_is_recorded(workspace, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "老王")
    workspace.undo(4)
    assert workspace.journal.entries()[-1]["by"] == "老王"


@pytest.mark.parametrize("broken", ["os.write", "parkatlas.workspace.changes.store_import"])
def test_a_failure_before_the_commit_leaves_neither_tables_nor_journal(workspace, tmp_path, monkeypatch, broken):
    before, entries = making.tables(workspace), workspace.journal.entries()
    monkeypatch.setattr(broken, fail(OSError(28, "No space left on device")))
    file = making.ledger(tmp_path / "3.csv", ("纸厂", "甲镇", "东园", 1, 1))
    with pytest.raises(WorkspaceFull):
        making.take(workspace, "ledger", file, "2026-03")
    assert (making.tables(workspace), workspace.journal.entries()) == (before, entries)


def test_after_a_failure_the_next_import_goes_through(workspace, tmp_path, monkeypatch):
    file = making.ledger(tmp_path / "3.csv", ("纸厂", "甲镇", "东园", 1, 1))
    with monkeypatch.context() as broken:
        broken.setattr("parkatlas.workspace.journal.Journal.holding", fail(RuntimeError()))
        with pytest.raises(RuntimeError):
            making.take(workspace, "ledger", file, "2026-03")
    assert making.take(workspace, "ledger", file, "2026-03").import_id == 5


def test_a_checkpoint_that_fails_costs_nothing(directory, tmp_path, monkeypatch):
    with Workspace(directory) as workspace:
        monkeypatch.setattr(
            workspace, "_connection", Wrapped(workspace._connection, checkpoint=fail(duckdb.IOException("full")))
        )
        making.take(workspace, "ledger", making.ledger(tmp_path / "3.csv", ("纸厂", "甲镇", "东园", 1, 1)), "2026-03")
        stored = making.tables(workspace)
    with Workspace(directory) as again:
        assert making.tables(again) == stored


def test_a_commit_that_fails_takes_its_entry_out_of_the_journal(directory, monkeypatch):
    with Workspace(directory) as workspace:
        before, entries = making.tables(workspace), workspace.journal.entries()
        monkeypatch.setattr(
            workspace, "_connection", Wrapped(workspace._connection, commit=fail(duckdb.IOException("No space left")))
        )
        with pytest.raises(WorkspaceFull):
            workspace.undo(4)
        assert workspace.journal.entries() == entries
    with Workspace(directory) as again:
        assert making.tables(again) == before


def test_a_crash_between_journal_and_commit_is_healed_at_next_opening(directory, monkeypatch):
    with Workspace(directory) as workspace:
        monkeypatch.setattr(workspace, "_connection", Wrapped(workspace._connection, commit=fail(KeyboardInterrupt())))
        monkeypatch.setattr(workspace.journal, "_cut", lambda _: None)
        with pytest.raises(KeyboardInterrupt):
            workspace.undo(4)
    with Workspace(directory) as again:
        assert again.ask("imports")["is_active"].tolist() == [False, True, True, True]
        assert again.revision == 5


def test_the_database_reads_no_other_file(workspace):
    with workspace._connection.cursor() as cursor, pytest.raises(duckdb.PermissionException):
        cursor.execute("select * from read_text('/etc/hostname')")


def test_a_workspace_is_kept_at_a_relative_path_too(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    file = making.ledger(Path("l.csv"), ("纸厂", "甲镇", "东园", 1, 1))
    with Workspace.create(Path("W")) as workspace:
        making.take(workspace, "ledger", file, "2026-03")
    with Workspace.rebuild(Path("W")) as rebuilt:
        assert rebuilt.check() == []
        assert [one.is_same for one in rebuilt.reread()] == [True]


def test_a_workspace_may_be_moved(directory, tmp_path):
    with Workspace(directory.rename(tmp_path / "moved 园区")) as moved:
        assert len(moved.ask("projects")) == 2
        assert moved.check() == []


def fail(error):
    def failing(*_, **__):
        raise error

    return failing


class Wrapped:
    """A connection whose cursors do some things otherwise."""

    def __init__(self, inner, **otherwise):
        self._inner, self._otherwise = inner, otherwise

    def cursor(self):
        return Wrapped(self._inner.cursor(), **self._otherwise)

    def __getattr__(self, name):
        return self._otherwise.get(name) or getattr(self._inner, name)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._inner.close()


@pytest.mark.parametrize("failure", [KeyError("uid not found"), OSError("no name")])
def test_a_user_without_a_name_is_named_by_number(workspace, monkeypatch, failure):
    monkeypatch.setattr("getpass.getuser", fail(failure))
    workspace.undo(4)
    assert workspace.journal.entries()[-1]["by"] == f"uid {os.getuid()}"


@pytest.mark.parametrize("name", ["a" * 201, "左\u202e右", "\udcff"])
def test_a_user_whose_name_is_none_is_named_by_number(workspace, monkeypatch, name):
    monkeypatch.setattr("getpass.getuser", lambda: name)
    workspace.undo(4)
    assert workspace.journal.entries()[-1]["by"] == f"uid {os.getuid()}"


def test_a_name_that_is_none_is_refused_before_a_file_is_read(workspace, tmp_path):
    with pytest.raises(NameRefused):
        making.take(workspace, "ledger", tmp_path / "gone.csv", "2026-03", by="左\u202e右")


def test_who_does_it_stands_in_one_line(workspace):
    workspace.undo(4, by=" 王\n五\t")
    assert workspace.journal.entries()[-1]["by"] == "王 五"
