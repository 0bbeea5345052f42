"""Small disks of a test's own, full or read-only at will, where the machine lets a test mount one."""

import shutil
import subprocess
from contextlib import contextmanager

import pytest

MEGABYTE = 1 << 20


class Disk:
    """A file system in memory, mounted at ``path``."""

    def __init__(self, path):
        self.path = path

    def be_read_only(self):
        self._mount("-o", "remount,ro")

    def be_writable(self):
        self._mount("-o", "remount,rw")

    def fill(self, leaving=0):
        """Fill the disk up to its last bytes."""
        with (self.path / "ballast").open("wb", 0) as ballast:
            try:
                while True:
                    ballast.write(bytes(4096))
            except OSError:
                ballast.truncate(max(0, ballast.tell() - leaving))

    def _mount(self, *options):
        _run("mount", *options, str(self.path)).check_returncode()


@contextmanager
def mounted(path, megabytes=24):
    """Mount a disk of so many megabytes; the test is skipped where that is not allowed."""
    path.mkdir()
    if (
        not shutil.which("mount")
        or _run("mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(path)).returncode
    ):
        pytest.skip("THIS MACHINE LETS NO TEST MOUNT A DISK: nothing is proved of full and read-only ones")
    try:
        yield Disk(path)
    finally:
        _run("umount", "--lazy", str(path)).check_returncode()


def _run(program, *words):
    return subprocess.run([shutil.which(program), *words], capture_output=True, check=False)
