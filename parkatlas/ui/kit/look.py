"""How a page looks: language, size of type, theme, the cards that it is made of."""

from typing import TYPE_CHECKING, Any

import streamlit as st

from parkatlas import colours, messages
from parkatlas.messages import text
from parkatlas.ui.kit.choice import Choice, Switch

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

LARGER = 22 / 16  # the large type to the usual
LANGUAGE, LARGE_TYPE = Choice("", "lang"), Switch("", "large")


def choose_language() -> None:
    """Draw the switch between Chinese and English."""
    LANGUAGE.draw(
        st.segmented_control,
        text("pages.language"),
        messages.LANGUAGES,
        messages.own_name,
        messages.DEFAULT_LANGUAGE,
        required=True,
        label_visibility="collapsed",
    )


def choose_type_size() -> None:
    """Draw the switch to the large type for meeting rooms."""
    LARGE_TYPE.draw(text("pages.large_type"))


def card(key: str, **how: Any) -> "DeltaGenerator":
    """Return a white card to draw in; ``key`` is its own on the page."""
    return st.container(border=True, key=f"card-{key}", **how)


def verdict_ink(code: str) -> str:
    """Return the colour in which a verdict is written: pass, short or missing."""
    return colours.PAGE[is_dark()][{"pass": "good", "short": "bad"}.get(code, "muted")]


def style() -> dict[str, bool]:
    """Return how charts are to look: dark or light, large type or usual."""
    return {"dark": is_dark(), "large": is_large()}


def is_dark() -> bool:
    """Tell whether the visitor's browser shows the dark theme."""
    return bool(st.context.theme.type == "dark")


def is_large() -> bool:
    """Tell whether the visitor chose the large type for meeting rooms."""
    return bool(st.session_state.get("large"))
