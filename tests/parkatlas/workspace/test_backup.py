"""Backups bring a workspace back whole, and nothing else gets in."""

import errno
import json
import os
import stat
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from parkatlas.errors import BackupRefused, DiskFault, NoWorkspace, SettingsWrong, WorkspaceBusy, WorkspaceDamaged
from parkatlas.workspace import Workspace, backup, care, duty, journal, layout, lock, restoring, rotation, settings
from tests.parkatlas.workspace import disks, making


@pytest.fixture
def zipped(workspace, tmp_path):
    workspace.backup(tmp_path / "b.zip")
    return tmp_path / "b.zip"


def repacked(source, target, change):
    """Copy a backup with its members changed: name and content in, name and content out."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(*change(name, old.read(name)))
    return target


def test_a_backup_brings_back_the_same_rows(workspace, zipped, tmp_path):
    with Workspace.restore(zipped, tmp_path / "new" / "V") as restored:
        assert making.tables(restored) == making.tables(workspace)
        assert restored.settings == workspace.settings


def test_an_empty_directory_may_take_a_backup(zipped, tmp_path):
    (tmp_path / "V").mkdir()
    with Workspace.restore(zipped, tmp_path / "V") as restored:
        assert len(restored.ask("projects")) == 2


def test_a_backup_holds_each_original_once_and_leaves_nothing_beside_it(workspace, directory, tmp_path):
    (directory / "originals" / "half-copied.part").write_bytes(b"x")
    assert workspace.backup(tmp_path / "b.zip") == 4
    assert sorted(path.name for path in tmp_path.iterdir()) == ["W", "b.zip"]
    assert care.read(directory).backed.file == str(tmp_path / "b.zip")


def test_a_directory_with_something_in_it_is_not_restored_into(zipped, tmp_path):
    (tmp_path / "V").mkdir()
    (tmp_path / "V" / "mine.txt").write_text("x", encoding="utf-8")
    with pytest.raises(BackupRefused) as refused:
        Workspace.restore(zipped, tmp_path / "V")
    assert refused.value.reason == "not_empty"
    assert [path.name for path in (tmp_path / "V").iterdir()] == ["mine.txt"]


FAKE = "a" * 63
CHANGES = {
    "a member above": (lambda name, content: ("../" + name, content), "no_backup"),
    "a member outside": (lambda name, content: ("/etc/x" if name == "settings.toml" else name, content), "no_backup"),
    "a strange member": (lambda name, content: (f"{name}.exe", content), "no_backup"),
    "no journal": (lambda name, content: ("settings.toml" if name == "journal.jsonl" else name, content), "no_backup"),
    "a member twice": (lambda _, content: ("journal.jsonl", content), "no_backup"),
    "no settings": (lambda name, content: (f"rows/{FAKE}a" if name == "settings.toml" else name, content), "no_backup"),
    "a journal without its last break": (
        lambda name, content: (name, content.removesuffix(b"\n") if name == "journal.jsonl" else content),
        "damaged_journal",
    ),
    "a journal cut within its last line": (
        lambda name, content: (name, content[:-40] if name == "journal.jsonl" else content),
        "damaged_journal",
    ),
    "a journal without its last line": (
        lambda name, content: (name, content[: content[:-1].rindex(b"\n") + 1] if name == "journal.jsonl" else content),
        "damaged_journal",
    ),
    "an empty journal": (
        lambda name, content: (name, b"" if name == "journal.jsonl" else content),
        "damaged_journal",
    ),
    "a journal of nonsense": (
        lambda name, content: (name, b"[1]\n" if name == "journal.jsonl" else content),
        "damaged_journal",
    ),
    "settings beyond all measure": (
        lambda name, content: (name, bytes(2 << 20) if name == "settings.toml" else content),
        "no_backup",
    ),
    "an original changed": (
        lambda name, content: (name, b"x" if name.startswith("originals") else content),
        "damaged_original",
    ),
    "an original renamed": (
        lambda name, content: (f"originals/{FAKE[8:]}{name[-9:]}" if name.startswith("originals") else name, content),
        "damaged_original",
    ),
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("harm", CHANGES)
def test_a_zip_that_is_no_sound_backup_leaves_nothing_behind(zipped, tmp_path, harm):
    change, reason = CHANGES[harm]
    wrong = repacked(zipped, tmp_path / "wrong.zip", change)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(BackupRefused) as refused:
        Workspace.restore(wrong, tmp_path / "V")
    assert refused.value.reason == reason
    assert sorted(tmp_path.iterdir()) == before


def test_rows_that_no_hash_vouches_for_are_not_restored(zipped, tmp_path):
    with zipfile.ZipFile(zipped, "a") as archive:
        archive.writestr(f"rows/{FAKE}a", b"x")
    with pytest.raises(BackupRefused, match=f"damaged_original: {FAKE}a"):
        Workspace.restore(zipped, tmp_path / "V")


@pytest.mark.parametrize("cut", [0, 10, 500, -30])
def test_a_cut_file_is_no_backup(zipped, tmp_path, cut):
    (tmp_path / "cut.zip").write_bytes(zipped.read_bytes()[:cut])
    with pytest.raises(BackupRefused):
        Workspace.restore(tmp_path / "cut.zip", tmp_path / "V")
    assert not (tmp_path / "V").exists()


def test_a_flipped_byte_in_a_backup_is_found(zipped, tmp_path):
    content = bytearray(zipped.read_bytes())
    content[content.index(b"journal.jsonl") + 30] ^= 0xFF
    (tmp_path / "flipped.zip").write_bytes(content)
    with pytest.raises(BackupRefused):
        Workspace.restore(tmp_path / "flipped.zip", tmp_path / "V")


def test_a_missing_file_is_no_backup(tmp_path):
    with pytest.raises(BackupRefused):
        Workspace.restore(tmp_path / "none.zip", tmp_path / "V")
    assert not any(tmp_path.iterdir())


def test_a_backup_that_fails_leaves_no_half_file(workspace, tmp_path, monkeypatch):
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_, **__: (_ for _ in ()).throw(RuntimeError))
    with pytest.raises(RuntimeError):
        workspace.backup(tmp_path / "b.zip")
    assert [path.name for path in tmp_path.iterdir()] == ["W"]


def test_a_new_workspace_without_imports_comes_back_too(tmp_path):
    with Workspace.create(tmp_path / "W", "小县") as empty:
        assert empty.backup(tmp_path / "b.zip") == 0
    with Workspace.restore(tmp_path / "b.zip", tmp_path / "V") as restored:
        assert (restored.settings.region.name, restored.revision) == ("小县", 0)


def test_rows_kept_of_an_import_travel_with_it(zipped, directory):
    kept = {f"rows/{digest}" for entry in making.journal(directory) for digest in entry["rows"].values()}
    assert kept == {name for name in zipfile.ZipFile(zipped).namelist() if name.startswith("rows/")}


def test_a_backup_is_for_its_owner_alone(zipped):
    assert stat.S_IMODE(zipped.stat().st_mode) == 0o600


def test_a_backup_never_takes_the_place_of_a_file(workspace, zipped):
    before = zipped.read_bytes()
    with pytest.raises(BackupRefused) as refused:
        workspace.backup(zipped)
    assert (refused.value.reason, zipped.read_bytes()) == ("exists", before)


@pytest.mark.parametrize("harm", [lambda path: path.unlink(), lambda path: path.write_bytes(b"x")])
def test_a_backup_that_could_not_be_restored_is_not_made(workspace, directory, tmp_path, harm):
    harm(next((directory / "originals").iterdir()))
    with pytest.raises(BackupRefused) as refused:
        workspace.backup(tmp_path / "b.zip")
    assert refused.value.reason == "unsound"
    assert not list(tmp_path.glob("b.zip*"))


def pipe_in_place_of(path):
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize("name", ["originals", "rows", "settings.toml", "journal.jsonl"])
def test_a_pipe_in_a_kept_files_place_is_not_waited_for(workspace, directory, tmp_path, name):
    place = directory / name
    pipe_in_place_of(next(place.iterdir()) if place.is_dir() else place)
    with pytest.raises(BackupRefused, match="unsound"):
        workspace.backup(tmp_path / "b.zip")
    assert [path.name for path in tmp_path.iterdir()] == ["W"]


def test_a_night_with_a_pipe_among_originals_ends_with_the_check(nightly):
    original = next((nightly.directory / "originals").iterdir())
    pipe_in_place_of(original)
    duty.do_what_is_due(nightly)
    assert nightly.notes.care.failed.reason == "unsound"
    assert [(fault, of) for fault, of, _ in nightly.notes.care.checked.faults] == [
        ("original_unreadable", original.name)
    ]
    assert not any(Path(nightly.settings.backup.folder).iterdir())


CODES = {errno.ENOSPC: "full", errno.EROFS: "not_writable", errno.EACCES: "not_writable", errno.EIO: "disk"}


@pytest.mark.parametrize("code", CODES)
def test_a_disk_that_refuses_a_backup_is_named(workspace, tmp_path, monkeypatch, code):
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError(code, os.strerror(code))))
    with pytest.raises(BackupRefused) as refused:
        workspace.backup(tmp_path / "b.zip")
    assert refused.value.reason == CODES[code]
    assert not list(tmp_path.glob("b.zip*"))


def test_a_full_backup_disk_keeps_no_half_file(workspace, tmp_path):
    with disks.mounted(tmp_path / "disk", megabytes=1) as disk:
        disk.fill(leaving=1000)
        with pytest.raises(BackupRefused) as refused:
            workspace.backup(disk.path / "b.zip")
        assert (refused.value.reason, [path.name for path in disk.path.iterdir()]) == ("full", ["ballast"])


def test_an_import_during_a_backup_is_not_delayed_and_not_in_it(workspace, tmp_path, monkeypatch):
    real = backup.write

    def write(taken, target):
        workspace.undo(4)
        return real(taken, target)

    monkeypatch.setattr(backup, "write", write)
    workspace.backup(tmp_path / "b.zip")
    lines = zipfile.ZipFile(tmp_path / "b.zip").read(journal.FILE).splitlines()
    assert [json.loads(line)["do"] for line in lines] == ["import"] * 4


def test_restored_files_are_for_their_owner_alone(zipped, tmp_path):
    Workspace.restore(zipped, tmp_path / "V").close()
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "V").rglob("*")}
    assert [path.name for path, mode in modes.items() if mode != (0o700 if path.is_dir() else 0o600)] == []
    assert "originals" in [path.name for path in modes]


def test_a_backup_larger_than_the_disk_is_not_unpacked(zipped, tmp_path, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 1000}))
    with pytest.raises(BackupRefused) as refused:
        Workspace.restore(zipped, tmp_path / "V")
    assert refused.value.reason == "too_large"


@pytest.mark.parametrize("name", ["pipe", "/dev/zero"])
def test_what_is_no_plain_file_is_no_backup(tmp_path, name):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(BackupRefused) as refused:
        Workspace.restore(tmp_path / name, tmp_path / "V")
    assert refused.value.reason == "no_backup"


@pytest.fixture
def nightly(directory, tmp_path):
    """A workspace whose settings name a folder for backups and keep two."""
    (tmp_path / "folder").mkdir()
    lines = f'[backup]\nfolder = "{tmp_path / "folder"}"\nkeep = 2\n'
    (directory / settings.FILE).write_text(lines, encoding="utf-8")
    with Workspace(directory) as opened:
        yield opened


def test_of_nightly_backups_the_newest_stay_and_files_of_others_are_left(nightly, tmp_path):
    folder = tmp_path / "folder"
    (folder / "W-000000-20260101-020000.zip").write_bytes(b"of another workspace called W")
    for day in (1, 2, 3):
        rotation.target(nightly.directory, folder, datetime(2026, 1, day, tzinfo=UTC)).write_bytes(b"old")
    made = nightly.backup_to_folder()
    assert [path.name[9:] for path in rotation.backups(nightly.directory, folder)] == [
        "20260103-000000.zip", made.name[9:],
    ]  # fmt: skip
    assert (folder / "W-000000-20260101-020000.zip").exists()


def test_by_a_clock_set_back_an_hour_the_newest_backups_stay(nightly, tmp_path):
    folder, at = tmp_path / "nightly", datetime(2026, 10, 25, 2, 30, tzinfo=UTC)
    folder.mkdir(exist_ok=True)
    before = [rotation.target(nightly.directory, folder, at - timedelta(minutes=minutes)) for minutes in (60, 10, 0)]
    made = rotation.target(nightly.directory, folder, at - timedelta(minutes=30))
    for path in (*before, made):
        path.write_bytes(b"a backup")
    rotation.drop_old(nightly.directory, folder, 3, made)
    assert rotation.backups(nightly.directory, folder) == [made, *before[1:]]


def test_nightly_backups_of_a_clock_ahead_go_before_the_new_one(nightly, tmp_path):
    folder = tmp_path / "folder"
    for year in (2097, 2098, 2099):
        rotation.target(nightly.directory, folder, datetime(year, 1, 1, tzinfo=UTC)).write_bytes(b"of a wrong clock")
    yesterday = rotation.target(nightly.directory, folder, datetime(2026, 1, 1, tzinfo=UTC))
    yesterday.write_bytes(b"old")
    made = nightly.backup_to_folder()
    assert rotation.backups(nightly.directory, folder) == [yesterday, made]


def test_a_nightly_backup_whose_disk_is_gone_is_noted_and_deletes_nothing(nightly, tmp_path):
    (tmp_path / "folder").rename(tmp_path / "elsewhere")
    with pytest.raises(BackupRefused):
        nightly.backup_to_folder()
    assert care.read(nightly.directory).failed.reason == "no_place"
    assert not (tmp_path / "folder").exists()


@pytest.mark.parametrize("line", ['folder = "relative"', 'at = "25:00"', 'at = "2:00"', "keep = 0"])
def test_a_wrong_setting_of_backups_is_refused(tmp_path, line):
    (tmp_path / settings.FILE).write_text(f"[backup]\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="backup"):
        settings.read(tmp_path)


def test_notes_that_cannot_be_read_are_no_notes(tmp_path):
    (tmp_path / care.FILE).write_bytes(b'{"backed": 5}')
    assert care.read(tmp_path) == care.Care()


def test_where_an_earlier_release_wrote_a_backup_is_still_known(tmp_path):
    (tmp_path / "last_backup.txt").write_text("/disk/b.zip", encoding="utf-8")
    assert care.read(tmp_path).backed.file == "/disk/b.zip"


@pytest.mark.parametrize("place", ["b.zip", "temporary/b.zip", "incoming-b.zip"])
def test_a_backup_into_the_workspace_itself_is_refused(workspace, directory, place):
    with pytest.raises(BackupRefused, match="inside"):
        workspace.backup(directory / place)
    assert not (directory / place).exists()


def test_a_backup_under_a_path_that_is_no_text_is_refused(workspace, tmp_path):
    with pytest.raises(BackupRefused, match="not_text"):
        workspace.backup(tmp_path / "\udcff.zip")
    assert [path.name for path in tmp_path.iterdir()] == ["W"]


def places(tmp_path, monkeypatch):
    """Yield the ways in which an empty folder that stays where it is may be named, and the folder."""
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path / "folder")
    (tmp_path / "link").symlink_to(tmp_path / "folder")
    return {"the current folder": Path(), "a link": tmp_path / "link", "a folder": tmp_path / "folder"}


@pytest.mark.parametrize("which", ["the current folder", "a link", "a folder"])
def test_a_backup_is_restored_into_a_folder_that_stays(zipped, tmp_path, monkeypatch, which):
    place = places(tmp_path, monkeypatch)[which]
    number = (tmp_path / "folder").stat().st_ino
    with Workspace.restore(zipped, place) as restored:
        assert len(restored.ask("projects")) == 2
    assert (tmp_path / "folder").stat().st_ino == number
    assert not (tmp_path / "folder" / layout.RESTORING).exists()


def test_a_link_to_a_folder_that_is_missing_makes_it(zipped, tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "V")
    Workspace.restore(zipped, tmp_path / "link").close()
    assert (tmp_path / "V" / journal.FILE).exists()
    assert (tmp_path / "link").is_symlink()


def test_a_backup_is_restored_into_a_disk_with_what_new_disks_have(zipped, tmp_path):
    with disks.mounted(tmp_path / "disk", megabytes=100) as disk:
        (disk.path / "lost+found").mkdir()
        with Workspace.restore(zipped, disk.path) as restored:
            assert len(restored.ask("projects")) == 2


@pytest.mark.parametrize("which", ["a folder", "a link"])
def test_a_wrong_backup_leaves_an_empty_folder_empty(tmp_path, monkeypatch, which):
    place = places(tmp_path, monkeypatch)[which]
    (tmp_path / "wrong.zip").write_bytes(b"x")
    with pytest.raises(BackupRefused):
        Workspace.restore(tmp_path / "wrong.zip", place)
    assert not any((tmp_path / "folder").iterdir())


def test_a_refused_backup_leaves_none_of_the_folders_it_made(tmp_path):
    (tmp_path / "wrong.zip").write_bytes(b"x")
    with pytest.raises(BackupRefused):
        Workspace.restore(tmp_path / "wrong.zip", tmp_path / "a" / "b" / "W")
    assert [path.name for path in tmp_path.iterdir()] == ["wrong.zip"]


def test_a_restore_whose_disk_fails_at_the_last_step_leaves_nothing(zipped, tmp_path, monkeypatch):
    (tmp_path / "R").mkdir()
    real, calls = restoring.whole.sync_directory, []

    def failing(directory):
        if directory == tmp_path / "R":
            calls.append(directory)
            if len(calls) == 2:
                raise OSError(errno.EIO, "disk")
        real(directory)

    monkeypatch.setattr(restoring.whole, "sync_directory", failing)
    with pytest.raises(DiskFault):
        Workspace.restore(zipped, tmp_path / "R")
    assert not any((tmp_path / "R").iterdir())


def killed_at(source, directory, call, number):
    """Restore in a process of its own that dies before a call of that number."""
    child = os.fork()
    if not child:
        real, calls = getattr(os, call), []

        def dying(*words, **options):
            calls.append(words)
            return os._exit(9) if len(calls) == number else real(*words, **options)

        setattr(os, call, dying)
        restoring.unpack(source, directory)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.parametrize(("call", "number"), [("sync", 1), *(("rename", number) for number in range(1, 7))])
def test_a_restore_killed_within_a_folder_is_reported_and_can_be_repeated(zipped, tmp_path, call, number):
    (tmp_path / "V").mkdir()
    assert killed_at(zipped, tmp_path / "V", call, number) == 9
    for attempt in (Workspace, Workspace.create, Workspace.rebuild):
        with pytest.raises(WorkspaceDamaged) as damaged:
            attempt(tmp_path / "V")
        assert damaged.value.cure == "restore_again"
    with Workspace.restore(zipped, tmp_path / "V") as restored:
        assert (len(restored.ask("projects")), restored.check()) == (2, [])


def test_a_restore_killed_at_its_very_end_is_whole(zipped, tmp_path):
    (tmp_path / "V").mkdir()
    assert killed_at(zipped, tmp_path / "V", "rmdir", 2) == 9
    with Workspace(tmp_path / "V") as restored:
        assert (len(restored.ask("projects")), restored.check()) == (2, [])
    assert not (tmp_path / "V" / layout.RESTORING).exists()


def test_a_folder_somebody_restores_into_is_left_to_them(zipped, tmp_path):
    (tmp_path / "V").mkdir()
    with lock.acquire(tmp_path / "V"), pytest.raises(WorkspaceBusy):
        Workspace.restore(zipped, tmp_path / "V")


def test_a_folder_of_other_files_is_no_interrupted_restore(zipped, tmp_path):
    for name in (f"{layout.RESTORING}/mine.txt", "originals/mine.jpg"):
        (tmp_path / "V" / name).parent.mkdir(parents=True)
        (tmp_path / "V" / name).write_bytes(b"x")
    with pytest.raises(BackupRefused, match="not_empty"):
        Workspace.restore(zipped, tmp_path / "V")
    assert (tmp_path / "V" / "originals" / "mine.jpg").exists()


def test_a_restore_killed_before_it_fills_the_folder_can_be_repeated(zipped, tmp_path):
    (tmp_path / "V").mkdir()
    layout.keep_private()
    assert killed_at(zipped, tmp_path / "V", "ftruncate", 1) == 9
    assert [(path.name, path.read_bytes()) for path in (tmp_path / "V").iterdir()] == [("lock", b"")]
    with Workspace.restore(zipped, tmp_path / "V") as restored:
        assert (len(restored.ask("projects")), restored.check()) == (2, [])


@pytest.mark.parametrize("content", [b"to the shed", b""])
def test_a_lock_of_somebodys_own_is_no_empty_folder(zipped, tmp_path, content):
    (tmp_path / "V").mkdir()
    (tmp_path / "V" / "lock").write_bytes(content)
    (tmp_path / "V" / "lock").chmod(0o644)
    with pytest.raises(BackupRefused, match="not_empty"):
        Workspace.restore(zipped, tmp_path / "V")
    with pytest.raises(NoWorkspace):
        Workspace.create(tmp_path / "V")
    assert [(path.name, path.read_bytes()) for path in (tmp_path / "V").iterdir()] == [("lock", content)]


def test_a_lock_that_a_process_left_is_used_and_stays(zipped, tmp_path):
    (tmp_path / "V").mkdir()
    (tmp_path / "V" / "lock").write_bytes(b"4711")
    (tmp_path / "wrong.zip").write_bytes(b"x")
    with pytest.raises(BackupRefused, match="no_backup"):
        Workspace.restore(tmp_path / "wrong.zip", tmp_path / "V")
    assert [path.name for path in (tmp_path / "V").iterdir()] == ["lock"]
    with Workspace.restore(zipped, tmp_path / "V") as restored:
        assert len(restored.ask("projects")) == 2


def test_a_workspace_made_just_before_the_lock_is_taken_stays(zipped, tmp_path, monkeypatch):
    acquire = lock.acquire

    def late(directory):
        monkeypatch.setattr(lock, "acquire", acquire)
        Workspace.create(directory, "小县").close()
        before.update(making.prints(directory))
        return acquire(directory)

    before = {}
    monkeypatch.setattr(lock, "acquire", late)
    with pytest.raises(BackupRefused, match="not_empty"):
        Workspace.restore(zipped, tmp_path / "V")
    assert (making.prints(tmp_path / "V"), (tmp_path / "V" / "lock").exists()) == (before, True)


def test_a_lock_taken_away_by_its_holder_is_made_anew(tmp_path, monkeypatch):
    take = lock._take

    def late(file, how):
        monkeypatch.setattr(lock, "_take", take)
        (tmp_path / "lock").unlink()
        take(file, how)

    monkeypatch.setattr(lock, "_take", late)
    with lock.acquire(tmp_path), pytest.raises(WorkspaceBusy):
        lock.acquire(tmp_path)


UNPROVEN = {
    "another kind's rows": lambda entries: entries[2].update(rows={"projects": entries[0]["rows"]["units"]}),
    "more rows than there are": lambda entries: entries[2].update(row_count=77),
    "a time that is none": lambda entries: entries[2].update(at="yesterday"),
    "an undo of nothing": lambda entries: entries.append({**entries[0], "do": "undo", "import_id": 99}),
}


@pytest.mark.parametrize("harm", UNPROVEN)
def test_a_backup_whose_journal_makes_no_tables_leaves_the_folder_empty(zipped, tmp_path, harm):
    def resealed(name, content):
        if name != journal.FILE:
            return name, content
        entries = [json.loads(line) for line in content.splitlines()]
        plain = [{key: entry[key] for key in entry.keys() - {"hash"}} for entry in entries]
        UNPROVEN[harm](plain)
        return name, b"".join(journal.written(entry).encode() + b"\n" for entry in journal.chain(plain))

    (tmp_path / "V").mkdir()
    with pytest.raises(BackupRefused, match="damaged_journal"):
        Workspace.restore(repacked(zipped, tmp_path / "wrong.zip", resealed), tmp_path / "V")
    assert not any((tmp_path / "V").iterdir())


def test_a_backup_with_wrong_settings_is_restored_for_them_to_be_mended(zipped, tmp_path):
    wrong = repacked(
        zipped, tmp_path / "w.zip", lambda name, content: (name, b"[x]" if name == "settings.toml" else content)
    )
    with pytest.raises(SettingsWrong, match=str(tmp_path / "V" / "settings.toml")):
        Workspace.restore(wrong, tmp_path / "V")
    (tmp_path / "V" / "settings.toml").write_bytes(b"")
    with Workspace(tmp_path / "V") as mended:
        assert (len(mended.ask("projects")), mended.check()) == (2, [])


def test_a_restore_into_a_missing_folder_leaves_nothing_beside_it_when_killed(zipped, tmp_path):
    before = {path.name for path in tmp_path.iterdir()}
    assert killed_at(zipped, tmp_path / "V", "rename", 2) == 9
    assert {path.name for path in tmp_path.iterdir()} - before == {"V"}
    with Workspace.restore(zipped, tmp_path / "V") as restored:
        assert (len(restored.ask("projects")), restored.check()) == (2, [])
