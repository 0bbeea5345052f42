"""Errors that ParkAtlas raises on purpose, each a kind of a built-in one."""


class InputRefused(ValueError):
    """A file or an option from a person cannot be taken in; nothing was stored.

    ``report`` is an ``intake.report.Report`` whose findings say where and how to mend it.
    """

    def __init__(self, report: object) -> None:
        super().__init__(str(report))
        self.report = report


class ContractBroken(ValueError):
    """A SQL file's header and its statement disagree."""


class UnknownQuery(LookupError):
    """No query bears this name, or it has no such parameter; ``kind`` is query or param, ``nearest`` what there is."""

    def __init__(self, kind: str, name: str, nearest: tuple[str, ...]) -> None:
        super().__init__(f"no {kind} is called {name!r}; nearest: {', '.join(nearest)}")
        self.kind = kind
        self.name = name
        self.nearest = nearest


class QueryTooSlow(TimeoutError):
    """A query was stopped because it took longer than ``seconds``; ``name`` is its name."""

    def __init__(self, name: str, seconds: float) -> None:
        super().__init__(f"{name}: longer than {seconds:g} s")
        self.name = name
        self.seconds = seconds


class MemoryShort(MemoryError):
    """A query or a change takes more memory than the settings allow; nothing of it was stored."""


class WorkspaceBusy(BlockingIOError):
    """Another process holds the workspace open."""


class WorkspaceDamaged(OSError):
    """Something of a workspace cannot be read; the originals beside it are not touched.

    ``cure`` is what helps: ``rebuild`` where the tables are at fault, ``journal`` where the journal is and the tables
    may hold it, ``restore`` where only a backup does, ``reopen`` where opening it anew
    does, ``restore_again`` where a restore was broken off.
    """

    def __init__(self, directory: object, reason: str, cure: str = "rebuild", last_backup: str | None = None) -> None:
        super().__init__(f"{directory}: {reason}")
        self.directory = directory
        self.reason = reason
        self.cure = cure
        self.last_backup = last_backup


class JournalBroken(ValueError):
    """A line of a journal is not what was written.

    ``fault`` is line_unreadable, line_changed, line_missing (before it), verb_unknown or entry_wrong.
    """

    def __init__(self, line: int, fault: str) -> None:
        super().__init__(f"line {line}: {fault}")
        self.line = line
        self.fault = fault


class RowsDamaged(OSError):
    """The rows kept of an import are missing or are not what their hash says."""

    def __init__(self, digest: str) -> None:
        super().__init__(f"rows {digest}")
        self.digest = digest


class WorkspaceNewer(OSError):
    """A later release of ParkAtlas wrote this workspace; the text says what shows it."""


class SettingsWrong(ValueError):
    """The settings file of a workspace is wrong: its path, and what is wrong in it."""


class WorkspaceReadOnly(PermissionError):
    """The workspace directory cannot be written."""


class WorkspaceFull(OSError):
    """There is no space left on the disk of the workspace; what was stored before stands."""


class DiskFault(OSError):
    """The disk refused to read or write ``path`` for ``reason``, as the system words it."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class PlaceTaken(OSError):
    """Something else stands where a workspace keeps a file or a folder; ``wanted`` is which of them."""

    def __init__(self, path: str, wanted: str) -> None:
        super().__init__(f"{path}: no {wanted}")
        self.path = path
        self.wanted = wanted


class PathRefused(ValueError):
    """No database can be kept under this path."""


class NoWorkspace(ValueError):
    """The folder holds other files and no workspace: nothing in it is ours to sweep or to write over."""


class NotServed(ConnectionError):
    """No process answers for this workspace."""


class ServerFailed(RuntimeError):
    """The process that serves the workspace failed at what it was asked."""


class UnknownImport(LookupError):
    """No import bears this id, or it is already in the state asked for."""


class NameRefused(ValueError):
    """A person is named by what is no name: ``fault`` is not_text, invisible or name_too_long."""

    def __init__(self, fault: str, name: str) -> None:
        super().__init__(f"{fault}: {name}")
        self.fault = fault
        self.name = name


class BackupRefused(ValueError):
    """A backup cannot be written or restored, for a ``reason`` of ``subject``.

    Reasons are inside, not_empty, no_backup, damaged_original and the like: those of the messages refusals.backup_….
    """

    def __init__(self, reason: str, subject: str) -> None:
        super().__init__(f"{reason}: {subject}")
        self.reason = reason
        self.subject = subject


class PortTaken(OSError):
    """Another program listens on the port."""


class AddressRefused(OSError):
    """The server cannot listen on ``address``; ``reason`` is what the system says."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"{address}: {reason}")
        self.address = address
        self.reason = reason


class UploadTooLarge(ValueError):
    """The bytes of an upload that is under way exceed a budget."""


class PictureUnavailable(RuntimeError):
    """A chart cannot be drawn to a file; the text is the key of the message that says what the machine lacks."""


class TooManyRows(ValueError):
    """A table has more rows than a spreadsheet holds: ``rows`` of them, against ``limit``."""

    def __init__(self, rows: int, limit: int) -> None:
        super().__init__(f"{rows} rows, a spreadsheet holds {limit}")
        self.rows = rows
        self.limit = limit
