"""Files of people are opened as plain files only: a pipe may never begin, a device never end."""

import errno
import os
import shutil
import stat
from io import BufferedReader
from pathlib import Path

from parkatlas.messages import text


def opened(path: Path) -> BufferedReader:
    """Open a file to read its bytes, at once; raises OSError where it is none, or a link that leads nowhere."""
    # Looked at once it is open: before, something else could take its name.
    try:
        number = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        if error.errno == errno.ENXIO:  # a socket
            raise OSError(error.errno, text("intake.no_plain_file"), str(path)) from error
        raise
    if stat.S_ISREG(os.fstat(number).st_mode):
        return os.fdopen(number, "rb")
    os.close(number)
    raise OSError(errno.EINVAL, text("intake.no_plain_file"), str(path))


def copy(path: Path, target: Path) -> Path:
    """Copy a file to a new one; returns that. Raises OSError as ``opened`` does."""
    with opened(path) as source, target.open("xb") as file:
        shutil.copyfileobj(source, file, 1 << 20)
    return target
