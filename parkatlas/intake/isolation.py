"""Reading a file from a person in a child process that may fail without anybody else noticing."""

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, NoReturn

import pyarrow as pa

from parkatlas import filetypes, resources, turns
from parkatlas.errors import InputRefused
from parkatlas.intake import plain
from parkatlas.intake.options import Intake, Limits, Offer, Registers
from parkatlas.intake.quoting import quoted
from parkatlas.intake.report import Finding, Report

OUT_OF_MEMORY = ("MemoryError", "memory allocation", "failed to map", "Cannot allocate", "bad_alloc")
SPARE_BYTES = 1 << 20  # a disk with less is full
AT_ONCE = 2  # children that read at the same time, of all this process serves
_TURNS = turns.Turns(AT_ONCE)

# GDAL must not reach a network nor run anything, and nobody needs a thread pool: set before the child's first import.
SHUT = {
    "GDAL_HTTP_PROXY": "127.0.0.1:9",
    "GDAL_HTTP_TIMEOUT": "1",
    "GDAL_HTTP_MAX_RETRY": "0",
    "CPL_VSIL_CURL_ALLOWED_FILENAME": "/nowhere",
    "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR",
    "GDAL_PAM_ENABLED": "NO",
    "OGR_SQLITE_LOAD_EXTENSIONS": "",
    "GDAL_VRT_ENABLE_PYTHON": "NO",
    "PROJ_NETWORK": "OFF",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
    "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",  # a large file costs a fifth less time in large memory pages
}


def waiting() -> int:
    """Return how many files wait to be read in this process."""
    return _TURNS.waiting


def read(offer: Offer, registers: Registers, limits: Limits) -> Intake:
    """Read one file and return its checked tables (coordinates EPSG:4326, land in mu, money in 万元).

    Raises InputRefused.
    """
    with reading(offer, limits) as finish:
        return finish(registers)


@contextmanager
def reading(offer: Offer, limits: Limits, aside: Path | None = None) -> Iterator[Callable[[Registers], Intake]]:
    """Begin to read a file in a child; yields the function that waits for its tables, as ``read`` returns them.

    What the child makes stands in a folder of its own in ``aside``, else among the machine's temporary files.
    The workspace's registers are asked for only then, so a file can be read while the one before it is stored, and
    only then is a file refused. Where ``AT_ONCE`` are being read, nothing begins before that function is called, which
    waits for its turn. Files are to be finished in the order in which they were begun, by the thread that began them:
    then the first in the queue never waits for another.
    """
    with tempfile.TemporaryDirectory(prefix="parkatlas-", dir=aside, ignore_cleanup_errors=True) as name:
        folder = Path(name).absolute()  # the child works within it
        try:
            _bring_in(offer.path, folder)
        except OSError as error:
            _check_space(folder)
            reason = error.strerror or type(error).__name__
            yield lambda _: _refuse(quoted(offer.file_name), "unreadable", reason=reason)
            return
        request = {"kind": offer.kind, "file_name": offer.file_name, "limits": asdict(limits), "parent": os.getpid()}
        request |= {"options": offer.options.to_json()}
        (folder / "request.json").write_text(json.dumps(request), encoding="utf-8")
        with ExitStack() as turn:
            ahead = turn.enter_context(_TURNS.queued())
            begun = [turn.enter_context(_child(folder))] if not ahead() else []

            def finish(registers: Registers) -> Intake:
                turns.wait(ahead, offer.on_wait)
                with turn:  # to the next in the queue as soon as the child has ended
                    child = begun[0] if begun else turn.enter_context(_child(folder))
                    records = _findings(child, folder, quoted(offer.file_name), registers, limits)
                return _finished(records, folder, offer)

            yield finish


def _finished(records: list[dict[str, Any]], folder: Path, offer: Offer) -> Intake:
    report = Report.from_records(quoted(offer.file_name), records)
    if report.errors:
        raise InputRefused(report)
    return Intake(offer.kind, {file.stem: _table(file) for file in sorted(folder.glob("out/*.arrow"))}, report)


def parts(path: Path) -> list[Path]:
    """Return the files that belong to ``path``: itself and, of a format that has any, the parts beside it.

    Those beside the file that a link names go before those beside the link: there programs write them. What is no file,
    such as a pipe that nobody writes to, is no part.
    """
    by_suffix = {part.suffix.lower(): part for part in _beside(path)}
    if path.is_symlink():
        by_suffix |= {part.suffix.lower(): part for part in _beside(Path(os.path.realpath(path)))}
    return [path, *by_suffix.values()]


def _beside(path: Path) -> Iterator[Path]:
    """Yield the parts of a file that lie in its folder."""
    if not filetypes.in_parts(path.name) or not path.parent.is_dir():
        return
    names = [other.name for other in path.parent.iterdir()]
    yield from filter(Path.is_file, map(path.with_name, filetypes.parts_of(path.name, names)))


def _bring_in(path: Path, folder: Path) -> None:
    """Link or copy the file and its sidecars under a name of our own."""
    (folder / "out").mkdir()
    for part in parts(path):
        target = folder / ("upload" if part == path else f"upload{part.suffix.lower()}")
        try:
            os.link(os.path.realpath(part, strict=True), target)
        except OSError:
            plain.copy(part, target)
        else:
            plain.opened(target).close()  # what was linked may have become a pipe meanwhile


@contextmanager
def _child(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start the child on the folder; what of it still runs at the end is killed."""
    environment = {"PYTHONPATH": str(resources.IMPORTED_FROM), "PATH": os.defpath, "LANG": "C.UTF-8", **SHUT}
    environment["TMPDIR"] = str(folder)
    command = [sys.executable, "-s", "-P", "-X", "utf8", "-m", "parkatlas.intake.child", str(folder)]
    with (folder / "stderr").open("wb") as stderr:
        child = subprocess.Popen(  # noqa: S603 - our own module, no word of it from outside
            command, cwd=folder, env=environment, stdin=subprocess.PIPE, stdout=stderr, stderr=stderr,
            start_new_session=True,
        )  # fmt: skip
    try:
        yield child
    finally:
        if child.poll() is None:
            os.killpg(child.pid, signal.SIGKILL)
        child.communicate()


def _findings(
    child: subprocess.Popen[bytes], folder: Path, file_name: str, registers: Registers, limits: Limits
) -> list[dict[str, Any]]:
    """Send the child the registers, wait for its end and return its findings; its death is one of them."""
    try:
        child.communicate(json.dumps(asdict(registers)).encode(), limits.seconds)
        code = child.returncode
    except subprocess.TimeoutExpired:
        code = -signal.SIGXCPU
    answer = folder / "findings.json"
    if code == 0 and answer.exists():
        records: list[dict[str, Any]] = json.loads(answer.read_text(encoding="utf-8"))
        return records
    _check_space(folder)
    return [asdict(_death(code, folder, file_name, limits))]


def _check_space(folder: Path) -> None:
    """Raise OSError where what failed in ``folder`` did so for want of space: the file is not to blame."""
    if shutil.disk_usage(folder).free < SPARE_BYTES:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))


def _death(code: int, folder: Path, file_name: str, limits: Limits) -> Finding:
    """Say what a child died of: time, memory (an abort is an allocation refused), or a fault of the reader."""
    last = (folder / "stderr").read_bytes()[-4000:].decode("utf-8", "replace").strip()
    cause = "reader_died"
    if code == -signal.SIGXCPU:
        cause = "too_slow"
    elif code in (-signal.SIGKILL, -signal.SIGABRT) or any(word in last for word in OUT_OF_MEMORY):
        cause = "too_big"
    # Of what was said last only the kind of error: the rest may name paths of this machine.
    reason = last.splitlines()[-1].split(":")[0][:80] if last else str(code)
    details = {"reason": reason, **asdict(limits)}
    return Finding("error", cause, file_name, details=details)


def _refuse(file_name: str, code: str, **details: Any) -> NoReturn:
    raise InputRefused(Report(file_name, (Finding("error", code, file_name, details=details),)))


def _table(file: Path) -> pa.Table:
    """Return a table that stays mapped from its file, also after the file's name is gone."""
    with pa.memory_map(str(file)) as source:
        return pa.ipc.open_file(source).read_all()
