"""What is chosen on a page: read before anything is drawn, drawn by a widget, kept in session and address.

Streamlit's own binding of widgets to the address names options by their labels, in the page's language, and is read
only when the widget is drawn; what is chosen has to be known above it, for the finding and the figures.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from parkatlas.ui.kit import address
from parkatlas.ui.kit.markdown import plain


@dataclass(frozen=True)
class Choosable:
    """Something chosen on ``page`` ("" for what all pages share); ``name`` is its word in the address."""

    page: str
    name: str

    @property
    def key(self) -> str:
        """The key of its widget: two pages may offer different things under one name."""
        return f"{self.page}-{self.name}" if self.page else self.name

    def set(self, value: object) -> None:
        """Choose, as a click elsewhere on the page does."""
        # Streamlit takes nothing for a widget that is drawn already, be it the same.
        if self.key not in st.session_state or st.session_state[self.key] != value:
            st.session_state[self.key] = value

    def _candidate(self) -> Any:
        """Return what was chosen, at first what the address says, None where neither is."""
        return st.session_state.get(self.key, st.query_params.get(self.name))


@dataclass(frozen=True)
class Choice(Choosable):
    """A choice of one among several; the usual one is left out of the address."""

    def among(self, offered: Sequence[str], usual: str | None = None) -> str:
        """Return what is chosen, at first what the address names, as far as it is offered.

        Else the usual one: the first if none is said, "" where nothing is offered.
        """
        candidate = self._candidate()
        chosen = candidate if candidate in offered else self._usual(offered, usual)
        self.set(chosen)
        return str(chosen)

    def draw(
        self,
        widget: Callable[..., Any],
        label: str,
        offered: Sequence[str],
        say: Callable[[str], str] = str,
        usual: str | None = None,
        **how: Any,
    ) -> str:
        """Draw it by one of Streamlit's widgets, each option as ``say`` calls it; return what is chosen."""
        chosen = self.among(offered, usual)
        widget(label, offered, key=self.key, format_func=say, **how)
        address.name(self.name, chosen, self._usual(offered, usual))
        return chosen

    @staticmethod
    def _usual(offered: Sequence[str], usual: str | None) -> str:
        return (offered[0] if offered else "") if usual is None else usual


@dataclass(frozen=True)
class Several(Choosable):
    """A choice of any number among several; none needs no word in the address."""

    def among(self, offered: Sequence[str]) -> list[str]:
        """Return what is chosen, at first what the address names, as far as it is offered."""
        chosen = st.session_state.get(self.key)
        allowed = set(offered)
        kept = [one for one in (st.query_params.get_all(self.name) if chosen is None else chosen) if one in allowed]
        self.set(kept)
        return kept

    def draw(
        self, widget: Callable[..., Any], label: str, offered: Sequence[str], say: Callable[[str], str], **how: Any
    ) -> list[str]:
        """Draw it by one of Streamlit's widgets, each option as ``say`` calls it; return what is chosen."""
        chosen = self.among(offered)
        widget(label, offered, key=self.key, format_func=say, **how)
        address.name(self.name, chosen)
        return chosen


@dataclass(frozen=True)
class Number(Choosable):
    """A number between two bounds, at first ``usual``, which the address leaves out; of whole ones if those are."""

    lowest: float
    highest: float
    usual: float | None
    may_be_empty: bool = False

    def value(self) -> Any:
        """Return the number chosen, at first what the address says if that may be, else the usual one."""
        value = st.session_state.get(self.key, st.query_params.get(self.name, self.usual))
        try:
            number = None if value is None else float(value)
        except ValueError:
            number = self.usual
        is_fit = self.may_be_empty if number is None else self.lowest <= number <= self.highest
        chosen = number if is_fit else self.usual
        if chosen is not None and isinstance(self.lowest, int):
            chosen = int(chosen)
        self.set(chosen)
        return chosen

    def draw(self, widget: Callable[..., Any], label: str, **how: Any) -> Any:
        """Draw it by one of Streamlit's widgets; return the number chosen, None where it may be empty and is."""
        chosen = self.value()
        widget(label, self.lowest, self.highest, key=self.key, **how)
        if chosen is None or chosen == self.usual:
            st.query_params.pop(self.name, None)
        else:  # 0, too
            st.query_params[self.name] = f"{chosen:.2f}".rstrip("0").rstrip(".")
        return chosen


@dataclass(frozen=True)
class Switch(Choosable):
    """A switch, off at first."""

    def is_on(self) -> bool:
        """Return how it stands: as it was left, at first as the address says."""
        is_on = bool(st.session_state.get(self.key, st.query_params.get(self.name) == "1"))
        self.set(is_on)
        return is_on

    def draw(self, label: str, **how: Any) -> bool:
        """Draw it; return how it stands."""
        is_on = self.is_on()
        st.toggle(plain(label), key=self.key, **how)
        address.name(self.name, is_on)
        return is_on


@dataclass(frozen=True)
class Words(Choosable):
    """Words of a person's own, at most ``longest`` characters."""

    longest: int

    def text(self) -> str:
        """Return the words typed, at first those of the address, as far as there is room."""
        words = str(self._candidate() or "")[: self.longest]
        self.set(words)
        return words

    def draw(self, label: str, **how: Any) -> str:
        """Draw a field for them; return them."""
        words = self.text()
        st.text_input(plain(label), key=self.key, max_chars=self.longest, **how)
        address.name(self.name, words)
        return words
