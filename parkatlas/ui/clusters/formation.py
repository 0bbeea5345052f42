"""How an industry's clusters formed: the map of one month beside that of another, stepped through by hand or played."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from parkatlas import formats, sheets, words
from parkatlas.messages import text
from parkatlas.ui.clusters import map_view, panel
from parkatlas.ui.clusters.map_view import Look
from parkatlas.ui.kit import fragments
from parkatlas.ui.kit.choice import Choice
from parkatlas.ui.kit.markdown import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parkatlas.sheets import Asking

_THEN, _NOW = Choice("clusters", "then"), Choice("clusters", "now")
_STEP_S = 1.5
_HEIGHT = 440
_PAIR = 2  # then and now


def chosen(ask: "Asking") -> dict[str, str]:
    """Return the two months chosen, at first the address's; none where there is a single ledger."""
    months = sheets.clusters.months(ask)
    if len(months) < _PAIR:
        return {}
    return {month.name: month.among(months, usual) for month, usual in _usual(months)}


def formed(ask: "Asking", block: sheets.Listing) -> None:
    """Draw the two months and the player; a single ledger has no past to show."""
    st.subheader(plain(block.caption.title), anchor=False)
    if block.note:
        st.caption(plain(block.note))
        return
    months = sheets.clusters.months(ask)
    is_playing = bool(st.session_state.get("playing"))
    st.button(
        text("clusters.stop" if is_playing else "clusters.play"),
        icon=":material/pause:" if is_playing else ":material/play_arrow:",
        on_click=_switch,
        args=(months,),
    )
    fragments.fragment(_pair, _STEP_S if is_playing else None)(panel.looked_at(ask), months)


def _usual(months: list[str]) -> "Iterator[tuple[Choice, str]]":
    """Yield each of the two months and what it usually is."""
    return zip((_THEN, _NOW), sheets.clusters.usual_months(months), strict=True)


def _switch(months: list[str]) -> None:
    """Begin or stop playing; from the first month where the last is reached."""
    st.session_state["playing"] = not st.session_state.get("playing")
    if st.session_state["playing"] and st.session_state.get(_THEN.key) in (None, *months[-1:]):
        _THEN.set(months[0])
        st.session_state["is_begun"] = True


def _pair(look: Look, months: list[str]) -> None:
    _step(months)
    for slot, (month, usual) in zip(st.columns(_PAIR), _usual(months), strict=True):
        with slot:
            day = month.draw(st.select_slider, text(f"clusters.{month.name}"), months, _month, usual)
            _map(look, month.name, date.fromisoformat(day))
    if st.session_state.pop("is_over", False):
        st.rerun()  # the whole page: the player stops


def _step(months: list[str]) -> None:
    """Go on a month while it plays, up to the last."""
    if not st.session_state.get("playing"):
        return
    if st.session_state.pop("is_begun", False):
        return
    index = months.index(_THEN.among(months, months[0])) + 1
    if index < len(months):
        _THEN.set(months[index])
    if index >= len(months) - 1:
        st.session_state["playing"] = False
        st.session_state["is_over"] = True


def _map(look: Look, key: str, day: date) -> None:
    picture = panel.picture(panel.asking(), day)
    st.markdown(f"**{plain(words.clusters.on_day(formats.month(day), picture))}**")
    map_view.draw(f"map-{key}", picture, replace(look, day=day), _HEIGHT, has_twin=True)


def _month(day: str) -> str:
    return formats.month(date.fromisoformat(day))
