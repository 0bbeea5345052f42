"""SQL files as functions: load them with their declared contracts, check the contracts, run them on an engine."""

import threading
from contextlib import contextmanager
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parkatlas.columns import CATALOGUE
from parkatlas.errors import QueryTooSlow, UnknownQuery
from parkatlas.filetypes import KINDS
from parkatlas.queries.contracts import check
from parkatlas.queries.headers import Query, Slot, parse
from parkatlas.resources import QUERIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pandas as pd

__all__ = ["Query", "Slot", "check", "find", "load_all", "nearest", "parse", "run", "statement", "table_scripts"]

_LEDGER = "    -- columns of a ledger\n"


@cache
def load_all(folder: Path = QUERIES) -> dict[str, Query]:
    """Return every query of ``folder`` by name; raises ContractBroken at the first malformed header."""
    return {path.stem: parse(path) for path in sorted(folder.glob("*.sql"))}


def find(name: str) -> Query:
    """Return the query of that name; raises UnknownQuery naming the nearest."""
    catalogue = load_all()
    if name not in catalogue:
        raise UnknownQuery("query", name, nearest(name, catalogue))
    return catalogue[name]


@cache
def statement(folder: str, name: str) -> str:
    """Return the text of ``queries/<folder>/<name>.sql``: a statement without a contract, of the workspace's own."""
    return (QUERIES / folder / f"{name}.sql").read_text(encoding="utf-8")


def table_scripts() -> tuple[str, ...]:
    """Return the scripts that make tables and macros, in their order, the columns of a ledger put in their place."""
    scripts = (path.read_text(encoding="utf-8") for path in sorted((QUERIES / "tables").glob("*.sql")))
    return tuple(_with_ledger(script) for script in scripts)


def _with_ledger(script: str) -> str:
    """Put a ledger's columns in the place of the line that stands for them, but for those that the script names."""
    if _LEDGER not in script:
        return script
    types = {name: CATALOGUE[name].sql_type.lower() for name in KINDS["ledger"].stored}
    lines = [f"    {name} {kind},\n" for name, kind in types.items() if f"\n    {name} " not in script]
    return script.replace(_LEDGER, "".join(lines))


def run(query: Query, engine: Any, params: "Mapping[str, object]", seconds: float = 30) -> "pd.DataFrame":
    """Run ``query`` on ``engine`` (a DuckDB cursor) and return its rows in the declared order.

    Raises UnknownQuery for a parameter that the query does not declare (one that is not given is null), QueryTooSlow
    where it takes longer than so many seconds.
    """
    for name in params:
        if name not in query.param_names:
            raise UnknownQuery("param", name, nearest(name, query.param_names))
    with _stopped_after(seconds, query, engine):
        frame: pd.DataFrame = engine.execute(query.sql, query.arguments(params)).df()
    return frame


@contextmanager
def _stopped_after(seconds: float, query: Query, engine: Any) -> "Iterator[None]":
    """Interrupt the engine where the block takes longer; its error then is QueryTooSlow, whatever it calls it."""
    is_over = threading.Event()

    def stop() -> None:
        is_over.set()
        engine.interrupt()

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    except Exception as error:
        if is_over.is_set():
            raise QueryTooSlow(query.name, seconds) from error
        raise
    finally:
        timer.cancel()


def nearest(name: str, offered: "Iterable[str]") -> tuple[str, ...]:
    """Return the up to three names that ``name`` may have meant, all of them where none is near."""
    names = list(offered)
    return tuple(get_close_matches(name, names, n=3)) or tuple(names)
