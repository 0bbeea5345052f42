"""One thing chosen on a page: read before anything is drawn, drawn by a widget, kept in session and address."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from parkatlas.ui.kit import address


@dataclass(frozen=True)
class Choice:
    """A choice of one among several on ``page``: ``name`` is its word in the address, where the usual one is left out.

    Streamlit's own binding of widgets to the address names options by their labels, in the page's language, and is
    read only when the widget is drawn; what is chosen has to be known above it, for the finding and the figures.
    """

    page: str
    name: str

    @property
    def key(self) -> str:
        """The key of its widget: two pages may offer different things under one name."""
        return f"{self.page}-{self.name}"

    def among(self, offered: Sequence[str], usual: str | None = None) -> str:
        """Return what is chosen, at first what the address names, as far as it is offered.

        Else the usual one: the first if none is said, "" where nothing is offered.
        """
        kept = st.session_state.get(self.key)
        candidate = st.query_params.get(self.name) if kept is None else kept
        chosen = candidate if candidate in offered else self._usual(offered, usual)
        if chosen != kept:  # Streamlit takes nothing for a widget that is drawn already
            st.session_state[self.key] = chosen
        return str(chosen)

    def draw(
        self,
        widget: Callable[..., Any],
        label: str,
        offered: Sequence[str],
        say: Callable[[str], str],
        usual: str | None = None,
        **how: Any,
    ) -> str:
        """Draw it by one of Streamlit's widgets, each option as ``say`` calls it; return what is chosen."""
        chosen = self.among(offered, usual)
        widget(label, offered, key=self.key, format_func=say, **how)
        address.name(self.name, chosen, self._usual(offered, usual))
        return chosen

    def set(self, value: str) -> None:
        """Choose, as a click elsewhere on the page does."""
        st.session_state[self.key] = value

    @staticmethod
    def _usual(offered: Sequence[str], usual: str | None) -> str:
        return (offered[0] if offered else "") if usual is None else usual
