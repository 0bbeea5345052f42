"""Lamps for those who do not tell red from green, too: each a shape and a word beside its colour (`colours.LAMP`)."""

from parkatlas import terms

_MARKS = {"green": "●", "yellow": "▲", "red": "■"}


def lit(code: object) -> bool:
    """Tell whether there is a lamp: there is none without a target or without a stated value."""
    return code in _MARKS


def mark(code: str) -> str:
    """Return the shape of a lamp."""
    return _MARKS[code]


def word(code: object) -> str | None:
    """Return shape and word of a lamp: ``▲ 预警``; None where there is no lamp."""
    return f"{_MARKS[str(code)]} {terms.label('lamp', str(code))}" if lit(code) else None
