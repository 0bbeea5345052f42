"""The commands that take files in: import, undo and redo, the list of imports, templates and fields, the demo."""

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parkatlas.cli import arguments
from parkatlas.cli.output import refusing, say
from parkatlas.cli.shared import AsJson, By, Case, ImportId, Kind, app, made, opened
from parkatlas.filetypes import FORMATS, KINDS, listed
from parkatlas.messages import text

if TYPE_CHECKING:
    from datetime import date

    from parkatlas.workspace import Workspace

HELP = f"""\
Take a file in: whole, or not at all.

As a table ({", ".join(kind.code for kind in KINDS.values() if kind.is_table)}):
{listed(each for each in FORMATS.values() if not each.is_drawn)}.

As boundaries ({", ".join(kind.code for kind in KINDS.values() if kind.is_drawn)}):
{listed(each for each in FORMATS.values() if each.is_drawn)}.

The workspace is made where there is none.
"""
EXAMPLES = """\
\b
Examples:
  import parks parks.shp --crs EPSG:4549
  import ledger 2026-10.xlsx --period 2026-10 --map 'land_mu=Area (ha)'
  import layers farmland.zip --layer 'Basic farmland/farmland'
"""


@app.command()
def demo(
    context: typer.Context,
    *,
    case: Annotated[Case | None, typer.Option(help="A historic case in place of the invented county.")] = None,
    as_json: AsJson = False,
) -> None:
    """Make a workspace of example data.

    The invented county, or with --case an invented ledger that gives back the figures of a public speech. The
    directory must be missing or empty.
    """
    from parkatlas.demo import load  # noqa: PLC0415 - --help and wrong usage answer at once
    from parkatlas.workspace import layout  # noqa: PLC0415 - as above

    with refusing(as_json):
        if context.obj.is_dir() and not layout.is_empty(context.obj):
            raise typer.BadParameter(text("cli.demo_not_empty", directory=context.obj), param_hint="--workspace")
        count = load.into(context.obj, case or "")
    say(as_json, {"workspace": str(context.obj), "import_count": count}, text("cli.demo_made", directory=context.obj))


@app.command("import", help=HELP, epilog=EXAMPLES)
def import_(  # noqa: PLR0913 - one option each for what a file cannot say itself
    context: typer.Context,
    kind: Annotated[Kind, typer.Argument(help="What the file holds.", show_default=False)],
    file: Annotated[Path, typer.Argument(help="The file; see the formats above.", show_default=False)],
    *,
    period: Annotated[str, typer.Option(help="Month of a ledger, YYYY-MM; of others the month they hold from.")] = "",
    sheet: Annotated[str, typer.Option(help="Sheet to read; default: the first visible one with a header.")] = "",
    crs: Annotated[str, typer.Option(help="Coordinate system, such as EPSG:4549; default: the file's own.")] = "",
    encoding: Annotated[str, typer.Option(help="Encoding of text; default: found by content.")] = "",
    mapping: Annotated[
        list[str] | None,
        typer.Option(
            "--map", metavar="FIELD=HEADER", help="Which header holds a field, as in 'fields'; repeat for more."
        ),
    ] = None,
    layer: Annotated[
        str,
        typer.Option(
            metavar="NAME/KIND",
            help="Name and kind (farmland, ecology, control, plan, other) of a layer; default: as its file is called.",
        ),
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and check only; store nothing.")] = False,
    by: By = "",
    as_json: AsJson = False,
) -> None:
    """Take a file in, or only check it; HELP says of which formats."""
    with refusing(as_json):
        options = arguments.import_options(kind, (period, sheet, crs, encoding, layer), mapping or [])
        if not file.is_file():
            raise typer.BadParameter(text("cli.no_file", file=file), param_hint="FILE")
        from parkatlas import intake  # noqa: PLC0415 - --help and wrong usage answer at once

        offer = intake.Offer(file, kind, file.name, options)
        with made(context.obj) as workspace:
            if dry_run:
                taken = workspace.preview(offer)
                main = taken.tables[KINDS[kind].table]
                number, rows, report = None, main.num_rows, taken.report
                named = main["project_id"].to_pylist() if kind == "ledger" else None
            else:
                receipt = workspace.import_file(offer, by)
                number, rows, report, named = receipt.import_id, receipt.row_count, receipt.report, None
            left_out = _left_out(workspace, kind, options.period, named)
    summary = text("cli.checked", rows=rows) if dry_run else text("cli.imported", id=number, rows=rows)
    facts = {"kind": kind, "import_id": number, "row_count": rows, "left_out": left_out, "report": report.to_json()}
    say(as_json, facts, "\n".join(filter(None, (summary, left_out, str(report)))).rstrip())


def _left_out(workspace: "Workspace", kind: str, period: "date | None", named: list[str] | None) -> str:
    """Say which projects that count a ledger does not name; empty for another kind of file, or none."""
    from parkatlas import sheets  # noqa: PLC0415 - keeps the command line's start short

    return sheets.imports.left_out(workspace.ask, period, named) if kind == "ledger" and period else ""


@app.command()
def fields(
    kind: Annotated[Kind, typer.Argument(help="Kind of file.", show_default=False)], *, as_json: AsJson = False
) -> None:
    """List the fields of a kind of file.

    Their names for --map, their headers in the template and what they mean.
    """
    rows = arguments.fields(kind)
    lines = [f"{field['field']}\n    {field['header']}: {field['meaning']}" for field in rows]
    say(as_json, {"fields": rows}, "\n".join(lines))


@app.command()
def template(
    kind: Annotated[Kind, typer.Argument(help="What the file is to hold.", show_default=False)],
    file: Annotated[Path, typer.Argument(help="The xlsx file to write.", show_default=False)],
    *,
    as_json: AsJson = False,
) -> None:
    """Write an empty xlsx to be filled and imported."""
    from parkatlas import intake  # noqa: PLC0415 - --help and wrong usage answer at once

    with refusing(as_json):
        arguments.check_target(file)
        if kind not in intake.TEMPLATES:
            raise typer.BadParameter(text("cli.no_template", kind=kind), param_hint="KIND")
        written = BytesIO()
        intake.write_template(kind, written)
        _write_new(file, written.getvalue())
    say(as_json, {"kind": kind, "file": str(file)}, text("cli.template_written", file=file))


def _write_new(file: Path, content: bytes) -> None:
    """Write a new file, whole or not at all; refuses one that exists."""
    try:
        target = file.open("xb", buffering=0)
    except FileExistsError:
        raise typer.BadParameter(text("cli.file_exists", file=file), param_hint="FILE") from None
    try:
        with target:
            while content:
                content = content[target.write(content) :]
    except OSError as error:
        file.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(file)) from error


@app.command()
def undo(context: typer.Context, import_id: ImportId, *, by: By = "", as_json: AsJson = False) -> None:
    """Put an import out of force; redo puts it back."""
    with refusing(as_json), opened(context.obj) as workspace:
        workspace.undo(import_id, by)
    say(as_json, {"import_id": import_id, "is_active": False}, text("cli.undone", id=import_id))


@app.command()
def redo(context: typer.Context, import_id: ImportId, *, by: By = "", as_json: AsJson = False) -> None:
    """Put an undone import back in force."""
    with refusing(as_json), opened(context.obj) as workspace:
        workspace.redo(import_id, by)
    say(as_json, {"import_id": import_id, "is_active": True}, text("cli.redone", id=import_id))
