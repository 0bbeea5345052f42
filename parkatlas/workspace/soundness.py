"""Whether a workspace is sound: its originals against their hashes, the queries against their contracts."""

from typing import TYPE_CHECKING, Any

from parkatlas import queries
from parkatlas.errors import ContractBroken
from parkatlas.workspace import originals

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from parkatlas.workspace.journal import Journal

# What is at fault (original_missing, original_changed, query_broken), of what, and of which import (0 of none).
Fault = tuple[str, str, int]


def originals_at_fault(directory: "Path", journal: "Journal") -> "Iterator[Fault]":
    """Yield every original of the journal that is missing or no longer what its hash says."""
    for entry in journal.entries():
        for _, digest in entry.get("files", ()):
            path = directory / originals.FOLDER / digest
            if not path.exists():
                yield "original_missing", digest, entry["import_id"]
            elif originals.fingerprint(path) != digest:
                yield "original_changed", digest, entry["import_id"]


def queries_at_fault(cursor: Any) -> "Iterator[Fault]":
    """Yield every query whose header and statement disagree."""
    for query in queries.load_all().values():
        try:
            queries.check(query, cursor)
        except ContractBroken as error:
            yield "query_broken", str(error), 0
