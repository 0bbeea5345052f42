"""ParkAtlas from files to intensity by park: both imports with all their checks, stored for good, and the question."""

import sys
from collections.abc import Iterable
from pathlib import Path

from parkatlas import formats, intake
from parkatlas.workspace import Workspace


def fill(directory: Path, boundaries: Path, table: Path, period: str) -> Workspace:
    """Return a new workspace in ``directory`` that holds the parks and the ledger."""
    workspace = Workspace.create(directory)
    workspace.import_file(boundaries, "parks", intake.Options(), boundaries.name)
    workspace.import_file(table, "ledger", intake.Options(period=formats.period_end(period)), table.name)
    return workspace


def fill_all(directory: Path, found: Iterable[tuple[str, Path, str]]) -> None:
    """Make a workspace in ``directory`` of files: of what each is, where, and its period such as 2026-06, or ""."""
    with Workspace.create(directory) as workspace:
        for kind, path, month in found:
            period = formats.period_end(month) if month else None
            workspace.import_file(path, kind, intake.Options(period=period), path.name)


if __name__ == "__main__":
    with fill(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4]) as filled:
        filled.ask("intensity_by_park").to_csv(sys.argv[5], index=False)
