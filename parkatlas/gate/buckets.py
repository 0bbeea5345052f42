"""A token bucket: so much at once, so much a second, and whoever wants more waits."""

import time
from collections.abc import Callable


class Bucket:
    """Holds ``burst`` tokens at most and gains ``rate`` a second; it can run into debt."""

    def __init__(self, rate: float, burst: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.rate, self.burst = rate, burst
        self._clock = clock
        self._tokens, self._at = burst, clock()

    def take(self, cost: float = 1) -> float:
        """Take tokens and return for how many seconds to wait until they are there."""
        self._tokens = self.tokens - cost
        self._at = self._clock()
        return max(0.0, -self._tokens / self.rate)

    @property
    def tokens(self) -> float:
        """How many there are now; below 0 in debt."""
        return min(self.burst, self._tokens + (self._clock() - self._at) * self.rate)
