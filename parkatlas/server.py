"""Start the Streamlit server on a workspace."""

import errno
import os
import socket
import sys
from pathlib import Path

from parkatlas.errors import AddressRefused, PortTaken
from parkatlas.workspace import Workspace

ROOT = Path(__file__).parent.parent


def serve(directory: Path, address: str, port: int) -> None:
    """Replace this process by a Streamlit server on ``directory``.

    Raises PortTaken, AddressRefused or what opening the workspace raises before anything is started.
    """
    _check_bindable(address, port)
    Workspace(directory).close()
    os.environ["PARKATLAS_WORKSPACE"] = str(directory.resolve())
    os.chdir(ROOT)
    command = [sys.executable, "-m", "parkatlas.ui.serve", f"--server.address={address}", f"--server.port={port}"]
    os.execv(sys.executable, command)  # noqa: S606 - our own interpreter and arguments


def _check_bindable(address: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise PortTaken(port) from error
            raise AddressRefused(f"{address}:{port}", error.strerror or str(error)) from error
