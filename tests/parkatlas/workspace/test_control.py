"""The process that holds a workspace backs it up and checks it for the command line; its nights are kept."""

import json
import shutil
import socket
import stat
import threading
from datetime import UTC, datetime, time, timedelta

import pytest

from parkatlas.errors import BackupRefused, NotServed, ServerFailed
from parkatlas.workspace import Workspace, clock, control, duty, settings
from tests.parkatlas.workspace import making


@pytest.fixture
def served(directory):
    with Workspace(directory) as workspace:
        control.listen(workspace)
        yield workspace


def test_a_backup_made_while_serving_comes_back_with_the_same_rows(served, directory, tmp_path):
    assert control.ask(directory, "backup", file=str(tmp_path / "b.zip")) == 4
    with Workspace.restore(tmp_path / "b.zip", tmp_path / "V") as restored:
        assert making.tables(restored) == making.tables(served)


@pytest.mark.usefixtures("served")
def test_what_the_server_finds_and_refuses_is_told(directory, tmp_path):
    assert control.ask(directory, "check") == []
    (tmp_path / "b.zip").write_bytes(b"mine")
    with pytest.raises(BackupRefused) as refused:
        control.ask(directory, "backup", file=str(tmp_path / "b.zip"))
    assert (refused.value.reason, refused.value.subject) == ("exists", str(tmp_path / "b.zip"))


def test_the_socket_is_for_its_owner_alone_and_goes_with_the_server(directory):
    with Workspace(directory) as workspace:
        control.listen(workspace)
        assert stat.S_IMODE((directory / control.SOCKET).stat().st_mode) == 0o600
    assert not (directory / control.SOCKET).exists()
    with pytest.raises(NotServed):
        control.ask(directory, "check")


def test_the_socket_of_a_killed_server_is_replaced(directory):
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(directory / control.SOCKET))
    with pytest.raises(NotServed):
        control.ask(directory, "check")
    with Workspace(directory) as workspace:
        control.listen(workspace)
        assert control.ask(directory, "check") == []


def test_a_path_too_long_for_a_socket_is_no_hindrance(pattern, tmp_path):
    directory = tmp_path / ("长" * 60) / ("x" * 100) / "W"
    directory.parent.mkdir(parents=True)
    shutil.copytree(pattern, directory)
    with Workspace(directory) as workspace:
        control.listen(workspace)
        assert control.ask(directory, "check") == []


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize(
    "line",
    [b"\n", b"{}\n", b"[1]\n", b'{"do": "rm"}\n', b"\xff" * 100_000, b'{"do": ["check"]}\n', b"[" * 60_000 + b"\n"],
)
def test_a_malformed_request_gets_no_answer_and_does_no_harm(directory, line, capfd):
    with socket.socket(socket.AF_UNIX) as stranger:
        stranger.connect(str(directory / control.SOCKET))
        stranger.sendall(line)
        stranger.shutdown(socket.SHUT_WR)
        with pytest.raises((EOFError, ConnectionError, json.JSONDecodeError)):
            json.loads(stranger.makefile().readline())
    assert control.ask(directory, "check") == []
    assert "Traceback" not in capfd.readouterr().err


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize("file", [5, None, ["a"], "a\0b", "\ud800"])
def test_a_backup_to_what_is_no_path_is_refused(directory, file):
    with pytest.raises(BackupRefused) as refused:
        control.ask(directory, "backup", file=file)
    assert refused.value.reason == "not_text"


def test_a_failure_of_the_server_is_told_without_its_words(served, directory, monkeypatch):
    monkeypatch.setattr(served, "check", lambda: 1 / 0)
    with pytest.raises(ServerFailed):
        control.ask(directory, "check")


def test_a_server_that_stands_still_is_not_waited_for(directory, monkeypatch):
    monkeypatch.setattr(control, "_SECONDS", 0.2)
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(directory / control.SOCKET))
        silent.listen()
        with pytest.raises(ServerFailed):
            control.ask(directory, "check")


@pytest.mark.parametrize("answer", [b"heard\n", b'heard\n{"answer', b"heard\n[1]\n", b"\n"])
def test_half_an_answer_is_told_as_a_failure_of_the_server(directory, answer):
    with socket.socket(socket.AF_UNIX) as broken:
        broken.bind(str(directory / control.SOCKET))
        broken.listen()

        def reply():
            line, _ = broken.accept()
            line.recv(1000)
            line.sendall(answer)
            line.close()

        replying = threading.Thread(target=reply)
        replying.start()
        with pytest.raises(ServerFailed):
            control.ask(directory, "check")
        replying.join()


def test_where_no_socket_can_be_the_workspace_is_served_all_the_same(directory):
    (directory / control.SOCKET).mkdir()
    with Workspace(directory) as workspace:
        control.listen(workspace)
        assert workspace.revision == 4


TWO = time(2, 0)
NIGHT = datetime(2026, 11, 29, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("last", "now", "due"),
    [
        (None, NIGHT, True),
        (NIGHT - timedelta(days=1), NIGHT - timedelta(minutes=1), False),
        (NIGHT - timedelta(minutes=1), NIGHT, True),
        (NIGHT, NIGHT + timedelta(hours=23), False),
        (NIGHT - timedelta(days=3), NIGHT + timedelta(hours=9), True),
        (NIGHT + timedelta(days=2000), NIGHT, True),
    ],
)
def test_nightly_work_is_due_once_after_its_hour(last, now, due):
    assert duty.is_due(last, now, TWO) is due


@pytest.fixture
def nights(directory, tmp_path, monkeypatch):
    """A workspace with a folder for backups, and a function that lets so many hours pass."""
    (tmp_path / "folder").mkdir()
    (directory / settings.FILE).write_text(f'[backup]\nfolder = "{tmp_path / "folder"}"\n', encoding="utf-8")
    passed = [datetime(2026, 11, 28, 18, 30, tzinfo=UTC)]

    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return passed[0].astimezone(tz)

    monkeypatch.setattr(clock, "datetime", Clock)
    with Workspace(directory) as workspace:
        yield workspace, lambda hours: passed.__setitem__(0, passed[0] + timedelta(hours=hours))


def test_each_night_brings_one_backup_and_one_check(nights, tmp_path):
    workspace, let_pass = nights
    for _ in range(30):
        duty.do_what_is_due(workspace)
        let_pass(1)
    assert [path.name[9:] for path in sorted((tmp_path / "folder").iterdir())] == [
        "20261129-023000.zip", "20261130-023000.zip",
    ]  # fmt: skip
    assert workspace.notes.care.checked.at == "2026-11-29T18:30:00"


def test_a_backup_that_failed_is_tried_again_an_hour_later(nights, tmp_path):
    workspace, let_pass = nights
    (tmp_path / "folder").rename(tmp_path / "away")
    duty.do_what_is_due(workspace)
    assert workspace.notes.care.failed.reason == "no_place"
    (tmp_path / "away").rename(tmp_path / "folder")
    duty.do_what_is_due(workspace)
    assert not list((tmp_path / "folder").iterdir())
    let_pass(1)
    duty.do_what_is_due(workspace)
    assert workspace.notes.care.failed is None


def test_a_failure_noted_by_a_clock_ahead_stops_no_backup(nights, tmp_path):
    workspace, let_pass = nights
    let_pass(24 * 2000)
    workspace.notes.note_failure("no_place", "folder")
    let_pass(-24 * 2000)
    duty.do_what_is_due(workspace)
    assert len(list((tmp_path / "folder").iterdir())) == 1


def test_a_server_ends_its_duty_with_its_workspace(directory, monkeypatch):
    seen = []
    monkeypatch.setattr(duty, "_keep", lambda _, ended: seen.append(ended))
    with Workspace(directory) as workspace:
        duty.begin(workspace)
    assert seen[0].is_set()
