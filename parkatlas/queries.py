"""SQL files as functions: load them with their declared contracts, check the contracts, run them on an engine."""

import re
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parkatlas.columns import CATALOGUE, UNITS
from parkatlas.errors import ContractBroken, UnknownQuery

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

FOLDER = Path(__file__).parent.parent / "queries"

_SECTION = re.compile(r"^--\s+(reads|params|returns|order):\s+(.*)$")
_ENTRY = re.compile(r"^\$?(\w+)\s+([A-Z]+(?:\[\])?)(?:\s+(.*))?$")
_RELATION = re.compile(r"\b(?:from|join)\s+([a-z_]\w*)")
_CTE = re.compile(r"\b([a-z_]\w*)\s+as\s+\(\s*(?:select|with)\b")


# A value of each type a parameter may declare, to describe a statement with.
_SAMPLES: dict[str, object] = {
    "DATE": date(2000, 1, 1),
    "DOUBLE": 1.0,
    "BIGINT": 1,
    "VARCHAR": "",
    "VARCHAR[]": [""],
}


@dataclass(frozen=True)
class Slot:
    """A declared parameter or returned column: name, SQL type, unit (empty where none) and meaning."""

    name: str
    sql_type: str
    unit: str
    meaning: str


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


@cache
def load_all(folder: Path = FOLDER) -> dict[str, Query]:
    """Return every query of ``folder`` by name; raises ContractBroken at the first malformed header."""
    return {path.stem: parse(path) for path in sorted(folder.glob("*.sql"))}


def find(name: str) -> Query:
    """Return the query of that name; raises UnknownQuery naming the nearest."""
    known = load_all()
    if name not in known:
        raise UnknownQuery(_nearest("query", name, known))
    return known[name]


@cache
def statement(folder: str, name: str) -> str:
    """Return the text of ``queries/<folder>/<name>.sql``: a statement without a contract, of the workspace's own."""
    return (FOLDER / folder / f"{name}.sql").read_text(encoding="utf-8")


def table_scripts() -> tuple[str, ...]:
    """Return the scripts that make tables and macros, in their order."""
    return tuple(path.read_text(encoding="utf-8") for path in sorted((FOLDER / "tables").glob("*.sql")))


def run(query: Query, engine: Any, params: "Mapping[str, object]") -> "pd.DataFrame":
    """Run ``query`` on ``engine`` (a DuckDB cursor) and return its rows in the declared order.

    Raises UnknownQuery for a parameter that the query does not declare; one that is not given is null.
    """
    for name in params:
        if name not in query.param_names:
            raise UnknownQuery(_nearest(f"parameter of {query.name}", name, query.param_names))
    given = {name: params.get(name) for name in query.param_names}
    frame: pd.DataFrame = engine.execute(query.sql, given).df()
    return frame


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
        params=tuple(_slot(path, number, line, is_param=True) for number, line in sections.get("params", ())),
        returns=tuple(_slot(path, number, line, is_param=False) for number, line in sections["returns"]),
        order=" ".join(line for _, line in sections["order"]),
        sql="\n".join(lines),
    )


def check(query: Query, connection: Any) -> None:
    """Hold a query's header against its statement; raises ContractBroken saying what to mend.

    ``connection`` is an engine with the tables made. Parameters, columns, types, units and relations are compared.
    """
    statements = connection.extract_statements(query.sql)
    if len(statements) != 1:
        raise ContractBroken(f"{query.name}.sql: one statement a file, found {len(statements)}")
    _compare(query, "parameters", set(query.param_names), set(statements[0].named_parameters))
    bare = _uncommented(query.sql)
    used = set(_RELATION.findall(bare)) - set(_CTE.findall(bare)) - {"generate_series"}
    _compare(query, "relations read", set(query.reads), used)
    samples = {param.name: _SAMPLES[param.sql_type] for param in query.params}
    described = connection.execute(f"describe {query.sql}", samples).fetchall()
    declared = [(slot.name, slot.sql_type) for slot in query.returns]
    actual = [(str(row[0]), str(row[1])) for row in described]
    if declared != actual:
        wrong = next((pair for pair in zip(declared, actual, strict=False) if pair[0] != pair[1]), (declared, actual))
        raise ContractBroken(f"{query.name}.sql: returns {wrong[1]}, the header says {wrong[0]}")
    if not re.search(r"\border by\b", _uncommented(query.sql)):
        raise ContractBroken(f"{query.name}.sql: the statement has no order by; a total order always")
    for slot in query.returns:
        _check_column(query, slot)


def _check_column(query: Query, slot: Slot) -> None:
    if slot.name not in CATALOGUE:
        raise ContractBroken(f"{query.name}.sql: column {slot.name} is not in parkatlas/columns.py; add it there first")
    column = CATALOGUE[slot.name]
    if column.unit != slot.unit:
        raise ContractBroken(f"{query.name}.sql: {slot.name} is in '{column.unit}', the header says '{slot.unit}'")
    if column.sql_type != slot.sql_type:
        raise ContractBroken(f"{query.name}.sql: {slot.name} is {column.sql_type}, the header says {slot.sql_type}")


def _compare(query: Query, what: str, declared: set[str], actual: set[str]) -> None:
    if declared != actual:
        raise ContractBroken(
            f"{query.name}.sql: {what}: only in the header {sorted(declared - actual)}, "
            f"only in the statement {sorted(actual - declared)}"
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


def _sections(path: Path, head: list[str]) -> dict[str, list[tuple[int, str]]]:
    sections: dict[str, list[tuple[int, str]]] = {}
    current = ""
    for number, line in enumerate(head, start=1):
        opened = _SECTION.match(line)
        if opened:
            current = opened[1]
            if current in sections:
                raise ContractBroken(f"{path.name}:{number}: '{current}:' stands twice")
            sections[current] = [(number, opened[2].strip())]
        elif current and line[2:].strip():
            sections[current].append((number, line[2:].strip()))
    return sections


def _slot(path: Path, number: int, line: str, *, is_param: bool) -> Slot:
    found = _ENTRY.match(line)
    if found is None or line.startswith("$") is not is_param:
        shape = "$name TYPE meaning" if is_param else "name TYPE unit, meaning"
        raise ContractBroken(f"{path.name}:{number}: '{line}' is not of the form '{shape}'")
    rest = (found[3] or "").strip()
    unit = "" if is_param else next((word for word in re.split(r"[\s,]", rest)[:1] if word in UNITS), "")
    return Slot(found[1], found[2], unit, rest.removeprefix(unit).lstrip(", "))


def _uncommented(sql: str) -> str:
    return re.sub(r"--.*", "", sql)


def _nearest(what: str, name: str, known: "Mapping[str, object] | tuple[str, ...]") -> str:
    near = get_close_matches(name, list(known), n=3)
    return f"no {what} is called {name!r}; " + (f"nearest: {', '.join(near)}" if near else f"known: {', '.join(known)}")
