"""Items prepared one ahead: the next one is begun while the current one is in use."""

from contextlib import ExitStack
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable
    from contextlib import AbstractContextManager

Item = TypeVar("Item")
Begun = TypeVar("Begun")


def one_ahead(
    begin: "Callable[[Item], AbstractContextManager[Begun]]", items: "Iterable[Item]"
) -> "Generator[tuple[Item, Begun], None, None]":
    """Yield each item with what entering ``begin(item)`` gives; the next item is begun before the current is yielded.

    Each context is left when the next item is asked for, or the generator closed.
    """
    with ExitStack() as all_begun:

        def started(item: "Item") -> "tuple[Item, Begun, ExitStack]":
            end = all_begun.enter_context(ExitStack())
            return item, end.enter_context(begin(item)), end

        starting = map(started, items)
        current = next(starting, None)
        while current:
            following = next(starting, None)
            item, begun, end = current
            with end:
                yield item, begun
            current = following
