"""How wide words are on screen, and names cut to a width; a Chinese character takes two columns, a Latin one."""

from unicodedata import east_asian_width


def clipped(value: object, room: int) -> str:
    """Return ``value`` cut with … to ``room`` columns (a Chinese character takes two)."""
    name = str(value)
    if width(name) <= room:
        return name
    kept = 0
    while width(name[: kept + 1]) < room:
        kept += 1
    return name[:kept].rstrip() + "…"


def width(words: str) -> int:
    """Return how many columns ``words`` take: a Chinese character two, a Latin one."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in words)
