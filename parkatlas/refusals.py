"""What is said of an error raised on purpose: one sentence with its cure, the same at the prompt and on a page."""

from collections.abc import Callable
from typing import Any

from parkatlas import errors
from parkatlas.messages import text

_SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    errors.InputRefused: lambda error: str(error.report),
    errors.UnknownQuery: lambda error: text(
        f"refusals.unknown_{error.kind}", name=error.name, nearest=", ".join(error.nearest)
    ),
    errors.NameRefused: lambda error: text(f"refusals.author_{error.fault}", name=error.name),
    errors.QueryTooSlow: lambda error: text("refusals.query_too_slow", name=error.name, seconds=f"{error.seconds:g}"),
    errors.MemoryShort: lambda _: text("refusals.memory_short"),
    errors.UnknownImport: lambda error: text("refusals.unknown_import", id=error.args[0]),
    errors.WorkspaceBusy: lambda error: text("refusals.busy", holder=error.args[0]),
    errors.WorkspaceReadOnly: lambda error: text("refusals.read_only", directory=error.args[0]),
    errors.WorkspaceFull: lambda error: text("refusals.full", directory=error.args[0]),
    errors.DiskFault: lambda error: text("refusals.disk", path=error.path, reason=error.reason),
    errors.PlaceTaken: lambda error: text(f"refusals.no_{error.wanted}", path=error.path),
    errors.ServerFailed: lambda _: text("refusals.server_failed"),
    errors.PathRefused: lambda error: text("refusals.path", path=error.args[0]),
    errors.NoWorkspace: lambda error: text("refusals.no_workspace", directory=error.args[0]),
    errors.WorkspaceDamaged: lambda error: text(
        f"refusals.damaged_{error.cure}",
        directory=error.directory,
        backup=error.last_backup or text("refusals.no_backup_yet"),
        reason=error.reason,
    ),
    errors.WorkspaceNewer: lambda error: text("refusals.newer", what=error.args[0]),
    errors.SettingsWrong: lambda error: text("refusals.settings", path=error.args[0], reason=error.args[1]),
    errors.BackupRefused: lambda error: text(f"refusals.backup_{error.reason}", subject=error.subject),
    errors.PortTaken: lambda error: text(
        "refusals.port_taken", port=str(error.args[0]), other=str(error.args[0] % 65535 + 1)
    ),
    errors.AddressRefused: lambda error: text("refusals.address", address=error.address, reason=error.reason),
    errors.PictureUnavailable: lambda error: text(str(error)),
    errors.TooManyRows: lambda error: text("exports.too_many_rows", rows=error.rows, limit=error.limit),
}

FORESEEN = tuple(_SENTENCES)


def explain(error: Exception) -> str:
    """Return what a person reads of ``error``; an unforeseen one yields a sentence that says the data are safe."""
    for kind, say in _SENTENCES.items():
        if isinstance(error, kind):
            return say(error)
    return text("refusals.unforeseen", kind=type(error).__name__)
