"""The child process: reads one file under limits and leaves Arrow tables and findings in its folder."""

import ctypes
import gc
import importlib
import json
import os
import resource
import signal
import sys
from datetime import date
from importlib.abc import MetaPathFinder
from pathlib import Path
from typing import TYPE_CHECKING

from parkatlas.columns import YEARS
from parkatlas.filetypes import KINDS
from parkatlas.intake.ceilings import NAME_LONGEST
from parkatlas.intake.names import fault_of
from parkatlas.intake.notebook import Notebook, Refused
from parkatlas.intake.options import Limits, Options, Registers
from parkatlas.intake.quoting import quoted
from parkatlas.intake.source import Source

if TYPE_CHECKING:
    import pyarrow as pa

_PR_SET_PDEATHSIG = 1  # of linux/prctl.h
LIBRARIES_MB = 1536  # address space that the libraries reserve without using it


class _WithoutPandas(MetaPathFinder):
    """Keeps arrow from importing pandas with its first array: a third of the time that a small file takes."""

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> None:  # noqa: ARG002 - a finder's signature
        """Say that there is no pandas."""
        if fullname == "pandas":
            raise ModuleNotFoundError(name=fullname)


def main(folder: Path) -> None:
    """Do what ``request.json`` in the folder asks."""
    request = json.loads((folder / "request.json").read_text(encoding="utf-8"))
    limits = Limits(**request["limits"])
    _die_with(request["parent"])
    _limit(limits)
    gc.disable()  # a short life: looking for cycles among a million coordinates takes longer than reading them
    options, file_name = Options.from_json(request["options"]), request["file_name"]
    book = Notebook(quoted(file_name))
    source = Source(folder / "upload", file_name, options, book, limits, _registers)
    try:
        _check_names((file_name, options.layer_name), book)
        _check_period(options.period, book)
        # Imported only when its kind is asked for, so that a ledger never waits for GDAL.
        tables = importlib.import_module(f"parkatlas.intake.{KINDS[request['kind']].reader}").read(source)
        if not book.has_errors:
            _hand_over(tables, folder / "out")
    except Refused:
        pass
    except MemoryError:
        book.add("error", "too_big", reason="MemoryError", memory_mb=limits.memory_mb, seconds=limits.seconds)
    (folder / "findings.json").write_text(json.dumps(book.to_records()), encoding="utf-8")


def _registers() -> Registers:
    """Return the registers, which the parent writes when it is this file's turn."""
    return Registers(**{name: names and tuple(names) for name, names in json.load(sys.stdin).items()})


def _die_with(parent: int) -> None:
    """Let the kernel end this process with the one that asked for it, and end it now where that one is gone already.

    The kernel watches the thread that started this process: it has to wait for the end.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit(1)


def _check_names(names: tuple[str | None, ...], book: Notebook) -> None:
    """Refuse names of the file or its layer that are none."""
    for name in filter(None, names):
        if fault := fault_of(name):
            book.add("error", fault, value=name, most=NAME_LONGEST)
    book.stop_at_errors()


def _check_period(period: date | None, book: Notebook) -> None:
    """Refuse a month that no ledger speaks of."""
    if period and period.year not in YEARS:
        raise book.refused("period_odd", value=f"{period:%Y-%m}", first=str(YEARS[0]), last=str(YEARS[-1]))


def _limit(limits: Limits) -> None:
    """Bound what this process may take: memory, processor time, written bytes, open files, processes."""
    megabyte = 1 << 20
    bounds: dict[int, int] = {
        resource.RLIMIT_AS: (limits.memory_mb + LIBRARIES_MB) * megabyte,
        resource.RLIMIT_DATA: limits.memory_mb * megabyte,
        resource.RLIMIT_CPU: limits.seconds,
        resource.RLIMIT_FSIZE: limits.memory_mb * megabyte,
        resource.RLIMIT_NOFILE: 256,
        resource.RLIMIT_NPROC: 4096,
        resource.RLIMIT_CORE: 0,
    }
    for which, wanted in bounds.items():
        hard = resource.getrlimit(which)[1]
        bound = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(which, (bound, bound))


def _hand_over(tables: "dict[str, pa.Table]", out: Path) -> None:
    import pyarrow as pa  # noqa: PLC0415 - only after the limits stand

    for name, table in tables.items():
        with pa.OSFile(str(out / f"{name}.arrow"), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
            writer.write_table(table)


if __name__ == "__main__":
    sys.meta_path.insert(0, _WithoutPandas())
    main(Path(sys.argv[1]))
    sys.stdout.flush()
    sys.exit(0)
