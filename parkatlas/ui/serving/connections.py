"""Connections below the door: not too many of one address, each read piece by piece, none that keeps waiting."""

import asyncio
import resource
from collections import Counter
from contextlib import suppress
from typing import Any

from uvicorn._types import ASGIReceiveEvent
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from parkatlas.gate.buckets import Bucket
from parkatlas.ui.serving.lines import Line

# Bytes read in one turn of the loop that serves everybody: asyncio hands on 256 KB, which may be forty thousand frames.
_PIECE = 1024
_PIECE_OF_BODY = 64 * 1024  # one with a length, which is read at once; the door has refused all others by then
# What a browser sends beside its messages: an answer to a ping in half a minute, a large message in some parts.
_PARTS_RATE, _PARTS_BURST = 10, 200
_MOST_OF_ADDRESS = 1_000
_MOST_FILES, _FILES_KEPT = 8_192, 128  # open at once: in all, and those of the workspace and the pages

_open = Counter[str]()  # connections by address; one that becomes a socket is still one


class _PieceByPiece(asyncio.Protocol):
    """Passes on what arrives a piece in each turn of the loop, so that a flood leaves the others theirs."""

    transport: asyncio.Transport
    loop: asyncio.AbstractEventLoop
    _rest = b""
    _next: asyncio.Handle | None = None

    def data_received(self, data: bytes) -> None:
        """Take in what arrived."""
        self._rest += data
        if not self._next:
            self._read_on()

    def _read_on(self) -> None:
        self._next = None
        if self.transport.is_closing():
            self._rest = b""
        piece, self._rest = self._rest[: self._most()], self._rest[self._most() :]
        if piece:
            super().data_received(piece)
        if self._rest:
            self._next = self.loop.call_soon(self._read_on)
            self.transport.pause_reading()
        elif not self._is_paused():
            self.transport.resume_reading()

    def _most(self) -> int:
        return _PIECE

    def _is_paused(self) -> bool:
        """Tell whether uvicorn itself wants to read no more for now."""
        return False


class Http(_PieceByPiece, Line):
    """A connection of requests; one too many is closed."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin, unless the address has enough."""
        super().connection_made(transport)
        _open[_address(self)] += 1
        if self._is_too_many():
            transport.abort()

    def handle_websocket_upgrade(self, event: Any) -> None:
        """Hand the connection over to a socket."""
        self._rest = b""  # nobody speaks on a socket before it is open
        super().handle_websocket_upgrade(event)

    def connection_lost(self, exc: Exception | None) -> None:
        """End."""
        super().connection_lost(exc)
        _leave(self)

    def _most(self) -> int:
        return _PIECE if self._is_idle() else _PIECE_OF_BODY

    def _is_paused(self) -> bool:
        return self.flow.read_paused

    def _is_idle(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def _is_too_many(self) -> bool:
        slots = _files() - _FILES_KEPT
        return len(self.connections) > slots or _open[_address(self)] > min(_MOST_OF_ADDRESS, slots // 2)


class Socket(_PieceByPiece, WebSocketsSansIOProtocol):
    """A WebSocket; what is no message of its own counts too, for it never reaches the door."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._parts = Bucket(_PARTS_RATE, _PARTS_BURST)

    async def receive(self) -> ASGIReceiveEvent:
        """Hand the next message to the application, and read on where it has them all."""
        message = await super().receive()
        if not self._next:
            self._read_on()
        return message

    def connection_lost(self, exc: Exception | None) -> None:
        """End."""
        super().connection_lost(exc)
        _leave(self)

    def _read_on(self) -> None:
        if self.close_sent and len(self._rest) > _PIECE:
            self.transport.abort()  # whoever still has so much to say will not say goodbye
        if self.read_paused:
            self._next = None  # the application has messages to deal with
        else:
            super()._read_on()

    def _is_paused(self) -> bool:
        return self.read_paused

    def handle_ping(self) -> None:
        """Answer a ping."""
        if self._may():
            super().handle_ping()

    def handle_pong(self, event: Any) -> None:
        """Take note of an answer to a ping."""
        if self._may():
            super().handle_pong(event)

    def handle_cont(self, event: Any) -> None:
        """Take in a part of a message."""
        if self._may():
            super().handle_cont(event)

    def _may(self) -> bool:
        if self._parts.take():
            self.transport.abort()
        return not self.transport.is_closing()


def _address(connection: Http | Socket) -> str:
    return connection.client[0] if connection.client else ""


def _leave(connection: Http | Socket) -> None:
    _open.subtract([_address(connection)])
    if not _open[_address(connection)]:
        del _open[_address(connection)]


def _files() -> int:
    """Return how many files this process may have open, as far as that matters."""
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return _MOST_FILES if soft == resource.RLIM_INFINITY else min(soft, _MOST_FILES)


def open_files() -> None:
    """Let this process open as many files as the system allows, up to what a thousand visitors need."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = _MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, _MOST_FILES)
    if _files() < most:
        with suppress(OSError, ValueError):  # some systems refuse what they state as the limit
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
