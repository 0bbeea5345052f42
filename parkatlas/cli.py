"""The command line: the jobs of the pages without a browser, for scripts and for staff who like a prompt."""

import json
import sys
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from parkatlas import errors, formats, messages, queries, refusals, terms
from parkatlas.messages import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from parkatlas import intake
    from parkatlas.workspace import Workspace

DONE, WRONG_USAGE, REFUSED = 0, 2, 3
_USAGE = (errors.UnknownQuery, errors.UnknownImport, errors.PortTaken)
DEFAULT_DIRECTORY = Path(__file__).parent.parent / ".workspace"
app = typer.Typer(
    name="parkatlas",
    help="ParkAtlas: industrial parks, their projects and their targets on one map.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)

Kind = StrEnum("Kind", {term.code: term.code for term in terms.IMPORT_KINDS})  # type: ignore[misc]


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    csv = "csv"
    json = "json"


AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")]
By = Annotated[str, typer.Option("--by", help="Who does it; default: the user of this machine.")]


@app.callback()
def _options(
    context: typer.Context,
    workspace: Annotated[
        Path, typer.Option(envvar="PARKATLAS_WORKSPACE", help="Directory of the workspace.", show_default=".workspace")
    ] = DEFAULT_DIRECTORY,
    lang: Annotated[str, typer.Option(envvar="PARKATLAS_LANG", help="Language of messages: zh_CN or en.")] = "zh_CN",
) -> None:
    messages.use(lang)
    context.obj = workspace


@app.command()
def demo(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Make a workspace with the embedded demo region (example data)."""
    from parkatlas.demo import load  # noqa: PLC0415 - keeps --help fast

    with _refusals(as_json):
        count = load.into(context.obj)
    _say(as_json, {"workspace": str(context.obj), "import_count": count}, text("cli.demo_made", directory=context.obj))


@app.command("import")
def import_(  # noqa: PLR0913 - one option each for what a file cannot say itself
    context: typer.Context,
    kind: Annotated[Kind, typer.Argument(help="What the file holds.", show_default=False)],
    file: Annotated[
        Path,
        typer.Argument(
            help="xlsx, xls, ods, csv; for parks and units also GeoJSON, Shapefile (plain or zipped), GeoPackage, KML.",
            show_default=False,
        ),
    ],
    *,
    period: Annotated[
        str, typer.Option(help="Month of a ledger, YYYY-MM; for other kinds the month from which it holds.")
    ] = "",
    sheet: Annotated[str, typer.Option(help="Sheet to read; default: the first visible one with a header.")] = "",
    crs: Annotated[str, typer.Option(help="Coordinate system, such as EPSG:4549; default: the file's own.")] = "",
    encoding: Annotated[str, typer.Option(help="Encoding of text; default: found by content.")] = "",
    mapping: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="FIELD=HEADER",
            help="Which header holds a field; repeat for more. Fields: see 'parkatlas template'.",
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and check only; store nothing.")] = False,
    by: By = "",
    as_json: AsJson = False,
) -> None:
    """Take a file in: whole, or not at all."""
    with _refusals(as_json), _opened(context.obj) as workspace:
        options = _import_options(kind, period, sheet, crs, encoding, mapping or [])
        if not file.is_file():
            raise typer.BadParameter(text("cli.no_file", file=file))
        if dry_run:
            from parkatlas.workspace import changes  # noqa: PLC0415 - keeps --help fast

            taken = workspace.preview(file, kind, options, file.name)
            report, said = taken.report, {"import_id": None, "row_count": changes.row_count(taken)}
        else:
            receipt = workspace.import_file(file, kind, options, file.name, by)
            report, said = receipt.report, {"import_id": receipt.import_id, "row_count": receipt.row_count}
    summary = text("cli.checked" if dry_run else "cli.imported", id=said["import_id"], rows=said["row_count"])
    _say(as_json, {"kind": kind, **said, "report": report.to_json()}, f"{summary}\n{report}".rstrip())


@app.command()
def imports(context: typer.Context, *, as_json: AsJson = False) -> None:
    """List all imports, the newest first."""
    ask(context, "imports", output=Format.json if as_json else Format.table)


@app.command()
def undo(context: typer.Context, import_id: Annotated[int, typer.Argument(metavar="ID")], *, by: By = "") -> None:
    """Put an import out of force; its rows stay and can be put back with redo."""
    with _refusals(False), _opened(context.obj) as workspace:
        workspace.undo(import_id, by)
    typer.echo(text("cli.undone", id=import_id))


@app.command()
def redo(context: typer.Context, import_id: Annotated[int, typer.Argument(metavar="ID")], *, by: By = "") -> None:
    """Put an undone import back in force."""
    with _refusals(False), _opened(context.obj) as workspace:
        workspace.redo(import_id, by)
    typer.echo(text("cli.redone", id=import_id))


@app.command()
def ask(
    context: typer.Context,
    query: Annotated[str, typer.Argument(help="Name of a query; see 'parkatlas queries'.", show_default=False)],
    *,
    param: Annotated[
        list[str] | None, typer.Option(metavar="NAME=VALUE", help="A parameter; repeat for more. Lists: a,b,c.")
    ] = None,
    output: Annotated[Format, typer.Option("--format", help="How to print the rows.")] = Format.table,
) -> None:
    """Ask a question: run a query and print its rows."""
    with _refusals(output is Format.json):
        known = queries.find(query)
        given = dict(_param(known, item) for item in param or [])
        with _opened(context.obj) as workspace:
            rows = workspace.ask(query, **given)
    typer.echo(_printed(rows, output), nl=output is not Format.csv)


@app.command("queries")
def queries_(*, as_json: AsJson = False) -> None:
    """List the queries with their parameters."""
    found = queries.load_all().values()
    listed = [{"name": q.name, "answers": q.summary, "params": list(q.param_names)} for q in found]
    lines = [f"{q.name}\n    {q.summary}\n    {' '.join('$' + name for name in q.param_names)}".rstrip() for q in found]
    _say(as_json, {"queries": listed}, "\n".join(lines))


@app.command()
def template(
    kind: Annotated[Kind, typer.Argument(help="What the file is to hold.", show_default=False)],
    file: Annotated[Path, typer.Argument(help="The xlsx file to write.", show_default=False)],
) -> None:
    """Write an empty template with drop-downs, to be filled and imported."""
    from parkatlas import intake  # noqa: PLC0415 - keeps --help fast

    intake.write_template(kind, file)
    typer.echo(text("cli.template_written", file=file))


@app.command()
def check(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Check the workspace: originals against their hashes, queries against their contracts."""
    with _refusals(as_json), _opened(context.obj) as workspace:
        faults = [text(f"cli.original_{fault}", file=digest, id=number) for fault, digest, number in workspace.check()]
    _say(as_json, {"faults": faults}, "\n".join(faults) or text("cli.sound"))
    raise typer.Exit(REFUSED if faults else DONE)


@app.command()
def rebuild(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Make the database anew from the originals and the journal."""
    from parkatlas.workspace import Workspace  # noqa: PLC0415 - keeps --help fast

    with _refusals(as_json), Workspace.rebuild(_existing(context.obj)) as workspace:
        entry_count = workspace.revision
    _say(as_json, {"entry_count": entry_count}, text("cli.rebuilt", count=entry_count))


@app.command()
def backup(context: typer.Context, file: Annotated[Path, typer.Argument(help="The ZIP file to write.")]) -> None:
    """Write settings, journal and originals to one ZIP file."""
    with _refusals(False), _opened(context.obj) as workspace:
        count = workspace.backup(file)
    typer.echo(text("cli.backed_up", count=count, file=file))


@app.command()
def restore(
    context: typer.Context, file: Annotated[Path, typer.Argument(help="A ZIP file written by backup.")]
) -> None:
    """Make a new workspace (a missing or empty directory) from a backup."""
    from parkatlas.workspace import Workspace  # noqa: PLC0415 - keeps --help fast

    with _refusals(False), Workspace.restore(file, context.obj) as workspace:
        entry_count = workspace.revision
    typer.echo(text("cli.restored", count=entry_count, directory=context.obj))


@app.command()
def serve(
    context: typer.Context,
    *,
    address: Annotated[str, typer.Option(help="Address to bind.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to bind.")] = 8501,
) -> None:
    """Serve the pages to browsers."""
    from parkatlas import server  # noqa: PLC0415 - keeps --help fast

    with _refusals(False):
        server.serve(_existing(context.obj), address, port)


def main() -> None:
    """Run the command line; exit code 0 done, 2 wrong usage, 3 input refused and nothing stored."""
    sys.exit(app())


@contextmanager
def _refusals(as_json: bool) -> "Iterator[None]":
    """Turn errors raised on purpose into a message and an exit code."""
    try:
        yield
    except refusals.FORESEEN as error:
        code = WRONG_USAGE if isinstance(error, _USAGE) else REFUSED
        more = {"report": error.report.to_json()} if isinstance(error, errors.InputRefused) else None  # type: ignore[attr-defined]
        _fail(as_json, code, refusals.explain(error), more)


def _fail(as_json: bool, code: int, message: str, more: dict[str, Any] | None = None) -> NoReturn:
    if as_json:
        typer.echo(json.dumps({"error": message, **(more or {})}, ensure_ascii=False, indent=2))
    else:
        typer.echo(message, err=True)
    raise typer.Exit(code)


def _existing(directory: Path) -> Path:
    if not directory.is_dir():
        _fail(False, WRONG_USAGE, text("cli.no_workspace", directory=directory))
    return directory


@contextmanager
def _opened(directory: Path) -> "Iterator[Workspace]":
    from parkatlas.workspace import Workspace  # noqa: PLC0415 - keeps --help fast

    with Workspace.create(directory) as workspace:
        yield workspace


def _import_options(  # noqa: PLR0913, PLR0917 - the options of one command
    kind: str, period: str, sheet: str, crs: str, encoding: str, mapping: list[str]
) -> "intake.Options":
    from parkatlas import intake  # noqa: PLC0415 - keeps --help fast

    if kind == "ledger" and not period:
        raise typer.BadParameter(text("cli.period_missing"), param_hint="--period")
    pairs = [item.partition("=") for item in mapping]
    wrong = [item for item, (_, equals, _) in zip(mapping, pairs, strict=True) if not equals]
    if wrong:
        raise typer.BadParameter(text("cli.not_a_pair", value=wrong[0]), param_hint="--map")
    month = formats.period_end(period) if period else None
    if period and month is None:
        raise typer.BadParameter(text("cli.period_wrong", value=period), param_hint="--period")
    fields = {field.strip(): header.strip() for field, _, header in pairs}
    return intake.Options(sheet=sheet or None, crs=crs or None, encoding=encoding or None, mapping=fields, period=month)


def _param(query: "queries.Query", item: str) -> tuple[str, object]:
    name, equals, value = item.partition("=")
    if not equals:
        raise typer.BadParameter(text("cli.not_a_pair", value=item), param_hint="--param")
    slot = next((param for param in query.params if param.name == name), None)
    if slot is None:
        raise errors.UnknownQuery("param", name, queries.nearest(name, query.param_names))
    try:
        return name, _VALUES[slot.sql_type](value)
    except ValueError:
        raise typer.BadParameter(
            text("cli.wrong_value", name=name, value=value, type=slot.sql_type), param_hint="--param"
        ) from None


_VALUES: dict[str, Any] = {
    "DATE": date.fromisoformat,
    "DOUBLE": float,
    "BIGINT": int,
    "VARCHAR": str,
    "VARCHAR[]": lambda value: value.split(","),
}


def _printed(rows: "pd.DataFrame", output: Format) -> str:
    if output is Format.csv:
        return str(rows.to_csv(index=False))
    if output is Format.json:
        return str(rows.to_json(orient="records", force_ascii=False, date_format="iso", indent=2))
    return str(rows.to_string(index=False, na_rep="—")) if len(rows) else text("cli.no_rows")


def _say(as_json: bool, facts: dict[str, Any], sentence: str) -> None:
    typer.echo(json.dumps(facts, ensure_ascii=False, indent=2, default=str) if as_json else sentence)
