"""To begin the next of several things while the one before it is in use."""

from contextlib import ExitStack
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable
    from contextlib import AbstractContextManager

Thing = TypeVar("Thing")
Begun = TypeVar("Begun")


def one_ahead(
    begin: "Callable[[Thing], AbstractContextManager[Begun]]", things: "Iterable[Thing]"
) -> "Generator[tuple[Thing, Begun], None, None]":
    """Yield every thing with what begins it, the next one begun while this one is in use; each ends after its use."""
    with ExitStack() as all_begun:

        def started(thing: "Thing") -> "tuple[Thing, Begun, ExitStack]":
            end = all_begun.enter_context(ExitStack())
            return thing, end.enter_context(begin(thing)), end

        starting = map(started, things)
        current = next(starting, None)
        while current:
            following = next(starting, None)
            thing, begun, end = current
            with end:
                yield thing, begun
            current = following
