"""What the command line prints: sentences, rows and JSON; names from files never reach the terminal as commands."""

import errno
import json
import re
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from parkatlas import delimited, errors, formats, refusals
from parkatlas.messages import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from parkatlas.queries import Query

WRONG_USAGE, REFUSED = 2, 3
_USAGE = (errors.UnknownQuery, errors.UnknownImport, errors.NameRefused, errors.PortTaken, errors.AddressRefused)
# Escape sequences, other control characters, marks that turn the writing direction, bytes that are no text.
_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066\u2067\ud800-\udfff]")


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    csv = "csv"
    json = "json"


def plain(message: str) -> str:
    """Return a text whose control characters are written out as their codes; isolates only hold a sentence together."""
    return _COMMANDS.sub(lambda match: match[0].encode("unicode_escape").decode(), message)


def say(as_json: bool, facts: dict[str, Any], sentence: str) -> None:
    """Print the facts as one JSON object, or the sentence."""
    typer.echo(_json(facts) if as_json else plain(sentence))


def _json(facts: dict[str, Any]) -> str:
    """Return facts as JSON that every program reads: what is no text is written out as its codes."""
    return json.dumps(facts, ensure_ascii=False, indent=2, default=str).encode("utf-8", "backslashreplace").decode()


@contextmanager
def refusing(as_json: bool) -> "Iterator[None]":
    """Turn errors raised on purpose into a message and an exit code."""
    try:
        yield
    except refusals.FORESEEN as error:
        code = WRONG_USAGE if isinstance(error, _USAGE) else REFUSED
        more = {"report": error.report.to_json()} if isinstance(error, errors.InputRefused) else {}  # type: ignore[attr-defined]
        _fail(as_json, code, refusals.explain(error), more)
    except OSError as error:
        if error.errno is None:  # one of ours that nobody foresaw
            raise
        if error.errno == errno.ENAMETOOLONG:
            _fail(as_json, WRONG_USAGE, text("cli.name_too_long", path=error.filename), {})
        _fail(as_json, REFUSED, text("refusals.disk", path=error.filename, reason=error.strerror), {})
    except typer.BadParameter as error:
        if not as_json:
            raise
        _fail(as_json, WRONG_USAGE, error.format_message(), {})


def _fail(as_json: bool, code: int, message: str, more: dict[str, Any]) -> NoReturn:
    if as_json:
        typer.echo(_json({"error": message, **more}))
    else:
        typer.echo(plain(message), err=True)
    raise typer.Exit(code)


def described(query: "Query") -> str:
    """Return a query's name, what it answers and its parameters, as lines."""
    params = (f"    {param.name:<11} {param.sql_type:<10} {param.meaning}".rstrip() for param in query.params)
    return "\n".join([query.name, f"    {query.summary}", *params])


def show(rows: "pd.DataFrame", query: "Query", output_format: Format) -> None:
    """Print a query's rows: a table for people, CSV for spreadsheets (as the pages' own) or JSON for programs."""
    typed = _typed(rows, query)
    if output_format is Format.csv:
        # Bytes: a terminal's own encoding has no byte order mark, which Excel looks for.
        typer.echo(delimited.to_csv(map(str, typed.columns), _values(typed)), nl=False)
    elif output_format is Format.json:
        typer.echo(typed.to_json(orient="records", force_ascii=False, date_format="iso", indent=2))
    else:
        typer.echo(_table(typed) if len(typed) else text("cli.no_rows"))


def _values(rows: "pd.DataFrame") -> "Iterator[tuple[object, ...]]":
    """Yield rows of plain values, None where there is none."""
    yield from rows.astype(object).where(rows.notna(), None).itertuples(index=False, name=None)


def _typed(rows: "pd.DataFrame", query: "Query") -> "pd.DataFrame":
    """Give whole numbers and days back their type, which missing values took from them."""
    whole = {slot.name: "Int64" for slot in query.returns if slot.sql_type == "BIGINT"}
    days = {slot.name: rows[slot.name].dt.strftime("%Y-%m-%d") for slot in query.returns if slot.sql_type == "DATE"}
    return rows.astype(whole).assign(**days)


def _table(rows: "pd.DataFrame") -> str:
    import pandas as pd  # noqa: PLC0415 - keeps the command line's start short

    cells = rows.astype(object).where(rows.notna(), formats.NONE).map(_cell)
    with pd.option_context("display.unicode.east_asian_width", True):
        return str(cells.to_string(index=False))


def _cell(value: object) -> object:
    return plain(value).replace("\n", "\\n").replace("\t", "\\t") if isinstance(value, str) else value
