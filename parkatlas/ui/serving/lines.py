"""A browser's connection to the server: ended where the browser keeps the server waiting for ever."""

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol


class Line(H11Protocol):
    """uvicorn's connection, watched: no step of a request may take for ever.

    A step is to say a request's head, to send its body, to take an answer; each may pause for ``patience_s``, and a
    body has to come at ``slowest`` bytes in that time. Sockets of pages leave here when they open.
    """

    patience_s = 20.0
    slowest = 20 * 1024

    _watch: asyncio.TimerHandle | None = None
    _seen: object = None
    _came = _pauses = 0
    _is_held_up = False
    since = 0.0

    def connection_made(self, transport: Any) -> None:
        """Begin to watch."""
        super().connection_made(transport)
        self.since = self.loop.time()
        self._look_on()

    def connection_lost(self, exc: Exception | None) -> None:
        """Watch no more."""
        self._look_away()
        super().connection_lost(exc)

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        """Watch no more: the page's own socket has its own limits."""
        self._look_away()
        super().handle_websocket_upgrade(event)

    def data_received(self, data: bytes) -> None:
        """Count what comes."""
        self._came += len(data)
        super().data_received(data)

    def on_response_complete(self) -> None:
        """Wait for the next request from here on."""
        self.since = self.loop.time()
        super().on_response_complete()

    def pause_writing(self) -> None:
        """Note that the browser takes nothing for now."""
        self._pauses += 1
        self._is_held_up = True
        super().pause_writing()

    def resume_writing(self) -> None:
        """Note that the browser takes more."""
        self._is_held_up = False
        super().resume_writing()

    def _look_on(self) -> None:
        step = self._step()
        if step is not None and step == self._seen:
            self.transport.abort()
            return
        self._seen, self._came = step, 0
        self._watch = self.loop.call_later(self.patience_s, self._look_on)

    def _look_away(self) -> None:
        if self._watch:
            self._watch.cancel()

    def _step(self) -> object:
        """Return what the browser is expected to do now, and did not get on with since it was last looked at."""
        if self._is_held_up:
            return "take", self._pauses
        if self.conn.their_state is h11.SEND_BODY:
            is_slow = self._came < self.slowest and not self.flow.read_paused
            return ("body", self.since) if is_slow else None
        return ("head", self.since) if self.conn.their_state is h11.IDLE else None
