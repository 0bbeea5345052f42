"""A workspace: one directory that holds a region's originals, their journal and the database made from them."""

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from parkatlas import intake, queries
from parkatlas.errors import BackupRefused, WorkspaceDamaged, WorkspaceReadOnly
from parkatlas.filetypes import KINDS
from parkatlas.messages import text
from parkatlas.workspace import (
    authors,
    backup,
    care,
    changes,
    clock,
    database,
    disk,
    durable,
    journal,
    layout,
    lock,
    opening,
    originals,
    rereading,
    restoring,
    rotation,
    rows,
    settings,
    settings_template,
    soundness,
)
from parkatlas.workspace.ahead import one_ahead
from parkatlas.workspace.checked import Checked, CheckedFiles
from parkatlas.workspace.replay import Replay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager

    import geopandas as gpd
    import pandas as pd
    from duckdb import DuckDBPyConnection

    from parkatlas.workspace.journal import Entry

    # Makes a change within a transaction, lists the files it keeps, and returns what the journal is to say of it.
    Change = Callable[[Any, Entry, list[Path]], Entry]
    Keep = Callable[[list[Path]], list[originals.Kept]]
    Finish = Callable[[intake.Registers], intake.Intake]

__all__ = ["Receipt", "Workspace"]


@dataclass(frozen=True)
class Receipt:
    """What an import left behind: its id, how many rows, and the report of its reading."""

    import_id: int
    row_count: int
    report: "intake.Report"


class Workspace:
    """The one place that opens DuckDB; reads are concurrent, writes one at a time and all or nothing."""

    def __init__(self, directory: Path, *, anew: bool = False) -> None:
        """Open the workspace in ``directory``; its tables are made anew where asked or where another release made them.

        On a disk that cannot be written it is opened to be read (``is_read_only``). Raises WorkspaceBusy if another
        process holds it, WorkspaceDamaged, WorkspaceNewer, SettingsWrong, PathRefused or PlaceTaken.
        """
        with disk.answering(directory):
            layout.check(directory)
        layout.keep_private()
        self.directory = directory
        self.settings = settings.read(directory)
        self.notes = care.Notes(directory)
        self._writing, self._backing_up = threading.Lock(), threading.Lock()
        self._shapes = lru_cache(maxsize=8)(self._shapes_at)
        self._checked = CheckedFiles()
        self._at_close: list[Callable[[], None]] = []
        had_temporary = (directory / layout.TEMPORARY).exists()
        self._lock_file = lock.acquire(directory)
        self.is_read_only = self._lock_file.is_read_only
        try:
            with disk.answering(directory):
                self.journal, self._connection = self._opened(anew)
            with self._cursor() as cursor:
                self._state = _state(cursor)
        except BaseException:
            if not (self.is_read_only or had_temporary):
                layout.remove(directory / layout.TEMPORARY)
            self._lock_file.withdraw()
            raise

    def _opened(self, anew: bool) -> "tuple[journal.Journal, DuckDBPyConnection]":
        if not self.is_read_only:
            kept = opening.proven(self._replay)
            connection = opening.writable(self._replay, kept, anew=anew)
            try:
                layout.tidy(self.directory, kept.entries())
            except BaseException:
                connection.close()
                raise
            return kept, connection
        if anew:
            raise WorkspaceReadOnly(str(self.directory))
        return opening.readable(self._replay)

    @property
    def _replay(self) -> Replay:
        return Replay(self.directory, self._limits, self.settings.queries.engine, self.temporary)

    @classmethod
    def create(cls, directory: Path, region_name: str = "", *, is_example: bool = False) -> Self:
        """Make the directory and its settings where they are missing, and open it."""
        with disk.answering(directory):
            layout.check(directory)
            layout.keep_private()
            layout.resolved(directory).mkdir(parents=True, exist_ok=True)
            journal.read(directory)  # nothing is written beside one that is broken
            if not (directory / settings.FILE).exists() and not layout.is_empty(directory):
                cls(directory).close()  # nor beside what proves to be no workspace
            if os.access(directory, os.W_OK):
                settings_template.write(directory, region_name, is_example=is_example)
        return cls(directory)

    @classmethod
    def rebuild(cls, directory: Path, *, journal_from_tables: bool = False) -> Self:
        """Make the tables anew from the journal; the old ones stay until the new ones are proven.

        With ``journal_from_tables`` the journal is written anew first, from the lines that the tables hold. Raises
        WorkspaceDamaged where the new tables would hold less than the old ones.
        """
        if journal_from_tables:
            with disk.answering(directory):
                layout.check(directory)
            with lock.acquire(directory) as claim, disk.answering(directory):
                if claim.is_read_only:
                    raise WorkspaceReadOnly(str(directory))
                opening.write_journal(directory)
        return cls(directory, anew=True)

    @classmethod
    def restore(cls, source: Path, directory: Path) -> Self:
        """Unpack a backup into a new directory and open it; raises BackupRefused."""
        layout.check_places(directory)
        layout.keep_private()
        with disk.answering(directory):
            if not source.is_file():  # a pipe may never begin, a device never end
                raise BackupRefused("no_backup", str(source))
            restoring.unpack(source, directory)
        return cls(directory)

    def backup(self, target: Path) -> int:
        """Write a backup as ``pack`` does, and note it as the workspace's last.

        It may not stand in the workspace itself, which sweeps what is not its own.
        """
        if not intake.is_text(str(target.resolve())):
            raise BackupRefused("not_text", str(target))
        if self.directory.resolve() in target.resolve().parents:
            raise BackupRefused("inside", str(target))
        count = self.pack(target)
        self.notes.note_backup(target)
        return count

    def pack(self, target: Path) -> int:
        """Write a backup (a ZIP) to ``target``; return how many originals it holds. Raises BackupRefused.

        Others may write to the workspace while the file is written.
        """
        with self._writing, disk.answering(self.directory):
            taken = backup.snapshot(self.directory, self.journal)
        return backup.write(taken, target)

    @property
    def kept_bytes(self) -> int:
        """How many bytes the originals and the rows kept of them take, which a backup holds."""
        folders = [self.directory / name for name in (originals.FOLDER, rows.FOLDER)]
        return sum(path.stat().st_size for folder in folders if folder.is_dir() for path in folder.iterdir())

    def backup_to_folder(self) -> Path:
        """Write a backup to the folder of the settings, whose old ones go; return its file. Raises BackupRefused."""
        chosen = self.settings.backup
        folder = Path(chosen.folder)
        with self._backing_up:  # a half-written file in the folder is then a killed one's
            target = rotation.target(self.directory, folder, clock.now(self.settings.region.zone))
            try:
                self.backup(target)
            except BackupRefused as refused:
                self.notes.note_failure(refused.reason, refused.subject)
                raise
            rotation.drop_old(self.directory, folder, chosen.keep, target)
        return target

    def close(self) -> None:
        """Close the workspace once the change under way is made, so that another process can open it."""
        try:
            while self._at_close:
                self._at_close.pop()()
            with self._writing:
                self._connection.close()
        finally:
            self._lock_file.close()

    def at_close(self, end: "Callable[[], None]") -> None:
        """Have ``end`` called when the workspace is closed, before its lock is released."""
        self._at_close.append(end)

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

    @property
    def temporary(self) -> Path | None:
        """A folder for files that are gone when the workspace is next opened; None where the disk cannot be written."""
        return None if self.is_read_only else layout.temporary(self.directory)

    def today(self) -> date:
        """Return the day that it is in the region."""
        return clock.now(self.settings.region.zone).date()

    @property
    def default_day(self) -> date:
        """The day that pages and commands take where none is said: the newest ledger's, else the region's today."""
        return self.newest_period or self.today()

    def defaults(self) -> dict[str, object]:
        """Return a query's usual parameters where nobody chose: the default day, planned, what settings say."""
        lamps = self.settings.lamps
        return {
            "as_of": self.default_day,
            "basis": "planned",
            "threshold": self.settings.entry.threshold_wan_per_mu,
            "judged": self.settings.entry.judged,
            "pace_by": self.settings.pace.by,
            "lamp_rule": lamps.rule.value,
            "yellow_below": lamps.yellow_below,
            "red_below": lamps.red_below,
            "red_after_months": lamps.red_after_months,
            "stage_limits": self.settings.stages.limits,
            **self.settings.credit.params,
            **self.settings.grades.model_dump(),
        }

    def ask(self, name: str, **params: object) -> "pd.DataFrame":
        """Run the query ``name``; parameters not given, or given as None, take ``defaults``, then null.

        Times are those of the region's clock. Raises UnknownQuery for a name or a parameter that does not exist.
        """
        query = queries.find(name)
        usual = {key: value for key, value in self.defaults().items() if key in query.param_names}
        with self._cursor() as cursor:
            chosen = params | {key: usual[key] for key in usual if params.get(key) is None}
            rows = queries.run(query, cursor, chosen, self.settings.queries.seconds)
        return clock.localised(rows, query, self.settings.region.zone)

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

    def check(self) -> list[care.Fault]:
        """Return what is not sound (what kind of fault, of what, of which import or 0) and note it.

        Originals and kept rows are checked against their hashes, the journal against itself and the tables, the tables
        row by row against those that a replay of the journal gives, queries against their contracts.
        """
        faults = [*self._faults()]
        self.notes.note_check(faults)
        return faults

    def _faults(self) -> "Iterator[care.Fault]":
        try:
            with self._writing, self._cursor() as cursor:
                entries, revision = self.journal.entries(), self.revision
                prints = soundness.tables(cursor)
                yield from soundness.queries_at_fault(cursor)
        except WorkspaceDamaged as damaged:
            yield "journal_damaged", damaged.reason, 0
            return
        if len(entries) != revision:
            yield "journal_differs", str(revision), len(entries)
            return
        path = self.directory / database.FILE
        if self.is_read_only and path.exists() and not database.is_one(path):
            yield "table_unreadable", database.FILE, 0  # what answers are tables made in memory
        at_fault = [*soundness.files_at_fault(self.directory, entries)]
        yield from at_fault
        yield from soundness.tables_at_fault(prints, None if at_fault else self._replayed_tables(entries))
        yield from (("original_unnamed", digest, 0) for digest in originals.unnamed(self.directory, entries))

    def unnamed_originals(self) -> list[str]:
        """Return the hashes of originals that no entry of the journal names: a lost entry's, or a killed import's."""
        return originals.unnamed(self.directory, self.journal.entries())

    def _replayed_tables(self, entries: "list[Entry]") -> "soundness.Prints":
        with closing(opening.in_memory(self._replay, entries)) as copy, copy.cursor() as cursor:
            return soundness.tables(cursor)

    def reread(self, import_id: int | None = None) -> "Iterator[rereading.Reread]":
        """Read the originals of imports once more, by today's rules, and yield what would change; nothing is stored.

        Of all imports, in their order, where none is named; raises UnknownImport.
        """
        return rereading.reread(self._replay, self.journal.entries(), import_id)

    def preview(self, offer: "intake.Offer") -> "intake.Intake":
        """Read and check a file against this workspace without storing anything; raises InputRefused.

        What was read is kept for a while: an import of the same file stores those very rows.
        """
        with disk.answering(self.directory), self._checked.checking(offer) as keep, self._reading(offer) as finish:
            registers = self._registers()
            taken = finish(registers)
            keep(Checked(registers, taken))
            return taken

    def _reading(self, offer: "intake.Offer") -> "AbstractContextManager[Finish]":
        return intake.reading(offer, self._limits, self.temporary)

    def import_file(self, offer: "intake.Offer", by: str = "") -> Receipt:
        """Take a file in, whole or not at all; raises InputRefused, and then nothing is stored.

        Acknowledged (returned) only after the journal is synced, the transaction committed and a checkpoint tried.
        ``by`` names who does it: the operating system's user where nobody is named. Raises NameRefused.
        """
        (receipt,) = self.import_files([offer], by)
        return receipt

    def import_files(self, offers: "Iterable[intake.Offer]", by: str = "") -> list[Receipt]:
        """Take files in one after the other, each as ``import_file`` does, the next one read while this is stored.

        Raises InputRefused at the first that is refused; those before it stay.
        """
        self._check_writable()
        by = authors.named(by)
        with disk.answering(self.directory), closing(one_ahead(self._incoming, offers)) as incoming:
            return [self._take_in(*begun, by) for _, begun in incoming]

    @contextmanager
    def _incoming(self, offer: "intake.Offer") -> "Iterator[tuple[intake.Offer, Keep, Finish]]":
        """Begin to read a copy of a file, the one that is kept; yields the copy as an offer of the same name."""
        with originals.copying(self.directory, offer.path) as copies:
            own = replace(offer, path=copies.path)
            if checked := self._checked.take(own, copies):
                yield own, copies.keep, self._read_before(own, checked)
            else:
                with self._reading(own) as finish:
                    yield own, copies.keep, finish

    def _take_in(self, offer: "intake.Offer", keep: "Keep", finish: "Finish", by: str) -> Receipt:
        """Store what was read of a file; it is read once more where another import changed the registers meanwhile.

        Nobody waits for the reading: the workspace is held only while its rows are stored.
        """
        while True:
            revision, registers = self.revision, self._registers()
            taken = finish(registers)
            with self._writing:
                if self.revision == revision or self._registers() == registers:
                    return self._store(offer, keep, taken, by)
            finish = self._read_once_more(offer)

    def _read_before(self, offer: "intake.Offer", checked: Checked) -> "Finish":
        def finish(registers: "intake.Registers") -> "intake.Intake":
            return checked.taken if registers == checked.registers else self._read_once_more(offer)(registers)

        return finish

    def _read_once_more(self, offer: "intake.Offer") -> "Finish":
        def finish(registers: "intake.Registers") -> "intake.Intake":
            with self._reading(offer) as read:
                return read(registers)

        return finish

    def _store(self, offer: "intake.Offer", keep: "Keep", taken: "intake.Intake", by: str) -> Receipt:
        largest = max((row[0] for row in self._fetch("import_states")), default=0)
        entry: Entry = {
            "do": "import",
            "import_id": 1 + max(largest, self.journal.largest_id),
            "kind": offer.kind,
            "file_name": offer.file_name,
            "options": offer.options.to_json(),
            "row_count": taken.tables[KINDS[offer.kind].table].num_rows,
            "warning_count": len(taken.report.warnings),
            "rules": intake.RULES,
        }

        def store(cursor: Any, entry: "Entry", new: "list[Path]") -> "Entry":
            with ThreadPoolExecutor(1) as pool:
                keeping = pool.submit(rows.keep, self.directory, taken.tables, new)
                entry = {**entry, "files": keep(new)}
                changes.store_import(cursor, entry, taken.tables)
                return {**entry, "rows": keeping.result()}

        self._commit(entry, by, store)
        return Receipt(entry["import_id"], entry["row_count"], taken.report)

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
        def switch(cursor: Any, entry: "Entry", _: "list[Path]") -> "Entry":
            changes.switch(cursor, import_id, is_active=do == "redo")
            return entry

        self._check_writable()
        by = authors.named(by)
        with self._writing:
            self._commit({"do": do, "import_id": import_id}, by, switch)

    def _check_writable(self) -> None:
        if self.is_read_only:
            raise WorkspaceReadOnly(str(self.directory))

    def _registers(self) -> "intake.Registers":
        registered = {kind for _, kind, _, is_active in self._fetch("import_states") if is_active}
        names: dict[str, list[str]] = {"parks": [], "units": [], "projects": []}
        for register, spoken in self._fetch("known_names"):
            names[register].append(spoken)
        kinds = {"parks": "parks", "units": "units", "projects": "ledger"}
        return intake.Registers(
            **{key: tuple(names[key]) if kind in registered else None for key, kind in kinds.items()}
        )

    def _commit(self, entry: "Entry", by: str, change: "Change") -> None:
        """Make a change in one transaction, journalled before it is committed; a failure leaves neither.

        A process that dies between journal and commit leaves the entry to the next opening, which replays it.
        """
        entry = {**entry, "at": clock.stamp(), "by": by}
        with self._cursor() as cursor, durable.new_files() as new:
            with database.transaction(cursor):
                self._check_agreeing(cursor)
                sealed = journal.sealed(change(cursor, entry, new), self.journal.reached)
                database.write(cursor, "record_line", {"line": journal.written(sealed)})
                state = _state(cursor)
            with self.journal.holding(sealed, new, lambda: self._holds(sealed)):
                database.commit(cursor)
            self._state = state
            database.checkpoint(cursor)

    def _check_agreeing(self, cursor: Any) -> None:
        """Check that tables and journal end with the same entry before another follows; raises WorkspaceDamaged."""
        if not self.journal.ends_with(_last_line(cursor)):
            reason = text("workspace.line_differs", file=journal.FILE, line=_state(cursor)[0])
            raise WorkspaceDamaged(self.directory, reason, "reopen")

    def _holds(self, sealed: "Entry") -> bool:
        """Tell whether the tables hold a sealed entry as their last; where they cannot be asked, note the doubt."""
        try:
            with self._cursor() as cursor:
                self._state = _state(cursor)
                return _last_line(cursor) == journal.written(sealed)
        except Exception:  # noqa: BLE001 - what ended the commit is what matters
            self.journal.doubt(sealed)
            return False


def _last_line(cursor: Any) -> str | None:
    """Return the last line of the journal that the tables hold; None where they hold none."""
    row = database.write(cursor, "last_line").fetchone()
    return row[0] if row else None


def _state(cursor: Any) -> tuple[int, date | None]:
    """Return how many entries of the journal the tables hold, and the last day of the newest ledger in force.

    A page asks for both dozens of times; only a change of the workspace's own changes them.
    """
    applied, newest = (database.write(cursor, statement).fetchone()[0] for statement in ("revision", "newest_period"))
    return int(applied), newest
