"""Children that read files, forked from one process that has the libraries already: they begin at once.

It stands in for ``isolation._child`` where a test wants the rows of a file and not the start of a process. What is
forked is another process too, under the same limits; only that it dies with its parent is left to the children proper.
"""

import importlib
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import traceback
from contextlib import ExitStack, contextmanager, suppress
from functools import cached_property
from pathlib import Path

from parkatlas import resources
from parkatlas.filetypes import KINDS
from parkatlas.intake import child, isolation

# All readers but that of GDAL, which is imported when it is known which door of it to open.
READERS = {f"parkatlas.intake.{record.reader}" for record in KINDS.values()} | {
    f"parkatlas.intake.{name}" for name in ("csvs", "geojson", "workbooks")
}


class Nursery:
    """A process that forks children on demand, begun with the first; it ends with the one that began it."""

    def __init__(self):
        self._ends = ExitStack()

    @cached_property
    def _door(self):
        """The address at which children are asked for."""
        address = str(Path(self._ends.enter_context(tempfile.TemporaryDirectory(prefix="nursery-"))) / "door")
        listener = self._ends.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET))
        listener.bind(address)
        listener.listen()
        environment = {"PYTHONPATH": str(resources.IMPORTED_FROM), "PATH": os.defpath, "LANG": "C.UTF-8"}
        command = [sys.executable, "-s", "-P", "-X", "utf8", "-m", "tests.nursery", str(listener.fileno())]
        process = subprocess.Popen(
            command, env=environment | isolation.SHUT, stdin=subprocess.PIPE, pass_fds=[listener.fileno()]
        )
        self._ends.callback(process.communicate)  # its end of input is its end
        return address

    def close(self):
        """End the process."""
        self._ends.close()

    @contextmanager
    def child(self, folder):
        """Start a child on the folder, as ``isolation._child`` does."""
        born = Born(self._door, folder)
        try:
            yield born
        finally:
            born.end()


class Born:
    """A child, with what of ``subprocess.Popen`` the product asks."""

    def __init__(self, door, folder):
        self._line = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._line.connect(door)
        # As the product has it there before the child is: one without time never comes to make it.
        (Path(folder) / "stderr").touch(0o600)
        near, self._stdin = os.pipe()
        socket.send_fds(self._line, [os.fsencode(folder)], [near])
        os.close(near)
        self.pid, self.returncode = int(self._line.recv(64)), None

    def communicate(self, message=b"", timeout=None):
        """Tell the child something and wait for its end; raises subprocess.TimeoutExpired."""
        with suppress(BrokenPipeError), os.fdopen(self._stdin, "wb") as stdin:
            self._stdin = None
            stdin.write(message)
        self._line.settimeout(timeout)
        try:
            self.returncode = int(self._line.recv(64))
        except (TimeoutError, BlockingIOError):  # the latter where no time was given at all
            raise subprocess.TimeoutExpired("nursery", timeout) from None

    def end(self):
        """Kill the child if it still runs."""
        if self._stdin is not None:
            os.close(self._stdin)
        if self.returncode is None:
            with suppress(ProcessLookupError):
                os.killpg(self.pid, signal.SIGKILL)
            self._line.settimeout(None)
            self._line.recv(64)
        self._line.close()


def main(listening):
    """Fork a keeper for everyone who knocks, until the process that started this one is gone."""
    sys.meta_path.insert(0, child._WithoutPandas())
    for name in READERS:
        importlib.import_module(name)
    child._die_with = lambda _: None  # its parent is the keeper
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    listener = socket.socket(fileno=listening)
    while 0 not in select.select([listener.fileno(), 0], [], [])[0]:  # at the end of its input it ends
        line, _ = listener.accept()
        if os.fork() == 0:
            listener.close()
            keep(line)
            os._exit(0)
        line.close()


def keep(line):
    """Fork the child that was asked for, and tell its number and how it ended."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    folder, [stdin], *_ = socket.recv_fds(line, 4096, 1)
    pid = os.fork()
    if pid == 0:
        line.close()
        os._exit(read(os.fsdecode(folder), stdin))
    os.close(stdin)
    line.send(b"%d" % pid)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    with suppress(BrokenPipeError):
        line.send(b"%d" % code)


def read(folder, stdin):
    """Do the child's work in this process; return its exit code."""
    os.setsid()
    os.chdir(folder)
    stderr = os.open("stderr", os.O_WRONLY | os.O_CREAT, 0o600)
    for stream, number in ((stdin, 0), (stderr, 1), (stderr, 2)):
        os.dup2(stream, number)
    os.environ["TMPDIR"] = folder
    try:
        child.main(Path(folder))
    except SystemExit as end:
        return end.code
    except BaseException:  # noqa: BLE001 - as an interpreter ends
        traceback.print_exc()
        sys.stderr.flush()
        return 1
    return 0


if __name__ == "__main__":
    main(int(sys.argv[1]))
