"""What every export carries: what it shows, as of when, on which basis, of what scope, from whom."""

import re
from dataclasses import dataclass
from datetime import date

from parkatlas import formats, terms
from parkatlas.messages import text

# What Windows, macOS, Linux and a download header refuse in a file name, and what steers the direction of writing.
_UNSAFE = re.compile(r'[\\/:*?"<>|%#\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+')
_LONGEST_PART = 60


@dataclass(frozen=True)
class Caption:
    """Title, as-of date, basis and scope as shown (or empty), source, whether the data is invented, and for whom it is.

    What is internal says so first of all.
    """

    title: str
    as_of: date
    basis: str = ""
    scope: str = ""
    source: str = ""
    is_example: bool = False
    is_internal: bool = False

    @property
    def line(self) -> str:
        """All but the title in one line: 内部 · as-of date · basis · scope · source · 示例数据."""
        parts = (
            terms.label("stamp", "internal") if self.is_internal else "",
            text("exports.as_of", day=formats.day(self.as_of)),
            self.basis,
            self.scope,
            text("exports.source", source=self.source) if self.source else "",
            text("exports.example") if self.is_example else "",
        )
        return " · ".join(filter(None, parts))


def file_name(caption: Caption, suffix: str) -> str:
    """Return the name of a download, such as ``投资强度_2026-10-31_计划口径.xlsx``; ``suffix`` is without its dot."""
    example = text("exports.example") if caption.is_example else ""
    stamp = terms.label("stamp", "internal") if caption.is_internal else ""
    parts = (stamp, caption.title, formats.day(caption.as_of), caption.basis, example)
    safe = [_UNSAFE.sub(" ", part).strip(" ._-")[:_LONGEST_PART].rstrip() for part in parts]
    return "_".join(filter(None, safe)) + f".{suffix}"
