"""A process that works on a workspace, killed at a moment or with system calls that fail, as strace injects them."""

import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 120
# All that writes to a disk or tells it what a folder holds.
WRITING = (
    "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "fallocate", "rename", "renameat2", "link",
    "linkat", "unlink", "unlinkat", "mkdir", "rmdir",
)  # fmt: skip


@dataclass(frozen=True)
class Ended:
    """What a process said: the steps done, what was refused of others and why, and all that it wrote as an error."""

    done: tuple[str, ...]
    refused: dict[str, str]
    error: str
    code: int


def hold_strace() -> None:
    """Skip the test, loudly, where no system call can be made to fail."""
    if not shutil.which("strace"):
        pytest.skip("NO STRACE ON THIS MACHINE: system calls fail in none of these tests")


def calls(name: str, folder: Path) -> list[tuple[str, int]]:
    """Return the writing system calls of the main thread in their order, each with its number among its own kind."""
    log = folder / "strace.log"
    run(name, folder, "-e", f"trace={','.join(WRITING)}", "-o", str(log))
    lines = [line.split(None, 1) for line in log.read_text(errors="replace").splitlines()]
    named = [re.match(r"(\w+)\(", text) for thread, text in lines if thread == lines[0][0]]
    seen: Counter[str] = Counter()
    numbered = []
    for match in filter(None, named):
        seen[match[1]] += 1
        numbered.append((match[1], seen[match[1]]))
    return numbered


def run(name: str, folder: Path, *tracing: str, kill_after: float | None = None) -> Ended:
    """Let a process do its work in ``folder`` under strace with these options, or killed after so many seconds."""
    command = [sys.executable, "-m", "tests.faults.work", name, str(folder)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, text=True, **pipes) as process:
        assert process.stdout.readline() == "ready\n", process.stderr.read()
        tracer = _attached(process.pid, *tracing) if tracing else None
        process.stdin.write("\n")
        process.stdin.flush()
        if kill_after is not None:
            time.sleep(kill_after)
            process.send_signal(signal.SIGKILL)
        try:
            output, error = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
            if tracer:
                tracer.wait(PATIENCE)
                tracer.stderr.close()
    words = [line.split(" ", 2) for line in output.splitlines()]
    done = tuple(line[1] for line in words if line[0] == "done")
    refused, broken = ({line[1]: line[2] for line in words if line[0] == word} for word in ("refused", "broken"))
    return Ended(done, refused, error + "".join(broken.values()), process.returncode)


def _attached(pid: int, *tracing: str) -> "subprocess.Popen[str]":
    """Return strace on a process and its threads; what it starts is left alone."""
    command = ["strace", "-f", "-b", "execve", "-p", str(pid), *tracing]
    if "-o" not in tracing:
        command += ["-o", "/dev/null"]
    tracer = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    line = tracer.stderr.readline()
    if "attached" not in line:
        tracer.kill()
        pytest.skip(f"STRACE MAY NOT TRACE HERE: system calls fail in none of these tests ({line.strip()})")
    return tracer
