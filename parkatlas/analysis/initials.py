"""Names by their pinyin initials: what was typed becomes a pattern of characters, so that nothing is stored for it."""

import re
from collections import defaultdict
from functools import cache
from unicodedata import normalize

_READINGS = 3  # the frequent readings of a character, the first ones of the dictionary
_HAN = range(0x4E00, 0xA000)
_LONGEST = 20


def pattern(typed: str) -> str | None:
    """Return a regular expression for names that hold characters read with these initials; None for other than letters.

    ``qyt`` fits 清源陶瓷; a Latin letter or a digit in a name stands for itself.
    """
    letters = typed.strip().lower()
    if not re.fullmatch(rf"[a-z0-9]{{2,{_LONGEST}}}", letters) or not re.search(r"[a-z]", letters):
        return None
    characters = _characters()
    return "".join(f"[{letter}{letter.upper()}{characters.get(letter, '')}]" for letter in letters)


@cache
def _characters() -> dict[str, str]:
    """Return for each letter the characters that may be read with it as their initial."""
    from pypinyin.constants import PINYIN_DICT  # noqa: PLC0415 - half a second that only this search needs

    by_letter: dict[str, set[str]] = defaultdict(set)
    for code in _HAN:
        for reading in PINYIN_DICT.get(code, "").split(",")[:_READINGS]:
            by_letter[normalize("NFD", reading)[:1]].add(chr(code))  # the letter without its tone
    return {letter: "".join(sorted(characters)) for letter, characters in by_letter.items()}
