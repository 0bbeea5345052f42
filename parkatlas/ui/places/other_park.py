"""What stands beside a park: another one, its figures and its money."""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from parkatlas import sheets, words
from parkatlas.messages import text
from parkatlas.ui.kit import address, data, panels, sheet
from parkatlas.ui.kit.markdown import plain

if TYPE_CHECKING:
    import pandas as pd


def beside(_: sheets.Choice) -> None:
    """Draw a park's figures, and beside them those of another park to choose."""
    own = st.session_state["park"]
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
            sheet.blocks([sheets.park.money(data.asking(), chart, park)])
