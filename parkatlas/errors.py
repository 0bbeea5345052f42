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
    """No query bears this name, or it has no such parameter."""


class WorkspaceBusy(BlockingIOError):
    """Another process holds the workspace open."""


class WorkspaceDamaged(OSError):
    """The workspace's database cannot be read; originals and journal still can."""


class WorkspaceReadOnly(PermissionError):
    """The workspace directory cannot be written."""


class UnknownImport(LookupError):
    """No import bears this id, or it is already in the state asked for."""
