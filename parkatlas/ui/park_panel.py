"""What a park is part of and what stands beside it: another park, its zone and pieces, parks merged into it."""

from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from parkatlas import words
from parkatlas.messages import text
from parkatlas.ui import address, data, panels, places_panel
from parkatlas.ui.markdown import plain

if TYPE_CHECKING:
    import pandas as pd

PARCELS = ("zone_name", "park_name", "parcel_no", "drawn_area_mu")


def beside(fact: "pd.Series[Any]") -> None:
    """Draw a park's figures, and beside them those of another park to choose."""
    own = fact["park_id"]
    caption = panels.caption_of(text("pages.park_profiles"))
    st.subheader(plain(caption.title), anchor=False)
    profiles = data.ask("park_profiles", parks=None)
    names = {park: name for park, name in zip(profiles["park_id"], profiles["park_name"], strict=True) if park != own}
    address.recall("other", list(names), "")
    if not st.session_state["other"]:
        st.session_state["other"] = None
    other = st.selectbox(
        text("parks.beside"), list(names), index=None, key="other", format_func=lambda one: names.get(one, one),
        placeholder=text("parks.choose_other"), width=520,
    )  # fmt: skip
    address.publish("other")
    chosen = [own, *([other] if other else [])]
    rows = profiles.set_index("park_id", drop=False).loc[chosen]
    st.dataframe(words.parks.beside(rows), key="table-park_profiles", hide_index=True, height="content")
    panels.downloads("park_profiles", caption, partial(data.ask_whole, "park_profiles", parks=chosen))
    if other:
        _trends(rows)


def _trends(parks: "pd.DataFrame") -> None:
    """Draw the money of two parks month by month, side by side."""
    for place, park, chart in zip(st.columns(2), parks["park_id"], ("park_trend_own", "park_trend_other"), strict=True):
        with place:
            st.markdown(f"**{plain(parks.loc[park, 'park_name'])}**")
            places_panel.money(data.ask("park_money_by_month", park_id=park), chart)


def parts(park_id: str) -> None:
    """Draw the park's zone with its parks and their pieces, and what was merged into the park and when."""
    panels.table("park_parcels", "park_parcels", PARCELS, park_id=park_id)
    if merged := words.parks.mergers(data.ask("park_mergers", park_id=park_id)):
        st.markdown(plain(merged))
