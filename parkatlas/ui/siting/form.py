"""What is asked of the Siting page: the project, its needs and the weights, all kept in the address."""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from parkatlas import formats, sheets, terms
from parkatlas.analysis import conditions
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.sheets.siting import MOST_MU, MOST_WAN, USUAL_MU, USUAL_WAN, Proposal
from parkatlas.ui.kit import drafts, look
from parkatlas.ui.kit.choice import Choice, Number, Several, Switch, Words
from parkatlas.ui.kit.markdown import plain

if TYPE_CHECKING:
    from parkatlas.sheets import Asking
    from parkatlas.ui.kit.choice import Choosable

_MOST_KM = 2000.0
_LONGEST_NAME, _LONGEST_CODE = 40, 8
_OFFERED_UTILITIES = tuple(term.code for term in terms.INFRASTRUCTURE)
_NAME, _CODE = Words("siting", "site_name", _LONGEST_NAME), Words("siting", "site_code", _LONGEST_CODE)
_INDUSTRY, _PIECES = Choice("siting", "site_industry"), Switch("siting", "site_pieces")
_UTILITIES = Several("siting", "site_utilities")
_FAI = Number("siting", "site_fai", 0.0, float(MOST_WAN), float(USUAL_WAN), may_be_empty=True)
_LAND = Number("siting", "site_land", 0.0, float(MOST_MU), float(USUAL_MU), may_be_empty=True)
_FAR = {name: Number("siting", f"site_{name}", 0.0, _MOST_KM, None, may_be_empty=True) for name in conditions.DISTANCES}


def proposal(ask: "Asking") -> Proposal:
    """Return what the form holds; at first what the address says, nonsense there ignored."""
    usual = sheets.siting.usual_weights(ask)
    drafts.bring_back("siting", _fields(usual))
    far = {name: number.value() for name, number in _FAR.items()}
    need = conditions.Need(
        _named(ask),
        _FAI.value(),
        _LAND.value(),
        not _PIECES.is_on(),
        tuple(_UTILITIES.among(_OFFERED_UTILITIES)),
        {name: km for name, km in far.items() if km is not None},
    )
    weights = {name: number.value() for name, number in _weights_of(usual).items()}
    return Proposal(_NAME.text().strip() or text("siting.proposed"), need, weights)


def draw(ask: "Asking") -> None:
    """Draw the form."""
    usual = sheets.siting.usual_weights(ask)
    with look.card("siting-form", gap="small"):
        st.markdown(f"**{text('siting.form')}**")
        _NAME.draw(text("siting.name"))
        _industry(ask)
        left, right = st.columns(2, vertical_alignment="bottom")  # a label may take two lines
        with left:
            _number(_FAI, text("siting.fai"))
        with right:
            _number(_LAND, text("siting.land"))
        _PIECES.draw(text("siting.pieces"), help=text("siting.pieces_help"))
        _UTILITIES.draw(
            st.pills, text("siting.utilities"), _OFFERED_UTILITIES, partial(terms.label, "infrastructure"),
            selection_mode="multi",
        )  # fmt: skip
        _distances()
        _weights(usual)
    drafts.keep_address("siting", _fields(usual))


def _fields(usual: dict[str, int]) -> "list[Choosable]":
    """Return all that the form asks."""
    return [
        _NAME, _INDUSTRY, _CODE, _FAI, _LAND, _PIECES, _UTILITIES, *_FAR.values(), *_weights_of(usual).values(),
    ]  # fmt: skip


def _weights_of(usual: dict[str, int]) -> dict[str, Number]:
    return {name: Number("siting", f"site_w_{name}", 0, 100, weight) for name, weight in usual.items()}


def _named(ask: "Asking") -> tuple[str, ...]:
    """Return the local industries that the industry or the code chosen means, none where it means none."""
    chosen, code = _INDUSTRY.among(_industries(ask)), _CODE.text().strip()
    if chosen:
        return (chosen,)
    return (conditions.of_code(code, ask("siting_industries")) if code else None) or ()


def _industry(ask: "Asking") -> None:
    """Draw the choice of an industry, or of a code and what that means."""
    label = text("siting.industry")
    if _INDUSTRY.draw(st.selectbox, label, _industries(ask), lambda one: one or text("siting.by_code")):
        return
    code = _CODE.draw(text("siting.code"), placeholder="C3071").strip()
    if not code:
        st.caption(text("siting.code_empty"))
        return
    names = conditions.of_code(code, ask("siting_industries"))
    if names:
        listed = text("siting.list_comma").join(names)
        st.caption(text("siting.code_means", code=plain(code), names=plain(listed)))
    else:
        st.warning(text("siting.code_unknown" if names is None else "siting.code_unused", code=plain(code)))


def _industries(ask: "Asking") -> list[str]:
    """Return the industries to choose from, last "" for one that a code names."""
    return [*sheets.siting.industries(ask), ""]


def _number(number: Number, label: str) -> None:
    number.draw(st.number_input, label, format="%g", value=None)


def _distances() -> None:
    """Draw the farthest distances wanted."""
    st.caption(text("siting.distances"))
    for slot, name in zip(st.columns(2) * 2, conditions.DISTANCES, strict=True):
        with slot:
            _number(_FAR[name], column(name).header)


def _weights(usual: dict[str, int]) -> None:
    """Draw the sliders, what they come to in shares, and the way back to the usual ones."""
    st.markdown(f"**{text('siting.weights')}**", help=text("siting.weights_help"))
    numbers = _weights_of(usual)
    chosen = {term.code: numbers[term.code].draw(st.slider, term.label, step=5) for term in terms.SITING_CRITERIA}
    if sum_ := sum(chosen.values()):
        shares = (
            text("siting.share", name=term.label, share=formats.quantity(100 * chosen[term.code] / sum_, "%", 0))
            for term in terms.SITING_CRITERIA
        )
        st.caption(plain(text("siting.list_comma").join(shares)))
    if chosen != usual:
        st.button(text("siting.usual_weights"), type="tertiary", icon=":material/undo:", on_click=_reset, args=(usual,))


def _reset(usual: dict[str, int]) -> None:
    for name, number in _weights_of(usual).items():
        number.set(usual[name])
