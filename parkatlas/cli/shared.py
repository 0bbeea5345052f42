"""What the commands share: the app with its global options, their arguments, and how they open a workspace."""

import sys
from contextlib import contextmanager
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from parkatlas import __version__, messages
from parkatlas.cli import arguments, output
from parkatlas.demo.cases import REGIONS
from parkatlas.filetypes import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parkatlas.workspace import Workspace

DEFAULT_DIRECTORY = Path(".workspace")
HELP = """\
ParkAtlas: industrial parks, their projects and their targets on one map.

Exit codes: 0 done, 2 wrong usage, 3 input refused (nothing was stored) or workspace unavailable.

\b
  parkatlas demo                                      a county of example data
  parkatlas --workspace C demo --case changtu-2007    a historic case
  parkatlas serve                                     its pages, in a browser
  parkatlas --workspace W import parks parks.geojson  files of your own
  parkatlas --workspace W import ledger 2026-10.xlsx --period 2026-10
  parkatlas --workspace W ask intensity_by_park --format csv

In a checkout, .venv/bin/python -m parkatlas stands for parkatlas.
"""
_WORDS = "parkatlas.words"


_WrongUsage: Any = typer.BadParameter.__base__  # what is said of any word that the parser refuses


class _Words(TyperGroup):
    """The commands, which remember the words they were called with and answer in JSON where these ask for it."""

    def main(  # type: ignore[override]
        self, args: "Sequence[str] | None" = None, *, standalone_mode: bool = True, **more: Any
    ) -> Any:
        """Run a command; what the parser refuses is a JSON object too where JSON was asked for."""
        words = sys.argv[1:] if args is None else list(args)
        if not (standalone_mode and _asks_for_json(words)):
            return super().main(words, standalone_mode=standalone_mode, **more)
        try:
            sys.exit(super().main(words, standalone_mode=False, **more))
        except _WrongUsage as error:
            output.say(True, {"error": error.format_message()}, "")
            sys.exit(output.WRONG_USAGE)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Keep the words for whoever checks them, once the language is known."""
        ctx.meta[_WORDS] = tuple(args)
        parsed: list[str] = super().parse_args(ctx, args)
        return parsed


def _asks_for_json(words: "Sequence[str]") -> bool:
    return "--json" in words or "--format=json" in words or ("--format", "json") in pairwise(words)


app = typer.Typer(
    name="parkatlas",
    cls=_Words,
    help=HELP,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
)

Kind = StrEnum("Kind", {code: code for code in KINDS})  # type: ignore[misc]
Case = StrEnum("Case", {name: name for name in REGIONS})  # type: ignore[misc]
Language = StrEnum("Language", {code: code for code in messages.LANGUAGES})  # type: ignore[misc]
DEFAULT_LANGUAGE = Language(messages.DEFAULT_LANGUAGE)

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")]
By = Annotated[str, typer.Option("--by", help="Who does it; default: the user of this machine.")]
ImportId = Annotated[int, typer.Argument(metavar="ID", help="Number of the import; see 'imports'.", show_default=False)]


def _tell_version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"parkatlas {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    context: typer.Context,
    workspace: Annotated[
        Path, typer.Option(envvar="PARKATLAS_WORKSPACE", help="Directory of the workspace.", show_default=".workspace")
    ] = DEFAULT_DIRECTORY,
    lang: Annotated[Language, typer.Option(envvar="PARKATLAS_LANG", help="Language of messages.")] = DEFAULT_LANGUAGE,
    _version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    messages.use(lang)
    messages.prepare_refusals()
    arguments.check_text((*context.meta[_WORDS], str(workspace)))
    context.obj = workspace


@contextmanager
def opened(directory: Path) -> "Iterator[Workspace]":
    """Open the workspace of a directory that is there."""
    from parkatlas.workspace import Workspace  # noqa: PLC0415 - --help and wrong usage answer at once

    with Workspace(arguments.existing(directory)) as workspace:
        yield workspace


@contextmanager
def made(directory: Path) -> "Iterator[Workspace]":
    """Open the workspace of a directory, made where it is missing."""
    from parkatlas.workspace import Workspace  # noqa: PLC0415 - --help and wrong usage answer at once

    with Workspace.create(directory) as workspace:
        yield workspace
