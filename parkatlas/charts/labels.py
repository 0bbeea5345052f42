"""The one way by which text reaches Plotly, which reads it as markup, as templates and as TeX: escaped."""

import re

from parkatlas import direction
from parkatlas.words.widths import width

_ENTITIES = {ord(char): f"&#{ord(char)};" for char in "&<>\"'\\`${}%"}
_CLAUSE_ENDS = re.compile(r"(?<=[，；。])|(?<=[,;] )")
# A word of Latin letters is never cut; a closing mark never begins a line.
_PIECES = re.compile(r"\s+|[（“]?(?:[!-~]+|.)[，。；：、）”]*")


def text(value: object) -> str:
    """Return ``value`` with every character that Plotly could read as code made an entity: it is shown verbatim."""
    return direction.isolated(str(value)).translate(_ENTITIES)


def stacked(*parts: str) -> str:
    """Return lines one under the other, each escaped."""
    return "<br>".join(text(line) for line in parts)


def lines(sentence: str, room: int) -> list[str]:
    """Return ``sentence`` in lines of ``room`` columns at most, broken after a clause if it can be, escaped."""
    clauses = _CLAUSE_ENDS.split(sentence)
    fitting = (
        piece for clause in clauses for piece in ([clause] if width(clause) <= room else _PIECES.findall(clause))
    )
    rows = [""]
    for piece in fitting:
        if rows[-1] and width((rows[-1] + piece).rstrip()) > room:
            rows.append("")
        rows[-1] += piece if rows[-1] else piece.lstrip()
    return [text(line.rstrip()) for line in rows]
