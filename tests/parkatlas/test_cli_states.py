"""Every command meets every state that a disk or a directory may be in with a sentence, never with a trace."""

import shutil

import pytest
from typer.testing import CliRunner

from parkatlas.cli import app
from parkatlas.workspace import Workspace
from tests.parkatlas.workspace import disks, making

ANSWERS = (0, 2, 3)
COMMANDS = {
    "demo": (),
    "import": ("units", "{folder}/u.csv"),
    "fields": ("parks",),
    "template": ("ledger", "{folder}/t.xlsx"),
    "undo": ("1",),
    "redo": ("1",),
    "ask": ("imports",),
    "imports": (),
    "queries": (),
    "check": (),
    "backup": ("{folder}/new.zip",),
    "restore": ("{folder}/b.zip",),
    "serve": ("--port", "8639"),
    "rebuild": (),
}
READING = ("ask", "imports", "check", "backup", "serve")


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """A workspace W of one import, the file it came from, and a backup of it."""
    folder = tmp_path_factory.mktemp("files")
    units = making.rows(folder / "u.csv", ("单位名称",), ("甲镇",))
    with Workspace.create(folder / "W", "小县") as workspace:
        making.take(workspace, "units", units)
        workspace.backup(folder / "b.zip")
    return folder


@pytest.fixture
def run(files, tmp_path, monkeypatch):
    """A function: run a command on a directory; return its exit code, or what it failed with, and what it said."""
    for done in ("os.execv", "os.chdir"):
        monkeypatch.setattr(f"parkatlas.server.{done}", lambda *_: None)
    monkeypatch.setenv("PARKATLAS_WORKSPACE", "")

    def run_command(directory, command):
        for name in ("u.csv", "b.zip"):
            shutil.copy(files / name, tmp_path / name)
        (tmp_path / "new.zip").unlink(missing_ok=True)
        words = [word.format(folder=tmp_path) for word in COMMANDS[command]]
        outcome = CliRunner().invoke(app, ["--workspace", str(directory), command, *words])
        failed = outcome.exception if not isinstance(outcome.exception, SystemExit) else None
        return failed or outcome.exit_code, outcome.output + outcome.stderr

    return run_command


def _loop(path):
    path.unlink(missing_ok=True)
    path.symlink_to(path)


def _folder(path):
    path.unlink(missing_ok=True)
    path.mkdir()


def _file(path):
    shutil.rmtree(path)
    path.write_bytes(b"x")


NAMES = ("settings.toml", "journal.jsonl", "parkatlas.duckdb", "lock", "care.json", "control")
HARMS = {
    "settings with a mark of UTF-8": lambda w: (w / "settings.toml").write_bytes(b"\xef\xbb\xbf[region]\nname = 'x'"),
    "settings in GBK": lambda w: (w / "settings.toml").write_bytes("[region]\nname = '县'".encode("gbk")),
    "settings of nonsense": lambda w: (w / "settings.toml").write_bytes(b"\x00["),
    "journal of nonsense": lambda w: (w / "journal.jsonl").write_bytes(b"\xff\xfe\n[]\n"),
    "database of nonsense": lambda w: (w / "parkatlas.duckdb").write_bytes(b"\x00" * 9999),
    "database empty": lambda w: (w / "parkatlas.duckdb").write_bytes(b""),
    "notes of nonsense": lambda w: (w / "care.json").write_bytes(b"\xff"),
    "originals gone": lambda w: shutil.rmtree(w / "originals"),
    "originals a file": lambda w: _file(w / "originals"),
    "nothing but a file": _file,
    "nothing": shutil.rmtree,
    **{f"{name} a folder": lambda w, name=name: _folder(w / name) for name in NAMES},
    **{f"{name} a link to itself": lambda w, name=name: _loop(w / name) for name in NAMES},
}


@pytest.mark.parametrize("state", HARMS)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_answers_in_every_state_of_a_directory(files, run, tmp_path, state, command):
    directory = shutil.copytree(files / "W", tmp_path / "W")
    HARMS[state](directory)
    code, printed = run(directory, command)
    assert code in ANSWERS, repr(code)
    assert printed or code == 0
    assert "Traceback" not in printed


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_answers_where_a_name_is_too_long(run, tmp_path, command):
    code, printed = run(tmp_path / ("a" * 300), command)
    assert code in ANSWERS, repr(code)
    assert "Traceback" not in printed


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", ["a?b", "a#b%20 c", "a\nb", "县'\"", "a\udcffb"])
def test_every_command_answers_under_every_path(files, run, tmp_path, name, command):
    directory = shutil.copytree(files / "W", tmp_path / name / "W")
    code, printed = run(directory, command)
    assert code in ANSWERS, repr(code)
    assert printed or code == 0


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("state", ["read-only", "full"])
def test_every_command_answers_on_a_read_only_or_full_disk(files, run, tmp_path, state, command):
    with disks.mounted(tmp_path / "disk", megabytes=8) as disk:
        directory = shutil.copytree(files / "W", disk.path / "W")
        disk.be_read_only() if state == "read-only" else disk.fill()
        code, printed = run(directory, command)
    assert code in ((0,) if command in READING else ANSWERS), f"{code!r}: {printed}"
