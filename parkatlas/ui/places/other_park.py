"""What stands beside a park: another one, to be chosen."""

from typing import TYPE_CHECKING

import streamlit as st

from parkatlas.messages import text
from parkatlas.ui.kit import data, panels
from parkatlas.ui.kit.choice import Choice
from parkatlas.ui.kit.markdown import plain

if TYPE_CHECKING:
    from parkatlas import sheets

_OTHER = Choice("park", "other")


def chosen(park: str) -> str:
    """Return the id of the park chosen to stand beside one; "" for none."""
    return _OTHER.among(list(_names(park)), "")


def choose(block: "sheets.Table") -> None:
    """Draw a park's figures, and beside them those of another park to choose."""
    st.subheader(plain(block.caption.title), anchor=False)
    names = _names(st.session_state["park"])
    _OTHER.draw(
        st.selectbox, text("parks.beside"), ["", *names], lambda one: names.get(one) or text("parks.choose_other"),
        width=520,
    )  # fmt: skip
    st.dataframe(block.rows, key="table-park_profiles", hide_index=True, height="content")
    panels.downloads(block.key, block.caption, block.whole)


def _names(park: str) -> dict[str, str]:
    """Return what the other parks are called."""
    profiles = data.ask("park_profiles", parks=None)
    return {one: name for one, name in zip(profiles["park_id"], profiles["park_name"], strict=True) if one != park}
