"""Reading a file from a person in a child process that may fail without anybody else noticing."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pyarrow as pa

from parkatlas.errors import InputRefused
from parkatlas.intake.options import Intake, Known, Limits, Options
from parkatlas.intake.report import Finding, Report

SIDECARS = (".dbf", ".shx", ".prj", ".cpg")
OUT_OF_MEMORY = ("MemoryError", "memory allocation", "failed to map", "Cannot allocate", "bad_alloc")
PROJECT = Path(__file__).parents[2]

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


def read(  # noqa: PLR0913 - one file and everything that was decided about it
    path: Path, kind: str, *, file_name: str, options: Options, known: Known, limits: Limits
) -> Intake:
    """Read one file of a kind and return its checked tables (coordinates EPSG:4326, land in mu, money in 万元).

    ``file_name`` is the name people know the file by; its ending is held against its content. Raises InputRefused.
    """
    with tempfile.TemporaryDirectory(prefix="parkatlas-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        try:
            _bring_in(path, folder)
        except OSError as error:
            raise _refusal(file_name, "unreadable", reason=error.strerror or type(error).__name__) from None
        request = {"kind": kind, "file_name": file_name, "limits": asdict(limits)}
        request |= {"options": options.to_json(), "known": asdict(known)}
        (folder / "request.json").write_text(json.dumps(request), encoding="utf-8")
        records = _run(folder, file_name, limits)
        report = Report.from_records(file_name, records)
        if report.errors:
            raise InputRefused(report)
        tables = {file.stem: _table(file) for file in sorted(folder.glob("out/*.arrow"))}
    return Intake(kind, tables, report)


def parts(path: Path) -> list[Path]:
    """Return the files that belong to ``path``: itself and, for a shapefile, the sidecars beside it."""
    if path.suffix.lower() != ".shp":
        return [path]
    beside = {file.name.lower(): file for file in path.parent.iterdir()} if path.parent.is_dir() else {}
    wanted = [f"{path.stem}{suffix}".lower() for suffix in SIDECARS]
    return [path, *(beside[name] for name in wanted if name in beside)]


def _bring_in(path: Path, folder: Path) -> None:
    """Link or copy the file and its sidecars under a name of our own."""
    (folder / "out").mkdir()
    for part in parts(path):
        target = folder / ("upload" if part == path else f"upload{part.suffix.lower()}")
        try:
            os.link(part.resolve(strict=True), target)
        except OSError:
            shutil.copyfile(part, target)


def _run(folder: Path, file_name: str, limits: Limits) -> list[dict[str, Any]]:
    """Run the child on the folder and return its findings; its death is one."""
    environment = {"PYTHONPATH": str(PROJECT), "PATH": os.defpath, "LANG": "C.UTF-8", "TMPDIR": str(folder), **SHUT}
    command = [sys.executable, "-s", "-P", "-X", "utf8", "-m", "parkatlas.intake.child", str(folder)]
    with (folder / "stderr").open("wb") as stderr:
        child = subprocess.Popen(  # noqa: S603 - our own module, no word of it from outside
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=stderr, stderr=stderr,
            start_new_session=True,
        )  # fmt: skip
        try:
            code = child.wait(limits.seconds)
        except BaseException as error:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
            if not isinstance(error, subprocess.TimeoutExpired):
                raise
            code = -signal.SIGXCPU
    answer = folder / "findings.json"
    if code == 0 and answer.exists():
        found: list[dict[str, Any]] = json.loads(answer.read_text(encoding="utf-8"))
        return found
    return [asdict(_death(code, folder, file_name, limits))]


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


def _refusal(file_name: str, code: str, **details: Any) -> InputRefused:
    return InputRefused(Report(file_name, (Finding("error", code, file_name, details=details),)))


def _table(file: Path) -> pa.Table:
    """Return a table that stays mapped from its file, also after the file's name is gone."""
    with pa.memory_map(str(file)) as source:
        return pa.ipc.open_file(source).read_all()
