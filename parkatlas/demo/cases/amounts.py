"""Amounts that look drawn and add up exactly."""

from collections.abc import Sequence

import numpy as np

Bound = int | Sequence[int]
_SPREAD = 0.55


def amounts(rng: np.random.Generator, count: int, total: int, low: Bound, high: Bound, step: int = 10) -> list[int]:  # noqa: PLR0913, PLR0917 - what they are drawn within
    """Draw ``count`` multiples of ``step`` within low and high (one bound for all, or one each) that sum to total.

    Raises ValueError where no such amounts exist.
    """
    least = -(-np.broadcast_to(np.asarray(low, dtype=np.int64), count) // step)
    room = np.broadcast_to(np.asarray(high, dtype=np.int64), count) // step - least
    left = total // step - int(least.sum())
    if total % step or left < 0 or left > room.sum():
        raise ValueError(f"{count} amounts within {low} and {high} cannot sum to {total}")
    weights = rng.lognormal(0, _SPREAD, count)
    added = np.minimum(room, np.floor(left * weights / weights.sum()).astype(np.int64))
    order = np.argsort(-weights)
    while (rest := left - int(added.sum())) > 0:
        open_ones = [index for index in order if added[index] < room[index]]
        for index in open_ones[:rest]:
            added[index] += min(room[index] - added[index], max(1, rest // len(open_ones)))
    return [int(value) * step for value in least + added]


def spread(rng: np.random.Generator, values: dict[str, int]) -> list[str]:
    """Return every key as often as its value says, in drawn order."""
    keys = [key for key, often in values.items() for _ in range(often)]
    return [keys[index] for index in rng.permutation(len(keys))]
