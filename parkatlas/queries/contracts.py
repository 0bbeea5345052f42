"""The contract of a SQL file compared with its statement: parameters, relations, columns, types, units and order."""

import re
from datetime import date
from typing import Any

from parkatlas.columns import CATALOGUE
from parkatlas.errors import ContractBroken
from parkatlas.queries.headers import Query

_RELATION = re.compile(r"\b(?:from|join)\s+([a-z_]\w*)")
_CTE = re.compile(r"\b([a-z_]\w*)\s+as\s+\([\s(]*(?:select|with)\b")
_MADE_BY_THE_ENGINE = {"generate_series"}

# A value of each type a parameter may declare, to describe a statement with.
_SAMPLES: dict[str, object] = {
    "DATE": date(2000, 1, 1),
    "DOUBLE": 1.0,
    "BIGINT": 1,
    "VARCHAR": "",
    "VARCHAR[]": [""],
    "BIGINT[]": [1],
    "DOUBLE[]": [1.0],
    "DATE[]": [date(2000, 1, 1)],
}


def check(query: Query, connection: Any) -> None:
    """Compare a query's header with its statement; raises ContractBroken with file, line and what to mend.

    ``connection`` is an engine with the tables made. Parameters, columns, types, units and relations are compared.
    """
    bare = _uncommented(query.sql)
    _compare(query, "parameters", set(query.arguments({})), _parameters(query, connection))
    used = set(_RELATION.findall(bare)) - set(_CTE.findall(bare)) - _MADE_BY_THE_ENGINE
    _compare(query, "relations read", set(query.reads), used)
    _check_columns(query, _described(query, connection))
    if not re.search(r"\border by\b", bare):
        raise _broken(query, _first_line(query), "the statement has no order by; a total order always")


def _parameters(query: Query, connection: Any) -> set[str]:
    statements = _engine_result(query, lambda: connection.extract_statements(query.sql))
    if len(statements) != 1:
        raise _broken(query, _first_line(query), f"one statement a file, found {len(statements)}; split it")
    return set(statements[0].named_parameters)


def _described(query: Query, connection: Any) -> list[tuple[str, str]]:
    samples = query.arguments({param.name: _SAMPLES[param.sql_type] for param in query.params})
    rows = _engine_result(query, lambda: connection.execute(f"describe {query.sql}", samples).fetchall())
    return [(str(row[0]), str(row[1])) for row in rows]


def _engine_result(query: Query, ask: Any) -> Any:
    try:
        return ask()
    except Exception as error:  # the engine's own kinds of error are known to the workspace only
        message = str(error)
        line = re.search(r"^LINE (\d+):", message, re.MULTILINE)
        raise _broken(query, int(line[1]) if line else _first_line(query), message.splitlines()[0]) from error


def _check_columns(query: Query, actual: list[tuple[str, str]]) -> None:
    for slot, (name, sql_type) in zip(query.returns, actual, strict=False):
        if (slot.name, slot.sql_type) != (name, sql_type):
            message = f"the statement returns {name} {sql_type} here, the header says {slot.name} {slot.sql_type}"
            raise _broken(query, slot.line, message)
        if name not in CATALOGUE:
            raise _broken(query, slot.line, f"column {name} is not in parkatlas/columns.py; add it there first")
        column = CATALOGUE[name]
        if column.unit != slot.unit:
            raise _broken(query, slot.line, f"{name} is in '{column.unit}' by columns.py, not in '{slot.unit}'")
        if column.sql_type != sql_type:
            raise _broken(query, slot.line, f"{name} is {column.sql_type} by columns.py, not {sql_type}; cast it")
    if len(actual) != len(query.returns):
        message = f"the statement returns {len(actual)} columns, the header declares {len(query.returns)}; declare each"
        raise _broken(query, query.returns[-1].line, message)


def _compare(query: Query, part: str, declared: set[str], actual: set[str]) -> None:
    if declared != actual:
        line = next((slot.line for slot in query.params if slot.name in declared - actual), 1)
        only = f"only in the header {sorted(declared - actual)}, only in the statement {sorted(actual - declared)}"
        raise _broken(query, line, f"{part} differ: {only}")


def _broken(query: Query, line: int, message: str) -> ContractBroken:
    return ContractBroken(f"{query.name}.sql:{line}: {message}")


def _first_line(query: Query) -> int:
    return next(number for number, line in enumerate([*query.sql.splitlines(), ""], 1) if not line.startswith("--"))


def _uncommented(sql: str) -> str:
    return re.sub(r"--.*", "", sql)
