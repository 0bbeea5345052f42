"""The colours of lamps; their shapes and words, for those who do not tell red from green, are `words.lamps`."""

# Of bars, and of text, which needs more contrast to its ground; by theme.
_FILLS = {"green": "#2E7D32", "yellow": "#E0A100", "red": "#C0392B"}
_TEXTS = {
    False: {"green": "#2E7D32", "yellow": "#8A6200", "red": "#B3261E"},
    True: {"green": "#7CC880", "yellow": "#F2C14E", "red": "#F28B82"},
}


def fill(code: str) -> str:
    """Return the colour of a bar under a lamp."""
    return _FILLS[code]


def ink(code: str, *, dark: bool) -> str:
    """Return the colour of text under a lamp."""
    return _TEXTS[dark][code]
