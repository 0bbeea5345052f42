"""The direction of writing: people's words never turn what stands around them."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

_ISOLATE, _POP = "\u2068", "\u2069"
# Embeddings, overrides and isolates that force a direction; the isolate that asks its first letter turns nothing else.
_TURNING = re.compile("[\u202a-\u202e\u2066\u2067]")
_ISOLATES = re.compile(f"[{_ISOLATE}{_POP}]")
# Letters of Hebrew, Arabic and the other scripts that run from right to left.
_LEFTWARD = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


def shown(words: str) -> str:
    r"""Return a text whose signs that turn the direction are written out as their codes, such as ``\u202e``."""
    straight = _TURNING.sub(_code, words)
    return straight if _are_paired(straight) else _ISOLATES.sub(_code, straight)


def shown_in(rows: "pd.DataFrame") -> "pd.DataFrame":
    """Return rows whose words are as ``shown`` gives them; ids and keys stay, for they are asked with."""
    words = [column for column in rows.select_dtypes("str") if not column.endswith(("_id", "_key"))]
    return rows.assign(**{column: rows[column].map(shown, na_action="ignore") for column in words})


def isolated(words: str) -> str:
    """Return a text to stand within a sentence: where it runs from right to left, only it itself does.

    Other texts stay as they are, so that what is copied is what was written.
    """
    straight = shown(words)
    return f"{_ISOLATE}{straight}{_POP}" if _LEFTWARD.search(straight) else straight


def _are_paired(words: str) -> bool:
    """Tell whether every isolate ends, and none ends that did not begin here."""
    depth = 0
    for sign in _ISOLATES.findall(words):
        depth += 1 if sign == _ISOLATE else -1
        if depth < 0:
            return False
    return depth == 0


def _code(found: "re.Match[str]") -> str:
    return found[0].encode("unicode_escape").decode()
