"""Templates to fill in."""

from typing import IO, Any
from pathlib import Path


def template_name(kind: str) -> str:
    """Return the file name of a kind's template in the language in use."""
    return f"{kind}.xlsx"


def write_template(kind: str, path_or_file: str | Path | IO[bytes]) -> None:
    """Write a kind's template."""
