"""Files that were checked and are not stored yet: their rows are kept, so that storing one reads it no second time."""

import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parkatlas import intake
from parkatlas.workspace import durable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from parkatlas.workspace.originals import Copies, Digests

MOST_FILES, MOST_BYTES = 8, 256_000_000
# Kind, name and options of a file: what its rows depend on besides its content.
Words = tuple[str, str, str]


@dataclass(frozen=True)
class Checked:
    """What was read of a file, and the workspace's registers that it was checked against."""

    registers: intake.Registers
    taken: intake.Intake

    @property
    def size(self) -> int:
        """The bytes of its rows."""
        return sum(rows.nbytes for rows in self.taken.tables.values())


class CheckedFiles:
    """The files of a process checked last; the oldest go where they are too many or too large together.

    Their rows take disk rather than memory: they are mapped from files that have no name any more.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[Words, Digests], Checked] = {}
        self._changing = threading.Lock()

    @contextmanager
    def checking(self, offer: intake.Offer) -> "Iterator[Callable[[Checked], None]]":
        """Yield what keeps the rows read of a file within the block, unless the file has changed meanwhile."""
        before = _digests(offer)

        def keep(checked: Checked) -> None:
            if before and before == _digests(offer):
                self._keep((_words(offer), before), checked)

        yield keep

    def take(self, offer: intake.Offer, copies: "Copies") -> Checked | None:
        """Return and forget what was read of the very same bytes under the same kind, name and options, if anything."""
        words = _words(offer)
        if all(kept != words for kept, _ in self._kept.copy()):
            return None  # nobody waits for the copies
        try:
            digests = copies.digests()
        except OSError:  # for the reader to say
            return None
        with self._changing:
            return self._kept.pop((words, digests), None)

    def _keep(self, key: "tuple[Words, Digests]", checked: Checked) -> None:
        with self._changing:
            self._kept.pop(key, None)
            self._kept[key] = checked
            while len(self._kept) > MOST_FILES or sum(each.size for each in self._kept.values()) > MOST_BYTES:
                del self._kept[next(iter(self._kept))]


def _words(offer: intake.Offer) -> Words:
    return offer.kind, offer.file_name, json.dumps(offer.options.to_json())


def _digests(offer: intake.Offer) -> "Digests | None":
    try:
        return tuple((part.suffix.lower(), durable.fingerprint(part)) for part in intake.parts(offer.path))
    except OSError:  # for the reader to say
        return None
