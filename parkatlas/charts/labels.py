"""The one door through which text reaches Plotly, which reads it as markup, as templates and as TeX."""

import re
from unicodedata import east_asian_width

from parkatlas import direction

_ENTITIES = {ord(char): f"&#{ord(char)};" for char in "&<>\"'\\`${}%"}
_CLAUSE_ENDS = re.compile(r"(?<=[，；。])|(?<=[,;] )")
# A word of Latin letters is never cut; a closing mark never begins a line.
_PIECES = re.compile(r"\s+|[（“]?(?:[!-~]+|.)[，。；：、）”]*")


def text(value: object) -> str:
    """Return ``value`` with every character that Plotly could read as code an entity: shown, it is verbatim."""
    return direction.isolated(str(value)).translate(_ENTITIES)


def clipped(value: object, room: int) -> str:
    """Return ``value`` cut with … to ``room`` columns (a Chinese character takes two); not yet through the door."""
    name = str(value)
    if width(name) <= room:
        return name
    kept = 0
    while width(name[: kept + 1]) < room:
        kept += 1
    return name[:kept].rstrip() + "…"


def stacked(*said: str) -> str:
    """Return lines one under the other, each through the door."""
    return "<br>".join(text(line) for line in said)


def lines(sentence: str, room: int) -> list[str]:
    """Return ``sentence`` in lines of ``room`` columns at most, broken after a clause if it can be, escaped."""
    clauses = _CLAUSE_ENDS.split(sentence)
    fitting = (
        piece for clause in clauses for piece in ([clause] if width(clause) <= room else _PIECES.findall(clause))
    )
    found = [""]
    for piece in fitting:
        if found[-1] and width((found[-1] + piece).rstrip()) > room:
            found.append("")
        found[-1] += piece if found[-1] else piece.lstrip()
    return [text(line.rstrip()) for line in found]


def width(words: str) -> int:
    """Return how many columns ``words`` take: a Chinese character two, a Latin one."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in words)
