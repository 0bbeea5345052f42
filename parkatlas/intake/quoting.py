"""Words from outside as a message may repeat them: cut where they are long, what nobody can see written out."""

import re
import unicodedata
from typing import Any

LONGEST = 200
# Controls that show nothing, or turn the direction of what follows: from, to. White space is none of them.
_CONTROLS = (
    (0x00, 0x08), (0x0B, 0x0C), (0x0E, 0x1F), (0x7F, 0x84), (0x86, 0x9F), (0xAD, 0xAD), (0x61C, 0x61C),
    (0x180E, 0x180E), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB),
    (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0001, 0xE007F),
)  # fmt: skip
# Read by Python and by arrow alike.
INVISIBLE = "[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _CONTROLS) + "]"
_INVISIBLE = re.compile(INVISIBLE)


def has_invisible(word: str) -> bool:
    """Whether a text holds a control that nobody sees, such as one that turns the direction of the text."""
    return _INVISIBLE.search(word) is not None


def is_text(word: str) -> bool:
    """Whether a text can be written as UTF-8: what the system gave as other bytes cannot."""
    try:
        word.encode()
    except UnicodeEncodeError:
        return False
    return True


def quoted(word: str) -> str:
    r"""Return a text for a message: at most ``LONGEST`` characters and "…", controls as \\u202E, half pairs as "?"."""
    start = word[: 2 * LONGEST].encode("utf-8", "replace").decode()
    visible = _INVISIBLE.sub(lambda match: f"\\u{ord(match[0]):04X}", start)
    if len(visible) <= LONGEST and len(word) <= 2 * LONGEST:
        return visible
    end = LONGEST
    while end > LONGEST - 20 and unicodedata.combining(visible[end : end + 1] or "…"):
        end -= 1
    return f"{visible[:end]}…"


def quoted_all(detail: Any) -> Any:
    """Return a finding's detail with every text in it quoted."""
    if isinstance(detail, str):
        return quoted(detail)
    if isinstance(detail, dict):
        return {name: quoted_all(value) for name, value in detail.items()}
    if isinstance(detail, list | tuple):
        return [quoted_all(value) for value in detail]
    return detail
