"""The one door through which text reaches Plotly, which reads it as markup, as templates and as TeX."""

import re

from parkatlas import direction
from parkatlas.words.widths import width

_ENTITIES = {ord(char): f"&#{ord(char)};" for char in "&<>\"'\\`${}%"}
_CLAUSE_ENDS = re.compile(r"(?<=[，；。])|(?<=[,;] )")
# A word of Latin letters is never cut; a closing mark never begins a line.
_PIECES = re.compile(r"\s+|[（“]?(?:[!-~]+|.)[，。；：、）”]*")


def text(value: object) -> str:
    """Return ``value`` with every character that Plotly could read as code an entity: shown, it is verbatim."""
    return direction.isolated(str(value)).translate(_ENTITIES)


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
