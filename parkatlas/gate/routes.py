"""Which routes are open: those the pages need; whatever else the server inside offers is closed."""

import re
from collections.abc import Iterable

from parkatlas.gate.answers import Refusal, Scope, header

HEALTH = "/healthz"
STREAM = "/_stcore/stream"
LONGEST_HEAD = 32 * 1024  # bytes of a request's address and headers
# Beyond what any file's name and path can be; asked for such a file, the system answers with an error of its own.
_LONGEST_NAME, _LONGEST_PATH = 255, 1024
UPLOAD = re.compile(r"/_stcore/upload_file/(?P<session>[0-9a-f-]{36})/(?P<file>[0-9a-f-]{36})", re.ASCII)

_FILES = {"/", "/favicon.png", "/manifest.json", HEALTH, "/_stcore/health", "/_stcore/host-config"}
_FOLDERS = ("/static/", "/app/static/", "/media/")
_ODD = re.compile(r"[\\%\x00-\x1f\x7f]|//|/\.{1,2}(/|$)")
# What the page's own script asks for: the protocol, the token against forged requests, the visit it comes back to.
_PROTOCOLS = re.compile(r"streamlit(, ?[\w|.~-]{0,300}){0,2}", re.ASCII)


class Routes:
    """The open routes: files of the server, ``pages`` by their addresses, ``components`` by their names."""

    def __init__(self, pages: Iterable[str], components: Iterable[str]) -> None:
        self._files = _FILES | {f"/{page}" for page in pages}
        self._folders = (*_FOLDERS, *(f"/component/{name}/" for name in components))

    def refusal(self, scope: Scope) -> Refusal | None:
        """Return why a request finds nothing, None where it finds a route."""
        path = scope["path"]
        if _size(scope) > LONGEST_HEAD:
            return Refusal(431, "head_too_long")
        if header(scope, b"transfer-encoding"):
            # No browser sends a body in parts; they cost much to read, and two servers may differ on where they end.
            return Refusal(411, "no_length")
        if not path.startswith("/") or _ODD.search(path):
            return Refusal(400, "bad_address")
        if scope["type"] == "websocket":
            return _stream_refusal(scope)
        if UPLOAD.fullmatch(path):
            methods = {"PUT", "DELETE"}
        elif self._is_open(path) and not _is_too_long(path):
            methods = {"GET", "HEAD"}
        else:
            return Refusal(404, "nothing_here")
        return None if scope["method"] in methods else Refusal(405, "wrong_method")

    def _is_open(self, path: str) -> bool:
        return path in self._files or path.removesuffix("/") in self._files or path.startswith(self._folders)


def _is_too_long(path: str) -> bool:
    names = path.encode("utf-8", "replace").split(b"/")
    return max(map(len, names)) > _LONGEST_NAME or len(path) > _LONGEST_PATH


def _size(scope: Scope) -> int:
    """Return the bytes of a request's address and headers."""
    address = len(scope["path"]) + len(scope.get("query_string", b""))
    return address + sum(len(name) + len(value) for name, value in scope["headers"])


def _stream_refusal(scope: Scope) -> Refusal | None:
    if scope["path"] != STREAM:
        return Refusal(404, "nothing_here")
    protocols = header(scope, b"sec-websocket-protocol")
    is_known = len(protocols) == 1 and _PROTOCOLS.fullmatch(protocols[0])
    return None if is_known else Refusal(400, "bad_protocol")
