"""The command line: the jobs of the pages without a browser, for scripts and for staff who like a prompt."""

import sys

# Importing them registers their commands, in the order in which --help lists them.
from parkatlas.cli import files  # noqa: F401

# isort: split
from parkatlas.cli import asking  # noqa: F401

# isort: split
from parkatlas.cli import showing  # noqa: F401

# isort: split
from parkatlas.cli import care  # noqa: F401
from parkatlas.cli.frame import app

__all__ = ["app", "main"]


def main() -> None:
    """Run the command line; exit code 0 done, 2 wrong usage, 3 input refused and nothing stored."""
    sys.exit(app())
