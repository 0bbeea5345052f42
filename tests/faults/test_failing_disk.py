"""A disk that is full or fails: every change is done or refused in words, and what was refused is nowhere."""

import shutil

import pytest

from tests.faults import outcomes, processes
from tests.parkatlas.workspace import disks

LEVEL_BYTES = 24_576
# Which call of its kind fails, alone or with all after it.
MOMENTS = ("1", "3", "7", "2+")
CALLS = (
    ("write", "ENOSPC"), ("write", "EIO"), ("write", "EDQUOT"), ("pwrite64", "ENOSPC"), ("pwrite64", "EIO"),
    ("fsync", "ENOSPC"), ("fsync", "EIO"), ("fdatasync", "ENOSPC"), ("fdatasync", "EIO"), ("ftruncate", "EIO"),
    ("rename", "ENOSPC"), ("rename", "EIO"), ("link", "EIO"), ("link", "ENOSPC"), ("mkdir", "ENOSPC"),
    ("mkdir", "EIO"), ("rmdir", "EIO"), ("unlink", "EIO"), ("unlinkat", "EIO"), ("openat", "EMFILE"),
    ("openat", "EIO"), ("openat", "ENOSPC"), ("pread64", "EIO"), ("flock", "ENOLCK"), ("fcntl", "ENOLCK"),
)  # fmt: skip


def hold_done_or_refused(ended, left, county):
    """Hold that a process ended in words, and that its workspace holds what it did and nothing of what it refused."""
    assert "Traceback" not in ended.error
    assert ended.code == 0
    changed = tuple(name for name in ended.done if name not in ("open", "backup"))
    assert outcomes.sound_rows(left / "W") == outcomes.rows_after(county, changed)
    assert (left / "b.zip").exists() is ("backup" in ended.done)


@pytest.mark.faults(20, 1)
def test_a_nearly_full_disk_loses_nothing_acknowledged(case, county, tmp_path):
    with disks.mounted(tmp_path / "disk") as disk:
        left = shutil.copytree(county, disk.path / "left")
        disk.fill(leaving=case * LEVEL_BYTES)
        ended = processes.run("changes", left)
        (disk.path / "ballast").unlink()
        hold_done_or_refused(ended, left, county)


@pytest.mark.faults(len(CALLS) * len(MOMENTS), 2)
def test_a_failing_system_call_loses_nothing_acknowledged(case, county, tmp_path):
    processes.hold_strace()
    (call, error), moment = CALLS[case // len(MOMENTS)], MOMENTS[case % len(MOMENTS)]
    left = shutil.copytree(county, tmp_path / "left")
    ended = processes.run("changes", left, "-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={moment}")
    hold_done_or_refused(ended, left, county)
