"""One process owns a workspace: the lock that says so, and who holds it."""

import fcntl
import os
from pathlib import Path
from typing import IO

from parkatlas.errors import WorkspaceBusy
from parkatlas.workspace import disk

FILE = "lock"


def acquire(directory: Path) -> IO[str]:
    """Take the workspace for this process; keep the returned file open as long as it is held.

    Raises WorkspaceBusy naming the process that holds it, WorkspaceReadOnly where nothing can be written.
    """
    with disk.answering(directory):
        file = (directory / FILE).open("a+", encoding="utf-8")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.seek(0)
        holder = file.read().strip() or "?"
        file.close()
        raise WorkspaceBusy(holder) from None
    file.seek(0)
    file.truncate()
    file.write(str(os.getpid()))
    file.flush()
    return file
