"""The socket in a served workspace: what the command line asks of the process that holds it."""

import json
import logging
import os
import socket
import socketserver
import threading
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parkatlas import errors, intake

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from parkatlas.workspace import Workspace

SOCKET = "control"
_LONGEST = 100  # what every system takes of a socket's path, in bytes
_LINE = 1 << 16
_SECONDS = 10  # for a question to come in
_HEARD = b"heard\n"  # a server that stands still says nothing
_REFUSALS = {
    kind.__name__: kind
    for kind in (
        errors.BackupRefused, errors.WorkspaceFull, errors.WorkspaceReadOnly, errors.WorkspaceDamaged, errors.DiskFault,
    )
}  # fmt: skip
_JOBS: "dict[str, Callable[[Workspace, dict[str, Any]], object]]" = {
    "check": lambda workspace, _: workspace.check(),
    "backup": lambda workspace, request: workspace.backup(_file(request)),
}
_log = logging.getLogger("parkatlas")


def ask(directory: Path, do: str, **details: str) -> Any:
    """Ask the process that holds a workspace to do something; return its answer.

    Raises NotServed where none listens, what the job raises there, or ServerFailed.
    """
    with socket.socket(socket.AF_UNIX) as line:
        try:
            with _address(directory) as address:
                line.connect(address)
        except OSError as error:
            raise errors.NotServed(str(directory)) from error
        answer = _answer(line, {"do": do, **details})
    if "refused" in answer:
        raise _REFUSALS[answer["refused"]](*answer["words"])
    if "answer" not in answer:
        raise errors.ServerFailed(do)
    return answer["answer"]


def _answer(line: socket.socket, request: dict[str, Any]) -> dict[str, Any]:
    """Return the answer to a request, empty where none comes: at once that it was heard, at last what was done."""
    line.settimeout(_SECONDS)
    try:
        line.sendall(json.dumps(request).encode() + b"\n")
        with line.makefile("rb") as answers:
            if answers.readline() != _HEARD:
                return {}
            line.settimeout(None)
            answer = json.loads(answers.readline())
    except (OSError, ValueError):  # it stands still, or was killed
        return {}
    return answer if isinstance(answer, dict) else {}


def listen(workspace: "Workspace") -> None:
    """Answer at the socket of a workspace until it is closed; where no socket can be, say so in the log."""
    path = workspace.directory / SOCKET
    try:
        if path.is_socket():  # of a process that was killed: the workspace is ours
            path.unlink()
        with _address(workspace.directory) as address:
            server = _Server(workspace, address)
        path.chmod(0o600)
    except OSError as error:
        _log.warning("no socket in the workspace, so check and backup need the pages: %s", error)
        return

    def stop() -> None:
        server.shutdown()
        server.server_close()
        with suppress(OSError):
            path.unlink()

    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.2}, name="control", daemon=True).start()
    workspace.at_close(stop)


@contextmanager
def _address(directory: Path) -> "Iterator[str]":
    """Yield the socket's path, by a handle of its folder where it would be too long for a socket."""
    path = str(directory / SOCKET)
    if len(os.fsencode(path)) <= _LONGEST:
        yield path
        return
    handle = os.open(directory, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield f"/proc/self/fd/{handle}/{SOCKET}"
    finally:
        os.close(handle)


class _Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True

    def __init__(self, workspace: "Workspace", address: str) -> None:
        super().__init__(address, _Handler)
        self.workspace = workspace


class _Handler(socketserver.StreamRequestHandler):
    timeout = _SECONDS
    server: _Server

    def handle(self) -> None:
        """Answer one question: one line of JSON in, one out."""
        # A question that is none, or nobody waits any more.
        with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
            request = json.loads(self.rfile.readline(_LINE))
            job = _JOBS[request["do"]]
            self.connection.settimeout(None)
            self.wfile.write(_HEARD)
            self.wfile.write(json.dumps(_done(job, self.server.workspace, request), default=str).encode() + b"\n")


def _file(request: dict[str, Any]) -> Path:
    """Return the path that a question names; raises BackupRefused for what is none."""
    file = request.get("file")
    if not isinstance(file, str):
        raise errors.BackupRefused("not_text", type(file).__name__)
    if "\0" in file or not intake.is_text(file):
        raise errors.BackupRefused("not_text", file)
    return Path(file)


def _done(
    job: "Callable[[Workspace, dict[str, Any]], object]", workspace: "Workspace", request: dict[str, Any]
) -> object:
    try:
        return {"answer": job(workspace, request)}
    except tuple(_REFUSALS.values()) as refused:
        # Their fields are their arguments, in order; the plain ones have arguments only.
        return {"refused": type(refused).__name__, "words": list(vars(refused).values()) or list(refused.args)}
    except Exception:  # noqa: BLE001 - whoever asked is told, the log holds the rest
        _log.exception("asked at the socket: %s", request["do"])
        return {}
