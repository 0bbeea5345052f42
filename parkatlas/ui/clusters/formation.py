"""How an industry's clusters formed: the map of one month beside that of another, stepped through by hand or played."""

from dataclasses import replace
from datetime import date

import streamlit as st

from parkatlas import formats, words
from parkatlas.messages import text
from parkatlas.ui.clusters import map_view, panel
from parkatlas.ui.clusters.map_view import Look
from parkatlas.ui.kit import address, filters, fragments
from parkatlas.ui.kit.markdown import plain

_STEP_S = 1.5
_HEIGHT = 440
_MONTHS_BACK = 12


def formed(look: Look) -> None:
    """Draw the two months and the player; a single ledger has no past to show."""
    st.subheader(plain(text("pages.cluster_time", industry=look.industry)), anchor=False)
    months = _months()
    if len(months) < 2:  # noqa: PLR2004 - then and now
        st.caption(text("clusters.one_month"))
        return
    is_playing = bool(st.session_state.get("playing"))
    st.button(
        text("clusters.stop" if is_playing else "clusters.play"),
        icon=":material/pause:" if is_playing else ":material/play_arrow:",
        on_click=_switch,
        args=(months,),
    )
    fragments.fragment(_pair, _STEP_S if is_playing else None)(look, months)


def _months() -> list[str]:
    """Return the days of the ledgers up to the one looked at, the oldest first."""
    return [day for day in filters.periods() if day <= filters.as_of().isoformat()]


def _switch(months: list[str]) -> None:
    """Begin or stop playing; from the first month where the last is reached."""
    st.session_state["playing"] = not st.session_state.get("playing")
    if st.session_state["playing"] and st.session_state.get("then") in (None, *months[-1:]):
        st.session_state["then"] = months[0]
        st.session_state["is_begun"] = True


def _pair(look: Look, months: list[str]) -> None:
    before = months[max(len(months) - 1 - _MONTHS_BACK, 0)]
    address.recall("then", months, before)
    address.recall("now", months, months[-1])
    _step(months)
    for place, (key, default) in zip(st.columns(2), (("then", before), ("now", months[-1])), strict=True):
        with place:
            st.select_slider(text(f"clusters.{key}"), months, key=key, format_func=_month)
            address.publish(key, default)
            _map(look, key)
    if st.session_state.pop("is_over", False):
        st.rerun()  # the whole page: the player stops


def _step(months: list[str]) -> None:
    """Go on a month while it plays, up to the last."""
    if not st.session_state.get("playing"):
        return
    if st.session_state.pop("is_begun", False):
        return
    place = months.index(st.session_state["then"]) + 1
    if place < len(months):
        st.session_state["then"] = months[place]
    if place >= len(months) - 1:
        st.session_state["playing"] = False
        st.session_state["is_over"] = True


def _map(look: Look, key: str) -> None:
    day = date.fromisoformat(st.session_state[key])
    shown = panel.picture(look.industry, day)
    st.markdown(f"**{plain(words.clusters.on_day(formats.month(day), shown))}**")
    map_view.draw(f"map-{key}", shown, replace(look, day=day), _HEIGHT, has_twin=True)


def _month(day: str) -> str:
    return formats.month(date.fromisoformat(day))
