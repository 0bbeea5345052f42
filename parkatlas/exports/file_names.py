"""The names of downloads: what they hold, as of when, on which basis; safe on every system."""

import re
from typing import TYPE_CHECKING

from parkatlas import formats, terms
from parkatlas.messages import text

if TYPE_CHECKING:
    from parkatlas.words import Caption

# What Windows, macOS, Linux and a download header refuse in a file name, and what steers the direction of writing.
_UNSAFE = re.compile(r'[\\/:*?"<>|%#\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+')
_LONGEST_PART = 60


def file_name(caption: "Caption", suffix: str) -> str:
    """Return the name of a download, such as ``投资强度_2026-10-31_计划口径.xlsx``; ``suffix`` is without its dot."""
    example = text("exports.example") if caption.is_example else ""
    stamp = terms.label("stamp", "internal") if caption.is_internal else ""
    parts = (stamp, caption.title, formats.day(caption.as_of), caption.basis, example)
    safe = [_UNSAFE.sub(" ", part).strip(" ._-")[:_LONGEST_PART].rstrip() for part in parts]
    return "_".join(filter(None, safe)) + f".{suffix}"
