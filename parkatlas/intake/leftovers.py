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
_FOLDER = re.compile(r"parkatlas-[a-z0-9_]{8}")
_UPLOAD = re.compile(r"parkatlas-upload-[a-z0-9_]{8}")
_CONTENT = re.compile(r"request\.json|findings\.json|stderr|out|(upload|original|layer\d+|inner\d+-\d+)(\..*)?")
_UPLOADED = re.compile(r"upload(\..*)?")
# What a request to a reader says, whichever release wrote it.
_REQUEST = {"kind", "file_name", "limits", "options"}
_QUIET_SECONDS = 86_400  # nothing is read for so long, and owners in another container are not seen


def sweep() -> None:
    """Remove what killed processes of this user left a day ago or longer; what is anybody else's stays."""
    with suppress(OSError):
        for path in Path(tempfile.gettempdir()).iterdir():
            with suppress(OSError):
                if _is_left(path):
                    shutil.rmtree(path, ignore_errors=True)  # follows no link


def _is_left(path: Path) -> bool:
    about = path.lstat()
    if not stat.S_ISDIR(about.st_mode) or about.st_uid != os.getuid() or time.time() - about.st_mtime < _QUIET_SECONDS:
        return False
    files = list(path.iterdir())
    if _UPLOAD.fullmatch(path.name):
        return bool(files) and all(_UPLOADED.fullmatch(each.name) and each.is_file() for each in files)
    return (
        bool(_FOLDER.fullmatch(path.name)) and all(_CONTENT.fullmatch(each.name) for each in files) and _is_done(path)
    )


def _is_done(path: Path) -> bool:
    """Tell whether a folder holds our request to a reader, and the process that wrote it is gone."""
    try:
        request = json.loads((path / "request.json").read_bytes())
    except (OSError, ValueError):
        return False
    if not isinstance(request, dict) or not request.keys() >= _REQUEST:
        return False
    owner = request.get("parent")  # releases before said nothing of it
    return not (isinstance(owner, int) and Path("/proc", str(owner)).exists())
