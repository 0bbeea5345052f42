"""At the door: how long others wait for a light page while one client floods the server."""

import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect

from bench import browser, generate, regions
from bench.timing import Finding

AIM_S = 1.0
FLOOD = 1_000
# Both on this machine; the door knows them apart.
ATTACKER, OTHER = "127.0.0.2", "127.0.0.1"
_LIGHT = "terms"
_PATIENCE_S = 30


def measure(size: generate.Size, seconds: float) -> list[Finding]:
    """Return the longest that a light page took, in quiet and during each flood of so many seconds."""
    findings = []
    for name, flood in {"in quiet": _quiet, **FLOODS}.items():
        with browser.server(regions.workspace(size)) as (url, _):
            answers = _answers_during(url, flood, seconds)
        findings.append(Finding(f"worst answer of a light page to others, {name}", max(answers), AIM_S, "s"))
    return findings


def _answers_during(url: str, flood: Callable[[str], None], seconds: float) -> list[float]:
    """Return what each visit to the light page took while the flood went on, again and again."""
    over = threading.Event()

    def go_on() -> None:
        while not over.is_set():
            with suppress(WebSocketException, OSError):
                flood(url)
            time.sleep(0.01)

    with _visitor(url, OTHER) as socket:
        _asked(socket)  # the first visit loads what later ones have
        flooding = threading.Thread(target=go_on, daemon=True)
        flooding.start()
        end, answers = time.monotonic() + seconds, []
        while time.monotonic() < end:
            answers.append(_asked(socket))
            time.sleep(0.2)
        over.set()
        flooding.join(_PATIENCE_S)
    return answers


@contextmanager
def _visitor(url: str, source: str = ATTACKER) -> Iterator[ClientConnection]:
    how = {"subprotocols": ["streamlit"], "max_size": None, "source_address": (source, 0)}
    with connect(url.replace("http", "ws", 1) + "/_stcore/stream", origin=url, **how) as socket:
        yield socket


def _rerun(page: str) -> bytes:
    message = BackMsg()
    message.rerun_script.page_name = page
    return message.SerializeToString()


def _asked(socket: ClientConnection) -> float:
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
        request = urllib.request.Request(f"{url}/media/x", headers={"Origin": "http://evil.example"})  # noqa: S310 - our own server
        with suppress(OSError):
            urllib.request.urlopen(request, timeout=_PATIENCE_S)  # noqa: S310 - as above


FLOODS = {
    f"{FLOOD:,} reruns on a socket": _messages,
    f"{FLOOD:,} forbidden messages": _forbidden,
    "sockets opened and closed": _openings,
    "ill-formed messages of 0.9 MB": _large,
    "requests of a foreign page": _foreign,
}
