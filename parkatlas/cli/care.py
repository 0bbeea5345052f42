"""The commands that keep a workspace well and serve it: check, rebuild, reread, backup, restore, serve."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from parkatlas import resources
from parkatlas.cli import arguments
from parkatlas.cli.output import REFUSED, refusing, say
from parkatlas.cli.shared import AsJson, app, opened
from parkatlas.columns import CATALOGUE, column
from parkatlas.errors import NotServed, WorkspaceBusy
from parkatlas.messages import text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from parkatlas.workspace import Workspace
    from parkatlas.workspace.rereading import Reread


@app.command()
def check(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Check originals, rows, journal, tables and queries.

    Originals and rows are held against their hashes, the journal against itself, the tables against what the journal
    gives, queries against their contracts. Where the workspace is served, the server does it.
    """
    with refusing(as_json):
        faults = _done(context.obj, lambda workspace: workspace.check(), "check")
        sentences = [text(f"faults.{fault}", subject=subject, id=number) for fault, subject, number in faults]
    say(as_json, {"faults": sentences}, "\n".join(sentences) or text("cli.sound"))
    raise typer.Exit(REFUSED if sentences else 0)


@app.command()
def rebuild(
    context: typer.Context,
    *,
    journal_from_tables: Annotated[
        bool, typer.Option("--journal-from-tables", help="First write the journal anew from the tables that hold it.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Make the database anew from journal and kept rows.

    The old one stays until the new one is proven; where it holds more than the journal, nothing is done.
    """
    from parkatlas.workspace import Workspace  # noqa: PLC0415 - --help and wrong usage answer at once

    with refusing(as_json):
        directory = arguments.existing(context.obj)
        with Workspace.rebuild(directory, journal_from_tables=journal_from_tables) as workspace:
            count = workspace.revision
    say(as_json, {"entry_count": count}, text("cli.rebuilt", count=count))


@app.command()
def reread(
    context: typer.Context,
    import_id: Annotated[
        int | None, typer.Argument(metavar="[ID]", help="Number of an import; all of them without one.")
    ] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Show what today's rules would read otherwise.

    Originals are read once more and nothing is stored. To take a file in by today's rules, undo its import and import
    the file once more.
    """
    with refusing(as_json), opened(context.obj) as workspace:
        rereadings = list(workspace.reread(import_id))
    lines = [line for one in rereadings for line in _reread_lines(one)]
    say(as_json, {"rules": _rules(), "imports": [_reread_facts(one) for one in rereadings]}, "\n".join(lines))


def _rules() -> int:
    from parkatlas import intake  # noqa: PLC0415 - --help and wrong usage answer at once

    return intake.RULES


def _reread_lines(one: "Reread") -> "Iterator[str]":
    about = {"id": one.import_id, "file": one.file_name}
    if one.refusal is not None:
        yield text("cli.reread_refused", **about)
        yield str(one.refusal)
    elif one.rows_before != one.rows_after:
        yield text("cli.reread_rows", **about, before=one.rows_before, after=one.rows_after)
    elif one.changed_cells:
        yield text("cli.reread_cells", **about, count=one.changed_cells)
        for cell in one.examples:
            header = column(cell.column).header if cell.column in CATALOGUE else cell.column
            yield text("cli.reread_cell", row=cell.row, column=header, before=str(cell.before), after=str(cell.after))
    else:
        yield text("cli.reread_same", **about, rows=one.rows_before)


def _reread_facts(one: "Reread") -> dict[str, Any]:
    facts = asdict(one) | {"refusal": one.refusal.to_json() if one.refusal is not None else None}
    return facts | {"is_same": one.is_same}


@app.command()
def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="The ZIP file to write.", show_default=False)],
    *,
    as_json: AsJson = False,
) -> None:
    """Write a backup: one ZIP file.

    It holds settings, journal, originals and rows; the database is made from them. Where the workspace is served, the
    server writes it.
    """
    with refusing(as_json):
        arguments.check_target(file)
        target = file.absolute()
        count = _done(context.obj, lambda workspace: workspace.backup(target), "backup", file=str(target))
    say(as_json, {"file": str(file), "original_count": count}, text("cli.backed_up", count=count, file=file))


@app.command()
def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A ZIP file written by backup.", show_default=False)],
    *,
    as_json: AsJson = False,
) -> None:
    """Make a new workspace from a backup.

    The directory must be missing or empty.
    """
    from parkatlas.workspace import Workspace  # noqa: PLC0415 - --help and wrong usage answer at once

    with refusing(as_json), Workspace.restore(file, context.obj) as workspace:
        count, unnamed = workspace.revision, workspace.unnamed_originals()
    facts = {"workspace": str(context.obj), "entry_count": count, "unnamed_originals": unnamed}
    sentences = [text("faults.original_unnamed", subject=digest) for digest in unnamed]
    say(as_json, facts, "\n".join([text("cli.restored", count=count, directory=context.obj), *sentences]))


@app.command()
def serve(
    context: typer.Context,
    *,
    address: Annotated[
        str, typer.Option(help="Address to bind; 0.0.0.0 lets other machines in.", callback=arguments.address)
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to bind.")] = 8501,
    host_name: Annotated[
        list[str] | None,
        typer.Option(help="A name browsers use for this server; repeatable.", callback=arguments.host_names),
    ] = None,
) -> None:
    """Serve the pages to browsers, until interrupted.

    A request is taken only under a name of this server: the address it arrives at (on loopback localhost too), with
    another address than loopback the machine's own name, and every --host-name.
    """
    from parkatlas import server  # noqa: PLC0415 - --help and wrong usage answer at once

    with refusing(as_json=False):
        if not (resources.STATIC / "vendor").is_dir():
            typer.echo(text("cli.no_map_scripts"), err=True)
        server.serve(arguments.existing(context.obj), address, port, host_name or [])


def _done(directory: Path, alone: "Callable[[Workspace], Any]", do: str, **details: str) -> Any:
    """Do a job on a workspace, or have the process that serves it do it."""
    try:
        with opened(directory) as workspace:
            return alone(workspace)
    except WorkspaceBusy:
        from parkatlas.workspace import control  # noqa: PLC0415 - --help and wrong usage answer at once

        try:
            return control.ask(directory, do, **details)
        except NotServed:
            pass
        raise
