"""How many pages may be open at once, in all and of one address, and how fast each may speak."""

from collections import Counter
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING

from parkatlas.gate.answers import Refusal, Scope
from parkatlas.gate.buckets import Bucket

if TYPE_CHECKING:
    from collections.abc import Iterator

# A person at work sends a message a second; to rerun a page costs the loop that serves everybody some milliseconds.
SOCKET_RATE, SOCKET_BURST = 15, 30
ADDRESS_RATE, ADDRESS_BURST = 60, 120
OPENINGS_RATE, OPENINGS_BURST = 5, 40
_REMEMBERED = 1_000


class Sockets:
    """Counts open sockets against ``most`` in all and ``most_per_address``."""

    def __init__(self, most: int, most_per_address: int) -> None:
        self.most, self.most_per_address = most, most_per_address
        self._open = Counter[str]()
        self._messages: dict[str, Bucket] = {}
        self._openings: dict[str, Bucket] = {}

    def enter(self, scope: Scope) -> "Refusal | AbstractContextManager[tuple[Bucket, Bucket]]":
        """Return a slot for a socket, kept as long as its block; it yields the buckets of socket and address.

        Where there is none, or its address has just opened many, return the refusal.
        """
        address = (scope.get("client") or ("", 0))[0]
        if self._open.total() >= self.most or self._open[address] >= self.most_per_address:
            return Refusal(429, "too_many_pages")
        openings = _of(address, self._openings, OPENINGS_RATE, OPENINGS_BURST)
        if openings.tokens < 1:
            return Refusal(429, "too_fast")
        openings.take()
        return self._slot(address)

    @contextmanager
    def _slot(self, address: str) -> "Iterator[tuple[Bucket, Bucket]]":
        self._open[address] += 1
        try:
            yield Bucket(SOCKET_RATE, SOCKET_BURST), _of(address, self._messages, ADDRESS_RATE, ADDRESS_BURST)
        finally:
            self._open[address] -= 1
            self._open += Counter()  # forgets those at 0


def _of(address: str, buckets: dict[str, Bucket], rate: float, burst: float) -> Bucket:
    """Return the bucket of an address; a full one says nothing and need not be kept."""
    if len(buckets) >= _REMEMBERED:
        for full in [name for name, bucket in buckets.items() if bucket.tokens >= burst]:
            del buckets[full]
    return buckets.setdefault(address, Bucket(rate, burst))
