"""Lamps for those who do not tell red from green, too: each a colour, a shape and a word."""

from parkatlas import terms

_MARKS = {"green": "●", "yellow": "▲", "red": "■"}
# Of bars, and of text, which needs more contrast to its ground; by theme.
_FILLS = {"green": "#2E7D32", "yellow": "#E0A100", "red": "#C0392B"}
_TEXTS = {
    False: {"green": "#2E7D32", "yellow": "#8A6200", "red": "#B3261E"},
    True: {"green": "#7CC880", "yellow": "#F2C14E", "red": "#F28B82"},
}


def lit(code: object) -> bool:
    """Tell whether there is a lamp: a target, and something stated to hold against it."""
    return code in _MARKS


def mark(code: str) -> str:
    """Return the shape of a lamp."""
    return _MARKS[code]


def word(code: str) -> str:
    """Return shape and word of a lamp: ``▲ 预警``."""
    return f"{_MARKS[code]} {terms.label('lamp', code)}"


def fill(code: str) -> str:
    """Return the colour of a bar under a lamp."""
    return _FILLS[code]


def ink(code: str, *, dark: bool) -> str:
    """Return the colour of text under a lamp."""
    return _TEXTS[dark][code]
