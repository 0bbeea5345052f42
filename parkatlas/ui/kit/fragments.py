"""Parts of a page that run alone, and what stands in the place of one that failed."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

import streamlit as st

from parkatlas import messages, refusals
from parkatlas.messages import text
from parkatlas.ui.kit import look

_log = logging.getLogger("parkatlas")


class reporting:  # noqa: N801 - reads as a sentence: with reporting()
    """Show an error raised within the block as a sentence; a trace goes to the log only."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> bool:
        if not isinstance(error, Exception):
            return False
        sentence = refusals.explain(error)
        if not isinstance(error, refusals.FORESEEN):
            _log.error("unforeseen", exc_info=error)
        with look.card("error"):
            st.subheader(text("pages.error_title"))
            st.text(sentence)
        return True


def fragment(function: Callable[..., None], run_every: float | None = None) -> Callable[..., None]:
    """Make ``function`` a part of a page that reruns alone, by itself every so many seconds where that is said.

    It speaks the page's language and reports its errors.
    """

    @st.fragment(run_every=run_every)
    @wraps(function)
    def run_alone(*args: Any, **kwargs: Any) -> None:
        messages.use(st.session_state["lang"])
        with reporting():
            function(*args, **kwargs)

    return run_alone
