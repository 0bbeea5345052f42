"""What a workspace holds after a fault, and what it should: the rows of what was acknowledged and of nothing else."""

import shutil
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from parkatlas.workspace import Workspace
from tests.faults import work

# What is no row of anybody's: when it was taken in, the journal's own lines, which name that moment.
_OF_THE_MOMENT = {"imports": "* exclude (imported_at)"}
_NOT_COMPARED = {"journal_lines"}


def rows(workspace: Workspace) -> dict[str, list[tuple]]:
    """Return every row of every table, without what the moment of its import says."""
    with workspace._cursor() as cursor:
        names = {name for (name,) in cursor.execute("show tables").fetchall()} - _NOT_COMPARED
        return {
            name: cursor.execute(f"select {_OF_THE_MOMENT.get(name, '*')} from {name} order by all").fetchall()
            for name in sorted(names)
        }


def sound_rows(directory: Path) -> dict[str, list[tuple]]:
    """Open a workspace, hold that it is sound and swept, and return its rows."""
    with Workspace(directory) as workspace:
        assert workspace.check() == []
        assert not [*directory.glob("incoming-*"), *directory.glob("drafts/incoming-*")]
        return rows(workspace)


@lru_cache(maxsize=64)
def rows_after(county: Path, done: tuple[str, ...]) -> dict[str, list[tuple]]:
    """Return the rows of a county's workspace after these changes of ``work.CHANGES``."""
    with TemporaryDirectory(prefix="parkatlas-after-") as name:
        folder = shutil.copytree(county, Path(name) / "county")
        with Workspace(folder / "W") as workspace:
            for change in done:
                work.CHANGES[change](workspace, folder)
            return rows(workspace)
