"""What is chosen of an import: its kind, file, month, layer, and how it is to be read; kept in the visitor's draft."""

import secrets
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from parkatlas import formats, intake, terms
from parkatlas.columns import column
from parkatlas.filetypes import KINDS, listed, parts_of
from parkatlas.messages import text
from parkatlas.ui.kit import drafts, store
from parkatlas.ui.kit.markdown import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from streamlit.runtime.uploaded_file_manager import UploadedFile

_LONGEST_NAME, _LONGEST_HEADER = 40, 200
_FORM, _USUAL_KIND = "import", "ledger"
_CHOICES = ("import_kind", "import_period", "import_following", "layer_kind")
_READ_AS = ("import_sheet", "import_crs", "import_encoding")
_TEXTS = {"by": _LONGEST_NAME, "layer_name": _LONGEST_NAME} | dict.fromkeys(_READ_AS, _LONGEST_HEADER)


@dataclass(frozen=True)
class Chosen:
    """A file to be taken in (of a shapefile its parts, the main one first), how it is to be read, and by whom."""

    kind: str
    files: "list[UploadedFile]"
    options: intake.Options
    by: str

    @property
    def words(self) -> tuple[str, ...]:
        """What a check of the file holds for, as long as the data stay as they are."""
        return (self.kind, *(file.file_id for file in self.files), str(self.options.to_json()))

    def offer(self, path: Path, on_wait: "Callable[[int], object]") -> intake.Offer:
        """Return what is offered to the workspace, the file being at ``path``; ``on_wait`` hears who goes first."""
        return intake.Offer(path, self.kind, self.files[0].name, self.options, on_wait)


def choose() -> Chosen:
    """Draw the form and return what it holds; its files are empty where there is none, or none that is clear."""
    kind = _choose_kind()
    _bring_back()
    files = _choose_files(kind)
    period = _choose_period() if KINDS[kind].asks == "period" else None
    layer_name, layer_kind = _choose_layer() if KINDS[kind].asks == "layer" else (None, None)
    options = replace(_choose_details(kind, period), layer_name=layer_name, layer_kind=layer_kind)
    by = st.text_input(
        text("imports.by"), key="by", max_chars=_LONGEST_NAME, placeholder=text("imports.by_placeholder")
    )
    _keep(kind, files, options)
    return Chosen(kind, files, options, by)


def let_go_of_files() -> None:
    """Empty the field of files, when they are stored."""
    del st.session_state["upload_turn"]
    drafts.keep(_FORM, drafts.values(_FORM) | {"files": []})


def _bring_back() -> None:
    """Give the fields of text what they held before a cut, a restart or another page."""
    kept = drafts.values(_FORM)
    for key, longest in _TEXTS.items():
        if key not in st.session_state:
            st.session_state[key] = str(kept.get(key, ""))[:longest]


def _recall(key: str, offered: "Sequence[str]", usual: str | None) -> None:
    """Give a choice its value: what was chosen, at first what was before a cut, as far as it is offered."""
    chosen = st.session_state.get(key, drafts.values(_FORM).get(key))
    st.session_state[key] = chosen if chosen in offered else usual


def _keep(kind: str, files: "list[UploadedFile]", options: intake.Options) -> None:
    """Keep what differs from where the form begins."""
    chosen = {key: st.session_state[key] for key in (*_TEXTS, *_CHOICES) if key in st.session_state}
    chosen["import_kind"] = kind if kind != _USUAL_KIND else None
    if chosen.get("import_period") == chosen.get("import_following"):
        chosen |= {"import_period": None, "import_following": None}
    new = {"files": [file.name for file in files], f"mapping-{kind}": options.mapping}
    drafts.keep(_FORM, drafts.values(_FORM) | chosen | new)


def _choose_kind() -> str:
    kinds = list(KINDS)
    _recall("import_kind", kinds, _USUAL_KIND)
    chosen = st.segmented_control(
        text("imports.kind"),
        kinds,
        format_func=lambda code: terms.label("import_kind", code),
        key="import_kind",
        required=True,
    )
    return str(chosen)


def _choose_period() -> date:
    newest = store.workspace().newest_period
    this_month = store.workspace().today()
    months = pd.period_range(end=pd.Period(this_month, "M"), periods=240, freq="M")[::-1]
    following = str((pd.Period(newest, "M") + 1) if newest else months[0])
    offered = [str(month) for month in months]
    if st.session_state.get("import_following", drafts.values(_FORM).get("import_following")) != following:
        st.session_state["import_period"] = following  # a month was taken in since: the next one is due
    st.session_state["import_following"] = following
    _recall("import_period", offered, following if following in offered else offered[0])
    chosen = st.selectbox(text("imports.period"), offered, key="import_period", help=text("imports.period_help"))
    end = formats.period_end(chosen)
    assert end is not None, chosen  # noqa: S101 - offered months are months
    return end


def _choose_layer() -> tuple[str | None, str | None]:
    """Draw the name and the kind of a constraint layer; left empty, both come from the file's name."""
    left, right = st.columns(2)
    name = left.text_input(
        text("imports.layer_name"),
        key="layer_name",
        max_chars=_LONGEST_NAME,
        placeholder=text("imports.layer_by_file"),
        help=text("imports.layer_help"),
    )
    kinds = [term.code for term in terms.LAYER_KINDS]
    _recall("layer_kind", kinds, None)
    chosen: str | None = right.selectbox(
        text("imports.layer_kind"),
        kinds,
        index=None,
        format_func=lambda code: terms.label("layer_kind", code),
        placeholder=text("imports.layer_by_name"),
        key="layer_kind",
    )
    return name.strip() or None, chosen


def _choose_details(kind: str, period: date | None) -> intake.Options:
    with st.expander(text("imports.details"), key=f"details-{kind}"):
        for slot, key in zip(st.columns(3), _READ_AS, strict=True):
            label = text(f"imports.{key.removeprefix('import_')}")
            slot.text_input(label, key=key, max_chars=_LONGEST_HEADER, placeholder=text("imports.found"))
        st.caption(text("imports.mapping_help"))
        begun, names, required = _begun(kind), KINDS[kind].columns, KINDS[kind].required
        fields = pd.DataFrame(
            {
                "field": names,
                "label": [column(name).label + (" *" if name in required else "") for name in names],
                "header": [begun.get(name, "") for name in names],
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
    mapping = {
        field: str(header or "").strip() for field, header in zip(edited["field"], edited["header"], strict=True)
    }
    return intake.Options(
        **{key.removeprefix("import_"): st.session_state[key] or None for key in _READ_AS},
        mapping={field: header for field, header in mapping.items() if header},
        period=period,
    )


def _begun(kind: str) -> dict[str, str]:
    """Return the mapping that the table of headers begins with; the browser keeps what is changed in it."""
    key = f"mapping-{kind}"
    if key not in st.session_state:
        kept = drafts.values(_FORM).get(key)
        pairs = kept.items() if isinstance(kept, dict) else ()
        st.session_state[f"{key}-begun"] = {name: str(header)[:_LONGEST_HEADER] for name, header in pairs}
    begun: dict[str, str] = st.session_state[f"{key}-begun"]
    return begun


def _choose_files(kind: str) -> "list[UploadedFile]":
    """Return the file chosen, and of a shapefile its parts, the main file first; none where that is not clear.

    A server that has started anew does not have the files that a browser still shows: the key is another one then.
    """
    turn = st.session_state.setdefault("upload_turn", secrets.token_hex(4))
    key = f"files-{kind}-{turn}"
    if key not in st.session_state:
        st.session_state["lost_files"] = drafts.values(_FORM).get("files")
    files = st.file_uploader(
        text("imports.files"),
        type=KINDS[kind].endings,
        accept_multiple_files=True,
        key=key,
        help=text("imports.files_help", formats=listed(KINDS[kind].formats)),
    )
    if files:
        st.session_state["lost_files"] = None
    elif isinstance(st.session_state.get("lost_files"), list):
        names = text("pages.list_comma").join(st.session_state["lost_files"])
        st.warning(text("imports.files_lost", files=plain(names)), icon=":material/warning:")
    chosen = main_first(files)
    if files and not chosen:
        st.warning(text("imports.one_at_a_time"), icon=":material/warning:")
    return chosen


def main_first(files: "list[UploadedFile]") -> "list[UploadedFile]":
    """Return files that are one file and its parts, the main one first; nothing where they are not."""
    for main in files:
        others = [file for file in files if file is not main]
        names = [file.name for file in others]
        if sorted(parts_of(main.name, names)) == sorted(names):
            return [main, *others]
    return []
