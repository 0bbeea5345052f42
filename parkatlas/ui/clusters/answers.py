"""What the Clusters page computes beyond its queries, kept until data, day, filters or rule change.

Computing takes seconds of processor time in this process: it is done for one visitor after the other, so that other
pages go on answering.
"""

from dataclasses import astuple
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import streamlit as st

from parkatlas import turns
from parkatlas.messages import text
from parkatlas.ui.kit import data, store
from parkatlas.ui.kit.markdown import plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    import pandas as pd

    from parkatlas.analysis.clustering import Checkup, Picture, Rule
    from parkatlas.analysis.clustering.neighbours import Likeness
    from parkatlas.sheets import Scope
    from parkatlas.workspace import Workspace

    Ahead = Callable[[], int]

Key = tuple[tuple[str, Any], ...]
Answer = TypeVar("Answer")
_AT_ONCE = 1
_TURNS = turns.Turns(_AT_ONCE)


class _NotYet(Exception):  # noqa: N818 - it says what is the matter
    """An answer is not ready, and it is not this visitor's turn to compute it."""


class Kept(data.Kept):
    """Check-up, pictures and likeness kept; where one is not ready, a visitor waits for their turn."""

    def __init__(self, workspace: "Workspace", scope: "Scope") -> None:
        super().__init__(workspace, scope)
        self._answers: dict[tuple[Any, ...], Any] = {}

    def checkup(self, area: str) -> "Checkup":
        """Test every industry and every area (park | unit) against chance."""
        return self._answered("testing", self._key(area), partial(super().checkup, area))

    def picture(self, area: str, industry: str, rule: "Rule", as_of: "date | None" = None) -> "Picture":
        """Lay an industry's projects and clusters on the ground."""
        key = (*self._key(area, as_of), industry, astuple(rule))
        return self._answered("grouping", key, partial(super().picture, area, industry, rule, as_of))

    def likeness(self, area: str, industry: str) -> "tuple[Likeness, list[str]]":
        """Compare an industry's share among neighbours."""
        return self._answered("comparing", (*self._key(area), industry), partial(super().likeness, area, industry))

    def _answered(self, doing: str, key: tuple[Any, ...], compute: "Callable[[], Answer]") -> "Answer":
        """Return an answer, kept for the rest of the page's run, which may need it again."""
        if (doing, key) not in self._answers:
            self._answers[doing, key] = _answered(doing, key, compute)
        answer: Answer = self._answers[doing, key]
        return answer

    def _clustered(self, area: str, as_of: "date | None" = None) -> "pd.DataFrame":
        return _projects(*self._key(area, as_of))

    def _key(self, area: str, as_of: "date | None" = None) -> tuple[int, Key]:
        return store.workspace().revision, store.keyed(self._of_clusters(area, as_of))


def _answered(doing: str, key: tuple[Any, ...], compute: "Callable[[], Answer]") -> "Answer":
    """Return an answer that is ready; else compute it when it is this visitor's turn, and say how many come first."""
    with _TURNS.queued() as ahead, st.spinner(text(f"clusters.{doing}")):
        try:
            return _kept(doing, key, compute, ahead)
        except _NotYet:
            slot = st.empty()
            turns.wait(ahead, lambda number: slot.caption(plain(text("clusters.waiting", ahead=number))))
            slot.empty()
        return _kept(doing, key, compute, ahead)


@st.cache_data(max_entries=140, show_spinner=False)
def _kept(doing: str, key: tuple[Any, ...], _compute: "Callable[[], Answer]", _ahead: "Ahead") -> "Answer":  # noqa: ARG001 - in the key
    if _ahead():
        raise _NotYet
    return _compute()


# Frames of any length: shared, never copied and never changed.
@st.cache_resource(max_entries=6, show_spinner=False)
def _projects(revision: int, key: Key) -> "pd.DataFrame":  # noqa: ARG001 - in the key
    return store.workspace().ask("cluster_projects", **store.unkeyed(key))
