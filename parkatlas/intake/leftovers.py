"""Folders of readers that were killed, among the machine's temporary files: found by what they hold, and swept."""

import json
import os
import re
import shutil
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path

# Names that the system gives to folders of ours, and what stands in them: uploads, what is read of them, originals.
_FOLDER = re.compile(r"parkatlas-(upload-)?[a-z0-9_]{8}")
_CONTENT = re.compile(r"request\.json|findings\.json|stderr|out|(upload|original|layer\d+|inner\d+-\d+)(\..*)?")
_QUIET_SECONDS = 86_400  # nothing is read for so long, and owners in another container are not seen


def sweep() -> None:
    """Remove what killed processes of this user left a day ago or longer; what is anybody else's stays."""
    with suppress(OSError):
        for path in Path(tempfile.gettempdir()).iterdir():
            with suppress(OSError):
                if _FOLDER.fullmatch(path.name) and _is_left(path):
                    shutil.rmtree(path, ignore_errors=True)  # follows no link


def _is_left(path: Path) -> bool:
    about = path.lstat()
    if not stat.S_ISDIR(about.st_mode) or about.st_uid != os.getuid() or time.time() - about.st_mtime < _QUIET_SECONDS:
        return False
    return all(_CONTENT.fullmatch(each.name) for each in path.iterdir()) and not _has_owner(path)


def _has_owner(path: Path) -> bool:
    """Tell whether the process that had a folder made is still there; releases before said nothing of it."""
    try:
        owner = json.loads((path / "request.json").read_bytes()).get("parent")
    except (OSError, ValueError, AttributeError):
        return False
    return isinstance(owner, int) and Path("/proc", str(owner)).exists()
