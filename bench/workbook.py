"""Workbooks: a ledger of 100 000 rows with all checks against reading it bare with the same reader."""

from pathlib import Path

from python_calamine import CalamineWorkbook

from bench import generate, regions
from bench.timing import Finding, in_turn, seconds
from parkatlas import formats, intake

AIM = 3.0


def measure(size: generate.Size, rounds: int) -> list[Finding]:
    """Return both times and their ratio; the child process that reads under limits is in ours."""
    book = generate.book(regions.folder(), size)
    taken = in_turn(
        {"bare": lambda: seconds(lambda: _bare(book)), "ours": lambda: seconds(lambda: _ours(book))}, rounds
    )
    aim = AIM if size == generate.SIZES[2] else None
    return [
        Finding(f"xlsx, {size.projects:,} rows: bare", taken["bare"], unit="s"),
        Finding(f"xlsx, {size.projects:,} rows: with all checks", taken["ours"], unit="s"),
        Finding(
            f"xlsx, {size.projects:,} rows: ours ÷ bare",
            taken["ours"] / taken["bare"],
            aim,
            "×",
        ),
    ]


def _bare(book: Path) -> None:
    CalamineWorkbook.from_path(str(book)).get_sheet_by_index(0).to_python()


def _ours(book: Path) -> None:
    options = intake.Options(period=formats.period_end(generate.PERIOD))
    limits = intake.Limits(memory_mb=4096, seconds=300)
    intake.read(intake.Offer(book, "ledger", book.name, options), intake.Registers(), limits)
