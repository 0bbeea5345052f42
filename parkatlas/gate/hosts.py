"""By which names the pages may be asked for, and from which pages a request may come: only from our own."""

import re
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address

from parkatlas.gate.answers import Refusal, Scope, header

_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?", re.ASCII)
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


class Hosts:
    """The names of this server: those given, and the very address at which a connection arrived.

    A name that an attacker's domain service points here is none of them. A loopback address goes by all its names.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self.names = {name.lower() for name in names}

    def refusal(self, scope: Scope) -> Refusal | None:
        """Return why a request is foreign, None where it is not; a WebSocket has to say which page it comes from."""
        hosts, origins = header(scope, b"host"), header(scope, b"origin")
        if len(hosts) != 1 or not self._is_ours(hosts[0].lower(), scope):
            return Refusal(403, "foreign_host")
        if not origins:
            return Refusal(403, "no_origin") if scope["type"] == "websocket" else None
        # The port too: another program on this machine may serve pages of its own.
        own = {f"{scheme}://{hosts[0].lower()}" for scheme in ("http", "https")}
        return None if len(origins) == 1 and origins[0].lower() in own else Refusal(403, "foreign_origin")

    def _is_ours(self, host: str, scope: Scope) -> bool:
        written = _HOST.fullmatch(host)
        if not written:
            return False
        name = written["name"].strip("[]")
        here = _address((scope.get("server") or ("", 0))[0])
        if name in self.names or (here and here.is_loopback and name in _LOOPBACK):
            return True
        return here is not None and _address(name) == here


def _address(name: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(name)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address  # as a socket for both families writes it
