"""What is asked of the Siting page: the project, its needs and the weights, all kept in the address."""

from typing import TYPE_CHECKING

import streamlit as st

from parkatlas import formats, sheets, terms
from parkatlas.analysis import conditions, siting
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.sheets.siting import MOST_MU, MOST_WAN, USUAL_MU, USUAL_WAN, Proposal
from parkatlas.ui.kit import address, drafts, look
from parkatlas.ui.kit.markdown import plain

if TYPE_CHECKING:
    from parkatlas.sheets import Asking

_MOST_KM = 2000.0
_LONGEST_NAME, _LONGEST_CODE = 40, 8
_UTILITIES = tuple(term.code for term in terms.INFRASTRUCTURE)
_KEYS = (
    "site_name", "site_industry", "site_code", "site_fai", "site_land", "site_pieces", "site_utilities",
    *(f"site_{name}" for name in conditions.DISTANCES), *(f"site_w_{name}" for name in siting.CRITERIA),
)  # fmt: skip


def proposal(ask: "Asking") -> Proposal:
    """Return what the form holds; at first what the address says, nonsense there ignored."""
    drafts.bring_back("siting", _KEYS)
    usual, industries = sheets.siting.usual_weights(ask), [*sheets.siting.industries(ask), ""]
    address.recall_text("site_name", _LONGEST_NAME)
    address.recall("site_industry", industries, industries[0])
    address.recall_text("site_code", _LONGEST_CODE)
    for key, (most, number) in _numbers().items():
        address.recall_number(key, 0.0, most, number)
    address.recall_flag("site_pieces")
    address.recall_many("site_utilities", _UTILITIES)
    for name, weight in usual.items():
        address.recall_number(f"site_w_{name}", 0, 100, weight)
        st.session_state[f"site_w_{name}"] = int(st.session_state[f"site_w_{name}"])
    state = st.session_state
    far = {name: state[f"site_{name}"] for name in conditions.DISTANCES if state[f"site_{name}"] is not None}
    need = conditions.Need(
        _named(ask),
        state["site_fai"],
        state["site_land"],
        not state["site_pieces"],
        tuple(state["site_utilities"]),
        far,
    )
    weights = {name: state[f"site_w_{name}"] for name in usual}
    return Proposal(state["site_name"].strip() or text("siting.proposed"), need, weights)


def draw(ask: "Asking") -> None:
    """Draw the form."""
    usual = sheets.siting.usual_weights(ask)
    with look.card("siting-form", gap="small"):
        st.markdown(f"**{text('siting.form')}**")
        st.text_input(text("siting.name"), key="site_name", max_chars=_LONGEST_NAME)
        _industry(ask)
        left, right = st.columns(2, vertical_alignment="bottom")  # a label may take two lines
        with left:
            _number("site_fai", text("siting.fai"))
        with right:
            _number("site_land", text("siting.land"))
        st.toggle(text("siting.pieces"), key="site_pieces", help=text("siting.pieces_help"))
        _utilities()
        _distances()
        _weights(usual)
    _publish(usual)


def _publish(usual: dict[str, int]) -> None:
    defaults = {key: number for key, (_, number) in _numbers().items()} | {
        f"site_w_{name}": usual[name] for name in usual
    }
    for key in _KEYS:
        if isinstance(st.session_state.get(key), str | bool | list):
            address.publish(key)
        else:
            address.publish_number(key, defaults.get(key))
    drafts.keep_address("siting", _KEYS)


def _numbers() -> dict[str, tuple[float, float | None]]:
    """Return the most that each number of the form may be, and where it begins."""
    far: tuple[float, None] = (_MOST_KM, None)
    return {
        "site_fai": (float(MOST_WAN), float(USUAL_WAN)),
        "site_land": (float(MOST_MU), float(USUAL_MU)),
        **{f"site_{name}": far for name in conditions.DISTANCES},
    }


def _named(ask: "Asking") -> tuple[str, ...]:
    """Return the local industries that the industry or the code chosen means, none where it means none."""
    chosen, code = st.session_state["site_industry"], st.session_state["site_code"].strip()
    if chosen:
        return (chosen,)
    return (conditions.of_code(code, ask("siting_industries")) if code else None) or ()


def _industry(ask: "Asking") -> None:
    """Draw the choice of an industry, or of a code and what that means."""
    options = [*sheets.siting.industries(ask), ""]
    label = text("siting.industry")
    if st.selectbox(label, options, key="site_industry", format_func=lambda one: one or text("siting.by_code")):
        return
    st.text_input(text("siting.code"), key="site_code", max_chars=_LONGEST_CODE, placeholder="C3071")
    code = st.session_state["site_code"].strip()
    if not code:
        st.caption(text("siting.code_empty"))
        return
    names = conditions.of_code(code, ask("siting_industries"))
    if names:
        listed = text("siting.list_comma").join(names)
        st.caption(text("siting.code_means", code=plain(code), names=plain(listed)))
    else:
        st.warning(text("siting.code_unknown" if names is None else "siting.code_unused", code=plain(code)))


def _number(key: str, label: str) -> None:
    most, _ = _numbers()[key]
    st.number_input(label, min_value=0.0, max_value=most, key=key, format="%g", value=None)


def _utilities() -> None:
    st.pills(
        text("siting.utilities"),
        _UTILITIES,
        selection_mode="multi",
        key="site_utilities",
        format_func=lambda code: terms.label("infrastructure", code),
    )


def _distances() -> None:
    """Draw the farthest distances wanted."""
    st.caption(text("siting.distances"))
    for slot, name in zip(st.columns(2) * 2, conditions.DISTANCES, strict=True):
        with slot:
            _number(f"site_{name}", column(name).header)


def _weights(usual: dict[str, int]) -> None:
    """Draw the sliders, what they come to in shares, and the way back to the usual ones."""
    st.markdown(f"**{text('siting.weights')}**", help=text("siting.weights_help"))
    for term in terms.SITING_CRITERIA:
        st.slider(term.label, 0, 100, step=5, key=f"site_w_{term.code}")
    chosen = {term.code: st.session_state[f"site_w_{term.code}"] for term in terms.SITING_CRITERIA}
    if sum_ := sum(chosen.values()):
        shares = (
            text("siting.share", name=term.label, share=formats.quantity(100 * chosen[term.code] / sum_, "%", 0))
            for term in terms.SITING_CRITERIA
        )
        st.caption(plain(text("siting.list_comma").join(shares)))
    if chosen != usual:
        st.button(text("siting.usual_weights"), type="tertiary", icon=":material/undo:", on_click=_reset, args=(usual,))


def _reset(usual: dict[str, int]) -> None:
    for name, weight in usual.items():
        st.session_state[f"site_w_{name}"] = weight


def choice(key: str, options: list[str], labels: dict[str, str], label: str) -> str:
    """Draw a switch that the address keeps; the first option is where it begins."""
    address.recall(key, options, options[0])
    chosen = st.segmented_control(
        plain(label), options, key=key, format_func=lambda one: plain(labels[one]), required=True
    )
    address.publish(key, options[0])
    return str(chosen)


def picks(key: str, names: dict[str, str], label: str) -> list[str]:
    """Draw the choice of several by id, which the address keeps."""
    address.recall_many(key, list(names))
    chosen = st.multiselect(label, list(names), key=key, format_func=lambda one: names.get(one, one))
    address.publish(key)
    return list(chosen)
