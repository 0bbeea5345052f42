"""What a visitor has filled in: kept as they go, and there again after a cut, a restart or a reload of the same tab.

A draft is known by two things together: a random word in the tab's address and the random cookie of the browser. A link
passed on carries the first alone, so nobody sees what somebody else has filled in.
"""

import hashlib
import logging
import re
import secrets
from typing import TYPE_CHECKING, Any

import streamlit as st
from streamlit.web.server.starlette.starlette_app_utils import decode_xsrf_token_string

from parkatlas.ui.kit import store
from parkatlas.workspace import drafts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkatlas.ui.kit.choice import Choosable

_TAB = "draft"
_WORD = re.compile(r"[0-9a-f]{32}")
_COOKIE = "_streamlit_xsrf"
_HELD = "draft_held"
_log = logging.getLogger("parkatlas")


def values(form: str) -> dict[str, Any]:
    """Return what the form held when it was last kept, in this visit or before a cut; the values come unchecked."""
    return dict(_draft().get(form, {}))


def keep(form: str, values: dict[str, Any]) -> None:
    """Keep what the form holds; fields that hold nothing are left out, and a form that holds nothing is forgotten."""
    draft = _draft()
    filled = {key: value for key, value in values.items() if value not in (None, "", [], {})}
    if draft.get(form, {}) == filled:
        return
    draft.pop(form, None)
    if filled:
        draft[form] = filled
    _write(draft)


def bring_back(form: str, fields: "Sequence[Choosable]") -> None:
    """Give the address what it held of the form when that was last kept, unless the page or a link says otherwise."""
    if not any(field.key in st.session_state or field.name in st.query_params for field in fields):
        names = [field.name for field in fields]
        for name, value in values(form).items():
            if name in names:
                st.query_params[name] = value


def keep_address(form: str, fields: "Sequence[Choosable]") -> None:
    """Keep what the address holds of the form."""
    keep(form, {field.name: st.query_params.get_all(field.name) for field in fields})


def publish() -> None:
    """Write the tab's word into the address of every page, once there is a draft; a word that is none goes."""
    _draft()
    if st.session_state.get(_TAB):
        st.query_params[_TAB] = st.session_state[_TAB]
    else:
        st.query_params.pop(_TAB, None)


def _draft() -> drafts.Draft:
    """Return the draft of this visit; at first what the store holds for this tab."""
    if _HELD not in st.session_state:
        word, browser = st.query_params.get(_TAB, ""), _browser()
        stored = {}
        if browser and _WORD.fullmatch(word):
            stored = drafts.read(store.workspace().directory, _id(browser, word))
            # A word that no draft of this browser answers to came with somebody else's link.
            st.session_state[_TAB] = word if stored else ""
        st.session_state[_HELD] = stored
    draft: drafts.Draft = st.session_state[_HELD]
    return draft


def _write(draft: drafts.Draft) -> None:
    browser = _browser()
    if not browser:
        return
    if not st.session_state.get(_TAB):
        st.session_state[_TAB] = secrets.token_hex(16)
    publish()
    try:
        drafts.write(store.workspace().directory, _id(browser, st.session_state[_TAB]), draft)
    except OSError as error:  # a page goes on where the disk takes nothing; an import says so
        _log.warning("a draft was not kept: %s", error)


def _browser() -> bytes | None:
    """Return the random bytes of the browser's cookie, which Streamlit sets before a page connects; None without."""
    token, _ = decode_xsrf_token_string(st.context.cookies.get(_COOKIE, ""))
    return token


def _id(browser: bytes, word: str) -> str:
    return hashlib.sha256(browser + word.encode("ascii")).hexdigest()[:32]
