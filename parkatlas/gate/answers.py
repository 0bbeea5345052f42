"""The refusals of the gate: a status and a sentence, in Chinese and English, as plain text."""

from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any

from parkatlas.messages import LANGUAGES, speaking, text

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]


@dataclass(frozen=True)
class Refusal:
    """An HTTP status and the message ``gate.<reason>``; nothing of the request is repeated in it."""

    status: int
    reason: str

    @property
    def sentences(self) -> str:
        """The message in every language, a line each."""
        return "".join(f"{_sentence(self.reason, language)}\n" for language in LANGUAGES)


def header(scope: Scope, name: bytes) -> list[str]:
    """Return every value that a request has for a header; ``name`` is in lower case."""
    return [value.decode("latin-1") for key, value in scope["headers"] if key == name]


async def refuse(refusal: Refusal, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a request or a handshake with a refusal, and close its connection."""
    kind = "http"
    if scope["type"] == "websocket":
        kind = "websocket.http"
        await receive()  # the handshake
    body = refusal.sentences.encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
        (b"connection", b"close"),
    ]
    await send({"type": f"{kind}.response.start", "status": refusal.status, "headers": headers})
    await send({"type": f"{kind}.response.body", "body": b"" if scope.get("method") == "HEAD" else body})


def _sentence(reason: str, language: str) -> str:
    with speaking(language):
        return text(f"gate.{reason}")
