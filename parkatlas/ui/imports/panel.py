"""The Data page's panels: upload with a look before it is stored, templates, and the list of imports with undo."""

import io
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from parkatlas import errors, intake, sheets, terms
from parkatlas.filetypes import KINDS, ending
from parkatlas.messages import text
from parkatlas.ui.imports import form, outcome, report
from parkatlas.ui.kit import look, panels, store
from parkatlas.ui.kit.markdown import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from parkatlas.ui.imports.form import Chosen

_SHOWN_ROWS = 20


@dataclass(frozen=True)
class _Checked:
    """The check of a file: a key of what was checked, the report, and of a sound file its size and first rows.

    ``left_out`` says which projects a ledger does not name, empty for none.
    """

    key: tuple[object, ...]
    report: Any
    row_count: int | None = None
    first_rows: pd.DataFrame | None = None
    left_out: str = ""


def upload() -> None:
    """Draw the upload: what, which month, which file; first a check, then the import."""
    st.subheader(text("imports.upload"), anchor=False)
    with look.card("upload"):
        if outcome.tell():
            return
        chosen = form.choose()
        if not chosen.files:
            st.caption(text("imports.no_file_yet"))
            return
        key = (*chosen.words, store.workspace().revision)
        if st.button(text("imports.check"), icon=":material/fact_check:", key="check-upload"):
            outcome.forget()
            st.session_state["checked"] = _check(key, chosen)
        checked = st.session_state.get("checked")
        if checked and checked.key == key:
            _show_checked(checked, chosen.files[0].name)
            if checked.row_count is not None:
                _offer_import(chosen)


def templates() -> None:
    """Draw one download per kind of file."""
    st.subheader(text("imports.templates"), anchor=False)
    st.caption(text("imports.templates_help"))
    with st.container(horizontal=True):
        for kind in intake.TEMPLATES:
            st.download_button(
                terms.label("import_kind", kind),
                partial(_template, kind),
                file_name=intake.template_name(kind),
                key=f"template-{kind}",
                icon=":material/download:",
                on_click="ignore",
            )


def history(block: sheets.Table) -> None:
    """Draw the list of imports; a chosen one can be undone or redone."""
    imports = block.rows
    st.subheader(plain(block.caption.title), anchor=False)
    if imports.empty:
        st.caption(plain(block.nothing))
        return
    key = f"imports-{store.workspace().revision}"
    event = panels.rows_table(imports[list(block.columns)], key, on_select="rerun", selection_mode="single-row")
    panels.downloads(block.key, block.caption, block.whole)
    if not event.selection.rows:
        st.caption(text("imports.choose_row"))
        return
    row = imports.iloc[event.selection.rows[0]]
    do = "undo" if row["is_active"] else "redo"
    if st.button(text(f"imports.{do}", id=int(row["import_id"])), icon=f":material/{do}:", key="switch-import"):
        getattr(store.workspace(), do)(int(row["import_id"]), st.session_state.get("by", ""))
        st.rerun()


def _check(key: tuple[object, ...], chosen: "Chosen") -> _Checked:
    with _saved(chosen.files) as path, st.spinner(text("imports.checking")):
        try:
            taken = store.workspace().preview(chosen.offer(path, _waiting()))
        except errors.InputRefused as refused:
            return _Checked(key, refused.report)
    main = taken.tables[KINDS[taken.kind].table]
    rows = main.slice(0, _SHOWN_ROWS).to_pandas().dropna(axis="columns", how="all")
    rows = rows[[name for name in rows.columns if name not in ("outline", "source_row")]]
    return _Checked(key, taken.report, main.num_rows, rows, _left_out(chosen, main))


def _left_out(chosen: "Chosen", main: Any) -> str:
    if chosen.kind != "ledger" or chosen.options.period is None:
        return ""
    return sheets.imports.left_out(store.workspace().ask, chosen.options.period, main["project_id"].to_pylist())


def _waiting() -> "Callable[[int], object]":
    """Return the function that shows how many files are to be read first, in this slot of the page."""
    slot = st.empty()
    return lambda ahead: slot.caption(plain(text("imports.waiting", ahead=ahead)))


def _show_checked(checked: _Checked, name: str) -> None:
    if checked.first_rows is None:
        st.error(text("imports.refused", file=plain(name)), icon=":material/error:")
        report.draw(checked.report)
        return
    sentence = text("imports.sound", rows=checked.row_count, warnings=len(checked.report.warnings))
    st.success(plain(sentence), icon=":material/check:")
    if checked.left_out:
        st.warning(plain(checked.left_out), icon=":material/playlist_remove:")
    report.draw(checked.report)
    st.caption(text("imports.first_rows", count=len(checked.first_rows)))
    panels.rows_table(checked.first_rows, "preview-rows")


def _offer_import(chosen: "Chosen") -> None:
    if st.button(text("imports.store"), type="primary", icon=":material/save:", key="store-upload"):
        with outcome.noted(chosen.files[0]), _saved(chosen.files) as path, st.spinner(text("imports.storing")):
            store.workspace().import_file(chosen.offer(path, _waiting()), chosen.by)
        form.let_go_of_files()
        st.session_state.pop("checked")
        st.rerun()


@contextmanager
def _saved(files: "list[UploadedFile]") -> "Iterator[Path]":
    """Write uploads to names of our own; yields the first one's path."""
    with TemporaryDirectory(
        prefix="parkatlas-upload-", dir=store.workspace().temporary, ignore_cleanup_errors=True
    ) as folder:
        for file in files:
            (Path(folder) / _own_name(file)).write_bytes(file.getbuffer())
        yield Path(folder) / _own_name(files[0])


def _own_name(file: "UploadedFile") -> str:
    """Return a name of our own for an upload; of its own name only an ending that we know reaches the disk."""
    return f"upload{ending(file.name) or '.bin'}"


def _template(kind: str) -> bytes:
    buffer = io.BytesIO()
    intake.write_template(kind, buffer)
    return buffer.getvalue()
