"""On a read-only disk reading goes on; on a full one nothing is lost and everything is said."""

import errno
import json
import os
import shutil
import zipfile
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from parkatlas import queries
from parkatlas.errors import DiskFault, WorkspaceBusy, WorkspaceDamaged, WorkspaceFull, WorkspaceReadOnly
from parkatlas.intake import plain
from parkatlas.workspace import Workspace, database, lock, whole
from tests.parkatlas.workspace import disks, making


@pytest.fixture
def disk(pattern, tmp_path):
    """A small disk with a workspace on it, in the folder W."""
    with disks.mounted(tmp_path / "disk") as mounted:
        shutil.copytree(pattern, mounted.path / "W")
        yield mounted


def march(tmp_path):
    return making.offer("ledger", making.ledger(tmp_path / "3.csv", ("纸厂", "甲镇", "东园", 1, 1)), "2026-03")


def test_a_workspace_on_a_read_only_disk_is_readable_but_refuses_imports(disk, tmp_path):
    disk.be_read_only()
    with Workspace.create(disk.path / "W") as workspace:
        assert len(workspace.ask("projects")) == 2
        assert workspace.preview(march(tmp_path)).tables["projects"].num_rows == 1
        for change in (lambda: workspace.import_files([march(tmp_path)]), lambda: workspace.undo(4)):
            with pytest.raises(WorkspaceReadOnly):
                change()


def test_two_processes_may_read_a_workspace_on_a_read_only_disk(disk):
    disk.be_read_only()
    with Workspace(disk.path / "W") as one, Workspace(disk.path / "W") as other:
        assert one.revision == other.revision == 4


@pytest.mark.parametrize("harm", ["missing", "damaged", "outdated", "behind"])
def test_on_a_read_only_disk_unusable_tables_are_made_in_memory(disk, tmp_path, monkeypatch, harm):
    HARMS[harm](disk.path / "W", tmp_path, monkeypatch)
    disk.be_read_only()
    with Workspace(disk.path / "W") as workspace:
        assert len(workspace.ask("projects")) == 2


def test_a_check_on_a_read_only_disk_names_tables_that_cannot_be_read(disk):
    (disk.path / "W" / database.FILE).write_bytes(bytes(9999))
    disk.be_read_only()
    with Workspace(disk.path / "W") as workspace:
        assert ("table_unreadable", database.FILE, 0) in workspace.check()


@pytest.mark.parametrize("tables", ["missing", "damaged"])
def test_without_journal_and_tables_a_read_only_workspace_is_damaged(disk, tables):
    (disk.path / "W" / "journal.jsonl").unlink()
    HARMS[tables](disk.path / "W")
    disk.be_read_only()
    with pytest.raises(WorkspaceDamaged, match="原始文件仍在"):
        Workspace(disk.path / "W")


def test_a_first_format_on_a_read_only_disk_is_refused_as_what_it_is(disk):
    with zipfile.ZipFile(min((Path(__file__).parent / "past").glob("*.zip"))) as archive:
        archive.extractall(disk.path / "past")
    disk.be_read_only()
    with pytest.raises(WorkspaceReadOnly):
        Workspace(disk.path / "past")


def _behind(directory, tmp_path, _):
    shutil.copy(directory / database.FILE, tmp_path / "old")
    with Workspace(directory) as workspace:
        workspace.undo(4)
    shutil.copy(tmp_path / "old", directory / database.FILE)


def _outdated(_directory, _tmp_path, monkeypatch):
    scripts = queries.table_scripts()
    monkeypatch.setattr(queries, "table_scripts", lambda: (*scripts, "create macro newer() as 1;"))


HARMS = {
    "missing": lambda directory, *_: (directory / database.FILE).unlink(),
    "damaged": lambda directory, *_: (directory / database.FILE).write_bytes(bytes(9999)),
    "outdated": _outdated,
    "behind": _behind,
}


@pytest.mark.parametrize("leaving", [0, 12_000])
def test_a_full_disk_is_read_and_named_and_nothing_is_lost(disk, tmp_path, leaving):
    disk.fill(leaving)
    with Workspace(disk.path / "W") as workspace:
        before = making.tables(workspace)
        with pytest.raises(WorkspaceFull):
            workspace.import_files([march(tmp_path)])
        assert making.tables(workspace) == before
    (disk.path / "ballast").unlink()
    with Workspace(disk.path / "W") as workspace:
        workspace.import_files([march(tmp_path)])
        assert workspace.check() == []


@contextmanager
def failing(monkeypatch, code):
    """Let the lock's file fail to open with an error of the system."""
    real = type(lock.Path()).open

    def fail(path, *args, **how):
        if path.name == lock.FILE and args:
            raise OSError(code, os.strerror(code), str(path))
        return real(path, *args, **how)

    with monkeypatch.context() as broken:
        broken.setattr("pathlib.Path.open", fail)
        yield


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES, errno.EPERM])
def test_a_workspace_that_cannot_be_written_is_read(directory, monkeypatch, code):
    with failing(monkeypatch, code), Workspace(directory) as workspace:
        assert workspace.is_read_only
        assert len(workspace.ask("projects")) == 2


def test_a_reader_of_a_workspace_in_use_is_told_who_holds_it(directory, monkeypatch):
    with Workspace(directory), failing(monkeypatch, errno.EROFS), pytest.raises(WorkspaceBusy) as busy:
        Workspace(directory)
    assert busy.value.args == (str(os.getpid()),)


@pytest.mark.parametrize("code", [errno.EIO, errno.ELOOP, errno.EMFILE, errno.ENOLCK, errno.ESTALE])
def test_any_other_fault_of_the_disk_is_a_sentence(directory, monkeypatch, code):
    with failing(monkeypatch, code), pytest.raises(DiskFault) as fault:
        Workspace(directory)
    assert (fault.value.path, fault.value.reason) == (str(directory / lock.FILE), os.strerror(code))


def test_a_file_is_written_whole_or_stays_as_it_was(tmp_path, monkeypatch):
    whole.write(tmp_path / "f", b"old")
    with monkeypatch.context() as broken:
        broken.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
        with pytest.raises(OSError, match="full"):
            whole.write(tmp_path / "f", b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"f": b"old"}


@pytest.mark.parametrize("has_links", [True, False])
def test_a_new_file_is_never_written_over_another(tmp_path, monkeypatch, has_links):
    if not has_links:
        refusing = OSError(errno.EPERM, "no links here")
        monkeypatch.setattr("pathlib.Path.hardlink_to", lambda *_: (_ for _ in ()).throw(refusing))
    with pytest.raises(FileExistsError), whole.new(tmp_path / "f"):
        (tmp_path / "f").write_bytes(b"theirs")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"f": b"theirs"}
    with whole.new(tmp_path / "g") as file:
        file.write(b"mine")
    assert (tmp_path / "g").read_bytes() == b"mine"


def test_a_file_larger_than_the_free_disk_is_refused_before_its_copy(directory, tmp_path, monkeypatch):
    copied = []
    monkeypatch.setattr(plain, "copy", lambda *paths: copied.append(paths))
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=10))
    with Workspace(directory) as workspace:
        with pytest.raises(WorkspaceFull):
            workspace.import_files([march(tmp_path)])
        assert (copied, workspace.revision) == ([], 4)


def test_the_holder_of_a_lock_on_a_full_disk_goes_unnamed(directory, monkeypatch):
    monkeypatch.setattr("os.write", lambda *_: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
    with lock.acquire(directory), pytest.raises(WorkspaceBusy) as busy:
        lock.acquire(directory)
    assert busy.value.args == ("?",)


def test_the_journal_of_a_read_only_workspace_stays_as_it_is(directory, tmp_path, monkeypatch):
    before = (directory / "journal.jsonl").read_bytes()
    with failing(monkeypatch, errno.EROFS), Workspace(directory) as workspace, pytest.raises(WorkspaceReadOnly):
        workspace.import_files([march(tmp_path)])
    assert (directory / "journal.jsonl").read_bytes() == before
    assert [json.loads(line)["do"] for line in before.splitlines()] == ["import"] * 4
