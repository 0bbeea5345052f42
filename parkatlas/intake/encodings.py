"""The character set of a text, found by the text itself."""

import codecs
from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

if TYPE_CHECKING:
    from mmap import mmap

CANDIDATES = ("gb18030", "big5hkscs")
SAMPLE = 1 << 20
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def is_known(name: str) -> bool:
    """Whether Python knows a character set of that name that decodes bytes to text."""
    try:
        # The attribute is the only place where Python says so; one such set, "undefined", decodes nothing.
        return codecs.lookup(name)._is_text_encoding and bool(b"a".decode(name, "replace"))  # noqa: SLF001
    except (LookupError, UnicodeError):
        return False


def breaks_at(cell: bytes, name: str) -> int | None:
    """Return the first byte of a text that a known character set cannot read; None where it reads all."""
    try:
        cell.decode(name)
    except UnicodeDecodeError as error:
        return error.start
    return None


def guess(raw: "bytes | mmap") -> str:
    """Return the character set of a whole file's bytes: marked, strict UTF-8, else the likelier of GB18030 and Big5."""
    for mark, name in _MARKS.items():
        if raw[: len(mark)] == mark:
            return name
    if _is_utf8(raw):
        return "utf-8"
    return among(_foreign(raw[:]))


def _is_utf8(raw: "bytes | mmap") -> bool:
    """Whether bytes are strict UTF-8; arrow looks through them without making a text of them."""
    ends = pa.py_buffer(np.array([0, len(raw)], np.int64))
    try:
        pa.LargeStringArray.from_buffers(1, ends, pa.py_buffer(raw)).validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def guess_cells(cells: Iterable[bytes]) -> str:
    """Return the character set of short texts without a mark, as the cells of an attribute table are."""
    distinct = sorted({cell for cell in cells if not cell.isascii()})
    if fits(distinct, "utf-8"):
        return "utf-8"
    return among(b"\n".join(distinct))


def among(sample: bytes) -> str:
    """Return the likelier of GB18030 and Big5; GB18030 where the text does not tell."""
    fits = [name for name in CANDIDATES if _decodes(sample, name)]
    if len(fits) == 1:
        return fits[0]
    from charset_normalizer import from_bytes  # noqa: PLC0415 - few files need it

    best = from_bytes(sample[:SAMPLE], cp_isolation=["gb18030", "big5", "big5hkscs", "cp950"]).best()
    return "big5hkscs" if best is not None and best.encoding.startswith(("big5", "cp950")) else "gb18030"


def _foreign(raw: bytes) -> bytes:
    """Return up to SAMPLE bytes of lines that are not plain ASCII, cut at line ends."""
    lines = (line for line in raw.split(b"\n") if not line.isascii())
    taken, size = [], 0
    for line in lines:
        taken.append(line)
        size += len(line)
        if size > SAMPLE:
            break
    return b"\n".join(taken)


def _decodes(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def fits(cells: Iterable[bytes], encoding: str) -> bool:
    """Whether all texts can be read in a character set; a field's limit may have cut the last character."""
    return all(_decodes(cell, encoding) or any(_decodes(cell[:-cut], encoding) for cut in (1, 2, 3)) for cell in cells)
