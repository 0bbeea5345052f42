"""Data: which files were taken in, of which month, by whom, and which projects the newest ledger leaves out."""

from functools import partial
from typing import TYPE_CHECKING

from parkatlas import words
from parkatlas.messages import text
from parkatlas.sheets import layers
from parkatlas.sheets.asking import catalogued
from parkatlas.sheets.model import Choice, Sheet, Table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from parkatlas.sheets.asking import Asking, Rows

UNREPORTED = (
    "project_name", "park_name", "unit_name", "stage", "period", "contract_wan", "planned_fai_wan", "done_fai_wan",
    "in_place_wan",
)  # fmt: skip


def sheet(ask: "Asking") -> Sheet:
    """Return the imports, the newest first, what the newest ledger leaves out, and the layers, among the tools."""
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
    unreported = ask.table("unreported_projects", "unreported", UNREPORTED) if ask.about.unreported else None
    blocks = [Choice("upload"), unreported, Choice("templates"), listed, layers.in_force(ask), Choice("keeping")]
    return ask.sheet("imports", words.unreported.standing(ask("unreported_totals")), blocks=blocks)


def left_out(ask: "Rows", day: "date", named: "Sequence[str] | None" = None) -> str:
    """Say which projects that count the ledger of a day leaves out, or one to come that names only these; or nothing.

    ``ask`` asks a workspace.
    """
    how = {"as_of": day, "named": named}
    rows = ask("unreported_projects", **how, most=words.unreported.NAMED)
    return words.unreported.left_out(ask("unreported_totals", **how), rows)
