"""What is said of an error raised on purpose: one sentence with its cure, the same at the prompt and on a page."""

from parkatlas import errors
from parkatlas.messages import text

FORESEEN = (
    errors.InputRefused, errors.UnknownQuery, errors.UnknownImport, errors.WorkspaceBusy, errors.WorkspaceReadOnly,
    errors.WorkspaceDamaged, errors.SettingsWrong, errors.BackupRefused, errors.PortTaken, errors.PictureUnavailable,
    errors.TooManyRows,
)  # fmt: skip


def explain(error: Exception) -> str:  # noqa: C901, PLR0911, PLR0912 - one sentence a kind of error
    """Return what a person reads of ``error``; an unforeseen one yields a sentence that says the data are safe."""
    match error:
        case errors.InputRefused():
            return str(error.report)
        case errors.UnknownQuery():
            return text(f"refusals.unknown_{error.what}", name=error.name, nearest=", ".join(error.nearest))
        case errors.UnknownImport():
            return text("refusals.unknown_import", id=error.args[0])
        case errors.WorkspaceBusy():
            return text("refusals.busy", holder=error.args[0])
        case errors.WorkspaceReadOnly():
            return text("refusals.read_only", directory=error.args[0])
        case errors.WorkspaceFull():
            return text("refusals.full", directory=error.args[0])
        case errors.WorkspaceDamaged():
            backup = error.last_backup or text("refusals.no_backup_yet")
            return text("refusals.damaged", directory=error.directory, backup=backup, reason=error.reason)
        case errors.SettingsWrong():
            return text("refusals.settings", path=error.args[0], reason=error.args[1])
        case errors.BackupRefused():
            return text(f"refusals.backup_{error.reason}", subject=error.subject)
        case errors.PortTaken():
            return text("refusals.port_taken", port=error.args[0])
        case errors.PictureUnavailable():
            return text(str(error))
        case errors.TooManyRows():
            return text("briefing.too_many_rows", rows=error.rows, limit=error.limit)
        case _:
            return text("refusals.unforeseen", kind=type(error).__name__)
