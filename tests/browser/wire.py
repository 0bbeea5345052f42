"""A line between a browser and a server that a test can lead elsewhere, cut, mend, and let fall silent."""

import socket
import threading
from contextlib import suppress

from tests.conftest import HERE


class Wire:
    """Listens at ``url`` and passes everything on to the port it leads to, until it is cut or hushed."""

    def __init__(self):
        self.port, self.is_cut = None, True
        self.listener = socket.create_server((HERE, 0))
        self.url = f"http://{HERE}:{self.listener.getsockname()[1]}"
        self.pairs = []
        threading.Thread(target=self._accept, daemon=True).start()

    def lead_to(self, port):
        """Pass on to another port from here on."""
        if port != self.port:
            self.cut()
            self.port = port
        self.mend()

    def is_answered(self):
        """Return whether somebody listens where it leads to."""
        with suppress(OSError), socket.create_connection((HERE, self.port)):
            return not self.is_cut
        return False

    def cut(self):
        """End all connections, and let none come."""
        self.is_cut = True
        for pair in self.pairs:
            _end(pair)
        self.pairs = []

    def mend(self):
        """Let connections come again."""
        self.is_cut = False

    def hush(self):
        """Let the sockets of pages fall silent, unknown to the browser; the server sees their end, others may come."""
        for near, far in self.pairs:
            near.is_silent = near.is_socket
            _end((far,) if near.is_socket else (near, far))
        self.pairs = []

    def close(self):
        """End it all."""
        self.cut()
        self.listener.close()

    def _accept(self):
        with suppress(OSError):
            while True:
                near = _End(self.listener.accept()[0])
                try:
                    if self.is_cut:
                        raise ConnectionRefusedError
                    far = _End(socket.create_connection((HERE, self.port)))
                except OSError:
                    _end((near,))
                    continue
                self.pairs.append((near, far))
                threading.Thread(target=_pass_on, args=(near, far), daemon=True).start()
                threading.Thread(target=_pass_on, args=(far, near), daemon=True).start()


class _End:
    def __init__(self, line):
        self.line, self.is_silent, self.is_socket = line, False, False


def _pass_on(near, far):
    with suppress(OSError):
        while some := near.line.recv(1 << 16):
            near.is_socket |= b"\r\nUpgrade: websocket\r\n" in some
            if not near.is_silent:
                far.line.sendall(some)
    if not far.is_silent:
        _end((far,))


def _end(ends):
    for end in ends:
        with suppress(OSError):
            end.line.shutdown(socket.SHUT_RDWR)
        end.line.close()
