"""A process killed at any moment loses nothing that it acknowledged and leaves nothing half done."""

import shutil
import time
from contextlib import suppress

import pytest

from parkatlas.errors import WorkspaceDamaged
from parkatlas.workspace import Workspace, journal
from tests.faults import outcomes, processes, work
from tests.parkatlas.workspace import test_upgrade


@pytest.fixture(scope="session")
def places(county, tmp_path_factory):
    """A folder for every kind of work, as it is before: to be copied."""
    folder = tmp_path_factory.mktemp("before")
    for name in work.WORK:
        shutil.copytree(county, folder / name)
    with Workspace(folder / "restore" / "W") as workspace:
        workspace.backup(folder / "restore" / "whole.zip")
    lines = (folder / "journal" / "W" / journal.FILE).read_bytes().splitlines(keepends=True)
    (folder / "journal" / "W" / journal.FILE).write_bytes(b"".join([lines[0], *lines[2:]]))
    shutil.rmtree(folder / "open" / "W")
    shutil.unpack_archive(test_upgrade.PAST[0], folder / "open" / "W")
    return folder


@pytest.fixture(scope="session")
def moments(places, tmp_path_factory):
    """A function: the writing system calls of a kind of work."""
    calls = {}

    def of(name):
        if name not in calls:
            processes.hold_strace()
            calls[name] = processes.calls(name, shutil.copytree(places / name, tmp_path_factory.mktemp("log") / name))
        return calls[name]

    return of


@pytest.fixture
def killed(moments, places, tmp_path):
    """A function: let a kind of work be killed at one of so many system calls; what was done, the folder it left."""

    def killed_at(name, case, of):
        calls = moments(name)
        call, number = calls[case * len(calls) // of]
        left = shutil.copytree(places / name, tmp_path / "left")
        ended = processes.run(name, left, "-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={number}")
        assert "Traceback" not in ended.error
        return ended.done, left

    return killed_at


def hold_what_was_acknowledged(done, left, county):
    """Hold that a workspace has the rows of what was done, or of the next change too, and that a backup is whole."""
    changed = tuple(name for name in done if name != "open")
    following = tuple(work.CHANGES)[: len(changed) + 1]
    assert outcomes.sound_rows(left / "W") in (
        outcomes.rows_after(county, changed),
        outcomes.rows_after(county, following),
    )
    if (left / "b.zip").exists():
        Workspace.restore(left / "b.zip", left / "R").close()
        assert outcomes.sound_rows(left / "R") == outcomes.rows_after(county, ("ledger", "undo", "parks"))
    assert ("backup" not in done) or (left / "b.zip").exists()


@pytest.mark.faults(200, 1)
def test_changes_killed_at_a_system_call_keep_what_was_acknowledged(case, killed, county):
    hold_what_was_acknowledged(*killed("changes", case, 200), county)


@pytest.fixture(scope="session")
def whole_seconds(places, tmp_path_factory):
    """How long the changes take."""
    begun = time.monotonic()
    processes.run("changes", shutil.copytree(places / "changes", tmp_path_factory.mktemp("whole") / "left"))
    return time.monotonic() - begun


@pytest.mark.faults(40, 1)
def test_changes_killed_at_any_moment_keep_what_was_acknowledged(case, whole_seconds, places, county, tmp_path):
    left = shutil.copytree(places / "changes", tmp_path / "left")
    ended = processes.run("changes", left, kill_after=whole_seconds * case / 40)
    hold_what_was_acknowledged(ended.done, left, county)


@pytest.mark.faults(40, 1)
def test_a_past_workspace_killed_at_its_first_opening_keeps_its_figures(case, killed):
    _, left = killed("open", case, 40)
    outcomes.sound_rows(left / "W")
    with Workspace(left / "W") as workspace:
        assert test_upgrade.facts(workspace) == test_upgrade.STANDING


@pytest.mark.faults(40, 1)
def test_a_rebuild_killed_midway_loses_no_rows(case, killed, county):
    _, left = killed("rebuild", case, 40)
    assert outcomes.sound_rows(left / "W") == outcomes.rows_after(county, ())


@pytest.mark.faults(40, 1)
def test_a_journal_killed_while_written_anew_loses_no_rows(case, killed, county):
    done, left = killed("journal", case, 40)
    if not done:
        with suppress(WorkspaceDamaged):  # it is as damaged as before, or mended though nobody was told
            Workspace(left / "W").close()
        Workspace.rebuild(left / "W", journal_from_tables=True).close()
    assert outcomes.sound_rows(left / "W") == outcomes.rows_after(county, ())


@pytest.mark.faults(40, 1)
def test_a_restore_killed_midway_is_whole_or_can_be_repeated(case, killed, county):
    done, left = killed("restore", case, 40)
    if not (left / "R" / journal.FILE).exists():
        assert not done
        Workspace.restore(left / "whole.zip", left / "R").close()
    assert outcomes.sound_rows(left / "R") == outcomes.rows_after(county, ())
