"""The headers of every answer: what a page may load and run, who may frame it, what a browser may keep."""

import base64
import hashlib
from collections.abc import Iterable, MutableMapping
from html.parser import HTMLParser
from typing import Any

from parkatlas.gate.answers import Scope, Send

# Answers with people's data, or about this server as it is now.
_NOT_KEPT = ("/media/", "/_stcore/", "/healthz")
_STARTS = {"http.response.start", "websocket.http.response.start"}


class _Inline(HTMLParser):
    """Collects the scripts that stand in a page itself."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self._is_inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script" and "src" not in dict(attrs):
            self._is_inside = True
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._is_inside = self._is_inside and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._is_inside:
            self.scripts[-1] += data


def inline_scripts(page: str) -> list[str]:
    """Return the scripts that stand in an HTML page itself, exactly as a browser hashes them."""
    parser = _Inline()
    parser.feed(page)
    return parser.scripts


class Policy:
    """The headers: scripts are our own files and the given ``scripts`` word for word, nothing evaluated.

    ``tiles`` are the hosts that the basemap's pictures come from, written as sources of a policy.
    """

    def __init__(self, scripts: Iterable[str], tiles: Iterable[str] = ()) -> None:
        hashes = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
        hash_sources, foreign = " ".join(f"'sha256-{one}'" for one in hashes), " ".join(tiles)
        content = {
            "default-src": "'self'",
            "script-src": f"'self' {hash_sources}",
            # Streamlit writes its styles into the page, and pieces of pages carry theirs.
            "style-src": "'self' 'unsafe-inline'",
            "img-src": f"'self' data: blob: {foreign}",
            "font-src": "'self' data:",
            "connect-src": f"'self' data: blob: {foreign}",
            "worker-src": "'self' blob:",
            "object-src": "'none'",
            "base-uri": "'self'",
            "form-action": "'self'",
            "frame-ancestors": "'self'",
        }
        self._headers = {
            b"content-security-policy": "; ".join(f"{k} {v.strip()}" for k, v in content.items()).encode(),
            b"x-content-type-options": b"nosniff",
            b"referrer-policy": b"same-origin",
            b"permissions-policy": b"camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            b"cross-origin-opener-policy": b"same-origin",
            b"cross-origin-resource-policy": b"same-origin",
        }

    def dressing(self, scope: Scope, send: Send) -> Send:
        """Return ``send`` with these headers on the answer to a request."""
        own = dict(self._headers)
        if scope["path"].startswith(_NOT_KEPT):
            own[b"cache-control"] = b"no-store"

        async def dressed(message: MutableMapping[str, Any]) -> None:
            if message["type"] in _STARTS:
                inner = message.get("headers", ())
                kept = [(name, value) for name, value in inner if name.lower() not in own]
                message = {**message, "headers": [*kept, *own.items()]}
            await send(message)

        return dressed
