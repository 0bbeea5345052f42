"""Start the Streamlit server on a workspace."""

import os
import socket
import sys
from pathlib import Path

from parkatlas.errors import PortTaken

ROOT = Path(__file__).parent.parent


def serve(directory: Path, address: str, port: int) -> None:
    """Replace this process by a Streamlit server on ``directory``; raises PortTaken before anything is started."""
    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            raise PortTaken(port) from error
    os.environ["PARKATLAS_WORKSPACE"] = str(directory.resolve())
    os.chdir(ROOT)
    command = [sys.executable, "-m", "parkatlas.ui.serve", f"--server.address={address}", f"--server.port={port}"]
    os.execv(sys.executable, command)  # noqa: S606 - our own interpreter and arguments
