"""How much one file may hold, checked before any work that grows faster than the file does."""

from parkatlas.intake.notebook import Notebook

# Generous for the whole country: some 2 800 counties, a million projects, thousands of parks of hundreds of vertices.
MOST = {
    "features": 200_000, "vertices": 5_000_000, "rows": 2_000_000, "columns": 500, "cells": 60_000_000,
    "layers": 500, "registered": 20_000, "meeting": 500_000,
}  # fmt: skip
NAME_LONGEST = 200
TEXT_LONGEST = 32_767  # what a cell of a spreadsheet holds
LIKENED = 100_000  # names among which a like one is looked for


def check(kind: str, count: int, book: Notebook) -> None:
    """Refuse a file with more of one kind of thing than ``MOST`` allows; raises Refused."""
    if count > MOST[kind]:
        raise book.refused(f"too_many_{kind}", count=int(count), most=MOST[kind])
