"""How many bytes of people's files the server takes: a file, a visit and all visits; counted while they come in."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from parkatlas.errors import UploadTooLarge
from parkatlas.gate.answers import Receive, Refusal, Scope, header
from parkatlas.gate.routes import UPLOAD

_MB = 1024 * 1024
# What a form adds to the file it carries; each file kept counts for so much at least, for an empty one has a name too.
ENVELOPE = 64 * 1024


@dataclass(frozen=True)
class Budgets:
    """The most megabytes of a file, of all files of a visit, and of all files there are."""

    file_mb: int
    session_mb: int
    all_mb: int


@dataclass
class Uploads:
    """The budgets; ``kept_bytes`` gives the bytes kept by visit (gone when it ends), ``is_open`` tells if one is on."""

    budgets: Budgets
    kept_bytes: Callable[[], Mapping[str, int]]
    is_open: Callable[[str], bool]
    coming: Counter[str] = field(default_factory=Counter)

    def of(self, scope: Scope) -> "Upload | Refusal":
        """Return what counts a request's bytes, or why they are not taken; other requests count for nothing."""
        route = UPLOAD.fullmatch(scope["path"])
        if not route or scope["method"] != "PUT":
            return Upload(self, "", 0)
        if not self.is_open(route["session"]):
            return Refusal(403, "no_visit")
        upload = Upload(self, route["session"], self.budgets.file_mb * _MB + ENVELOPE)
        declared = "".join(header(scope, b"content-length"))
        if upload.exceeds(int(declared) if declared.isdecimal() else 0):
            return Refusal(413, "upload_full")
        return upload


@dataclass
class Upload:
    """One request's bytes, at most ``limit`` of them."""

    uploads: Uploads
    session: str
    limit: int
    size: int = 0

    def exceeds(self, more: int) -> bool:
        """Tell whether so many bytes more are above a budget."""
        kept, coming, budgets = self.uploads.kept_bytes(), self.uploads.coming, self.uploads.budgets
        of_session = kept.get(self.session, 0) + coming[self.session] + more
        of_all = sum(kept.values()) + coming.total() + more
        is_above = of_session > budgets.session_mb * _MB or of_all > budgets.all_mb * _MB
        return self.size + more > self.limit or is_above

    @contextmanager
    def counting(self, receive: Receive) -> "Iterator[Receive]":
        """Yield ``receive`` with every byte counted as it comes; it raises UploadTooLarge above a budget."""
        if not self.session:
            yield receive
            return

        async def counted() -> MutableMapping[str, Any]:
            message = await receive()
            more = len(message.get("body", b""))
            if more and self.exceeds(more):
                raise UploadTooLarge
            self.size += more
            self.uploads.coming[self.session] += more
            return message

        try:
            yield counted
        finally:
            self.uploads.coming[self.session] -= self.size
            self.uploads.coming += Counter()  # forgets those at 0
