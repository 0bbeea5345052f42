"""So many at once: who comes later waits, in the order of coming, and can be told how many are to finish first."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_LOOK_AGAIN_SECONDS = 0.2


class Turns:
    """A queue whose first ``at_once`` have their turn, until they leave."""

    def __init__(self, at_once: int) -> None:
        self._at_once = at_once
        self._queue: list[object] = []
        self._changing = threading.Lock()

    @contextmanager
    def queued(self) -> Iterator[Callable[[], int]]:
        """Stand in the queue for the block; yields what tells how many are to leave first, 0 when one's turn has come.

        A turn that has come stays.
        """
        ticket = object()
        with self._changing:
            self._queue.append(ticket)

        def ahead() -> int:
            with self._changing:
                return max(0, self._queue.index(ticket) - self._at_once + 1)

        try:
            yield ahead
        finally:
            with self._changing:
                self._queue.remove(ticket)

    @property
    def waiting(self) -> int:
        """How many stand in the queue without a turn."""
        with self._changing:
            return max(0, len(self._queue) - self._at_once)


def wait(ahead: Callable[[], int], tell: Callable[[int], object]) -> None:
    """Return when one's turn has come; until then ``tell`` hears again and again how many are to leave first.

    What ``tell`` raises ends the waiting.
    """
    while number := ahead():
        tell(number)
        time.sleep(_LOOK_AGAIN_SECONDS)
