"""Start the Streamlit server on a workspace."""

import errno
import os
import socket
import sys
from collections.abc import Sequence
from ipaddress import ip_address
from pathlib import Path

from parkatlas import resources
from parkatlas.errors import AddressRefused, PortTaken
from parkatlas.workspace import Workspace


def serve(directory: Path, address: str, port: int, host_names: Sequence[str] = ()) -> None:
    """Replace this process by a Streamlit server on ``directory`` that goes by ``host_names`` besides its addresses.

    Raises PortTaken, AddressRefused or what opening the workspace raises before anything is started.
    """
    _check_bindable(address, port)
    Workspace(directory).close()
    os.environ["PARKATLAS_WORKSPACE"] = str(directory.resolve())
    os.chdir(resources.ROOT)  # Streamlit looks there for its settings, app.py and static files
    command = [sys.executable, "-m", "parkatlas.ui.serving.serve", f"--address={address}", f"--port={port}"]
    command += [f"--host-name={name}" for name in (*_own_names(address), *host_names)]
    os.execv(sys.executable, command)  # noqa: S606 - our own interpreter and arguments


def _own_names(address: str) -> list[str]:
    """Return the names that need no address: the bound one, and the machine's own where others may come in."""
    try:
        return [] if ip_address(address).is_loopback else [socket.gethostname()]
    except ValueError:
        return [address]


def _check_bindable(address: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise PortTaken(port) from error
            raise AddressRefused(f"{address}:{port}", error.strerror or str(error)) from error
