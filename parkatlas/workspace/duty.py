"""What a server does for its workspace unasked: a check soon after its start, a backup and a check each night."""

import atexit
import logging
import threading
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from parkatlas.errors import BackupRefused
from parkatlas.workspace import clock, control, soundness

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from parkatlas.workspace import Workspace, care

_GRACE_SECONDS = 300  # the first visitors go before
_PACE_SECONDS = 60
_FAREWELL_SECONDS = 1  # a backup or a check under way is left to die with the process
_AGAIN = timedelta(hours=1)  # after a backup that failed
_log = logging.getLogger("parkatlas")


def begin(workspace: "Workspace") -> None:
    """Listen at the workspace's socket and keep its nights, until it is closed."""
    ended = threading.Event()
    thread = threading.Thread(target=_keep, args=(workspace, ended), name="duty", daemon=True)

    def end() -> None:
        atexit.unregister(workspace.close)
        ended.set()
        thread.join(_FAREWELL_SECONDS)

    control.listen(workspace)
    workspace.at_close(end)
    atexit.register(workspace.close)
    thread.start()


def _keep(workspace: "Workspace", ended: threading.Event) -> None:
    soundness.step_back()
    if ended.wait(_GRACE_SECONDS):
        return
    _guarded(workspace, ended, is_first=True)
    while not ended.wait(_PACE_SECONDS):
        _guarded(workspace, ended, is_first=False)


def _guarded(workspace: "Workspace", ended: threading.Event, *, is_first: bool) -> None:
    try:
        do_what_is_due(workspace, is_first=is_first)
    except Exception:  # noqa: BLE001 - the next night is kept all the same
        if not ended.is_set():
            _log.exception("nightly care of the workspace")


def do_what_is_due(workspace: "Workspace", *, is_first: bool = False) -> None:
    """Write the night's backup and check the workspace, where that has not been done since; check it at the start."""
    chosen, zone, noted = workspace.settings.backup, workspace.settings.region.zone, workspace.notes.care
    now = clock.now(zone)
    done = _time_of(noted.backed, zone)
    failed = _time_of(noted.failed, zone)
    if chosen.folder and is_due(done, now, chosen.time) and not _is_recent(failed, now):
        try:
            workspace.backup_to_folder()
        except BackupRefused as refused:
            _log.warning("no backup: %s", refused)
    if is_first or is_due(_time_of(noted.checked, zone), now, chosen.time):
        workspace.check()


def is_due(last: datetime | None, now: datetime, at: time) -> bool:
    """Tell whether what is done daily at a time of day has not been done since it last was that time.

    A last time in the future is a wrong clock's and says nothing.
    """
    today = now.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)
    latest = today if now >= today else today - timedelta(days=1)
    return last is None or not latest <= last <= now


def _is_recent(failed: datetime | None, now: datetime) -> bool:
    return failed is not None and timedelta(0) <= now - failed < _AGAIN


def _time_of(noted: "care.Noted | None", zone: "ZoneInfo") -> datetime | None:
    """Return when something noted was; None where nothing was, or an earlier release did not say when."""
    return clock.from_stamp(noted.at, zone) if noted and noted.at else None
