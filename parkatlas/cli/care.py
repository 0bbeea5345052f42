"""The commands that keep a workspace well and serve it: check, rebuild, backup, restore, serve."""

from pathlib import Path
from typing import Annotated

import typer

from parkatlas.cli import arguments
from parkatlas.cli.frame import AsJson, app, opened
from parkatlas.cli.output import REFUSED, refusing, say
from parkatlas.messages import text


@app.command()
def check(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Check originals and queries.

    Originals are held against their hashes, queries against their contracts.
    """
    with refusing(as_json), opened(context.obj) as workspace:
        faults = [text(f"cli.{fault}", subject=subject, id=number) for fault, subject, number in workspace.check()]
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

    It holds settings, journal and originals; the database is made from them.
    """
    with refusing(as_json), opened(context.obj) as workspace:
        arguments.check_target(file)
        count = workspace.backup(file)
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
    from parkatlas.workspace import Outdated, Workspace  # noqa: PLC0415 - as above

    with refusing(as_json=False):
        directory = arguments.existing(context.obj)
        try:
            server.serve(directory, address, port, host_name or [])
        except Outdated:
            typer.echo(text("cli.making_anew"), err=True)
            Workspace.rebuild(directory).close()
            server.serve(directory, address, port, host_name or [])
