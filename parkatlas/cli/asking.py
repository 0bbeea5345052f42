"""The commands that ask: a query's rows, the list of imports, the list of queries."""

from typing import Annotated

import typer

from parkatlas import queries
from parkatlas.cli import arguments, output
from parkatlas.cli.output import Format, refusing, say
from parkatlas.cli.shared import AsJson, app, opened

EXAMPLES = """\
\b
Examples:
  ask intensity_by_project --param basis=contract --param as_of=2026-10-31
  ask projects --param stages=signed,started --format csv
"""


@app.command(epilog=EXAMPLES)
def ask(
    context: typer.Context,
    query: Annotated[str, typer.Argument(help="Name of a query; see 'queries'.", show_default=False)],
    *,
    param: Annotated[
        list[str] | None, typer.Option(metavar="NAME=VALUE", help="A parameter; repeat for more. Lists: a,b,c.")
    ] = None,
    output_format: Annotated[Format, typer.Option("--format", help="How to print the rows.")] = Format.table,
) -> None:
    """Ask a question: run a query and print its rows.

    Not given, as_of is the newest ledger's day, basis planned, threshold that of the settings; other parameters do not
    narrow anything down.
    """
    with refusing(output_format is Format.json):
        question = queries.find(query)
        params = dict(arguments.param(question, item) for item in param or [])
        with opened(context.obj) as workspace:
            rows = workspace.ask(query, **params)
    output.show(rows, question, output_format)


@app.command()
def imports(context: typer.Context, *, as_json: AsJson = False) -> None:
    """List all imports, the newest first."""
    ask(context, "imports", output_format=Format.json if as_json else Format.table)


@app.command("queries")
def queries_(*, as_json: AsJson = False) -> None:
    """List the queries and their parameters."""
    catalogue = queries.load_all().values()
    listed = [
        {"name": q.name, "answers": q.summary, "params": {p.name: f"{p.sql_type}, {p.meaning}" for p in q.params}}
        for q in catalogue
    ]
    say(as_json, {"queries": listed}, "\n".join(map(output.described, catalogue)))
