"""The map's time: a slider over the ledgers, which moves the day of the whole page, and its play."""

from datetime import date

import streamlit as st

from parkatlas import formats
from parkatlas.messages import text
from parkatlas.ui.kit import filters

_SECONDS = 1.2


def draw() -> None:
    """Draw slider and play where there are two ledgers or more; playing, each step draws the page anew."""
    days = filters.periods()
    if len(days) < 2:  # noqa: PLR2004 - one day needs no slider
        return
    is_playing = bool(st.session_state.get("playing"))
    st.session_state["moment"] = filters.as_of().isoformat()
    with st.container(horizontal=True, vertical_alignment="center", key="time"):
        st.button(
            text("maps_panel.pause" if is_playing else "maps_panel.play"),
            icon=":material/pause:" if is_playing else ":material/play_arrow:",
            key="play",
            on_click=_play,
            args=(not is_playing, days),
        )
        st.select_slider(
            text("maps_panel.time"),
            days,
            key="moment",
            format_func=lambda day: formats.month(date.fromisoformat(day)),
            on_change=_jump,
            label_visibility="collapsed",
        )
        # Drawn when nothing plays, too: what stands below keeps its place, or the browser would make the map anew.
        st.session_state["just_drawn"] = True
        st.fragment(_step, run_every=_SECONDS if is_playing else None)(days)


def _jump() -> None:
    st.session_state["as_of"] = st.session_state["moment"]


def _play(is_playing: bool, days: list[str]) -> None:
    """Begin to play, from the first ledger where the newest is shown; or stop."""
    st.session_state["playing"] = is_playing
    if is_playing and st.session_state.get("as_of") == days[-1]:
        st.session_state["as_of"] = days[0]


def _step(days: list[str]) -> None:
    """Go on to the next ledger, but not at once when the page has just been drawn; stop at the newest."""
    if st.session_state.pop("just_drawn", False):
        return
    later = [day for day in days if day > st.session_state["as_of"]]
    st.session_state["playing"] = len(later) > 1
    if later:
        st.session_state["as_of"] = later[0]
    st.rerun()
