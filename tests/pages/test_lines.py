"""A connection is ended where its client keeps the server waiting."""

import asyncio
import socket
import threading
import time
from contextlib import suppress
from types import SimpleNamespace

import pytest
import uvicorn

from parkatlas.ui.serving import connections
from parkatlas.ui.serving.connections import Http
from tests.conftest import HERE

HEAD = b"POST / HTTP/1.1\r\nHost: here\r\n"
UPLOAD = HEAD + b"Content-Length: 100000\r\n\r\n"
LONG = b"x" * 20_000_000  # more than the buffers between two sockets hold


async def echo(scope, receive, send):
    """Take a request's body in and answer with its length, to GET with much."""
    assert scope["type"] == "http"
    size, more = 0, True
    while more and scope["method"] == "POST":
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        size, more = size + len(message.get("body", b"")), message.get("more_body", False)
    body = LONG if scope["method"] == "GET" else str(size).encode()
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": body})


class Hasty(Http):
    """A connection that waits for a tenth of a second."""

    patience_s, slowest = 0.1, 1000


def serve(kind):
    """Serve ``echo`` on connections of a kind, in a thread; return the server and its port."""
    listener = socket.create_server((HERE, 0))
    config = uvicorn.Config(echo, http=kind, lifespan="off", log_level="error", timeout_keep_alive=600)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=asyncio.run, args=(server.serve([listener]),))
    thread.start()
    return server, thread, listener.getsockname()[1]


@pytest.fixture
def opened():
    """A function: open a connection to a server of the kind, and send something."""
    servers, lines = {}, []

    def connect(kind, first=b""):
        if kind not in servers:
            servers[kind] = serve(kind)
        lines.append(socket.create_connection((HERE, servers[kind][2]), timeout=30))
        lines[-1].sendall(first)
        return lines[-1]

    yield connect
    for line in lines:
        line.close()
    for server, thread, _ in servers.values():
        server.should_exit = True
        thread.join()


def is_ended(line):
    """Wait until the server ends a connection; tell whether it did so without an answer."""
    try:
        return line.recv(1000) == b""
    except ConnectionResetError:
        return True


@pytest.mark.parametrize("first", [b"", b"G", HEAD, UPLOAD, UPLOAD + b"x" * 50_000])
def test_a_silent_or_half_finished_request_ends_its_connection(opened, first):
    assert is_ended(opened(Hasty, first))


def drip(line):
    """Send a byte at a time, for longer than any server should listen."""
    for _ in range(3000):
        line.sendall(b"x")
        time.sleep(0.01)  # the slowness is the subject


@pytest.mark.parametrize("first", [HEAD + b"X: ", UPLOAD])
def test_a_request_sent_byte_by_byte_ends_its_connection(opened, first):
    line = opened(Hasty, first)
    with pytest.raises(ConnectionError):
        drip(line)


def test_an_answer_not_taken_ends_its_connection(opened):
    line = opened(Hasty, b"GET / HTTP/1.1\r\nHost: here\r\n\r\n")
    time.sleep(0.5)  # so is the slowness here
    taken = 0
    with suppress(ConnectionResetError):
        while some := line.recv(1 << 20):
            taken += len(some)
    assert taken < len(LONG)


def test_a_slow_body_is_received_whole(opened):
    line = opened(Hasty, UPLOAD)
    for _ in range(50):
        line.sendall(b"x" * 2000)
        time.sleep(0.01)  # half a second, five times the patience
    assert b"200 OK" in line.recv(1000)  # said only when all has come


class _Sink(asyncio.Protocol):
    def __init__(self):
        self.pieces = []

    def data_received(self, data):
        self.pieces.append(data)


class _Pieces(connections._PieceByPiece, _Sink):
    """A connection whose loop and transport only take notes."""

    def __init__(self):
        super().__init__()
        self.waiting, self.is_reading = [], True
        self.loop = SimpleNamespace(call_soon=lambda step: self.waiting.append(step) or True)
        self.transport = SimpleNamespace(is_closing=lambda: False, pause_reading=self.pause, resume_reading=self.resume)

    def pause(self):
        self.is_reading = False

    def resume(self):
        self.is_reading = True


def test_a_connection_is_read_only_as_fast_as_it_is_processed():
    line = _Pieces()
    line.data_received(bytes(3 * 1024))
    assert (len(line.pieces), line.is_reading) == (1, False)
    while line.waiting:
        line.waiting.pop()()
    assert (len(line.pieces), line.is_reading) == (3, True)
