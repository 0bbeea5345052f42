"""The Data page's part on backups and checks: when they last were, what they came to, and both at a click."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import streamlit as st

from parkatlas import refusals
from parkatlas.errors import BackupRefused
from parkatlas.messages import text
from parkatlas.ui.kit import look, store
from parkatlas.ui.kit.markdown import plain
from parkatlas.workspace import clock

if TYPE_CHECKING:
    from parkatlas.workspace import care

_MEGABYTE = 1 << 20
_DOWNLOADED_MB = 200  # a download stands in the server's memory; larger ones go to a folder
_SHOWN_FAULTS = 20


def keeping() -> None:
    """Draw the last backup and the last check side by side."""
    st.subheader(text("care.title"), anchor=False)
    left, right = st.columns(2)
    with left, look.card("backup", height="stretch"):
        _backups()
    with right, look.card("soundness", height="stretch"):
        _check()


def _backups() -> None:
    workspace = store.workspace()
    noted, chosen = workspace.notes.care, workspace.settings.backup
    st.markdown(f"**{text('care.backup')}**")
    if noted.backed:
        _say_backed(noted.backed)
    else:
        st.markdown(text("care.no_backup"))
    if noted.failed:
        reason = refusals.explain(BackupRefused(noted.failed.reason, noted.failed.subject))
        st.error(plain(text("care.failed", at=_when(noted.failed), reason=reason)), icon=":material/error:")
    if chosen.folder:
        st.caption(plain(text("care.nightly", at=chosen.at, folder=chosen.folder, keep=chosen.keep)))
        if st.button(text("care.back_up"), icon=":material/save:", key="back-up"):
            _back_up()
    else:
        st.caption(text("care.no_folder"))
        _offer_download()


def _say_backed(backed: "care.Backed") -> None:
    size = f"{backed.size / _MEGABYTE:,.1f} MB"
    st.markdown(plain(text("care.backed", at=_when(backed), file=Path(backed.file).name, size=size)))


def _back_up() -> None:
    # A refusal is noted, and said on the page.
    with st.spinner(text("care.backing_up")), suppress(BackupRefused):
        store.workspace().backup_to_folder()
    st.rerun()


def _offer_download() -> None:
    if store.workspace().kept_bytes > _DOWNLOADED_MB * _MEGABYTE:
        st.caption(text("care.too_large", limit=_DOWNLOADED_MB))
        return
    day = store.workspace().today()
    st.download_button(
        text("care.download"),
        _packed,
        file_name=f"parkatlas-{day:%Y%m%d}.zip",
        mime="application/zip",
        key="download-backup",
        icon=":material/download:",
        on_click="ignore",
    )


def _packed() -> bytes:
    with TemporaryDirectory(prefix="parkatlas-", dir=store.workspace().temporary, ignore_cleanup_errors=True) as folder:
        store.workspace().pack(Path(folder) / "backup.zip")
        return (Path(folder) / "backup.zip").read_bytes()


def _check() -> None:
    checked = store.workspace().notes.care.checked
    st.markdown(f"**{text('care.check')}**")
    if checked is None:
        st.markdown(text("care.not_checked"))
    elif not checked.faults:
        st.markdown(plain(text("care.sound", at=_when(checked))))
    else:
        sentences = [text(f"faults.{fault}", subject=subject, id=number) for fault, subject, number in checked.faults]
        st.error(plain(text("care.unsound", at=_when(checked), count=len(sentences))), icon=":material/error:")
        for fault in sentences[:_SHOWN_FAULTS]:
            st.markdown(f"- {plain(fault)}")
    st.caption(plain(text("care.check_help", at=store.workspace().settings.backup.at)))
    if st.button(text("care.check_now"), icon=":material/health_and_safety:", key="check-now"):
        with st.spinner(text("care.checking")):
            store.workspace().check()
        st.rerun()


def _when(noted: "care.Noted") -> str:
    """Return when something was, by the region's clock; empty where an earlier release did not say."""
    return f"{clock.from_stamp(noted.at, store.workspace().settings.region.zone):%Y-%m-%d %H:%M}" if noted.at else ""
