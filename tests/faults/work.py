"""What a process does to a workspace before it is killed or its disk fails, run as a module with NAME and FOLDER.

It says "ready", begins at the first line it is given, and says of every change whether it was done or refused.
"""

import os
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import geopandas  # noqa: F401 - what is loaded later would meet the faults meant for the workspace
import pyarrow.parquet  # noqa: F401

from parkatlas import messages, refusals
from parkatlas.workspace import Workspace
from tests.parkatlas.workspace import making

# Changes of an open workspace, in their order; each of them can be made where one before it was refused.
CHANGES: dict[str, Callable[[Workspace, Path], object]] = {
    "ledger": lambda workspace, folder: making.take(workspace, "ledger", folder / "3.csv", "2026-03"),
    "undo": lambda workspace, _: workspace.undo(4),
    "parks": lambda workspace, folder: making.take(workspace, "parks", folder / "q.geojson"),
    "backup": lambda workspace, folder: workspace.backup(folder / "b.zip"),
    "redo": lambda workspace, _: workspace.redo(4),
}

Step = tuple[str, Callable[[], object]]


def changing(folder: Path, opened: ExitStack) -> Iterator[Step]:
    """Yield the opening of a workspace and every change of it."""
    workspaces: list[Workspace] = []
    yield "open", lambda: workspaces.append(opened.enter_context(Workspace(folder / "W")))
    for name, change in CHANGES.items() if workspaces else ():
        yield name, lambda change=change: change(workspaces[0], folder)


WORK: dict[str, Callable[[Path, ExitStack], Iterator[Step]]] = {
    "changes": changing,
    "open": lambda folder, _: iter([("open", lambda: Workspace(folder / "W").close())]),
    "rebuild": lambda folder, _: iter([("rebuild", lambda: Workspace.rebuild(folder / "W").close())]),
    "journal": lambda folder, _: iter(
        [("journal", lambda: Workspace.rebuild(folder / "W", journal_from_tables=True).close())]
    ),
    "restore": lambda folder, _: iter(
        [("restore", lambda: Workspace.restore(folder / "whole.zip", folder / "R").close())]
    ),
}


def say(*words: str) -> None:
    """Write a line by a system call that nothing else uses, so that none of them fails in its place."""
    os.writev(sys.stdout.fileno(), [" ".join(words).encode() + b"\n"])


def main(name: str, folder: Path) -> None:
    """Do one kind of work, each step said when it is over."""
    messages.prepare_refusals()  # as every command does
    say("ready")
    sys.stdin.readline()
    with ExitStack() as opened:
        for step, do in WORK[name](folder, opened):
            try:
                do()
            except refusals.FORESEEN as error:
                say("refused", step, refusals.explain(error).splitlines()[0])
            except Exception:
                say("broken", step, traceback.format_exc().replace("\n", " | "))
                raise
            else:
                say("done", step)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
