"""The door in front of every route, HTTP and WebSocket: whom it lets in, how much of each, and with which headers."""

import logging
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from typing import Any

from parkatlas.errors import UploadTooLarge
from parkatlas.gate.answers import Asgi, Receive, Refusal, Scope, Send, refuse
from parkatlas.gate.headers import Policy
from parkatlas.gate.hosts import Hosts
from parkatlas.gate.messages import Conversation
from parkatlas.gate.routes import Routes
from parkatlas.gate.sockets import Sockets
from parkatlas.gate.uploads import Uploads

__all__ = ["Gate", "Hosts", "Policy", "Refusal", "Routes", "Rules", "Sockets", "Uploads"]

_log = logging.getLogger("parkatlas")


@dataclass(frozen=True)
class Rules:
    """The gate's rules; ``kind_of`` names what a client's message asks for, None for bytes that are no message."""

    hosts: Hosts
    routes: Routes
    policy: Policy
    sockets: Sockets
    uploads: Uploads
    kind_of: Callable[[bytes], str | None]


class Gate:
    """An ASGI application around another."""

    def __init__(self, app: Asgi, rules: Rules) -> None:
        self.app = app
        self.rules = rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through or refuse it; the answer bears the headers of the policy."""
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        dressed = self.rules.policy.dressing(scope, send)
        refusal = self.rules.hosts.refusal(scope) or self.rules.routes.refusal(scope)
        if refusal:
            await refuse(refusal, scope, receive, dressed)
        elif scope["type"] == "websocket":
            await self._talk(scope, receive, dressed)
        else:
            await self._answer(scope, receive, dressed)

    async def _talk(self, scope: Scope, receive: Receive, send: Send) -> None:
        slot = self.rules.sockets.enter(scope)
        if isinstance(slot, Refusal):
            await refuse(slot, scope, receive, send)
            return
        with slot as buckets:
            conversation = Conversation(receive, send, self.rules.kind_of, buckets)
            await self.app(scope, conversation.receive, conversation.send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; what fails inside is an answer too, so that it bears the headers."""
        has_begun = False

        async def noting(message: MutableMapping[str, Any]) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            upload = self.rules.uploads.of(scope)
            if isinstance(upload, Refusal):
                await refuse(upload, scope, receive, send)
                return
            with upload.counting(receive) as counted:
                await self.app(scope, counted, noting)
        except Exception as error:
            if has_begun:
                raise
            await refuse(_reported(error), scope, receive, send)


def _reported(error: Exception) -> Refusal:
    if isinstance(error, UploadTooLarge):
        return Refusal(413, "upload_full")
    _log.error("unforeseen", exc_info=error)
    return Refusal(500, "broken")
