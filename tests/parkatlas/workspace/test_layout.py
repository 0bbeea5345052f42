"""A workspace's directory: kinds made sure of, leftovers swept, others kept out, odd paths taken or refused plainly."""

import json
import os
import shutil
import stat
import time
from pathlib import Path

import duckdb
import pytest

from parkatlas.errors import NoWorkspace, PathRefused, PlaceTaken, WorkspaceDamaged
from parkatlas.workspace import Workspace, layout
from tests.parkatlas.workspace import making

LEFTOVERS = (
    "incoming-ab12_9xz/a.csv", "temporary/parkatlas-x/upload", "parkatlas.duckdb.tmp/block", "care.json.ab12_9xz.part",
)  # fmt: skip


@pytest.mark.parametrize("name", LEFTOVERS)
def test_files_of_a_killed_process_are_swept_at_opening(directory, name):
    (directory / name).parent.mkdir(exist_ok=True)
    (directory / name).write_bytes(b"x")
    Workspace(directory).close()
    assert not (directory / name).exists()


def test_a_persons_file_of_a_like_name_is_not_swept(directory):
    for name in ("incoming-units.geojson", "care.json.bak"):
        (directory / name).write_bytes(b"mine")
    Workspace(directory).close()
    assert (directory / "incoming-units.geojson").exists()
    assert (directory / "care.json.bak").exists()


@pytest.mark.parametrize("name", ["~", "park:2026", "md:x", "file:x"])
def test_a_workspace_may_be_named_so_that_engines_take_it_for_something_else(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    with Workspace.create(Path(name)) as workspace:
        making.take(workspace, "parks", making.squares(tmp_path / "p.geojson", 东园=0))
    with Workspace.rebuild(Path(name)) as workspace:
        assert len(workspace.ask("parks")) == 1
    assert list((tmp_path / "home").iterdir()) == []


def test_a_link_that_leads_nowhere_yet_makes_the_workspace_there(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "W")
    Workspace.create(tmp_path / "link").close()
    assert (tmp_path / "W" / "settings.toml").exists()


@pytest.mark.parametrize("name", ["rebuilding.duckdb", "settings.toml.ab12_9xz.part"])
def test_a_workspace_killed_while_it_was_made_opens(tmp_path, name):
    Workspace.create(tmp_path / "W").close()
    for left in ("journal.jsonl", "care.json"):
        (tmp_path / "W" / left).unlink(missing_ok=True)
    (tmp_path / "W" / ("settings.toml" if ".part" in name else "parkatlas.duckdb")).rename(tmp_path / "W" / name)
    (tmp_path / "W" / "parkatlas.duckdb").unlink(missing_ok=True)
    with Workspace.create(tmp_path / "W") as workspace:
        assert workspace.check() == []


def test_a_folder_of_originals_beside_notes_is_refused_and_left_as_it_was(tmp_path):
    (tmp_path / "mine" / "originals").mkdir(parents=True)
    (tmp_path / "mine" / "notes.txt").write_bytes(b"mine")
    (tmp_path / "mine" / "originals" / ("a" * 64)).write_bytes(b"x")
    before = everything(tmp_path / "mine")
    for opening in (Workspace, Workspace.create, Workspace.rebuild):
        with pytest.raises(WorkspaceDamaged):
            opening(tmp_path / "mine")
    assert everything(tmp_path / "mine") == before


@pytest.mark.parametrize("name", ["rows/2024.csv", "drafts/letter.txt", "care.json"])
def test_empty_settings_beside_somebodys_files_make_no_workspace(tmp_path, name):
    (tmp_path / "mine" / name).parent.mkdir(parents=True)
    (tmp_path / "mine" / name).write_text('{"a": 1}', encoding="utf-8")
    (tmp_path / "mine" / "settings.toml").write_bytes(b"")
    with pytest.raises(NoWorkspace):
        Workspace(tmp_path / "mine")


def test_files_of_a_running_process_are_not_swept(directory):
    with Workspace(directory):
        (directory / "incoming-ab12_9xz").mkdir()
        with pytest.raises(BlockingIOError):
            Workspace(directory)
        assert (directory / "incoming-ab12_9xz").exists()


def test_a_leftover_that_is_a_link_goes_and_what_it_names_stays(directory, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "file").write_bytes(b"x")
    (directory / "incoming-ab12_9xz").symlink_to(tmp_path / "mine")
    Workspace(directory).close()
    assert (tmp_path / "mine" / "file").exists()
    assert not (directory / "incoming-ab12_9xz").is_symlink()


def test_files_of_others_in_the_directory_are_left_alone(directory):
    (directory / "notes.txt").write_text("mine", encoding="utf-8")
    (directory / "notes.txt").chmod(0o644)
    Workspace(directory).close()
    assert stat.S_IMODE((directory / "notes.txt").stat().st_mode) == 0o644


def open_to_others(directory):
    """Return the names of folders that are not 0700 and of files that are not 0600, the directory's own too."""
    paths = [directory, *directory.rglob("*")]
    return [path.name for path in paths if stat.S_IMODE(path.stat().st_mode) != (0o700 if path.is_dir() else 0o600)]


def test_an_open_workspace_is_for_its_owner_alone(directory, tmp_path):
    for path in (directory, *directory.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)
    with Workspace(directory) as workspace:
        making.take(workspace, "ledger", making.ledger(tmp_path / "3.csv", ("纸厂", "甲镇", "东园", 1, 1)), "2026-03")
        assert open_to_others(directory) == []


@pytest.mark.parametrize("name", ["originals", "rows", "drafts"])
def test_a_folder_that_is_a_link_is_neither_closed_nor_swept(directory, tmp_path, name):
    (directory / name).mkdir(exist_ok=True)
    shared = (directory / name).rename(tmp_path / "shared")
    (directory / name).symlink_to(shared)
    (shared / "incoming-mine").write_bytes(b"x")
    for path in shared.iterdir():
        path.chmod(0o644)
    before = everything(shared)
    Workspace(directory).close()
    assert everything(shared) == before


def test_a_new_workspace_is_for_its_owner_alone(tmp_path):
    old = os.umask(0)
    try:
        with Workspace.create(tmp_path / "W"):
            assert open_to_others(tmp_path / "W") == []
    finally:
        os.umask(old)


def test_a_folder_that_all_share_stays_shared(tmp_path):
    tmp_path.chmod(0o1777)
    Workspace.create(tmp_path).close()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o1777


@pytest.mark.parametrize("name", ["settings.toml", "journal.jsonl", "parkatlas.duckdb", "lock", "care.json"])
def test_a_folder_where_a_file_belongs_is_named_and_not_touched(directory, name):
    (directory / name).unlink(missing_ok=True)
    (directory / name).mkdir()
    with pytest.raises(PlaceTaken) as taken:
        Workspace(directory)
    assert (taken.value.path, taken.value.wanted) == (str(directory / name), "file")


@pytest.mark.parametrize("name", ["originals", "rows", "temporary"])
def test_a_file_where_a_folder_belongs_is_named_and_not_touched(directory, name):
    shutil.rmtree(directory / name, ignore_errors=True)
    (directory / name).write_bytes(b"x")
    with pytest.raises(PlaceTaken) as taken:
        Workspace(directory)
    assert (taken.value.path, taken.value.wanted) == (str(directory / name), "folder")


def test_a_pipe_where_a_file_belongs_is_not_waited_for(directory):
    (directory / "settings.toml").unlink()
    os.mkfifo(directory / "settings.toml")
    with pytest.raises(PlaceTaken):
        Workspace(directory)


@pytest.mark.parametrize(
    "name", ["a#b", "a%3Fb", "a b", "中文 县", "a'b\"c", "a\nb", "a;b", "md:x", "-x", "$HOME", "x" * 200]
)
def test_a_workspace_stands_under_any_path(pattern, tmp_path, name):
    place = shutil.copytree(pattern, tmp_path / name / "W")
    with Workspace(place) as workspace:
        making.take(workspace, "ledger", making.ledger(tmp_path / "3.csv", ("纸厂", "甲镇", "东园", 1, 1)), "2026-03")
        assert len(workspace.ask("projects")) == 3


def test_a_file_or_a_looping_link_in_the_way_is_named(tmp_path):
    (tmp_path / "file").write_bytes(b"mine")
    (tmp_path / "loop").symlink_to("loop")
    for way, named in {"file": "file", "file/W": "file", "loop": "loop"}.items():
        with pytest.raises(PlaceTaken) as taken:
            Workspace.create(tmp_path / way)
        assert (taken.value.path, taken.value.wanted) == (str(tmp_path / named), "folder")
    assert (tmp_path / "file").read_bytes() == b"mine"


@pytest.mark.parametrize("name", ["a?b", "a\udcffb", "园" * 86])
def test_a_path_no_database_can_have_is_refused_before_anything_is_made(tmp_path, name):
    with pytest.raises(PathRefused):
        Workspace.create(tmp_path / name / "W")
    assert list(tmp_path.iterdir()) == []


def test_files_of_a_reader_stand_in_the_workspace_and_go(workspace, directory, tmp_path, monkeypatch):
    seen = []
    monkeypatch.setattr("parkatlas.intake.isolation._bring_in", lambda _, folder: seen.append(folder) or 1 / 0)
    file = making.ledger(tmp_path / "3.csv", ("纸厂", "甲镇", "东园", 1, 1))
    with pytest.raises(ZeroDivisionError):
        workspace.preview(making.offer("ledger", file, "2026-03"))
    assert [folder.parent for folder in seen] == [directory / layout.TEMPORARY]
    assert not any((directory / layout.TEMPORARY).iterdir())


READER, UPLOAD = "parkatlas-ab12_9xz", "parkatlas-upload-ab12_9xz"
DAY = 86_400
REQUEST = {"kind": "ledger", "file_name": "a.csv", "limits": {}, "options": {}}


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A folder for the machine's temporary files, and a function: a folder in it, so many seconds old."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))

    def made(name, *content, age=2 * DAY, parent=None):
        folder = tmp_path / "tmp" / name
        folder.mkdir()
        for each in content:
            (folder / each).write_text(json.dumps(REQUEST | ({"parent": parent} if parent else {})), encoding="utf-8")
        os.utime(folder, (time.time() - age,) * 2)
        return folder

    return made


@pytest.mark.parametrize(
    ("name", "content"), [(READER, ("request.json", "upload", "stderr")), (UPLOAD, ("upload.xlsx",))]
)
def test_what_a_killed_reader_left_among_temporary_files_is_swept(machine, directory, name, content):
    left = machine(name, *content, parent=2**22 + 1)
    Workspace(directory).close()
    assert not left.exists()


@pytest.mark.parametrize(
    ("name", "content", "about"),
    [
        (READER, ("request.json",), {"age": 60}),
        (READER, ("request.json",), {"parent": os.getpid()}),
        (READER, ("upload.csv", "original.xlsx"), {}),
        (UPLOAD, ("upload.xlsx", "notes.txt"), {}),
        ("parkatlas-database", ("parks.geojson",), {}),
        ("parkatlas-database", ("upload", "parks.geojson"), {}),
        ("parkatlas-backups", ("upload",), {}),
    ],
)
def test_what_is_in_use_or_anybody_elses_is_not_swept(machine, directory, name, content, about):
    left = machine(name, *content, **about)
    Workspace(directory).close()
    assert left.exists()


def test_folders_of_other_users_are_not_swept(machine, directory, monkeypatch):
    others = machine(READER, "upload")
    monkeypatch.setattr("os.getuid", lambda: others.stat().st_uid + 1)
    Workspace(directory).close()
    assert others.exists()


def test_a_link_among_temporary_files_is_not_followed(machine, directory, tmp_path):
    mine = machine("mine", "upload")
    (tmp_path / "tmp" / UPLOAD).symlink_to(mine)
    Workspace(directory).close()
    assert (mine / "upload").exists()


def test_a_folder_of_other_files_is_no_workspace_and_stays_unchanged(tmp_path):
    for name in ("temporary/thesis.txt", "incoming-mail/m.txt", "originals/photo.jpg"):
        (tmp_path / "mine" / name).parent.mkdir(parents=True)
        (tmp_path / "mine" / name).write_text("x", encoding="utf-8")
    (tmp_path / "mine").chmod(0o755)
    before = sorted(tmp_path.rglob("*"))
    for opening in (Workspace, Workspace.create, Workspace.rebuild):
        with pytest.raises(NoWorkspace):
            opening(tmp_path / "mine")
    assert sorted(tmp_path.rglob("*")) == before
    assert stat.S_IMODE((tmp_path / "mine").stat().st_mode) == 0o755


def a_database_of_others(path):
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table imports as select 1 as mine")


BARE_NAMES = {
    "a journal of a newspaper": ("journal.jsonl", lambda path: path.write_text('{"do": "write"}\nmonday\n', "utf-8")),
    "an empty journal": ("journal.jsonl", lambda path: path.write_bytes(b"")),
    "a database of others": ("parkatlas.duckdb", a_database_of_others),
    "a database that is none": ("parkatlas.duckdb", lambda path: path.write_bytes(b"x" * 5000)),
    "empty settings": ("settings.toml", lambda path: path.write_bytes(b"")),
}


def everything(directory):
    """Return the mode of a folder, and mode and bytes of all that is in it."""
    paths = [directory, *sorted(directory.rglob("*"))]
    return {path: (path.lstat().st_mode, path.read_bytes() if path.is_file() else None) for path in paths}


SETTINGS = {"empty": b"", "a comment": b"# mine\n", "a table": b"[region]\n"}
OURS = {
    "a lock": ("lock", lambda path: path.write_text("kept with care", encoding="utf-8")),
    **{which: made for which, made in BARE_NAMES.items() if which not in ("empty settings", "an empty journal")},
}


@pytest.mark.parametrize("which", OURS)
@pytest.mark.parametrize("settings", SETTINGS)
def test_settings_beside_files_of_our_names_make_no_workspace(tmp_path, which, settings):
    name, make = OURS[which]
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "settings.toml").write_bytes(SETTINGS[settings])
    make(tmp_path / "mine" / name)
    before = everything(tmp_path / "mine")
    for opening in (Workspace, Workspace.create, Workspace.rebuild):
        with pytest.raises(NoWorkspace):
            opening(tmp_path / "mine")
    assert everything(tmp_path / "mine") == before


def test_settings_written_before_the_first_start_are_taken(tmp_path):
    (tmp_path / "W").mkdir()
    (tmp_path / "W" / "settings.toml").write_text('[region]\nname = "甲县"\n', encoding="utf-8")
    with Workspace(tmp_path / "W") as workspace:
        assert workspace.settings.region.name == "甲县"


def test_a_refused_folder_is_left_without_a_lock(directory):
    (directory / "lock").unlink()
    (directory / "journal.jsonl").write_bytes((directory / "journal.jsonl").read_bytes()[1:])
    with pytest.raises(WorkspaceDamaged):
        Workspace(directory)
    assert not (directory / "lock").exists()


@pytest.mark.parametrize("which", BARE_NAMES)
@pytest.mark.parametrize("beside", ["temporary/thesis.txt", "drafts/incoming-x"])
def test_a_file_of_a_known_name_makes_no_workspace_of_a_folder(tmp_path, which, beside):
    name, make = BARE_NAMES[which]
    (tmp_path / "mine" / beside).parent.mkdir(parents=True)
    (tmp_path / "mine" / beside).write_text("x", encoding="utf-8")
    make(tmp_path / "mine" / name)
    for path in (tmp_path / "mine", *(tmp_path / "mine").rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    before = everything(tmp_path / "mine")
    anew = lambda directory: Workspace.rebuild(directory, journal_from_tables=True)  # noqa: E731 - beside the others
    for opening in (Workspace, Workspace.create, Workspace.rebuild, anew):
        with pytest.raises(NoWorkspace):
            opening(tmp_path / "mine")
    assert everything(tmp_path / "mine") == before


@pytest.mark.parametrize("harm", [lambda _: b"", lambda content: content.replace(b'"by": "test"', b'"by": "else"', 1)])
def test_a_workspace_with_a_broken_journal_is_not_swept(directory, harm):
    (directory / "settings.toml").unlink()
    (directory / "incoming-ab12_9xz").write_bytes(b"x")
    (directory / "incoming-ab12_9xz").chmod(0o644)
    (directory / "journal.jsonl").write_bytes(harm((directory / "journal.jsonl").read_bytes()))
    (directory / "journal.jsonl").chmod(0o644)
    for opening in (Workspace, Workspace.rebuild):
        with pytest.raises(WorkspaceDamaged):
            opening(directory)
    assert (directory / "incoming-ab12_9xz").exists()
    assert stat.S_IMODE((directory / "journal.jsonl").stat().st_mode) == 0o644


def test_no_settings_are_written_beside_a_broken_journal(directory):
    (directory / "settings.toml").unlink()
    (directory / "journal.jsonl").write_bytes(b"{}\n" + (directory / "journal.jsonl").read_bytes())
    with pytest.raises(WorkspaceDamaged):
        Workspace.create(directory)
    assert not (directory / "settings.toml").exists()


def test_a_database_of_others_in_a_workspace_is_put_aside(directory):
    (directory / "parkatlas.duckdb").unlink()
    a_database_of_others(directory / "parkatlas.duckdb")
    before = (directory / "parkatlas.duckdb").read_bytes()
    with Workspace(directory) as workspace:
        assert len(workspace.ask("projects")) == 2
    assert (directory / "unreadable.duckdb").read_bytes() == before


def test_a_workspace_may_begin_with_settings_alone(tmp_path, directory):
    (tmp_path / "new").mkdir()
    shutil.copyfile(directory / "settings.toml", tmp_path / "new" / "settings.toml")
    Workspace.create(tmp_path / "new").close()
    assert (tmp_path / "new" / "parkatlas.duckdb").exists()
