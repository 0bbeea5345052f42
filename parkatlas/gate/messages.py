"""What a client may say on its socket: what the pages need, one after the other, at a person's pace."""

import asyncio
from collections.abc import Callable, MutableMapping
from typing import Any

from parkatlas.gate.answers import Receive, Send
from parkatlas.gate.buckets import Bucket

# As the page's own script says them. Not among them: to empty the caches of all, to write to the program's folder, to
# shut the server down, to watch files.
ALLOWED = frozenset(
    {
        "rerun_script",
        "stop_script",
        "app_heartbeat",
        "file_urls_request",
        "backend_operation_request.deferred_file",
        "backend_operation_request.dataframe_chunk",
    }
)
LARGEST = 1024 * 1024  # bytes; a page's whole state is some kilobytes
_BYTES_A_TOKEN = 16 * 1024  # a long message takes as much work as many
_PATIENCE = 100  # so many messages in a row that had to wait are no person's
_ILL_FORMED, _FLOOD, _TOO_LARGE = 1002, 1008, 1009


class Conversation:
    """One socket's ``receive`` and ``send`` as the application sees them.

    A message that is not allowed is dropped; one that is none, is too large, or one of a flood closes the socket.
    """

    def __init__(
        self, receive: Receive, send: Send, kind_of: Callable[[bytes], str | None], buckets: tuple[Bucket, Bucket]
    ) -> None:
        self._receive, self._send, self._kind_of = receive, send, kind_of
        self._own, self._shared = buckets
        self._waited, self._is_closed = 0, False

    async def receive(self) -> MutableMapping[str, Any]:
        """Return the next message that may pass."""
        while True:
            message = await self._receive()
            if message["type"] != "websocket.receive":
                return message
            content = message.get("bytes") or b""
            fault = await self._pace(len(content)) or self._fault(content)
            if fault:
                return await self._close(fault)
            if self._kind_of(content) in ALLOWED:
                return message

    async def send(self, message: MutableMapping[str, Any]) -> None:
        """Pass the application's message on, unless the door has closed the socket."""
        if not self._is_closed:
            await self._send(message)

    async def _pace(self, size: int) -> int | None:
        cost = 1 + size / _BYTES_A_TOKEN
        wait = self._own.take(cost)
        self._waited = self._waited + 1 if wait else 0
        if self._waited > _PATIENCE:
            return _FLOOD
        await asyncio.sleep(max(wait, self._shared.take(cost)))
        return None

    def _fault(self, content: bytes) -> int | None:
        if len(content) > LARGEST:
            return _TOO_LARGE
        return _ILL_FORMED if self._kind_of(content) is None else None

    async def _close(self, code: int) -> MutableMapping[str, Any]:
        self._is_closed = True
        await self._send({"type": "websocket.close", "code": code})
        return {"type": "websocket.disconnect", "code": code}
