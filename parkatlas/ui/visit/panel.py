"""The site visit on a page: the map beside what was clicked and the list, a card for each stop."""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from parkatlas import sheets
from parkatlas.messages import text
from parkatlas.ui.kit import fragments, look, panels, sheet
from parkatlas.ui.kit.markdown import plain
from parkatlas.ui.visit import map_view

if TYPE_CHECKING:
    from parkatlas.sheets.visit import Tour

_CARDS = 3


def own(planned: "Tour | None") -> dict[str, sheet.Drawer]:
    """Return what the page draws in a way of its own, by the blocks' keys."""
    return {"ground": partial(_ground, planned), "stops": _stops}


@fragments.fragment
def _ground(planned: "Tour | None", block: sheets.Group) -> None:
    """Draw the map, beside it what was clicked and the list to print, or how to begin."""
    on_it: dict[str, sheet.Drawer] = {
        "map": lambda _: map_view.ground(planned),
        "chosen": lambda _: map_view.chosen(),
        "hint": lambda _: _hint(),
    }
    sheet.blocks(block.blocks, on_it)


def _hint() -> None:
    with look.card("tour-hint"):
        st.markdown(text("tour.hint"))


def _stops(block: sheets.Group) -> None:
    """Draw a card for each stop."""
    stops = [one for one in block.blocks if isinstance(one, sheets.Facts)]
    for first in range(0, len(stops), _CARDS):
        for slot, stop in zip(st.columns(_CARDS), stops[first : first + _CARDS], strict=False):
            with slot:
                _card(stop)


def _card(stop: sheets.Facts) -> None:
    with look.card(stop.key, gap="small", height="stretch"):
        st.markdown(f"**{plain(stop.caption.title)}**")
        st.caption(plain(stop.note))
        panels.fact_lines(stop.pairs)
        st.page_link(
            "pages/project.py",
            label=text("card.more"),
            icon=":material/arrow_forward:",
            query_params={"project": str(stop.row["project_id"])},
            width="content",
        )
