"""A workspace: one directory that holds a region's originals, their journal and the database made from them."""

import getpass
import threading
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from parkatlas import intake, queries
from parkatlas.errors import InputRefused, UnknownImport, WorkspaceDamaged
from parkatlas.workspace import backup, changes, database, disk, lock, originals, settings, soundness
from parkatlas.workspace.ahead import one_ahead
from parkatlas.workspace.database import Outdated
from parkatlas.workspace.journal import Entry, Journal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import geopandas as gpd
    import pandas as pd

    Change = Callable[[Any], object]
    Keep = Callable[[], list[originals.Kept]]
    Finish = Callable[[intake.Known], intake.Intake]

__all__ = ["Outdated", "Receipt", "Workspace"]


@dataclass(frozen=True)
class Receipt:
    """What an import left behind: its id, how many rows, and the report of its reading."""

    import_id: int
    row_count: int
    report: "intake.Report"


class Workspace:
    """The one place that opens DuckDB; reads are concurrent, writes one at a time and all or nothing."""

    def __init__(self, directory: Path, database_file: str = database.FILE) -> None:
        """Open the workspace in ``directory``, its database in the file of that name there.

        Raises WorkspaceBusy if another process holds it, WorkspaceReadOnly, WorkspaceDamaged, SettingsWrong, or
        Outdated where an older version made the tables.
        """
        self.directory = directory
        self.settings = settings.read(directory)
        self.journal = Journal(directory)
        self._writing = threading.Lock()
        self._shapes = lru_cache(maxsize=8)(self._shapes_at)
        self._lock_file = lock.acquire(directory)
        try:
            with disk.answering(directory):
                self._connection = database.connect(directory / database_file, self.settings.queries.engine)
                self._catch_up()
                with self._cursor() as cursor:
                    self._state = _state(cursor)
        except BaseException:
            self._lock_file.close()
            raise

    @classmethod
    def create(cls, directory: Path, region_name: str = "", *, is_example: bool = False) -> Self:
        """Make the directory and its settings where they are missing, and open it.

        Tables that an older version of the scripts made are made anew from originals and journal.
        """
        with disk.answering(directory):
            directory.mkdir(parents=True, exist_ok=True)
            settings.write_template(directory, region_name, is_example=is_example)
        try:
            return cls(directory)
        except Outdated:
            return cls.rebuild(directory)

    @classmethod
    def rebuild(cls, directory: Path) -> Self:
        """Make the database anew from originals and journal; the old one stays until the new one is whole."""
        with lock.acquire(directory):
            database.remove(directory / database.REBUILDING)
        with cls(directory, database.REBUILDING) as rebuilt:
            # The lock is held until the files have changed places.
            rebuilt._connection.close()
            database.remove(directory / database.FILE)
            (directory / database.REBUILDING).rename(directory / database.FILE)
        return cls(directory)

    @classmethod
    def restore(cls, source: Path, directory: Path) -> Self:
        """Unpack a backup into a new directory and open it; raises BackupRefused."""
        backup.unpack(source, directory)
        return cls(directory)

    def backup(self, target: Path) -> int:
        """Write a backup (a ZIP) to ``target``; return how many originals it holds."""
        with self._writing:
            return backup.write(self.directory, target)

    def close(self) -> None:
        """Let the workspace go, for another process to take."""
        self._connection.close()
        self._lock_file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def revision(self) -> int:
        """A number that grows with every change of the data; what was read at one revision stays true for it."""
        return self._state[0]

    @property
    def newest_period(self) -> date | None:
        """The last day of the newest ledger in force, or None."""
        return self._state[1]

    def defaults(self) -> dict[str, object]:
        """Return a query's usual parameters where nobody chose: the newest ledger's day, planned, what settings say."""
        lamps = self.settings.lamps
        return {
            "as_of": self.newest_period or datetime.now(UTC).date(),
            "basis": "planned",
            "threshold": self.settings.entry.threshold_wan_per_mu,
            "pace_by": self.settings.pace.by,
            "lamp_rule": lamps.rule,
            "yellow_below": lamps.yellow_below,
            "red_below": lamps.red_below,
            "red_after_months": lamps.red_after_months,
            "stage_limits": self.settings.stages.limits,
            **self.settings.credit.params,
            **self.settings.grades.model_dump(),
        }

    def ask(self, name: str, **params: object) -> "pd.DataFrame":
        """Run the query ``name``; parameters not given, or given as None, take ``defaults``, then null.

        Raises UnknownQuery for a name or a parameter that does not exist.
        """
        query = queries.find(name)
        usual = {key: value for key, value in self.defaults().items() if key in query.param_names}
        with self._cursor() as cursor:
            chosen = params | {key: usual[key] for key in usual if params.get(key) is None}
            return queries.run(query, cursor, chosen, self.settings.queries.seconds)

    def boundaries(self, as_of: date) -> "gpd.GeoDataFrame":
        """Return one row per park with polygons, smallest first: park_id, park_name, geometry in EPSG:4326."""
        return self._shapes(self.revision, "parks", as_of)

    def outlines(self, as_of: date) -> "gpd.GeoDataFrame":
        """Return one row per unit with a territory: unit_id, unit_name, unit_kind, geometry in EPSG:4326."""
        return self._shapes(self.revision, "units", as_of)

    def layers(self, as_of: date) -> "gpd.GeoDataFrame":
        """Return one row per patch of a constraint layer: its layer_name, layer_kind, patch_name and drawn_area_mu.

        The geometry is in EPSG:4326.
        """
        return self._shapes(self.revision, "layers", as_of)

    def _shapes_at(self, revision: int, register: str, as_of: date) -> "gpd.GeoDataFrame":  # noqa: ARG002 - the cache's key
        import geopandas as gpd  # noqa: PLC0415 - an import never waits for it

        with self._cursor() as cursor:
            if register == "parks":
                rows, shapes = changes.park_boundaries(cursor, as_of)
            else:
                statement = {"units": "unit_outlines", "layers": "layer_outlines"}[register]
                rows, shapes = changes.outlines(cursor, statement, as_of)
        return gpd.GeoDataFrame(rows.to_pandas(), geometry=shapes, crs=4326)

    @contextmanager
    def _cursor(self) -> "Iterator[Any]":
        with disk.answering(self.directory), self._connection.cursor() as cursor:
            yield cursor

    def _fetch(self, statement: str) -> list[tuple[Any, ...]]:
        with self._cursor() as cursor:
            rows: list[tuple[Any, ...]] = database.write(cursor, statement).fetchall()
            return rows

    def check(self) -> list[tuple[str, str, int]]:
        """Return what is not sound: (original_missing | original_changed | query_broken, what, import id or 0)."""
        with self._cursor() as cursor:
            return [*soundness.originals_at_fault(self.directory, self.journal), *soundness.queries_at_fault(cursor)]

    def preview(self, offer: "intake.Offer") -> "intake.Intake":
        """Read and check a file against this workspace without storing anything; raises InputRefused."""
        return intake.read(offer, self._known(), self._limits)

    def import_file(self, offer: "intake.Offer", by: str = "") -> Receipt:
        """Take a file in, whole or not at all; raises InputRefused, and then nothing is stored.

        Acknowledged (returned) only after the journal is synced, the transaction committed and a checkpoint tried.
        ``by`` names who does it: the operating system's user where nobody is named.
        """
        (receipt,) = self.import_files([offer], by)
        return receipt

    def import_files(self, offers: "Iterable[intake.Offer]", by: str = "") -> list[Receipt]:
        """Take files in one after the other, each as ``import_file`` does, the next one read while this is stored.

        Raises InputRefused at the first that is refused; those before it stay.
        """
        with self._writing, disk.answering(self.directory), closing(one_ahead(self._incoming, offers)) as incoming:
            return [self._take_in(offer, *begun, by) for offer, begun in incoming]

    @contextmanager
    def _incoming(self, offer: "intake.Offer") -> "Iterator[tuple[Keep, Finish]]":
        with originals.copying(self.directory, offer.path) as keep, intake.reading(offer, self._limits) as finish:
            yield keep, finish

    def _take_in(self, offer: "intake.Offer", keep: "Keep", finish: "Finish", by: str) -> Receipt:
        taken = finish(self._known())
        entry: Entry = {
            "do": "import",
            "import_id": 1 + max((row[0] for row in self._fetch("import_states")), default=0),
            "kind": offer.kind,
            "file_name": offer.file_name,
            "files": keep(),
            "options": offer.options.to_json(),
        }
        self._commit(entry, by, lambda cursor: changes.store_import(cursor, entry, taken))
        return Receipt(entry["import_id"], changes.row_count(taken), taken.report)

    @property
    def _limits(self) -> "intake.Limits":
        return intake.Limits(self.settings.intake.memory_mb, self.settings.intake.seconds)

    def undo(self, import_id: int, by: str = "") -> None:
        """Put an import out of force; raises UnknownImport if there is none or it is undone already."""
        self._switch("undo", import_id, by)

    def redo(self, import_id: int, by: str = "") -> None:
        """Put an undone import back in force; raises UnknownImport if there is none or it is in force already."""
        self._switch("redo", import_id, by)

    def _switch(self, do: str, import_id: int, by: str) -> None:
        with self._writing:
            entry = {"do": do, "import_id": import_id}
            self._commit(entry, by, self._switching(entry))

    def _switching(self, entry: Entry) -> "Change":
        states = {row[0]: (row[1], row[3]) for row in self._fetch("import_states")}
        is_active = entry["do"] == "redo"
        kind, was_active = states.get(entry["import_id"], ("", is_active))
        if was_active is is_active:
            raise UnknownImport(entry["import_id"])
        return lambda cursor: changes.switch(cursor, entry["import_id"], kind, is_active=is_active)

    def _known(self) -> "intake.Known":
        registered = {kind for _, kind, _, is_active in self._fetch("import_states") if is_active}
        names: dict[str, list[str]] = {"parks": [], "units": [], "projects": []}
        for register, spoken in self._fetch("known_names"):
            names[register].append(spoken)
        kinds = {"parks": "parks", "units": "units", "projects": "ledger"}
        return intake.Known(**{key: tuple(names[key]) if kind in registered else None for key, kind in kinds.items()})

    def _commit(self, entry: Entry, by: str, change: "Change") -> None:
        """Make a change in one transaction, journalled before it is committed; a failure leaves neither.

        A process that dies between journal and commit leaves the entry to the next opening, which replays it.
        """
        entry["at"] = datetime.now(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
        entry["by"] = by or getpass.getuser()
        with self._cursor() as cursor:
            with database.transaction(cursor):
                change(cursor)
                database.write(cursor, "count_entry")
                state = _state(cursor)
                before = self.journal.append(entry)
            try:
                cursor.commit()
            except BaseException:
                self.journal.cut(before)
                raise
            self._state = state
            database.checkpoint(cursor)

    def _catch_up(self) -> None:
        """Apply what the journal holds and the tables do not: the whole of it for a new database."""
        entries = self.journal.entries()
        applied = int(self._fetch("applied_entries")[0][0])
        if applied > len(entries):
            reason = f"{applied} changes in the tables, {len(entries)} in the journal"
            raise WorkspaceDamaged(self.directory, reason)
        with closing(one_ahead(self._replayed, entries[applied:])) as replayed:
            for _, change_of in replayed:
                change = change_of()
                with self._cursor() as cursor:
                    with database.transaction(cursor):
                        change(cursor)
                        database.write(cursor, "count_entry")
                    cursor.commit()
                    database.checkpoint(cursor)

    @contextmanager
    def _replayed(self, entry: Entry) -> "Iterator[Callable[[], Change]]":
        """Begin to do what an entry says once more; yields what makes the change, when those before it are made."""
        if entry["do"] != "import":
            yield lambda: self._switching(entry)
            return
        with ExitStack() as begun:
            try:
                path = begun.enter_context(originals.laid_out(self.directory, entry["files"]))
                options = intake.Options.from_json(entry["options"])
                offer = intake.Offer(path, entry["kind"], entry["file_name"], options)
                finish = begun.enter_context(intake.reading(offer, self._limits))
            except (OSError, InputRefused) as error:
                raise self._damaged_by(entry, error) from error

            def read() -> "Change":
                try:
                    taken = finish(self._known())
                except InputRefused as error:
                    raise self._damaged_by(entry, error) from error
                return lambda cursor: changes.store_import(cursor, entry, taken)

            yield read

    def _damaged_by(self, entry: Entry, error: Exception) -> WorkspaceDamaged:
        return WorkspaceDamaged(self.directory, f"import {entry['import_id']}: {error}")


def _state(cursor: Any) -> tuple[int, date | None]:
    """Return how many entries of the journal the tables hold, and the last day of the newest ledger in force.

    A page asks for both dozens of times; only a change of the workspace's own changes them.
    """
    applied, newest = (
        database.write(cursor, statement).fetchone()[0] for statement in ("applied_entries", "newest_period")
    )
    return int(applied), newest
