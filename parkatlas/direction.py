"""The direction of writing: texts that people wrote never turn the text around them."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

_ISOLATE, _POP = "\u2068", "\u2069"
# Embeddings, overrides and isolates that force a direction. U+2068 is left out: it turns nothing around it.
_TURNING = re.compile("[\u202a-\u202e\u2066\u2067]")
_ISOLATES = re.compile(f"[{_ISOLATE}{_POP}]")
# Letters of Hebrew, Arabic and the other scripts that run from right to left.
_LEFTWARD = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


def straight(words: str) -> str:
    r"""Return a text whose signs that turn the direction are written out as their codes, such as ``\u202e``."""
    written = _TURNING.sub(_code, words)
    return written if _are_paired(written) else _ISOLATES.sub(_code, written)


def straight_rows(rows: "pd.DataFrame") -> "pd.DataFrame":
    """Return rows whose texts have gone through ``straight``; ids and keys stay, for queries take them as they are."""
    words = [column for column in rows.select_dtypes("str") if not column.endswith(("_id", "_key"))]
    return rows.assign(**{column: rows[column].map(straight, na_action="ignore") for column in words})


def isolated(words: str) -> str:
    """Return a text to be put into a sentence: one with letters from right to left is isolated, so that only it turns.

    Other texts get no isolates: someone who copies them gets what was written.
    """
    written = straight(words)
    return f"{_ISOLATE}{written}{_POP}" if _LEFTWARD.search(written) else written


def _are_paired(words: str) -> bool:
    """Tell whether every isolate ends, and none ends that did not begin here."""
    depth = 0
    for sign in _ISOLATES.findall(words):
        depth += 1 if sign == _ISOLATE else -1
        if depth < 0:
            return False
    return depth == 0


def _code(match: "re.Match[str]") -> str:
    return match[0].encode("unicode_escape").decode()
