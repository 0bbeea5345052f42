"""ParkAtlas from files to intensity by park: both imports with all their checks, stored for good, and the question."""

import sys
from collections.abc import Iterable
from pathlib import Path

from parkatlas import formats, intake
from parkatlas.workspace import Workspace


def fill(directory: Path, sources: Iterable[tuple[str, Path, str]]) -> Workspace:
    """Return a new workspace in ``directory`` made of files: of what each is, where, its period (2026-06) or ""."""
    workspace = Workspace.create(directory)
    workspace.import_files(
        intake.Offer(path, kind, path.name, intake.Options(period=formats.period_end(month) if month else None))
        for kind, path, month in sources
    )
    return workspace


if __name__ == "__main__":
    directory, boundaries, table, month, answer = sys.argv[1:]
    files = [("parks", Path(boundaries), ""), ("ledger", Path(table), month)]
    with fill(Path(directory), files) as filled:
        filled.ask("intensity_by_park").to_csv(answer, index=False)
