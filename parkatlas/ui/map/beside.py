"""The map at the side: the same window on another day or by another measure."""

from dataclasses import replace
from datetime import date

import streamlit as st

from parkatlas import formats
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.ui.kit import filters
from parkatlas.ui.kit.choice import Choice
from parkatlas.ui.map import scenes
from parkatlas.ui.map.scenes import Sight

_NONE, _DAY, _MEASURE = "", "day", "measure"
_COMPARE = Choice("map", "compare")
_OTHER_DAY, _OTHER_MEASURE = Choice("map", "other_day"), Choice("map", "other_measure")


def is_on() -> bool:
    """Tell whether two maps are to be compared."""
    return _COMPARE.among((_NONE, _DAY, _MEASURE)) != _NONE


def choose(slots: "list[st.delta_generator.DeltaGenerator]", sight: Sight) -> Sight | None:
    """Draw whether and with what to compare a sight; return the one to show at its side, None for none."""
    days = [day for day in filters.periods() if day != sight.day.isoformat()]
    kinds = [_NONE, _DAY, _MEASURE] if days else [_NONE, _MEASURE]
    with slots[0]:
        kind = _COMPARE.draw(st.selectbox, text("maps_panel.compare"), kinds, _kind_label)
    if kind == _NONE:
        return None
    with slots[-1]:
        if kind == _DAY:
            day = _OTHER_DAY.draw(st.selectbox, text("maps_panel.other_day"), days, _month)
            return replace(sight, day=date.fromisoformat(day))
        others = [name for name in scenes.MEASURES if name != sight.measure]
        measure = _OTHER_MEASURE.draw(st.selectbox, text("maps_panel.other_measure"), others, _label)
        return replace(sight, measure=measure)


def title(sight: Sight) -> str:
    """Return what one of two maps shows: its day and its measure."""
    return text("maps_panel.sight", day=_month(sight.day.isoformat()), measure=column(sight.measure).label)


def _kind_label(kind: str) -> str:
    return text(f"maps_panel.compare_{kind or 'no'}")


def _label(name: str) -> str:
    return column(name).label


def _month(day: str) -> str:
    return formats.month(date.fromisoformat(day))
