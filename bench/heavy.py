"""A light page while another session loads the page of clusters again and again: how much longer it takes."""

import itertools
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bench import generate, regions
from bench.browser import server
from bench.timing import Finding, p50_p95
from parkatlas.workspace import Workspace

AIM = 3.0
PATIENCE_S = 120
# Pages without a simulation: one of words only, and one of queries, asked with another basis each time.
LIGHT = {"glossary": "terms", "overview": "home"}

_VISITORS = itertools.count()


def measure(size: generate.Size, visits: int, sessions: int) -> list[Finding]:
    """Return how long light pages take alone and while ``sessions`` others load clusters, and the ratio of the p95.

    A real server, spoken to as a browser speaks to it; every visit of the clusters has units of its own, so that no
    answer is ready. Raises ImportError without websockets.
    """
    workspace = regions.workspace(size)
    with Workspace(workspace) as opened:
        units = opened.ask("filter_choices").query("choice_kind == 'units'")["choice"].tolist()
    findings = []
    with server(workspace) as (url, _):
        for page in (*LIGHT.values(), "cluster"):  # the libraries are read, the choices of the filters are ready
            _visited(url, page, {})
        for name, page in LIGHT.items():
            alone = _times(url, page, visits)
            with _busy(url, units, sessions) as done:
                beside = _times(url, page, visits)
            label = f"{name}, {size.projects:,} projects"
            (middle, high), (middle_beside, high_beside) = p50_p95(alone), p50_p95(beside)
            findings += [
                Finding(f"{label}: p50 alone", middle, unit="s"),
                Finding(f"{label}: p95 alone", high, unit="s"),
                Finding(f"{label}: p50 beside {sessions} × clusters", middle_beside, unit="s"),
                Finding(f"{label}: p95 beside {sessions} × clusters", high_beside, unit="s"),
                Finding(f"{label}: p95 beside ÷ alone", high_beside / high, AIM, "×"),
                Finding(f"{label}: clusters served meanwhile", len(done)),
            ]
    return findings


def _times(url: str, page: str, visits: int) -> list[float]:
    return [_visited(url, page, {"basis": ("planned", "contract", "done")[turn % 3]}) for turn in range(visits)]


@contextmanager
def _busy(url: str, units: list[str], sessions: int) -> Iterator[list[float]]:
    """Load the page of clusters in other threads as long as the block lasts; yields the seconds of each visit."""
    done: list[float] = []
    over = threading.Event()
    turns = iter(range(1_000_000))

    def load() -> None:
        while not over.is_set():
            turn = next(turns)
            left_out = {units[turn % len(units)], units[turn // len(units) % len(units)]}
            chosen = [unit for unit in units if unit not in left_out]
            done.append(_visited(url, "cluster", {"units": chosen, "look": time.monotonic_ns()}))

    threads = [threading.Thread(target=load, daemon=True) for _ in range(sessions)]
    for thread in threads:
        thread.start()
    time.sleep(2)  # they are at it
    yield done
    over.set()
    for thread in threads:
        thread.join(PATIENCE_S)


def _visited(url: str, page: str, chosen: dict[str, object]) -> float:
    """Return the seconds from asking for a page in a new session to its last word."""
    from websockets.sync.client import connect  # noqa: PLC0415 - this part only

    request = BackMsg()
    request.rerun_script.page_name = page
    request.rerun_script.query_string = urlencode(chosen, doseq=True)
    began = time.perf_counter()
    # Each visitor comes from an address of its own: the door lets one open a few pages a second only.
    how = {"subprotocols": ["streamlit"], "max_size": None, "open_timeout": PATIENCE_S}
    source = f"127.0.1.{next(_VISITORS) % 250 + 1}"
    address = f"{url.replace('http', 'ws', 1)}/_stcore/stream"
    with connect(address, origin=url, source_address=(source, 0), **how) as socket:
        socket.send(request.SerializeToString())
        while True:
            answer = ForwardMsg.FromString(socket.recv(PATIENCE_S))
            if answer.delta.new_element.WhichOneof("type") == "exception":
                raise RuntimeError(answer.delta.new_element.exception.message)
            if answer.WhichOneof("type") == "script_finished":
                return time.perf_counter() - began
