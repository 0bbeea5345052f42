"""At the door: how long others wait for a light page while one client floods the server."""

import multiprocessing
import selectors
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect

from bench import browser, generate, regions
from bench.timing import Finding

if TYPE_CHECKING:
    from multiprocessing.synchronize import Event

AIM_S = 1.0
FLOOD = 1_000
# Both on this machine; the door knows them apart.
ATTACKER, OTHER = "127.0.0.2", "127.0.0.1"
_LIGHT = "terms"
_PATIENCE_S = 30
_ID = "12345678-1234-1234-1234-123456789abc"
_SMALLEST = 200_000
_LINES = 10
_NOTHING = b"\x80\0\0\0\0"  # the length and the mask of an empty frame


def measure(size: generate.Size, seconds: float) -> list[Finding]:
    """Return the longest that a light page took, in quiet and during each flood of so many seconds."""
    findings = []
    for name, flood in {"in quiet": _quiet, **FLOODS}.items():
        with browser.server(regions.workspace(size)) as (url, _):
            answers = _answers_during(url, flood, seconds)
        findings.append(Finding(f"worst answer of a light page to others, {name}", max(answers), AIM_S, "s"))
    return findings


def _answers_during(url: str, flood: Callable[[str], None], seconds: float) -> list[float]:
    """Return what each visit to the light page took while the flood went on, again and again, in another process."""
    begun, over = multiprocessing.Event(), multiprocessing.Event()
    flooding = multiprocessing.get_context("fork").Process(target=_go_on, args=(url, flood, begun, over), daemon=True)
    flooding.start()
    with _visitor(url, OTHER) as visitor:
        _visit_seconds(visitor)  # the first visit loads what later ones have
        begun.set()
        end, answers = time.monotonic() + seconds, []
        while time.monotonic() < end:
            answers.append(_visit_seconds(visitor))
            time.sleep(0.2)
        over.set()
    flooding.join(_PATIENCE_S)
    return answers


def _go_on(url: str, flood: Callable[[str], None], begun: "Event", over: "Event") -> None:
    begun.wait(_PATIENCE_S)
    while not over.is_set():
        with suppress(WebSocketException, OSError):
            flood(url)
        time.sleep(0.01)


@contextmanager
def _visitor(url: str, source: str = ATTACKER) -> Iterator[ClientConnection]:
    how = {"subprotocols": ["streamlit"], "max_size": None, "source_address": (source, 0)}
    with connect(url.replace("http", "ws", 1) + "/_stcore/stream", origin=url, **how) as socket:
        yield socket


def _rerun(page: str) -> bytes:
    message = BackMsg()
    message.rerun_script.page_name = page
    return message.SerializeToString()


def _visit_seconds(socket: ClientConnection) -> float:
    """Run the light page once and return the seconds until it stands."""
    began = time.monotonic()
    socket.send(_rerun(_LIGHT))
    while ForwardMsg.FromString(socket.recv(_PATIENCE_S)).WhichOneof("type") != "script_finished":
        pass
    return time.monotonic() - began


def _quiet(_url: str) -> None:
    time.sleep(0.1)


def _messages(url: str) -> None:
    with _visitor(url) as socket:
        for _ in range(FLOOD):
            socket.send(_rerun("home"))
        socket.recv(_PATIENCE_S)
        time.sleep(2)


def _forbidden(url: str) -> None:
    with _visitor(url) as socket:
        for _ in range(FLOOD):
            socket.send(BackMsg(clear_cache=True).SerializeToString())


def _openings(url: str) -> None:
    for _ in range(50):
        with suppress(WebSocketException), _visitor(url) as socket:
            socket.send(_rerun("home"))


def _large(url: str) -> None:
    with _visitor(url) as socket:
        socket.send(bytes(900_000))
        socket.recv(_PATIENCE_S)


def _foreign(url: str) -> None:
    for _ in range(50):
        _ask(url, "GET /media/x", "Origin: http://evil.example")


def _uploads(url: str) -> None:
    for _ in range(50):
        _ask(url, f"PUT /_stcore/upload_file/{_ID}/{_ID}", "Content-Length: 50000000", bytes(64 * 1024))


def _requests(path: str) -> Callable[[str], None]:
    """Return a flood of requests for one file, hundreds at once on each of a few connections, all answers taken."""

    def flood(url: str) -> None:
        request = f"GET {path} HTTP/1.1\r\nHost: {urlsplit(url).netloc}\r\n\r\n".encode()
        with ExitStack() as stack:
            lines = [stack.enter_context(_line(url)) for _ in range(_LINES)]
            for line in lines:
                line.sendall(request * (FLOOD // _LINES))
                line.setblocking(False)
            selector = stack.enter_context(selectors.DefaultSelector())
            for line in lines:
                selector.register(line, selectors.EVENT_READ)
            while ready := selector.select(1):
                if not all(key.fileobj.recv(1 << 20) for key, _ in ready):  # type: ignore[union-attr]
                    return

    return flood


def _parts_of_bodies(url: str) -> None:
    _ask(url, "GET /healthz", "Transfer-Encoding: chunked", b"1\r\nx\r\n" * _SMALLEST)


def _silent(url: str) -> None:
    with ExitStack() as lines:
        for _ in range(2 * FLOOD):
            lines.enter_context(_line(url))
        time.sleep(3)


def _frames(head: bytes, more: bytes) -> Callable[[str], None]:
    """Return a flood of the smallest frames there are, hundreds of thousands in a few packets."""

    def flood(url: str) -> None:
        with _visitor(url) as visitor:
            visitor.socket.sendall(head + more * _SMALLEST)
            visitor.recv(_PATIENCE_S)

    return flood


def _large_frames(url: str) -> None:
    """Send frames of a megabyte that never end, as fast as they are taken, on a dozen sockets."""
    with ExitStack() as stack:
        sockets = [stack.enter_context(_visitor(url)).socket for _ in range(12)]
        for one in sockets:
            one.sendall(b"\x82\xff" + (1_000_000).to_bytes(8) + bytes(4))
            one.setblocking(False)
        end = time.monotonic() + 4
        while time.monotonic() < end:
            for one in sockets:
                with suppress(OSError):
                    one.send(bytes(64 * 1024))


def _ask(url: str, request: str, header: str, body: bytes = b"") -> None:
    """Send a request as it stands and wait for the first of the answer."""
    with suppress(OSError), _line(url) as line:
        line.sendall(f"{request} HTTP/1.1\r\nHost: {urlsplit(url).netloc}\r\n{header}\r\n\r\n".encode() + body)
        line.recv(1024)


def _line(url: str) -> socket.socket:
    parts = urlsplit(url)
    return socket.create_connection((parts.hostname, parts.port), _PATIENCE_S, (ATTACKER, 0))


FLOODS = {
    f"{FLOOD:,} reruns on a socket": _messages,
    f"{FLOOD:,} forbidden messages": _forbidden,
    "sockets opened and closed": _openings,
    "ill-formed messages of 0.9 MB": _large,
    "requests of a foreign page": _foreign,
    "uploads without a page": _uploads,
    "requests for the page itself": _requests("/"),
    "requests for a large script": _requests("/app/static/vendor/leaflet/leaflet.js"),
    "bodies of one byte a part": _parts_of_bodies,
    "connections that ask for nothing": _silent,
    "frames of a megabyte on 12 sockets": _large_frames,
    "pings": _frames(b"", b"\x89" + _NOTHING),
    "a message of empty parts": _frames(b"\x02" + _NOTHING, b"\0" + _NOTHING),
    "empty messages": _frames(b"", b"\x82" + _NOTHING),
}
