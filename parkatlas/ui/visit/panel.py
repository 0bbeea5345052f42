"""The site visit on a page: in words and figures, the map beside the list, a card for each stop."""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from parkatlas import formats, words
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.ui.kit import fragments, look, panels
from parkatlas.ui.kit.markdown import plain
from parkatlas.ui.visit import map_view

if TYPE_CHECKING:
    from parkatlas.ui.visit.form import Tour

_CARDS = 3
_FACTS = ("stage", "park_name", "contract_wan", "intended_wan", "leader_name", "officer_name", "obstacle_descriptions")


def summary(planned: "Tour | None") -> None:
    """Draw the finding and the figures of a tour; an empty place before there is one, so that the map below stays."""
    with st.container(key="tour-summary"):
        if planned:
            begin, count = planned.pace.start_minute, len(planned.stops)
            st.markdown(f"##### {plain(words.tour.finding(planned.start, begin, count, planned.legs))}")
            panels.figures(words.tour.figures(begin, count, planned.legs, planned.pace.detour))


@fragments.fragment
def ground(planned: "Tour | None") -> None:
    """Draw the map, beside it what was clicked and the list to print, or how to begin."""
    place, beside = st.columns([3, 2])
    with place:
        map_view.ground(planned)
    with beside:
        map_view.chosen()
        if planned:
            _list(planned)
        else:
            with look.card("tour-hint"):
                st.markdown(text("tour.hint"))


def cards(planned: "Tour") -> None:
    """Draw a card for each stop."""
    count = len(planned.stops)
    for first in range(0, count, _CARDS):
        for no, place in enumerate(st.columns(_CARDS), first):
            if no < count:
                with place:
                    _card(no, planned)


def _list(planned: "Tour") -> None:
    caption = panels.caption_of(text("tour.list"))
    table = words.tour.plan(planned.start, planned.pace.start_minute, planned.stops, planned.legs)
    st.subheader(plain(caption.title), anchor=False)
    panels.rows_table(table[list(words.tour.COLUMNS[:8])], "table-tour")
    panels.downloads("tour", caption, partial(table.copy))


def _card(no: int, planned: "Tour") -> None:
    stop, leg = planned.stops.iloc[no], planned.legs[no]
    with look.card(f"stop-{no}", gap="small", height="stretch"):
        times = text("tour.times", arrives=words.tour.clock(leg.arrives), leaves=words.tour.clock(leg.leaves))
        st.markdown(f"**{no + 1}　{plain(stop['project_name'])}**")
        st.caption(f"{plain(times)} · {plain(formats.quantity(leg.road_km, column('leg_km').unit))}")
        panels.facts(stop, [name for name in _FACTS if not formats.is_none(stop[name])])
        st.page_link(
            "pages/project.py",
            label=text("card.more"),
            icon=":material/arrow_forward:",
            query_params={"project": str(stop["project_id"])},
            width="content",
        )
