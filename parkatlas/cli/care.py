"""The commands that keep a workspace well and serve it: check, rebuild, backup, restore, serve."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from parkatlas.cli import arguments
from parkatlas.cli.frame import AsJson, app, opened
from parkatlas.cli.output import REFUSED, refusing, say
from parkatlas.errors import NotServed, WorkspaceBusy
from parkatlas.messages import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from parkatlas.workspace import Workspace


@app.command()
def check(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Check originals, rows, journal, tables and queries.

    Originals and rows are held against their hashes, the journal against itself, the tables against what the journal
    gives, queries against their contracts. Where the workspace is served, the server does it.
    """
    with refusing(as_json):
        found = _done(context.obj, lambda workspace: workspace.check(), "check")
        faults = [text(f"faults.{fault}", subject=subject, id=number) for fault, subject, number in found]
    say(as_json, {"faults": faults}, "\n".join(faults) or text("cli.sound"))
    raise typer.Exit(REFUSED if faults else 0)


@app.command()
def rebuild(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Make the database anew from the originals."""
    from parkatlas.workspace import Workspace  # noqa: PLC0415 - --help and wrong usage answer at once

    with refusing(as_json), Workspace.rebuild(arguments.existing(context.obj)) as workspace:
        count = workspace.revision
    say(as_json, {"entry_count": count}, text("cli.rebuilt", count=count))


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
        count = workspace.revision
    sentence = text("cli.restored", count=count, directory=context.obj)
    say(as_json, {"workspace": str(context.obj), "entry_count": count}, sentence)


@app.command()
def serve(
    context: typer.Context,
    *,
    address: Annotated[str, typer.Option(help="Address to bind; 0.0.0.0 lets other machines in.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to bind.")] = 8501,
) -> None:
    """Serve the pages to browsers, until interrupted."""
    from parkatlas import server  # noqa: PLC0415 - --help and wrong usage answer at once
    from parkatlas.workspace import Outdated, Workspace  # noqa: PLC0415 - as above

    with refusing(as_json=False):
        directory = arguments.existing(context.obj)
        try:
            server.serve(directory, address, port)
        except Outdated:
            typer.echo(text("cli.making_anew"), err=True)
            Workspace.rebuild(directory).close()
            server.serve(directory, address, port)


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
