"""The command line: the jobs of the pages without a browser, for scripts and for staff who like a prompt."""

import os
import sys
from contextlib import suppress

import typer

# Importing them registers their commands, in the order in which --help lists them.
from parkatlas.cli import files  # noqa: F401

# isort: split
from parkatlas.cli import asking  # noqa: F401

# isort: split
from parkatlas.cli import showing  # noqa: F401

# isort: split
from parkatlas.cli import care  # noqa: F401
from parkatlas.cli.output import REFUSED
from parkatlas.cli.shared import app
from parkatlas.messages import text

__all__ = ["app", "main"]


def main() -> None:
    """Run the command line; exit code 0 done, 2 wrong usage, 3 input refused and nothing stored."""
    try:
        sys.exit(app())
    except OSError as error:  # what commands meet is refused by them: what is left is printing
        if error.errno is None:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the rest would be tried once more at the end
        with suppress(OSError):
            typer.echo(text("cli.not_printed", reason=error.strerror), err=True)
        sys.exit(REFUSED)
