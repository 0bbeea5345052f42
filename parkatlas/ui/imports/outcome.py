"""What became of an import that was confirmed: noted before it is stored, told after it, after a restart too."""

import hashlib
import secrets
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import streamlit as st

from parkatlas.messages import text
from parkatlas.ui.kit import data, drafts, store
from parkatlas.ui.kit.markdown import plain
from parkatlas.workspace import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streamlit.runtime.uploaded_file_manager import UploadedFile

_FORM = "storing"
_LOOK_EVERY_SECONDS = 1
_running = set[str]()  # the imports that this process is storing now, by their token


@contextmanager
def noted(file: "UploadedFile") -> "Iterator[None]":
    """Note that ``file`` is about to be stored, for ``tell``; an error within is said on the page at once."""
    token = secrets.token_hex(16)
    drafts.keep(
        _FORM,
        {
            "token": token,
            "file_name": file.name,
            "sha256": hashlib.sha256(file.getbuffer()).hexdigest(),
            "at": f"{clock.now(store.workspace().settings.region.zone):%Y-%m-%dT%H:%M:%S}",
        },
    )
    _running.add(token)
    try:
        yield
    except Exception:
        forget()
        raise
    finally:
        _running.discard(token)


def tell() -> bool:
    """Say what became of the import last confirmed, until that is acknowledged; return whether it is still running."""
    pending = {key: str(value) for key, value in drafts.values(_FORM).items()}
    if not pending:
        return False
    name, token = plain(pending.get("file_name", "")), pending.get("token", "")
    if token in _running:
        st.info(text("imports.still_storing", file=name), icon=":material/hourglass_top:")
        _wait(token)
        return True
    stored = _stored(pending)
    if stored is None:
        st.warning(text("imports.not_stored", file=name), icon=":material/warning:")
    elif stored["is_active"]:
        facts = {"file": pending.get("file_name", ""), "id": stored["import_id"], "rows": stored["import_row_count"]}
        st.success(plain(text("imports.stored", **facts)), icon=":material/check:")
    else:  # undone since
        forget()
        return False
    st.button(text("imports.taken_note"), key="outcome-noted", type="tertiary", on_click=forget)
    return False


def forget() -> None:
    """Say no more of it."""
    drafts.keep(_FORM, {})


@st.fragment(run_every=_LOOK_EVERY_SECONDS)
def _wait(token: str) -> None:
    if token not in _running:
        st.rerun()


def _stored(pending: dict[str, str]) -> dict[str, Any] | None:
    """Return the import made of that very file since it was confirmed, the newest of several."""
    imports = data.ask("imports")
    since = imports["imported_at"].dt.strftime("%Y-%m-%dT%H:%M:%S") >= pending.get("at", "")
    made = imports[since & (imports["file_sha256"] == pending.get("sha256"))]
    return None if made.empty else dict(made.iloc[0])
