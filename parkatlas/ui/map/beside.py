"""The map at the side: the same window on another day or by another measure."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import streamlit as st

from parkatlas import formats
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.ui.kit import address, filters
from parkatlas.ui.map import scenes
from parkatlas.ui.map.scenes import Sight

_NONE, _DAY, _MEASURE = "", "day", "measure"


def is_on() -> bool:
    """Tell whether two maps are to be compared."""
    return st.session_state.get("compare", st.query_params.get("compare")) in (_DAY, _MEASURE)


def choose(places: "list[st.delta_generator.DeltaGenerator]", sight: Sight) -> Sight | None:
    """Draw whether and with what to compare a sight; return the one to show at its side, None for none."""
    days = [day for day in filters.periods() if day != sight.day.isoformat()]
    kinds = [_NONE, _DAY, _MEASURE] if days else [_NONE, _MEASURE]
    with places[0]:
        kind = _choice("compare", text("maps_panel.compare"), kinds, _said)
    if kind == _NONE:
        return None
    with places[-1]:
        if kind == _DAY:
            return replace(
                sight, day=date.fromisoformat(_choice("other_day", text("maps_panel.other_day"), days, _month))
            )
        others = [name for name in scenes.MEASURES if name != sight.measure]
        return replace(sight, measure=_choice("other_measure", text("maps_panel.other_measure"), others, _label))


def title(sight: Sight) -> str:
    """Return what one of two maps shows: its day and its measure."""
    return text("maps_panel.sight", day=_month(sight.day.isoformat()), measure=column(sight.measure).label)


def _said(kind: str) -> str:
    return text(f"maps_panel.compare_{kind or 'no'}")


def _label(name: str) -> str:
    return column(name).label


def _month(day: str) -> str:
    return formats.month(date.fromisoformat(day))


def _choice(key: str, label: str, offered: list[str], say: Callable[[str], str]) -> str:
    address.recall(key, offered, offered[0])
    chosen: str = st.selectbox(label, offered, key=key, format_func=say)
    address.publish(key, offered[0])
    return chosen
