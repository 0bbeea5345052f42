"""The header of a SQL file: what it answers, reads, takes and returns, read with file and line at every fault."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from parkatlas.columns import SQL_TYPES, UNITS
from parkatlas.errors import ContractBroken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PARAM_TYPES = ("DATE", "DOUBLE", "BIGINT", "VARCHAR", "VARCHAR[]", "BIGINT[]", "DOUBLE[]", "DATE[]")

_SECTION = re.compile(r"^--\s+(reads|params|returns|order):\s+(.*)$")
_ENTRY = re.compile(r"^\$?(?:(scope)\.)?(\w+)\s+([A-Z]+(?:\[\])?)(?:\s+(.*))?$")

# The filters that all pages share reach a statement as one struct, ``$scope``: lists with names cannot change places.
SCOPE = ("parks", "units", "industries", "stages")

Lines = list[tuple[int, str]]


@dataclass(frozen=True)
class Slot:
    """A declared parameter or returned column: name, SQL type, unit (empty where none), meaning, line in the file.

    A parameter of the scope is a list within the argument ``$scope``, not an argument of its own.
    """

    name: str
    sql_type: str
    unit: str
    meaning: str
    line: int
    is_of_scope: bool = False


@dataclass(frozen=True)
class Query:
    """One SQL file: its name, its first line, its contract and its statement."""

    name: str
    summary: str
    reads: tuple[str, ...]
    params: tuple[Slot, ...]
    returns: tuple[Slot, ...]
    order: str
    sql: str

    @property
    def param_names(self) -> tuple[str, ...]:
        """Names of the parameters, as declared."""
        return tuple(param.name for param in self.params)

    def arguments(self, values: "Mapping[str, object]") -> dict[str, object]:
        """Return what the statement takes, made of the parameters' values; one that is not given is null.

        Of the scope, a list that the query does not declare is null: it filters nothing.
        """
        arguments = {param.name: values.get(param.name) for param in self.params if not param.is_of_scope}
        of_scope = {param.name for param in self.params if param.is_of_scope}
        if of_scope:
            arguments["scope"] = {name: values.get(name) if name in of_scope else None for name in SCOPE}
        return arguments


def parse(path: Path) -> Query:
    """Read one SQL file and its header; raises ContractBroken with file and line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    head = list(_leading_comments(lines))
    opening = re.match(r"^-- (\w+): (.+)$", head[0]) if head else None
    if opening is None or opening[1] != path.stem:
        raise ContractBroken(f"{path.name}:1: the first line reads '-- {path.stem}: what it answers, one row per …'")
    sections = _sections(path, head)
    for required in ("reads", "returns", "order"):
        if required not in sections:
            raise ContractBroken(f"{path.name}:1: the header lacks '{required}:'")
    return Query(
        name=path.stem,
        summary=_summary(opening[2], head[1:]),
        reads=tuple(re.split(r",\s*", " ".join(line for _, line in sections["reads"]))),
        params=_slots(path, sections.get("params", []), PARAM_TYPES),
        returns=_slots(path, sections["returns"], tuple(SQL_TYPES.values())),
        order=" ".join(line for _, line in sections["order"]),
        sql="\n".join(lines),
    )


def _leading_comments(lines: list[str]) -> "Iterator[str]":
    for line in lines:
        if not line.startswith("--"):
            return
        yield line


def _summary(first: str, rest: list[str]) -> str:
    more = []
    for line in rest:
        if line.strip() == "--" or _SECTION.match(line):
            break
        more.append(line[2:].strip())
    return " ".join([first, *more])


def _sections(path: Path, head: list[str]) -> dict[str, Lines]:
    sections: dict[str, Lines] = {}
    current = ""
    for number, line in enumerate(head, start=1):
        opened = _SECTION.match(line)
        if opened:
            current = opened[1]
            if current in sections:
                raise ContractBroken(f"{path.name}:{number}: '{current}:' stands twice; keep one")
            sections[current] = [(number, opened[2].strip())]
        elif current and line[2:].strip():
            sections[current].append((number, line[2:].strip()))
    return sections


def _slots(path: Path, lines: Lines, types: tuple[str, ...]) -> tuple[Slot, ...]:
    slots: dict[str, Slot] = {}
    for number, line in lines:
        slot = _slot(f"{path.name}:{number}", number, line, types)
        if slot.name in slots:
            raise ContractBroken(f"{path.name}:{number}: {slot.name} is declared twice; keep one")
        slots[slot.name] = slot
    return tuple(slots.values())


def _slot(location: str, number: int, line: str, types: tuple[str, ...]) -> Slot:
    is_param = types is PARAM_TYPES
    match = _ENTRY.match(line)
    if match is None or line.startswith("$") is not is_param:
        shape = "$name TYPE meaning" if is_param else "name TYPE unit, meaning"
        raise ContractBroken(f"{location}: '{line}' is not of the form '{shape}'")
    scope, name, sql_type, meaning = match.groups()
    if sql_type not in types:
        raise ContractBroken(f"{location}: {name} is declared {sql_type}; take one of {', '.join(types)}")
    if scope and name not in SCOPE:
        raise ContractBroken(f"{location}: the scope has no {name}; take one of {', '.join(SCOPE)}")
    rest = (meaning or "").strip()
    unit = next((word for word in re.split(r"[\s,]", rest)[:1] if word in UNITS), "") if not is_param else ""
    return Slot(name, sql_type, unit, rest.removeprefix(unit).lstrip(", "), number, is_of_scope=bool(scope))
