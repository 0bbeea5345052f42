"""Data: which files were taken in, of which month, by whom, and whether they count."""

from functools import partial
from typing import TYPE_CHECKING

from parkatlas.messages import text
from parkatlas.sheets import layers
from parkatlas.sheets.asking import catalogued
from parkatlas.sheets.model import Choice, Sheet, Table

if TYPE_CHECKING:
    from parkatlas.sheets.asking import Asking


def sheet(ask: "Asking") -> Sheet:
    """Return the imports, the newest first, and the constraint layers in force, among the page's tools."""
    rows = ask("imports")
    listed = Table(
        "imports",
        ask.captioned(text("imports.history")),
        rows,
        catalogued([name for name in rows.columns if name != "file_sha256"]),
        partial(ask.whole, "imports"),
        question=ask.question("imports"),
        nothing=text("imports.history_empty"),
    )
    blocks = [Choice("upload"), Choice("templates"), listed, layers.in_force(ask), Choice("keeping")]
    return ask.sheet("imports", blocks=blocks)
