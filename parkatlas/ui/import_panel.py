"""The Data page's panels: upload with a look before it is stored, templates, and the list of imports with undo."""

import io
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from parkatlas import errors, formats, intake, terms
from parkatlas.columns import RECORDS, REQUIRED, column
from parkatlas.messages import text
from parkatlas.ui import data, frame, panels, store
from parkatlas.ui.markdown import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from streamlit.runtime.uploaded_file_manager import UploadedFile

_TABLES = ("xlsx", "xls", "xlsb", "ods", "csv")
_BOUNDARIES = ("geojson", "json", "zip", "shp", "shx", "dbf", "prj", "cpg", "gpkg", "kml")
_HAS_BOUNDARIES = ("parks", "units")
_LEVELS = {"error": ":material/error:", "warning": ":material/warning:", "note": ":material/info:"}
_SHOWN_ROWS = 20


@dataclass(frozen=True)
class _Checked:
    """What a look at a file gave: of what it was taken, its report, and of a sound one its size and first rows."""

    asked: tuple[object, ...]
    report: Any
    row_count: int | None = None
    first_rows: pd.DataFrame | None = None


def upload() -> None:
    """Draw the upload: what, which month, which file; first a check, then the import."""
    st.subheader(text("imports.upload"), anchor=False)
    with frame.card("upload"):
        kind = _choose_kind()
        files = _choose_files(kind)
        period = _choose_period() if kind == "ledger" else None
        layer_name, layer_kind = _choose_layer() if kind == "layers" else (None, None)
        options = replace(_choose_details(kind, period), layer_name=layer_name, layer_kind=layer_kind)
        by = st.text_input(text("imports.by"), key="by", max_chars=40, placeholder=text("imports.by_placeholder"))
        if not files:
            st.caption(text("imports.no_file_yet"))
            return
        asked = (kind, *(file.file_id for file in files), str(options.to_json()), store.workspace().revision)
        if st.button(text("imports.check"), icon=":material/fact_check:", key="check-upload"):
            st.session_state["checked"] = _check(asked, kind, files, options)
        checked = st.session_state.get("checked")
        if checked and checked.asked == asked:
            _show_checked(checked, files[0].name)
            if checked.row_count is not None:
                _offer_import(kind, files, options, by)


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


def history(imports: pd.DataFrame) -> None:
    """Draw the list of imports, the newest first; a chosen one can be undone or redone."""
    st.subheader(text("imports.history"), anchor=False)
    if imports.empty:
        st.caption(text("imports.history_empty"))
        return
    shown = imports[[name for name in imports.columns if name != "file_sha256"]]
    key = f"imports-{store.workspace().revision}"
    event = panels.rows_table(shown, key, on_select="rerun", selection_mode="single-row")
    panels.exports("imports", panels.caption_of(text("imports.history")), partial(data.ask_whole, "imports"))
    if not event.selection.rows:
        st.caption(text("imports.choose_row"))
        return
    row = imports.iloc[event.selection.rows[0]]
    do = "undo" if row["is_active"] else "redo"
    if st.button(text(f"imports.{do}", id=int(row["import_id"])), icon=f":material/{do}:", key="switch-import"):
        getattr(store.workspace(), do)(int(row["import_id"]), st.session_state.get("by", ""))
        st.rerun()


def _choose_kind() -> str:
    kind: str = st.segmented_control(
        text("imports.kind"),
        [term.code for term in terms.IMPORT_KINDS],
        format_func=lambda code: terms.label("import_kind", code),
        key="import_kind",
        default="ledger",
        required=True,
    )
    return kind


def _choose_period() -> date:
    newest = store.workspace().newest_period
    this_month = store.workspace().today()
    months = pd.period_range(end=pd.Period(this_month, "M"), periods=240, freq="M")[::-1]
    following = str((pd.Period(newest, "M") + 1) if newest else months[0])
    offered = [str(month) for month in months]
    chosen = st.selectbox(
        text("imports.period"),
        offered,
        index=offered.index(following) if following in offered else 0,
        key="import_period",
        help=text("imports.period_help"),
    )
    end = formats.period_end(chosen)
    assert end is not None, chosen  # noqa: S101 - offered months are months
    return end


def _choose_layer() -> tuple[str | None, str | None]:
    """Draw the name and the kind of a constraint layer; left empty, both come from the file's name."""
    left, right = st.columns(2)
    name = left.text_input(
        text("imports.layer_name"), key="layer_name", max_chars=40, placeholder=text("imports.layer_by_file"),
        help=text("imports.layer_help"),
    )  # fmt: skip
    kind = right.selectbox(
        text("imports.layer_kind"),
        [term.code for term in terms.LAYER_KINDS],
        index=None,
        format_func=lambda code: terms.label("layer_kind", code),
        placeholder=text("imports.layer_by_name"),
        key="layer_kind",
    )
    return name.strip() or None, kind


def _choose_details(kind: str, period: date | None) -> intake.Options:
    with st.expander(text("imports.details"), key=f"details-{kind}"):
        left, middle, right = st.columns(3)
        sheet = left.text_input(text("imports.sheet"), key="import_sheet", placeholder=text("imports.found"))
        crs = middle.text_input(text("imports.crs"), key="import_crs", placeholder=text("imports.found"))
        encoding = right.text_input(text("imports.encoding"), key="import_encoding", placeholder=text("imports.found"))
        st.caption(text("imports.mapping_help"))
        fields = pd.DataFrame(
            {
                "field": RECORDS[kind],
                "label": [column(name).label + (" *" if name in REQUIRED[kind] else "") for name in RECORDS[kind]],
                "header": "",
            }
        )
        edited = st.data_editor(
            fields,
            hide_index=True,
            column_order=("label", "header"),
            column_config={"label": text("imports.field"), "header": text("imports.header")},
            disabled=("label",),
            height=240,
            key=f"mapping-{kind}",
        )
    mapping = {field: str(header).strip() for field, header in zip(edited["field"], edited["header"], strict=True)}
    return intake.Options(
        sheet=sheet or None,
        crs=crs or None,
        encoding=encoding or None,
        mapping={field: header for field, header in mapping.items() if header},
        period=period,
    )


def _choose_files(kind: str) -> "list[UploadedFile]":
    """Return the file chosen, and of a shapefile its parts, the main file first; none where that is not clear."""
    files = st.file_uploader(
        text("imports.files"),
        type=_types(kind),
        accept_multiple_files=True,
        key=f"files-{kind}-{st.session_state.get('upload_turn', 0)}",
        help=text("imports.files_help"),
    )
    chosen = sorted(files, key=lambda file: not file.name.lower().endswith(".shp"))
    if len(chosen) > 1 and not _is_one_shapefile(chosen):
        st.warning(text("imports.one_at_a_time"), icon=":material/warning:")
        return []
    return chosen


def _types(kind: str) -> list[str]:
    if kind == "layers":
        return list(_BOUNDARIES)
    return [*_BOUNDARIES, *_TABLES] if kind in _HAS_BOUNDARIES else list(_TABLES)


def _is_one_shapefile(files: "list[UploadedFile]") -> bool:
    names = [Path(file.name) for file in files]
    return names[0].suffix.lower() == ".shp" and len({name.stem for name in names}) == 1


def _check(asked: tuple[object, ...], kind: str, files: "list[UploadedFile]", options: intake.Options) -> _Checked:
    with _saved(files) as path, st.spinner(text("imports.checking")):
        try:
            taken = store.workspace().preview(intake.Offer(path, kind, files[0].name, options, _waiting()))
        except errors.InputRefused as refused:
            return _Checked(asked, refused.report)
    main = taken.tables[{"ledger": "projects"}.get(taken.kind, taken.kind)]
    rows = main.slice(0, _SHOWN_ROWS).to_pandas().dropna(axis="columns", how="all")
    rows = rows[[name for name in rows.columns if name not in ("outline", "source_row")]]
    return _Checked(asked, taken.report, main.num_rows, rows)


def _waiting() -> "Callable[[int], object]":
    """Return what says how many files are to be read first, at this place of the page."""
    place = st.empty()
    return lambda ahead: place.caption(plain(text("imports.waiting", ahead=ahead)))


def _show_checked(checked: _Checked, name: str) -> None:
    if checked.first_rows is None:
        st.error(text("imports.refused", file=plain(name)), icon=":material/error:")
        _show_report(checked.report)
        return
    said = text("imports.sound", rows=checked.row_count, warnings=len(checked.report.warnings))
    st.success(plain(said), icon=":material/check:")
    _show_report(checked.report)
    st.caption(text("imports.first_rows", count=len(checked.first_rows)))
    panels.rows_table(checked.first_rows, "preview-rows")


def _offer_import(kind: str, files: "list[UploadedFile]", options: intake.Options, by: str) -> None:
    if st.button(text("imports.store"), type="primary", icon=":material/save:", key="store-upload"):
        with _saved(files) as path, st.spinner(text("imports.storing")):
            offer = intake.Offer(path, kind, files[0].name, options, _waiting())
            receipt = store.workspace().import_file(offer, by)
        st.session_state["upload_turn"] = st.session_state.get("upload_turn", 0) + 1
        st.session_state.pop("checked")
        st.toast(plain(text("imports.stored", id=receipt.import_id, rows=receipt.row_count)), icon=":material/check:")
        st.rerun()


def _show_report(report: Any) -> None:
    """Draw what was found, errors first; what needs nobody's doing is folded."""
    notes = [finding for finding in report.findings if finding.level == "note"]
    for finding in report.findings:
        if finding.level != "note":
            _show_finding(finding)
    if notes:
        with st.expander(text("imports.notes", count=len(notes)), icon=_LEVELS["note"]):
            for note in notes:
                _show_finding(note)


def _show_finding(finding: Any) -> None:
    said = f"{_LEVELS[finding.level]} **{plain(finding.place)}** {plain(finding.message)}"
    st.markdown(f"{said}  \n{plain(finding.cure)}")


@contextmanager
def _saved(files: "list[UploadedFile]") -> "Iterator[Path]":
    """Write uploads to names of our own; yields the first one's path."""
    with TemporaryDirectory(prefix="parkatlas-upload-", dir=store.workspace().temporary) as folder:
        for file in files:
            (Path(folder) / f"upload{_own_suffix(file.name)}").write_bytes(file.getbuffer())
        yield Path(folder) / f"upload{_own_suffix(files[0].name)}"


def _own_suffix(name: str) -> str:
    """Return the suffix of an upload if it is one we know; nothing else of its name reaches the disk."""
    suffix = Path(name).suffix.lower()
    return suffix if suffix.removeprefix(".") in (*_TABLES, *_BOUNDARIES) else ".bin"


def _template(kind: str) -> bytes:
    buffer = io.BytesIO()
    intake.write_template(kind, buffer)
    return buffer.getvalue()
