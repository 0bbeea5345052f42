"""Backups bring a workspace back whole, and nothing else gets in."""

import zipfile

import pytest

from parkatlas.errors import BackupRefused
from parkatlas.workspace import Workspace
from tests.parkatlas.workspace import making


@pytest.fixture
def backup(workspace, tmp_path):
    workspace.backup(tmp_path / "b.zip")
    return tmp_path / "b.zip"


def repacked(source, target, change):
    """Copy a backup with its members changed: name and content in, name and content out."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(*change(name, old.read(name)))
    return target


def test_a_backup_brings_back_the_same_rows(workspace, backup, tmp_path):
    with Workspace.restore(backup, tmp_path / "new" / "V") as restored:
        assert making.tables(restored) == making.tables(workspace)
        assert restored.settings == workspace.settings


def test_an_empty_directory_may_take_a_backup(backup, tmp_path):
    (tmp_path / "V").mkdir()
    with Workspace.restore(backup, tmp_path / "V") as restored:
        assert len(restored.ask("projects")) == 2


def test_a_backup_holds_each_original_once_and_leaves_nothing_beside_it(workspace, directory, tmp_path):
    (directory / "originals" / "half-copied.part").write_bytes(b"x")
    assert workspace.backup(tmp_path / "b.zip") == 4
    assert sorted(path.name for path in tmp_path.iterdir()) == ["W", "b.zip"]
    assert (directory / "last_backup.txt").read_text(encoding="utf-8") == str(tmp_path / "b.zip")


def test_a_directory_with_something_in_it_is_not_restored_into(backup, tmp_path):
    (tmp_path / "V").mkdir()
    (tmp_path / "V" / "mine.txt").write_text("x", encoding="utf-8")
    with pytest.raises(BackupRefused) as refused:
        Workspace.restore(backup, tmp_path / "V")
    assert refused.value.reason == "not_empty"
    assert [path.name for path in (tmp_path / "V").iterdir()] == ["mine.txt"]


DIGEST = "originals/" + "a" * 64
CHANGES = {
    "a member above": (lambda name, data: ("../" + name, data), "no_backup"),
    "a member outside": (lambda name, data: ("/etc/x" if name == "settings.toml" else name, data), "no_backup"),
    "a strange member": (lambda name, data: (f"{name}.exe", data), "no_backup"),
    "no journal": (lambda name, data: ("settings.toml" if name == "journal.jsonl" else name, data), "no_backup"),
    "an original changed": (
        lambda name, data: (name, b"x" if name.startswith("originals") else data),
        "damaged_original",
    ),
    "an original renamed": (
        lambda name, data: (DIGEST if name.startswith("originals") else name, data),
        "damaged_original",
    ),
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("what", CHANGES)
def test_a_zip_that_is_no_sound_backup_leaves_nothing_behind(backup, tmp_path, what):
    change, reason = CHANGES[what]
    wrong = repacked(backup, tmp_path / "wrong.zip", change)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(BackupRefused) as refused:
        Workspace.restore(wrong, tmp_path / "V")
    assert refused.value.reason == reason
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("cut", [0, 10, 500, -30])
def test_a_cut_file_is_no_backup(backup, tmp_path, cut):
    (tmp_path / "cut.zip").write_bytes(backup.read_bytes()[:cut])
    with pytest.raises(BackupRefused):
        Workspace.restore(tmp_path / "cut.zip", tmp_path / "V")
    assert not (tmp_path / "V").exists()


def test_a_flipped_byte_in_a_backup_is_found(backup, tmp_path):
    data = bytearray(backup.read_bytes())
    data[data.index(b"journal.jsonl") + 30] ^= 0xFF
    (tmp_path / "flipped.zip").write_bytes(data)
    with pytest.raises(BackupRefused):
        Workspace.restore(tmp_path / "flipped.zip", tmp_path / "V")


def test_a_missing_file_is_no_backup(tmp_path):
    with pytest.raises(BackupRefused):
        Workspace.restore(tmp_path / "none.zip", tmp_path / "V")
    assert not any(tmp_path.iterdir())


def test_a_backup_that_fails_leaves_no_half_file(workspace, tmp_path, monkeypatch):
    monkeypatch.setattr(zipfile.ZipFile, "write", lambda *_: (_ for _ in ()).throw(RuntimeError))
    with pytest.raises(RuntimeError):
        workspace.backup(tmp_path / "b.zip")
    assert [path.name for path in tmp_path.iterdir()] == ["W"]
